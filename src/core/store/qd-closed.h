#pragma once

#include "qd-db.h"
#include "qd-entry.h"

G_BEGIN_DECLS

/* For core/store only. */

gboolean qd_closed_lets (QdDb     *db,
                         GArray   *changes,
                         GError  **error);

G_END_DECLS
