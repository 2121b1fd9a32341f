#pragma once

#include "qd-store.h"

G_BEGIN_DECLS

QdObjective *qd_alignment_get_parent   (QdStore     *store,
                                        QdObjective *objective);
GPtrArray   *qd_alignment_list_roots   (QdStore     *store,
                                        QdCycle     *cycle);
gboolean     qd_alignment_is_within    (QdStore     *store,
                                        QdObjective *objective,
                                        QdId         family);
gboolean     qd_alignment_may_align    (QdStore     *store,
                                        QdObjective *objective,
                                        QdObjective *parent);
gboolean     qd_alignment_team_is_told (QdStore     *store,
                                        QdBoard     *board);

G_END_DECLS
