#pragma once

#include "qd-chart-figures.h"
#include "qd-chart-label.h"
#include "qd-chart-place.h"

G_BEGIN_DECLS

/**
 * QdChartLayout:
 * @area: all of the drawing
 * @plot: where the lines are
 * @lowest: value at the lower edge of the plot
 * @highest: value at its upper edge
 * @grid: (element-type double): heights of the ticks of the value axis
 * @weeks: (element-type double): where the weeks of the cycle begin
 * @readings: (element-type QdPoint): what is drawn
 * @points: (element-type QdChartPlace): each of them
 * @line: (element-type QdChartPlace): what joins them
 * @expected: (element-type QdChartPlace): the expected line, empty for none
 * @forecast: (array fixed-size=2): the forecast, as far as it is inside the plot
 * @leaves: whether it goes on outside the plot
 * @fate: what the forecast says; there is none with %QD_CHART_FATE_UNKNOWN
 * @today: where today is, or NAN
 * @expected_today: what is expected there, or NAN
 * @target: height of the target or of the lower limit, or NAN
 * @upper: height of the upper limit, or NAN
 * @band: the range that is allowed; without height for none
 * @labels: (element-type QdChartLabel): all text; no two overlap, and all are
 *   inside the area
 *
 * Where everything of a chart is, in pixels.
 */
typedef struct
{
  QdChartRect area;
  QdChartRect plot;
  double lowest;
  double highest;
  GArray *grid;
  GArray *weeks;
  GArray *readings;
  GArray *points;
  GArray *line;
  GArray *expected;
  QdChartPlace forecast[2];
  gboolean leaves;
  QdChartFate fate;
  double today;
  double expected_today;
  double target;
  double upper;
  QdChartRect band;
  GPtrArray *labels;
} QdChartLayout;

QdChartLayout *qd_chart_layout_new      (const QdChart          *chart,
                                         const QdChartStyle     *style,
                                         double                  width,
                                         double                  height);
void           qd_chart_layout_free     (QdChartLayout          *self);
double         qd_chart_layout_map_day  (const QdChartLayout    *self,
                                         const QdChart          *chart,
                                         QdDay                   day);
double         qd_chart_layout_map_value (const QdChartLayout   *self,
                                          double                 value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdChartLayout, qd_chart_layout_free)

G_END_DECLS
