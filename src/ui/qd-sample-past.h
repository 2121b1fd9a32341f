#pragma once

#include "store/qd-store.h"

G_BEGIN_DECLS

/* When people work on it: ten in the morning, in milliseconds. */
#define QD_SAMPLE_WORKING_TIME (10 * 60 * 60 * 1000)

gboolean qd_sample_past_write (QdStore     *store,
                               GHashTable  *values,
                               QdDay        today,
                               gint64      *now,
                               GError     **error);

G_END_DECLS
