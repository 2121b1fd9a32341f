#pragma once

#include "qd-chart.h"

G_BEGIN_DECLS

/* A span of so many days needs its year said. */
#define QD_CHART_DAYS_PER_YEAR 365

char       *qd_chart_describe    (const QdChart *chart);
char       *qd_chart_format_day  (QdDay          day,
                                  gboolean       with_year);
const char *qd_chart_get_silence (void);

G_END_DECLS
