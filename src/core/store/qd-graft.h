#pragma once

#include "qd-db.h"

G_BEGIN_DECLS

QdDb *qd_graft_open (const char  *path,
                     const char  *target,
                     char       **copy,
                     GError     **without_schema,
                     GError     **error);

G_END_DECLS
