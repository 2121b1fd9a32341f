#pragma once

#include <glib.h>

G_BEGIN_DECLS

double qd_roll_up_aligned (double        own,
                           const double *aligned,
                           const double *weights,
                           gsize         n);

G_END_DECLS
