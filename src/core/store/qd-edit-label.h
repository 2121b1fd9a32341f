#pragma once

#include "qd-transaction.h"

G_BEGIN_DECLS

gboolean qd_edit_plan_label (QdStore        *store,
                             QdTransaction  *transaction,
                             QdId            card,
                             QdId            column,
                             GError        **error);

G_END_DECLS
