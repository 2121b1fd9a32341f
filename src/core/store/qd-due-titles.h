#pragma once

#include <gio/gio.h>

#include "qd-clock.h"

G_BEGIN_DECLS

char **qd_due_read_titles (const char    *path,
                           const char    *owner,
                           QdDay          today,
                           GCancellable  *cancellable,
                           GError       **error);

G_END_DECLS
