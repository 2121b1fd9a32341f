#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Larger texts are refused. */
#define QD_OUTLINE_MAX_BYTES (16u << 20)

gboolean qd_outline_input_check (const char  *text,
                                 gsize        length,
                                 GError     **error);

G_END_DECLS
