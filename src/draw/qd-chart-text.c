/* A chart in words: what the eye sees, for a screen reader and for plain text.
 *
 * Each statement is a whole sentence of its own, so that each can be translated
 * as a whole. There is nothing here that the drawing does not show.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-chart-figures.h"
#include "qd-chart-text.h"

typedef struct
{
  const QdChart *chart;
  GArray *readings;
  GArray *phases;
  GString *text;
} Account;

static void
add_sentence (Account *account,
              char    *sentence)
{
  g_autofree char *owned = sentence;

  if (account->text->len > 0)
    g_string_append_c (account->text, ' ');
  g_string_append (account->text, owned);
}

static char *
format_day (const char *pattern,
            QdDay       day)
{
  GDate date;
  char text[128];

  if (!g_date_valid_julian (day))
    return g_strdup ("—");

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  if (g_date_strftime (text, sizeof text, pattern, &date) == 0)
    return qd_day_to_display (day);

  return g_strdup (text);
}

/* As in a sentence: "December 31". */
static char *
format_long_day (const Account *account,
                 QdDay          day)
{
  const QdChart *chart = account->chart;

  if (chart->last_day - chart->first_day >= QD_CHART_DAYS_PER_YEAR)
    return format_day (_("%B %-d, %Y"), day);

  /* Translators: a day and its month in a sentence, for strftime(). */
  return format_day (_("%B %-d"), day);
}

/* Whether there is a way, and a value on it. */
static gboolean
is_on_the_way (const Account *account)
{
  return account->readings->len > 0 && !qd_chart_is_share (account->chart) &&
         !isnan (qd_chart_get_baseline (account->chart)) &&
         !isnan (qd_chart_get_target (account->chart));
}

/* From where to where. */
static void
add_aim (Account *account)
{
  const QdChart *chart = account->chart;
  const double baseline = qd_chart_get_baseline (chart);
  const double target = qd_chart_get_target (chart);
  double lower, upper;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  /* A share of a whole goes from nothing to all, which needs no words; and a way
   * on which somebody is, is told together with where. */
  if (qd_chart_is_share (chart) || is_on_the_way (account))
    return;

  if (qd_chart_get_limits (chart, &lower, &upper))
    {
      from = isfinite (lower) ? qd_chart_format (chart, lower) : NULL;
      to = isfinite (upper) ? qd_chart_format (chart, upper) : NULL;
      if (from == NULL)
        add_sentence (account, g_strdup_printf (_("To stay at or below %s."), to));
      else if (to == NULL)
        add_sentence (account, g_strdup_printf (_("To stay at or above %s."), from));
      else
        add_sentence (account, g_strdup_printf (_("To stay between %s and %s."), from, to));
      return;
    }

  if (isnan (target) || qd_chart_is_limit (chart))
    {
      add_sentence (account, g_strdup (_("No target is set.")));
      return;
    }

  to = qd_chart_format (chart, target);
  if (isnan (baseline))
    {
      add_sentence (account, g_strdup_printf (_("To %s."), to));
      return;
    }

  from = qd_chart_format (chart, baseline);
  add_sentence (account, g_strdup_printf (_("From %s to %s."), from, to));
}

static void
add_answer (Account *account,
            double   value)
{
  const guint n = account->readings->len;

  if (value >= 1.0)
    add_sentence (account,
                  g_strdup_printf (ngettext ("Done after %u check-in.",
                                             "Done after %u check-ins.", n), n));
  else
    add_sentence (account,
                  g_strdup_printf (ngettext ("Not done yet after %u check-in.",
                                             "Not done yet after %u check-ins.", n), n));
}

static void
add_way (Account    *account,
         const char *now)
{
  const guint n = account->readings->len;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  from = qd_chart_format (account->chart, qd_chart_get_baseline (account->chart));
  to = qd_chart_format (account->chart, qd_chart_get_target (account->chart));
  add_sentence (account,
                g_strdup_printf (ngettext ("From %s to %s, now %s after %u check-in.",
                                           "From %s to %s, now %s after %u check-ins.", n),
                                 from, to, now, n));
}

static void
add_outside (Account *account)
{
  const QdChart *chart = account->chart;
  double lower, upper;
  guint n = 0;

  if (!qd_chart_get_limits (chart, &lower, &upper))
    return;

  for (guint i = 0; i < account->readings->len; i++)
    n += qd_chart_is_outside (chart, g_array_index (account->readings, QdPoint, i).value);

  if (n == 0)
    add_sentence (account, g_strdup (_("It was never outside.")));
  else
    add_sentence (account,
                  g_strdup_printf (ngettext ("It was outside at %u check-in.",
                                             "It was outside at %u check-ins.", n), n));
}

/* Where it stands. */
static void
add_value (Account *account)
{
  const QdChart *chart = account->chart;
  const guint n = account->readings->len;
  g_autofree char *now = NULL;
  double value;

  if (n == 0)
    {
      add_sentence (account, g_strdup (qd_chart_get_silence ()));
      return;
    }

  value = g_array_index (account->readings, QdPoint, n - 1).value;
  if (chart->metric == QD_METRIC_YES_NO)
    {
      add_answer (account, value);
      return;
    }

  now = qd_chart_format (chart, value);
  if (chart->metric == QD_METRIC_MILESTONES)
    add_sentence (account,
                  g_strdup_printf (ngettext ("%s of the milestones done after %u check-in.",
                                             "%s of the milestones done after %u check-ins.",
                                             n), now, n));
  else if (is_on_the_way (account))
    add_way (account, now);
  else
    add_sentence (account,
                  g_strdup_printf (ngettext ("Now %s after %u check-in.",
                                             "Now %s after %u check-ins.", n), now, n));

  if (qd_chart_is_limit (chart))
    add_outside (account);
  else if (!qd_chart_is_share (chart) && qd_chart_is_reached (chart, value))
    add_sentence (account, g_strdup (value == qd_chart_get_target (chart)
                                       ? _("The target is reached.")
                                       : _("The target is exceeded.")));
}

/* Where it should stand, or why there is no today. */
static void
add_expected (Account *account)
{
  const QdChart *chart = account->chart;
  g_autofree char *day = NULL;
  g_autofree char *expected = NULL;
  double value;

  if (chart->today == QD_DAY_NONE)
    return;

  if (chart->today < chart->first_day)
    {
      day = format_long_day (account, chart->first_day);
      add_sentence (account, g_strdup_printf (_("The cycle begins on %s."), day));
      return;
    }

  if (chart->today > chart->last_day)
    {
      day = format_long_day (account, chart->last_day);
      add_sentence (account, g_strdup_printf (_("The cycle ended on %s."), day));
      return;
    }

  value = qd_chart_get_expected (chart, account->phases, chart->today);
  if (isnan (value) || chart->metric == QD_METRIC_YES_NO)
    return;

  expected = qd_chart_format (chart, value);
  add_sentence (account, chart->past
                           ? g_strdup_printf (_("Expected by that day: %s."), expected)
                           : g_strdup_printf (_("Expected by today: %s."), expected));
}

/* Where it will stand. */
static void
add_forecast (Account *account)
{
  const QdChart *chart = account->chart;
  const QdChartFate fate = qd_chart_get_fate (chart, account->readings);
  g_autofree char *value = NULL;
  g_autofree char *day = NULL;

  if (fate == QD_CHART_FATE_UNKNOWN)
    return;

  value = qd_chart_format (chart, qd_chart_get_told_landing (chart));
  day = format_long_day (account, chart->last_day);

  switch (fate)
    {
    case QD_CHART_FATE_SHORT:
      /* Translators: a figure and a day. */
      add_sentence (account,
                    g_strdup_printf (_("By the forecast it lands at %s on %s, short of the "
                                       "target."), value, day));
      break;

    case QD_CHART_FATE_OUTSIDE:
      /* Translators: a figure and a day. */
      add_sentence (account,
                    g_strdup_printf (_("By the forecast it lands at %s on %s, outside the "
                                       "limits."), value, day));
      break;

    case QD_CHART_FATE_OPEN:
    case QD_CHART_FATE_LANDS:
    case QD_CHART_FATE_UNKNOWN:
    default:
      /* Translators: a figure and a day. */
      add_sentence (account,
                    g_strdup_printf (_("By the forecast it lands at %s on %s."), value, day));
      break;
    }
}

/**
 * qd_chart_describe:
 * @chart: a chart
 *
 * Returns: (transfer full): what the chart shows, in translated sentences: where
 *   the metric should go, where it stands, where it should stand, and where it
 *   lands
 */
char *
qd_chart_describe (const QdChart *chart)
{
  Account account = { 0 };

  g_return_val_if_fail (chart != NULL && chart->format != NULL, NULL);
  g_return_val_if_fail (chart->first_day <= chart->last_day, NULL);

  account.chart = chart;
  account.readings = qd_chart_get_readings (chart);
  account.phases = qd_chart_get_phases (chart);
  account.text = g_string_new (NULL);

  add_aim (&account);
  add_value (&account);
  add_expected (&account);
  add_forecast (&account);

  g_array_unref (account.readings);
  g_array_unref (account.phases);

  return g_string_free (account.text, FALSE);
}

/**
 * qd_chart_format_day:
 * @day: a day
 * @with_year: whether its year is said, too
 *
 * Returns: (transfer full): the day in short: "Dec 31"
 */
char *
qd_chart_format_day (QdDay    day,
                     gboolean with_year)
{
  if (with_year)
    /* Translators: the day, a short month and the year, for strftime(). */
    return format_day (_("%b %-d, %Y"), day);

  /* Translators: the day and a short month, for strftime(). */
  return format_day (_("%b %-d"), day);
}

/**
 * qd_chart_get_silence:
 *
 * Returns: (transfer none): the sentence where nobody has said anything
 */
const char *
qd_chart_get_silence (void)
{
  return _("No check-in in this cycle yet.");
}
