#pragma once

#include "store/qd-store.h"

#include "qd-card-state.h"

G_BEGIN_DECLS

char *qd_card_tips_dup          (const QdCardState *state,
                                 QdCardSign         sign,
                                 QdStore           *store,
                                 QdCard            *card);
char *qd_card_tips_dup_progress (const QdCardState *state);

G_END_DECLS
