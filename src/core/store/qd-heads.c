/* Up to which entry of each stream the models follow the file, and what other
 * connections and programs have written since.
 */

#include "config.h"

#include <gio/gio.h>

#include "qd-heads.h"

struct _QdHeads
{
  GHashTable *seen;
};

/* The head of a stream as the models show it. Typing replaces it; then what it
 * wrote may be back at what was before, so its only cell is remembered, too.
 */
typedef struct
{
  gint64 head;
  QdHash hash;
  QdId entity;
  int field;
} Seen;

/* Collects the changes of entries first … last of a stream, without their bases: what
 * the author saw need not be what is shown here.
 */
static gboolean
collect_entries (QdDb     *db,
                 gint64    rid,
                 gint64    first,
                 gint64    last,
                 GArray   *changes,
                 GError  **error)
{
  for (gint64 seq = first; seq <= last; seq++)
    {
      g_autoptr (QdEntry) entry = qd_log_read (db, rid, seq, error);

      if (entry == NULL)
        return FALSE;
      for (guint i = 0; i < entry->changes->len; i++)
        qd_value_clear (&g_array_index (entry->changes, QdChange, i).base);
      g_array_append_vals (changes, entry->changes->data, entry->changes->len);
      /* The values belong to @changes now. */
      g_array_set_clear_func (entry->changes, NULL);
    }

  return TRUE;
}

/* Whether the head that we saw was typed over since. */
static gboolean
was_replaced (QdDb        *db,
              gint64       rid,
              const Seen  *seen,
              gboolean    *replaced,
              GError     **error)
{
  gint64 same = 0;

  *replaced = FALSE;
  if (seen->head == 0)
    return TRUE;
  if (!qd_db_get_integer (db, error, &same, "SELECT hash=?3 FROM tx WHERE rid=?1 AND seq=?2",
                          "iib", rid, seen->head, seen->hash.bytes, seen->hash.length))
    return FALSE;
  *replaced = !same;

  return TRUE;
}

/* Collects what was written to a stream since its head was last looked at. */
static gboolean
collect_since (QdHeads  *self,
               QdDb     *db,
               gint64    rid,
               gint64    base,
               gint64    head,
               GArray   *changes,
               GError  **error)
{
  const Seen *seen = g_hash_table_lookup (self->seen, &rid);
  gboolean replaced = FALSE;

  if (seen == NULL)
    return collect_entries (db, rid, base + 1, head, changes, error);
  if (!was_replaced (db, rid, seen, &replaced, error))
    return FALSE;
  if (replaced && seen->entity != QD_ID_NONE)
    {
      QdChange change = { .entity = seen->entity, .field = seen->field };

      g_array_append_val (changes, change);
    }

  return collect_entries (db, rid, replaced ? seen->head : seen->head + 1, head, changes,
                          error);
}

/* Only an edit can be typed over; an import may be too long to read for that. */
static gboolean
look_at_head (QdHeads       *self,
              QdDb          *db,
              gint64         rid,
              gint64         head,
              const QdHash  *hash,
              GError       **error)
{
  g_autoptr (QdEntry) entry = NULL;
  gint64 is_edit = 0;

  if (!qd_db_get_integer (db, error, &is_edit,
                          "SELECT kind=0 FROM tx WHERE rid=?1 AND seq=?2", "ii", rid, head))
    return FALSE;
  if (is_edit)
    {
      entry = qd_log_read (db, rid, head, error);
      if (entry == NULL)
        return FALSE;
    }
  qd_heads_note (self, rid, head, hash, entry);

  return TRUE;
}

QdHeads *
qd_heads_new (void)
{
  QdHeads *self = g_new0 (QdHeads, 1);

  self->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  return self;
}

/**
 * qd_heads_copy:
 *
 * Returns: (transfer full): the same, to be looked with before it is certain that
 *   what is found can be shown
 */
QdHeads *
qd_heads_copy (QdHeads *self)
{
  QdHeads *copy = qd_heads_new ();
  GHashTableIter iter;
  gpointer rid, seen;

  g_hash_table_iter_init (&iter, self->seen);
  while (g_hash_table_iter_next (&iter, &rid, &seen))
    g_hash_table_insert (copy->seen, g_memdup2 (rid, sizeof (gint64)),
                         g_memdup2 (seen, sizeof (Seen)));

  return copy;
}

void
qd_heads_free (QdHeads *self)
{
  g_hash_table_unref (self->seen);
  g_free (self);
}

/**
 * qd_heads_note:
 * @self: what was seen before
 * @rid: a stream
 * @head: number of its last entry
 * @hash: hash of that entry
 * @entry: (nullable): that entry, where it may be typed over
 *
 * Remembers that the models show the stream up to its head.
 */
void
qd_heads_note (QdHeads       *self,
               gint64         rid,
               gint64         head,
               const QdHash  *hash,
               const QdEntry *entry)
{
  Seen *seen = g_hash_table_lookup (self->seen, &rid);
  const QdChange *only = entry != NULL && entry->changes->len == 1
                           ? &g_array_index (entry->changes, QdChange, 0) : NULL;

  if (seen == NULL)
    {
      gint64 *key = g_new (gint64, 1);

      *key = rid;
      seen = g_new0 (Seen, 1);
      g_hash_table_insert (self->seen, key, seen);
    }
  seen->head = head;
  seen->hash = *hash;
  seen->entity = only != NULL ? only->entity : QD_ID_NONE;
  seen->field = only != NULL ? only->field : 0;
}

/**
 * qd_heads_look:
 * @self: what was seen before
 * @db: a connection
 * @changes: (inout) (nullable) (element-type QdChange): what was written since is
 *   appended, all bases null; %NULL where nobody needs to know
 * @error: return location
 *
 * Looks at the heads of all streams. After a failure some of them may count as
 * seen and some not.
 *
 * Returns: whether they could be read
 */
gboolean
qd_heads_look (QdHeads  *self,
               QdDb     *db,
               GArray   *changes,
               GError  **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row;

  row = qd_db_query (db, error, "SELECT rid, head, head_hash, base_seq FROM stream", "");
  while (row != NULL && failed == NULL && qd_db_next (db, row, &failed))
    {
      gint64 rid = sqlite3_column_int64 (row, 0);
      gint64 head = sqlite3_column_int64 (row, 1);
      gint64 base = sqlite3_column_int64 (row, 3);
      QdHash hash;

      qd_log_column_hash (row, 2, &hash);
      if (changes == NULL || collect_since (self, db, rid, base, head, changes, &failed))
        look_at_head (self, db, rid, head, &hash, &failed);
    }
  if (row != NULL)
    sqlite3_reset (row);
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL;
}
