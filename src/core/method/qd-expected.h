#pragma once

#include "qd-terms.h"

G_BEGIN_DECLS

double qd_expected_linear (QdDay          first_day,
                           QdDay          last_day,
                           QdDay          day);
double qd_expected_value  (QdDay          first_day,
                           QdDay          last_day,
                           double         baseline,
                           double         target,
                           const QdPoint *phases,
                           gsize          n_phases,
                           QdDay          day);

G_END_DECLS
