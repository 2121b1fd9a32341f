#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean qd_save_bytes (const char     *path,
                        gconstpointer   bytes,
                        gsize           length,
                        GError        **error);
gboolean qd_save_fail  (const char     *path,
                        const char     *reason,
                        GError        **error);

G_END_DECLS
