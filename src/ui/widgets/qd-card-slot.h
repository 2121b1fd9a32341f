#pragma once

#include "model/qd-card.h"
#include "store/qd-transaction.h"

G_BEGIN_DECLS

gboolean  qd_card_slot_find       (GListModel *cards,
                                   QdCard     *card,
                                   guint      *position);
gboolean  qd_card_slot_get_anchor (GListModel *cards,
                                   guint       slot,
                                   QdCard     *card,
                                   QdSide     *side,
                                   QdId       *anchor);

G_END_DECLS
