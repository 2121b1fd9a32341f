#pragma once

#include "method/qd-calibration.h"
#include "qd-chart-style.h"

G_BEGIN_DECLS

void qd_calibration_chart_draw (const QdCalibration *calibration,
                                const QdChartStyle  *style,
                                cairo_t             *cr,
                                double               width,
                                double               height);

G_END_DECLS
