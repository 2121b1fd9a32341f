#pragma once

#include <glib.h>

G_BEGIN_DECLS

double qd_progress_of_change (double baseline,
                              double target,
                              double current);
double qd_progress_clamp     (double progress);

G_END_DECLS
