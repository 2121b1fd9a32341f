/* Filters boards by what is one's own, from a key, whether one board shows or several. */

#include "config.h"

#include "filter/qd-filter-part.h"

#include "qd-filter-mine.h"

/**
 * qd_filter_mine_toggle:
 * @widget: what has the action "board.filter"
 * @store: the file that its boards are in
 *
 * Asks for what is one's own, or no longer. Where nobody said who they are, that is
 * asked first.
 */
void
qd_filter_mine_toggle (GtkWidget *widget,
                       QdStore   *store)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (QD_IS_STORE (store));

  if (qd_workspace_get_me (qd_store_get_workspace (store)) != NULL)
    gtk_widget_activate_action (widget, "board.filter", "s", QD_FILTER_MINE_TOKEN);
  else
    gtk_widget_activate_action (widget, "app.preferences", NULL);
}
