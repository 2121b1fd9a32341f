/* Progress of an objective together with the objectives that are aligned to it.
 *
 * The objective's own key results count as one more objective of weight 1 among those
 * that it is made of. What cannot be measured at all says nothing, neither good nor
 * bad.
 */

#include "config.h"

#include <math.h>

#include "qd-progress.h"
#include "qd-roll-up.h"

#define OWN_WEIGHT 1.0

/**
 * qd_roll_up_aligned:
 * @own: progress from its own key results, from 0.0 to 1.0; NAN where it has none
 * @aligned: (array length=n): progress of each objective that is aligned to it, rolled
 *   up likewise; NAN where there is nothing to measure
 * @weights: (array length=n): weight of each of them
 * @n: how many there are
 *
 * Progress of an objective with all that is aligned to it, by the method's rule for
 * roll-ups:
 *
 * |[
 * p = (1 · own + Σ w · aligned) ÷ (1 + Σ w)
 * ]|
 *
 * A figure that is NAN is left out, with its weight. A weight that is negative,
 * infinite or NAN counts as 0; where no weight is left, all are equal. Expected
 * progress rolls up in the same way.
 *
 * Returns: the progress, from 0.0 to 1.0; NAN where there is nothing to measure
 */
double
qd_roll_up_aligned (double        own,
                    const double *aligned,
                    const double *weights,
                    gsize         n)
{
  g_autofree double *figures = g_new (double, n + 1);
  g_autofree double *shares = g_new (double, n + 1);
  gsize n_figures = 0;

  if (!isnan (own))
    {
      figures[n_figures] = own;
      shares[n_figures++] = OWN_WEIGHT;
    }
  for (gsize i = 0; i < n; i++)
    if (!isnan (aligned[i]))
      {
        figures[n_figures] = aligned[i];
        shares[n_figures++] = weights[i];
      }

  return qd_progress_roll_up (figures, shares, n_figures);
}
