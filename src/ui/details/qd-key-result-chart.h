#pragma once

#include "model/qd-key-result.h"
#include "qd-chart.h"

G_BEGIN_DECLS

/**
 * QdKeyResultChart:
 * @chart: what to draw
 * @reading: a value of today, where nobody enters one
 *
 * The chart of a key result. Good as long as that does not change and @chart
 * is not copied away from it.
 */
typedef struct
{
  QdChart chart;
  QdPoint reading;
} QdKeyResultChart;

gboolean qd_key_result_chart_init (QdKeyResultChart  *self,
                                   QdKeyResult       *card);
gboolean qd_key_result_chart_save (QdKeyResult       *card,
                                   gboolean           rtl,
                                   const char        *path,
                                   GError           **error);

G_END_DECLS
