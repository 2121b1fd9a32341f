#pragma once

#include "method/qd-confidence.h"

G_BEGIN_DECLS

const char *qd_health_get_sign            (QdHealth health);
const char *qd_health_get_class           (QdHealth health);
const char *qd_health_get_confidence_sign (int      confidence);

G_END_DECLS
