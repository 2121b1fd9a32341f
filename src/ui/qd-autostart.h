#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean qd_autostart_set (gboolean   on,
                           GError   **error);

G_END_DECLS
