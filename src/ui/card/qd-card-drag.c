/* Dragging a card out of its list.
 *
 * The source is the list, which is still there when a drag ends; the row of the
 * card is usually gone by then, for a drag ends inside the drop. What is
 * dragged is the card itself, the same object in every window.
 */

#include "config.h"

#include "widgets/qd-drag-escape.h"
#include "widgets/qd-drag-picture.h"
#include "widgets/qd-drag.h"

#include "qd-card-drag.h"
#include "qd-card-list.h"

static QdCardView *
pick (QdCardList *list,
      double      x,
      double      y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (list), x, y, GTK_PICK_DEFAULT);

  if (widget == NULL)
    return NULL;

  return QD_CARD_VIEW (gtk_widget_get_ancestor (widget, QD_TYPE_CARD_VIEW));
}

static GdkContentProvider *
on_prepare (GtkDragSource *source,
            double         x,
            double         y,
            QdCardList    *list)
{
  QdCardView *view = pick (list, x, y);

  g_assert (QD_IS_CARD_LIST (list));

  /* Now, before the card is dimmed. */
  if (view == NULL || !qd_drag_picture_set (source, GTK_WIDGET (view), x, y))
    return NULL;

  return gdk_content_provider_new_typed (QD_TYPE_CARD,
                                         qd_card_view_get_item (view));
}

static void
on_drag_begin (GtkDragSource *source,
               GdkDrag       *drag,
               QdCardList    *list)
{
  g_autoptr (QdCard) card = qd_drag_dup_thing (drag, QD_TYPE_CARD);

  g_assert (QD_IS_CARD_LIST (list));

  qd_drag_escape_watch (drag);
  if (card != NULL)
    qd_card_list_set_dragged (list, card);
}

static void
on_drag_end (GtkDragSource *source,
             GdkDrag       *drag,
             gboolean       delete_data,
             QdCardList    *list)
{
  g_assert (QD_IS_CARD_LIST (list));

  qd_card_list_set_dragged (list, NULL);
}

/**
 * qd_card_drag_attach:
 * @card_list: a #QdCardList
 *
 * Lets its cards be dragged, wherever they are grabbed.
 */
void
qd_card_drag_attach (GtkWidget *card_list)
{
  GtkDragSource *source = gtk_drag_source_new ();

  g_return_if_fail (QD_IS_CARD_LIST (card_list));

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare), card_list);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), card_list);
  g_signal_connect (source, "drag-end", G_CALLBACK (on_drag_end), card_list);
  gtk_widget_add_controller (card_list, GTK_EVENT_CONTROLLER (source));
}
