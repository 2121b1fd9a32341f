#pragma once

#include "qd-db.h"

G_BEGIN_DECLS

gboolean qd_opening_open  (const char  *path,
                           QdDb       **db,
                           char       **place,
                           char       **read_only_reason,
                           GError     **error);
gboolean qd_opening_check (QdDb        *db,
                           const char  *path,
                           GError     **error);

G_END_DECLS
