#pragma once

#include "store/qd-store.h"

#include "qd-filter-wanted.h"

G_BEGIN_DECLS

gboolean qd_filter_match               (const QdFilterWanted *wanted,
                                        QdStore              *store,
                                        QdDay                 today,
                                        QdCard               *card);
guint    qd_filter_match_get_questions (const QdFilterWanted *wanted,
                                        QdStore              *store,
                                        QdDay                 today,
                                        QdCard               *card);
gboolean qd_filter_match_label         (const QdFilterWanted *wanted,
                                        QdStore              *store,
                                        QdObjective          *objective);

G_END_DECLS
