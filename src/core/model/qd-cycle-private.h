#pragma once

#include "qd-cycle.h"

G_BEGIN_DECLS

/* For core/store only. */

QdCycle *qd_cycle_new           (QdId     id);
void     qd_cycle_set_first_day (QdCycle *self,
                                 QdDay    day);
void     qd_cycle_set_last_day  (QdCycle *self,
                                 QdDay    day);

G_END_DECLS
