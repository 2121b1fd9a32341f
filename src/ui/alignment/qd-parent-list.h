#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_PARENT_LIST (qd_parent_list_get_type ())
G_DECLARE_FINAL_TYPE (QdParentList, qd_parent_list, QD, PARENT_LIST, GtkWidget)

GtkWidget *qd_parent_list_new   (void);
void       qd_parent_list_offer (QdParentList *self,
                                 QdStore      *store,
                                 QdBoard      *board,
                                 QdObjective  *objective,
                                 QdObjective  *chosen);

G_END_DECLS
