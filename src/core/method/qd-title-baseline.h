#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *qd_title_with_baseline (const char *title,
                              double      from,
                              double      target,
                              double      baseline);

G_END_DECLS
