#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean qd_failure_is_full (int          code,
                             int          reason);
void     qd_failure_explain (int          code,
                             int          reason,
                             const char  *path,
                             const char  *message,
                             GError     **error);

G_END_DECLS
