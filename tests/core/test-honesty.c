/* Where column, figures and confidence disagree: each rule on both sides of its
 * boundary, and the reasons. */

#include "config.h"

#include <math.h>

#include "coach-sample.h"
#include "method/qd-honesty.h"

/* "7,5" for %QD_DISAGREEMENT_OUTDATED and %QD_DISAGREEMENT_BEHIND_PACE. */
static char *
find (const CoachSample *sample)
{
  QdDisagreement found[QD_N_DISAGREEMENTS];
  guint n = qd_honesty_find (&sample->facts, &sample->standing, found);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, i > 0 ? ",%d" : "%d", found[i]);

  return g_string_free (text, FALSE);
}

static void
test_disagreements (void)
{
  static const struct
  {
    const char *what;
    QdMetricKind metric;
    QdColumnRole role;
    double progress;
    QdHealth suggested;
    const char *found;
  } CASES[] = {
    { "fine", QD_METRIC_CHANGE, QD_COLUMN_IN_PROGRESS, 0.5, QD_HEALTH_ON_TRACK, "" },
    { "behind", QD_METRIC_CHANGE, QD_COLUMN_IN_PROGRESS, 0.4, QD_HEALTH_BEHIND, "" },
    { "at risk", QD_METRIC_CHANGE, QD_COLUMN_IN_PROGRESS, 0.1, QD_HEALTH_AT_RISK, "5" },
    { "at risk, and said", QD_METRIC_CHANGE, QD_COLUMN_OTHER, 0.1, QD_HEALTH_AT_RISK, "" },
    { "not complete", QD_METRIC_CHANGE, QD_COLUMN_COMPLETE, 0.99, QD_HEALTH_ON_TRACK, "1" },
    { "complete", QD_METRIC_CHANGE, QD_COLUMN_COMPLETE, 1.0, QD_HEALTH_COMPLETE, "" },
    { "nearly exact", QD_METRIC_CHANGE, QD_COLUMN_COMPLETE, 1.0 - 1e-12,
      QD_HEALTH_ON_TRACK, "" },
    { "beyond", QD_METRIC_CHANGE, QD_COLUMN_COMPLETE, 1.5, QD_HEALTH_COMPLETE, "" },
    { "no figure", QD_METRIC_CHANGE, QD_COLUMN_COMPLETE, NAN, QD_HEALTH_PENDING, "1" },
    { "no metric", QD_METRIC_NONE, QD_COLUMN_COMPLETE, NAN, QD_HEALTH_PENDING, "" },
    { "done elsewhere", QD_METRIC_CHANGE, QD_COLUMN_IN_PROGRESS, 1.0,
      QD_HEALTH_COMPLETE, "2" },
    { "nearly done", QD_METRIC_CHANGE, QD_COLUMN_IN_PROGRESS, 0.99,
      QD_HEALTH_ON_TRACK, "" },
    { "done in another column", QD_METRIC_YES_NO, QD_COLUMN_OTHER, 1.0,
      QD_HEALTH_COMPLETE, "2" },
    { "done, not started", QD_METRIC_MILESTONES, QD_COLUMN_NOT_STARTED, 1.0,
      QD_HEALTH_COMPLETE, "2" },
    { "inside so far", QD_METRIC_AT_MOST, QD_COLUMN_IN_PROGRESS, 1.0,
      QD_HEALTH_ON_TRACK, "" },
    { "inside to the end", QD_METRIC_AT_MOST, QD_COLUMN_IN_PROGRESS, 1.0,
      QD_HEALTH_COMPLETE, "2" },
    { "inside, in Complete", QD_METRIC_WITHIN, QD_COLUMN_COMPLETE, 1.0,
      QD_HEALTH_ON_TRACK, "" },
    { "was outside, in Complete", QD_METRIC_AT_LEAST, QD_COLUMN_COMPLETE, 0.9,
      QD_HEALTH_ON_TRACK, "1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      CoachSample sample;
      g_autofree char *found = NULL;
      g_autofree char *closed = NULL;

      g_test_message ("%s", CASES[i].what);
      coach_sample_init (&sample);
      sample.facts.metric = CASES[i].metric;
      sample.facts.role = CASES[i].role;
      sample.standing.progress = CASES[i].progress;
      sample.standing.suggested = sample.standing.health = CASES[i].suggested;
      found = find (&sample);
      g_assert_cmpstr (found, ==, CASES[i].found);

      sample.facts.closed = TRUE;
      closed = find (&sample);
      g_assert_cmpstr (closed, ==, "");
    }
}

static void
test_waiting (void)
{
  static const struct
  {
    QdColumnRole role;
    QdHealth health;
    gboolean blocked;
    guint n_waiting;
    guint n_escalated;
    const char *found;
  } CASES[] = {
    { QD_COLUMN_AT_RISK, QD_HEALTH_BEHIND, FALSE, 0, 0, "3" },
    { QD_COLUMN_AT_RISK, QD_HEALTH_BEHIND, TRUE, 0, 0, "" },
    { QD_COLUMN_AT_RISK, QD_HEALTH_BEHIND, FALSE, 1, 1, "" },
    { QD_COLUMN_AT_RISK, QD_HEALTH_BEHIND, FALSE, 1, 0, "8" },
    { QD_COLUMN_AT_RISK, QD_HEALTH_BEHIND, TRUE, 3, 2, "8" },
    { QD_COLUMN_AT_RISK, QD_HEALTH_BEHIND, FALSE, 1, 2, "" },
    { QD_COLUMN_OTHER, QD_HEALTH_AT_RISK, FALSE, 1, 0, "8" },
    { QD_COLUMN_OTHER, QD_HEALTH_AT_RISK, FALSE, 1, 1, "" },
    { QD_COLUMN_OTHER, QD_HEALTH_BEHIND, FALSE, 1, 0, "" },
    { QD_COLUMN_OTHER, QD_HEALTH_AT_RISK, FALSE, 0, 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      CoachSample sample;
      g_autofree char *found = NULL;

      g_test_message ("%u", i);
      coach_sample_init (&sample);
      sample.facts.role = CASES[i].role;
      sample.facts.blocked = CASES[i].blocked;
      sample.facts.n_waiting = CASES[i].n_waiting;
      sample.facts.n_escalated = CASES[i].n_escalated;
      sample.standing.health = CASES[i].health;
      found = find (&sample);
      g_assert_cmpstr (found, ==, CASES[i].found);
    }
}

static void
test_confidence (void)
{
  static const struct
  {
    QdColumnRole role;
    int confidence;
    gboolean found;
  } CASES[] = {
    { QD_COLUMN_IN_PROGRESS, 3, TRUE },
    { QD_COLUMN_IN_PROGRESS, 4, FALSE },
    { QD_COLUMN_IN_PROGRESS, 0, TRUE },
    { QD_COLUMN_IN_PROGRESS, QD_CONFIDENCE_NONE, FALSE },
    { QD_COLUMN_COMPLETE, 3, TRUE },
    { QD_COLUMN_COMPLETE, 4, FALSE },
    { QD_COLUMN_NOT_STARTED, 0, FALSE },
    { QD_COLUMN_AT_RISK, 0, FALSE },
    { QD_COLUMN_OTHER, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      CoachSample sample;
      g_autofree char *found = NULL;

      g_test_message ("%u", i);
      coach_sample_init (&sample);
      sample.facts.role = CASES[i].role;
      sample.facts.blocked = TRUE;
      sample.facts.confidence = CASES[i].confidence;
      sample.standing.progress = CASES[i].role == QD_COLUMN_COMPLETE ? 1.0 : 0.5;
      found = find (&sample);
      g_assert_cmpstr (found, ==, CASES[i].found ? "4" : "");
    }
}

/* All that a card can have at once, the most important first. */
static void
test_order (void)
{
  CoachSample sample;
  g_autofree char *in_progress = NULL;
  g_autofree char *in_complete = NULL;
  g_autofree char *at_risk = NULL;

  coach_sample_init (&sample);
  sample.facts.n_waiting = 1;
  sample.facts.confidence = 1;
  sample.standing.stuck = sample.standing.outdated = TRUE;
  sample.standing.suggested = sample.standing.health = QD_HEALTH_AT_RISK;

  in_progress = find (&sample);
  g_assert_cmpstr (in_progress, ==, "7,6,5,8,4");
  sample.facts.role = QD_COLUMN_COMPLETE;
  in_complete = find (&sample);
  g_assert_cmpstr (in_complete, ==, "1,7,6,8,4");
  sample.facts.role = QD_COLUMN_AT_RISK;
  sample.facts.n_waiting = 0;
  sample.standing.progress = 1.0;
  at_risk = find (&sample);
  g_assert_cmpstr (at_risk, ==, "2,7,6,3");
}

static void
assert_reason (const CoachSample *sample,
               QdDisagreement     disagreement,
               const char        *expected)
{
  g_autofree char *reason =
    qd_honesty_explain (disagreement, &sample->facts, &sample->standing, TODAY);

  g_assert_cmpstr (reason, ==, expected);
}

static void
test_progress_reasons (void)
{
  CoachSample sample;

  coach_sample_init (&sample);
  sample.standing.progress = 0.64;
  assert_reason (&sample, QD_DISAGREEMENT_COMPLETE_BELOW, "In Complete, but at 64%");
  sample.standing.progress = 0.999;
  assert_reason (&sample, QD_DISAGREEMENT_COMPLETE_BELOW, "In Complete, but at 99%");
  sample.standing.progress = -0.001;
  assert_reason (&sample, QD_DISAGREEMENT_COMPLETE_BELOW, "In Complete, but at 0%");
  sample.standing.progress = -INFINITY;
  assert_reason (&sample, QD_DISAGREEMENT_COMPLETE_BELOW, "In Complete, but at \u2212inf%");
  sample.standing.progress = NAN;
  assert_reason (&sample, QD_DISAGREEMENT_COMPLETE_BELOW,
                 "In Complete, but without a figure that says so");

  sample.standing.progress = 1.254;
  assert_reason (&sample, QD_DISAGREEMENT_DONE_ELSEWHERE, "At 125%, but not in Complete");
  sample.standing.progress = 1.0 - 1e-12;
  assert_reason (&sample, QD_DISAGREEMENT_DONE_ELSEWHERE, "At 100%, but not in Complete");

  sample.standing.progress = 0.2;
  sample.standing.expected = 0.6;
  assert_reason (&sample, QD_DISAGREEMENT_BEHIND_PACE,
                 "In Progress, but at 20% where 60% is expected by now");
  sample.standing.expected = NAN;
  assert_reason (&sample, QD_DISAGREEMENT_BEHIND_PACE,
                 "In Progress, but the figures say at risk");
}

static void
test_silence_reasons (void)
{
  CoachSample sample;
  g_autofree char *due = NULL;
  g_autofree char *twelve = NULL;
  g_autofree char *one = NULL;
  g_autofree char *never = NULL;

  coach_sample_init (&sample);
  sample.standing.due = TODAY - 5;
  due = qd_day_to_long (TODAY - 5);

  sample.facts.checked = TODAY - 12;
  twelve = g_strdup_printf ("No check-in for 12 days; it was due on %s", due);
  assert_reason (&sample, QD_DISAGREEMENT_OUTDATED, twelve);
  sample.facts.checked = TODAY - 1;
  one = g_strdup_printf ("No check-in for 1 day; it was due on %s", due);
  assert_reason (&sample, QD_DISAGREEMENT_OUTDATED, one);
  sample.facts.checked = QD_DAY_NONE;
  never = g_strdup_printf ("No check-in yet; the first one was due on %s", due);
  assert_reason (&sample, QD_DISAGREEMENT_OUTDATED, never);

  sample.standing.due = QD_DAY_NONE;
  assert_reason (&sample, QD_DISAGREEMENT_OUTDATED, "No check-in yet");
  sample.facts.checked = TODAY + 1;
  assert_reason (&sample, QD_DISAGREEMENT_OUTDATED, "No check-in for 0 days");

  sample.facts.first_day = TODAY - 21;
  assert_reason (&sample, QD_DISAGREEMENT_STUCK,
                 "Still not started in week 4 of the cycle");
  sample.facts.first_day = TODAY - 20;
  assert_reason (&sample, QD_DISAGREEMENT_STUCK,
                 "Still not started in week 3 of the cycle");
}

static void
test_other_reasons (void)
{
  CoachSample sample;

  coach_sample_init (&sample);
  sample.facts.confidence = 3;
  assert_reason (&sample, QD_DISAGREEMENT_LOW_CONFIDENCE,
                 "In Progress, but confidence is 3 of 10");
  sample.facts.role = QD_COLUMN_COMPLETE;
  assert_reason (&sample, QD_DISAGREEMENT_LOW_CONFIDENCE,
                 "In Complete, but confidence is 3 of 10");

  assert_reason (&sample, QD_DISAGREEMENT_NO_BLOCKER, "At Risk, but no blocker is noted");

  sample.facts.n_waiting = 3;
  sample.facts.n_escalated = 1;
  assert_reason (&sample, QD_DISAGREEMENT_NOT_ESCALATED,
                 "At risk, but 2 dependencies are not escalated");
  sample.facts.n_escalated = 2;
  assert_reason (&sample, QD_DISAGREEMENT_NOT_ESCALATED,
                 "At risk, but 1 dependency is not escalated");
}

static void
test_names (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 1; i <= QD_N_DISAGREEMENTS; i++)
    g_assert_true (g_hash_table_add (names,
                                     (gpointer) qd_honesty_get_name ((QdDisagreement) i)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/honesty/disagreements", test_disagreements);
  g_test_add_func ("/honesty/waiting", test_waiting);
  g_test_add_func ("/honesty/confidence", test_confidence);
  g_test_add_func ("/honesty/order", test_order);
  g_test_add_func ("/honesty/progress-reasons", test_progress_reasons);
  g_test_add_func ("/honesty/silence-reasons", test_silence_reasons);
  g_test_add_func ("/honesty/other-reasons", test_other_reasons);
  g_test_add_func ("/honesty/names", test_names);

  return g_test_run ();
}
