#pragma once

#include "qd-db.h"
#include "qd-transaction.h"

G_BEGIN_DECLS

gboolean qd_place_choose (QdDb          *db,
                          QdEntityKind   kind,
                          QdId           entity,
                          QdId           parent,
                          QdSide         side,
                          QdId           anchor,
                          GArray        *places,
                          GError       **error);

G_END_DECLS
