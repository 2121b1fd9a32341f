#pragma once

#include "qd-entry.h"

G_BEGIN_DECLS

/**
 * QdStream:
 * @rid: its local number
 * @head: number of its last entry; 0 for none
 * @head_hash: hash of that entry
 * @published: the last entry that another device may have
 *
 * The stream that this copy of the file writes.
 */
typedef struct
{
  gint64 rid;
  gint64 head;
  QdHash head_hash;
  gint64 published;
} QdStream;

gboolean   qd_log_append        (QdDb           *db,
                                 QdStream       *stream,
                                 const QdEntry  *entry,
                                 GError        **error);
gboolean   qd_log_drop_head     (QdDb           *db,
                                 QdStream       *stream,
                                 const QdEntry  *entry,
                                 GError        **error);
QdEntry   *qd_log_read          (QdDb           *db,
                                 gint64          rid,
                                 gint64          seq,
                                 GError        **error);
gboolean   qd_log_store         (QdDb           *db,
                                 gint64          rid,
                                 gint64          seq,
                                 const QdHash   *hash,
                                 const char     *payload,
                                 const QdEntry  *entry,
                                 GError        **error);
gboolean   qd_log_replay        (QdDb           *db,
                                 GCancellable   *cancellable,
                                 GError        **error);
void       qd_log_column_hash   (sqlite3_stmt   *row,
                                 int             column,
                                 QdHash         *hash);

G_END_DECLS
