#pragma once

#include "qd-entity.h"

G_BEGIN_DECLS

#define QD_TYPE_CYCLE (qd_cycle_get_type ())
G_DECLARE_FINAL_TYPE (QdCycle, qd_cycle, QD, CYCLE, QdEntity)

QdDay  qd_cycle_get_first_day (QdCycle *self);
QdDay  qd_cycle_get_last_day  (QdCycle *self);
guint  qd_cycle_get_n_weeks   (QdCycle *self);
guint  qd_cycle_get_week      (QdCycle *self,
                               QdDay    day);

G_END_DECLS
