/* Expected progress and pace, case by case: before, in and after the cycle, phased
 * targets, both guards, and both sides of each limit.
 *
 * The cases are worked out by hand from the rules of the method.
 */

#include "config.h"

#include "method/qd-expected.h"
#include "method/qd-pace.h"
#include "method-cases.h"

#define COMMITTED QD_COMMITMENT_COMMITTED
#define ASPIRATIONAL QD_COMMITMENT_ASPIRATIONAL

static const struct linear
{
  const char *name;
  QdDay first_day;
  QdDay last_day;
  QdDay day;
  double expected;
} linears[] = {
  { "long-before", 701, 801, 1, 0 },
  { "day-before", 701, 801, 700, 0 },
  { "first-day", 701, 801, 701, 0 },
  { "second-day", 701, 801, 702, 0.01 },
  { "half", 701, 801, 751, 0.5 },
  { "day-before-last", 701, 801, 800, 0.99 },
  { "last-day", 701, 801, 801, 1 },
  { "day-after", 701, 801, 802, 1 },
  { "long-after", 701, 801, 9999, 1 },
  { "quarter", 739890, 739981, 739904, 2.0 / 13.0 },
  { "one-day/before", 701, 701, 700, 0 },
  { "one-day/on", 701, 701, 701, 1 },
  { "one-day/after", 701, 701, 702, 1 },
  { "two-days/first", 701, 702, 701, 0 },
  { "two-days/last", 701, 702, 702, 1 },
  { "no-cycle", QD_DAY_NONE, QD_DAY_NONE, 701, NAN },
  { "no-first-day", QD_DAY_NONE, 801, 701, NAN },
  { "no-last-day", 701, QD_DAY_NONE, 751, NAN },
};

/* In a cycle from day 701 to 801. */
static const struct value
{
  const char *name;
  double baseline;
  double target;
  gsize n_phases;
  QdPoint phases[4];
  QdDay day;
  double value;
} values[] = {
  { "straight/before", 10, 20, 0, { { 0 } }, 700, 10 },
  { "straight/first-day", 10, 20, 0, { { 0 } }, 701, 10 },
  { "straight/on-the-way", 10, 20, 0, { { 0 } }, 731, 13 },
  { "straight/last-day", 10, 20, 0, { { 0 } }, 801, 20 },
  { "straight/after", 10, 20, 0, { { 0 } }, 802, 20 },
  { "straight/down", 20, -10, 0, { { 0 } }, 751, 5 },
  { "straight/huge", -1.5e308, 1.5e308, 0, { { 0 } }, 751, 0 },
  { "phase/on-it", 0, 100, 1, { { 721, 60 } }, 721, 60 },
  { "phase/before-it", 0, 100, 1, { { 721, 60 } }, 711, 30 },
  { "phase/day-after-it", 0, 100, 1, { { 721, 60 } }, 722, 60.5 },
  { "phase/after-it", 0, 100, 1, { { 721, 60 } }, 761, 80 },
  { "phase/last-day", 0, 100, 1, { { 721, 60 } }, 801, 100 },
  { "phase/before-cycle", 0, 100, 1, { { 721, 60 } }, 650, 0 },
  { "phase/back-and-forth", 0, 100, 1, { { 751, -40 } }, 726, -20 },
  { "phase/down", 100, 0, 2, { { 711, 90 }, { 731, 10 } }, 721, 50 },
  { "phases/first-stretch", 0, 100, 2, { { 711, 10 }, { 731, 90 } }, 706, 5 },
  { "phases/middle-stretch", 0, 100, 2, { { 711, 10 }, { 731, 90 } }, 716, 30 },
  { "phases/last-stretch", 0, 100, 2, { { 711, 10 }, { 731, 90 } }, 738, 91 },
  { "phases/any-order/first", 0, 100, 2, { { 731, 90 }, { 711, 10 } }, 706, 5 },
  { "phases/any-order/middle", 0, 100, 2, { { 731, 90 }, { 711, 10 } }, 716, 30 },
  { "phases/any-order/last", 0, 100, 2, { { 731, 90 }, { 711, 10 } }, 738, 91 },
  { "phases/one-day/ahead", 0, 100, 2, { { 721, 60 }, { 721, 20 } }, 711, 10 },
  { "phases/one-day/on-it", 0, 100, 2, { { 721, 60 }, { 721, 20 } }, 721, 20 },
  { "phases/one-day/behind", 0, 100, 2, { { 721, 60 }, { 721, 20 } }, 761, 60 },
  { "phase/on-first-day", 10, 20, 1, { { 701, 99 } }, 731, 13 },
  { "phase/on-last-day", 10, 20, 1, { { 801, 99 } }, 731, 13 },
  { "phase/on-second-day", 0, 100, 1, { { 702, 1 } }, 752, 51 },
  { "phase/on-day-before-last", 0, 100, 1, { { 800, 99 } }, 750, 49 },
  { "phase/too-early", 10, 20, 1, { { 700, 99 } }, 731, 13 },
  { "phase/too-late", 10, 20, 1, { { 802, 99 } }, 731, 13 },
  { "phase/no-value", 10, 20, 1, { { 711, NAN } }, 731, 13 },
  { "phase/no-value/ahead", 10, 20, 1, { { 741, NAN } }, 731, 13 },
  { "phase/infinite", 10, 20, 1, { { 711, INFINITY } }, 731, 13 },
  { "no-baseline", NAN, 100, 1, { { 721, 60 } }, 711, NAN },
  { "no-baseline/later", NAN, 100, 1, { { 721, 60 } }, 761, 80 },
  { "no-baseline/on-it", NAN, 100, 1, { { 721, 60 } }, 721, 60 },
  { "no-target", 0, NAN, 1, { { 721, 60 } }, 761, NAN },
  { "no-target/earlier", 0, NAN, 1, { { 721, 60 } }, 711, 30 },
};

static const struct ratio
{
  const char *name;
  double progress;
  double expected;
  QdCommitment commitment;
  double ratio;
} ratios[] = {
  { "committed", 0.3, 0.4, COMMITTED, 0.75 },
  { "aspirational", 0.28, 0.5, ASPIRATIONAL, 0.8 },
  { "exceeded", 1.2, 0.5, COMMITTED, 2.4 },
  { "wrong-way", -0.1, 0.5, COMMITTED, -0.2 },
  { "start", 0, 0.5, COMMITTED, 0 },
  { "hardly-expected", 0.5, 1e-3, COMMITTED, 500 },
  { "nothing-expected", 0.5, 0, COMMITTED, NAN },
  { "nothing-expected/aspirational", 0.5, 0, ASPIRATIONAL, NAN },
  { "less-than-nothing-expected", 0.5, -0.2, COMMITTED, NAN },
  { "no-progress", NAN, 0.5, COMMITTED, NAN },
  { "no-expectation", 0.5, NAN, COMMITTED, NAN },
};

static const struct pace
{
  const char *name;
  double progress;
  double expected;
  double elapsed;
  QdCommitment commitment;
  QdHealth health;
} paces[] = {
  { "complete", 1, 0.5, 0.5, COMMITTED, QD_HEALTH_COMPLETE },
  { "complete/early", 1, 0.01, 0.01, COMMITTED, QD_HEALTH_COMPLETE },
  { "complete/late", 1, 1, 1, COMMITTED, QD_HEALTH_COMPLETE },
  { "complete/exceeded", 1.25, 0.5, 0.5, ASPIRATIONAL, QD_HEALTH_COMPLETE },
  { "complete/endlessly", INFINITY, 0.5, 0.5, COMMITTED, QD_HEALTH_COMPLETE },
  { "complete/nothing-expected", 1, NAN, NAN, COMMITTED, QD_HEALTH_COMPLETE },
  { "complete/rounding-error", 1 - 1e-12, 0.5, 0.5, COMMITTED, QD_HEALTH_COMPLETE },
  { "complete/nearly", 0.9999, 1, 1, COMMITTED, QD_HEALTH_ON_TRACK },
  { "early/first-day", 0, 0, 0, COMMITTED, QD_HEALTH_TOO_EARLY },
  { "early/wrong-way", -0.5, 0.1, 0.1, COMMITTED, QD_HEALTH_TOO_EARLY },
  { "early/well-ahead", 0.9, 0.1, 0.1, COMMITTED, QD_HEALTH_TOO_EARLY },
  { "early/last-day", 0, 13 / 91.0, 13 / 91.0, COMMITTED, QD_HEALTH_TOO_EARLY },
  { "early/nearly-over", 0, 0.1538, 0.1538, COMMITTED, QD_HEALTH_TOO_EARLY },
  { "early/just-over", 0, 14 / 91.0, 14 / 91.0, COMMITTED, QD_HEALTH_AT_RISK },
  { "early/by-time", 0, 0.5, 0.1, COMMITTED, QD_HEALTH_TOO_EARLY },
  { "early/not-by-expectation", 0, 0.1, 0.5, COMMITTED, QD_HEALTH_AT_RISK },
  { "negligible", 0.05, 0.1, 0.5, COMMITTED, QD_HEALTH_ON_TRACK },
  { "negligible/rounding-error", 0.15, 0.2, 0.5, COMMITTED, QD_HEALTH_ON_TRACK },
  { "negligible/just-not", 0.0499, 0.1, 0.5, COMMITTED, QD_HEALTH_AT_RISK },
  { "negligible/just-not/behind", 0.1499, 0.2, 0.5, COMMITTED, QD_HEALTH_BEHIND },
  { "negligible/aspirational", 0.05, 0.1, 0.5, ASPIRATIONAL, QD_HEALTH_ON_TRACK },
  { "on-track", 0.5, 0.5, 0.5, COMMITTED, QD_HEALTH_ON_TRACK },
  { "on-track/ahead", 0.99, 0.5, 0.5, COMMITTED, QD_HEALTH_ON_TRACK },
  { "on-track/limit", 0.9, 1, 1, COMMITTED, QD_HEALTH_ON_TRACK },
  { "on-track/limit/rounding-error", 0.72, 0.8, 0.8, COMMITTED, QD_HEALTH_ON_TRACK },
  { "on-track/just-not", 0.8999, 1, 1, COMMITTED, QD_HEALTH_BEHIND },
  { "behind", 0.64, 0.8, 0.8, COMMITTED, QD_HEALTH_BEHIND },
  { "behind/limit", 0.7, 1, 1, COMMITTED, QD_HEALTH_BEHIND },
  { "behind/limit/rounding-error", 0.56, 0.8, 0.8, COMMITTED, QD_HEALTH_BEHIND },
  { "behind/just-not", 0.6999, 1, 1, COMMITTED, QD_HEALTH_AT_RISK },
  { "at-risk", 0.1, 0.5, 0.5, COMMITTED, QD_HEALTH_AT_RISK },
  { "at-risk/not-begun", 0, 0.5, 0.5, COMMITTED, QD_HEALTH_AT_RISK },
  { "at-risk/wrong-way", -0.1, 0.5, 0.5, COMMITTED, QD_HEALTH_AT_RISK },
  { "at-risk/endlessly", -INFINITY, 0.5, 0.5, COMMITTED, QD_HEALTH_AT_RISK },
  { "aspirational/on-track", 0.63, 1, 1, ASPIRATIONAL, QD_HEALTH_ON_TRACK },
  { "aspirational/on-track/just-not", 0.6299, 1, 1, ASPIRATIONAL, QD_HEALTH_BEHIND },
  { "aspirational/behind", 0.49, 1, 1, ASPIRATIONAL, QD_HEALTH_BEHIND },
  { "aspirational/behind/just-not", 0.4899, 1, 1, ASPIRATIONAL, QD_HEALTH_AT_RISK },
  { "nothing-expected/start", 0, 0, 0.5, COMMITTED, QD_HEALTH_ON_TRACK },
  { "nothing-expected/hardly-wrong", -0.05, 0, 0.5, COMMITTED, QD_HEALTH_ON_TRACK },
  { "nothing-expected/wrong-way", -0.06, 0, 0.5, COMMITTED, QD_HEALTH_AT_RISK },
  { "dip-expected/as-expected", -0.2, -0.2, 0.5, COMMITTED, QD_HEALTH_ON_TRACK },
  { "dip-expected/deeper", -0.4, -0.2, 0.5, COMMITTED, QD_HEALTH_AT_RISK },
  { "no-progress", NAN, 0.5, 0.5, COMMITTED, QD_HEALTH_PENDING },
  { "no-progress/early", NAN, 0.1, 0.1, COMMITTED, QD_HEALTH_PENDING },
  { "no-expectation", 0.5, NAN, 0.5, COMMITTED, QD_HEALTH_PENDING },
  { "no-cycle", 0.5, 0.5, NAN, COMMITTED, QD_HEALTH_PENDING },
};

/* From the weakest on. */
static const QdHealth from_weakest[] = {
  QD_HEALTH_AT_RISK, QD_HEALTH_OUTDATED, QD_HEALTH_BEHIND, QD_HEALTH_PENDING,
  QD_HEALTH_TOO_EARLY, QD_HEALTH_ON_TRACK, QD_HEALTH_COMPLETE, QD_HEALTH_CLOSED,
};

static void
test_linear (gconstpointer data)
{
  const struct linear *c = data;

  assert_figure (qd_expected_linear (c->first_day, c->last_day, c->day), c->expected);
}

static void
test_value (gconstpointer data)
{
  const struct value *c = data;

  assert_figure (qd_expected_value (701, 801, c->baseline, c->target,
                                    c->phases, c->n_phases, c->day),
                 c->value);
}

static void
test_value_in_other_cycles (void)
{
  QdPoint phase = { 701, 50 };

  assert_figure (qd_expected_value (701, 701, 10, 20, &phase, 1, 700), 10);
  assert_figure (qd_expected_value (701, 701, 10, 20, &phase, 1, 701), 20);
  assert_figure (qd_expected_value (701, 701, 10, 20, &phase, 1, 702), 20);
  assert_figure (qd_expected_value (701, 702, 10, 20, &phase, 1, 701), 10);

  assert_figure (qd_expected_value (QD_DAY_NONE, QD_DAY_NONE, 10, 20, NULL, 0, 701), NAN);
  assert_figure (qd_expected_value (QD_DAY_NONE, 801, 10, 20, NULL, 0, 701), NAN);
  assert_figure (qd_expected_value (701, QD_DAY_NONE, 10, 20, NULL, 0, 701), NAN);
}

static void
test_ratio (gconstpointer data)
{
  const struct ratio *c = data;

  assert_figure (qd_pace_ratio (c->progress, c->expected, c->commitment), c->ratio);
}

static void
test_suggest (gconstpointer data)
{
  const struct pace *c = data;

  g_assert_cmpint (qd_pace_suggest (c->progress, c->expected, c->elapsed, c->commitment), ==,
                   c->health);
}

static void
test_compare (gconstpointer data)
{
  const struct pace *c = data;
  QdHealth health = qd_pace_compare (c->progress, c->expected, c->elapsed, c->commitment);

  if (c->health != QD_HEALTH_COMPLETE)
    g_assert_cmpint (health, ==, c->health);
  else if (isnan (c->elapsed))
    g_assert_cmpint (health, ==, QD_HEALTH_PENDING);
  else if (c->elapsed < 0.1)
    g_assert_cmpint (health, ==, QD_HEALTH_TOO_EARLY);
  else
    g_assert_cmpint (health, ==, QD_HEALTH_ON_TRACK);
}

static void
test_weakest (void)
{
  QdHealth all[G_N_ELEMENTS (from_weakest)];
  QdHealth unheard_of = (QdHealth) 99;

  g_assert_cmpint (qd_pace_weakest (NULL, 0), ==, QD_HEALTH_PENDING);
  g_assert_cmpint (qd_pace_weakest (&unheard_of, 1), ==, QD_HEALTH_PENDING);

  for (guint i = 0; i < G_N_ELEMENTS (from_weakest); i++)
    for (guint j = i; j < G_N_ELEMENTS (from_weakest); j++)
      {
        QdHealth falling[] = { from_weakest[j], from_weakest[j], from_weakest[i] };
        QdHealth rising[] = { from_weakest[i], from_weakest[j], from_weakest[j] };

        g_assert_cmpint (qd_pace_weakest (falling, 3), ==, from_weakest[i]);
        g_assert_cmpint (qd_pace_weakest (rising, 3), ==, from_weakest[i]);
        g_assert_cmpint (qd_pace_weakest (falling, 2), ==, from_weakest[j]);
      }

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    all[i] = from_weakest[G_N_ELEMENTS (all) - 1 - i];
  g_assert_cmpint (qd_pace_weakest (all, G_N_ELEMENTS (all)), ==, QD_HEALTH_AT_RISK);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES ("/method/expected/linear/", linears, test_linear);
  ADD_CASES ("/method/expected/value/", values, test_value);
  g_test_add_func ("/method/expected/value/other-cycles", test_value_in_other_cycles);
  ADD_CASES ("/method/pace/ratio/", ratios, test_ratio);
  ADD_CASES ("/method/pace/suggest/", paces, test_suggest);
  ADD_CASES ("/method/pace/compare/", paces, test_compare);
  g_test_add_func ("/method/pace/weakest", test_weakest);

  return g_test_run ();
}
