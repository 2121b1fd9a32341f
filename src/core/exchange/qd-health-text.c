/* Why the health of a key result is what it is, in words.
 *
 * Says what the rules found, and finds nothing itself. The health has its name
 * from qd-terms.c.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "method/qd-honesty.h"
#include "qd-health-text.h"
#include "qd-number-text.h"

/* What the metric lacks before anything can be said, or %NULL. */
static const char *
find_missing (const QdFacts *facts)
{
  switch (facts->metric)
    {
    case QD_METRIC_NONE:
      return _("Nobody said yet how it is measured");

    case QD_METRIC_CHANGE:
      if (isnan (facts->baseline))
        return _("It has no baseline yet");
      if (isnan (facts->target))
        return _("It has no target yet");
      return NULL;

    case QD_METRIC_AT_LEAST:
    case QD_METRIC_AT_MOST:
      return isnan (facts->target) ? _("It has no limit yet") : NULL;

    case QD_METRIC_WITHIN:
      return isnan (facts->target) || isnan (facts->upper) ? _("It has no limits yet") : NULL;

    case QD_METRIC_MILESTONES:
      return facts->n_milestones == 0 ? _("It has no milestones yet") : NULL;

    case QD_METRIC_YES_NO:
    default:
      return NULL;
    }
}

static gboolean
has_value (const QdFacts *facts)
{
  for (gsize i = 0; i < facts->n_readings; i++)
    if (!isnan (facts->readings[i].value))
      return TRUE;

  return FALSE;
}

/* Why a limit says nothing although there is a value. */
static char *
explain_not_due (const QdStanding *standing)
{
  g_autofree char *due = qd_day_to_long (standing->due);

  if (due == NULL)
    return g_strdup (_("No check-in is due in this cycle"));

  /* Translators: a day */
  return g_strdup_printf (_("Check-ins count from %s on, when the first one is due"), due);
}

static char *
explain_pending (const QdFacts    *facts,
                 const QdStanding *standing)
{
  const char *missing = find_missing (facts);

  if (missing != NULL)
    return g_strdup (missing);
  if (facts->first_day == QD_DAY_NONE)
    return g_strdup (_("The board has no cycle"));
  if (facts->checked == QD_DAY_NONE)
    return g_strdup (_("Nobody checked in yet"));
  if (!has_value (facts))
    return g_strdup (_("No check-in gives a value yet"));
  if (facts->metric == QD_METRIC_CHANGE)
    return g_strdup (_("Its baseline and its target are the same"));

  return explain_not_due (standing);
}

static char *
explain_pace (const QdStanding *standing)
{
  g_autofree char *progress = qd_number_text_percent (standing->progress);
  g_autofree char *expected = qd_number_text_percent (standing->expected);

  /* Translators: how far it is, how far it should be */
  return g_strdup_printf (_("At %s where %s is expected by now"), progress, expected);
}

/**
 * qd_health_text_explain:
 * @facts: a key result
 * @standing: what the rules say about it
 * @today: the day for which they do
 *
 * Returns: (transfer full): why its health is what it is, as a translated sentence
 *   with the figures in it
 */
char *
qd_health_text_explain (const QdFacts    *facts,
                        const QdStanding *standing,
                        QdDay             today)
{
  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (standing != NULL, NULL);

  switch (standing->health)
    {
    case QD_HEALTH_PENDING:
      return explain_pending (facts, standing);

    case QD_HEALTH_TOO_EARLY:
      return g_strdup (today < facts->first_day ? _("The cycle has not begun yet")
                                                : _("The cycle has only just begun"));

    case QD_HEALTH_COMPLETE:
      return g_strdup (_("The target is reached"));

    case QD_HEALTH_OUTDATED:
      return qd_honesty_explain (QD_DISAGREEMENT_OUTDATED, facts, standing, today);

    case QD_HEALTH_CLOSED:
      return g_strdup (_("The cycle is closed"));

    case QD_HEALTH_ON_TRACK:
    case QD_HEALTH_BEHIND:
    case QD_HEALTH_AT_RISK:
    default:
      return explain_pace (standing);
    }
}
