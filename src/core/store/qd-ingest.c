/* Takes in entries of the log that other copies of the file wrote. They may come
 * in any order, more than once, with clocks that are wrong, and from copies that
 * did not know of each other; in the end every copy shows the same.
 *
 * An entry that comes before its predecessor is held until that one is there.
 * Where one device wrote two different entries of one number, because its file
 * had been copied unnoticed, the later comer becomes a branch of its own.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "qd-identity.h"
#include "qd-ingest.h"
#include "qd-projection.h"
#include "qd-settle.h"
#include "qd-store-private.h"

/* Where a parcel belongs. */
typedef enum
{
  FATE_APPEND,
  FATE_BRANCH,
  FATE_HOLD,
  FATE_KNOWN,
  FATE_ERROR,
} Fate;

typedef struct
{
  QdDb *db;
  GArray *changes;
} Intake;

static gint64
ensure_space (QdDb    *db,
              gint64   uid,
              GError **error)
{
  gint64 sid = 0;

  if (!qd_db_run (db, error, "INSERT OR IGNORE INTO space(uid) VALUES(?1)", "i", uid) ||
      !qd_db_get_integer (db, error, &sid, "SELECT sid FROM space WHERE uid=?1", "i", uid))
    return 0;

  return sid;
}

static Fate
decide (QdDb            *db,
        gint64           sid,
        const QdParcel  *parcel,
        const QdHash    *hash,
        gint64          *rid,
        GError         **error)
{
  const QdHash *previous = &parcel->previous;
  gint64 known = 0, parent = 0;

  *rid = 0;
  if (!qd_db_get_integer (db, error, &known,
                          "SELECT 1 FROM stream JOIN tx USING(rid) WHERE sid=?1 AND dev=?2"
                          " AND seq=?3 AND hash=?4", "iiib", sid, parcel->device, parcel->seq,
                          hash->bytes, hash->length))
    return FATE_ERROR;
  if (known)
    return FATE_KNOWN;

  if (!qd_db_get_integer (db, error, rid,
                          "SELECT rid FROM stream WHERE sid=?1 AND dev=?2 AND head=?3"
                          " AND head_hash=?4", "iiib", sid, parcel->device, parcel->seq - 1,
                          previous->bytes, previous->length))
    return FATE_ERROR;
  if (*rid != 0)
    return FATE_APPEND;

  if (parcel->seq == 1)
    return FATE_BRANCH;
  if (!qd_db_get_integer (db, error, &parent,
                          "SELECT rid FROM stream JOIN tx USING(rid) WHERE sid=?1 AND dev=?2"
                          " AND seq=?3 AND hash=?4", "iiib", sid, parcel->device,
                          parcel->seq - 1, previous->bytes, previous->length))
    return FATE_ERROR;

  return parent != 0 ? FATE_BRANCH : FATE_HOLD;
}

/* A stream for a device not met before, or for the branch that begins with this
 * entry; the first stream of a device bears no name.
 */
static gint64
begin_stream (QdDb            *db,
              gint64           sid,
              const QdParcel  *parcel,
              const QdHash    *hash,
              GError         **error)
{
  gint64 n_streams = 0;

  if (!qd_db_get_integer (db, error, &n_streams,
                          "SELECT count(*) FROM stream WHERE sid=?1 AND dev=?2", "ii", sid,
                          parcel->device) ||
      !qd_db_run (db, error,
                  "INSERT INTO stream(sid, dev, branch, mine, base_seq, base_hash, head,"
                  " head_hash) VALUES(?1, ?2, ?3, 0, ?4, ?5, ?4, ?5)", "iibib", sid,
                  parcel->device, hash->bytes, n_streams > 0 ? hash->length : (gsize) 0,
                  parcel->seq - 1, parcel->previous.bytes, parcel->previous.length))
    return 0;

  return sqlite3_last_insert_rowid (qd_db_get_handle (db));
}

static gboolean
hold (QdDb            *db,
      gint64           sid,
      const QdParcel  *parcel,
      const QdHash    *hash,
      GError         **error)
{
  g_autoptr (QdEntry) entry = qd_entry_read (db, parcel->payload, error);

  /* What is no entry must not wait: it would spoil the one it waits for. */
  return entry != NULL &&
         qd_db_run (db, error,
                    "INSERT OR IGNORE INTO held(sid, dev, seq, prev, hash, payload)"
                    " VALUES(?1, ?2, ?3, ?4, ?5, ?6)", "iiibbs", sid, parcel->device,
                    parcel->seq, parcel->previous.bytes, parcel->previous.length, hash->bytes,
                    hash->length, parcel->payload);
}

/* What the cells of the entry show before it is here, as the base of what they
 * will show: it is from there that the models must come away.
 */
static GArray *
note_shown (Intake         *intake,
            const QdEntry  *entry,
            GError        **error)
{
  g_autoptr (GArray) shown = qd_changes_new ();

  for (guint i = 0; i < entry->changes->len; i++)
    {
      const QdChange *change = &g_array_index (entry->changes, QdChange, i);
      QdChange before = { .entity = change->entity, .field = change->field };
      g_auto (QdCell) cell = { 0 };

      if (!qd_projection_winner (intake->db, change->entity, change->field, QD_STAMP_MAX, &cell,
                                 error))
        return NULL;
      qd_value_copy (&before.base, &cell.value);
      g_array_append_val (shown, before);
    }

  return g_steal_pointer (&shown);
}

/* Every cell that the entry wrote shows its winner, who may be another. */
static gboolean
show_winners (Intake  *intake,
              GArray  *shown,
              GError **error)
{
  for (guint i = 0; i < shown->len; i++)
    {
      QdChange *change = &g_array_index (shown, QdChange, i);
      g_auto (QdCell) cell = { 0 };

      if (!qd_projection_winner (intake->db, change->entity, change->field, QD_STAMP_MAX, &cell,
                                 error) ||
          !qd_projection_set (intake->db, "main", change->entity, change->field, &cell.value,
                              error))
        return FALSE;
      qd_value_copy (&change->value, &cell.value);
    }

  /* The values belong to the intake now. */
  g_array_append_vals (intake->changes, shown->data, shown->len);
  g_array_set_clear_func (shown, NULL);

  return TRUE;
}

static gboolean
append (Intake          *intake,
        gint64           rid,
        const QdParcel  *parcel,
        const QdHash    *hash,
        GError         **error)
{
  g_autoptr (QdEntry) entry = qd_entry_read (intake->db, parcel->payload, error);
  g_autoptr (GArray) shown = entry != NULL ? note_shown (intake, entry, error) : NULL;

  /* An entry under our own name that we did not write: the file has a twin. We
   * keep what it wrote and go on under another name. */
  return shown != NULL &&
         qd_log_store (intake->db, rid, parcel->seq, hash, parcel->payload, entry, error) &&
         qd_db_run (intake->db, error,
                    "UPDATE stream SET head=?2, head_hash=?3 WHERE rid=?1", "iib", rid,
                    parcel->seq, hash->bytes, hash->length) &&
         qd_db_run (intake->db, error, "UPDATE stream SET fenced=1 WHERE mine=1 AND dev=?1",
                    "i", parcel->device) &&
         show_winners (intake, shown, error);
}

/* Takes one held entry that follows on what is there now. */
static QdParcel *
release_held (QdDb    *db,
              gint64   sid,
              gint64   uid,
              gint64   device,
              GError **error)
{
  g_autoptr (QdParcel) parcel = NULL;
  GError *failed = NULL;
  sqlite3_stmt *row;
  QdHash hash;

  row = qd_db_query (db, error,
                     "SELECT h.seq, h.prev, h.payload, h.hash FROM held AS h"
                     " WHERE h.sid=?1 AND h.dev=?2 AND EXISTS (SELECT 1 FROM stream AS s"
                     "  JOIN tx USING(rid) WHERE s.sid=h.sid AND s.dev=h.dev"
                     "  AND tx.seq=h.seq-1 AND tx.hash=h.prev) LIMIT 1", "ii", sid, device);
  if (row == NULL)
    return NULL;

  if (qd_db_next (db, row, &failed))
    {
      parcel = g_new0 (QdParcel, 1);
      parcel->space = uid;
      parcel->device = device;
      parcel->seq = sqlite3_column_int64 (row, 0);
      qd_log_column_hash (row, 1, &parcel->previous);
      parcel->payload = g_strdup (qd_db_text (row, 2));
      qd_log_column_hash (row, 3, &hash);
      sqlite3_reset (row);
      qd_db_run (db, &failed, "DELETE FROM held WHERE sid=?1 AND dev=?2 AND seq=?3 AND hash=?4",
                 "iiib", sid, device, parcel->seq, hash.bytes, hash.length);
    }
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return NULL;
    }

  return g_steal_pointer (&parcel);
}

static Fate
take_one (Intake          *intake,
          gint64           sid,
          const QdParcel  *parcel,
          GError         **error)
{
  QdHash hash;
  gint64 rid;
  Fate fate;

  if (parcel->seq < 1)
    {
      g_set_error (error, QD_ERROR, QD_ERROR_INVALID,
                   _("An entry from another copy has the impossible number %" PRId64
                     ". Nothing was taken in."), parcel->seq);
      return FATE_ERROR;
    }

  qd_hash_chain (&hash, &parcel->previous, parcel->payload);
  fate = decide (intake->db, sid, parcel, &hash, &rid, error);
  if (fate == FATE_HOLD)
    return hold (intake->db, sid, parcel, &hash, error) ? fate : FATE_ERROR;
  if (fate == FATE_BRANCH)
    {
      rid = begin_stream (intake->db, sid, parcel, &hash, error);
      if (rid == 0)
        return FATE_ERROR;
    }
  if (fate == FATE_APPEND || fate == FATE_BRANCH)
    return append (intake, rid, parcel, &hash, error) ? fate : FATE_ERROR;

  return fate;
}

static gboolean
take (Intake          *intake,
      const QdParcel  *parcel,
      GError         **error)
{
  gint64 sid = ensure_space (intake->db, parcel->space, error);
  GError *failed = NULL;
  Fate fate;

  if (sid == 0)
    return FALSE;

  fate = take_one (intake, sid, parcel, error);
  while (fate == FATE_APPEND || fate == FATE_BRANCH)
    {
      g_autoptr (QdParcel) next = release_held (intake->db, sid, parcel->space,
                                                parcel->device, &failed);

      if (next == NULL)
        break;
      fate = take_one (intake, sid, next, &failed);
      if (fate == FATE_KNOWN)
        fate = FATE_APPEND;
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return fate != FATE_ERROR && failed == NULL;
}

static GPtrArray *
list_all (QdDb    *db,
          GError **error)
{
  g_autoptr (GPtrArray) parcels = NULL;
  GError *failed = NULL;
  sqlite3_stmt *row;

  parcels = g_ptr_array_new_with_free_func ((GDestroyNotify) qd_parcel_free);
  row = qd_db_query (db, error,
                     "SELECT space.uid, stream.dev, tx.seq, tx.payload,"
                     "  coalesce((SELECT p.hash FROM tx AS p WHERE p.rid=tx.rid"
                     "   AND p.seq=tx.seq-1), stream.base_hash)"
                     " FROM tx JOIN stream USING(rid) JOIN space USING(sid)"
                     " ORDER BY tx.rid, tx.seq", "");
  while (row != NULL && qd_db_next (db, row, &failed))
    {
      QdParcel *parcel = g_new0 (QdParcel, 1);

      parcel->space = sqlite3_column_int64 (row, 0);
      parcel->device = sqlite3_column_int64 (row, 1);
      parcel->seq = sqlite3_column_int64 (row, 2);
      parcel->payload = g_strdup (qd_db_text (row, 3));
      qd_log_column_hash (row, 4, &parcel->previous);
      g_ptr_array_add (parcels, parcel);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL ? g_steal_pointer (&parcels) : NULL;
}

void
qd_parcel_free (QdParcel *self)
{
  g_free (self->payload);
  g_free (self);
}

/**
 * qd_ingest:
 * @store: a store
 * @parcels: (element-type QdParcel): entries of other copies
 * @error: return location; %QD_ERROR_INVALID where one of them is no entry
 *
 * Takes in all of them in one transaction, or none.
 *
 * Returns: whether all of them were taken in, known before, or are held
 */
gboolean
qd_ingest (QdStore    *store,
           GPtrArray  *parcels,
           GError    **error)
{
  g_autoptr (GArray) changes = qd_changes_new ();
  Intake intake = { NULL, changes };
  QdStream stream = { 0 };
  gboolean taken = TRUE;

  g_return_val_if_fail (QD_IS_STORE (store), FALSE);

  if (!qd_store_begin (store, &stream, error))
    return FALSE;

  intake.db = qd_store_get_db (store);
  for (guint i = 0; taken && i < parcels->len; i++)
    taken = take (&intake, g_ptr_array_index (parcels, i), error);
  if (taken && qd_settle_changes (intake.db, changes, error))
    return qd_store_finish_foreign (store, changes, error);

  qd_store_cancel (store);

  return FALSE;
}

/**
 * qd_ingest_list:
 * @store: a store
 * @error: return location
 *
 * What was listed may be anywhere soon, so it is never written anew, as typing
 * would otherwise do with the newest entry.
 *
 * Returns: (transfer full) (nullable) (element-type QdParcel): every entry of
 *   the log, each stream in its order
 */
GPtrArray *
qd_ingest_list (QdStore  *store,
                GError  **error)
{
  g_autoptr (GPtrArray) parcels = NULL;
  QdStream stream = { 0 };
  QdDb *db;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  db = qd_store_get_db (store);
  if (qd_store_get_read_only (store))
    return list_all (db, error);
  if (!qd_store_begin (store, &stream, error))
    return NULL;

  parcels = list_all (db, error);
  if (parcels != NULL &&
      qd_db_run (db, error, "UPDATE stream SET published=head WHERE rid=?1 AND published<head",
                 "i", stream.rid))
    return qd_db_commit (db, error) ? g_steal_pointer (&parcels) : NULL;

  qd_store_cancel (store);

  return NULL;
}
