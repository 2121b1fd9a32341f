/* The terms of the method: what people call them, and what metrics have in common.
 *
 * Each is named here and nowhere else, so that a card, a filter and the command
 * line say the same. What programs read instead are the nicks in qd-types.c.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-terms.h"

/* That of a column that has another one is NULL. */
static const char * const role_names[] = {
  [QD_COLUMN_NOT_STARTED] = N_("Not Started"),
  [QD_COLUMN_IN_PROGRESS] = N_("In Progress"),
  [QD_COLUMN_AT_RISK] = N_("At Risk"),
  [QD_COLUMN_COMPLETE] = N_("Complete"),
};

/**
 * qd_column_role_get_name:
 * @role: a role, or any number from a file of a later version
 *
 * Returns: (transfer none): the role in a word or two, translated: "In Progress", as its
 *   column is called on a new board
 */
const char *
qd_column_role_get_name (QdColumnRole role)
{
  const char *name = (guint) role < G_N_ELEMENTS (role_names) ? role_names[role] : NULL;

  return name != NULL ? _(name) : C_("column role", "Other");
}

/**
 * qd_column_role_get_english_name:
 * @role: a role that has a column on each new board
 *
 * Returns: (transfer none): the same in English, as outlines have it in any language
 */
const char *
qd_column_role_get_english_name (QdColumnRole role)
{
  g_return_val_if_fail ((guint) role < G_N_ELEMENTS (role_names), NULL);

  return role_names[role];
}

/**
 * qd_decision_get_name:
 * @decision: a decision, or any number from a file of a later version
 *
 * Returns: (transfer none): the decision in a word or two, translated: "Carry over"
 */
const char *
qd_decision_get_name (QdDecision decision)
{
  switch (decision)
    {
    case QD_DECISION_DONE:
      return C_("decision", "Done");

    case QD_DECISION_CARRY_OVER:
      return C_("decision", "Carry over");

    case QD_DECISION_SHELVE:
      return C_("decision", "Shelf");

    case QD_DECISION_DROP:
      return C_("decision", "Drop");

    case QD_DECISION_NONE:
    default:
      return C_("decision", "Not decided yet");
    }
}

/**
 * qd_health_get_name:
 * @health: a health
 *
 * Returns: (transfer none): the health in a word or two, translated: "On track"
 */
const char *
qd_health_get_name (QdHealth health)
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
 * qd_metric_kind_get_name:
 * @metric: a kind of metric, or any number from a file of a later version
 *
 * Returns: (transfer none): what one chooses it by, translated: "Milestones"
 */
const char *
qd_metric_kind_get_name (QdMetricKind metric)
{
  switch (metric)
    {
    case QD_METRIC_CHANGE:
      return _("From a Baseline to a Target");

    case QD_METRIC_AT_LEAST:
      return _("Stay at or above a Limit");

    case QD_METRIC_AT_MOST:
      return _("Stay at or below a Limit");

    case QD_METRIC_WITHIN:
      return _("Stay within a Range");

    case QD_METRIC_MILESTONES:
      return _("Milestones");

    case QD_METRIC_YES_NO:
      return _("Yes or No");

    case QD_METRIC_NONE:
    default:
      return _("None Yet");
    }
}

/**
 * qd_metric_kind_is_limit:
 * @metric: a kind of metric
 *
 * Returns: whether it is to stay somewhere, rather than go somewhere
 */
gboolean
qd_metric_kind_is_limit (QdMetricKind metric)
{
  return metric == QD_METRIC_AT_LEAST ||
         metric == QD_METRIC_AT_MOST ||
         metric == QD_METRIC_WITHIN;
}

/**
 * qd_metric_kind_has_number:
 * @metric: a kind of metric
 *
 * Returns: whether check-ins give it a number, rather than a yes or a tick
 */
gboolean
qd_metric_kind_has_number (QdMetricKind metric)
{
  return metric == QD_METRIC_CHANGE || qd_metric_kind_is_limit (metric);
}
