#pragma once

#include <cairo.h>

#include "method/qd-terms.h"
#include "qd-chart-style.h"

G_BEGIN_DECLS

/**
 * QdChartFormat:
 * @value: a figure in the unit of the metric
 * @user_data: the format_data of the chart
 *
 * Returns: (transfer full): the figure as the person's locale writes it
 */
typedef char *(*QdChartFormat) (double   value,
                                gpointer user_data);

/**
 * QdChart:
 * @first_day: of the cycle
 * @last_day: of the cycle, not before @first_day
 * @today: today, also where that is outside the cycle, or %QD_DAY_NONE
 * @past: whether that is a day of the past instead, which is called by its date
 * @metric: how the figures are to be read
 * @baseline: where the metric started, or NAN
 * @target: where it should land, or the limit (the lower one of two), or NAN
 * @upper: the upper limit of %QD_METRIC_WITHIN, or NAN
 * @readings: (array length=n_readings): values of the check-ins, in any order;
 *   those outside the cycle and NANs are left out
 * @n_readings: how many there are
 * @phases: (array length=n_phases): values that it should have on the way
 * @n_phases: how many there are
 * @landing: where it lands on the last day by the forecast, or NAN
 * @format: writes figures with their unit
 * @format_axis: (nullable): writes them beside the axis, where the unit of every
 *   figure would be too much; %NULL is @format
 * @format_data: (closure): passed to both
 *
 * A key result over its cycle. The figures of %QD_METRIC_MILESTONES and
 * %QD_METRIC_YES_NO are shares from 0.0 to 1.0: they go from 0 to 1 whatever
 * baseline and target say, and are written in percent without @format.
 */
typedef struct
{
  QdDay first_day;
  QdDay last_day;
  QdDay today;
  gboolean past;
  QdMetricKind metric;
  double baseline;
  double target;
  double upper;
  const QdPoint *readings;
  gsize n_readings;
  const QdPoint *phases;
  gsize n_phases;
  double landing;
  QdChartFormat format;
  QdChartFormat format_axis;
  gpointer format_data;
} QdChart;

void qd_chart_draw (const QdChart      *chart,
                    const QdChartStyle *style,
                    cairo_t            *cr,
                    double              width,
                    double              height);

G_END_DECLS
