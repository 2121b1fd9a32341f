/* What can be done with a cycle or a board as a whole: its menu, the keys, and the
 * actions that both name. Each is about the row that had the menu, or the focus when
 * a key was pressed.
 */

#include "config.h"

#include "dialogs/qd-cycle-dialog.h"
#include "dialogs/qd-new-board-dialog.h"
#include "dialogs/qd-rhythm-dialog.h"
#include "dialogs/qd-team-dialog.h"
#include "qd-board-row.h"
#include "qd-cycle-row.h"
#include "qd-sidebar-private.h"
#include "widgets/qd-context-menu.h"
#include "widgets/qd-toaster.h"

static void
set_target (QdSidebar     *self,
            GtkListBoxRow *row)
{
  QdEntity *entity = row != NULL ? qd_sidebar_get_entity (row) : NULL;
  const gboolean writable = !qd_store_get_read_only (self->store);
  QdBoard *above = NULL;
  QdBoard *below = NULL;

  g_set_weak_pointer (&self->target, row);

  if (QD_IS_BOARD (entity))
    {
      above = qd_sidebar_model_get_neighbour (self->model, QD_BOARD (entity), -1);
      below = qd_sidebar_model_get_neighbour (self->model, QD_BOARD (entity), 1);
    }

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.edit",
                                 writable && entity != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.new-board",
                                 writable && QD_IS_CYCLE (entity));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.set-rhythm",
                                 writable && QD_IS_BOARD (entity));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.set-team-parent",
                                 writable && QD_IS_BOARD (entity) &&
                                 qd_board_get_team (QD_BOARD (entity)) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.check-in",
                                 writable && QD_IS_BOARD (entity) &&
                                 qd_board_get_closed (QD_BOARD (entity)) == QD_DAY_NONE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.close-cycle",
                                 QD_IS_BOARD (entity));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.plan-next",
                                 writable && QD_IS_BOARD (entity));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.choose-team",
                                 QD_IS_BOARD (entity));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.archive",
                                 writable && QD_IS_BOARD (entity));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.move-up",
                                 writable && above != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.move-down",
                                 writable && below != NULL);
}

static void
on_menu_closed (QdSidebar *self)
{
  g_assert (QD_IS_SIDEBAR (self));

  if (self->target != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->target));
}

static void
pop_up_menu (QdSidebar     *self,
             GtkListBoxRow *row,
             double         x,
             double         y)
{
  GMenuModel *model = QD_IS_CYCLE_ROW (row) ? self->cycle_menu
                                            : self->board_menu;

  set_target (self, row);
  if (self->menu == NULL)
    {
      self->menu = qd_context_menu_new (GTK_WIDGET (self), NULL);
      g_signal_connect_swapped (self->menu, "closed",
                                G_CALLBACK (on_menu_closed), self);
    }

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static gboolean
on_menu_wanted (gpointer user_data,
                double   x,
                double   y)
{
  QdSidebar *self = user_data;
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);
  double menu_x, menu_y;

  g_assert (QD_IS_SIDEBAR (self));

  if (row == NULL || qd_sidebar_get_entity (row) == NULL ||
      !gtk_widget_translate_coordinates (GTK_WIDGET (self->list), GTK_WIDGET (self), x, y,
                                         &menu_x, &menu_y))
    return FALSE;

  pop_up_menu (self, row, menu_x, menu_y);

  return TRUE;
}

static gboolean
on_menu_key (GtkWidget *widget,
             GVariant  *unused_arguments,
             gpointer   unused)
{
  QdSidebar *self = QD_SIDEBAR (widget);
  GtkListBoxRow *row = qd_sidebar_get_focused_row (self);
  graphene_rect_t bounds;

  if (row == NULL || qd_sidebar_get_entity (row) == NULL ||
      !gtk_widget_compute_bounds (GTK_WIDGET (row), widget, &bounds))
    return GDK_EVENT_PROPAGATE;

  pop_up_menu (self, row,
               bounds.origin.x + bounds.size.width / 2,
               bounds.origin.y + bounds.size.height);

  return GDK_EVENT_STOP;
}

/* A key means the row that has the focus, not the one that had the menu. */
static gboolean
on_action_key (GtkWidget *widget,
               GVariant  *action,
               gpointer   unused)
{
  QdSidebar *self = QD_SIDEBAR (widget);
  GtkListBoxRow *row = qd_sidebar_get_focused_row (self);

  if (row == NULL || qd_sidebar_get_entity (row) == NULL)
    return GDK_EVENT_PROPAGATE;

  set_target (self, row);
  gtk_widget_activate_action_variant (widget,
                                      g_variant_get_string (action, NULL),
                                      NULL);

  return GDK_EVENT_STOP;
}

static void
on_board_created (QdSidebar *self,
                  QdBoard   *board)
{
  g_assert (QD_IS_SIDEBAR (self));

  qd_sidebar_select_board (self, board);
  g_signal_emit_by_name (self, "activated", board);
}

static void
new_board_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  QdSidebar *self = QD_SIDEBAR (widget);
  QdNewBoardDialog *dialog;

  if (!QD_IS_CYCLE_ROW (self->target))
    return;

  dialog = qd_new_board_dialog_present (
    widget, self->store, QD_CYCLE (qd_sidebar_get_entity (self->target)));
  g_signal_connect_object (dialog, "created",
                           G_CALLBACK (on_board_created), self,
                           G_CONNECT_SWAPPED);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QdSidebar *self = QD_SIDEBAR (widget);

  if (QD_IS_BOARD_ROW (self->target))
    qd_board_row_rename (QD_BOARD_ROW (self->target));
  else if (QD_IS_CYCLE_ROW (self->target))
    qd_cycle_dialog_present (widget, self->store,
                             QD_CYCLE (qd_sidebar_get_entity (self->target)));
}

/* Takes the focus away for good, so it has to wait until the menu gave it back. */
static gboolean
check_in (gpointer user_data)
{
  QdSidebar *self = user_data;

  if (QD_IS_BOARD_ROW (self->target))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.check-in-board", "x",
                                qd_entity_get_id (qd_sidebar_get_entity (self->target)));

  return G_SOURCE_REMOVE;
}

static void
check_in_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, check_in, g_object_ref (widget), g_object_unref);
}

static void
set_rhythm_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  QdSidebar *self = QD_SIDEBAR (widget);

  if (QD_IS_BOARD_ROW (self->target))
    qd_rhythm_dialog_present (widget, self->store,
                              qd_board_row_get_board (QD_BOARD_ROW (self->target)));
}

static void
set_team_parent_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  QdSidebar *self = QD_SIDEBAR (widget);

  if (QD_IS_BOARD_ROW (self->target))
    qd_team_dialog_present (widget, self->store,
                            qd_board_get_team (qd_board_row_get_board (
                              QD_BOARD_ROW (self->target))));
}

static void
cycle_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  QdEntity *entity = qd_sidebar_get_entity (QD_SIDEBAR (widget)->target);

  if (QD_IS_BOARD (entity))
    gtk_widget_activate_action (widget, g_str_equal (name, "sidebar.plan-next")
                                          ? "win.plan-next" : "win.close-cycle",
                                "x", qd_entity_get_id (entity));
}

static void
archive_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  QdSidebar *self = QD_SIDEBAR (widget);
  g_autoptr (GError) error = NULL;

  if (QD_IS_BOARD_ROW (self->target) &&
      !qd_edit_archive (self->store, QD_ENTITY_BOARD,
                        qd_entity_get_id (qd_sidebar_get_entity (self->target)), TRUE,
                        &error))
    qd_toaster_report (widget, error);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QdSidebar *self = QD_SIDEBAR (widget);
  const gboolean up = g_str_equal (name, "sidebar.move-up");
  QdBoard *board;
  QdBoard *neighbour;

  if (!QD_IS_BOARD_ROW (self->target))
    return;

  board = qd_board_row_get_board (QD_BOARD_ROW (self->target));
  neighbour = qd_sidebar_model_get_neighbour (self->model, board, up ? -1 : 1);
  if (neighbour != NULL)
    qd_sidebar_move_board (self, board, up ? QD_SIDE_BEFORE : QD_SIDE_AFTER, neighbour);
}

/* Puts a board directly before or after another of the same cycle. */
void
qd_sidebar_move_board (QdSidebar *self,
                       QdBoard   *board,
                       QdSide     side,
                       QdBoard   *anchor)
{
  QdCycle *cycle = qd_board_get_cycle (anchor);
  g_autoptr (GError) error = NULL;

  if (!qd_edit_move (self->store, QD_ENTITY_BOARD,
                     qd_entity_get_id (QD_ENTITY (board)),
                     cycle != NULL ? qd_entity_get_id (QD_ENTITY (cycle))
                                   : QD_ID_NONE,
                     side, qd_entity_get_id (QD_ENTITY (anchor)), &error))
    qd_toaster_report (GTK_WIDGET (self), error);
}

/* Adds what can be done, and the keys for it. */
void
qd_sidebar_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sidebar.new-board", NULL,
                                   new_board_action);
  gtk_widget_class_install_action (widget_class, "sidebar.edit", NULL,
                                   edit_action);
  gtk_widget_class_install_action (widget_class, "sidebar.check-in", NULL,
                                   check_in_action);
  gtk_widget_class_install_action (widget_class, "sidebar.close-cycle", NULL,
                                   cycle_action);
  gtk_widget_class_install_action (widget_class, "sidebar.plan-next", NULL,
                                   cycle_action);
  gtk_widget_class_install_action (widget_class, "sidebar.set-rhythm", NULL,
                                   set_rhythm_action);
  gtk_widget_class_install_action (widget_class, "sidebar.set-team-parent", NULL,
                                   set_team_parent_action);
  gtk_widget_class_install_action (widget_class, "sidebar.choose-team", NULL,
                                   qd_sidebar_choose_team_action);
  gtk_widget_class_install_action (widget_class, "sidebar.archive", NULL,
                                   archive_action);
  gtk_widget_class_install_action (widget_class, "sidebar.move-up", NULL,
                                   move_action);
  gtk_widget_class_install_action (widget_class, "sidebar.move-down", NULL,
                                   move_action);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0,
                                on_action_key, "s", "sidebar.edit");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0,
                                on_action_key, "s", "sidebar.archive");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK,
                                on_action_key, "s", "sidebar.move-up");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                on_action_key, "s", "sidebar.move-down");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0,
                                on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK,
                                on_menu_key, NULL);
}

/* The menu of a row of the list. */
void
qd_sidebar_add_menu (QdSidebar *self)
{
  qd_context_menu_attach (GTK_WIDGET (self->list), on_menu_wanted, self);
}
