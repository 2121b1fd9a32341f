/* What the figures of a chart mean, for the drawing and for the words.
 *
 * Both ask here, so that they cannot say different things. Nothing is drawn or
 * placed.
 */

#include "config.h"

#include <math.h>

#include "method/qd-expected.h"
#include "method/qd-progress.h"
#include "qd-chart-figures.h"
#include "qd-number-text.h"

/* Twice this is still a number. */
#define MAX_FIGURE 1e300

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const QdPoint *first = a;
  const QdPoint *second = b;

  return (first->day > second->day) - (first->day < second->day);
}

/* Those from the first day to the last that are figures, by day. */
static GArray *
pick (const QdPoint *points,
      gsize          n,
      QdDay          first,
      QdDay          last)
{
  GArray *picked = g_array_new (FALSE, FALSE, sizeof (QdPoint));

  for (gsize i = 0; i < n; i++)
    {
      if (points[i].day >= first && points[i].day <= last &&
          qd_chart_is_figure (points[i].value))
        g_array_append_val (picked, points[i]);
    }

  g_array_sort (picked, compare_days);

  return picked;
}

static char *
format (const QdChart *chart,
        QdChartFormat  with,
        double         value)
{
  if (qd_chart_is_share (chart))
    return qd_number_text_percent (value);

  /* The unit is the person's own text; a label knows one line. */
  return g_strdelimit (with (value, chart->format_data), "\n\r", ' ');
}

/**
 * qd_chart_is_figure:
 * @value: whatever stands in a file
 *
 * Returns: whether it can be drawn
 */
gboolean
qd_chart_is_figure (double value)
{
  return isfinite (value) && fabs (value) <= MAX_FIGURE;
}

/**
 * qd_chart_is_share:
 * @chart: a chart
 *
 * Returns: whether its figures are shares of a whole
 */
gboolean
qd_chart_is_share (const QdChart *chart)
{
  return chart->metric == QD_METRIC_MILESTONES || chart->metric == QD_METRIC_YES_NO;
}

/**
 * qd_chart_is_limit:
 * @chart: a chart
 *
 * Returns: whether its metric is to stay somewhere, rather than go somewhere
 */
gboolean
qd_chart_is_limit (const QdChart *chart)
{
  return qd_metric_kind_is_limit (chart->metric);
}

/**
 * qd_chart_get_limits:
 * @chart: a chart
 * @lower: (out): the lower limit, or minus infinity
 * @upper: (out): the upper limit, or infinity
 *
 * Returns: whether its metric is to stay somewhere, and it is known where; the
 *   two are NAN otherwise
 */
gboolean
qd_chart_get_limits (const QdChart *chart,
                     double        *lower,
                     double        *upper)
{
  *lower = NAN;
  *upper = NAN;

  if (!qd_chart_is_limit (chart) || !qd_chart_is_figure (chart->target) ||
      (chart->metric == QD_METRIC_WITHIN && !qd_chart_is_figure (chart->upper)))
    return FALSE;

  *lower = chart->metric == QD_METRIC_AT_MOST ? -INFINITY : chart->target;
  *upper = chart->metric == QD_METRIC_AT_LEAST ? INFINITY : chart->target;
  if (chart->metric == QD_METRIC_WITHIN)
    {
      *lower = fmin (chart->target, chart->upper);
      *upper = fmax (chart->target, chart->upper);
    }

  return TRUE;
}

/**
 * qd_chart_is_outside:
 * @chart: a chart
 * @value: a figure
 *
 * Returns: whether there are limits, and the figure keeps out of them
 */
gboolean
qd_chart_is_outside (const QdChart *chart,
                     double         value)
{
  double lower, upper;

  return qd_chart_get_limits (chart, &lower, &upper) && (value < lower || value > upper);
}

/**
 * qd_chart_is_reached:
 * @chart: a chart
 * @value: a figure
 *
 * Returns: whether the figure is at the target or beyond; for limits, inside
 */
gboolean
qd_chart_is_reached (const QdChart *chart,
                     double         value)
{
  const double baseline = qd_chart_get_baseline (chart);
  const double target = qd_chart_get_target (chart);

  double lower, upper;

  if (qd_chart_is_limit (chart))
    return qd_chart_get_limits (chart, &lower, &upper) && value >= lower && value <= upper;

  if (!qd_chart_is_figure (target) || !qd_chart_is_figure (baseline))
    return FALSE;

  /* What should not move is not reached beyond, on either side. */
  if (target == baseline)
    return fabs (value - target) <= QD_PROGRESS_TOLERANCE * fabs (target);

  return target > baseline ? value >= target : value <= target;
}

/**
 * qd_chart_get_baseline:
 * @chart: a chart
 *
 * Returns: where the expected line begins, or NAN where there is none
 */
double
qd_chart_get_baseline (const QdChart *chart)
{
  if (qd_chart_is_share (chart))
    return 0.0;

  if (qd_chart_is_limit (chart) || !qd_chart_is_figure (chart->baseline))
    return NAN;

  return chart->baseline;
}

/**
 * qd_chart_get_target:
 * @chart: a chart
 *
 * Returns: the target or the lower limit, or NAN
 */
double
qd_chart_get_target (const QdChart *chart)
{
  if (qd_chart_is_share (chart))
    return 1.0;

  return qd_chart_is_figure (chart->target) ? chart->target : NAN;
}

/**
 * qd_chart_get_landing:
 * @chart: a chart
 *
 * Returns: where it lands by the forecast, or NAN; nothing becomes more than whole
 */
double
qd_chart_get_landing (const QdChart *chart)
{
  if (!qd_chart_is_figure (chart->landing))
    return NAN;

  return qd_chart_is_share (chart) ? CLAMP (chart->landing, 0.0, 1.0) : chart->landing;
}

static double
round_to_digits (double value,
                 int    digits)
{
  const double step = pow (10, floor (log10 (fabs (value))) - (digits - 1));

  return isnormal (step) ? round (value / step) * step : value;
}

/**
 * qd_chart_get_told_landing:
 * @chart: a chart
 *
 * A forecast is no measurement: few digits say all that it knows. But it does not
 * become the target by that.
 *
 * Returns: where it lands as it is told, or NAN
 */
double
qd_chart_get_told_landing (const QdChart *chart)
{
  const double landing = qd_chart_get_landing (chart);
  const double target = qd_chart_get_target (chart);
  double told = landing;

  if (isnan (landing) || landing == 0)
    return landing;

  for (int digits = 3; digits <= 9; digits++)
    {
      told = round_to_digits (landing, digits);
      if (told != target || landing == target)
        break;
    }

  return told;
}

/**
 * qd_chart_get_readings:
 * @chart: a chart
 *
 * Returns: (transfer full) (element-type QdPoint): the readings that can be
 *   drawn, by day
 */
GArray *
qd_chart_get_readings (const QdChart *chart)
{
  return pick (chart->readings, chart->n_readings, chart->first_day, chart->last_day);
}

/**
 * qd_chart_get_phases:
 * @chart: a chart
 *
 * Returns: (transfer full) (element-type QdPoint): the phases that can be drawn,
 *   by day; its ends are those of the expected line, whatever phases say
 */
GArray *
qd_chart_get_phases (const QdChart *chart)
{
  return pick (chart->phases, chart->n_phases, chart->first_day + 1, chart->last_day - 1);
}

static gboolean
is_whole (double value)
{
  return !qd_chart_is_figure (value) || value == floor (value);
}

static gboolean
are_whole (const GArray *points)
{
  for (guint i = 0; i < points->len; i++)
    if (!is_whole (g_array_index (points, QdPoint, i).value))
      return FALSE;

  return TRUE;
}

/**
 * qd_chart_is_counted:
 * @chart: a chart
 * @readings: (element-type QdPoint): from qd_chart_get_readings()
 * @phases: (element-type QdPoint): from qd_chart_get_phases()
 *
 * Returns: whether all that was said of it are whole numbers, so that there may be
 *   nothing between them
 */
gboolean
qd_chart_is_counted (const QdChart *chart,
                     const GArray  *readings,
                     const GArray  *phases)
{
  return !qd_chart_is_share (chart) && is_whole (chart->baseline) &&
         is_whole (chart->target) && is_whole (chart->upper) &&
         are_whole (readings) && are_whole (phases);
}

/**
 * qd_chart_get_expected:
 * @chart: a chart
 * @phases: (element-type QdPoint): from qd_chart_get_phases()
 * @day: a day of the cycle
 *
 * Returns: the value that is expected on that day, or NAN where nothing is
 */
double
qd_chart_get_expected (const QdChart *chart,
                       const GArray  *phases,
                       QdDay          day)
{
  const double baseline = qd_chart_get_baseline (chart);
  const double target = qd_chart_get_target (chart);

  if (isnan (baseline) || isnan (target))
    return NAN;

  return qd_expected_value (chart->first_day, chart->last_day, baseline, target,
                            (const QdPoint *) (gpointer) phases->data, phases->len, day);
}

/**
 * qd_chart_get_fate:
 * @chart: a chart
 * @readings: (element-type QdPoint): from qd_chart_get_readings()
 *
 * Returns: what the forecast says; there is none from nothing, nor for a day
 *   that has its reading
 */
QdChartFate
qd_chart_get_fate (const QdChart *chart,
                   const GArray  *readings)
{
  const double landing = qd_chart_get_landing (chart);
  double lower, upper;

  if (readings->len == 0 || isnan (landing) ||
      g_array_index (readings, QdPoint, readings->len - 1).day >= chart->last_day)
    return QD_CHART_FATE_UNKNOWN;

  if (qd_chart_is_limit (chart))
    {
      if (!qd_chart_get_limits (chart, &lower, &upper))
        return QD_CHART_FATE_OPEN;

      return qd_chart_is_outside (chart, landing) ? QD_CHART_FATE_OUTSIDE
                                                         : QD_CHART_FATE_LANDS;
    }

  if (isnan (qd_chart_get_baseline (chart)) || isnan (qd_chart_get_target (chart)))
    return QD_CHART_FATE_OPEN;

  if (qd_chart_is_reached (chart, landing))
    return QD_CHART_FATE_LANDS;

  /* From where nothing should go anywhere, there is no short and no beyond. */
  return qd_chart_get_baseline (chart) == qd_chart_get_target (chart) ? QD_CHART_FATE_OPEN
                                                                      : QD_CHART_FATE_SHORT;
}

/**
 * qd_chart_format:
 * @chart: a chart
 * @value: a figure of it
 *
 * Returns: (transfer full): the figure with its unit, in one line
 */
char *
qd_chart_format (const QdChart *chart,
                 double         value)
{
  return format (chart, chart->format, value);
}

/**
 * qd_chart_format_axis:
 * @chart: a chart
 * @value: a figure of it
 *
 * Returns: (transfer full): the figure as it stands beside the axis
 */
char *
qd_chart_format_axis (const QdChart *chart,
                      double         value)
{
  return format (chart, chart->format_axis != NULL ? chart->format_axis : chart->format,
                 value);
}
