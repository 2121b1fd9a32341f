/* Key results in words, for people who read a terminal. Each text is one line that
 * steers nothing, whatever stands in the file.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-cli-words.h"
#include "qd-number-text.h"
#include "qd-terminal.h"

/* As many digits of a figure that nobody typed. */
#define DIGITS 3

static char *
dup_answer (double value)
{
  if (isnan (value))
    return g_strdup ("—");

  return g_strdup (value >= 0.5 ? _("yes") : _("no"));
}

/* The aim of a metric, or NULL where there is none. */
static char *
dup_aim (QdKeyResult *key_result)
{
  const double baseline = qd_key_result_get_baseline (key_result);
  const double target = qd_key_result_get_target (key_result);
  g_autofree char *from = qd_cli_dup_figure (key_result, baseline);
  g_autofree char *to = qd_cli_dup_figure (key_result, target);
  g_autofree char *upper = NULL;

  switch (qd_key_result_get_metric (key_result))
    {
    case QD_METRIC_CHANGE:
      if (isnan (baseline) && isnan (target))
        return NULL;
      /* Translators: baseline and target of a key result */
      return g_strdup_printf (_("from %s to %s"), from, to);

    case QD_METRIC_AT_LEAST:
      return g_strdup_printf (_("at or above %s"), to);

    case QD_METRIC_AT_MOST:
      return g_strdup_printf (_("at or below %s"), to);

    case QD_METRIC_WITHIN:
      upper = qd_cli_dup_figure (key_result, qd_key_result_get_upper (key_result));
      return g_strdup_printf (_("between %s and %s"), to, upper);

    case QD_METRIC_YES_NO:
      return g_strdup (_("yes or no"));

    case QD_METRIC_NONE:
    case QD_METRIC_MILESTONES:
    default:
      return NULL;
    }
}

/* What it is about, and where it stands. */
static char *
dup_way (QdKeyResult *key_result)
{
  const QdSummary *summary = qd_key_result_get_summary (key_result);
  g_autofree char *aim = dup_aim (key_result);
  g_autofree char *now = qd_cli_dup_figure (key_result, summary->current);

  if (qd_key_result_get_metric (key_result) == QD_METRIC_MILESTONES)
    return g_strdup_printf (ngettext ("%u of %u milestone done", "%u of %u milestones done",
                                      summary->n_milestones),
                            summary->n_done, summary->n_milestones);
  if (aim == NULL && isnan (summary->current))
    return g_strdup (_("no number yet"));
  if (aim == NULL)
    return g_strdup_printf (_("now %s"), now);
  if (isnan (summary->current))
    return g_steal_pointer (&aim);

  /* Translators: the aim of a key result ("from 31 to 45"), and its value now */
  return g_strdup_printf (_("%s, now %s"), aim, now);
}

/**
 * qd_cli_dup_title:
 * @entity: a #QdEntity
 *
 * Returns: (transfer full): its title, or what stands for a missing one
 */
char *
qd_cli_dup_title (gpointer entity)
{
  const char *title = qd_entity_get_title (entity);

  return qd_terminal_dup_line (*title != '\0' ? title : _("Untitled"));
}

/**
 * qd_cli_dup_figure:
 * @key_result: a key result
 * @value: a value of its metric, or NAN
 *
 * Returns: (transfer full): the value with its unit, or an answer; "—" for NAN
 */
char *
qd_cli_dup_figure (QdKeyResult *key_result,
                   double       value)
{
  g_autofree char *unit = NULL;

  if (qd_key_result_get_metric (key_result) == QD_METRIC_YES_NO)
    return dup_answer (value);
  if (isnan (value))
    return g_strdup ("—");

  unit = qd_terminal_dup_line (qd_key_result_get_unit (key_result));

  return qd_number_text_quantity (value, unit);
}

/**
 * qd_cli_dup_pace:
 * @key_result: a key result
 * @value: a figure that was reckoned, or NAN
 *
 * Returns: (transfer full): the figure with its unit, rounded to what it says
 */
char *
qd_cli_dup_pace (QdKeyResult *key_result,
                 double       value)
{
  double scale = 1.0;

  if (isfinite (value) && value != 0.0)
    scale = pow (10.0, MAX (0.0, DIGITS - 1 - floor (log10 (fabs (value)))));
  if (isfinite (value) && isfinite (value * scale))
    value = round (value * scale) / scale;

  return qd_cli_dup_figure (key_result, value);
}

/**
 * qd_cli_dup_change:
 * @key_result: a key result
 * @before: a value, or NAN
 * @after: the next one
 *
 * Returns: (transfer full): "31 → 35 users", the unit standing once unless it sticks
 *   to its number
 */
char *
qd_cli_dup_change (QdKeyResult *key_result,
                   double       before,
                   double       after)
{
  g_autofree char *to = qd_cli_dup_figure (key_result, after);
  g_autofree char *from = NULL;

  if (isnan (before))
    return g_steal_pointer (&to);

  if (qd_key_result_get_metric (key_result) == QD_METRIC_YES_NO ||
      qd_number_text_sticks (qd_key_result_get_unit (key_result)))
    from = qd_cli_dup_figure (key_result, before);
  else
    from = qd_number_text (before);

  /* Translators: a value before, and after */
  return g_strdup_printf (_("%s → %s"), from, to);
}

/**
 * qd_cli_dup_metric:
 * @key_result: a key result
 * @standing: what the rules say about it
 *
 * Returns: (transfer full): its figures: "from 31 to 45, now 35 (29%, expected 46%)"
 */
char *
qd_cli_dup_metric (QdKeyResult      *key_result,
                   const QdStanding *standing)
{
  g_autofree char *way = dup_way (key_result);
  g_autofree char *progress = qd_number_text_percent (standing->progress);
  g_autofree char *expected = qd_number_text_percent (standing->expected);

  if (isnan (standing->progress) && isnan (standing->expected))
    return g_steal_pointer (&way);
  if (isnan (standing->expected))
    return g_strdup_printf ("%s (%s)", way, progress);

  /* Translators: figures of a key result, its progress, its expected progress */
  return g_strdup_printf (_("%s (%s, expected %s)"), way, progress, expected);
}

/**
 * qd_cli_dup_band:
 * @confidence: from 0 to 10, or %QD_CONFIDENCE_NONE
 *
 * Returns: (transfer full) (nullable): "6 of 10, medium"
 */
char *
qd_cli_dup_band (int confidence)
{
  if (qd_confidence_get_band (confidence) == QD_CONFIDENCE_UNKNOWN)
    return NULL;

  /* Translators: "7 of 10, high". */
  return g_strdup_printf (_("%d of %d, %s"), confidence, QD_CONFIDENCE_MAX,
                          qd_confidence_get_word (confidence));
}

/**
 * qd_cli_dup_place:
 * @board: a board
 *
 * Returns: (transfer full): its title and its cycle: "Customer Success, 2026 Q4"
 */
char *
qd_cli_dup_place (QdBoard *board)
{
  QdCycle *cycle = qd_board_get_cycle (board);
  g_autofree char *title = qd_cli_dup_title (board);
  g_autofree char *name = NULL;

  if (cycle == NULL)
    return g_steal_pointer (&title);
  name = qd_cli_dup_title (cycle);

  return g_strjoin (C_("enumeration", ", "), title, name, NULL);
}
