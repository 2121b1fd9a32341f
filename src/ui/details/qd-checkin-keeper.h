#pragma once

#include "qd-checkin-fields.h"

G_BEGIN_DECLS

void qd_checkin_keeper_attach  (QdCheckinFields *fields,
                                QdStore         *store);
void qd_checkin_keeper_resume  (QdCheckinFields *fields);
void qd_checkin_keeper_keep    (QdCheckinFields *fields);
void qd_checkin_keeper_check   (QdCheckinFields *fields);
void qd_checkin_keeper_discard (QdCheckinFields *fields);

G_END_DECLS
