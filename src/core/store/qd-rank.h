#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A rank longer than this is shortened by re-keying its neighbourhood. */
#define QD_RANK_MAX_LENGTH 24

char     *qd_rank_between   (const char *low,
                             const char *high);
gboolean  qd_rank_is_valid  (const char *rank);
void      qd_random_bytes   (void       *bytes,
                             gsize       length);
gint64    qd_random_id      (void);

G_END_DECLS
