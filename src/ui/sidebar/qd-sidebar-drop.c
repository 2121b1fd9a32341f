/* Boards that are dragged to another place among those of their cycle. */

#include "config.h"

#include "qd-board-row.h"
#include "qd-sidebar-private.h"
#include "widgets/qd-drag.h"

static void
mark_drop (QdSidebar     *self,
           GtkListBoxRow *row,
           QdSide         side)
{
  if (self->marked != NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->marked), "drop-before");
      gtk_widget_remove_css_class (GTK_WIDGET (self->marked), "drop-after");
    }

  g_set_weak_pointer (&self->marked, row);
  if (row != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row), side == QD_SIDE_BEFORE
                                                ? "drop-before" : "drop-after");
}

/* Where a drop of @board at @y would put it: directly before or after the board
 * of the row returned. Nothing where that would change nothing. */
static GtkListBoxRow *
find_drop (QdSidebar *self,
           QdBoard   *board,
           double     y,
           QdSide    *side)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);
  QdBoard *anchor;
  graphene_rect_t bounds;
  gboolean before;

  if (!QD_IS_BOARD_ROW (row) ||
      !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list),
                                  &bounds))
    return NULL;

  /* A board of another window may be one of another file. */
  anchor = qd_board_row_get_board (QD_BOARD_ROW (row));
  before = y < bounds.origin.y + bounds.size.height / 2;
  if (anchor == board ||
      qd_sidebar_find_row (self, QD_ENTITY (board)) == NULL ||
      qd_board_get_cycle (anchor) != qd_board_get_cycle (board) ||
      qd_sidebar_model_get_neighbour (self->model, anchor,
                                      before ? -1 : 1) == board)
    return NULL;

  *side = before ? QD_SIDE_BEFORE : QD_SIDE_AFTER;

  return row;
}

/* No leave comes when a drag is cancelled. */
static void
on_drag_cancelled (QdSidebar *self)
{
  g_assert (QD_IS_SIDEBAR (self));

  mark_drop (self, NULL, QD_SIDE_LAST);
}

static GdkDragAction
on_drop_motion (GtkDropTarget *target,
                double         x,
                double         y,
                QdSidebar     *self)
{
  const GValue *value = gtk_drop_target_get_value (target);
  GtkListBoxRow *row = NULL;
  QdSide side = QD_SIDE_LAST;

  g_assert (QD_IS_SIDEBAR (self));

  g_signal_group_set_target (self->drag_signals, qd_drag_over (target));
  if (value != NULL)
    row = find_drop (self, g_value_get_object (value), y, &side);
  mark_drop (self, row, side);

  return row != NULL ? GDK_ACTION_MOVE : 0;
}

static void
on_drop_leave (QdSidebar *self)
{
  g_assert (QD_IS_SIDEBAR (self));

  g_signal_group_set_target (self->drag_signals, NULL);
  mark_drop (self, NULL, QD_SIDE_LAST);
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         QdSidebar     *self)
{
  QdBoard *board = g_value_get_object (value);
  GtkListBoxRow *row;
  QdSide side;

  g_assert (QD_IS_SIDEBAR (self));

  g_signal_group_set_target (self->drag_signals, NULL);
  mark_drop (self, NULL, QD_SIDE_LAST);
  row = find_drop (self, board, y, &side);
  if (row == NULL)
    return FALSE;

  qd_sidebar_move_board (self, board, side, qd_board_row_get_board (QD_BOARD_ROW (row)));

  return TRUE;
}

/* Lets boards be dropped on the list. */
void
qd_sidebar_add_drop_target (QdSidebar *self)
{
  GtkDropTarget *target = gtk_drop_target_new (QD_TYPE_BOARD, GDK_ACTION_MOVE);

  /* Only what is loaded early lets the motion know whose board it is. */
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "motion", G_CALLBACK (on_drop_motion), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (on_drop_leave), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list),
                             GTK_EVENT_CONTROLLER (target));

  self->drag_signals = g_signal_group_new (GDK_TYPE_DRAG);
  g_signal_group_connect_swapped (self->drag_signals, "cancel",
                                  G_CALLBACK (on_drag_cancelled), self);
}
