#pragma once

#include "pages/qd-board-page.h"
#include "widgets/qd-day-button.h"

#include "qd-past-changes.h"
#include "qd-past-differences-list.h"
#include "qd-past-page.h"
#include "qd-past-reading.h"
#include "qd-past-slider.h"
#include "qd-past-trace.h"
#include "qd-past-turning.h"

G_BEGIN_DECLS

/* For the files of QdPastPage only. */

struct _QdPastPage
{
  GtkWidget parent_instance;

  GtkWidget *bar;
  GtkLabel *title;
  GtkWidget *compare_button;
  QdDayButton *other_button;
  GtkWidget *leave_button;
  GtkWidget *play_button;
  QdPastSlider *slider;
  GtkWidget *content;
  GtkStack *stack;
  QdPastTrace *trace;

  QdStore *store;
  QdStore *past;
  QdPastTurning *turning;
  GArray *ids;             /* of QdId: the boards that were asked for */
  gboolean together;
  QdDensity density;
  char **filter;           /* (nullable): what to filter by when the boards show first */
  QdChosenBoards *chosen;
  QdPaneMemory *memory;
  QdBoardPage *board_page; /* (nullable): once there is a state */
  gboolean fresh;          /* what was asked for last did not show yet */

  QdPastChanges *changes;
  QdPastDifferencesList *differences;

  QdPastReading *states;
  QdPastReading *marks;
  QdPastReading *comparisons;

  guint play_id;           /* a tick callback or a timeout, while it plays */
  gboolean play_ticks;     /* which of them */
  gint64 play_start;       /* in microseconds, of the frame clock */
  QdDay play_first;
};

/* qd-past-page.c */
QdPastReading *qd_past_page_new_reading  (QdPastPage      *self,
                                          GTaskThreadFunc  read,
                                          GCallback        on_read);

/* qd-past-play.c */
void           qd_past_page_play         (QdPastPage      *self);
void           qd_past_page_stop         (QdPastPage      *self);

/* qd-past-span.c */
void           qd_past_page_fit_span     (QdPastPage      *self);

/* qd-past-compare.c */
void           qd_past_page_init_compare (QdPastPage      *self);
void           qd_past_page_compare      (QdPastPage      *self,
                                          gboolean         comparing);
gboolean       qd_past_page_is_comparing (QdPastPage      *self);
void           qd_past_page_ask_changes  (QdPastPage      *self);

G_END_DECLS
