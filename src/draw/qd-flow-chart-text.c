/* A flow chart in words, for who cannot see it, and for the document that it becomes. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-flow-chart.h"

/* In the order in which one goes over a board. */
static const QdColumnRole order[] = {
  QD_COLUMN_NOT_STARTED, QD_COLUMN_IN_PROGRESS, QD_COLUMN_AT_RISK, QD_COLUMN_COMPLETE,
  QD_COLUMN_OTHER,
};

static char *
dup_counts (const QdFlowDay *day)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if (day->counts[order[i]] == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, C_("enumeration", ", "));
      g_string_append_printf (text, C_("flow chart", "%s %u"), qd_column_role_get_name (order[i]),
                              day->counts[order[i]]);
    }
  if (text->len == 0)
    g_string_append (text, _("no cards"));

  return g_string_free (text, FALSE);
}

/**
 * qd_flow_chart_describe_day:
 * @day: a day of a chart
 *
 * Returns: (transfer full): the board on that day: "November 22, 2026: In Progress 5, At
 *   Risk 1"
 */
char *
qd_flow_chart_describe_day (const QdFlowDay *day)
{
  g_autofree char *counts = dup_counts (day);
  g_autofree char *name = qd_day_to_long (day->day);

  /* Translators: a day, and what was on a board then. */
  return g_strdup_printf (C_("flow chart", "%s: %s"), name, counts);
}

/**
 * qd_flow_chart_describe:
 * @chart: a chart
 *
 * Returns: (transfer full): what the chart shows, in translated sentences: the board at
 *   its beginning, in the middle and at its end
 */
char *
qd_flow_chart_describe (const QdFlowChart *chart)
{
  const gsize days[] = { 0, chart->n_days / 2, chart->n_days - 1 };
  GString *text;

  if (qd_flow_chart_is_empty (chart))
    return g_strdup (_("There was no card on the board yet."));

  text = g_string_new (_("Cards by the role of their column."));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *day = NULL;

      if (i > 0 && days[i] == days[i - 1])
        continue;
      day = qd_flow_chart_describe_day (&chart->days[days[i]]);
      g_string_append_printf (text, " %s.", day);
    }

  return g_string_free (text, FALSE);
}
