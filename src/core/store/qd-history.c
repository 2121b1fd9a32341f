/* The history, read from the log: who did what to a thing, and a board as it
 * was at any instant.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qd-field.h"
#include "qd-history-private.h"
#include "qd-loader.h"
#include "qd-projection.h"
#include "qd-schema.h"
#include "qd-settle.h"
#include "qd-store-private.h"

/* Entries that touched ?1, or what belongs to it, newest first. */
static const char entries_of_one[] =
  "SELECT DISTINCT tx.rid, tx.seq, tx.at, tx.stamp FROM chg JOIN tx USING(rid, seq)"
  " WHERE chg.ent=?1 OR chg.ent IN"
  "  (SELECT ent FROM chg WHERE value=?1 AND (field=803 OR field=903 OR field=1003"
  "   OR field=1203 OR field=1303)"
  "  UNION ALL SELECT ent FROM chg WHERE value>=?1||'/' AND value<?1||'0' AND field=703)"
  " ORDER BY tx.stamp DESC, tx.rid, tx.seq DESC";

static const char entries_of_all[] =
  "SELECT rid, seq, at, stamp FROM tx WHERE ?1 IS ?1 ORDER BY stamp DESC, rid, seq DESC";

/* Whether the entry only made room for something else in the place of @id. */
static gboolean
is_mere_rekey (const QdEntry *entry,
               QdId           id)
{
  gboolean touched = FALSE;

  for (guint i = 0; i < entry->changes->len; i++)
    {
      const QdChange *change = &g_array_index (entry->changes, QdChange, i);
      QdId from, to;
      const char *rank;

      if (change->entity != id)
        continue;
      touched = TRUE;
      if (i == 0 || change->field % 100 != QD_FIELD_PLACE ||
          !qd_value_get_place (&change->base, &from, &rank) ||
          !qd_value_get_place (&change->value, &to, &rank) || from != to)
        return FALSE;
    }

  return touched;
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
tell (QdDb     *db,
      gint64    rid,
      gint64    seq,
      QdId      id,
      GError  **error)
{
  g_autoptr (QdEntry) entry = qd_log_read (db, rid, seq, error);
  QdHistoryEntry *told;

  if (entry == NULL || (id != QD_ID_NONE && is_mere_rekey (entry, id)))
    return NULL;

  told = g_new0 (QdHistoryEntry, 1);
  told->at = entry->at;
  told->author = g_strdup (entry->author != NULL ? entry->author : "");
  told->sentence = qd_history_describe (db, rid, entry);
  told->made = find_made (entry);

  return told;
}

/* What stood at ?1 in a thing of the temporary projections: it was put there, and
 * nowhere else since. "12/" … "120": the slash comes directly before the digit 0.
 * Of two places of one stamp only the row can tell, which leaves out the other.
 * In the order in which the cells lie, so that each page is read once.
 */
#define CHILDREN(parent, field) \
  "SELECT ent FROM (SELECT c.ent AS ent, max(c.stamp) AS stamp" \
  "  FROM temp.\"" parent "\" AS p CROSS JOIN chg AS c" \
  "  ON c.value>=p.id||'/' AND c.value<p.id||'0' AND c.field=" field " AND c.stamp<=?1" \
  "  GROUP BY c.ent) AS last" \
  " WHERE NOT EXISTS (SELECT 1 FROM chg AS later WHERE later.ent=last.ent" \
  "  AND later.field=" field " AND later.stamp>last.stamp AND later.stamp<=?1)"

/* The sign takes the affinity from card.id: compared with an INTEGER, the index
 * on a value of any type would be of no use. */
#define BELONGINGS(field) \
  "SELECT DISTINCT c.ent FROM temp.card AS p CROSS JOIN chg AS c" \
  " ON c.value=+p.id AND c.field=" field " AND c.stamp<=?1 ORDER BY c.ent"

/* What a board shows, each kind found through those before it. */
static const struct
{
  QdEntityKind kind;
  const char *sql;
} parts_of_board[] = {
  { QD_ENTITY_CYCLE, "SELECT parent FROM temp.board WHERE ?1 IS ?1" },
  { QD_ENTITY_TEAM, "SELECT team FROM temp.board WHERE team IS NOT NULL AND ?1 IS ?1" },
  { QD_ENTITY_COLUMN, CHILDREN ("board", "403") },
  { QD_ENTITY_OBJECTIVE, CHILDREN ("board", "503") },
  { QD_ENTITY_CARD, CHILDREN ("column", "603") },
  { QD_ENTITY_PERSON, "SELECT DISTINCT owner FROM temp.card"
                      " WHERE owner IS NOT NULL AND ?1 IS ?1" },
  { QD_ENTITY_MILESTONE, CHILDREN ("card", "703") },
  { QD_ENTITY_CHECKIN, BELONGINGS ("803") },
  { QD_ENTITY_COMMENT, BELONGINGS ("903") },
  { QD_ENTITY_DEPENDENCY, BELONGINGS ("1003") },
  { QD_ENTITY_PHASE, BELONGINGS ("1203") },
  { QD_ENTITY_ANSWER, BELONGINGS ("1303") },
};

static gboolean
project_part (QdDb          *db,
              QdEntityKind   kind,
              const char    *sql,
              gint64         stamp,
              GError       **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (QdId));
  GError *failed = NULL;
  sqlite3_stmt *row = qd_db_query (db, error, sql, "i", stamp);

  while (row != NULL && qd_db_next (db, row, &failed))
    {
      QdId id = sqlite3_column_int64 (row, 0);

      g_array_append_val (ids, id);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL &&
         qd_projection_project (db, "temp", kind, ids, stamp, error);
}

static gboolean
project_board (QdDb     *db,
               QdId      board,
               gint64    stamp,
               GError  **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (QdId));

  g_array_append_val (ids, board);
  if (!qd_schema_create_projections (db, "temp", error) ||
      !qd_projection_project (db, "temp", QD_ENTITY_BOARD, ids, stamp, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (parts_of_board); i++)
    if (!project_part (db, parts_of_board[i].kind, parts_of_board[i].sql, stamp, error))
      return FALSE;

  return qd_settle_cards (db, "temp", error);
}

void
qd_history_entry_free (QdHistoryEntry *self)
{
  g_free (self->author);
  g_free (self->sentence);
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
  GError *failed = NULL;
  QdDb *db;
  sqlite3_stmt *row;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  db = qd_store_get_db (store);
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) qd_history_entry_free);
  row = qd_db_query (db, error, id != QD_ID_NONE ? entries_of_one : entries_of_all, "i", id);
  while (row != NULL && entries->len < limit && qd_db_next (db, row, &failed))
    {
      QdHistoryEntry *entry = tell (db, sqlite3_column_int64 (row, 0),
                                    sqlite3_column_int64 (row, 1), id, &failed);

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
  const gint64 limit = QD_STAMP_LIMIT >> 16;
  const gint64 stamp = instant < limit ? MAX (instant, 0) << 16 | 0xffff : QD_STAMP_MAX;
  g_autoptr (QdDb) db = NULL;
  g_autoptr (QdLoader) loader = NULL;
  QdEntity *entity;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  db = qd_db_open (qd_store_get_path (store), QD_DB_READ_ONLY, error);
  if (db == NULL || !qd_db_begin_read (db, error) ||
      !project_board (db, board, stamp, error))
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
