/* How far a metric should be on a day of the cycle.
 *
 * Knows of days and values only: not where the metric is, nor what follows from
 * the difference.
 */

#include "config.h"

#include <math.h>

#include "qd-expected.h"

/* The value of a day on the straight line from one point to a later one. */
static double
interpolate (const QdPoint *from,
             const QdPoint *to,
             QdDay          day)
{
  double share = (double) (day - from->day) / (to->day - from->day);

  /* Not by way of the difference, which may be infinite. */
  return from->value * (1.0 - share) + to->value * share;
}

/**
 * qd_expected_linear:
 * @first_day: of the cycle, or %QD_DAY_NONE
 * @last_day: of the cycle, or %QD_DAY_NONE
 * @day: a day
 *
 * Expected progress, by the method's rule for it: linear, from 0 on the first day
 * of the cycle to 1 on its last.
 *
 * |[
 * e = (day − first day) ÷ (last day − first day)
 * ]|
 *
 * Returns: the expected progress, from 0.0 to 1.0: 0 before the cycle, 1 after it,
 *   and 1 from the only day of a cycle on that has one day; NAN without a cycle
 */
double
qd_expected_linear (QdDay first_day,
                    QdDay last_day,
                    QdDay day)
{
  if (first_day == QD_DAY_NONE || last_day == QD_DAY_NONE)
    return NAN;
  if (day < first_day)
    return 0.0;
  if (day >= last_day)
    return 1.0;

  return (double) (day - first_day) / (last_day - first_day);
}

/**
 * qd_expected_value:
 * @first_day: of the cycle, or %QD_DAY_NONE
 * @last_day: of the cycle, or %QD_DAY_NONE
 * @baseline: where the metric starts, or NAN
 * @target: where it should land, or NAN
 * @phases: (array length=n_phases) (nullable): values that it should have on the
 *   way, in any order
 * @n_phases: how many
 * @day: a day
 *
 * Expected value, in the unit of the metric, by the method's rule for phased
 * targets: on straight lines from the baseline on the first day of the cycle
 * through each phase to the target on the last day.
 *
 * A phase counts where it has a value and lies after the first and before the
 * last day, which are the baseline's and the target's. Of two phases of one day,
 * the later one in @phases counts.
 *
 * Returns: the expected value: the baseline before the cycle, the target from its
 *   last day on; NAN without a cycle, and where an end of the line is missing
 */
double
qd_expected_value (QdDay          first_day,
                   QdDay          last_day,
                   double         baseline,
                   double         target,
                   const QdPoint *phases,
                   gsize          n_phases,
                   QdDay          day)
{
  QdPoint before = { first_day, baseline };
  QdPoint after = { last_day, target };

  if (first_day == QD_DAY_NONE || last_day == QD_DAY_NONE)
    return NAN;
  if (day < first_day)
    return baseline;
  if (day >= last_day)
    return target;

  for (gsize i = 0; i < n_phases; i++)
    {
      const QdPoint *phase = &phases[i];

      if (phase->day <= first_day || phase->day >= last_day || !isfinite (phase->value))
        continue;

      if (phase->day > day)
        after = phase->day <= after.day ? *phase : after;
      else
        before = phase->day >= before.day ? *phase : before;
    }

  return interpolate (&before, &after, day);
}
