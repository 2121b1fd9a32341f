/* What of a board was another way at some instant, read from the cells of the log.
 *
 * Asks only for cells that were written since, of all things of a board at once, so
 * that it costs by the things that there are and by what was done, and not by how long
 * the log is. Knows no sentences.
 */

#include "config.h"

#include "qd-past-projection.h"
#include "qd-projection.h"
#include "qd-review-past.h"

/* So many entries of a stream are looked up at once. */
#define BLOCK 256

struct _QdPast
{
  QdDb *db;
  gint64 stamp;
  GHashTable *cells;                     /* (element-type Key QdPastCell) */
  GHashTable *tellers;                   /* (element-type QdId QdPastCell) */
  GHashTable *entries;                   /* (element-type Key Entry): by stream and number */
  GStringChunk *authors;
  GArray *things[QD_ENTITY_LAST + 1];    /* (nullable): of QdId, by kind, but check-ins */
};

/* What is known by two numbers: a cell by its thing and field. */
typedef struct
{
  gint64 first;
  gint64 second;
} Key;

/* What is told of an entry of the log. */
typedef struct
{
  gint64 at;
  const char *author; /* (nullable) */
} Entry;

/* The cells that were written after ?2, each with the entry that did that last. Most
 * things have few cells, which lie side by side: one walk over them costs less than to
 * look for each field.
 */
static const char changed_cells[] =
  "SELECT n.ent, n.field, n.stamp, n.rid, n.seq"
  " FROM (%s) AS i CROSS JOIN chg AS n ON n.ent=i.ent AND n.field BETWEEN %d AND %d"
  "  AND +n.field IN (%s) AND n.stamp>?2"
  " WHERE NOT EXISTS (SELECT 1 FROM chg AS later WHERE later.ent=n.ent"
  "  AND later.field=n.field AND later.stamp>n.stamp)";

/* Which entry made the check-in ?1 after ?2, or put it away. */
static const char teller_of_checkin[] =
  "SELECT stamp, rid, seq FROM chg WHERE ent=?1 AND field BETWEEN 800 AND 802 AND stamp>?2"
  " ORDER BY field DESC, stamp DESC LIMIT 1";

/* Never joined: whenever SQLite seeks in the log and comes past an entry of megabytes, it
 * reads all of that.
 */
static const char entries_of_stream[] =
  "SELECT seq, at, author FROM tx WHERE rid=?1 AND seq>=?2 AND seq<?3";

G_STATIC_ASSERT (QD_FIELD_CHECKIN_CREATED == 800 && QD_FIELD_CHECKIN_ARCHIVED == 801 &&
                 QD_FIELD_CHECKIN_DELETED == 802);

/* Of which things: those that ever stood on the board, as they may have left it. "12/"
 * … "120": the slash comes directly before the digit 0. The sign takes the affinity
 * from an id: compared with an INTEGER, the index on a value of any type would be of no
 * use.
 */
static const char the_thing[] = "SELECT ?1 AS ent";
static const char columns_of_board[] =
  "SELECT DISTINCT c.ent AS ent FROM chg AS c WHERE c.value>=?1||'/' AND c.value<?1||'0'"
  " AND c.field=403";
static const char objectives_of_board[] =
  "SELECT DISTINCT c.ent AS ent FROM chg AS c WHERE c.value>=?1||'/' AND c.value<?1||'0'"
  " AND c.field=503";
static const char cards_of_board[] =
  "SELECT DISTINCT p.ent AS ent FROM \"column\" AS k CROSS JOIN chg AS p"
  " ON p.value>=k.id||'/' AND p.value<k.id||'0' AND p.field=603 WHERE k.parent=?1";
static const char milestones_of_board[] =
  "SELECT m.id AS ent FROM \"column\" AS k CROSS JOIN card AS d ON d.parent=k.id"
  " CROSS JOIN milestone AS m ON m.parent=d.id WHERE k.parent=?1";

G_STATIC_ASSERT (QD_FIELD_COLUMN_PLACE == 403 && QD_FIELD_OBJECTIVE_PLACE == 503 &&
                 QD_FIELD_CARD_PLACE == 603);

/* What is looked at of all of the board, and by which cells. */
static const struct
{
  QdEntityKind kind;
  const char *things;
  int fields[12];
} parts[] = {
  { QD_ENTITY_BOARD, the_thing, { QD_FIELD_BOARD_CREATED } },
  { QD_ENTITY_COLUMN, columns_of_board,
    { QD_FIELD_COLUMN_CREATED, QD_FIELD_COLUMN_ARCHIVED, QD_FIELD_COLUMN_DELETED } },
  { QD_ENTITY_OBJECTIVE, objectives_of_board,
    { QD_FIELD_OBJECTIVE_CREATED, QD_FIELD_OBJECTIVE_ARCHIVED, QD_FIELD_OBJECTIVE_DELETED,
      QD_FIELD_OBJECTIVE_PLACE, QD_FIELD_OBJECTIVE_TITLE, QD_FIELD_OBJECTIVE_PARENT } },
  { QD_ENTITY_CARD, cards_of_board,
    { QD_FIELD_CARD_CREATED, QD_FIELD_CARD_ARCHIVED, QD_FIELD_CARD_DELETED,
      QD_FIELD_CARD_PLACE, QD_FIELD_CARD_TITLE, QD_FIELD_CARD_METRIC, QD_FIELD_CARD_BASELINE,
      QD_FIELD_CARD_TARGET, QD_FIELD_CARD_UPPER } },
  { QD_ENTITY_MILESTONE, milestones_of_board,
    { QD_FIELD_MILESTONE_CREATED, QD_FIELD_MILESTONE_ARCHIVED, QD_FIELD_MILESTONE_DELETED,
      QD_FIELD_MILESTONE_DONE } },
};

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_int64_hash (&key->first) * 31u + g_int64_hash (&key->second);
}

static gboolean
key_equal (gconstpointer a,
           gconstpointer b)
{
  const Key *one = a;
  const Key *other = b;

  return one->first == other->first && one->second == other->second;
}

static Key *
key_new (gint64 first,
         gint64 second)
{
  Key *self = g_new0 (Key, 1);

  self->first = first;
  self->second = second;

  return self;
}

static void
cell_free (gpointer data)
{
  QdPastCell *self = data;

  qd_value_clear (&self->was);
  g_free (self);
}

static gboolean
read_entries (QdPast  *self,
              gint64   rid,
              gint64   first,
              GError **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row = qd_db_query (self->db, error, entries_of_stream, "iii", rid, first,
                                   first + BLOCK);

  while (row != NULL && qd_db_next (self->db, row, &failed))
    {
      const char *author = qd_db_text (row, 2);
      Entry *entry = g_new0 (Entry, 1);

      entry->at = sqlite3_column_int64 (row, 1);
      entry->author = author != NULL ? g_string_chunk_insert_const (self->authors, author)
                                     : NULL;
      g_hash_table_replace (self->entries, key_new (rid, sqlite3_column_int64 (row, 0)), entry);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL;
}

/* Tells who wrote @cell, and when. What was done in a week stands together in the log. */
static gboolean
find_entry (QdPast      *self,
            gint64       rid,
            gint64       seq,
            QdPastCell  *cell,
            GError     **error)
{
  const Key key = { rid, seq };
  const Entry *entry = g_hash_table_lookup (self->entries, &key);

  if (entry == NULL)
    {
      if (!read_entries (self, rid, seq - seq % BLOCK, error))
        return FALSE;
      entry = g_hash_table_lookup (self->entries, &key);
    }
  if (entry != NULL)
    {
      cell->at = entry->at;
      cell->author = entry->author;
    }

  return TRUE;
}

/* Rows come in the order of their things. */
static gboolean
add_cell (QdPast        *self,
          sqlite3_stmt  *row,
          GError       **error)
{
  const QdId id = sqlite3_column_int64 (row, 0);
  const int field = sqlite3_column_int (row, 1);
  GArray *things = self->things[qd_field_get_entity_kind (field)];
  QdPastCell *cell = g_new0 (QdPastCell, 1);
  g_auto (QdCell) before = { 0 };

  g_hash_table_replace (self->cells, key_new (id, field), cell);
  cell->stamp = sqlite3_column_int64 (row, 2);
  if (!find_entry (self, sqlite3_column_int64 (row, 3), sqlite3_column_int64 (row, 4), cell,
                   error) ||
      !qd_projection_winner (self->db, id, field, self->stamp, &before, error))
    return FALSE;

  qd_value_copy (&cell->was, &before.value);
  if (things != NULL &&
      (things->len == 0 || g_array_index (things, QdId, things->len - 1) != id))
    g_array_append_val (things, id);

  return TRUE;
}

static char *
list_fields (const int *fields)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; fields[i] != 0; i++)
    g_string_append_printf (list, "%s%d", i > 0 ? "," : "", fields[i]);

  return g_string_free (list, FALSE);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

static char *
dup_sql (const char *things,
         const int  *fields)
{
  g_autofree char *list = list_fields (fields);
  int first = fields[0];
  int last = fields[0];

  for (guint i = 1; fields[i] != 0; i++)
    {
      first = MIN (first, fields[i]);
      last = MAX (last, fields[i]);
    }

  return g_strdup_printf (changed_cells, things, first, last, list);
}

#pragma GCC diagnostic pop

static gboolean
read_cells (QdPast        *self,
            QdId           id,
            const char    *things,
            const int     *fields,
            GError       **error)
{
  g_autofree char *sql = dup_sql (things, fields);
  GError *failed = NULL;
  sqlite3_stmt *row = qd_db_query (self->db, error, sql, "ii", id, self->stamp);

  while (row != NULL && failed == NULL && qd_db_next (self->db, row, &failed))
    add_cell (self, row, &failed);
  if (row != NULL)
    sqlite3_reset (row);
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL;
}

/**
 * qd_past_read:
 * @db: a connection; has to live longer than what is returned
 * @board: a board
 * @since: an instant, in milliseconds since the Unix epoch; what was written in it
 *   belongs to the past
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what was another way then
 */
QdPast *
qd_past_read (QdDb    *db,
              QdId     board,
              gint64   since,
              GError **error)
{
  g_autoptr (QdPast) self = g_new0 (QdPast, 1);

  self->db = db;
  self->stamp = qd_past_get_stamp_of (since);
  self->cells = g_hash_table_new_full (key_hash, key_equal, g_free, cell_free);
  self->tellers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, cell_free);
  self->entries = g_hash_table_new_full (key_hash, key_equal, g_free, g_free);
  self->authors = g_string_chunk_new (64);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      self->things[parts[i].kind] = g_array_new (FALSE, FALSE, sizeof (QdId));
      if (!read_cells (self, board, parts[i].things, parts[i].fields, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

void
qd_past_free (QdPast *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->things); i++)
    g_clear_pointer (&self->things[i], g_array_unref);
  g_hash_table_unref (self->tellers);
  g_hash_table_unref (self->cells);
  g_hash_table_unref (self->entries);
  g_string_chunk_free (self->authors);
  g_free (self);
}

/**
 * qd_past_add_checkin:
 * @self: what was another way
 * @id: a check-in
 * @error: return location
 *
 * Looks at one check-in: there are many of them, and few are told of.
 *
 * Returns: whether the log could be read
 */
gboolean
qd_past_add_checkin (QdPast  *self,
                     QdId     id,
                     GError **error)
{
  static const int fields[] = {
    QD_FIELD_CHECKIN_CREATED, QD_FIELD_CHECKIN_ARCHIVED, QD_FIELD_CHECKIN_DELETED,
    QD_FIELD_CHECKIN_RESOLVED, 0,
  };

  return read_cells (self, id, the_thing, fields, error);
}

/**
 * qd_past_find_teller:
 * @self: what was another way
 * @checkin: a check-in
 *
 * Returns: (transfer none) (nullable): who made it, or put it away, and when; nothing of
 *   what it held; %NULL where that was not since, or cannot be read
 */
const QdPastCell *
qd_past_find_teller (QdPast *self,
                     QdId    checkin)
{
  sqlite3_stmt *row = qd_db_query (self->db, NULL, teller_of_checkin, "ii", checkin,
                                   self->stamp);
  QdPastCell *cell;

  if (row == NULL || !qd_db_next (self->db, row, NULL))
    return NULL;

  cell = g_new0 (QdPastCell, 1);
  cell->stamp = sqlite3_column_int64 (row, 0);
  find_entry (self, sqlite3_column_int64 (row, 1), sqlite3_column_int64 (row, 2), cell, NULL);
  sqlite3_reset (row);
  g_hash_table_replace (self->tellers, g_memdup2 (&checkin, sizeof checkin), cell);

  return cell;
}

/**
 * qd_past_get_stamp:
 *
 * Returns: what was written with a greater stamp was written since
 */
gint64
qd_past_get_stamp (const QdPast *self)
{
  return self->stamp;
}

/**
 * qd_past_get_things:
 * @self: what was another way
 * @kind: board, column, objective, card or milestone
 *
 * Returns: (transfer none) (element-type QdId): the things of which a cell was written
 *   since, also those that have left the board
 */
GArray *
qd_past_get_things (const QdPast *self,
                    QdEntityKind  kind)
{
  g_return_val_if_fail (self->things[kind] != NULL, NULL);

  return self->things[kind];
}

/**
 * qd_past_find:
 *
 * Returns: (transfer none) (nullable): the cell, where it was written since
 */
const QdPastCell *
qd_past_find (const QdPast *self,
              QdId          id,
              int           field)
{
  const Key key = { id, field };

  return g_hash_table_lookup (self->cells, &key);
}

/**
 * qd_past_get:
 * @self: what was another way
 * @id: a thing
 * @field: one of its cells
 * @value: (out): what it held then
 * @error: return location
 *
 * Asks the log only for what was not written since.
 *
 * Returns: whether the log could be read
 */
gboolean
qd_past_get (const QdPast  *self,
             QdId           id,
             int            field,
             QdValue       *value,
             GError       **error)
{
  const QdPastCell *cell = qd_past_find (self, id, field);
  g_auto (QdCell) winner = { 0 };

  if (cell == NULL &&
      !qd_projection_winner (self->db, id, field, self->stamp, &winner, error))
    return FALSE;

  qd_value_copy (value, cell != NULL ? &cell->was : &winner.value);

  return TRUE;
}

/**
 * qd_past_was_there:
 * @self: what was another way
 * @id: a thing
 * @kind: what it is
 * @there: (out): whether it was there then: created, not archived, not deleted
 * @error: return location
 *
 * Returns: whether the log could be read
 */
gboolean
qd_past_was_there (const QdPast  *self,
                   QdId           id,
                   QdEntityKind   kind,
                   gboolean      *there,
                   GError       **error)
{
  g_auto (QdValue) created = QD_VALUE_INIT;
  g_auto (QdValue) archived = QD_VALUE_INIT;
  g_auto (QdValue) deleted = QD_VALUE_INIT;

  *there = FALSE;
  if (!qd_past_get (self, id, (int) qd_field_of (kind, QD_FIELD_CREATED), &created, error))
    return FALSE;
  if (created.type == QD_VALUE_NULL)
    return TRUE;
  if (!qd_past_get (self, id, (int) qd_field_of (kind, QD_FIELD_ARCHIVED), &archived, error) ||
      !qd_past_get (self, id, (int) qd_field_of (kind, QD_FIELD_DELETED), &deleted, error))
    return FALSE;

  *there = qd_value_get_integer (&archived) == 0 && qd_value_get_integer (&deleted) == 0;

  return TRUE;
}
