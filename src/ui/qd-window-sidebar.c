/* What the sidebar of a window leads to: a board, the shelf, the archive, or a welcome where
 * there is nothing else.
 */

#include "config.h"

#include "pages/qd-welcome-page.h"
#include "qd-window-private.h"

/* The sidebar is of no use where it has no boards to offer. */
void
qd_window_update_sidebar (QdWindow *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->pages);
  gboolean useful = FALSE;

  if (self->sidebar != NULL && g_strcmp0 (page, "presentation") != 0)
    useful = qd_sidebar_get_first_board (self->sidebar) != NULL ||
             g_strcmp0 (page, "archive") == 0 || g_strcmp0 (page, "shelf") == 0;

  qd_split_set_sidebar (self->split,
                        useful ? GTK_WIDGET (self->sidebar) : NULL);
  gtk_widget_set_sensitive (self->sidebar_button, useful);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.toggle-sidebar", useful);
}

void
qd_window_show_welcome (QdWindow *self)
{
  if (gtk_stack_get_child_by_name (self->pages, "welcome") == NULL)
    gtk_stack_add_named (self->pages, qd_welcome_page_new (), "welcome");

  qd_window_show_page (self, "welcome");
}

static void
on_sidebar_selected (QdWindow   *self,
                     QdBoard    *board,
                     const char *chosen)
{
  const char *page = gtk_stack_get_visible_child_name (self->pages);

  g_assert (QD_IS_WINDOW (self));

  /* Nobody chose: the board behind went, which is nothing to those who look on. */
  if (board != NULL && g_strcmp0 (page, "presentation") == 0)
    qd_window_follow_board (self, board);
  else if (board != NULL)
    qd_window_set_board (self, board);
  else if (chosen != NULL)
    qd_window_show_kept (self, chosen);
  else if (g_strcmp0 (page, "board") == 0)
    /* Nobody chose: the last board went. */
    qd_window_show_welcome (self);
}

static void
on_sidebar_activated (QdWindow *self,
                      QdBoard  *board)
{
  g_assert (QD_IS_WINDOW (self));

  if (qd_split_get_narrow (self->split))
    qd_split_set_sidebar_shown (self->split, FALSE);
  if (board != NULL)
    qd_board_page_focus (self->board_page);
  else
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->pages),
                            GTK_DIR_TAB_FORWARD);
}

/* Where the sidebar lies over the board, one click has to be enough. */
void
qd_window_sync_narrow (QdWindow *self)
{
  g_assert (QD_IS_WINDOW (self));

  if (self->sidebar != NULL)
    qd_sidebar_set_single_click (self->sidebar, qd_split_get_narrow (self->split));
}

/* For the file that is shown. */
void
qd_window_create_sidebar (QdWindow *self)
{
  self->sidebar = QD_SIDEBAR (g_object_ref_sink (qd_sidebar_new (self->store,
                                                                 self->chosen)));
  g_signal_connect_object (self->sidebar, "selected",
                           G_CALLBACK (on_sidebar_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sidebar, "activated",
                           G_CALLBACK (on_sidebar_activated), self,
                           G_CONNECT_SWAPPED);
  qd_window_sync_narrow (self);
}
