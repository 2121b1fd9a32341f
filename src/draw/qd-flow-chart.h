#pragma once

#include "method/qd-flow.h"
#include "qd-drawing-file.h"

G_BEGIN_DECLS

/**
 * QdFlowChart:
 * @first_day: of the span, or %QD_DAY_NONE for that of the first of @days
 * @last_day: of the span, or %QD_DAY_NONE for that of the last of @days
 * @today: today, also where that is outside the span, or %QD_DAY_NONE
 * @days: (array length=n_days): the board day by day, without a gap
 * @n_days: how many there are
 *
 * How many cards stood in columns of which role, over the cycle.
 */
typedef struct
{
  QdDay first_day;
  QdDay last_day;
  QdDay today;
  const QdFlowDay *days;
  gsize n_days;
} QdFlowChart;

void      qd_flow_chart_draw       (const QdFlowChart   *chart,
                                    const QdChartStyle  *style,
                                    cairo_t             *cr,
                                    double               width,
                                    double               height);
gboolean  qd_flow_chart_save       (const QdFlowChart   *chart,
                                    gboolean             rtl,
                                    const char          *path,
                                    GError             **error);
char     *qd_flow_chart_describe   (const QdFlowChart   *chart);
char     *qd_flow_chart_describe_day (const QdFlowDay   *day);
gboolean  qd_flow_chart_is_empty   (const QdFlowChart   *chart);
void      qd_flow_chart_get_colour (const QdChartStyle  *style,
                                    QdColumnRole         role,
                                    QdColour            *colour);

G_END_DECLS
