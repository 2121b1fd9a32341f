#pragma once

#include <gio/gio.h>

#include "qd-outline.h"

G_BEGIN_DECLS

QdOutline *qd_outline_load (GFile         *file,
                            QdDay          today,
                            GCancellable  *cancellable,
                            GError       **error);

G_END_DECLS
