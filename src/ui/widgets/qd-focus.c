/* Where the focus is, for widgets that hand it on to a child.
 *
 * GTK asks a widget to take the focus on three occasions: when somebody says so,
 * when a popover or a child goes that had it, and when Tab finds nothing more in
 * the widget. The last must not bring it back inside, or Tab would never get out.
 */

#include "config.h"

#include "qd-focus.h"

/**
 * qd_focus_is_inside:
 * @widget: a widget
 *
 * Returns: whether the focus is on something in @widget, and stays there unless it
 *   is taken on; %FALSE where it is in a popover, or on what is hidden by now
 */
gboolean
qd_focus_is_inside (GtkWidget *widget)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  root = gtk_widget_get_root (widget);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL &&
         gtk_widget_is_ancestor (focus, widget) &&
         gtk_widget_get_mapped (focus) &&
         gtk_widget_get_native (focus) == gtk_widget_get_native (widget);
}

/**
 * qd_focus_close_popovers:
 * @widget: what has the focus
 *
 * Closes the popovers that it is in. GTK does not let go of a popover that goes
 * while it is open.
 */
void
qd_focus_close_popovers (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (GTK_IS_POPOVER (widget))
      gtk_popover_popdown (GTK_POPOVER (widget));
}
