#pragma once

#include <gio/gio.h>

#include "qd-error.h"

G_BEGIN_DECLS

gboolean qd_check_file    (const char    *path,
                           GPtrArray    **findings,
                           GCancellable  *cancellable,
                           GError       **error);
gboolean qd_check_rebuild (const char    *path,
                           GCancellable  *cancellable,
                           GError       **error);

G_END_DECLS
