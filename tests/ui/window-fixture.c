/* A whole window on a file of its own; the data of the tests is the application. */

#include "config.h"

#include "window-fixture.h"

void
window_fixture_set_up (WindowFixture *self,
                       gconstpointer  application)
{
  ui_fixture_set_up (&self->file, NULL);
  self->application = GTK_APPLICATION ((gpointer) application);
  self->settings = qd_settings_new (FALSE);
  window_fixture_show (self);
}

void
window_fixture_tear_down (WindowFixture *self,
                          gconstpointer  unused)
{
  window_fixture_close (self);
  g_object_unref (self->settings);
  ui_fixture_tear_down (&self->file, NULL);
}

void
window_fixture_show (WindowFixture *self)
{
  self->window = qd_window_new (self->application, self->settings);
  qd_window_set_store (self->window, self->file.store);
  gtk_window_present (GTK_WINDOW (self->window));
  ui_settle ();
}

/* Nothing of it is left. */
void
window_fixture_close (WindowFixture *self)
{
  g_object_ref (self->window);
  gtk_window_close (GTK_WINDOW (self->window));
  ui_assert_finalized (self->window);
}
