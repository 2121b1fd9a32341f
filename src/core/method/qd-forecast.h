#pragma once

#include "qd-terms.h"

G_BEGIN_DECLS

/* So many of the last check-ins are looked at, and fewer say nothing. */
#define QD_FORECAST_POINTS_MIN 4
#define QD_FORECAST_POINTS_MAX 6

gboolean qd_forecast_land          (const QdPoint *readings,
                                    gsize          n_readings,
                                    QdDay          last_day,
                                    double        *landing,
                                    double        *weekly);
double   qd_forecast_required_pace (double         current,
                                    double         target,
                                    QdDay          today,
                                    QdDay          last_day);

G_END_DECLS
