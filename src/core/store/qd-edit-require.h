#pragma once

#include "qd-transaction.h"

G_BEGIN_DECLS

/* For core/store only. */

gboolean qd_edit_require        (QdStore        *store,
                                 QdTransaction  *transaction,
                                 QdEntityKind    kind,
                                 QdId            id,
                                 GError        **error);
gboolean qd_edit_require_beside (QdStore        *store,
                                 QdTransaction  *transaction,
                                 QdId            card,
                                 QdId            column,
                                 GError        **error);

G_END_DECLS
