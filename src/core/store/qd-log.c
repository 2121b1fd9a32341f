/* The log: streams of numbered, chained entries, and the cells they write.
 *
 * Whoever calls holds a transaction: the head of a stream always moves together
 * with its entries.
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "qd-log.h"

static gboolean
insert_cells (QdDb           *db,
              gint64          rid,
              gint64          seq,
              const QdEntry  *entry,
              GError        **error)
{
  /* Kept and forwarded, but its values never win anything. */
  if (entry->stamp >= QD_STAMP_LIMIT)
    return TRUE;

  for (guint i = 0; i < entry->changes->len; i++)
    {
      const QdChange *change = &g_array_index (entry->changes, QdChange, i);

      if (!qd_db_run (db, error,
                      "INSERT OR REPLACE INTO chg(ent, field, stamp, rid, seq, base, value)"
                      " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)", "iiiiivv",
                      change->entity, (gint64) change->field, entry->stamp, rid, seq,
                      &change->base, &change->value))
        return FALSE;
    }

  return TRUE;
}

static gboolean
set_head (QdDb            *db,
          const QdStream  *stream,
          GError         **error)
{
  return qd_db_run (db, error, "UPDATE stream SET head=?2, head_hash=?3 WHERE rid=?1", "iib",
                    stream->rid, stream->head, stream->head_hash.bytes,
                    stream->head_hash.length);
}

/**
 * qd_log_append:
 * @db: a connection, inside a transaction
 * @stream: the stream of this copy; its head moves
 * @entry: the next entry
 * @error: return location
 *
 * Returns: whether the entry and its cells were written
 */
gboolean
qd_log_append (QdDb           *db,
               QdStream       *stream,
               const QdEntry  *entry,
               GError        **error)
{
  g_autofree char *payload = qd_entry_write (entry);
  QdHash hash;

  qd_hash_chain (&hash, &stream->head_hash, payload);
  stream->head++;
  stream->head_hash = hash;

  return qd_log_store (db, stream->rid, stream->head, &hash, payload, entry, error) &&
         set_head (db, stream, error);
}

/**
 * qd_log_drop_head:
 * @db: a connection, inside a transaction
 * @stream: the stream of this copy; its head moves back
 * @entry: the newest entry of it, which nobody else has yet
 * @error: return location
 *
 * Takes back the newest entry, to write a better one in its stead.
 *
 * Returns: whether the entry and its cells are gone
 */
gboolean
qd_log_drop_head (QdDb           *db,
                  QdStream       *stream,
                  const QdEntry  *entry,
                  GError        **error)
{
  sqlite3_stmt *row;

  g_return_val_if_fail (stream->head > stream->published, FALSE);

  for (guint i = 0; i < entry->changes->len; i++)
    {
      const QdChange *change = &g_array_index (entry->changes, QdChange, i);

      if (!qd_db_run (db, error,
                      "DELETE FROM chg WHERE ent=?1 AND field=?2 AND stamp=?3 AND rid=?4",
                      "iiii", change->entity, (gint64) change->field, entry->stamp,
                      stream->rid))
        return FALSE;
    }
  if (!qd_db_run (db, error, "DELETE FROM tx WHERE rid=?1 AND seq=?2", "ii", stream->rid,
                  stream->head))
    return FALSE;

  stream->head--;
  row = qd_db_query (db, error,
                     "SELECT hash FROM tx WHERE rid=?1 AND seq=?2"
                     " UNION ALL SELECT base_hash FROM stream WHERE rid=?1 LIMIT 1", "ii",
                     stream->rid, stream->head);
  if (row == NULL || !qd_db_next (db, row, error))
    return FALSE;
  qd_log_column_hash (row, 0, &stream->head_hash);
  sqlite3_reset (row);

  return set_head (db, stream, error);
}

/**
 * qd_log_read:
 * @db: a connection
 * @rid: a stream
 * @seq: number of an entry in it
 * @error: return location; %QD_ERROR_NOT_FOUND where there is no such entry
 *
 * Returns: (transfer full) (nullable): the entry
 */
QdEntry *
qd_log_read (QdDb     *db,
             gint64    rid,
             gint64    seq,
             GError  **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row;
  g_autofree char *payload = NULL;

  row = qd_db_query (db, error, "SELECT payload FROM tx WHERE rid=?1 AND seq=?2", "ii",
                     rid, seq);
  if (row == NULL)
    return NULL;

  if (qd_db_next (db, row, &failed))
    {
      payload = g_strdup (qd_db_text (row, 0));
      sqlite3_reset (row);
      return qd_entry_read (db, payload, error);
    }

  if (failed == NULL)
    g_set_error_literal (&failed, QD_ERROR, QD_ERROR_NOT_FOUND,
                         _("The change is not in the log."));
  g_propagate_error (error, failed);

  return NULL;
}

/**
 * qd_log_store:
 * @db: a connection, inside a transaction
 * @rid: a stream
 * @seq: number of the entry
 * @hash: its hash
 * @payload: its bytes
 * @entry: what they say
 * @error: return location
 *
 * Writes an entry and its cells; the caller moves the head of the stream.
 *
 * Returns: whether they were written
 */
gboolean
qd_log_store (QdDb           *db,
              gint64          rid,
              gint64          seq,
              const QdHash   *hash,
              const char     *payload,
              const QdEntry  *entry,
              GError        **error)
{
  QdValue ref_rid = QD_VALUE_INIT;
  QdValue ref_seq = QD_VALUE_INIT;

  if (entry->ref != 0)
    {
      qd_value_set_integer (&ref_rid, rid);
      qd_value_set_integer (&ref_seq, entry->ref);
    }

  return qd_db_run (db, error,
                    "INSERT INTO tx(rid, seq, stamp, at, author, kind, ref_rid, ref_seq,"
                    " hash, payload) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                    "iiiisivvbs", rid, seq, entry->stamp, entry->at, entry->author,
                    (gint64) entry->kind, &ref_rid, &ref_seq, hash->bytes, hash->length,
                    payload) &&
         insert_cells (db, rid, seq, entry, error);
}

/**
 * qd_log_replay:
 * @db: a connection, inside a transaction, without any cells
 * @cancellable: (nullable): checked at every entry
 * @error: return location
 *
 * Writes the cells of all entries anew from their payloads.
 *
 * Returns: whether all of them were written
 */
gboolean
qd_log_replay (QdDb          *db,
               GCancellable  *cancellable,
               GError       **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row;

  row = qd_db_query (db, error, "SELECT rid, seq, payload FROM tx", "");
  while (row != NULL && qd_db_next (db, row, &failed))
    {
      g_autoptr (QdEntry) entry = NULL;

      if (!g_cancellable_set_error_if_cancelled (cancellable, &failed))
        entry = qd_entry_read (db, qd_db_text (row, 2), &failed);
      if (entry == NULL ||
          !insert_cells (db, sqlite3_column_int64 (row, 0), sqlite3_column_int64 (row, 1),
                         entry, &failed))
        {
          sqlite3_reset (row);
          break;
        }
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL;
}

void
qd_log_column_hash (sqlite3_stmt *row,
                    int           column,
                    QdHash       *hash)
{
  const void *bytes = sqlite3_column_blob (row, column);

  qd_hash_set (hash, bytes, (gsize) sqlite3_column_bytes (row, column));
}
