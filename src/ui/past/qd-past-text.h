#pragma once

#include "model/qd-cycle.h"
#include "store/qd-past-marks.h"

G_BEGIN_DECLS

char *qd_past_text_day  (QdDay             day);
char *qd_past_text_week (QdCycle          *cycle,
                         QdDay             day);
char *qd_past_text_mark (const QdPastMark *mark);

G_END_DECLS
