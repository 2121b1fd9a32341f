#pragma once

#include "qd-terms.h"

G_BEGIN_DECLS

/* Two shares that are nearer to each other than this are the same: sums and
 * quotients of decimal fractions miss the limits of the method by less. */
#define QD_PROGRESS_TOLERANCE 1e-9

double   qd_progress_of_change     (double        baseline,
                                    double        target,
                                    double        current);
gboolean qd_progress_is_inside     (QdMetricKind  metric,
                                    double        target,
                                    double        upper,
                                    double        value);
double   qd_progress_of_limit      (guint         n_inside,
                                    guint         n_due);
double   qd_progress_of_milestones (double        weight_done,
                                    double        weight_all);
double   qd_progress_of_answer     (double        current);
double   qd_progress_clamp         (double        progress);
gboolean qd_progress_reaches       (double        share,
                                    double        limit);
double   qd_progress_roll_up       (const double *progress,
                                    const double *weights,
                                    gsize         n);

G_END_DECLS
