/* Colours are the same on paper as on the screen. */

#include "config.h"

#include <string.h>

#include "model/qd-hue.h"

static guint32
read_colour (const char *sheet,
             const char *name,
             guint       number,
             const char *suffix)
{
  g_autofree char *start = NULL;
  const char *found;

  start = number != G_MAXUINT ? g_strdup_printf ("@define-color qd_%s_%u%s #", name, number, suffix)
                              : g_strdup_printf ("@define-color qd_%s%s #", name, suffix);
  found = strstr (sheet, start);
  g_test_message ("%s", start);
  g_assert_nonnull (found);

  return (guint32) g_ascii_strtoull (found + strlen (start), NULL, 16);
}

static void
assert_hue (const char  *sheet,
            const char  *name,
            guint        number,
            const QdHue *hue)
{
  g_assert_cmphex (hue->light, ==, read_colour (sheet, name, number, ""));
  g_assert_cmphex (hue->dark, ==, read_colour (sheet, name, number, "_dark"));
}

static void
test_style_sheet (void)
{
  static const char * const healths[] = {
    [QD_HEALTH_PENDING] = "health_quiet", [QD_HEALTH_TOO_EARLY] = "health_quiet",
    [QD_HEALTH_ON_TRACK] = "health_good", [QD_HEALTH_BEHIND] = "health_behind",
    [QD_HEALTH_AT_RISK] = "health_bad", [QD_HEALTH_COMPLETE] = "health_good",
    [QD_HEALTH_OUTDATED] = "health_outdated", [QD_HEALTH_CLOSED] = "health_quiet",
  };
  static const char * const roles[] = {
    [QD_COLUMN_OTHER] = "role_other", [QD_COLUMN_NOT_STARTED] = "role_not_started",
    [QD_COLUMN_IN_PROGRESS] = "role_in_progress", [QD_COLUMN_AT_RISK] = "role_at_risk",
    [QD_COLUMN_COMPLETE] = "role_complete",
  };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "style.css", NULL);
  g_autofree char *sheet = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &sheet, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < QD_N_COLOURS; i++)
    assert_hue (sheet, "objective", i, qd_hue_of_colour (i));
  assert_hue (sheet, "no_objective", G_MAXUINT, qd_hue_of_objective (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (healths); i++)
    assert_hue (sheet, healths[i], G_MAXUINT, qd_hue_of_health ((QdHealth) i));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    assert_hue (sheet, roles[i], G_MAXUINT, qd_hue_of_role ((QdColumnRole) i));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hue/style-sheet", test_style_sheet);

  return g_test_run ();
}
