#pragma once

#include "model/qd-card.h"
#include "store/qd-store.h"

G_BEGIN_DECLS

gboolean qd_editable_board (QdStore *store,
                            QdBoard *board);
gboolean qd_editable_card  (QdStore *store,
                            QdCard  *card);
gboolean qd_editable_thing (QdStore *store,
                            QdId     id);

G_END_DECLS
