#pragma once

#include "filter/qd-filter-part.h"

G_BEGIN_DECLS

const char *qd_filter_colour_get_class (const QdFilterPart *part,
                                        QdStore            *store);

G_END_DECLS
