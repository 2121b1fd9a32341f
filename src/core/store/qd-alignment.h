#pragma once

#include "model/qd-board-standing.h"
#include "qd-store.h"

G_BEGIN_DECLS

QdObjective *qd_alignment_get_parent    (QdStore             *store,
                                         QdObjective         *objective);
GPtrArray   *qd_alignment_list_children (QdStore             *store,
                                         QdObjective         *objective);
GPtrArray   *qd_alignment_list_roots    (QdStore             *store,
                                         QdCycle             *cycle);
gboolean     qd_alignment_is_within     (QdStore             *store,
                                         QdObjective         *objective,
                                         QdId                 family);
gboolean     qd_alignment_may_align     (QdStore             *store,
                                         QdObjective         *objective,
                                         QdObjective         *parent);
gboolean     qd_alignment_team_is_told  (QdStore             *store,
                                         QdBoard             *board);
gboolean     qd_alignment_roll_up       (QdStore             *store,
                                         QdObjective         *objective,
                                         QdDay                today,
                                         QdObjectiveStanding *standing);

G_END_DECLS
