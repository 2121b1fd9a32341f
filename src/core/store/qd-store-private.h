#pragma once

#include "qd-loader.h"
#include "qd-log.h"
#include "qd-store.h"

G_BEGIN_DECLS

/* For core/store only. */

QdStore  *qd_store_open_to_read
                              (const char   *path,
                               GCancellable *cancellable,
                               GError      **error);
QdStore  *qd_store_new_past   (const char   *path,
                               const char   *reason);
QdTurn   *qd_store_begin_turn (QdStore      *self,
                               QdDb        **db,
                               QdTurnRows   *rows,
                               gint64        instant,
                               GError      **error);
void      qd_store_end_turn   (QdStore      *self);
QdDb     *qd_store_get_db     (QdStore      *self);
const char *
          qd_store_get_place  (QdStore      *self);
gint64    qd_store_now        (QdStore      *self);
gboolean  qd_store_begin      (QdStore      *self,
                               QdStream     *stream,
                               GError      **error);
gboolean  qd_store_finish     (QdStore      *self,
                               QdStream     *stream,
                               QdEntry      *entry,
                               GError      **error);
gboolean  qd_store_finish_foreign
                              (QdStore      *self,
                               GArray       *changes,
                               GError      **error);
void      qd_store_cancel     (QdStore      *self);

G_END_DECLS
