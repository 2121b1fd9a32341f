#pragma once

#include "qd-error.h"

G_BEGIN_DECLS

gboolean qd_graft_schema (const char  *path,
                          const char  *copy,
                          GError     **error);

G_END_DECLS
