#pragma once

#include "store/qd-store.h"

G_BEGIN_DECLS

char    *qd_sample_dup_path (void);
QdStore *qd_sample_open     (GError **error);

G_END_DECLS
