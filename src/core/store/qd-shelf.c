/* What waits for another cycle, "not this quarter": what was put on the shelf, and the
 * key results of closed boards that were decided to wait.
 *
 * An objective waits with the key results that were put there in the same step. What
 * something else carries on does not wait any more.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-field.h"
#include "qd-projection.h"
#include "qd-shelf-private.h"
#include "qd-store-private.h"

#define ALIVE(row) "coalesce(" row ".archived,0)=0 AND coalesce(" row ".deleted,0)=0"
#define SHELVED(row) row ".archived=2 AND coalesce(" row ".deleted,0)=0"
#define PUT(row, field) "(SELECT max(stamp) FROM chg WHERE ent=" row ".id AND field=" field ")"

G_STATIC_ASSERT (QD_KEEPING_SHELF == 2 && QD_DECISION_SHELVE == 3 && QD_ENTITY_OBJECTIVE == 5 &&
                 QD_ENTITY_CARD == 6 && QD_FIELD_OBJECTIVE_ARCHIVED == 501 &&
                 QD_FIELD_CARD_ARCHIVED == 601);

/* Whether key result c went to the shelf with its objective o. */
#define WITH_OBJECTIVE \
  "o.id=c.objective AND o.parent=k.parent AND " SHELVED ("o") " AND " SHELVED ("c") \
  " AND " PUT ("o", "501") "=" PUT ("c", "601")

/* In the order of #QdWaiting. What goes on on a board that was put away waits again. */
#define WAITING \
  "WITH taken(id) AS (" \
  "  SELECT o.continues FROM objective AS o JOIN board AS b ON b.id=o.parent" \
  "   WHERE o.continues IS NOT NULL AND coalesce(o.deleted,0)=0 AND " ALIVE ("b") \
  "  UNION ALL" \
  "  SELECT c.continues FROM card AS c JOIN \"column\" AS k ON k.id=c.parent" \
  "   JOIN board AS b ON b.id=k.parent WHERE c.continues IS NOT NULL" \
  "   AND coalesce(c.deleted,0)=0 AND " ALIVE ("k") " AND " ALIVE ("b") ")" \
  " SELECT * FROM (SELECT 5 AS kind, o.id AS id, b.id AS board," \
  "   b.closed IS NOT NULL AS closed, b.closed IS NULL AND " ALIVE ("b") " AS at_home," \
  "   1 AS shelved" \
  "  FROM objective AS o JOIN board AS b ON b.id=o.parent" \
  "  WHERE " SHELVED ("o") " AND o.id NOT IN taken" \
  " UNION ALL SELECT 6, c.id, b.id, b.closed IS NOT NULL," \
  "   b.closed IS NULL AND " ALIVE ("b") ", coalesce(c.archived,0)=2" \
  "  FROM card AS c JOIN \"column\" AS k ON k.id=c.parent JOIN board AS b ON b.id=k.parent" \
  "  WHERE c.id NOT IN taken AND (" SHELVED ("c") " AND NOT EXISTS (" \
  "    SELECT 1 FROM objective AS o WHERE " WITH_OBJECTIVE " AND o.id NOT IN taken)" \
  "   OR c.decision=3 AND b.closed IS NOT NULL AND coalesce(b.deleted,0)=0" \
  "    AND " ALIVE ("c") " AND " ALIVE ("k") "))"

#define DETAILS_OF_OBJECTIVE \
  "SELECT o.title, o.shelf_reason, b.title, NULL FROM objective AS o" \
  " JOIN board AS b ON b.id=o.parent WHERE o.id=?1"

/* A key result shows the objective of its board while that is not deleted. */
#define DETAILS_OF_CARD \
  "SELECT c.title, c.shelf_reason, b.title, o.title FROM card AS c" \
  " JOIN \"column\" AS k ON k.id=c.parent JOIN board AS b ON b.id=k.parent" \
  " LEFT JOIN objective AS o ON o.id=c.objective AND o.parent=b.id" \
  "  AND coalesce(o.deleted,0)=0 WHERE c.id=?1"

/* What it is and since when, for the order. */
typedef struct
{
  QdShelved *shelved;
  gint64 stamp;
} Place;

static void
read_waiting (sqlite3_stmt *row,
              QdWaiting    *waiting)
{
  waiting->kind = (QdEntityKind) sqlite3_column_int (row, 0);
  waiting->id = sqlite3_column_int64 (row, 1);
  waiting->board = sqlite3_column_int64 (row, 2);
  waiting->closed = sqlite3_column_int (row, 3) != 0;
  waiting->at_home = sqlite3_column_int (row, 4) != 0;
  waiting->shelved = sqlite3_column_int (row, 5) != 0;
}

static GArray *
list_waiting (QdDb    *db,
              GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (QdWaiting));
  GError *failed = NULL;
  sqlite3_stmt *row = qd_db_query (db, error, WAITING, "");

  while (row != NULL && qd_db_next (db, row, &failed))
    {
      QdWaiting waiting;

      read_waiting (row, &waiting);
      g_array_append_val (list, waiting);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL ? g_steal_pointer (&list) : NULL;
}

static char *
dup_column (sqlite3_stmt *row,
            int           column)
{
  const char *text = qd_db_text (row, column);

  return g_strdup (text != NULL ? text : "");
}

static gboolean
read_details (QdDb       *db,
              QdShelved  *shelved,
              GError    **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row;

  row = qd_db_query (db, error,
                     shelved->kind == QD_ENTITY_OBJECTIVE ? DETAILS_OF_OBJECTIVE
                                                          : DETAILS_OF_CARD,
                     "i", shelved->id);
  if (row == NULL)
    return FALSE;
  if (qd_db_next (db, row, &failed))
    {
      shelved->title = dup_column (row, 0);
      shelved->reason = dup_column (row, 1);
      shelved->board_title = dup_column (row, 2);
      shelved->objective = dup_column (row, 3);
      sqlite3_reset (row);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return failed == NULL;
}

/* Who put it there or decided so, and when. */
static gboolean
read_maker (QdDb             *db,
            const QdWaiting  *waiting,
            Place            *place,
            GError          **error)
{
  const QdField field = waiting->shelved ? qd_field_of (waiting->kind, QD_FIELD_ARCHIVED)
                                         : QD_FIELD_CARD_DECISION;
  g_auto (QdCell) cell = { 0 };
  GError *failed = NULL;
  sqlite3_stmt *row;

  if (!qd_projection_winner (db, waiting->id, (int) field, QD_STAMP_MAX, &cell, error))
    return FALSE;
  place->stamp = cell.stamp;
  row = qd_db_query (db, error, "SELECT at, author FROM tx WHERE rid=?1 AND seq=?2", "ii",
                     cell.rid, cell.seq);
  if (row == NULL)
    return FALSE;
  if (qd_db_next (db, row, &failed))
    {
      place->shelved->since = sqlite3_column_int64 (row, 0);
      place->shelved->author = dup_column (row, 1);
      sqlite3_reset (row);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return failed == NULL;
}

static gboolean
read_key_results (QdStore    *store,
                  QdShelved  *shelved,
                  GError    **error)
{
  QdDb *db = qd_store_get_db (store);
  g_autoptr (GArray) cards = NULL;

  if (shelved->kind != QD_ENTITY_OBJECTIVE)
    return TRUE;

  cards = qd_shelf_list_with (store, shelved->id, error);
  for (guint i = 0; cards != NULL && i < cards->len; i++)
    {
      GError *failed = NULL;
      sqlite3_stmt *row = qd_db_query (db, error, "SELECT title FROM card WHERE id=?1", "i",
                                       g_array_index (cards, QdId, i));

      if (row == NULL)
        return FALSE;
      if (qd_db_next (db, row, &failed))
        {
          g_ptr_array_add (shelved->key_results, dup_column (row, 0));
          sqlite3_reset (row);
        }
      if (failed != NULL)
        {
          g_propagate_error (error, failed);
          return FALSE;
        }
    }

  return cards != NULL;
}

static gboolean
read_one (QdStore          *store,
          const QdWaiting  *waiting,
          Place            *place,
          GError          **error)
{
  QdDb *db = qd_store_get_db (store);
  QdShelved *shelved = g_new0 (QdShelved, 1);

  place->shelved = shelved;
  shelved->kind = waiting->kind;
  shelved->id = waiting->id;
  shelved->board = waiting->board;
  shelved->at_home = waiting->at_home;
  shelved->key_results = g_ptr_array_new_with_free_func (g_free);

  return read_details (db, shelved, error) && read_maker (db, waiting, place, error) &&
         read_key_results (store, shelved, error);
}

/* The newest first. */
static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *one = a;
  const Place *other = b;

  if (one->stamp != other->stamp)
    return one->stamp > other->stamp ? -1 : 1;

  return (one->shelved->id > other->shelved->id) - (one->shelved->id < other->shelved->id);
}

static void
place_clear (gpointer data)
{
  g_clear_pointer (&((Place *) data)->shelved, qd_shelved_free);
}

/**
 * qd_shelf_read:
 * @store: a store
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type QdShelved): what waits, the newest
 *   first; plain values, which nobody keeps up to date
 */
GPtrArray *
qd_shelf_read (QdStore  *store,
               GError  **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, TRUE, sizeof (Place));
  g_autoptr (GArray) list = NULL;
  GPtrArray *shelf;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  g_array_set_clear_func (places, place_clear);
  list = list_waiting (qd_store_get_db (store), error);
  if (list == NULL)
    return NULL;

  g_array_set_size (places, list->len);
  for (guint i = 0; i < list->len; i++)
    if (!read_one (store, &g_array_index (list, QdWaiting, i),
                   &g_array_index (places, Place, i), error))
      return NULL;

  g_array_sort (places, compare_places);
  shelf = g_ptr_array_new_with_free_func ((GDestroyNotify) qd_shelved_free);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (shelf, g_steal_pointer (&g_array_index (places, Place, i).shelved));

  return shelf;
}

/**
 * qd_shelf_count:
 * @store: a store
 * @n: (out): how many things wait
 * @error: return location
 *
 * Returns: whether that could be read
 */
gboolean
qd_shelf_count (QdStore  *store,
                guint    *n,
                GError  **error)
{
  gint64 count = 0;

  g_return_val_if_fail (QD_IS_STORE (store), FALSE);
  g_return_val_if_fail (n != NULL, FALSE);

  if (!qd_db_get_integer (qd_store_get_db (store), error, &count,
                          "SELECT count(*) FROM (" WAITING ")", ""))
    return FALSE;
  *n = (guint) count;

  return TRUE;
}

void
qd_shelved_free (QdShelved *self)
{
  g_free (self->title);
  g_free (self->reason);
  g_free (self->author);
  g_free (self->board_title);
  g_free (self->objective);
  g_ptr_array_unref (self->key_results);
  g_free (self);
}

/**
 * qd_shelf_find:
 * @store: a store
 * @id: an objective or a key result
 * @waiting: (out caller-allocates): how it waits
 * @error: return location; %QD_ERROR_NOT_FOUND where it does not
 *
 * Returns: whether it waits
 */
gboolean
qd_shelf_find (QdStore    *store,
               QdId        id,
               QdWaiting  *waiting,
               GError    **error)
{
  QdDb *db = qd_store_get_db (store);
  GError *failed = NULL;
  sqlite3_stmt *row = qd_db_query (db, error, WAITING " WHERE id=?1", "i", id);

  if (row == NULL)
    return FALSE;
  if (qd_db_next (db, row, &failed))
    {
      read_waiting (row, waiting);
      sqlite3_reset (row);
    }
  else if (failed == NULL)
    g_set_error_literal (&failed, QD_ERROR, QD_ERROR_NOT_FOUND,
                         _("This does not wait on the shelf any more. Nothing was changed."));
  if (failed != NULL)
    g_propagate_error (error, failed);

  return failed == NULL;
}

/**
 * qd_shelf_list_with:
 * @store: a store
 * @objective: an objective on the shelf
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type QdId): the key results that wait with
 *   it, in the order of their board
 */
GArray *
qd_shelf_list_with (QdStore  *store,
                    QdId      objective,
                    GError  **error)
{
  return qd_db_list_ids (qd_store_get_db (store),
                         "SELECT c.id FROM card AS c JOIN \"column\" AS k ON k.id=c.parent"
                         " JOIN objective AS o ON " WITH_OBJECTIVE " WHERE o.id=?1"
                         " ORDER BY k.rank, k.id, c.rank, c.id", objective, error);
}
