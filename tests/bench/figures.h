#pragma once

#include <glib.h>
#include <time.h>

G_BEGIN_DECLS

double  figures_cpu_ms (clockid_t   clock);
GArray *figures_new    (void);
void    figures_add    (GArray     *ratios,
                        double      figure,
                        double      floor);
double  figures_median (GArray     *figures);
void    figures_report (const char *name,
                        GArray     *ratios,
                        double      limit,
                        const char *note);

G_END_DECLS
