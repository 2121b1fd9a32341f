#pragma once

#include "qd-sidebar-model.h"
#include "qd-sidebar.h"
#include "store/qd-edit.h"
#include "widgets/qd-after-frame.h"

G_BEGIN_DECLS

/* For the files of the sidebar only. */

struct _QdSidebar
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkListBox *list;
  GtkListBoxRow *shelf_row;
  GtkLabel *shelf_count;
  GtkListBoxRow *archive_row;
  GtkWidget *new_button;
  GMenuModel *board_menu;
  GMenuModel *cycle_menu;
  GtkWidget *menu;              /* (nullable): made when first asked for */

  QdStore *store;
  QdSidebarModel *model;
  QdBoard *board;               /* (nullable): selected */
  QdBoard *before;              /* (nullable): selected before it */
  GtkListBoxRow *target;        /* (nullable) (weak): what an action means */
  GtkListBoxRow *marked;        /* (nullable) (weak): where a drop would go */
  GtkListBoxRow *last_row;      /* (nullable) (weak): had the focus last */
  GSignalGroup *drag_signals;   /* of the drag that is over the list */
  QdAfterFrame count_frame;     /* counts what waits on the shelf */
  gboolean updating;

  QdChosenBoards *chosen;       /* that stand side by side */
  gboolean choosing;            /* which */
  gboolean single_click;        /* is enough to go to a board */
};

QdEntity      *qd_sidebar_get_entity      (GtkListBoxRow  *row);
GtkListBoxRow *qd_sidebar_find_row        (QdSidebar      *self,
                                           QdEntity       *entity);
GtkListBoxRow *qd_sidebar_get_focused_row (QdSidebar      *self);
void           qd_sidebar_add_drop_target (QdSidebar      *self);
void           qd_sidebar_update_clicks   (QdSidebar      *self);

/* qd-sidebar-actions.c */
void           qd_sidebar_install_actions (GtkWidgetClass *widget_class);
void           qd_sidebar_add_menu        (QdSidebar      *self);
void           qd_sidebar_move_board      (QdSidebar      *self,
                                           QdBoard        *board,
                                           QdSide          side,
                                           QdBoard        *anchor);

/* qd-sidebar-choice.c */
void           qd_sidebar_add_choice      (QdSidebar      *self);
void           qd_sidebar_sync_tick       (QdSidebar      *self,
                                           GtkListBoxRow  *row);
void           qd_sidebar_choose_team_action
                                          (GtkWidget      *widget,
                                           const char     *name,
                                           GVariant       *parameter);

G_END_DECLS
