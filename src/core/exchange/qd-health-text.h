#pragma once

#include "method/qd-standing.h"

G_BEGIN_DECLS

char *qd_health_text_explain (const QdFacts    *facts,
                              const QdStanding *standing,
                              QdDay             today);

G_END_DECLS
