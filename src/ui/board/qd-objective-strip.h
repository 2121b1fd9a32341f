#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

#include "filter/qd-board-filter.h"

G_BEGIN_DECLS

#define QD_TYPE_OBJECTIVE_STRIP (qd_objective_strip_get_type ())
G_DECLARE_FINAL_TYPE (QdObjectiveStrip, qd_objective_strip, QD, OBJECTIVE_STRIP, GtkWidget)

void  qd_objective_strip_set_store (QdObjectiveStrip *self,
                                    QdStore          *store,
                                    QdBoardFilter    *filter);
void  qd_objective_strip_set_board (QdObjectiveStrip *self,
                                    QdBoard          *board);
void  qd_objective_strip_add       (QdObjectiveStrip *self);
void  qd_objective_strip_edit      (QdObjectiveStrip *self,
                                    QdObjective      *objective);
void  qd_objective_strip_refresh   (QdObjectiveStrip *self);
char *qd_objective_strip_dup_id    (QdObjectiveStrip *self,
                                    guint             nth);

G_END_DECLS
