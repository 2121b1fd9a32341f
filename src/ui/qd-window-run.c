/* Going through the check-ins that are due, in a window: whose they are, and the way back
 * from there. Who the person is also says who signs what they do.
 */

#include "config.h"

#include "checkin/qd-run-page.h"
#include "qd-window-private.h"

#define RUN "run"

static void
on_named (QdWindow   *self,
          const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, RUN);

  g_assert (QD_IS_WINDOW (self));

  g_object_set (self->settings, "name", name, NULL);
  qd_run_page_begin (QD_RUN_PAGE (page), name, QD_ID_NONE);
}

/* Remembers where one was. */
static QdRunPage *
show_page (QdWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, RUN);
  const char *name = gtk_stack_get_visible_child_name (self->pages);

  if (page == NULL)
    {
      page = qd_run_page_new (self->store);
      g_signal_connect_object (page, "named", G_CALLBACK (on_named), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->pages, page, RUN);
    }
  if (g_strcmp0 (name, RUN) != 0)
    {
      self->run_over = g_strcmp0 (name, "presentation") == 0 ? self->presented_over
                                                             : g_intern_string (name);
      g_set_weak_pointer (&self->run_focus, gtk_window_get_focus (GTK_WINDOW (self)));
      qd_window_show_page (self, RUN);
    }

  return QD_RUN_PAGE (page);
}

/* The check-ins of whoever this copy belongs to; who that is is asked once. */
void
qd_window_check_in_run_action (GtkWidget  *widget,
                               const char *name,
                               GVariant   *parameter)
{
  QdWindow *self = QD_WINDOW (widget);
  g_autofree char *person = qd_settings_dup_name (self->settings);
  QdRunPage *page = show_page (self);

  qd_run_page_offer (page, qd_window_get_board (self));
  if (person != NULL)
    qd_run_page_begin (page, person, QD_ID_NONE);
  else
    qd_run_page_ask_name (page);
}

/* Those of everybody on a board. */
void
qd_window_check_in_board_action (GtkWidget  *widget,
                                 const char *name,
                                 GVariant   *parameter)
{
  qd_run_page_begin (show_page (QD_WINDOW (widget)), NULL, g_variant_get_int64 (parameter));
}

/* Back to where one was. */
void
qd_window_leave_run_action (GtkWidget  *widget,
                            const char *name,
                            GVariant   *parameter)
{
  QdWindow *self = QD_WINDOW (widget);
  g_autoptr (GtkWidget) focus = NULL;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), RUN) != 0)
    return;

  g_set_object (&focus, self->run_focus);
  qd_window_show_page (self, self->run_over);
  if (focus != NULL && gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (focus);
  else if (g_str_equal (self->run_over, "board"))
    qd_board_page_focus (self->board_page);
}

/* A card of a run with a check-in that was written and not sent, or NULL. */
QdCard *
qd_window_find_unsent_in_run (QdWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, RUN);

  return page != NULL ? qd_run_page_find_unsent (QD_RUN_PAGE (page)) : NULL;
}

/* Nothing that was written in a run and not sent is to come back. */
void
qd_window_forget_unsent_in_run (QdWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, RUN);

  if (page != NULL)
    qd_run_page_forget_unsent (QD_RUN_PAGE (page));
}

/* Where nobody said who they are, the system knows who signs, and nothing is theirs. */
void
qd_window_update_author (QdWindow *self)
{
  g_autofree char *person = qd_settings_dup_name (self->settings);

  if (self->store == NULL)
    return;

  qd_store_set_author (self->store, person != NULL ? person : g_get_user_name ());
  qd_workspace_set_me (qd_store_get_workspace (self->store), person);
}

/**
 * qd_window_shows_run:
 *
 * Returns: whether somebody goes through check-ins in the window
 */
gboolean
qd_window_shows_run (QdWindow *self)
{
  g_return_val_if_fail (QD_IS_WINDOW (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), RUN) == 0;
}
