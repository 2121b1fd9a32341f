#pragma once

#include "model/qd-objective.h"
#include "qd-shelf-dialog.h"

G_BEGIN_DECLS

void           qd_shelf_ask_why        (GtkWidget    *parent,
                                        QdStore      *store,
                                        QdEntity     *entity);
gboolean       qd_shelf_is_room        (QdBoard      *board);
QdShelfDialog *qd_shelf_ask_objective  (GtkWidget    *parent,
                                        QdStore      *store,
                                        QdBoard      *board,
                                        const char   *title);
void           qd_shelf_keep_all       (gpointer      entity);
void           qd_shelf_offer_swap     (GtkWidget    *any_descendant,
                                        QdStore      *store,
                                        QdId          objective);
void           qd_shelf_ask_key_result (GtkWidget    *parent,
                                        QdStore      *store,
                                        QdObjective  *objective);

G_END_DECLS
