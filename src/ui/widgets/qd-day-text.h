#pragma once

#include "qd-clock.h"

G_BEGIN_DECLS

char *qd_day_text_full              (QdDay day);
char *qd_day_text_range             (QdDay first,
                                     QdDay last);
char *qd_day_text_weekday           (guint weekday);
guint qd_day_text_get_first_weekday (void);

G_END_DECLS
