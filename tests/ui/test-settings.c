/* What is remembered of windows, with settings that live in memory only. */

#include "config.h"

#include "qd-settings.h"

static void
test_defaults (void)
{
  g_autoptr (QdSettings) settings = qd_settings_new (FALSE);
  g_autofree char *scheme = qd_settings_dup_string (settings, "colour-scheme");

  g_assert_cmpstr (scheme, ==, "follow");
  g_assert_true (qd_settings_get_boolean (settings, "sidebar-visible"));
  g_assert_true (qd_settings_get_boolean (settings, "remind"));
  g_assert_false (qd_settings_get_boolean (settings, "remind-in-background"));
  g_assert_null (qd_settings_dup_name (settings));
  g_assert_cmpint (qd_settings_get_int (settings, "window-width"), >, 600);
  g_assert_null (qd_settings_dup_board_filter (settings, 1));
}

/* The values here and those of the schema must not drift apart. */
static void
test_schema (void)
{
  static const char * const names[] = { "window-width", "window-height",
                                        "sidebar-width" };
  static const char * const texts[] = { "colour-scheme", "last-board", "last-file", "last-page",
                                        "start-view", "together-density", "together-view", "name",
                                        "reminded-day" };
  g_autoptr (QdSettings) unbound = qd_settings_new (FALSE);
  g_autoptr (QdSettings) bound = qd_settings_new (TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpint (qd_settings_get_int (bound, names[i]), ==,
                     qd_settings_get_int (unbound, names[i]));

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = qd_settings_dup_string (bound, texts[i]);
      g_autofree char *unbound_text = qd_settings_dup_string (unbound, texts[i]);

      g_assert_cmpstr (text, ==, unbound_text);
    }
}

static void
test_round_trip (void)
{
  g_autoptr (QdSettings) settings = qd_settings_new (TRUE);
  g_autoptr (QdSettings) again = NULL;
  g_autofree char *scheme = NULL;
  g_autofree char *name = NULL;
  g_autofree char *board = NULL;

  g_object_set (settings,
                "colour-scheme", "dark",
                "window-width", 901,
                "window-maximized", TRUE,
                "sidebar-visible", FALSE,
                "last-board", "4711",
                "name", " Mara ",
                "remind", FALSE,
                "remind-in-background", TRUE,
                NULL);

  again = qd_settings_new (TRUE);
  scheme = qd_settings_dup_string (again, "colour-scheme");
  board = qd_settings_dup_string (again, "last-board");
  g_assert_cmpstr (scheme, ==, "dark");
  g_assert_cmpstr (board, ==, "4711");
  g_assert_cmpint (qd_settings_get_int (again, "window-width"), ==, 901);
  g_assert_true (qd_settings_get_boolean (again, "window-maximized"));
  g_assert_false (qd_settings_get_boolean (again, "sidebar-visible"));
  g_assert_false (qd_settings_get_boolean (again, "remind"));
  g_assert_true (qd_settings_get_boolean (again, "remind-in-background"));
  name = qd_settings_dup_name (again);
  g_assert_cmpstr (name, ==, "Mara");
}

static void
on_notify (GObject    *object,
           GParamSpec *pspec,
           gpointer    user_data)
{
  guint *n_times = user_data;

  (*n_times)++;
}

static void
test_board_filters (void)
{
  const char * const one[] = { "12", "none", NULL };
  const char * const nothing[] = { NULL };
  g_autoptr (QdSettings) settings = qd_settings_new (TRUE);
  g_autoptr (QdSettings) again = NULL;
  g_auto (GStrv) filter = NULL;
  guint n_times = 0;

  g_signal_connect (settings, "notify::board-filters",
                    G_CALLBACK (on_notify), &n_times);
  qd_settings_set_board_filter (settings, 7, one);
  qd_settings_set_board_filter (settings, 7, one);
  g_assert_cmpuint (n_times, ==, 1);

  again = qd_settings_new (TRUE);
  filter = qd_settings_dup_board_filter (again, 7);
  g_assert_cmpuint (g_strv_length (filter), ==, 2);
  g_assert_cmpstr (filter[0], ==, "12");
  g_assert_cmpstr (filter[1], ==, "none");

  qd_settings_set_board_filter (settings, 7, nothing);
  g_assert_null (qd_settings_dup_board_filter (settings, 7));
}

/* The board that was looked at longest ago is forgotten first. */
static void
test_many_filters (void)
{
  const char * const one[] = { "12", NULL };
  g_autoptr (QdSettings) settings = qd_settings_new (FALSE);
  g_auto (GStrv) newest = NULL;

  for (QdId board = 1; board <= 300; board++)
    qd_settings_set_board_filter (settings, board, one);

  newest = qd_settings_dup_board_filter (settings, 300);
  g_assert_nonnull (newest);
  g_assert_null (qd_settings_dup_board_filter (settings, 1));
}

static void
assert_texts (QdSettings         *settings,
              const char         *name,
              const char * const *expected)
{
  g_auto (GStrv) texts = qd_settings_dup_strv (settings, name);

  g_assert_cmpstrv (texts, expected);
}

/* What stands side by side, in the order in which it does. */
static void
test_together (void)
{
  static const char * const boards[] = { "4711", "9223372036854775807", "3", NULL };
  static const char * const filter[] = { "family:12", "role:at-risk", NULL };
  static const char * const nothing[] = { NULL };
  g_autoptr (QdSettings) settings = qd_settings_new (TRUE);
  g_autoptr (QdSettings) again = NULL;
  g_autoptr (GVariant) widths = g_variant_ref_sink (g_variant_new_parsed ("{'3/compact': 420}"));
  g_autoptr (GVariant) kept = NULL;
  guint n_times = 0;

  assert_texts (settings, "together-folded", nothing);
  g_signal_connect (settings, "notify::together-boards", G_CALLBACK (on_notify), &n_times);
  qd_settings_set_strv (settings, "together-boards", boards);
  qd_settings_set_strv (settings, "together-boards", boards);
  g_assert_cmpuint (n_times, ==, 1);
  qd_settings_set_strv (settings, "together-filter", filter);
  g_object_set (settings, "together-widths", widths, NULL);

  again = qd_settings_new (TRUE);
  assert_texts (again, "together-boards", boards);
  assert_texts (again, "together-filter", filter);
  g_object_get (again, "together-widths", &kept, NULL);
  g_assert_cmpvariant (kept, widths);

  qd_settings_set_strv (settings, "together-boards", NULL);
  assert_texts (settings, "together-boards", nothing);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/settings/defaults", test_defaults);
  g_test_add_func ("/settings/schema", test_schema);
  g_test_add_func ("/settings/round-trip", test_round_trip);
  g_test_add_func ("/settings/board-filters", test_board_filters);
  g_test_add_func ("/settings/many-filters", test_many_filters);
  g_test_add_func ("/settings/together", test_together);

  return g_test_run ();
}
