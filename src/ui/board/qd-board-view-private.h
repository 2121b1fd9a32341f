#pragma once

#include "filter/qd-board-filter.h"
#include "widgets/qd-today.h"

#include "qd-board-top.h"
#include "qd-board-view.h"
#include "qd-column-view.h"
#include "qd-entry-popover.h"

G_BEGIN_DECLS

/* For the files of QdBoardView only. */

struct _QdBoardView
{
  GtkWidget parent_instance;

  QdStore *store;
  QdBoard *board; /* (nullable) */
  QdBoardFilter *filter;     /* in a pane that of all panes */

  QdDensity density;
  gboolean bare;             /* without anything to click on */
  QdColumnView *last_column; /* (unowned) (nullable): had the focus last */
  QdCard *filtered_card;     /* (nullable): had the focus when it was filtered */
  QdCard *menu_card;         /* (nullable): whose menu is open or was just used */
  guint menu_idle;
  QdCard *asked_card;        /* (nullable): what the entry was last about */

  QdToday *clock;            /* when what the cards say depends on another day */
  GSignalGroup *board_signals;
  GSignalGroup *cycle_signals;

  QdBoardTop *top;           /* (nullable): in a pane beside others there is none */
  GtkWidget *overlay;
  GtkScrolledWindow *scroller;
  GtkWidget *columns;
  GtkWidget *lesson;
  GtkWidget *unmatched;

  gboolean moving_focus;    /* Tab, or an arrow, looks for the next place */

  GtkWidget *menu_popover;  /* (nullable): made when it is needed */
  GtkWidget *entry_popover; /* (nullable): made when it is needed */
};

/* What can be chosen for a card in its menu. */
typedef enum
{
  QD_CHOICE_OBJECTIVE,
  QD_CHOICE_OWNER,
  QD_CHOICE_COLUMN,
} QdCardChoice;

/* qd-board-time.c */
void          qd_board_view_init_time       (QdBoardView       *self);
void          qd_board_view_sync_time       (QdBoardView       *self);
void          qd_board_view_dispose_time    (QdBoardView       *self);

/* qd-board-columns.c */
void          qd_board_view_init_columns    (QdBoardView       *self);
void          qd_board_view_sync_columns    (QdBoardView       *self);
void          qd_board_view_finish_typing   (QdBoardView       *self);
QdColumnView *qd_board_view_get_column      (QdBoardView       *self,
                                             QdColumn          *column);
QdColumnView *qd_board_view_get_neighbour   (QdBoardView       *self,
                                             QdColumnView      *column,
                                             int                step);
QdColumnView *qd_board_view_get_nth_column  (QdBoardView       *self,
                                             guint              nth);
QdColumnView *qd_board_view_get_focus       (QdBoardView       *self,
                                             QdCard           **card);
gboolean      qd_board_view_focus_card      (QdBoardView       *self,
                                             QdCard            *card);

/* qd-board-focus.c */
gboolean      qd_board_view_focus_cards     (QdBoardView       *self);
void          qd_board_view_recover_focus   (QdBoardView       *self);
gboolean      qd_board_view_grab_focus      (GtkWidget         *widget);
gboolean      qd_board_view_move_focus      (GtkWidget         *widget,
                                             GtkDirectionType   direction);

/* qd-board-filtering.c */
void          qd_board_view_init_filter     (QdBoardView       *self);
void          qd_board_view_own_filter      (QdBoardView       *self);
void          qd_board_view_dispose_filter  (QdBoardView       *self);
void          qd_board_view_change_filter   (QdBoardView       *self,
                                             const char * const *filter);
char        **qd_board_view_dup_alive       (QdBoardView       *self,
                                             const char * const *filter);
void          qd_board_view_refilter        (QdBoardView       *self,
                                             guint              changes);
void          qd_board_view_update_unmatched
                                            (QdBoardView       *self);
char         *qd_board_view_uncover         (QdBoardView       *self,
                                             QdCard            *card);
void          qd_board_view_clear_filter_action
                                            (GtkWidget         *widget,
                                             const char        *action_name,
                                             GVariant          *parameter);
void          qd_board_view_filter_action   (GtkWidget         *widget,
                                             const char        *action_name,
                                             GVariant          *parameter);
void          qd_board_view_filter_nth_action
                                            (GtkWidget         *widget,
                                             const char        *action_name,
                                             GVariant          *parameter);
void          qd_board_view_filter_only_action
                                            (GtkWidget         *widget,
                                             const char        *action_name,
                                             GVariant          *parameter);
void          qd_board_view_filter_mine_action
                                            (GtkWidget         *widget,
                                             const char        *action_name,
                                             GVariant          *parameter);
void          qd_board_view_filter_text_action
                                            (GtkWidget         *widget,
                                             const char        *action_name,
                                             GVariant          *parameter);
void          qd_board_view_find_action     (GtkWidget         *widget,
                                             const char        *action_name,
                                             GVariant          *parameter);
void          qd_board_view_focus_action    (GtkWidget         *widget,
                                             const char        *action_name,
                                             GVariant          *parameter);
void          qd_board_view_go_first_action (GtkWidget         *widget,
                                             const char        *action_name,
                                             GVariant          *parameter);
void          qd_board_view_uncover_action  (GtkWidget         *widget,
                                             const char        *action_name,
                                             GVariant          *parameter);

/* qd-board-menu.c */
char         *qd_board_view_dup_choice      (QdBoardView       *self,
                                             QdCardChoice       choice);
void          qd_board_view_choose          (QdBoardView       *self,
                                             QdCardChoice       choice,
                                             const char        *value);
gboolean      qd_board_view_popup_menu_for  (QdBoardView       *self,
                                             GtkWidget         *widget,
                                             const GdkRectangle *at);
void          qd_board_view_popup_column_menu
                                            (QdBoardView       *self,
                                             QdColumnView      *column);
void          qd_board_view_ask             (QdBoardView       *self,
                                             GtkWidget         *about,
                                             const char        *heading,
                                             const char        *text,
                                             gboolean           required,
                                             QdEntryFunc        func);
void          qd_board_view_ask_about_card  (QdBoardView       *self,
                                             QdCard            *card,
                                             const char        *heading,
                                             const char        *text,
                                             gboolean           required,
                                             QdEntryFunc        func);
void          qd_board_view_dispose_menus   (QdBoardView       *self);

/* qd-board-actions.c */
void          qd_board_view_install_actions (GtkWidgetClass    *widget_class);
void          qd_board_view_update_writing  (QdBoardView       *self);

G_END_DECLS
