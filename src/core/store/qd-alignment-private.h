#pragma once

#include "qd-store.h"

G_BEGIN_DECLS

/* For the alignment only. */

QdId     qd_alignment_find_cut    (QdStore     *store,
                                   QdObjective *objective);
gboolean qd_alignment_is_living   (QdObjective *objective);
GPtrArray *
         qd_alignment_list_living (QdStore     *store);

G_END_DECLS
