#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *qd_line_text (const char *text,
                    guint       max_length);

G_END_DECLS
