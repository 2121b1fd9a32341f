#pragma once

#include "store/qd-store.h"

G_BEGIN_DECLS

gboolean qd_sample_past_write (QdStore  *store,
                               QdDay     today,
                               GError  **error);

G_END_DECLS
