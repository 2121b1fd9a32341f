#pragma once

#include "qd-chart.h"
#include "qd-drawing-file.h"

G_BEGIN_DECLS

gboolean qd_chart_write_png (const QdChart       *chart,
                             const QdChartStyle  *style,
                             double               width,
                             double               height,
                             double               scale,
                             const char          *path,
                             GError             **error);
gboolean qd_chart_write_pdf (const QdChart       *chart,
                             const QdChartStyle  *style,
                             double               width,
                             double               height,
                             const char          *path,
                             GError             **error);
gboolean qd_chart_save      (const QdChart       *chart,
                             gboolean             rtl,
                             const char          *path,
                             GError             **error);

G_END_DECLS
