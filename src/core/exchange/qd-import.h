#pragma once

#include "qd-outline.h"
#include "store/qd-store.h"

G_BEGIN_DECLS

gboolean  qd_import_outline (QdStore          *store,
                             const QdOutline  *outline,
                             const char       *source,
                             char            **report,
                             GError          **error);

G_END_DECLS
