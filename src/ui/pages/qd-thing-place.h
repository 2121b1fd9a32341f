#pragma once

#include "store/qd-search.h"

G_BEGIN_DECLS

char *qd_thing_place_describe (const QdHit *hit,
                               QdStore     *store);

G_END_DECLS
