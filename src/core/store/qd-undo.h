#pragma once

#include "qd-store.h"

G_BEGIN_DECLS

char     *qd_undo_dup_name  (QdStore  *store);
char     *qd_redo_dup_name  (QdStore  *store);
gboolean  qd_undo_undo      (QdStore  *store,
                             char    **report,
                             GError  **error);
gboolean  qd_undo_redo      (QdStore  *store,
                             char    **report,
                             GError  **error);

G_END_DECLS
