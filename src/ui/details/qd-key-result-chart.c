/* The chart of a key result: its figures as src/draw wants them, and as a file. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-chart-file.h"
#include "qd-error.h"
#include "qd-key-result-chart.h"
#include "widgets/qd-card-state.h"
#include "widgets/qd-number-format.h"

static char *
format_value (double   value,
              gpointer card)
{
  return qd_number_format_quantity (value, qd_key_result_get_unit (card));
}

static char *
format_axis (double   value,
             gpointer card)
{
  const char *unit = qd_key_result_get_unit (card);

  return qd_number_format_quantity (value, qd_number_unit_is_symbol (unit) ? unit : "");
}

/**
 * qd_key_result_chart_init:
 * @self: (out caller-allocates): its chart
 * @card: a key result
 *
 * Returns: whether there is one: that takes a metric and a cycle
 */
gboolean
qd_key_result_chart_init (QdKeyResultChart *self,
                          QdKeyResult      *card)
{
  const QdDay today = qd_card_state_today (QD_CARD (card));
  QdStanding standing;
  QdFacts facts;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (QD_IS_KEY_RESULT (card), FALSE);

  qd_key_result_get_facts (card, &facts);
  if (facts.metric == QD_METRIC_NONE || facts.first_day == QD_DAY_NONE ||
      facts.last_day < facts.first_day)
    return FALSE;

  qd_standing_of (&facts, today, &standing);
  self->chart = (QdChart) {
    .first_day = facts.first_day,
    .last_day = facts.last_day,
    .today = today,
    .past = today < qd_clock_today () && qd_card_get_as_of (QD_CARD (card)) == today,
    .metric = facts.metric,
    .baseline = facts.baseline,
    .target = facts.target,
    .upper = facts.upper,
    .readings = facts.readings,
    .n_readings = facts.n_readings,
    .phases = facts.phases,
    .n_phases = facts.n_phases,
    .landing = standing.landing,
    .format = format_value,
    .format_axis = format_axis,
    .format_data = card,
  };

  /* Nobody enters how many milestones are done: they are counted, today, or for the end
   * of a cycle that is over. */
  if (facts.metric == QD_METRIC_MILESTONES)
    {
      self->reading = (QdPoint) { .day = MIN (today, facts.last_day),
                                 .value = standing.progress };
      self->chart.readings = &self->reading;
      self->chart.n_readings = isnan (standing.progress) ? 0 : 1;
    }

  return TRUE;
}

/**
 * qd_key_result_chart_save:
 * @card: a key result
 * @rtl: whether one writes from right to left
 * @path: (type filename): where it goes; a file there is replaced
 * @error: return location; %QD_ERROR_NOT_FOUND where there is no chart, else as
 *   for qd_drawing_save()
 *
 * Writes its chart for paper: a PDF where @path ends so, else a picture.
 *
 * Returns: whether it was written
 */
gboolean
qd_key_result_chart_save (QdKeyResult  *card,
                          gboolean      rtl,
                          const char   *path,
                          GError      **error)
{
  QdKeyResultChart drawn;

  g_return_val_if_fail (QD_IS_KEY_RESULT (card), FALSE);

  if (!qd_key_result_chart_init (&drawn, card))
    {
      g_set_error_literal (error, QD_ERROR, QD_ERROR_NOT_FOUND,
                           _("There is no chart to save any more."));
      return FALSE;
    }

  return qd_chart_save (&drawn.chart, rtl, path, error);
}
