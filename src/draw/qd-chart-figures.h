#pragma once

#include "qd-chart.h"

G_BEGIN_DECLS

/**
 * QdChartFate:
 * @QD_CHART_FATE_UNKNOWN: there is no forecast
 * @QD_CHART_FATE_OPEN: there is one, but nothing to compare it with
 * @QD_CHART_FATE_LANDS: it reaches the target, or stays inside the limits
 * @QD_CHART_FATE_SHORT: it does not reach the target
 * @QD_CHART_FATE_OUTSIDE: it ends outside the limits
 *
 * What the forecast says.
 */
typedef enum
{
  QD_CHART_FATE_UNKNOWN,
  QD_CHART_FATE_OPEN,
  QD_CHART_FATE_LANDS,
  QD_CHART_FATE_SHORT,
  QD_CHART_FATE_OUTSIDE,
} QdChartFate;

gboolean     qd_chart_is_figure        (double         value);
gboolean     qd_chart_is_share         (const QdChart *chart);
gboolean     qd_chart_is_limit         (const QdChart *chart);
gboolean     qd_chart_get_limits       (const QdChart *chart,
                                        double        *lower,
                                        double        *upper);
gboolean     qd_chart_is_outside       (const QdChart *chart,
                                        double         value);
gboolean     qd_chart_is_reached       (const QdChart *chart,
                                        double         value);
double       qd_chart_get_baseline     (const QdChart *chart);
double       qd_chart_get_target       (const QdChart *chart);
double       qd_chart_get_landing      (const QdChart *chart);
double       qd_chart_get_told_landing (const QdChart *chart);
GArray      *qd_chart_get_readings     (const QdChart *chart);
GArray      *qd_chart_get_phases       (const QdChart *chart);
gboolean     qd_chart_is_counted       (const QdChart *chart,
                                        const GArray  *readings,
                                        const GArray  *phases);
double       qd_chart_get_expected     (const QdChart *chart,
                                        const GArray  *phases,
                                        QdDay          day);
QdChartFate  qd_chart_get_fate         (const QdChart *chart,
                                        const GArray  *readings);
char        *qd_chart_format           (const QdChart *chart,
                                        double         value);
char        *qd_chart_format_axis      (const QdChart *chart,
                                        double         value);

G_END_DECLS
