#pragma once

#include <gtk/gtk.h>

#include "qd-chart-style.h"

G_BEGIN_DECLS

void qd_chart_look_init (QdChartStyle  *style,
                         GtkWidget     *widget,
                         char         **family);

G_END_DECLS
