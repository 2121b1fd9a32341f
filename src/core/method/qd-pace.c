/* How fast a metric moves by what was expected of it, and what that suggests.
 *
 * A suggestion is advice: the column that a card is in stays the word of the
 * people. It rests on progress and time alone, never on confidence.
 */

#include "config.h"

#include <math.h>

#include "qd-pace.h"
#include "qd-progress.h"

/* An aspirational target is a success from this share on. */
#define ASPIRATION 0.7

/* From these ratios on, a key result is on track, or no more than behind. */
#define ON_TRACK_RATIO 0.90
#define BEHIND_RATIO 0.70

/* The share of the cycle, two weeks in a quarter's thirteen, that is too short to
 * say anything. */
#define EARLY_SHARE (2.0 / 13.0)

/* Being so little short of what is expected is nothing to worry about. */
#define NEGLIGIBLE 0.05

/**
 * qd_pace_ratio:
 * @progress: raw progress, 1.0 being 100 %, or NAN
 * @expected: expected progress, likewise
 * @commitment: of the objective
 *
 * Pace, by the method's rule for suggested health: progress by what was expected.
 * Of an aspirational target, 0.7 is a success, so that much less is expected.
 *
 * |[
 * r = p ÷ e            committed
 * r = p ÷ (0.7 · e)    aspirational
 * ]|
 *
 * Returns: the ratio, 1.0 being just as expected; NAN where a figure is missing or
 *   no progress is expected
 */
double
qd_pace_ratio (double       progress,
               double       expected,
               QdCommitment commitment)
{
  if (!(expected > 0.0))
    return NAN;

  if (commitment == QD_COMMITMENT_ASPIRATIONAL)
    return progress / (ASPIRATION * expected);

  return progress / expected;
}

/**
 * qd_pace_compare:
 * @progress: raw progress, 1.0 being 100 %, or NAN
 * @expected: expected progress, likewise
 * @elapsed: the share of the cycle that is over, as of qd_expected_linear()
 * @commitment: of the objective
 *
 * Health by the method's rule for suggested health, of a key result that cannot be
 * complete yet. The first of these that applies:
 *
 * - elapsed < 2/13: too early to say
 * - e − p ≤ 0.05: on track
 * - r ≥ 0.90: on track
 * - r ≥ 0.70: behind
 * - otherwise at risk, also where nothing was expected and the metric went the
 *   wrong way
 *
 * All limits but the first with %QD_PROGRESS_TOLERANCE in favour of the key result.
 *
 * Returns: the health; %QD_HEALTH_PENDING where a figure is missing
 */
QdHealth
qd_pace_compare (double       progress,
                 double       expected,
                 double       elapsed,
                 QdCommitment commitment)
{
  double ratio = qd_pace_ratio (progress, expected, commitment);

  if (isnan (progress) || isnan (expected) || isnan (elapsed))
    return QD_HEALTH_PENDING;
  if (elapsed < EARLY_SHARE)
    return QD_HEALTH_TOO_EARLY;
  if (qd_progress_reaches (progress + NEGLIGIBLE, expected))
    return QD_HEALTH_ON_TRACK;
  if (qd_progress_reaches (ratio, ON_TRACK_RATIO))
    return QD_HEALTH_ON_TRACK;
  if (qd_progress_reaches (ratio, BEHIND_RATIO))
    return QD_HEALTH_BEHIND;

  return QD_HEALTH_AT_RISK;
}

/**
 * qd_pace_suggest:
 * @progress: raw progress, 1.0 being 100 %, or NAN
 * @expected: expected progress, likewise
 * @elapsed: the share of the cycle that is over, as of qd_expected_linear()
 * @commitment: of the objective
 *
 * Health by the method's rule for suggested health: complete where p ≥ 1, with
 * %QD_PROGRESS_TOLERANCE as there and however early that is; else as
 * qd_pace_compare() says.
 *
 * Returns: the health; %QD_HEALTH_PENDING where a figure is missing
 */
QdHealth
qd_pace_suggest (double       progress,
                 double       expected,
                 double       elapsed,
                 QdCommitment commitment)
{
  if (qd_progress_reaches (progress, 1.0))
    return QD_HEALTH_COMPLETE;

  return qd_pace_compare (progress, expected, elapsed, commitment);
}

/**
 * qd_pace_weakest:
 * @healths: (array length=n): health of each key result of an objective
 * @n: how many there are
 *
 * Health of an objective by the method's rule for roll-ups: that of its weakest key
 * result. From the weakest on: at risk, outdated, behind, pending, too early, on
 * track, complete, closed. So a silent key result is never outdone by the others'
 * green.
 *
 * Returns: the health; %QD_HEALTH_PENDING where there is none
 */
QdHealth
qd_pace_weakest (const QdHealth *healths,
                 gsize           n)
{
  static const QdHealth from_weakest[] = {
    QD_HEALTH_AT_RISK,
    QD_HEALTH_OUTDATED,
    QD_HEALTH_BEHIND,
    QD_HEALTH_PENDING,
    QD_HEALTH_TOO_EARLY,
    QD_HEALTH_ON_TRACK,
    QD_HEALTH_COMPLETE,
    QD_HEALTH_CLOSED,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (from_weakest); i++)
    for (gsize j = 0; j < n; j++)
      {
        if (healths[j] == from_weakest[i])
          return from_weakest[i];
      }

  return QD_HEALTH_PENDING;
}
