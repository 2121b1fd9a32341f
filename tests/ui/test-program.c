/* The program with windows: the pictures that its command line asks for, and
 * what concerns all of its windows.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <string.h>

#include "dialogs/qd-new-board-dialog.h"
#include "qd-application-private.h"
#include "qd-window-private.h"
#include "qd-window-work.h"
#include "store/qd-backup.h"
#include "store/qd-edit.h"
#include "ui-fixture.h"

#define RUN(...) \
  run ((const char *[]) { "quarterdeck", __VA_ARGS__, NULL })

static int
run (const char **arguments)
{
  g_auto (GStrv) argv = g_strdupv ((char **) arguments);
  g_autofree char **words = NULL;

  /* GOption moves the words about. */
  words = g_memdup2 (argv, (g_strv_length (argv) + 1) * sizeof *argv);

  return qd_application_run_program ((int) g_strv_length (argv), words);
}

/* The corner pixel, dark or light. */
static guint
get_brightness (const char *path,
                int         width,
                int         height)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree guchar *pixels = NULL;
  const guchar *pixel;

  texture = gdk_texture_new_from_file (file, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, width);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, height);

  pixels = g_malloc ((gsize) width * (gsize) height * 4);
  gdk_texture_download (texture, pixels, (gsize) width * 4);
  pixel = pixels + ((gsize) (height - 4) * (gsize) width + 4) * 4;

  return (pixel[0] + pixel[1] + pixel[2]) / 3u;
}

static void
test_screenshot (UiFixture     *fixture,
                 gconstpointer  unused)
{
  g_autofree char *light = ui_fixture_name (fixture, "light.png");
  g_autofree char *dark = ui_fixture_name (fixture, "dark.png");

  g_assert_cmpint (RUN ("--file", fixture->path, "--screenshot", light,
                        "--size", "800x500"), ==, 0);
  g_assert_cmpuint (get_brightness (light, 800, 500), >, 128);

  g_assert_cmpint (RUN ("--file", fixture->path, "--screenshot", dark,
                        "--board", "SALES", "--dark", "--size=640x480"), ==, 0);
  g_assert_cmpuint (get_brightness (dark, 640, 480), <, 128);
}

static void
test_refused (UiFixture     *fixture,
              gconstpointer  unused)
{
  g_autofree char *shot = ui_fixture_name (fixture, "shot.png");
  g_autofree char *nowhere = ui_fixture_name (fixture, "nowhere/shot.png");
  g_autofree char *missing = ui_fixture_name (fixture, "missing.db");
  GStatBuf before, after;

  g_assert_cmpint (RUN ("--file", missing, "--screenshot", shot), ==, 1);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  g_assert_cmpint (RUN ("--file", fixture->path, "--screenshot", shot,
                        "--board", "Nobody"), ==, 1);
  g_assert_cmpint (RUN ("--file", fixture->path, "--screenshot", nowhere), ==, 1);
  g_assert_cmpint (g_stat (fixture->path, &before), ==, 0);
  g_assert_cmpint (RUN ("--file", fixture->path, "--screenshot", fixture->path), ==, 1);
  g_assert_cmpint (g_stat (fixture->path, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
  g_assert_false (g_file_test (shot, G_FILE_TEST_EXISTS));
}

static void
test_wrong_usage (UiFixture     *fixture,
                  gconstpointer  unused)
{
  g_autofree char *shot = ui_fixture_name (fixture, "shot.png");

  g_assert_cmpint (RUN ("--file", fixture->path, "--screenshot", shot,
                        "--size", "800"), ==, 2);
  g_assert_cmpint (RUN ("--file", fixture->path, "--screenshot", shot,
                        "--size", "0x600"), ==, 2);
  g_assert_cmpint (RUN ("--file", fixture->path, "--dark"), ==, 2);
  g_assert_cmpint (RUN ("--file", fixture->path, "--sample"), ==, 2);
  g_assert_false (g_file_test (shot, G_FILE_TEST_EXISTS));
}

/* The sample is filled once, and stays what the person makes of it. */
static void
test_sample (UiFixture     *fixture,
             gconstpointer  unused)
{
  g_autofree char *shot = ui_fixture_name (fixture, "shot.png");
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "quarterdeck",
                                            "sample.db", NULL);
  g_autoptr (QdStore) store = NULL;
  g_autoptr (GError) error = NULL;
  QdOrderedList *boards;

  g_assert_cmpint (RUN ("--sample", "--screenshot", shot), ==, 0);
  g_assert_cmpint (RUN ("--sample", "--screenshot", shot), ==, 0);

  store = qd_store_open (path, QD_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  boards = qd_workspace_get_boards (qd_store_get_workspace (store));
  g_assert_cmpuint (qd_ordered_list_get_length (boards), ==, 3);
  g_assert_cmpuint (qd_cycle_get_week (
                      qd_board_get_cycle (qd_ordered_list_peek (boards, 0)),
                      qd_clock_today ()), ==, 7);
}

typedef void (*Body) (QdApplication *application,
                      QdWindow      *window,
                      UiFixture     *fixture);

typedef struct
{
  Body body;
  UiFixture *fixture;
  const char *path;
  QdStore *store;               /* (weak) (nullable) */
} Visit;

static QdWindow *
find_window (const char *path)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (QD_IS_WINDOW (window) &&
          g_strcmp0 (qd_window_get_path (QD_WINDOW (window)), path) == 0)
        return QD_WINDOW (window);
    }

  return NULL;
}

static void
do_action (QdApplication *application,
           const char    *name)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), name, NULL);
}

static gboolean
on_idle (gpointer user_data)
{
  Visit *visit = user_data;
  QdWindow *window = find_window (visit->path);
  QdApplication *application;

  g_assert_nonnull (window);
  application = QD_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));
  g_set_weak_pointer (&visit->store, qd_window_get_store (window));
  g_assert_nonnull (visit->store);
  ui_settle ();
  visit->body (application, window, visit->fixture);
  do_action (application, "quit");

  return G_SOURCE_REMOVE;
}

/* Runs the program with a window of the file, does something, and quits. Whoever
 * quits closes all windows and their files. */
static void
visit (UiFixture  *fixture,
       const char *path,
       Body        body)
{
  Visit self = { body, fixture, path, NULL };

  g_idle_add (on_idle, &self);
  g_assert_cmpint (RUN ("--file", path), ==, 0);
  g_assert_null (self.store);
  g_assert_null (find_window (path));
}

static QdWindow *
open_window (QdApplication *application,
             const char    *path)
{
  QdWindow *window = qd_application_open (application, path, TRUE, NULL);

  g_assert_nonnull (qd_window_get_store (window));
  gtk_window_present (GTK_WINDOW (window));
  ui_settle ();

  return window;
}

/* A copy of the fixture's file that nobody has open, with a board renamed. */
static char *
make_copy (UiFixture *fixture)
{
  char *path = ui_fixture_name (fixture, "work.db");
  g_autoptr (QdStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (qd_backup_copy (fixture->path, path, NULL, &error));
  store = qd_store_open (path, QD_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  g_assert_true (qd_edit_rename (store, QD_ENTITY_BOARD,
                                 qd_entity_get_id (QD_ENTITY (fixture->growth)),
                                 "Renamed", &error));

  return path;
}

static void
wait_for_restore (QdApplication *application)
{
  while (g_hash_table_size (application->restores) > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_shows (QdWindow   *window,
              const char *title,
              const char *toast)
{
  QdBoard *board = qd_window_get_board (window);

  g_assert_cmpstr (qd_entity_get_title (QD_ENTITY (board)), ==, title);
  g_assert_nonnull (strstr (qd_toaster_get_text (window->toaster), toast));
}

static void
restore_from_one (QdApplication *application,
                  QdWindow      *one,
                  UiFixture     *fixture)
{
  g_autofree char *path = g_strdup (qd_window_get_path (one));
  QdStore *store = qd_window_get_store (one);
  QdWindow *other = open_window (application, path);
  QdWindow *late;

  g_assert_true (qd_window_get_store (other) == store);
  qd_new_board_dialog_present (GTK_WIDGET (other), store, NULL);
  ui_settle ();

  gtk_widget_activate_action (GTK_WIDGET (one), "win.restore-from", "s",
                              fixture->path);
  g_assert_null (qd_window_get_store (one));
  g_assert_null (qd_window_get_store (other));

  /* Nothing else can be done to the file meanwhile. */
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (other)), ==, "Quarterdeck");
  gtk_widget_activate_action (GTK_WIDGET (other), "win.check-file", NULL);
  g_assert_false (qd_window_is_working (other));

  gtk_window_close (GTK_WINDOW (one));
  late = qd_application_open (application, path, TRUE, NULL);
  g_assert_null (qd_window_get_store (late));
  gtk_window_present (GTK_WINDOW (late));

  wait_for_restore (application);
  assert_shows (other, "Growth", "The backup is restored.");
  g_assert_true (qd_window_get_store (late) == qd_window_get_store (other));
}

/* All windows let go of the file, even one with a dialog, and get it back, even
 * if the one that asked is gone by then. */
static void
test_restore (UiFixture     *fixture,
              gconstpointer  unused)
{
  g_autofree char *path = make_copy (fixture);

  visit (fixture, path, restore_from_one);
}

static void
restore_from_text (QdApplication *application,
                   QdWindow      *window,
                   UiFixture     *fixture)
{
  g_autofree char *text = ui_fixture_name (fixture, "text.db");
  g_autoptr (GError) error = NULL;

  g_file_set_contents (text, "No database", -1, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.restore-from", "s", text);
  wait_for_restore (application);
  assert_shows (window, "Renamed", "text.db");
}

/* What cannot be restored leaves all as it was. */
static void
test_restore_refused (UiFixture     *fixture,
                      gconstpointer  unused)
{
  g_autofree char *path = make_copy (fixture);

  visit (fixture, path, restore_from_text);
}

static void
restore_and_quit (QdApplication *application,
                  QdWindow      *window,
                  UiFixture     *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.restore-from", "s",
                              fixture->path);
}

/* The windows may go; the program stays until the file is in place. */
static void
test_restore_without_windows (UiFixture     *fixture,
                              gconstpointer  unused)
{
  g_autofree char *path = make_copy (fixture);
  g_autoptr (QdStore) store = NULL;
  g_autoptr (GError) error = NULL;
  QdEntity *board;

  visit (fixture, path, restore_and_quit);

  store = qd_store_open (path, QD_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  board = qd_store_lookup (store, qd_entity_get_id (QD_ENTITY (fixture->growth)));
  g_assert_cmpstr (qd_entity_get_title (board), ==, "Growth");
}

static void
open_some (QdApplication *application,
           QdWindow      *window,
           UiFixture     *fixture)
{
  open_window (application, qd_window_get_path (window));
  open_window (application, fixture->path);
  do_action (application, "preferences");
  do_action (application, "help");
  ui_settle ();
}

static void
test_quit (UiFixture     *fixture,
           gconstpointer  unused)
{
  g_autofree char *path = make_copy (fixture);

  visit (fixture, path, open_some);
}

static guint
count_help_windows (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      n += g_strcmp0 (gtk_window_get_title (window), "Help") == 0;
    }

  return n;
}

static void
ask_for_help (QdApplication *application,
              QdWindow      *window,
              UiFixture     *fixture)
{
  for (guint i = 0; i < 3; i++)
    {
      do_action (application, "help");
      ui_settle ();
      g_assert_cmpuint (count_help_windows (), ==, 1);
    }

  gtk_window_close (application->help);
  ui_settle ();
  g_assert_cmpuint (count_help_windows (), ==, 0);
  do_action (application, "help");
  ui_settle ();
  g_assert_cmpuint (count_help_windows (), ==, 1);
}

/* One window of help is enough, and it comes again once it was closed. */
static void
test_help (UiFixture     *fixture,
           gconstpointer  unused)
{
  g_autofree char *path = make_copy (fixture);

  visit (fixture, path, ask_for_help);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv);

#define ADD(name, function) \
  g_test_add ("/program/" name, UiFixture, NULL, \
              ui_fixture_set_up, function, ui_fixture_tear_down)

  ADD ("screenshot", test_screenshot);
  ADD ("refused", test_refused);
  ADD ("wrong-usage", test_wrong_usage);
  ADD ("sample", test_sample);
  ADD ("restore", test_restore);
  ADD ("restore/refused", test_restore_refused);
  ADD ("restore/without-windows", test_restore_without_windows);
  ADD ("quit", test_quit);
  ADD ("help", test_help);

#undef ADD

  return g_test_run ();
}
