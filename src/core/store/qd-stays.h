#pragma once

#include "method/qd-flow.h"
#include "qd-db.h"

G_BEGIN_DECLS

GArray *qd_stays_read (QdDb    *db,
                       QdId     board,
                       GError **error);

G_END_DECLS
