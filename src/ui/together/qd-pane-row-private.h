#pragma once

#include "widgets/qd-after-frame.h"

#include "qd-pane-row.h"

G_BEGIN_DECLS

/* For the files of QdPaneRow only. */

struct _QdPaneRow
{
  GtkWidget parent_instance;

  QdStore *store;
  QdChosenBoards *boards;
  QdBoardFilter *filter;
  QdDensity density;
  QdPaneMemory *memory;

  GtkScrolledWindow *scroller;
  GtkWidget *panes;
  GtkDropControllerMotion *drops;
  QdPane *last_pane; /* (weak) (nullable): had the focus last */
  QdAfterFrame build_frame;
  QdAfterFrame focus_frame;
  GtkRoot *root;     /* (unowned) (nullable): whose focus is watched */
  gboolean moving_focus; /* Tab, or an arrow, looks for the next place */
  gboolean narrowed; /* or widened: what has the focus may be out of sight */
  guint tick_id;
};

/* qd-pane-row.c */
gboolean qd_pane_row_enter           (QdPaneRow      *self,
                                      QdPane         *pane,
                                      gboolean        last,
                                      double          y);

/* qd-pane-row-actions.c */
void     qd_pane_row_install_actions (GtkWidgetClass *widget_class);
void     qd_pane_row_add_keys        (QdPaneRow      *self);

G_END_DECLS
