#pragma once

#include "qd-error.h"

G_BEGIN_DECLS

gboolean qd_gate_is_network   (guint32      type);
char    *qd_gate_resolve      (const char  *path,
                               GError     **error);
gboolean qd_gate_check_place  (const char  *path,
                               gboolean     exists,
                               char       **read_only_reason,
                               GError     **error);
gboolean qd_gate_refuse_old   (const char  *path,
                               GError     **error);
gboolean qd_gate_refuse_empty (const char  *path,
                               GError     **error);

G_END_DECLS
