#pragma once

#include <gio/gio.h>

#include "qd-error.h"

G_BEGIN_DECLS

gboolean qd_recover_file (const char    *path,
                          const char    *target,
                          char         **report,
                          GCancellable  *cancellable,
                          GError       **error);

G_END_DECLS
