/* What a GtkListView of GTK 4.8 does not do by itself. */

#include "config.h"

#include "qd-list-quirks.h"

/**
 * qd_list_quirks_lay_out:
 * @list: a list view
 *
 * A list that has just heard of a change believes the new rows to be without
 * height until it is laid out, and scrolls to where things are not. To be called
 * before it is told to scroll.
 */
void
qd_list_quirks_lay_out (GtkListView *list)
{
  GtkWidget *widget = GTK_WIDGET (list);
  GtkAllocation allocation;

  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  gtk_widget_get_allocation (widget, &allocation);
  if (allocation.width <= 0 || !gtk_widget_get_mapped (widget))
    return;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, allocation.width,
                      NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget, &allocation, -1);
}

/**
 * qd_list_quirks_end_drag:
 * @list: a list view
 *
 * A list that began to scroll under a drag stops when the drag leaves it. A drop
 * or a cancelled drag is no leave, and it would run on to its end.
 */
void
qd_list_quirks_end_drag (GtkListView *list)
{
  g_autoptr (GListModel) controllers = NULL;

  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  controllers = gtk_widget_observe_controllers (GTK_WIDGET (list));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "leave");
    }
}
