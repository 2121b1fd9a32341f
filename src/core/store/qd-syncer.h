#pragma once

#include "qd-db.h"

G_BEGIN_DECLS

/**
 * QdSyncer:
 *
 * Threads with connections of their own that bring commits to the disk within a
 * second, and make the weekly backup.
 */
typedef struct _QdSyncer QdSyncer;

typedef void (* QdSyncerFunc) (const GError *failure,
                               gpointer      user_data);

QdSyncer *qd_syncer_new  (QdDb         *db,
                          const char   *path,
                          QdSyncerFunc  report,
                          gpointer      user_data);
void      qd_syncer_free (QdSyncer     *self);

G_END_DECLS
