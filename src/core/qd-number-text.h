#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *qd_number_text          (double      value);
char     *qd_number_text_exact    (double      value);
char     *qd_number_text_percent  (double      share);
char     *qd_number_text_grade    (double      grade);
char     *qd_number_text_quantity (double      value,
                                   const char *unit);
gboolean  qd_number_text_sticks   (const char *unit);

G_END_DECLS
