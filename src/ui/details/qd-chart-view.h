#pragma once

#include <gtk/gtk.h>

#include "model/qd-key-result.h"

G_BEGIN_DECLS

#define QD_TYPE_CHART_VIEW (qd_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (QdChartView, qd_chart_view, QD, CHART_VIEW, GtkWidget)

GtkWidget   *qd_chart_view_new      (void);

QdKeyResult *qd_chart_view_get_card (QdChartView *self);
void         qd_chart_view_set_card (QdChartView *self,
                                     QdKeyResult *card);
void         qd_chart_view_refresh  (QdChartView *self);
void         qd_chart_view_rehearse (QdChartView *self,
                                     int          width);

G_END_DECLS
