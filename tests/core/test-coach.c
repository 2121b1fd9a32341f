/* The advice on a board: each rule on both sides of its boundary, and what it rests
 * on. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "coach-sample.h"

/* "1:101 n=5" for each advice: subject, rule and facts. */
static char *
advise (const CoachSample *sample,
        QdDay              today)
{
  g_autoptr (GPtrArray) advices = qd_coach_advise (&sample->board, today);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < advices->len; i++)
    {
      const QdAdvice *advice = advices->pdata[i];

      g_assert_nonnull (advice->reason);
      g_assert_nonnull (advice->remedy);
      g_assert_true (g_unichar_isupper (g_utf8_get_char (advice->reason)));
      g_assert_cmpuint (strlen (advice->remedy), >, 10);
      if (advice->subject == sample->board.id)
        g_assert_null (advice->title);
      else
        g_assert_nonnull (advice->title);

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT ":%d %s", i > 0 ? "\n" : "",
                              advice->subject, advice->rule, advice->facts);
    }

  return g_string_free (text, FALSE);
}

static void
assert_advice (const CoachSample *sample,
               const char        *expected)
{
  g_autofree char *text = advise (sample, TODAY);

  g_assert_cmpstr (text, ==, expected);
}

/* The second objective of the sample has a single key result. */
#define FEW "11:103 n=1"

static void
test_fine (void)
{
  CoachSample sample;

  coach_sample_init (&sample);
  assert_advice (&sample, FEW);

  sample.cards[1].objective = 0;
  sample.cards[2].objective = 0;
  assert_advice (&sample, "10:103 n=1\n11:103 n=0");
}

/* From the number of objectives, each with two key results, to the advice. */
static void
test_counts (void)
{
  static const struct
  {
    guint n_objectives;
    guint n_cards;
    const char *advice;
  } CASES[] = {
    { 0, 0, "" },
    { 0, 1, "1:101 n=0" },
    { 1, 2, "1:101 n=1" },
    { 2, 4, "" },
    { 4, 8, "" },
    { 5, 10, "1:102 n=5" },
    { 2, 2, "1001:103 n=1\n1002:103 n=1" },
    { 2, 8, "" },
    { 2, 10, "1001:104 n=5\n1002:104 n=5" },
    { 2, 0, "1001:103 n=0\n1002:103 n=0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      CoachSample sample;
      QdCoachObjective objectives[5];
      QdCoachCard cards[10];

      g_test_message ("%u objectives, %u key results", CASES[i].n_objectives,
                      CASES[i].n_cards);
      coach_sample_init (&sample);
      for (guint k = 0; k < CASES[i].n_objectives; k++)
        objectives[k] = (QdCoachObjective) { .id = 1001 + k, .title = "Be loved" };
      for (guint k = 0; k < CASES[i].n_cards; k++)
        {
          cards[k] = sample.cards[0];
          cards[k].objective = 1001 + k % MAX (CASES[i].n_objectives, 1u);
        }
      sample.board.objectives = objectives;
      sample.board.n_objectives = CASES[i].n_objectives;
      sample.board.cards = cards;
      sample.board.n_cards = CASES[i].n_cards;
      sample.board.anyone_above = FALSE;
      assert_advice (&sample, CASES[i].advice);
    }
}

static void
test_alignment (void)
{
  CoachSample sample;

  coach_sample_init (&sample);
  sample.objectives[0].parent = 0;
  assert_advice (&sample, "1:115 n=2;aligned=0\n" FEW);
  sample.board.anyone_above = FALSE;
  assert_advice (&sample, FEW);

  sample.objectives[0].parent = 5;
  sample.objectives[1].parent = 5;
  assert_advice (&sample, "1:116 n=2;aligned=2\n" FEW);
  sample.board.n_objectives = 1;
  assert_advice (&sample, "1:101 n=1");
}

static void
test_objective_titles (void)
{
  CoachSample sample;

  coach_sample_init (&sample);
  sample.objectives[1].title = "Win 50 teams";
  assert_advice (&sample, FEW "\n11:113 Win 50 teams");
  sample.objectives[1].title = "Be ready for Q4 2026";
  assert_advice (&sample, FEW);
}

static void
test_all_outputs (void)
{
  CoachSample sample;

  coach_sample_init (&sample);
  sample.cards[0].result = QD_RESULT_OUTPUT;
  assert_advice (&sample, FEW);
  sample.cards[1].result = QD_RESULT_OUTPUT;
  assert_advice (&sample, "10:114 n=2\n" FEW);
  sample.cards[1].result = QD_RESULT_UNSAID;
  sample.cards[1].title = "Ship it";
  assert_advice (&sample, "10:114 n=2\n" FEW "\n101:107 Ship it");
  sample.cards[1].result = QD_RESULT_OUTCOME;
  assert_advice (&sample, FEW);

  /* One output alone is no pattern. */
  sample.cards[2].result = QD_RESULT_OUTPUT;
  assert_advice (&sample, FEW);
}

static const struct
{
  const char *title;
  QdResultKind result;
  QdMetricKind metric;
  double baseline;
  double target;
  double upper;
  const char *rules;
} METRICS[] = {
  { GOOD_TITLE, QD_RESULT_UNSAID, QD_METRIC_NONE, NAN, NAN, NAN, "" },
  { "Reach 5 teams", QD_RESULT_UNSAID, QD_METRIC_NONE, NAN, NAN, NAN, "106" },
  { "Improve quality", QD_RESULT_UNSAID, QD_METRIC_NONE, NAN, NAN, NAN, "105" },
  { "", QD_RESULT_UNSAID, QD_METRIC_NONE, NAN, NAN, NAN, "105" },
  { "Ship it", QD_RESULT_UNSAID, QD_METRIC_NONE, NAN, NAN, NAN, "107" },
  { "Ship it", QD_RESULT_OUTPUT, QD_METRIC_NONE, NAN, NAN, NAN, "107" },
  { "Ship it", QD_RESULT_OUTCOME, QD_METRIC_NONE, NAN, NAN, NAN, "105" },
  { "Ship 5 parts", QD_RESULT_OUTCOME, QD_METRIC_NONE, NAN, NAN, NAN, "106" },
  { "Ship from 2 to 5", QD_RESULT_UNSAID, QD_METRIC_NONE, NAN, NAN, NAN, "107" },

  { "Improve quality", QD_RESULT_UNSAID, QD_METRIC_CHANGE, 20, 80, NAN, "" },
  { "Reach 5 teams", QD_RESULT_UNSAID, QD_METRIC_CHANGE, 20, 80, NAN, "" },
  { "Ship it", QD_RESULT_UNSAID, QD_METRIC_CHANGE, 20, 80, NAN, "107" },
  { "Improve quality", QD_RESULT_UNSAID, QD_METRIC_CHANGE, NAN, 80, NAN, "108" },
  { "Reach 5 teams", QD_RESULT_UNSAID, QD_METRIC_CHANGE, NAN, 80, NAN, "108" },
  { "Improve quality", QD_RESULT_UNSAID, QD_METRIC_CHANGE, 20, NAN, NAN, "109" },
  { "Improve quality", QD_RESULT_UNSAID, QD_METRIC_CHANGE, NAN, NAN, NAN, "105,108,109" },
  { GOOD_TITLE, QD_RESULT_UNSAID, QD_METRIC_CHANGE, NAN, NAN, NAN, "108,109" },

  { "Keep quality", QD_RESULT_UNSAID, QD_METRIC_AT_LEAST, NAN, 80, NAN, "" },
  { "Keep quality", QD_RESULT_UNSAID, QD_METRIC_AT_LEAST, NAN, NAN, NAN, "105,109" },
  { "Keep 99% uptime", QD_RESULT_UNSAID, QD_METRIC_AT_LEAST, NAN, NAN, NAN, "109" },
  { "Keep quality", QD_RESULT_UNSAID, QD_METRIC_AT_MOST, NAN, 80, NAN, "" },
  { "Keep quality", QD_RESULT_UNSAID, QD_METRIC_WITHIN, NAN, 80, 90, "" },
  { "Keep 80", QD_RESULT_UNSAID, QD_METRIC_WITHIN, NAN, 80, NAN, "109" },

  { "Improve quality", QD_RESULT_UNSAID, QD_METRIC_MILESTONES, NAN, NAN, NAN, "" },
  { "Improve quality", QD_RESULT_UNSAID, QD_METRIC_YES_NO, NAN, NAN, NAN, "112" },
  { "Ship it", QD_RESULT_UNSAID, QD_METRIC_YES_NO, NAN, NAN, NAN, "107,112" },
};

static void
test_metrics (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (METRICS); i++)
    {
      CoachSample sample;
      g_autoptr (GPtrArray) advices = NULL;
      g_autoptr (GString) rules = g_string_new (NULL);

      g_test_message ("%u: %s", i, METRICS[i].title);
      coach_sample_init (&sample);
      sample.facts.metric = METRICS[i].metric;
      sample.facts.baseline = METRICS[i].baseline;
      sample.facts.target = METRICS[i].target;
      sample.facts.upper = METRICS[i].upper;
      sample.cards[0].title = METRICS[i].title;
      sample.cards[0].result = METRICS[i].result;
      sample.board.n_cards = 1;

      advices = qd_coach_advise (&sample.board, TODAY);
      for (guint k = 0; k < advices->len; k++)
        {
          const QdAdvice *advice = advices->pdata[k];

          if (advice->subject == sample.cards[0].id)
            g_string_append_printf (rules, rules->len > 0 ? ",%d" : "%d", advice->rule);
        }
      g_assert_cmpstr (rules->str, ==, METRICS[i].rules);
    }
}

static void
test_fields (void)
{
  CoachSample sample;

  coach_sample_init (&sample);
  sample.cards[0].has_owner = FALSE;
  sample.cards[1].has_measurement = FALSE;
  assert_advice (&sample, FEW "\n100:111 owner=0\n101:110 metric=1");

  /* Without a target there is nothing to measure. */
  sample.facts.target = NAN;
  sample.board.n_cards = 2;
  assert_advice (&sample, "11:103 n=0\n100:109 metric=1\n100:111 owner=0\n101:109 metric=1");
  sample.facts.metric = QD_METRIC_MILESTONES;
  assert_advice (&sample, "11:103 n=0\n100:111 owner=0");
}

/* What an advice on the wording quotes is said about that card. */
static void
test_words (void)
{
  CoachSample sample;
  g_autoptr (GPtrArray) advices = NULL;
  const QdAdvice *advice;

  coach_sample_init (&sample);
  sample.cards[0].title = "Ship the %s";
  advices = qd_coach_advise (&sample.board, TODAY);
  g_assert_cmpuint (advices->len, ==, 2);
  advice = advices->pdata[1];
  g_assert_cmpstr (advice->title, ==, "Ship the %s");
  g_assert_nonnull (strstr (advice->remedy, "“the %s”"));
}

static void
test_disagreement_facts (void)
{
  CoachSample sample;

  coach_sample_init (&sample);
  sample.board.n_cards = 1;
  sample.standing.progress = 0.64;
  sample.facts.role = QD_COLUMN_COMPLETE;
  assert_advice (&sample, "10:103 n=1\n11:103 n=0\n100:1 p=64;role=4");
  sample.standing.progress = NAN;
  assert_advice (&sample, "10:103 n=1\n11:103 n=0\n100:1 p=;role=4");

  sample.facts.role = QD_COLUMN_IN_PROGRESS;
  sample.standing.progress = 1.25;
  assert_advice (&sample, "10:103 n=1\n11:103 n=0\n100:2 p=125;role=2");

  sample.standing.progress = 0.1;
  sample.standing.suggested = sample.standing.health = QD_HEALTH_AT_RISK;
  sample.facts.n_waiting = 2;
  sample.facts.n_escalated = 1;
  sample.facts.confidence = 2;
  assert_advice (&sample, "10:103 n=1\n11:103 n=0\n100:5 p=10;role=2\n"
                          "100:8 waiting=2;escalated=1\n100:4 c=2;role=2");

  sample.facts.role = QD_COLUMN_AT_RISK;
  sample.facts.n_waiting = 0;
  assert_advice (&sample, "10:103 n=1\n11:103 n=0\n100:3 role=3");
}

/* Whatever day it is, what was dismissed stays dismissed until something changes. */
static void
test_stable (void)
{
  CoachSample sample;
  g_autofree char *before = NULL;

  coach_sample_init (&sample);
  sample.board.n_objectives = 1;
  sample.objectives[0].title = "Win 50 teams";
  sample.objectives[0].parent = 0;
  sample.facts.metric = QD_METRIC_CHANGE;
  sample.facts.baseline = NAN;
  sample.facts.confidence = 1;
  sample.facts.n_waiting = 1;
  sample.standing.suggested = sample.standing.health = QD_HEALTH_AT_RISK;
  sample.cards[0].title = "Ship it";
  sample.cards[1].has_owner = FALSE;

  before = advise (&sample, TODAY);
  g_assert_nonnull (strstr (before, "1:101 "));
  g_assert_nonnull (strstr (before, "100:107 "));
  for (QdDay day = FIRST_DAY; day <= LAST_DAY + 10; day++)
    {
      g_autofree char *text = advise (&sample, day);

      g_assert_cmpstr (text, ==, before);
    }
}

/* Silence is brought up again with every check-in that is due. */
static void
test_due_facts (void)
{
  static const struct
  {
    guint cadence;
    const char *today;
    const char *due;
  } CASES[] = {
    { 7, "2026-10-01", "2026-10-01" },
    { 7, "2026-10-02", "2026-10-02" },
    { 7, "2026-10-08", "2026-10-02" },
    { 7, "2026-10-09", "2026-10-09" },
    { 7, "2026-11-12", "2026-11-06" },
    { 7, "2026-11-13", "2026-11-13" },
    { 7, "2026-12-31", "2026-12-25" },
    { 7, "2027-01-20", "2026-12-25" },
    { 14, "2026-10-15", "2026-10-02" },
    { 14, "2026-10-16", "2026-10-16" },
    { 0, "2026-10-15", "2026-10-15" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      CoachSample sample;
      g_autofree char *text = NULL;
      g_autofree char *expected = NULL;

      g_test_message ("%s", CASES[i].today);
      coach_sample_init (&sample);
      sample.board.n_objectives = 0;
      sample.board.n_cards = 1;
      sample.facts.rhythm.cadence = CASES[i].cadence;
      sample.standing.stuck = sample.standing.outdated = TRUE;

      text = advise (&sample, qd_day_parse (CASES[i].today));
      expected = g_strdup_printf ("1:101 n=0\n100:7 due=%s\n100:6 due=%s", CASES[i].due,
                                  CASES[i].due);
      g_assert_cmpstr (text, ==, expected);
    }
}

/* Titles without any sense, or none at all, break nothing. */
static void
test_hostile (void)
{
  CoachSample sample;
  g_autoptr (GPtrArray) advices = NULL;

  coach_sample_init (&sample);
  sample.objectives[0].title = NULL;
  sample.objectives[1].title = "%n%s 5";
  sample.cards[0].title = NULL;
  sample.cards[1].title = "\xff%n";
  sample.cards[2].title = "";
  sample.facts = (QdFacts) { .baseline = NAN, .target = NAN, .upper = NAN };
  sample.standing.stuck = sample.standing.outdated = TRUE;
  sample.standing.due = QD_DAY_NONE;
  sample.standing.progress = NAN;

  advices = qd_coach_advise (&sample.board, TODAY);
  g_assert_cmpuint (advices->len, ==, 2 + 3 * 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/coach/fine", test_fine);
  g_test_add_func ("/coach/counts", test_counts);
  g_test_add_func ("/coach/alignment", test_alignment);
  g_test_add_func ("/coach/objective-titles", test_objective_titles);
  g_test_add_func ("/coach/all-outputs", test_all_outputs);
  g_test_add_func ("/coach/metrics", test_metrics);
  g_test_add_func ("/coach/fields", test_fields);
  g_test_add_func ("/coach/words", test_words);
  g_test_add_func ("/coach/disagreement-facts", test_disagreement_facts);
  g_test_add_func ("/coach/stable", test_stable);
  g_test_add_func ("/coach/due-facts", test_due_facts);
  g_test_add_func ("/coach/hostile", test_hostile);

  return g_test_run ();
}
