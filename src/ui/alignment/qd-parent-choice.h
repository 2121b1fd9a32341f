#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_PARENT_CHOICE (qd_parent_choice_get_type ())
G_DECLARE_FINAL_TYPE (QdParentChoice, qd_parent_choice, QD, PARENT_CHOICE, GtkWidget)

GtkWidget *qd_parent_choice_new           (void);
void       qd_parent_choice_set_objective (QdParentChoice *self,
                                           QdStore        *store,
                                           QdBoard        *board,
                                           QdObjective    *objective);
QdId       qd_parent_choice_get_parent    (QdParentChoice *self);

G_END_DECLS
