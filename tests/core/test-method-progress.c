/* Progress, case by case: metrics that go up and that go down, limits, milestones,
 * answers and roll-ups, and figures from which no progress follows.
 *
 * The cases are worked out by hand from the rules of the method.
 */

#include "config.h"

#include <float.h>

#include "method/qd-progress.h"
#include "method-cases.h"

static const struct change
{
  const char *name;
  double baseline;
  double target;
  double current;
  double progress;
} changes[] = {
  { "up/start", 40, 60, 40, 0 },
  { "up/quarter-way", 40, 60, 45, 0.25 },
  { "up/reached", 40, 60, 60, 1 },
  { "up/exceeded", 40, 60, 65, 1.25 },
  { "up/wrong-way", 40, 60, 38, -0.1 },
  { "down/start", 30, 10, 30, 0 },
  { "down/half-way", 30, 10, 20, 0.5 },
  { "down/reached", 30, 10, 10, 1 },
  { "down/exceeded", 30, 10, 5, 1.25 },
  { "down/wrong-way", 30, 10, 32, -0.1 },
  { "through-zero", -20, 30, 5, 0.5 },
  { "through-zero/down", 20, -30, -20, 0.8 },
  { "below-zero", -10, -50, -20, 0.25 },
  { "from-zero", 0, 8, 3, 0.375 },
  { "to-zero", 8, 0, 3, 0.625 },
  { "fractions", 0.1, 0.4, 0.2, 1.0 / 3.0 },
  { "large", 1e15, 3e15, 2e15, 0.5 },
  { "tiny-span", 1, 1 + 4 * DBL_EPSILON, 1 + DBL_EPSILON, 0.25 },
  { "tiny-figures", 1e-300, 3e-300, 2e-300, 0.5 },
  { "tiny-span/overflow", 0, 1e-300, 1e300, INFINITY },
  { "whole-range", -DBL_MAX, DBL_MAX, 0, 0.5 },
  { "whole-range/down", DBL_MAX, -DBL_MAX, DBL_MAX / 2, 0.25 },
  { "beyond-range", 0, DBL_MAX, -DBL_MAX, -1 },
  { "no-distance", 50, 50, 50, NAN },
  { "no-distance/moved", 50, 50, 60, NAN },
  { "no-distance/zeros", 0.0, -0.0, 1, NAN },
  { "no-baseline", NAN, 60, 45, NAN },
  { "no-target", 40, NAN, 45, NAN },
  { "never-checked-in", 40, 60, NAN, NAN },
  { "no-figures", NAN, NAN, NAN, NAN },
  { "infinite-baseline", -INFINITY, 60, 45, NAN },
  { "infinite-target", 40, INFINITY, 45, NAN },
  { "infinite-current", 40, 60, INFINITY, NAN },
};

static const struct inside
{
  const char *name;
  QdMetricKind metric;
  double target;
  double upper;
  double value;
  gboolean inside;
} insides[] = {
  { "at-least/above", QD_METRIC_AT_LEAST, 99.5, NAN, 99.6, TRUE },
  { "at-least/limit", QD_METRIC_AT_LEAST, 99.5, NAN, 99.5, TRUE },
  { "at-least/below", QD_METRIC_AT_LEAST, 99.5, NAN, 99.4, FALSE },
  { "at-least/upper-is-nothing", QD_METRIC_AT_LEAST, 5, 7, 9, TRUE },
  { "at-least/no-value", QD_METRIC_AT_LEAST, 99.5, NAN, NAN, FALSE },
  { "at-least/no-limit", QD_METRIC_AT_LEAST, NAN, 7, 9, FALSE },
  { "at-most/below", QD_METRIC_AT_MOST, -2, NAN, -2.5, TRUE },
  { "at-most/limit", QD_METRIC_AT_MOST, -2, NAN, -2, TRUE },
  { "at-most/above", QD_METRIC_AT_MOST, -2, NAN, -1.5, FALSE },
  { "at-most/no-value", QD_METRIC_AT_MOST, -2, NAN, NAN, FALSE },
  { "at-most/no-limit", QD_METRIC_AT_MOST, NAN, 7, 5, FALSE },
  { "within/below", QD_METRIC_WITHIN, 5, 7, 4.9, FALSE },
  { "within/lower-limit", QD_METRIC_WITHIN, 5, 7, 5, TRUE },
  { "within/between", QD_METRIC_WITHIN, 5, 7, 6, TRUE },
  { "within/upper-limit", QD_METRIC_WITHIN, 5, 7, 7, TRUE },
  { "within/above", QD_METRIC_WITHIN, 5, 7, 7.1, FALSE },
  { "within/other-order/below", QD_METRIC_WITHIN, 7, 5, 4.9, FALSE },
  { "within/other-order/lower-limit", QD_METRIC_WITHIN, 7, 5, 5, TRUE },
  { "within/other-order/between", QD_METRIC_WITHIN, 7, 5, 6, TRUE },
  { "within/other-order/upper-limit", QD_METRIC_WITHIN, 7, 5, 7, TRUE },
  { "within/other-order/above", QD_METRIC_WITHIN, 7, 5, 7.1, FALSE },
  { "within/one-point", QD_METRIC_WITHIN, 5, 5, 5, TRUE },
  { "within/one-point/beside", QD_METRIC_WITHIN, 5, 5, 5.1, FALSE },
  { "within/no-lower", QD_METRIC_WITHIN, NAN, 7, 7, FALSE },
  { "within/no-upper", QD_METRIC_WITHIN, 5, NAN, 5, FALSE },
  { "within/no-value", QD_METRIC_WITHIN, 5, 7, NAN, FALSE },
  { "none", QD_METRIC_NONE, 5, 7, 6, FALSE },
  { "change", QD_METRIC_CHANGE, 5, 7, 6, FALSE },
  { "milestones", QD_METRIC_MILESTONES, 5, 7, 6, FALSE },
  { "yes-no", QD_METRIC_YES_NO, 1, 1, 1, FALSE },
};

static const struct limit
{
  const char *name;
  guint n_inside;
  guint n_due;
  double progress;
} limits[] = {
  { "none-due", 0, 0, NAN },
  { "none-due/checked-in", 2, 0, NAN },
  { "none-inside", 0, 4, 0 },
  { "first", 1, 1, 1 },
  { "some", 3, 4, 0.75 },
  { "all", 4, 4, 1 },
  { "more-than-due", 7, 4, 1 },
  { "many", G_MAXUINT / 2 + 1, G_MAXUINT, (G_MAXUINT / 2 + 1.0) / G_MAXUINT },
};

static const struct milestones
{
  const char *name;
  double done;
  double all;
  double progress;
} milestones[] = {
  { "none", 0, 0, NAN },
  { "no-weight/done", 1, 0, NAN },
  { "not-begun", 0, 5, 0 },
  { "some", 2, 5, 0.4 },
  { "all", 5, 5, 1 },
  { "very-light", 0.01, 0.05, 0.2 },
  { "light", 0.125, 0.5, 0.25 },
  { "negative", 1, -4, NAN },
  { "missing", 1, NAN, NAN },
  { "missing/done", NAN, 4, NAN },
};

static const struct answer
{
  const char *name;
  double current;
  double progress;
} answers[] = {
  { "unsaid", NAN, NAN },
  { "no", 0, 0 },
  { "yes", 1, 1 },
  { "rather-no", 0.49, 0 },
  { "half", 0.5, 1 },
  { "more-than-yes", 2, 1 },
  { "less-than-no", -1, 0 },
};

static const struct clamp
{
  const char *name;
  double raw;
  double clamped;
} clamps[] = {
  { "endlessly-wrong", -INFINITY, 0 },
  { "wrong-way", -0.1, 0 },
  { "start", 0, 0 },
  { "quarter-way", 0.25, 0.25 },
  { "reached", 1, 1 },
  { "exceeded", 1.25, 1 },
  { "endless", INFINITY, 1 },
  { "never-checked-in", NAN, 0 },
};

static const struct reach
{
  const char *name;
  double share;
  double limit;
  gboolean reaches;
} reaches[] = {
  { "above", 0.91, 0.9, TRUE },
  { "equal", 0.9, 0.9, TRUE },
  { "rounding-error", 0.9 - 9e-10, 0.9, TRUE },
  { "nearly", 0.9 - 2e-9, 0.9, FALSE },
  { "below", 0.89, 0.9, FALSE },
  { "missing", NAN, 0.9, FALSE },
  { "endless", INFINITY, INFINITY, TRUE },
};

static const struct roll_up
{
  const char *name;
  gsize n;
  double progress[4];
  gboolean weighted;
  double weights[4];
  double sum;
} roll_ups[] = {
  { "none", 0, { 0 }, FALSE, { 0 }, NAN },
  { "none/weighted", 0, { 0 }, TRUE, { 0 }, NAN },
  { "one", 1, { 0.3 }, FALSE, { 0 }, 0.3 },
  { "equal", 4, { 0.2, 0.4, 0.6, 1 }, FALSE, { 0 }, 0.55 },
  { "overshoot", 2, { 1.5, 0.5 }, FALSE, { 0 }, 0.75 },
  { "wrong-way", 2, { -0.5, 0.5 }, FALSE, { 0 }, 0.25 },
  { "never-checked-in", 2, { NAN, 0.5 }, FALSE, { 0 }, 0.25 },
  { "nobody-checked-in", 2, { NAN, NAN }, FALSE, { 0 }, 0 },
  { "weights", 2, { 1, 0.2 }, TRUE, { 3, 1 }, 0.8 },
  { "weights/fractions", 3, { 0.5, 1, 0 }, TRUE, { 0.5, 0.25, 0.25 }, 0.5 },
  { "weights/one-is-none", 3, { 0.9, 0.3, 0.6 }, TRUE, { 0, 1, 2 }, 0.5 },
  { "weights/only-the-first", 2, { 0.8, 0.2 }, TRUE, { 2, 0 }, 0.8 },
  { "weights/all-none", 4, { 0.2, 0.4, 0.6, 1 }, TRUE, { 0, 0, 0, 0 }, 0.55 },
  { "weights/one-negative", 3, { 1, 0.3, 0.6 }, TRUE, { -5, 1, 2 }, 0.5 },
  { "weights/all-negative", 2, { 0.2, 0.6 }, TRUE, { -1, -3 }, 0.4 },
  { "weights/one-missing", 3, { 1, 0.3, 0.6 }, TRUE, { NAN, 1, 2 }, 0.5 },
  { "weights/all-missing", 2, { 0.2, 0.6 }, TRUE, { NAN, NAN }, 0.4 },
  { "weights/one-infinite", 3, { 1, 0.3, 0.6 }, TRUE, { INFINITY, 1, 2 }, 0.5 },
  { "weights/small", 2, { 1, 0.2 }, TRUE, { 3e-300, 1e-300 }, 0.8 },
  { "weights/huge", 3, { 1, 0.4, 0.1 }, TRUE, { DBL_MAX, DBL_MAX, DBL_MAX }, 0.5 },
  { "weights/of-the-missing", 2, { NAN, 1 }, TRUE, { 3, 1 }, 0.25 },
};

static void
test_change (gconstpointer data)
{
  const struct change *c = data;

  assert_figure (qd_progress_of_change (c->baseline, c->target, c->current), c->progress);
}

static void
test_inside (gconstpointer data)
{
  const struct inside *c = data;

  g_assert_cmpint (qd_progress_is_inside (c->metric, c->target, c->upper, c->value), ==,
                   c->inside);
}

static void
test_limit (gconstpointer data)
{
  const struct limit *c = data;

  assert_figure (qd_progress_of_limit (c->n_inside, c->n_due), c->progress);
}

static void
test_milestones (gconstpointer data)
{
  const struct milestones *c = data;

  assert_figure (qd_progress_of_milestones (c->done, c->all), c->progress);
}

static void
test_answer (gconstpointer data)
{
  const struct answer *c = data;

  assert_figure (qd_progress_of_answer (c->current), c->progress);
}

static void
test_clamp (gconstpointer data)
{
  const struct clamp *c = data;

  g_assert_cmpfloat (qd_progress_clamp (c->raw), ==, c->clamped);
}

static void
test_reaches (gconstpointer data)
{
  const struct reach *c = data;

  g_assert_cmpint (qd_progress_reaches (c->share, c->limit), ==, c->reaches);
}

static void
test_roll_up (gconstpointer data)
{
  const struct roll_up *c = data;

  assert_figure (qd_progress_roll_up (c->progress, c->weighted ? c->weights : NULL, c->n),
                 c->sum);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES ("/method/progress/change/", changes, test_change);
  ADD_CASES ("/method/progress/inside/", insides, test_inside);
  ADD_CASES ("/method/progress/limit/", limits, test_limit);
  ADD_CASES ("/method/progress/milestones/", milestones, test_milestones);
  ADD_CASES ("/method/progress/answer/", answers, test_answer);
  ADD_CASES ("/method/progress/clamp/", clamps, test_clamp);
  ADD_CASES ("/method/progress/reaches/", reaches, test_reaches);
  ADD_CASES ("/method/progress/roll-up/", roll_ups, test_roll_up);

  return g_test_run ();
}
