/* Lets a screen reader meet only the page of a stack that is to be seen.
 *
 * GTK 4.8 tells of all of them, as if they stood side by side.
 */

#include "config.h"

#include "qd-pages.h"

static void
update (GtkStack *stack)
{
  GtkWidget *visible = gtk_stack_get_visible_child (stack);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_accessible_update_state (GTK_ACCESSIBLE (child),
                                 GTK_ACCESSIBLE_STATE_HIDDEN, child != visible,
                                 -1);
}

static void
on_changed (GtkStack *stack)
{
  g_assert (GTK_IS_STACK (stack));

  update (stack);
}

/**
 * qd_pages_attach:
 * @stack: a stack
 *
 * Hides its other pages from screen readers, from now on.
 */
void
qd_pages_attach (GtkStack *stack)
{
  g_autoptr (GtkSelectionModel) pages = NULL;

  g_return_if_fail (GTK_IS_STACK (stack));

  pages = gtk_stack_get_pages (stack);
  g_signal_connect (stack, "notify::visible-child", G_CALLBACK (on_changed), NULL);
  g_signal_connect_object (pages, "items-changed", G_CALLBACK (on_changed), stack,
                           G_CONNECT_SWAPPED);
  /* Not the stack, but what is asked for its pages tells of new ones. */
  g_object_set_data_full (G_OBJECT (stack), "qd-pages", g_steal_pointer (&pages),
                          g_object_unref);
  update (stack);
}
