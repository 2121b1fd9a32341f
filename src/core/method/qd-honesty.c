/* Where the column of a card, its figures and its confidence disagree.
 *
 * The column is the human's word, so nothing here is a mistake and nothing is put
 * right: a disagreement is shown, with its reason, and the owner decides.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-honesty.h"
#include "qd-number-text.h"
#include "qd-progress.h"

#define DAYS_PER_WEEK 7u

/* False for NAN. */
static gboolean
is_done (const QdStanding *standing)
{
  return qd_progress_reaches (standing->progress, 1.0);
}

static gboolean
is_complete_below (const QdFacts    *facts,
                   const QdStanding *standing)
{
  return facts->role == QD_COLUMN_COMPLETE &&
         facts->metric != QD_METRIC_NONE &&
         !is_done (standing);
}

/* A limit that was kept so far is inside, and not done before the cycle ends. */
static gboolean
is_done_elsewhere (const QdFacts    *facts,
                   const QdStanding *standing)
{
  if (facts->role == QD_COLUMN_COMPLETE || !is_done (standing))
    return FALSE;

  return !qd_metric_kind_is_limit (facts->metric) || standing->suggested == QD_HEALTH_COMPLETE;
}

static gboolean
is_without_blocker (const QdFacts *facts)
{
  return facts->role == QD_COLUMN_AT_RISK && !facts->blocked && facts->n_waiting == 0;
}

static gboolean
is_hopeful (const QdFacts *facts)
{
  return (facts->role == QD_COLUMN_IN_PROGRESS || facts->role == QD_COLUMN_COMPLETE) &&
         qd_confidence_get_band (facts->confidence) == QD_CONFIDENCE_LOW;
}

static gboolean
is_not_escalated (const QdFacts    *facts,
                  const QdStanding *standing)
{
  return facts->n_waiting > facts->n_escalated &&
         (facts->role == QD_COLUMN_AT_RISK || standing->health == QD_HEALTH_AT_RISK);
}

static gboolean
is_found (QdDisagreement    disagreement,
          const QdFacts    *facts,
          const QdStanding *standing)
{
  switch (disagreement)
    {
    case QD_DISAGREEMENT_COMPLETE_BELOW:
      return is_complete_below (facts, standing);

    case QD_DISAGREEMENT_DONE_ELSEWHERE:
      return is_done_elsewhere (facts, standing);

    case QD_DISAGREEMENT_NO_BLOCKER:
      return is_without_blocker (facts);

    case QD_DISAGREEMENT_LOW_CONFIDENCE:
      return is_hopeful (facts);

    case QD_DISAGREEMENT_BEHIND_PACE:
      return facts->role == QD_COLUMN_IN_PROGRESS &&
             standing->suggested == QD_HEALTH_AT_RISK;

    case QD_DISAGREEMENT_STUCK:
      return standing->stuck;

    case QD_DISAGREEMENT_OUTDATED:
      return standing->outdated;

    case QD_DISAGREEMENT_NOT_ESCALATED:
      return is_not_escalated (facts, standing);

    default:
      g_return_val_if_reached (FALSE);
    }
}

static char *
explain_complete_below (const QdStanding *standing)
{
  g_autofree char *percent = NULL;

  if (isnan (standing->progress))
    return g_strdup (_("In Complete, but without a figure that says so"));

  percent = qd_number_text_percent (standing->progress);
  return g_strdup_printf (_("In Complete, but at %s"), percent);
}

static char *
explain_done_elsewhere (const QdStanding *standing)
{
  g_autofree char *percent = qd_number_text_percent (standing->progress);

  return g_strdup_printf (_("At %s, but not in Complete"), percent);
}

static char *
explain_low_confidence (const QdFacts *facts)
{
  if (facts->role == QD_COLUMN_COMPLETE)
    return g_strdup_printf (_("In Complete, but confidence is %d of %d"),
                            facts->confidence, QD_CONFIDENCE_MAX);

  return g_strdup_printf (_("In Progress, but confidence is %d of %d"),
                          facts->confidence, QD_CONFIDENCE_MAX);
}

static char *
explain_behind_pace (const QdStanding *standing)
{
  g_autofree char *percent = NULL;
  g_autofree char *expected = NULL;

  if (isnan (standing->progress) || isnan (standing->expected))
    return g_strdup (_("In Progress, but the figures say at risk"));

  percent = qd_number_text_percent (standing->progress);
  expected = qd_number_text_percent (standing->expected);
  return g_strdup_printf (_("In Progress, but at %s where %s is expected by now"),
                          percent, expected);
}

static char *
explain_stuck (const QdFacts *facts,
               QdDay          today)
{
  guint week = (MAX (today, facts->first_day) - facts->first_day) / DAYS_PER_WEEK + 1u;

  return g_strdup_printf (_("Still not started in week %u of the cycle"), week);
}

static char *
explain_outdated (const QdFacts    *facts,
                  const QdStanding *standing,
                  QdDay             today)
{
  g_autofree char *due = qd_day_to_long (standing->due);
  guint days;

  if (facts->checked == QD_DAY_NONE && due != NULL)
    return g_strdup_printf (_("No check-in yet; the first one was due on %s"), due);
  if (facts->checked == QD_DAY_NONE)
    return g_strdup (_("No check-in yet"));

  days = MAX (today, facts->checked) - facts->checked;
  if (due != NULL)
    return g_strdup_printf (ngettext ("No check-in for %u day; it was due on %s",
                                      "No check-in for %u days; it was due on %s", days),
                            days, due);

  return g_strdup_printf (ngettext ("No check-in for %u day",
                                    "No check-in for %u days", days),
                          days);
}

static char *
explain_not_escalated (const QdFacts *facts)
{
  guint n = facts->n_waiting - MIN (facts->n_escalated, facts->n_waiting);

  return g_strdup_printf (ngettext ("At risk, but %u dependency is not escalated",
                                    "At risk, but %u dependencies are not escalated", n),
                          n);
}

/**
 * qd_honesty_find:
 * @facts: a key result
 * @standing: what the rules say about it
 * @found: (out caller-allocates) (array fixed-size=8): where to put what disagrees,
 *   the most important first; room for %QD_N_DISAGREEMENTS
 *
 * Looks for contradictions, by the method's rule for the coach: first where the
 * column says something that the figures do not, then silence, then the future. In a
 * closed cycle there are none.
 *
 * Returns: how many there are
 */
guint
qd_honesty_find (const QdFacts    *facts,
                 const QdStanding *standing,
                 QdDisagreement   *found)
{
  static const QdDisagreement ORDER[QD_N_DISAGREEMENTS] = {
    QD_DISAGREEMENT_COMPLETE_BELOW,
    QD_DISAGREEMENT_DONE_ELSEWHERE,
    QD_DISAGREEMENT_OUTDATED,
    QD_DISAGREEMENT_STUCK,
    QD_DISAGREEMENT_BEHIND_PACE,
    QD_DISAGREEMENT_NOT_ESCALATED,
    QD_DISAGREEMENT_NO_BLOCKER,
    QD_DISAGREEMENT_LOW_CONFIDENCE,
  };
  guint n = 0;

  g_return_val_if_fail (facts != NULL, 0);
  g_return_val_if_fail (standing != NULL, 0);
  g_return_val_if_fail (found != NULL, 0);

  if (facts->closed)
    return 0;

  for (guint i = 0; i < QD_N_DISAGREEMENTS; i++)
    if (is_found (ORDER[i], facts, standing))
      found[n++] = ORDER[i];

  return n;
}

/**
 * qd_honesty_get_name:
 *
 * Returns: (transfer none): what a badge says, translated: one word or two
 */
const char *
qd_honesty_get_name (QdDisagreement disagreement)
{
  switch (disagreement)
    {
    case QD_DISAGREEMENT_COMPLETE_BELOW:
      return C_("badge", "Below target");

    case QD_DISAGREEMENT_DONE_ELSEWHERE:
      return C_("badge", "Target reached");

    case QD_DISAGREEMENT_NO_BLOCKER:
      return C_("badge", "No blocker");

    case QD_DISAGREEMENT_LOW_CONFIDENCE:
      return C_("badge", "Low confidence");

    case QD_DISAGREEMENT_BEHIND_PACE:
      return C_("badge", "Behind pace");

    case QD_DISAGREEMENT_STUCK:
      return C_("badge", "Stuck");

    case QD_DISAGREEMENT_OUTDATED:
      return C_("badge", "Outdated");

    case QD_DISAGREEMENT_NOT_ESCALATED:
      return C_("badge", "Not escalated");

    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * qd_honesty_explain:
 * @disagreement: one that qd_honesty_find() found
 * @facts: the key result
 * @standing: what the rules say about it
 * @today: a day
 *
 * Returns: (transfer full): the reason as a translated sentence, with the figures
 *   in it
 */
char *
qd_honesty_explain (QdDisagreement    disagreement,
                    const QdFacts    *facts,
                    const QdStanding *standing,
                    QdDay             today)
{
  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (standing != NULL, NULL);

  switch (disagreement)
    {
    case QD_DISAGREEMENT_COMPLETE_BELOW:
      return explain_complete_below (standing);

    case QD_DISAGREEMENT_DONE_ELSEWHERE:
      return explain_done_elsewhere (standing);

    case QD_DISAGREEMENT_NO_BLOCKER:
      return g_strdup (_("At Risk, but no blocker is noted"));

    case QD_DISAGREEMENT_LOW_CONFIDENCE:
      return explain_low_confidence (facts);

    case QD_DISAGREEMENT_BEHIND_PACE:
      return explain_behind_pace (standing);

    case QD_DISAGREEMENT_STUCK:
      return explain_stuck (facts, today);

    case QD_DISAGREEMENT_OUTDATED:
      return explain_outdated (facts, standing, today);

    case QD_DISAGREEMENT_NOT_ESCALATED:
      return explain_not_escalated (facts);

    default:
      g_return_val_if_reached (NULL);
    }
}
