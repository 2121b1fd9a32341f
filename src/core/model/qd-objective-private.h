#pragma once

#include "qd-objective.h"

G_BEGIN_DECLS

/* For core/store only. */

QdObjective *qd_objective_new            (QdId          id);
void         qd_objective_set_board      (QdObjective  *self,
                                          QdBoard      *board);
void         qd_objective_set_why        (QdObjective  *self,
                                          const char   *why);
void         qd_objective_set_colour     (QdObjective  *self,
                                          guint         colour);
void         qd_objective_set_commitment (QdObjective  *self,
                                          QdCommitment  commitment);
void         qd_objective_set_weight     (QdObjective  *self,
                                          double        weight);
void         qd_objective_set_parent     (QdObjective  *self,
                                          QdId          parent);

G_END_DECLS
