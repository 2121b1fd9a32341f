#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean qd_outline_input_check (const char  *text,
                                 gsize        length,
                                 GError     **error);

G_END_DECLS
