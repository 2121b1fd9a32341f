#pragma once

#include "qd-entity.h"

G_BEGIN_DECLS

#define QD_TYPE_VIEW (qd_view_get_type ())
G_DECLARE_FINAL_TYPE (QdView, qd_view, QD, VIEW, QdEntity)

const QdId         *qd_view_get_boards  (QdView *self,
                                         guint  *n_boards);
QdDensity           qd_view_get_density (QdView *self);
const char * const *qd_view_get_filter  (QdView *self);

G_END_DECLS
