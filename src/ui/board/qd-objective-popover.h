#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_OBJECTIVE_POPOVER (qd_objective_popover_get_type ())
G_DECLARE_FINAL_TYPE (QdObjectivePopover, qd_objective_popover, QD, OBJECTIVE_POPOVER, GtkPopover)

GtkWidget *qd_objective_popover_new  (QdStore            *store);

void       qd_objective_popover_add  (QdObjectivePopover *self,
                                      QdBoard            *board);
void       qd_objective_popover_edit (QdObjectivePopover *self,
                                      QdObjective        *objective);

G_END_DECLS
