/* How a board goes: the page that shows it, and the way back.
 */

#include "config.h"

#include "flow/qd-flow-page.h"
#include "qd-window-private.h"

#define PAGE "flow"

static void
leave (QdWindow *self)
{
  const gboolean together = qd_board_page_get_together (self->board_page);

  qd_window_set_mode (self, together ? "together" : "board");
  qd_board_page_focus (self->board_page);
}

/* It is about what was looked at: the boards side by side, or the one. */
void
qd_window_flow_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  QdWindow *self = QD_WINDOW (widget);
  g_autoptr (GArray) ids = NULL;
  GtkWidget *page;

  if (g_strcmp0 (qd_window_get_mode (self), PAGE) == 0)
    {
      leave (self);
      return;
    }

  page = gtk_stack_get_child_by_name (self->pages, PAGE);
  if (page == NULL)
    gtk_stack_add_named (self->pages, page = qd_flow_page_new (self->store), PAGE);
  ids = qd_window_dup_shown (self);
  qd_flow_page_set_boards (QD_FLOW_PAGE (page), (const QdId *) (gpointer) ids->data, ids->len);
  qd_window_show_page (self, PAGE);
  qd_flow_page_focus (QD_FLOW_PAGE (page));
}
