#pragma once

#include "qd-announcer.h"
#include "pages/qd-board-page.h"
#include "qd-window.h"
#include "sidebar/qd-sidebar.h"
#include "together/qd-together-view.h"
#include "widgets/qd-busy.h"
#include "widgets/qd-split.h"
#include "widgets/qd-toaster.h"

G_BEGIN_DECLS

/* For the files of the window only. */

struct _QdWindow
{
  GtkApplicationWindow parent_instance;

  GtkWidget *sidebar_button;
  GtkWidget *new_button;
  GtkWidget *modes;
  GtkWidget *menu_button;
  GMenuModel *new_menu;
  GMenuModel *main_menu;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  QdToaster *toaster;
  QdBusy *busy;
  GtkWidget *banner;
  GtkLabel *banner_text;
  QdSplit *split;
  GtkDropTarget *drop_target;
  GtkStack *pages;

  QdSettings *settings;
  char *path;                   /* (nullable): of the store, or what failed */
  QdStore *store;               /* (nullable) */
  QdAnnouncer *announcer;       /* (nullable): with the store */
  QdSidebar *sidebar;           /* (nullable): with the store */
  QdBoardPage *board_page;      /* (nullable): with the store */
  GtkWidget *board_view;        /* (nullable): of the board page */
  QdChosenBoards *chosen;       /* (nullable): with the store */
  QdPaneMemory *pane_memory;    /* (nullable): with the store */
  gboolean together_restored;   /* as it was the last time */
  QdId presented;               /* the board that was presented last */
  const char *presented_over;   /* (nullable): the page that was left for that */
  GtkWidget *presented_focus;   /* (weak) (nullable): what had the focus there */

  const char *run_over;         /* (nullable): the page that was left for a run */
  GtkWidget *run_focus;         /* (weak) (nullable): what had the focus there */

  guint catch_up_id;
  gboolean catch_up_failed;

  gboolean released;            /* the application works on the file */
  GCancellable *work;           /* (nullable): of the long work that runs */
  GQueue *imports;              /* (element-type GFile): that wait */
  GtkWidget *import_report;     /* (weak) (nullable): of the last import */

  GtkWidget *question;          /* (weak) (nullable): whether to close */
  gboolean discards;            /* the answer was yes */
};

void     qd_window_install_actions     (GtkWidgetClass *widget_class);
void     qd_window_update_actions      (QdWindow       *self);
void     qd_window_update_modes        (QdWindow       *self);
void     qd_window_update_title        (QdWindow       *self);
void     qd_window_update_undo         (QdWindow       *self);
void     qd_window_create_sidebar      (QdWindow       *self);
void     qd_window_update_sidebar      (QdWindow       *self);
void     qd_window_sync_narrow         (QdWindow       *self);
void     qd_window_show_welcome        (QdWindow       *self);
void     qd_window_show_page           (QdWindow       *self,
                                        const char     *name);
void     qd_window_show_kept           (QdWindow       *self,
                                        const char     *page);
void     qd_window_close_dialogs       (QdWindow       *self);
void     qd_window_leave_fields        (QdWindow       *self);
gboolean qd_window_may_close           (QdWindow       *self);
void     qd_window_restore_state       (QdWindow       *self);
void     qd_window_remember_filter     (QdWindow       *self);
QdBoard *qd_window_find_last_board     (QdWindow       *self);
void     qd_window_update_author       (QdWindow       *self);
QdCard  *qd_window_find_unsent_in_run  (QdWindow       *self);
void     qd_window_forget_unsent_in_run
                                       (QdWindow       *self);
void     qd_window_import              (QdWindow       *self,
                                        GListModel     *files);
void     qd_window_import_next         (QdWindow       *self);
gboolean qd_window_drop                (GtkDropTarget  *target,
                                        const GValue   *value,
                                        double          x,
                                        double          y,
                                        QdWindow       *self);

QdTogetherView *
         qd_window_get_together_view   (QdWindow       *self);
gboolean qd_window_is_together         (QdWindow       *self);
void     qd_window_init_together       (QdWindow       *self);
void     qd_window_save_together       (QdWindow       *self);
void     qd_window_drop_together       (QdWindow       *self);
void     qd_window_show_together       (QdWindow       *self);
void     qd_window_leave_together      (QdWindow       *self);
gboolean qd_window_open_together       (QdWindow       *self);
GArray  *qd_window_dup_cycle_of_board  (QdWindow       *self);
GArray  *qd_window_dup_shown           (QdWindow       *self);
const char *
         qd_window_get_mode            (QdWindow       *self);
void     qd_window_set_mode            (QdWindow       *self,
                                        const char     *mode);

void     qd_window_choose_waiting_action
                                       (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);
void     qd_window_plan_next_action    (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);

void     qd_window_close_cycle_action  (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);

void     qd_window_end_presentation    (QdWindow       *self);
void     qd_window_follow_board        (QdWindow       *self,
                                        QdBoard        *board);

char   **qd_window_dup_filter          (QdWindow       *self);

void     qd_window_mode_action         (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);
void     qd_window_past_action         (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);
void     qd_window_print_action        (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);
void     qd_window_present_action      (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);

void     qd_window_check_in_run_action (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);
void     qd_window_check_in_board_action
                                       (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);
void     qd_window_leave_run_action    (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);

void     qd_window_together_action     (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);
void     qd_window_show_board_action   (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);
void     qd_window_show_view_action    (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);
void     qd_window_show_nth_view_action
                                       (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);
void     qd_window_choose_cycle_action (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);
void     qd_window_check_file_action   (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);
void     qd_window_flow_action         (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);
void     qd_window_import_action       (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);
void     qd_window_learning_action     (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);
void     qd_window_open_file_action    (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);
void     qd_window_recover_action      (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);
void     qd_window_restore_from_action (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);
void     qd_window_save_copy_action    (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);
void     qd_window_search_action       (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);
void     qd_window_leave_search_action (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);
void     qd_window_show_found_action   (GtkWidget      *widget,
                                        const char     *name,
                                        GVariant       *parameter);

G_END_DECLS
