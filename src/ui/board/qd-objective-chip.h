#pragma once

#include <gtk/gtk.h>

#include "model/qd-objective.h"

G_BEGIN_DECLS

#define QD_TYPE_OBJECTIVE_CHIP (qd_objective_chip_get_type ())
G_DECLARE_FINAL_TYPE (QdObjectiveChip, qd_objective_chip, QD, OBJECTIVE_CHIP, GtkToggleButton)

GtkWidget   *qd_objective_chip_new           (QdObjective     *objective,
                                              gboolean         draggable);

QdObjective *qd_objective_chip_get_objective (QdObjectiveChip *self);
QdId         qd_objective_chip_get_id        (QdObjectiveChip *self);
guint        qd_objective_chip_get_n_cards   (QdObjectiveChip *self);
void         qd_objective_chip_set_n_cards   (QdObjectiveChip *self,
                                              guint            n_cards);
void         qd_objective_chip_set_parent    (QdObjectiveChip *self,
                                              const char      *parent);
void         qd_objective_chip_sum_up        (QdObjectiveChip *self,
                                              QdBoard         *board,
                                              QdDay            today);

G_END_DECLS
