/* The history, read from the log: who did what to a thing, and a board as it
 * was at any instant.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qd-field.h"
#include "qd-history-private.h"
#include "qd-loader.h"
#include "qd-past-projection.h"
#include "qd-store-private.h"

static const char entries_of_all[] =
  "SELECT rid, seq, at, stamp, kind FROM tx WHERE ?1 IS ?1 ORDER BY stamp DESC, rid, seq DESC";

/* Of changes, as SQL: of ?1, or of what belongs to it. */
static char *
condition_of_one (void)
{
  GString *sql = g_string_new ("(chg.ent=?1 OR chg.ent IN (SELECT NULL");

  for (int kind = QD_ENTITY_CYCLE; kind <= QD_ENTITY_LAST; kind++)
    {
      const QdFieldInfo *owner = qd_field_get_owner ((QdEntityKind) kind);

      if (owner == NULL || owner->owner != QD_ENTITY_CARD)
        continue;
      g_string_append (sql, " UNION ALL SELECT ent FROM chg WHERE ");
      g_string_append (sql, owner->type == QD_FIELD_TYPE_PLACE
                              ? "value>=?1||'/' AND value<?1||'0'" : "value=?1");
      g_string_append_printf (sql, " AND field=%d", (int) owner->field);
    }
  g_string_append (sql, "))");

  return g_string_free (sql, FALSE);
}

/* Entries that touched it, newest first. */
static char *
entries_of_one (void)
{
  g_autofree char *condition = condition_of_one ();

  return g_strdup_printf ("SELECT DISTINCT tx.rid, tx.seq, tx.at, tx.stamp, tx.kind"
                          " FROM chg JOIN tx USING(rid, seq) WHERE %s"
                          " ORDER BY tx.stamp DESC, tx.rid, tx.seq DESC", condition);
}

static gboolean
stays_in_parent (int            field,
                 const QdValue *base,
                 const QdValue *value)
{
  QdId from, to;
  const char *rank;

  return field % 100 == QD_FIELD_PLACE && qd_value_get_place (base, &from, &rank) &&
         qd_value_get_place (value, &to, &rank) && from == to;
}

/* Whether the entry only made room for something else in the place of @id. */
static gboolean
is_mere_rekey (const QdEntry *entry,
               QdId           id)
{
  gboolean touched = FALSE;

  for (guint i = 0; i < entry->changes->len; i++)
    {
      const QdChange *change = &g_array_index (entry->changes, QdChange, i);

      if (change->entity != id)
        continue;
      touched = TRUE;
      if (i == 0 || !stays_in_parent (change->field, &change->base, &change->value))
        return FALSE;
    }

  return touched;
}

/* The same of an import, without reading all of it. */
static gboolean
is_mere_rekey_in (QdDb      *db,
                  gint64     rid,
                  gint64     seq,
                  QdId       id,
                  gboolean  *mere,
                  GError   **error)
{
  GError *failed = NULL;
  gboolean other = FALSE;
  gboolean touched = FALSE;
  sqlite3_stmt *row = qd_db_query (db, error, "SELECT field, base, value FROM chg"
                                   " WHERE ent=?1 AND rid=?2 AND seq=?3", "iii", id, rid, seq);

  while (row != NULL && qd_db_next (db, row, &failed))
    {
      g_auto (QdValue) base = QD_VALUE_INIT;
      g_auto (QdValue) value = QD_VALUE_INIT;

      qd_db_value (row, 1, &base);
      qd_db_value (row, 2, &value);
      touched = TRUE;
      other |= !stays_in_parent (sqlite3_column_int (row, 0), &base, &value);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);
  *mere = touched && !other;

  return row != NULL && failed == NULL;
}

static QdId
find_made (const QdEntry *entry)
{
  for (guint i = 0; i < entry->changes->len; i++)
    {
      const QdChange *change = &g_array_index (entry->changes, QdChange, i);

      if ((change->field == QD_FIELD_CHECKIN_CREATED ||
           change->field == QD_FIELD_COMMENT_CREATED) &&
          change->value.type != QD_VALUE_NULL)
        return change->entity;
    }

  return QD_ID_NONE;
}

static QdHistoryEntry *
new_entry (gint64      at,
           const char *author,
           const char *sentence)
{
  QdHistoryEntry *self = g_new0 (QdHistoryEntry, 1);

  self->at = at;
  self->author = g_strdup (author != NULL ? author : "");
  self->sentence = g_strdup (sentence);

  return self;
}

static QdHistoryEntry *
tell (QdDb     *db,
      gint64    rid,
      gint64    seq,
      QdId      id,
      GError  **error)
{
  g_autoptr (QdEntry) entry = qd_log_read (db, rid, seq, error);
  g_autofree char *sentence = NULL;
  QdHistoryEntry *told;

  if (entry == NULL || (id != QD_ID_NONE && is_mere_rekey (entry, id)))
    return NULL;

  sentence = qd_history_describe (db, rid, entry);
  told = new_entry (entry->at, entry->author, sentence);
  told->made = find_made (entry);
  told->moved_to = qd_history_dup_destination (db, entry, id);

  return told;
}

/* What was told of imports before, by "stream/number": to read one takes as long as
 * it is large, each of its cards tells of it, and it never changes.
 */
static GHashTable *
get_imports (QdStore *store)
{
  static const char key[] = "qd-history-imports";
  GHashTable *imports = g_object_get_data (G_OBJECT (store), key);

  if (imports == NULL)
    {
      imports = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) qd_history_entry_free);
      g_object_set_data_full (G_OBJECT (store), key, imports,
                              (GDestroyNotify) g_hash_table_unref);
    }

  return imports;
}

static QdHistoryEntry *
tell_import (QdStore  *store,
             gint64    rid,
             gint64    seq,
             QdId      id,
             GError  **error)
{
  QdDb *db = qd_store_get_db (store);
  GHashTable *imports = get_imports (store);
  g_autofree char *key = NULL;
  const QdHistoryEntry *known;
  gboolean mere = FALSE;

  if (id != QD_ID_NONE && (!is_mere_rekey_in (db, rid, seq, id, &mere, error) || mere))
    return NULL;

  key = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, rid, seq);
  known = g_hash_table_lookup (imports, key);
  if (known == NULL)
    {
      g_autoptr (QdEntry) entry = qd_log_read (db, rid, seq, error);
      g_autofree char *sentence = NULL;
      QdHistoryEntry *told;

      if (entry == NULL)
        return NULL;
      sentence = qd_history_describe (db, rid, entry);
      told = new_entry (entry->at, entry->author, sentence);
      g_hash_table_insert (imports, g_steal_pointer (&key), told);
      known = told;
    }

  return new_entry (known->at, known->author, known->sentence);
}

void
qd_history_entry_free (QdHistoryEntry *self)
{
  g_free (self->author);
  g_free (self->sentence);
  g_free (self->moved_to);
  g_free (self);
}

/**
 * qd_history_of:
 * @store: a store
 * @id: a thing, or %QD_ID_NONE for the whole log
 * @limit: at most so many entries
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type QdHistoryEntry): who did
 *   what to it, newest first
 */
GPtrArray *
qd_history_of (QdStore  *store,
               QdId      id,
               guint     limit,
               GError  **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *of_one = id != QD_ID_NONE ? entries_of_one () : NULL;
  GError *failed = NULL;
  QdDb *db;
  sqlite3_stmt *row;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  db = qd_store_get_db (store);
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) qd_history_entry_free);
  row = qd_db_query (db, error, of_one != NULL ? of_one : entries_of_all, "i", id);
  while (row != NULL && entries->len < limit && qd_db_next (db, row, &failed))
    {
      const gint64 rid = sqlite3_column_int64 (row, 0);
      const gint64 seq = sqlite3_column_int64 (row, 1);
      const gboolean imported = sqlite3_column_int (row, 4) == QD_TRANSACTION_IMPORT;
      QdHistoryEntry *entry = imported ? tell_import (store, rid, seq, id, &failed)
                                       : tell (db, rid, seq, id, &failed);

      if (entry != NULL)
        g_ptr_array_add (entries, entry);
      if (failed != NULL)
        break;
    }
  if (row != NULL)
    sqlite3_reset (row);
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL ? g_steal_pointer (&entries) : NULL;
}

static void
maker_free (gpointer data)
{
  QdMaker *self = data;

  g_free (self->author);
  g_free (self);
}

/**
 * qd_history_read_makers:
 * @store: a store
 * @card: a card
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type QdId QdMaker): who made each of
 *   its check-ins and comments first: redoing makes it again
 */
GHashTable *
qd_history_read_makers (QdStore  *store,
                        QdId      card,
                        GError  **error)
{
  g_autoptr (GHashTable) makers = NULL;
  g_autofree char *sql = NULL;
  GError *failed = NULL;
  sqlite3_stmt *row;
  QdDb *db;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  db = qd_store_get_db (store);
  sql = g_strdup_printf ("SELECT made.id, tx.at, tx.author FROM"
                         " (SELECT id, %d AS field FROM checkin WHERE card=?1"
                         "  UNION ALL SELECT id, %d FROM comment WHERE card=?1) AS made"
                         " CROSS JOIN chg ON chg.ent=made.id AND chg.field=made.field"
                         "  AND chg.value IS NOT NULL"
                         " JOIN tx USING(rid, seq) ORDER BY chg.stamp DESC",
                         QD_FIELD_CHECKIN_CREATED, QD_FIELD_COMMENT_CREATED);
  makers = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, maker_free);
  row = qd_db_query (db, error, sql, "i", card);
  while (row != NULL && qd_db_next (db, row, &failed))
    {
      QdMaker *maker = g_new0 (QdMaker, 1);

      maker->id = sqlite3_column_int64 (row, 0);
      maker->at = sqlite3_column_int64 (row, 1);
      maker->author = g_strdup (qd_db_text (row, 2));
      g_hash_table_replace (makers, &maker->id, maker);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL ? g_steal_pointer (&makers) : NULL;
}

/**
 * qd_history_get_mark:
 * @store: a store
 * @id: a thing
 *
 * Costs much less than to read the history.
 *
 * Returns: a number that is another one whenever the history of @id is another, 0
 *   where it cannot be read
 */
gint64
qd_history_get_mark (QdStore *store,
                     QdId     id)
{
  g_autofree char *condition = condition_of_one ();
  g_autofree char *sql = NULL;
  gint64 mark;

  g_return_val_if_fail (QD_IS_STORE (store), 0);

  sql = g_strconcat ("SELECT coalesce(max(stamp), 0) + count(*) FROM chg WHERE ", condition, NULL);
  if (!qd_db_get_integer (qd_store_get_db (store), NULL, &mark, sql, "i", id))
    return 0;

  return mark;
}

/**
 * qd_history_board_at:
 * @store: a store
 * @board: a board
 * @instant: milliseconds since the Unix epoch; %G_MAXINT64 for all of the log
 * @error: return location; %QD_ERROR_NOT_FOUND where the board did not exist
 *
 * Builds a board as it was, with its columns, objectives and cards. It is
 * nobody else's: later changes do not show in it. Reads through a connection of
 * its own, so it may be called from any thread.
 *
 * Returns: (transfer full) (nullable): the board as it was
 */
QdBoard *
qd_history_board_at (QdStore  *store,
                     QdId      board,
                     gint64    instant,
                     GError  **error)
{
  g_autoptr (QdDb) db = NULL;
  g_autoptr (QdLoader) loader = NULL;
  QdEntity *entity;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  db = qd_db_open (qd_store_get_path (store), QD_DB_READ_ONLY, error);
  if (db == NULL || !qd_db_begin_read (db, error) ||
      !qd_past_project (db, &board, 1, qd_past_get_stamp_of (instant), error))
    return NULL;

  loader = qd_loader_new (db, "temp");
  if (!qd_loader_load (loader, error))
    return NULL;

  entity = qd_loader_lookup (loader, board);
  if (!QD_IS_BOARD (entity))
    {
      g_set_error_literal (error, QD_ERROR, QD_ERROR_NOT_FOUND,
                           _("The board did not exist at that time."));
      return NULL;
    }
  if (!qd_loader_load_board (loader, QD_BOARD (entity), error))
    return NULL;

  return g_object_ref (QD_BOARD (entity));
}
