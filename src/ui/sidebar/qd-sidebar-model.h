#pragma once

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_SIDEBAR_MODEL (qd_sidebar_model_get_type ())
G_DECLARE_FINAL_TYPE (QdSidebarModel, qd_sidebar_model, QD, SIDEBAR_MODEL, GObject)

QdSidebarModel *qd_sidebar_model_new           (QdStore         *store);
QdBoard        *qd_sidebar_model_get_neighbour (QdSidebarModel  *self,
                                                QdBoard         *board,
                                                int              direction);
QdBoard        *qd_sidebar_model_get_near      (QdSidebarModel  *self,
                                                guint            position);

G_END_DECLS
