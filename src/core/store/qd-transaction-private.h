#pragma once

#include "qd-transaction.h"
#include "qd-value.h"

G_BEGIN_DECLS

/* For core/store only. */

void qd_transaction_set_value (QdTransaction *self,
                               QdId           id,
                               int            field,
                               const QdValue *value);
void qd_transaction_set_ref   (QdTransaction *self,
                               gint64         ref);

G_END_DECLS
