/* A window that closes: nothing of it, and of its file, is left. */

#include "config.h"

#include "window-fixture.h"

/* GTK does not let go of a popover that goes while it is open. */
static void
test_popover (WindowFixture *fixture,
              gconstpointer  unused)
{
  GtkWidget *focus;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new-objective", NULL);
  ui_settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GtkApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  gtk_test_init (&argc, &argv, NULL);
  application = gtk_application_new ("org.quarterdeck.Test", G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add ("/window-close/popover", WindowFixture, application,
              window_fixture_set_up, test_popover, window_fixture_tear_down);

  return g_test_run ();
}
