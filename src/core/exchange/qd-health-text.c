/* Health in words: its name, and why it is so.
 *
 * Says what the rules found, and finds nothing itself.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "method/qd-honesty.h"
#include "qd-health-text.h"
#include "qd-number-text.h"

/* What is missing before anything can be said. */
static char *
explain_pending (const QdFacts *facts)
{
  switch (facts->metric)
    {
    case QD_METRIC_NONE:
      return g_strdup (_("Nobody said yet how it is measured"));

    case QD_METRIC_CHANGE:
      if (isnan (facts->baseline))
        return g_strdup (_("It has no baseline yet"));
      if (isnan (facts->target))
        return g_strdup (_("It has no target yet"));
      break;

    case QD_METRIC_AT_LEAST:
    case QD_METRIC_AT_MOST:
      if (isnan (facts->target))
        return g_strdup (_("It has no limit yet"));
      break;

    case QD_METRIC_WITHIN:
      if (isnan (facts->target) || isnan (facts->upper))
        return g_strdup (_("It has no limits yet"));
      break;

    case QD_METRIC_MILESTONES:
      if (facts->n_milestones == 0)
        return g_strdup (_("It has no milestones yet"));
      break;

    case QD_METRIC_YES_NO:
    default:
      break;
    }

  if (facts->checked == QD_DAY_NONE)
    return g_strdup (_("Nobody checked in yet"));

  return g_strdup (_("No check-in gives a value yet"));
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
 * qd_health_text_get_name:
 *
 * Returns: (transfer none): the health in a word or two, translated
 */
const char *
qd_health_text_get_name (QdHealth health)
{
  switch (health)
    {
    case QD_HEALTH_PENDING:
      return C_("health", "Pending");

    case QD_HEALTH_TOO_EARLY:
      return C_("health", "Too early to say");

    case QD_HEALTH_ON_TRACK:
      return C_("health", "On track");

    case QD_HEALTH_BEHIND:
      return C_("health", "Behind");

    case QD_HEALTH_AT_RISK:
      return C_("health", "At risk");

    case QD_HEALTH_COMPLETE:
      return C_("health", "Complete");

    case QD_HEALTH_OUTDATED:
      return C_("health", "Outdated");

    case QD_HEALTH_CLOSED:
      return C_("health", "Closed");

    default:
      g_return_val_if_reached ("");
    }
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
      return explain_pending (facts);

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
