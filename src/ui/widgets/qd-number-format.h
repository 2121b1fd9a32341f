#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *qd_number_format          (double      value);
char     *qd_number_format_percent  (double      share);
char     *qd_number_format_quantity (double      value,
                                     const char *unit);
gboolean  qd_number_unit_is_symbol  (const char *unit);

G_END_DECLS
