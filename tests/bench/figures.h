#pragma once

#include <glib.h>

G_BEGIN_DECLS

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
