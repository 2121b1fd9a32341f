#pragma once

#include "qd-board.h"

G_BEGIN_DECLS

#define QD_TYPE_OBJECTIVE (qd_objective_get_type ())
G_DECLARE_FINAL_TYPE (QdObjective, qd_objective, QD, OBJECTIVE, QdEntity)

QdBoard      *qd_objective_get_board      (QdObjective *self);
const char   *qd_objective_get_why        (QdObjective *self);
guint         qd_objective_get_colour     (QdObjective *self);
QdCommitment  qd_objective_get_commitment (QdObjective *self);
double        qd_objective_get_weight     (QdObjective *self);
QdId          qd_objective_get_parent     (QdObjective *self);

G_END_DECLS
