#pragma once

#include "method/qd-terms.h"

G_BEGIN_DECLS

/* With fewer, two values on both sides of a tick could not be told. */
#define QD_CHART_MIN_TICKS 3

/**
 * QdChartScale:
 * @first: value of the lowest tick, where the axis begins
 * @step: from tick to tick, above 0
 * @n_ticks: how many there are, 2 at least; the axis ends at the last one
 */
typedef struct
{
  double first;
  double step;
  guint n_ticks;
} QdChartScale;

void    qd_chart_scale_values   (double              lowest,
                                 double              highest,
                                 guint               max_ticks,
                                 gboolean            whole,
                                 QdChartScale       *scale);
double  qd_chart_scale_get_tick (const QdChartScale *scale,
                                 guint               tick);
GArray *qd_chart_scale_days     (QdDay               first,
                                 QdDay               last,
                                 guint               max_ticks);

G_END_DECLS
