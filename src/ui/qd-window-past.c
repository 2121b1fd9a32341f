/* The time machine in a window: the way there and back. */

#include "config.h"

#include "past/qd-past-page.h"
#include "qd-window-private.h"

#define PAGE "past"

static gboolean
shows_past (QdWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), PAGE) == 0;
}

/* What was looked at, in the same way. */
static void
show_past (QdWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, PAGE);
  g_autoptr (GArray) ids = qd_window_dup_shown (self);
  g_auto (GStrv) filter = qd_window_dup_filter (self);
  const char * const *wanted = (const char * const *) filter;
  const QdId *boards = (const QdId *) (gpointer) ids->data;

  if (ids->len == 0)
    return;

  if (page == NULL)
    gtk_stack_add_named (self->pages, page = qd_past_page_new (self->store), PAGE);
  if (qd_board_page_get_together (self->board_page))
    qd_past_page_show_boards (QD_PAST_PAGE (page), boards, ids->len,
                              qd_together_view_get_density (qd_window_get_together_view (self)),
                              wanted);
  else
    qd_past_page_show_board (QD_PAST_PAGE (page), boards[0], wanted);
  qd_window_show_page (self, PAGE);
  qd_past_page_focus (QD_PAST_PAGE (page));
}

/* There, or back to where one was. */
void
qd_window_past_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  QdWindow *self = QD_WINDOW (widget);

  if (!shows_past (self))
    {
      show_past (self);
      return;
    }

  qd_window_show_page (self, "board");
  qd_board_page_focus (self->board_page);
}
