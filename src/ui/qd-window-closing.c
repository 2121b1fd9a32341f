/* The end of a cycle: the page that leads through it, and what comes after it.
 */

#include "config.h"

#include "closing/qd-closing-page.h"
#include "qd-window-private.h"

#define PAGE "closing"

/* Leads through the end of a board: of that whose id is given, or of the one that is
 * looked at. */
void
qd_window_close_cycle_action (GtkWidget  *widget,
                              const char *name,
                              GVariant   *parameter)
{
  QdWindow *self = QD_WINDOW (widget);
  QdBoard *board = qd_window_get_board (self);
  GtkWidget *page;
  QdId id;

  g_assert (QD_IS_WINDOW (self));

  if (self->store == NULL)
    return;
  id = g_variant_get_int64 (parameter);
  if (id == QD_ID_NONE && board != NULL)
    id = qd_entity_get_id (QD_ENTITY (board));
  if (id == QD_ID_NONE)
    return;

  page = gtk_stack_get_child_by_name (self->pages, PAGE);
  if (page == NULL)
    gtk_stack_add_named (self->pages, page = qd_closing_page_new (self->store), PAGE);
  qd_closing_page_set_board (QD_CLOSING_PAGE (page), id);
  qd_window_show_page (self, PAGE);
  qd_closing_page_focus (QD_CLOSING_PAGE (page));
}
