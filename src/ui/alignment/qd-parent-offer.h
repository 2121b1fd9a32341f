#pragma once

#include <gio/gio.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_PARENT_OFFER (qd_parent_offer_get_type ())
G_DECLARE_FINAL_TYPE (QdParentOffer, qd_parent_offer, QD, PARENT_OFFER, GObject)

GListModel  *qd_parent_offer_list          (QdStore       *store,
                                            QdBoard       *board,
                                            QdObjective   *objective);

QdObjective *qd_parent_offer_get_objective (QdParentOffer *self);
const char  *qd_parent_offer_get_text      (QdParentOffer *self);
const char  *qd_parent_offer_get_cycle     (QdParentOffer *self);
gboolean     qd_parent_offer_matches       (QdParentOffer *self,
                                            char         **words);

char        *qd_parent_offer_dup_text      (QdObjective   *objective);

G_END_DECLS
