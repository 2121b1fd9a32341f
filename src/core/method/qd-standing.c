/* What all rules together say about a key result on a day.
 *
 * Each figure comes from the rule that it belongs to; here is only which rules apply
 * to which kind of metric, and which health is shown.
 */

#include "config.h"

#include <math.h>

#include "qd-expected.h"
#include "qd-forecast.h"
#include "qd-pace.h"
#include "qd-progress.h"
#include "qd-standing.h"

/* The last value that somebody gave, or NAN. */
static double
get_current (const QdFacts *facts)
{
  for (gsize i = facts->n_readings; i > 0; i--)
    {
      if (!isnan (facts->readings[i - 1].value))
        return facts->readings[i - 1].value;
    }

  return NAN;
}

static gboolean
has_limit (const QdFacts *facts)
{
  if (isnan (facts->target))
    return FALSE;

  return facts->metric != QD_METRIC_WITHIN || !isnan (facts->upper);
}

/* How many due days have a value inside. What was told last for one counts, so that
 * no number of check-ins makes up for a day without. */
static guint
count_inside (const QdFacts *facts)
{
  QdDay told = QD_DAY_NONE;
  guint n_inside = 0;

  for (gsize i = facts->n_readings; i > 0; i--)
    {
      const QdPoint *reading = &facts->readings[i - 1];
      QdDay due = qd_rhythm_get_answered (&facts->rhythm, facts->first_day, facts->last_day,
                                          reading->day);

      if (isnan (reading->value) || due == QD_DAY_NONE || due == told)
        continue;

      told = due;
      if (qd_progress_is_inside (facts->metric, facts->target, facts->upper, reading->value))
        n_inside++;
    }

  return n_inside;
}

/* The first due day, or an earlier one that somebody told for before he was asked. */
static QdDay
get_first_due (const QdFacts *facts)
{
  QdDay first = qd_rhythm_get_due (&facts->rhythm, facts->first_day, facts->last_day,
                                   facts->since, QD_DAY_NONE);
  QdDay told;

  if (facts->n_readings == 0)
    return first;

  told = qd_rhythm_get_answered (&facts->rhythm, facts->first_day, facts->last_day,
                                 facts->readings[0].day);
  if (first == QD_DAY_NONE || told == QD_DAY_NONE)
    return MAX (first, told);

  return MIN (first, told);
}

/* A check-in that is due does not count against the key result before its grace is
 * over: else every due day would begin with a false alarm. */
static guint
count_due (const QdFacts *facts,
           QdDay          due,
           QdDay          today)
{
  QdDay until = facts->last_day;

  if (qd_rhythm_is_outdated (due, today))
    until = today - QD_RHYTHM_GRACE - 1u;
  else if (due != QD_DAY_NONE)
    until = due - 1u;

  return qd_rhythm_count_due (&facts->rhythm, get_first_due (facts), facts->last_day, until);
}

static double
get_progress (const QdFacts *facts,
              guint          n_due)
{
  switch (facts->metric)
    {
    case QD_METRIC_CHANGE:
      return qd_progress_of_change (facts->baseline, facts->target, get_current (facts));

    case QD_METRIC_AT_LEAST:
    case QD_METRIC_AT_MOST:
    case QD_METRIC_WITHIN:
      return has_limit (facts) ? qd_progress_of_limit (count_inside (facts), n_due) : NAN;

    case QD_METRIC_MILESTONES:
      return qd_progress_of_milestones (facts->n_done, facts->n_milestones);

    case QD_METRIC_YES_NO:
      return qd_progress_of_answer (get_current (facts));

    case QD_METRIC_NONE:
    default:
      return NAN;
    }
}

static double
get_expected (const QdFacts *facts,
              guint          n_due,
              double         elapsed,
              QdDay          today)
{
  double value;

  if (facts->metric == QD_METRIC_NONE)
    return NAN;

  /* The value is expected to be inside always. */
  if (qd_metric_kind_is_limit (facts->metric))
    return n_due > 0 ? 1.0 : NAN;

  if (facts->metric != QD_METRIC_CHANGE || facts->n_phases == 0)
    return elapsed;

  value = qd_expected_value (facts->first_day, facts->last_day,
                             facts->baseline, facts->target,
                             facts->phases, facts->n_phases, today);
  return qd_progress_of_change (facts->baseline, facts->target, value);
}

/* A limit can still be broken as long as the cycle lasts. */
static QdHealth
suggest (const QdFacts    *facts,
         const QdStanding *standing,
         double            elapsed)
{
  if (qd_metric_kind_is_limit (facts->metric) && elapsed < 1.0)
    return qd_pace_compare (standing->progress, standing->expected, elapsed,
                            facts->commitment);

  return qd_pace_suggest (standing->progress, standing->expected, elapsed,
                          facts->commitment);
}

static QdHealth
get_health (const QdFacts    *facts,
            const QdStanding *standing)
{
  if (facts->closed)
    return QD_HEALTH_CLOSED;
  if (standing->outdated)
    return QD_HEALTH_OUTDATED;

  return standing->suggested;
}

static gboolean
is_ever_below_zero (const QdFacts *facts)
{
  for (gsize i = 0; i < facts->n_readings; i++)
    if (facts->readings[i].value < 0.0)
      return TRUE;

  return facts->baseline < 0.0 || facts->target < 0.0 || facts->upper < 0.0;
}

/* What is to be expected of the value itself. What it was before the cycle says
 * nothing about how it moves in it. */
static void
look_ahead (const QdFacts *facts,
            QdDay          today,
            QdStanding    *standing)
{
  gsize n_before = 0;

  while (n_before < facts->n_readings && facts->readings[n_before].day < facts->first_day)
    n_before++;

  standing->landing = NAN;
  standing->weekly = NAN;
  standing->required = NAN;

  if (qd_metric_kind_has_number (facts->metric))
    qd_forecast_land (facts->readings + n_before, facts->n_readings - n_before,
                      facts->last_day, &standing->landing, &standing->weekly);
  if (standing->landing < 0.0 && !is_ever_below_zero (facts))
    standing->landing = 0.0;

  /* Before the cycle, all its weeks are left, and no others. */
  if (facts->metric == QD_METRIC_CHANGE && !qd_progress_reaches (standing->progress, 1.0))
    standing->required = qd_forecast_required_pace (get_current (facts), facts->target,
                                                    MAX (today, facts->first_day),
                                                    facts->last_day);
}

/* Nobody has anything more to tell of it. */
static gboolean
is_over (const QdFacts    *facts,
         const QdStanding *standing)
{
  return facts->closed ||
         (facts->role == QD_COLUMN_COMPLETE && standing->suggested == QD_HEALTH_COMPLETE);
}

/**
 * qd_standing_of:
 * @facts: the key result as it is on @today
 * @today: a day
 * @standing: (out caller-allocates): where to put what the rules say
 *
 * Applies the method's rules to a key result. Which progress and which expected
 * progress it has follows from its metric:
 *
 * - none: NAN, and NAN
 * - change: from the last value, and linear, or that of the expected value where
 *   there are phases
 * - limits: due days with a value inside by all due days so far, and 1. Of several
 *   check-ins for one due day, the last value counts. A due day does not count before
 *   there is a check-in for it or its grace is over; before the first both are NAN
 * - milestones: those that are done by all of them, and linear
 * - yes or no: by the last value, and linear
 *
 * A limit that is kept is on track, and complete only on the last day of the cycle.
 * The forecast is of metrics with values, change and limits, by the check-ins of the
 * cycle, and ends at 0 where neither a check-in nor a figure of the plan is below that:
 * there are no fewer than no tickets. The required pace is of change only, as long as the
 * target is not reached.
 *
 * The health is that of the first rule that applies, by the method's rule for
 * staleness: the cycle is closed, the check-in is outdated, what the last figures
 * suggest, pending. In a closed cycle, nothing is due, outdated or stuck; nor is
 * anything due of what has reached its target and stands in Complete.
 */
void
qd_standing_of (const QdFacts *facts,
                QdDay          today,
                QdStanding    *standing)
{
  double elapsed = qd_expected_linear (facts->first_day, facts->last_day, today);
  QdDay due = qd_rhythm_get_due (&facts->rhythm, facts->first_day, facts->last_day,
                                 facts->since, facts->checked);
  guint n_due = count_due (facts, due, today);

  standing->progress = get_progress (facts, n_due);
  standing->expected = get_expected (facts, n_due, elapsed, today);
  standing->ratio = qd_pace_ratio (standing->progress, standing->expected,
                                   facts->commitment);
  standing->suggested = suggest (facts, standing, elapsed);

  standing->due = is_over (facts, standing) ? QD_DAY_NONE : due;
  standing->is_due = standing->due != QD_DAY_NONE && standing->due <= today;
  standing->outdated = qd_rhythm_is_outdated (standing->due, today);
  standing->stuck = !facts->closed &&
                    qd_rhythm_is_stuck (facts->role, facts->first_day, facts->since, today);
  standing->health = get_health (facts, standing);
  look_ahead (facts, today, standing);
}

/**
 * qd_standing_has_health:
 * @self: what the rules say about a key result
 *
 * Returns: whether its health says anything: not where nobody has said anything yet
 */
gboolean
qd_standing_has_health (const QdStanding *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  switch (self->health)
    {
    case QD_HEALTH_PENDING:
      return FALSE;

    case QD_HEALTH_TOO_EARLY:
      return !isnan (self->progress);

    case QD_HEALTH_ON_TRACK:
    case QD_HEALTH_BEHIND:
    case QD_HEALTH_AT_RISK:
    case QD_HEALTH_COMPLETE:
    case QD_HEALTH_OUTDATED:
    case QD_HEALTH_CLOSED:
    default:
      return TRUE;
    }
}
