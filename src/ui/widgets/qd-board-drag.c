/* Dragging a board by something that stands for it.
 *
 * What is dragged is the board itself; who takes it knows what that means.
 */

#include "config.h"

#include "qd-board-drag.h"
#include "qd-drag-escape.h"
#include "qd-drag-picture.h"

static GtkWidget *
get_widget (GtkDragSource *source)
{
  return gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
}

static GdkContentProvider *
on_prepare (GtkDragSource *source,
            double         x,
            double         y,
            QdBoard       *board)
{
  g_assert (QD_IS_BOARD (board));

  /* Now, before the widget is dimmed. */
  if (!qd_drag_picture_set (source, get_widget (source), x, y))
    return NULL;

  return gdk_content_provider_new_typed (QD_TYPE_BOARD, board);
}

static void
on_begin (GtkDragSource *source,
          GdkDrag       *drag,
          QdBoard       *board)
{
  g_assert (QD_IS_BOARD (board));

  gtk_widget_add_css_class (get_widget (source), "dragged");
  qd_drag_escape_watch (drag);
}

static void
on_end (GtkDragSource *source,
        GdkDrag       *drag,
        gboolean       delete_data,
        QdBoard       *board)
{
  GtkWidget *widget = get_widget (source);

  g_assert (QD_IS_BOARD (board));

  /* A drop may have taken it away. */
  if (widget != NULL)
    gtk_widget_remove_css_class (widget, "dragged");
}

/**
 * qd_board_drag_attach:
 * @widget: what stands for the board
 * @board: a board
 *
 * Lets the board be dragged by the widget, which has the style class `dragged`
 * meanwhile.
 *
 * Returns: (transfer none): what does it
 */
GtkEventController *
qd_board_drag_attach (GtkWidget *widget,
                      QdBoard   *board)
{
  GtkDragSource *source;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (QD_IS_BOARD (board), NULL);

  source = gtk_drag_source_new ();
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_prepare), board, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_begin), board, 0);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (on_end), board, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));

  return GTK_EVENT_CONTROLLER (source);
}
