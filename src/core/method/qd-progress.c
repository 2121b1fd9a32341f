/* How far a metric has moved: the first rule of the method.
 *
 * Progress says nothing about whether the result will land, or how it was
 * graded; those are figures of their own.
 */

#include "config.h"

#include <math.h>

#include "qd-progress.h"

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
 *   baseline and target are the same
 */
double
qd_progress_of_change (double baseline,
                       double target,
                       double current)
{
  if (isnan (baseline) || isnan (target) || isnan (current) || baseline == target)
    return NAN;

  return (current - baseline) / (target - baseline);
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
