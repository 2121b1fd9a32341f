/* Where the focus goes on a board: to the cards, back to them from what goes, and with
 * Tab through all there is.
 */

#include "config.h"

#include "qd-board-view-private.h"

gboolean
qd_board_view_focus_cards (QdBoardView *self)
{
  QdColumnView *column = self->last_column;

  if (column == NULL)
    column = qd_board_view_get_nth_column (self, 0);

  return column != NULL &&
         gtk_widget_grab_focus (GTK_WIDGET (qd_column_view_get_list (column)));
}

/* What had the focus may be gone, by an undo or from another window: the place where a
 * card was is good for it. A board that does not show, as behind those side by side, has
 * no use for keys. */
void
qd_board_view_recover_focus (QdBoardView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_get_root (focus) == NULL &&
      gtk_widget_get_mapped (GTK_WIDGET (self)))
    qd_board_view_focus_cards (self);
}

/* GTK asks for this when a popover goes that had the focus. It also does for Tab,
 * which is to go through all there is. */
gboolean
qd_board_view_grab_focus (GtkWidget *widget)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);

  return !self->moving_focus && qd_board_view_focus_cards (self);
}

static void
forget_focus (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_focus_child (widget); child != NULL;
       child = gtk_widget_get_focus_child (widget = child))
    gtk_widget_set_focus_child (widget, NULL);
}

/* Who comes with Tab begins at the edge, not behind what had the focus last. A
 * popover belongs to what it points at: Tab in it goes on in it. */
gboolean
qd_board_view_move_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);
  GtkWidgetClass *parent_class = g_type_class_peek_parent (G_OBJECT_GET_CLASS (self));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  gboolean moved;

  /* A window that has just opened. */
  if (focus == NULL && direction == GTK_DIR_TAB_FORWARD && qd_board_view_focus_cards (self))
    return TRUE;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, widget))
    forget_focus (widget);

  self->moving_focus = TRUE;
  moved = parent_class->focus (widget, direction);
  self->moving_focus = FALSE;

  return moved;
}
