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
  g_assert_cmpint (qd_settings_get_int (settings, "window-width"), >, 600);
  g_assert_null (qd_settings_dup_board_filter (settings, 1));
  g_assert_cmpint (qd_settings_get_pane_width (settings, 1), ==, 0);
}

/* The values here and those of the schema must not drift apart. */
static void
test_schema (void)
{
  static const char * const names[] = { "window-width", "window-height",
                                        "sidebar-width" };
  static const char * const texts[] = { "colour-scheme", "last-board", "last-file", "last-page",
                                        "start-view", "together-density" };
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
  g_autofree char *board = NULL;

  g_object_set (settings,
                "colour-scheme", "dark",
                "window-width", 901,
                "window-maximized", TRUE,
                "sidebar-visible", FALSE,
                "last-board", "4711",
                NULL);

  again = qd_settings_new (TRUE);
  scheme = qd_settings_dup_string (again, "colour-scheme");
  board = qd_settings_dup_string (again, "last-board");
  g_assert_cmpstr (scheme, ==, "dark");
  g_assert_cmpstr (board, ==, "4711");
  g_assert_cmpint (qd_settings_get_int (again, "window-width"), ==, 901);
  g_assert_true (qd_settings_get_boolean (again, "window-maximized"));
  g_assert_false (qd_settings_get_boolean (again, "sidebar-visible"));
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

/* What stands side by side, in the order in which it does. */
static void
test_together (void)
{
  static const char * const filter[] = { "family:12", "role:at-risk", NULL };
  const QdId boards[] = { 4711, G_MAXINT64, 3 };
  g_autoptr (QdSettings) settings = qd_settings_new (TRUE);
  g_autoptr (QdSettings) again = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) none = NULL;
  g_auto (GStrv) tokens = NULL;
  guint n_times = 0;

  none = qd_settings_dup_ids (settings, "together-folded");
  g_assert_cmpuint (none->len, ==, 0);

  g_signal_connect (settings, "notify::together-boards", G_CALLBACK (on_notify), &n_times);
  qd_settings_set_ids (settings, "together-boards", boards, G_N_ELEMENTS (boards));
  qd_settings_set_ids (settings, "together-boards", boards, G_N_ELEMENTS (boards));
  g_assert_cmpuint (n_times, ==, 1);
  qd_settings_set_strv (settings, "together-filter", filter);

  again = qd_settings_new (TRUE);
  ids = qd_settings_dup_ids (again, "together-boards");
  g_assert_cmpmem (ids->data, ids->len * sizeof (QdId), boards, sizeof boards);
  tokens = qd_settings_dup_strv (again, "together-filter");
  g_assert_true (g_strv_equal ((const char * const *) tokens, filter));

  qd_settings_set_ids (settings, "together-boards", NULL, 0);
  qd_settings_set_strv (settings, "together-filter", NULL);
  g_clear_pointer (&ids, g_array_unref);
  g_clear_pointer (&tokens, g_strfreev);
  ids = qd_settings_dup_ids (settings, "together-boards");
  g_assert_cmpuint (ids->len, ==, 0);
  tokens = qd_settings_dup_strv (settings, "together-filter");
  g_assert_cmpuint (g_strv_length (tokens), ==, 0);
}

/* Somebody may have written anything with another program. */
static void
test_no_ids (void)
{
  static const char * const texts[] = { "", "x", "-3", "0", "12", "99999999999999999999", NULL };
  g_autoptr (QdSettings) settings = qd_settings_new (FALSE);
  g_autoptr (GArray) ids = NULL;

  qd_settings_set_strv (settings, "together-folded", texts);
  ids = qd_settings_dup_ids (settings, "together-folded");
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, QdId, 0), ==, 12);
}

static void
test_pane_widths (void)
{
  g_autoptr (QdSettings) settings = qd_settings_new (TRUE);
  g_autoptr (QdSettings) again = NULL;
  guint n_times = 0;

  g_signal_connect (settings, "notify::together-widths", G_CALLBACK (on_notify), &n_times);
  qd_settings_set_pane_width (settings, 7, 420);
  qd_settings_set_pane_width (settings, 7, 420);
  qd_settings_set_pane_width (settings, 8, 0);
  g_assert_cmpuint (n_times, ==, 1);
  qd_settings_set_pane_width (settings, 8, 300);
  qd_settings_set_pane_width (settings, 7, 440);

  again = qd_settings_new (TRUE);
  g_assert_cmpint (qd_settings_get_pane_width (again, 7), ==, 440);
  g_assert_cmpint (qd_settings_get_pane_width (again, 8), ==, 300);
  qd_settings_set_pane_width (settings, 7, 0);
  g_assert_cmpint (qd_settings_get_pane_width (settings, 7), ==, 0);

  for (QdId board = 100; board < 400; board++)
    qd_settings_set_pane_width (settings, board, 300);
  g_assert_cmpint (qd_settings_get_pane_width (settings, 399), ==, 300);
  g_assert_cmpint (qd_settings_get_pane_width (settings, 8), ==, 0);
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
  g_test_add_func ("/settings/no-ids", test_no_ids);
  g_test_add_func ("/settings/pane-widths", test_pane_widths);

  return g_test_run ();
}
