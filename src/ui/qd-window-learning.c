/* What was learned from cycles that are over: the page that shows it, and the way back.
 */

#include "config.h"

#include "learning/qd-learning-page.h"
#include "qd-window-private.h"

#define PAGE "learning"

void
qd_window_learning_action (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  QdWindow *self = QD_WINDOW (widget);
  GtkWidget *page;

  if (g_strcmp0 (qd_window_get_mode (self), PAGE) == 0)
    {
      qd_window_set_mode (self, qd_board_page_get_together (self->board_page) ? "together"
                                                                              : "board");
      return;
    }

  page = gtk_stack_get_child_by_name (self->pages, PAGE);
  if (page == NULL)
    gtk_stack_add_named (self->pages, page = qd_learning_page_new (self->store), PAGE);
  qd_window_show_page (self, PAGE);
  qd_learning_page_focus (QD_LEARNING_PAGE (page));
}
