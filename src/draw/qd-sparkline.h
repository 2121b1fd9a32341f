#pragma once

#include <cairo.h>

#include "qd-chart-style.h"

G_BEGIN_DECLS

void qd_sparkline_draw (const double       *values,
                        gsize               n_values,
                        double              target,
                        const QdChartStyle *style,
                        cairo_t            *cr,
                        double              width,
                        double              height);

G_END_DECLS
