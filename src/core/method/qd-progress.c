/* How far a metric has moved: progress of each kind of metric, and its roll-up.
 *
 * Progress says nothing about whether the result will land, or how it was
 * graded; those are figures of their own. A figure that nobody has given is NAN,
 * and so is every figure that would need it.
 */

#include "config.h"

#include <math.h>

#include "qd-progress.h"

/* Half of what lies between two figures: the whole may be too large for a
 * double, and quotients of halves are those of the wholes. */
static double
half_distance (double from,
               double to)
{
  return to / 2.0 - from / 2.0;
}

/* A weight that cannot be one counts as none. */
static double
usable_weight (double weight)
{
  return isfinite (weight) ? MAX (weight, 0.0) : 0.0;
}

static double
largest_weight (const double *weights,
                gsize         n)
{
  double largest = 0.0;

  for (gsize i = 0; i < n; i++)
    largest = MAX (largest, usable_weight (weights[i]));

  return largest;
}

/**
 * qd_progress_of_change:
 * @baseline: where the metric started, or NAN
 * @target: where it should land, or NAN
 * @current: where it stands, or NAN, all three in the same unit
 *
 * Progress of a metric that goes from a baseline to a target:
 *
 * |[
 * p = (current − baseline) ÷ (target − baseline)
 * ]|
 *
 * This is the method's rule for the progress of a key result: one formula for
 * metrics that should go up and for those that should go down. The figure is
 * raw: beyond 1 where the target was exceeded, below 0 where the metric went
 * the wrong way. Draw and roll up qd_progress_clamp() of it.
 *
 * Returns: the progress, 1.0 being 100 %; NAN where a figure is missing or
 *   infinite, or baseline and target are the same
 */
double
qd_progress_of_change (double baseline,
                       double target,
                       double current)
{
  double span = half_distance (baseline, target);

  if (!isfinite (span) || !isfinite (current) || span == 0.0)
    return NAN;

  return half_distance (baseline, current) / span;
}

/**
 * qd_progress_is_inside:
 * @metric: the kind of metric
 * @target: the limit, or one of the two of %QD_METRIC_WITHIN, or NAN
 * @upper: the other limit of %QD_METRIC_WITHIN, or NAN; not looked at for others
 * @value: a value, or NAN, all in the same unit
 *
 * Whether a value keeps to the limits of its metric: at or above the target,
 * at or below it, or between two limits, in whichever order they were entered.
 * By the method's rule for limits, the limits themselves are inside.
 *
 * Returns: whether the value is inside; %FALSE where it or a limit is missing, and
 *   for metrics that have no limits
 */
gboolean
qd_progress_is_inside (QdMetricKind metric,
                       double       target,
                       double       upper,
                       double       value)
{
  switch (metric)
    {
    case QD_METRIC_AT_LEAST:
      return value >= target;

    case QD_METRIC_AT_MOST:
      return value <= target;

    case QD_METRIC_WITHIN:
      return (value >= target && value <= upper) || (value >= upper && value <= target);

    case QD_METRIC_NONE:
    case QD_METRIC_CHANGE:
    case QD_METRIC_MILESTONES:
    case QD_METRIC_YES_NO:
    default:
      return FALSE;
    }
}

/**
 * qd_progress_of_limit:
 * @n_inside: check-ins that were due and whose value is inside the limits
 * @n_due: check-ins that were due so far
 *
 * Progress of a metric that should stay inside limits, by the method's rule for
 * limits:
 *
 * |[
 * p = check-ins inside ÷ check-ins due so far
 * ]|
 *
 * Returns: the progress, from 0.0 to 1.0; NAN where nothing was due yet
 */
double
qd_progress_of_limit (guint n_inside,
                      guint n_due)
{
  if (n_due == 0)
    return NAN;

  return (double) MIN (n_inside, n_due) / n_due;
}

/**
 * qd_progress_of_milestones:
 * @weight_done: weight of the milestones that are done
 * @weight_all: weight of all of them
 *
 * Progress of a metric that consists of milestones, by the method's rule for
 * milestones:
 *
 * |[
 * p = weight of done ÷ weight of all
 * ]|
 *
 * Returns: the progress, 1.0 being 100 %; NAN where there is no weight at all
 */
double
qd_progress_of_milestones (double weight_done,
                           double weight_all)
{
  if (!(weight_all > 0.0))
    return NAN;

  return weight_done / weight_all;
}

/**
 * qd_progress_of_answer:
 * @current: 0 for not yet, 1 for done, or NAN
 *
 * Progress of a metric that is either done or not, by the method's rule for such
 * metrics. A value between the two counts as the one that is nearer.
 *
 * Returns: 0.0 or 1.0; NAN where nobody has said yet
 */
double
qd_progress_of_answer (double current)
{
  if (isnan (current))
    return NAN;

  return current >= 0.5 ? 1.0 : 0.0;
}

/**
 * qd_progress_clamp:
 * @progress: raw progress, 1.0 being 100 %, or NAN
 *
 * Progress as bars and roll-ups take it: nothing below 0 or above 1, and a key
 * result that nobody has checked in counts as 0.
 *
 * Returns: the progress, from 0.0 to 1.0
 */
double
qd_progress_clamp (double progress)
{
  if (isnan (progress))
    return 0.0;

  return CLAMP (progress, 0.0, 1.0);
}

/**
 * qd_progress_reaches:
 * @share: a progress, a ratio or a grade
 * @limit: a limit of the method
 *
 * Whether a share is at least as large as a limit, where what is less than
 * %QD_PROGRESS_TOLERANCE short of it has reached it.
 *
 * Returns: whether it is; %FALSE where the share is NAN
 */
gboolean
qd_progress_reaches (double share,
                     double limit)
{
  return share >= limit - QD_PROGRESS_TOLERANCE;
}

/**
 * qd_progress_roll_up:
 * @progress: (array length=n): raw progress of each, or NAN
 * @weights: (array length=n) (nullable): weight of each, or %NULL for equal ones
 * @n: how many there are
 *
 * Progress of an objective from its key results, or of a board from its
 * objectives, by the method's rule for roll-ups:
 *
 * |[
 * p = Σ w · clamp (p) ÷ Σ w
 * ]|
 *
 * A weight that is negative, infinite or NAN counts as 0; where no weight is
 * left, all are equal.
 *
 * Returns: the progress, from 0.0 to 1.0; NAN where there is nothing to roll up
 */
double
qd_progress_roll_up (const double *progress,
                     const double *weights,
                     gsize         n)
{
  double largest = weights != NULL ? largest_weight (weights, n) : 0.0;
  double sum = 0.0;
  double all = 0.0;

  if (n == 0)
    return NAN;

  for (gsize i = 0; i < n; i++)
    {
      /* In proportion to the largest, so that no sum becomes infinite. */
      double weight = largest > 0.0 ? usable_weight (weights[i]) / largest : 1.0;

      sum += weight * qd_progress_clamp (progress[i]);
      all += weight;
    }

  return sum / all;
}
