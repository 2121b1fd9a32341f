#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QdSyncer:
 *
 * A thread with a connection of its own that brings commits from the write-ahead
 * log to the disk within a second.
 */
typedef struct _QdSyncer QdSyncer;

QdSyncer *qd_syncer_new  (const char *path);
void      qd_syncer_wake (QdSyncer   *self);
void      qd_syncer_free (QdSyncer   *self);

G_END_DECLS
