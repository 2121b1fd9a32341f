#pragma once

#include "qd-clock.h"

G_BEGIN_DECLS

char *qd_day_text_full  (QdDay day);
char *qd_day_text_range (QdDay first,
                         QdDay last);

G_END_DECLS
