#pragma once

#include "model/qd-chosen-cards.h"
#include "store/qd-store.h"

G_BEGIN_DECLS

QdChosenCards *qd_filter_choose (QdStore            *store,
                                 GPtrArray          *boards,
                                 const char * const *tokens,
                                 QdDay               today);

G_END_DECLS
