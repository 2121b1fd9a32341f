/* The figures of a key result as a line: where it comes from, where it goes, where
 * it is.
 *
 * As far as there are any; nothing is said of a figure that is missing.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-line-text.h"
#include "qd-metric-text.h"
#include "qd-number-text.h"

/* More characters than anybody reads of a unit. */
#define MAX_UNIT_LENGTH 400

/* How figures are written, and the unit that goes with them. */
typedef struct
{
  QdQuantityFunc quantity;
  const char *unit;
} Writer;

/* The unit stands once, behind the last figure, unless it is a sign. */
static char *
format_figure (const Writer *writer,
               double        value,
               gboolean      last)
{
  const gboolean bare = !last && !qd_number_text_sticks (writer->unit);

  return writer->quantity (value, bare ? "" : writer->unit);
}

static char *
describe_change (const Writer *writer,
                 double        baseline,
                 double        target,
                 double        current)
{
  g_autofree char *from = format_figure (writer, baseline, isnan (target) && isnan (current));
  g_autofree char *to = format_figure (writer, target, isnan (current));
  g_autofree char *now = format_figure (writer, current, TRUE);

  if (!isnan (baseline) && !isnan (target) && !isnan (current))
    /* Translators: the figures of a key result: baseline, target, current */
    return g_strdup_printf (_("%s → %s, now %s"), from, to, now);
  if (!isnan (baseline) && !isnan (target))
    /* Translators: the figures of a key result: baseline, target */
    return g_strdup_printf (_("%s → %s"), from, to);
  if (!isnan (target) && !isnan (current))
    return g_strdup_printf (_("Target %s, now %s"), to, now);
  if (!isnan (target))
    return g_strdup_printf (_("Target %s"), to);
  if (!isnan (baseline) && !isnan (current))
    return g_strdup_printf (_("From %s, now %s"), from, now);
  if (!isnan (baseline))
    return g_strdup_printf (_("From %s"), from);
  if (!isnan (current))
    return g_strdup_printf (_("Now %s"), now);

  return NULL;
}

/* Takes @limit. */
static char *
add_current (const Writer *writer,
             char         *limit,
             double        current)
{
  g_autofree char *taken = limit;
  g_autofree char *now = NULL;

  if (isnan (current))
    return g_steal_pointer (&taken);

  now = format_figure (writer, current, TRUE);

  /* Translators: the limit of a key result, "≥ 99.9%", and where it is */
  return g_strdup_printf (_("%s, now %s"), taken, now);
}

static char *
describe_limit (const Writer *writer,
                QdMetricKind  metric,
                double        limit,
                double        current)
{
  g_autofree char *figure = format_figure (writer, limit, isnan (current));

  if (isnan (limit))
    return describe_change (writer, NAN, NAN, current);
  if (metric == QD_METRIC_AT_LEAST)
    /* Translators: the limit of a key result that stays at or above it */
    return add_current (writer, g_strdup_printf (C_("limit", "≥ %s"), figure), current);

  /* Translators: the limit of a key result that stays at or below it */
  return add_current (writer, g_strdup_printf (C_("limit", "≤ %s"), figure), current);
}

static char *
describe_range (const Writer *writer,
                double        lower,
                double        upper,
                double        current)
{
  g_autofree char *from = format_figure (writer, lower, FALSE);
  g_autofree char *to = format_figure (writer, upper, isnan (current));

  if (isnan (lower) && isnan (upper))
    return describe_change (writer, NAN, NAN, current);
  if (isnan (upper))
    return describe_limit (writer, QD_METRIC_AT_LEAST, lower, current);
  if (isnan (lower))
    return describe_limit (writer, QD_METRIC_AT_MOST, upper, current);

  /* Translators: the limits of a key result that stays between them */
  return add_current (writer, g_strdup_printf (C_("limit", "%s to %s"), from, to), current);
}

static char *
describe_milestones (const QdSummary *summary)
{
  if (summary->n_milestones == 0)
    return NULL;

  return g_strdup_printf (ngettext ("%u of %u milestone", "%u of %u milestones",
                                    summary->n_milestones),
                          summary->n_done, summary->n_milestones);
}

/**
 * qd_metric_text:
 * @key_result: a key result
 * @quantity: how figures are written: qd_number_text_quantity()
 *
 * Returns: (transfer full) (nullable): the figures of a key result, as far as there
 *   are any: "200 → 500, now 350 users", "≥ 99.9%, now 99.95%", "2 of 5
 *   milestones"; else %NULL
 */
char *
qd_metric_text (QdKeyResult    *key_result,
                QdQuantityFunc  quantity)
{
  g_autofree char *unit = NULL;
  double target, current;
  Writer writer;

  g_return_val_if_fail (QD_IS_KEY_RESULT (key_result), NULL);
  g_return_val_if_fail (quantity != NULL, NULL);

  unit = qd_line_text (qd_key_result_get_unit (key_result), MAX_UNIT_LENGTH);
  writer = (Writer) { quantity, unit };
  target = qd_key_result_get_target (key_result);
  current = qd_key_result_get_current (key_result);

  switch (qd_key_result_get_metric (key_result))
    {
    case QD_METRIC_CHANGE:
      return describe_change (&writer, qd_key_result_get_baseline (key_result), target,
                              current);

    case QD_METRIC_AT_LEAST:
    case QD_METRIC_AT_MOST:
      return describe_limit (&writer, qd_key_result_get_metric (key_result), target, current);

    case QD_METRIC_WITHIN:
      return describe_range (&writer, target, qd_key_result_get_upper (key_result), current);

    case QD_METRIC_MILESTONES:
      return describe_milestones (qd_key_result_get_summary (key_result));

    case QD_METRIC_YES_NO:
      return g_strdup (current >= 1.0 ? C_("metric", "Done") : C_("metric", "Not yet"));

    case QD_METRIC_NONE:
    default:
      return NULL;
    }
}
