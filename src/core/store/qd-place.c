/* Finds a place: parent and rank in one value, the rank chosen at random
 * between the neighbours. Where the neighbours are equal, as after a merge, or
 * the rank would grow too long, a short run around it gets new ranks in the
 * same order.
 */

#include "config.h"

#include <string.h>

#include "qd-field.h"
#include "qd-place.h"
#include "qd-rank.h"

/* How many things on each side get new ranks at first. */
#define REKEY_SPAN 4

typedef struct
{
  QdId id;
  char *rank;
} Sibling;

static void
sibling_clear (gpointer data)
{
  Sibling *sibling = data;

  g_clear_pointer (&sibling->rank, g_free);
}

static gboolean
is_before (const char *rank,
           QdId        id,
           const char *other_rank,
           QdId        other_id)
{
  int order = strcmp (rank, other_rank);

  return order != 0 ? order < 0 : id < other_id;
}

/* The first sibling of a query with parameters parent, entity, rank, id. */
static gboolean
read_sibling (QdDb        *db,
              const char  *table,
              const char  *condition,
              QdId         parent,
              QdId         entity,
              const char  *rank,
              QdId         id,
              Sibling     *sibling,
              GError     **error)
{
  char sql[224];
  GError *failed = NULL;
  sqlite3_stmt *row;

  g_snprintf (sql, sizeof sql,
              "SELECT id, rank FROM \"%s\" WHERE parent=?1 AND id<>?2 %s LIMIT 1",
              table, condition);
  row = qd_db_query (db, error, sql, "iisi", parent, entity, rank, id);
  if (row == NULL)
    return FALSE;

  sibling_clear (sibling);
  sibling->id = QD_ID_NONE;
  if (qd_db_next (db, row, &failed))
    {
      sibling->id = sqlite3_column_int64 (row, 0);
      sibling->rank = g_strdup (qd_db_text (row, 1));
      sqlite3_reset (row);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return failed == NULL;
}

/* All conditions name every parameter, so that one query binds them all. */
#define FIRST_OF_ALL "AND ?3 IS ?3 AND ?4 IS ?4 ORDER BY rank, id"
#define LAST_OF_ALL "AND ?3 IS ?3 AND ?4 IS ?4 ORDER BY rank DESC, id DESC"
#define NEXT_ONE "AND (rank, id) > (?3, ?4) ORDER BY rank, id"
#define PREVIOUS_ONE "AND (rank, id) < (?3, ?4) ORDER BY rank DESC, id DESC"

static gboolean
find_neighbours (QdDb        *db,
                 const char  *table,
                 QdId         entity,
                 QdId         parent,
                 QdSide       side,
                 QdId         anchor,
                 Sibling     *low,
                 Sibling     *high,
                 GError     **error)
{
  if (side == QD_SIDE_BEFORE || side == QD_SIDE_AFTER)
    {
      Sibling *near = side == QD_SIDE_BEFORE ? high : low;
      Sibling *far = side == QD_SIDE_BEFORE ? low : high;

      if (!read_sibling (db, table, "AND id=?4 AND ?3 IS ?3", parent, entity, NULL, anchor,
                         near, error))
        return FALSE;
      if (near->rank != NULL)
        return read_sibling (db, table, side == QD_SIDE_BEFORE ? PREVIOUS_ONE : NEXT_ONE,
                             parent, entity, near->rank, near->id, far, error);

      /* The anchor has gone elsewhere meanwhile: the end is a place, too. */
    }

  if (side == QD_SIDE_FIRST)
    return read_sibling (db, table, FIRST_OF_ALL, parent, entity, NULL, 0, high, error);

  return read_sibling (db, table, LAST_OF_ALL, parent, entity, NULL, 0, low, error);
}

static gboolean
is_there_already (QdDb           *db,
                  const char     *table,
                  QdId            entity,
                  QdId            parent,
                  const Sibling  *low,
                  const Sibling  *high,
                  gboolean       *there,
                  GError        **error)
{
  char sql[96];
  GError *failed = NULL;
  sqlite3_stmt *row;

  *there = FALSE;
  g_snprintf (sql, sizeof sql, "SELECT rank FROM \"%s\" WHERE id=?1 AND parent=?2", table);
  row = qd_db_query (db, error, sql, "ii", entity, parent);
  if (row == NULL)
    return FALSE;

  if (qd_db_next (db, row, &failed))
    {
      const char *rank = qd_db_text (row, 0);

      *there = qd_rank_is_valid (rank) &&
               (low->rank == NULL || is_before (low->rank, low->id, rank, entity)) &&
               (high->rank == NULL || is_before (rank, entity, high->rank, high->id));
      sqlite3_reset (row);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return failed == NULL;
}

static void
add_place (GArray     *places,
           int         field,
           QdId        entity,
           QdId        parent,
           const char *rank)
{
  QdChange change = { .entity = entity, .field = field };

  qd_value_set_place (&change.value, parent, rank);
  g_array_append_val (places, change);
}

static GArray *
read_siblings (QdDb        *db,
               const char  *table,
               QdId         entity,
               QdId         parent,
               GError     **error)
{
  g_autoptr (GArray) siblings = g_array_new (FALSE, TRUE, sizeof (Sibling));
  char sql[128];
  GError *failed = NULL;
  sqlite3_stmt *row;

  g_array_set_clear_func (siblings, sibling_clear);
  g_snprintf (sql, sizeof sql,
              "SELECT id, rank FROM \"%s\" WHERE parent=?1 AND id<>?2 ORDER BY rank, id", table);
  row = qd_db_query (db, error, sql, "ii", parent, entity);
  while (row != NULL && qd_db_next (db, row, &failed))
    {
      Sibling sibling = { sqlite3_column_int64 (row, 0), g_strdup (qd_db_text (row, 1)) };

      g_array_append_val (siblings, sibling);
    }
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return NULL;
    }

  return row != NULL ? g_steal_pointer (&siblings) : NULL;
}

/* Fills ranks[from..to) evenly between two bounds; false where there is no room
 * for ranks of at most @length digits.
 */
static gboolean
bisect (char       **ranks,
        guint        from,
        guint        to,
        const char  *low,
        const char  *high,
        gsize        length)
{
  guint middle = from + (to - from) / 2;

  if (from == to)
    return TRUE;

  ranks[middle] = qd_rank_between (low, high);

  return ranks[middle] != NULL && strlen (ranks[middle]) <= length &&
         bisect (ranks, from, middle, low, ranks[middle], length) &&
         bisect (ranks, middle + 1, to, ranks[middle], high, length);
}

/* New ranks for @entity, which comes at @index among its siblings, and for the
 * fewest of them that make room.
 */
static void
rekey (GArray  *siblings,
       guint    index,
       QdId     entity,
       QdId     parent,
       int      field,
       GArray  *places)
{
  for (guint span = REKEY_SPAN;; span *= 2)
    {
      guint from = index > span ? index - span : 0;
      guint to = MIN (index + span, siblings->len);
      guint n = to - from + 1;
      const gboolean everything = from == 0 && to == siblings->len;
      g_auto (GStrv) ranks = g_new0 (char *, n + 1);
      const char *low = from > 0 ? g_array_index (siblings, Sibling, from - 1).rank : NULL;
      const char *high = to < siblings->len ? g_array_index (siblings, Sibling, to).rank : NULL;

      /* Among all of them there is always room, if for longer ranks. */
      if (!bisect (ranks, 0, n, low, high,
                   everything ? G_MAXSIZE : QD_RANK_MAX_LENGTH * 2 / 3))
        {
          for (guint i = 0; i < n; i++)
            g_clear_pointer (&ranks[i], g_free);
          continue;
        }

      add_place (places, field, entity, parent, ranks[index - from]);
      for (guint i = 0; i < n; i++)
        {
          guint position = from + i - (i > index - from ? 1 : 0);

          if (i != index - from)
            add_place (places, field, g_array_index (siblings, Sibling, position).id, parent,
                       ranks[i]);
        }
      return;
    }
}

static gboolean
make_room (QdDb           *db,
           QdEntityKind    kind,
           QdId            entity,
           QdId            parent,
           const Sibling  *low,
           const Sibling  *high,
           GArray         *places,
           GError        **error)
{
  g_autoptr (GArray) siblings = NULL;
  guint index;

  siblings = read_siblings (db, qd_field_get_table (kind), entity, parent, error);
  if (siblings == NULL)
    return FALSE;

  index = high->rank != NULL ? 0 : siblings->len;
  for (guint i = 0; i < siblings->len; i++)
    {
      const Sibling *sibling = &g_array_index (siblings, Sibling, i);

      if (low->rank != NULL && sibling->id == low->id)
        index = i + 1;
    }
  rekey (siblings, index, entity, parent, (int) qd_field_of (kind, QD_FIELD_PLACE), places);

  return TRUE;
}

/**
 * qd_place_choose:
 * @db: a connection, inside a write transaction
 * @kind: what is placed
 * @entity: which one; it need not exist yet
 * @parent: what it shall stand in
 * @side: where there
 * @anchor: its neighbour for %QD_SIDE_BEFORE and %QD_SIDE_AFTER; where that one
 *   is not in @parent, the end is taken
 * @places: (inout) (element-type QdChange): the place of @entity is appended,
 *   then new places of neighbours that had to make room; nothing where
 *   @entity already stands there
 * @error: return location
 *
 * Archived things count as neighbours, so that they come back where they were.
 *
 * Returns: whether the neighbours could be read
 */
gboolean
qd_place_choose (QdDb          *db,
                 QdEntityKind   kind,
                 QdId           entity,
                 QdId           parent,
                 QdSide         side,
                 QdId           anchor,
                 GArray        *places,
                 GError       **error)
{
  const char *table = qd_field_get_table (kind);
  Sibling low = { 0 };
  Sibling high = { 0 };
  g_autofree char *rank = NULL;
  gboolean there = FALSE;
  gboolean done;

  /* Dropped onto itself, it stays where it is. */
  if ((side == QD_SIDE_BEFORE || side == QD_SIDE_AFTER) && anchor == entity)
    return TRUE;

  done = find_neighbours (db, table, entity, parent, side, anchor, &low, &high, error) &&
         is_there_already (db, table, entity, parent, &low, &high, &there, error);
  if (done && !there)
    {
      rank = qd_rank_between (low.rank, high.rank);
      if (rank != NULL && strlen (rank) <= QD_RANK_MAX_LENGTH)
        add_place (places, (int) qd_field_of (kind, QD_FIELD_PLACE), entity, parent, rank);
      else
        done = make_room (db, kind, entity, parent, &low, &high, places, error);
    }

  sibling_clear (&low);
  sibling_clear (&high);

  return done;
}
