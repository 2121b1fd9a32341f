#pragma once

#include "qd-db.h"
#include "qd-past-store.h"

G_BEGIN_DECLS

/* For core/store only. */

QdDb *qd_past_state_get_db (QdPastState *self);

G_END_DECLS
