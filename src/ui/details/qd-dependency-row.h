#pragma once

#include <gtk/gtk.h>

#include "store/qd-details.h"

G_BEGIN_DECLS

#define QD_TYPE_DEPENDENCY_ROW (qd_dependency_row_get_type ())
G_DECLARE_FINAL_TYPE (QdDependencyRow, qd_dependency_row, QD, DEPENDENCY_ROW, GtkWidget)

GtkWidget *qd_dependency_row_new    (QdStore            *store,
                                     GListModel         *names);

QdId       qd_dependency_row_get_id (QdDependencyRow    *self);
void       qd_dependency_row_update (QdDependencyRow    *self,
                                     const QdDependency *dependency);
void       qd_dependency_row_finish (QdDependencyRow    *self);

G_END_DECLS
