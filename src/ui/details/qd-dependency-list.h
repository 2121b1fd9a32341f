#pragma once

#include <gtk/gtk.h>

#include "store/qd-details.h"

G_BEGIN_DECLS

#define QD_TYPE_DEPENDENCY_LIST (qd_dependency_list_get_type ())
G_DECLARE_FINAL_TYPE (QdDependencyList, qd_dependency_list, QD, DEPENDENCY_LIST, GtkWidget)

GtkWidget *qd_dependency_list_new      (QdStore          *store);

void       qd_dependency_list_set_card (QdDependencyList *self,
                                        QdCard           *card);
void       qd_dependency_list_begin    (QdDependencyList *self);
void       qd_dependency_list_update   (QdDependencyList *self,
                                        const QdDetails  *details);

G_END_DECLS
