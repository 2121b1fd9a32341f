/* A window that closes: nothing of it, and of its file, is left. */

#include "config.h"

#include "qd-window-private.h"
#include "ui-fixture.h"

typedef struct
{
  UiFixture file;
  QdSettings *settings;
  QdWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  application)
{
  ui_fixture_set_up (&fixture->file, NULL);
  fixture->settings = qd_settings_new (FALSE);
  fixture->window = qd_window_new (GTK_APPLICATION ((gpointer) application),
                                   fixture->settings);
  qd_window_set_store (fixture->window, fixture->file.store);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_object_ref (fixture->window);
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_assert_finalized (fixture->window);
  g_object_unref (fixture->settings);
  ui_fixture_tear_down (&fixture->file, NULL);
}

/* GTK does not let go of a popover that goes while it is open. */
static void
test_popover (Fixture       *fixture,
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

  g_test_add ("/window-close/popover", Fixture, application, set_up, test_popover, tear_down);

  return g_test_run ();
}
