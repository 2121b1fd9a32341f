/* Outlines of many shapes, read whole: tests/core/fixtures/NAME.md must give
 * what NAME.txt says. Short cases stand here.
 *
 * QD_REAL_DATA may name a folder with a quarter that a company published; the
 * test that reads it is skipped without.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "exchange/qd-outline.h"
#include "outline-text.h"
#include "qd-error.h"

static QdOutline *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  QdOutline *outline = NULL;

  outline = qd_outline_parse (text, strlen (text), "Fallback",
                              qd_day_new (2026, 11, 22), &error);
  g_assert_no_error (error);

  return outline;
}

static QdOutlineTeam *
get_team (QdOutline *outline,
          guint      team)
{
  g_assert_cmpuint (outline->teams->len, >, team);

  return g_ptr_array_index (outline->teams, team);
}

static QdOutlineObjective *
get_objective (QdOutline *outline,
               guint      team,
               guint      objective)
{
  g_assert_cmpuint (get_team (outline, team)->objectives->len, >, objective);

  return g_ptr_array_index (get_team (outline, team)->objectives, objective);
}

static QdOutlineKeyResult *
get_key_result (QdOutline *outline,
                guint      key_result)
{
  QdOutlineObjective *objective = get_objective (outline, 0, 0);

  g_assert_cmpuint (objective->key_results->len, >, key_result);

  return g_ptr_array_index (objective->key_results, key_result);
}

/* "Team: Objective (2), Objective (0); Team: …" */
static char *
summarize (QdOutline *outline)
{
  GString *summary = g_string_new (NULL);

  for (guint i = 0; i < outline->teams->len; i++)
    {
      QdOutlineTeam *team = get_team (outline, i);

      g_string_append_printf (summary, "%s%s:", i > 0 ? "; " : "", team->title);
      for (guint j = 0; j < team->objectives->len; j++)
        {
          QdOutlineObjective *objective = get_objective (outline, i, j);

          g_string_append_printf (summary, "%s %s (%u)", j > 0 ? "," : "",
                                  objective->title != NULL ?
                                  objective->title : "-",
                                  objective->key_results->len);
        }
    }

  return g_string_free (summary, FALSE);
}

static void
test_fixture (gconstpointer data)
{
  const char *name = data;
  g_autofree char *source_name = g_strconcat (name, ".md", NULL);
  g_autofree char *expected_name = g_strconcat (name, ".txt", NULL);
  g_autofree char *source_path = NULL;
  g_autofree char *expected_path = NULL;
  g_autofree char *source = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) expected_lines = NULL;
  g_autoptr (QdOutline) outline = NULL;
  g_autoptr (GError) error = NULL;

  source_path = g_test_build_filename (G_TEST_DIST, "fixtures", source_name, NULL);
  expected_path = g_test_build_filename (G_TEST_DIST, "fixtures", expected_name,
                                         NULL);
  g_file_get_contents (source_path, &source, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);

  outline = parse (source);
  text = outline_to_text (outline);
  lines = g_strsplit (text, "\n", -1);
  expected_lines = g_strsplit (expected, "\n", -1);
  for (guint i = 0; lines[i] != NULL && expected_lines[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, expected_lines[i]);
  g_assert_cmpstr (text, ==, expected);
}

/* What is a team, an objective and a key result. */
static void
test_shapes (void)
{
  static const struct
  {
    const char *text;
    const char *summary;
  } SHAPES[] = {
    { "", "" },
    { "# Words\n\nand more words\n", "" },
    { "# A\n\n## B\n", "" },

    /* The level of the teams. */
    { "## T\n1. O\n   - KR: k\n", "T: O (1)" },
    { "# D\n## T\n1. X\n   - k\n## U\n1. Y\n   - l\n", "T: X (1); U: Y (1)" },
    { "# T\n## X\n- KR: k\n- KR: l\n## Y\n- KR: m\n", "T: X (2), Y (1)" },
    { "# T\n## X\n1. k\n2. l\n", "T: X (2)" },
    { "# 2026 Q4\n## T\n### X\n- k\n### Y\n- l\n", "T: X (1), Y (1)" },
    { "# 2026 Q4\n## T\n- KR: k\n## U\n- KR: l\n", "T: - (1); U: - (1)" },
    { "# T - 2026 Q4\n## Make the whole valley happy\n- KR: k\n",
      "T: Make the whole valley happy (1)" },
    { "# OKRs 2026 Q4\n## Make the whole valley happy\n- KR: k\n",
      "Fallback: Make the whole valley happy (1)" },
    { "# T OKRs\n## Objective: X\n### KR1: k\ntext\n### KR2: l\n", "T: X (2)" },
    { "# Division\n## T\n**X**\n- k\n## U\n**Y**\n- l\n# Other\n## V\n1. Z\n",
      "T: X (1); U: Y (1); V: Z (0)" },
    { "T\n=\n\nT\n==\n\n1. X\n   - k\n\nU\n==\n\n1. Y\n", "T: X (1); U: Y (0)" },
    { "### T ###\n1. X\n   - k\n", "T: X (1)" },
    { "# T\ntext\n## Objective: X\ntext\n### KR: k\ntext\n", "T: X (1)" },
    { "#T\n1. X\n   - k\n", "Fallback: X (1)" },

    /* Objectives and key results. */
    { "## T\n1. X\n- k\n- l\n2. Y\n- m\n", "T: X (2), Y (1)" },
    { "## T\n- **X**\n- k\n- l\n- **Y**\n- m\n", "T: X (2), Y (1)" },
    { "## T\n- X\n  - KR: k\n- Y\n  - KR: l\n", "T: X (1), Y (1)" },
    { "## T\n- X\n  - from 2 to 3\n- Y\n  - from 2 to 3\n", "T: X (1), Y (1)" },
    { "## T\n- Objective: X\n- from 2 to 3\n- l\n", "T: X (2)" },
    { "• Objective: X\n• Key Result: k\n• Key Result:: l\n", "Fallback: X (2)" },
    { "**X**\n* k\n\n__Y__\n+ l\n", "Fallback: X (1), Y (1)" },
    { "O1: X\nKR1: k\nKR2 l\nKR 3 - m\nO2: Y\n", "Fallback: X (3), Y (0)" },
    { "## T\n### X\n- k\n  - note\n    - deeper\n- l\n", "T: X (2)" },
    { "## T\n**X**\n1. k\n2. l\n", "T: X (2)" },
    { "## T\n1. X\n   - k\n### Y\n**not Z**\n- l\n", "T: X (1), Y (1)" },
    { "## T\n1. X\n   1. k\n   2. l\n2. Y\n   1. m\n", "T: X (2), Y (1)" },
    { "## T\n### Objectives\n1. X\n### Key results\n- k\n", "T: X (1)" },
    { "## T\n### Key results\n- k\n- l\n", "T: - (2)" },
    { "- k\n- l\n", "Fallback: - (2)" },
    { "KR: k\n", "Fallback: - (1)" },
    { "## T\n1. X\n   - KR: k\n## U\n- not marked\n", "T: X (1); U:" },
    { "Intro:\n1. a\n2. b\n\n## T\n1. X\n   - KR: k\n", "T: X (1)" },
    { "## T\n1. X\n   - [ ] k\n   - [x] l\n   - [z] m\n", "T: X (3)" },
    { "## T\n1. X\n   -\n   - k\n   -\n", "T: X (1)" },
    { "## T\n1. X\n   - KR:\n   - k\n", "T: X (1)" },
    { "##\n\n1. X\n", "Fallback: X (0)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (SHAPES); i++)
    {
      g_autoptr (QdOutline) outline = parse (SHAPES[i].text);
      g_autofree char *summary = summarize (outline);

      g_test_message ("%s", SHAPES[i].text);
      g_assert_cmpstr (summary, ==, SHAPES[i].summary);
    }
}

static guint
count_key_results (QdOutlineTeam *team)
{
  guint n = 0;

  for (guint i = 0; i < team->objectives->len; i++)
    n += ((QdOutlineObjective *) team->objectives->pdata[i])->key_results->len;

  return n;
}

/* Asserts how many objectives with a title there are, and how many key results. */
static void
assert_counts (QdOutline *outline,
               guint      objectives,
               guint      key_results)
{
  guint n_objectives = 0, n_key_results = 0;

  for (guint i = 0; i < outline->teams->len; i++)
    {
      QdOutlineTeam *team = get_team (outline, i);

      for (guint j = 0; j < team->objectives->len; j++)
        n_objectives += get_objective (outline, i, j)->title != NULL;
      n_key_results += count_key_results (team);
    }
  g_assert_cmpuint (n_objectives, ==, objectives);
  g_assert_cmpuint (n_key_results, ==, key_results);
}

static void
test_counts (void)
{
  g_autoptr (QdOutline) outline = NULL;

  outline = parse ("## T\n- KR: k\n1. X\n   - KR: k\n   - KR: l\n"
                   "2. Y\n## U\n1. Z\n   - KR: k\n");
  g_assert_cmpuint (outline->teams->len, ==, 2);
  assert_counts (outline, 3, 4);
}

/* The end of a line may be written in three ways. */
static void
test_line_ends (void)
{
  static const char * const TEXT = "# T\n\n1. X\n   - k\n     wrapped\n\n2. Y\n";
  g_autofree char *expected = NULL;

  for (guint i = 0; i < 3; i++)
    {
      static const char * const ENDS[] = { "\n", "\r\n", "\r" };
      g_auto (GStrv) lines = g_strsplit (TEXT, "\n", -1);
      g_autofree char *text = g_strjoinv (ENDS[i], lines);
      g_autoptr (QdOutline) outline = parse (text);
      g_autofree char *result = outline_to_text (outline);

      if (i == 0)
        expected = g_steal_pointer (&result);
      else
        g_assert_cmpstr (result, ==, expected);
    }
}

static void
test_commitment (void)
{
  static const struct
  {
    const char *text;
    gboolean committed;
  } CASES[] = {
    { "1. X (committed)\n", TRUE },
    { "1. [Committed] X\n", TRUE },
    { "1. **X** (Verbindlich)\n", TRUE },
    { "1. X\n\n   Committed\n", TRUE },
    { "1. X\n   - Commitment: committed\n", TRUE },
    { "1. X\n\n   Commitment: **committed**\n", TRUE },
    { "1. X\n   - Commitment: aspirational\n", FALSE },
    { "1. X (aspirational)\n", FALSE },
    { "1. X\n", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (QdOutline) outline = parse (CASES[i].text);
      QdOutlineObjective *objective = get_objective (outline, 0, 0);

      g_test_message ("%s", CASES[i].text);
      g_assert_cmpstr (objective->title, ==, "X");
      g_assert_cmpint (objective->commitment == QD_COMMITMENT_COMMITTED, ==,
                       CASES[i].committed);
    }
}

static void
test_cycle (void)
{
  static const struct
  {
    const char *text;
    const char *name;
    const char *first;
    const char *last;
    guint n_remarks;
  } CYCLES[] = {
    { "1. X\n   - k", "2026 Q4", "2026-10-01", "2026-12-31", 0 },
    { "# 2027 Q1\n## T\n1. X\n   - k", "2027 Q1", "2027-01-01", "2027-03-31", 1 },
    { "Cycle: 2027 Q1\n\n1. X\n   - k", "2027 Q1", "2027-01-01", "2027-03-31", 1 },
    { "# T\n\nQ1 2027\n\n1. X\n   - k", "2027 Q1", "2027-01-01", "2027-03-31", 0 },
    { "# FY22-Q3\n\nFrom 2021-08-01 to 2021-10-31.\n## T\n1. X\n   - k",
      "FY22-Q3", "2021-08-01", "2021-10-31", 2 },
    { "# FY22-Q3\n## T\n1. X\n   - k", "FY22-Q3", "2022-07-01", "2022-09-30", 2 },
    { "# Q1 plans\n## T\n1. X\n   - k", "2027 Q1", "2027-01-01", "2027-03-31", 2 },
    { "2027-01-01 to 2027-03-31\n\n1. X\n   - k", "2027 Q1", "2027-01-01",
      "2027-03-31", 1 },
    { "2027-01-04 – 2027-03-26\n\n1. X\n   - k", "2027-01-04 – 2027-03-26",
      "2027-01-04", "2027-03-26", 1 },
    /* A quarter in prose, or among the objectives, is not the cycle. */
    { "In Q1 2025 we all learned many a thing.\n\n1. X\n   - k", "2026 Q4",
      "2026-10-01", "2026-12-31", 1 },
    { "1. X by Q1 2027\n   - k", "2026 Q4", "2026-10-01", "2026-12-31", 0 },
    { "# T 2026 Q4\n1. X\n   - k\n# U 2027 Q1\n1. Y\n   - k", "2026 Q4",
      "2026-10-01", "2026-12-31", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CYCLES); i++)
    {
      g_autoptr (QdOutline) outline = parse (CYCLES[i].text);
      g_autofree char *first = qd_day_to_iso (outline->first_day);
      g_autofree char *last = qd_day_to_iso (outline->last_day);

      g_test_message ("%s", CYCLES[i].text);
      g_assert_cmpstr (outline->cycle, ==, CYCLES[i].name);
      g_assert_cmpstr (first, ==, CYCLES[i].first);
      g_assert_cmpstr (last, ==, CYCLES[i].last);
      g_assert_cmpuint (outline->remarks->len, ==, CYCLES[i].n_remarks);
    }
}

/* Text stays text, whatever it looks like. */
static void
test_strange_titles (void)
{
  static const char * const TITLES[] = {
    "<b>Pango</b> &amp; <span foreground=\"red\">more</span>",
    "\xe2\x80\xae" "right to left\xe2\x80\xac and back",
    "👩‍🚀 family 👨‍👩‍👧‍👦 🇪🇺",
    "Z̷a̸l̵g̶o̷ text",
    "tab\tinside and \x1b[31mescape",
    "%s%n%d {0} $(rm) `'\"",
    "مرحبا بالعالم",
  };
  g_autofree char *long_title = g_strnfill (100 * 1024, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (TITLES) + 1; i++)
    {
      const char *title = i < G_N_ELEMENTS (TITLES) ? TITLES[i] : long_title;
      g_autofree char *text = NULL;
      g_autoptr (QdOutline) outline = NULL;

      text = g_strdup_printf ("## %s\n\n1. %s\n   - KR: %s\n     - Owner: %s\n",
                              title, title, title, title);
      outline = parse (text);
      g_assert_cmpstr (get_team (outline, 0)->title, ==, title);
      g_assert_cmpstr (get_objective (outline, 0, 0)->title, ==, title);
      g_assert_cmpstr (get_key_result (outline, 0)->title, ==, title);
    }
}

/* Fields in every order and place; what does not fit goes to the description. */
static void
test_numbers (void)
{
  static const struct
  {
    const char *lines;
    double baseline;
    double target;
    double current;
    const char *unit;
  } CASES[] = {
    { "k", NAN, NAN, NAN, NULL },
    { "from 2 to 8", 2, 8, NAN, NULL },
    { "from 2 to 8\n  - Now: 5", 2, 8, 5, NULL },
    { "from 2 to 8\n  Now: 5", 2, 8, 5, NULL },
    { "k\n  - Target: 8 users\n  - Baseline: 2 users", 2, 8, NAN, "users" },
    { "reach 8 users\n  - Baseline: 2", 2, 8, NAN, "users" },
    { "reach 1 day\n  - Baseline: 2 days", 2, 1, NAN, "days" },
    { "reach 8\n  - Target: 9", NAN, 9, NAN, NULL },
    { "reach 8\n  - Baseline: 8", NAN, 8, NAN, NULL },
    { "k\n  - Target: 8\n  - Baseline: 8", NAN, 8, NAN, NULL },
    { "k\n  - Now: 5\n  - Unit: kg", NAN, NAN, 5, "kg" },
    { "from 2% to 8%\n  - Now: 5 days", 2, 8, NAN, "%" },
    { "from 2 to 8\n  - Now: soon", 2, 8, NAN, NULL },
    { "from 2 to 8\n  - Now: 5\n  - Current: 6", 2, 8, 5, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *text = g_strconcat ("O1: X\n- ", CASES[i].lines, NULL);
      g_autoptr (QdOutline) outline = parse (text);
      QdOutlineKeyResult *key_result = get_key_result (outline, 0);
      g_autofree char *numbers = NULL;
      g_autofree char *expected = NULL;

      numbers = g_strdup_printf ("%g %g %g %s", key_result->baseline,
                                 key_result->target, key_result->current,
                                 key_result->unit);
      expected = g_strdup_printf ("%g %g %g %s", CASES[i].baseline,
                                  CASES[i].target, CASES[i].current,
                                  CASES[i].unit);
      g_test_message ("%s", text);
      g_assert_cmpstr (numbers, ==, expected);
      outline_assert_sound (outline, 9);
    }
}

/* A limit has a target and no way to it. */
static void
test_limits (void)
{
  static const struct
  {
    const char *lines;
    QdMetricKind metric;
    double target;
  } CASES[] = {
    { "Keep churn at most 3 %", QD_METRIC_AT_MOST, 3 },
    { "latency ≤ 200 ms", QD_METRIC_AT_MOST, 200 },
    { "on-time ≥ 95%", QD_METRIC_AT_LEAST, 95 },
    { "at least 99.9 %", QD_METRIC_AT_LEAST, 99.9 },
    { "at least 99.9 %\n  - Current: 99.5 %", QD_METRIC_AT_LEAST, 99.9 },
    { "Churn\n  - Target: ≤ 3 %", QD_METRIC_AT_MOST, 3 },
    { "Keep churn at most 3 %\n  - Target: 2 %", QD_METRIC_CHANGE, 2 },
    { "Keep churn at most 3 %\n  - Baseline: 5 %", QD_METRIC_CHANGE, 3 },
    { "Reduce churn to at most 3 %", QD_METRIC_CHANGE, 3 },
    { "Churn\n  - Current: 4", QD_METRIC_CHANGE, NAN },
    { "Churn", QD_METRIC_NONE, NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *text = g_strconcat ("O1: X\n- ", CASES[i].lines, NULL);
      g_autoptr (QdOutline) outline = parse (text);
      const QdOutlineKeyResult *key_result = get_key_result (outline, 0);

      g_test_message ("%s", text);
      g_assert_cmpint (key_result->metric, ==, CASES[i].metric);
      g_assert_true (isnan (CASES[i].target) ? isnan (key_result->target)
                                             : key_result->target == CASES[i].target);
      outline_assert_sound (outline, 9);
    }
}

/* Numbers that are not taken are told of. */
static void
test_flaws (void)
{
  static const struct
  {
    const char *lines;
    const char *reason;
  } CASES[] = {
    { "Stay from 5 to 5", "Baseline and target would be the same; the key result has neither." },
    { "Grow from 1e300 to 1e308",
      "These numbers could not be read as one baseline and one target; the key result has "
      "neither." },
    { "Stay from 5 to 5\n  - Baseline: 1\n  - Target: 2", NULL },
    { "Grow from 1 to 2", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *text = g_strconcat ("O1: X\n- ", CASES[i].lines, NULL);
      g_autoptr (QdOutline) outline = parse (text);
      const QdOutlineRemark *remark = NULL;

      g_test_message ("%s", text);
      for (guint j = 0; j < outline->remarks->len && remark == NULL; j++)
        {
          remark = g_ptr_array_index (outline->remarks, j);
          if (remark->line != 2)
            remark = NULL;
        }
      g_assert_cmpstr (remark != NULL ? remark->reason : NULL, ==, CASES[i].reason);
      g_assert_true (remark == NULL || remark->kept);
      outline_assert_sound (outline, 9);
    }
}

/* A real quarter: eight headings of teams, 61 lines marked "KR:". */
static void
test_real (void)
{
  const char *folder = g_getenv ("QD_REAL_DATA");
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (QdOutline) outline = NULL;

  if (folder != NULL)
    path = g_build_filename (folder, "okr-by-team-fy22-q3.md", NULL);
  if (path == NULL || !g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("QD_REAL_DATA names no folder with that file");
      return;
    }

  outline = parse (text);
  g_assert_cmpstr (outline->cycle, ==, "FY22-Q3");
  g_assert_cmpuint (outline->first_day, ==, qd_day_new (2021, 8, 1));
  g_assert_cmpuint (outline->last_day, ==, qd_day_new (2021, 10, 31));
  g_assert_cmpuint (outline->teams->len, ==, 8);
  assert_counts (outline, 22, 61);

  for (guint i = 0; i < outline->teams->len; i++)
    for (guint j = 0; j < get_team (outline, i)->objectives->len; j++)
      g_assert_nonnull (get_objective (outline, i, j)->title);
}

int
main (int    argc,
      char **argv)
{
  static const char * const FIXTURES[] = {
    "bold", "fields", "german", "headings", "loose", "marks", "numbered",
    "plain", "setext",
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (FIXTURES); i++)
    {
      g_autofree char *name = g_strconcat ("/outline/fixture/", FIXTURES[i], NULL);

      g_test_add_data_func (name, FIXTURES[i], test_fixture);
    }
  g_test_add_func ("/outline/shapes", test_shapes);
  g_test_add_func ("/outline/counts", test_counts);
  g_test_add_func ("/outline/line-ends", test_line_ends);
  g_test_add_func ("/outline/commitment", test_commitment);
  g_test_add_func ("/outline/cycle", test_cycle);
  g_test_add_func ("/outline/strange-titles", test_strange_titles);
  g_test_add_func ("/outline/numbers", test_numbers);
  g_test_add_func ("/outline/limits", test_limits);
  g_test_add_func ("/outline/flaws", test_flaws);
  g_test_add_func ("/outline/real", test_real);

  return g_test_run ();
}
