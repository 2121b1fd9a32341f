/* The program with windows, as its command line starts it: pictures. */

#include "config.h"

#include <gtk/gtk.h>

#include "qd-application.h"
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

  g_assert_cmpint (RUN ("--file", missing, "--screenshot", shot), ==, 1);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  g_assert_cmpint (RUN ("--file", fixture->path, "--screenshot", shot,
                        "--board", "Nobody"), ==, 1);
  g_assert_cmpint (RUN ("--file", fixture->path, "--screenshot", nowhere), ==, 1);
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

#undef ADD

  return g_test_run ();
}
