#pragma once

#include "qd-clock.h"

G_BEGIN_DECLS

char *qd_cli_status_dup_json (GPtrArray *boards,
                              QdDay      today);

G_END_DECLS
