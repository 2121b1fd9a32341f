/* Finds what is there already, so that nothing is made twice: by its title in
 * any case, among what is neither archived nor deleted.
 */

#include "config.h"

#include <string.h>

#include "qd-db.h"
#include "qd-find.h"
#include "qd-projection.h"
#include "qd-store-private.h"

#define ALIVE "coalesce(archived,0)=0 AND coalesce(deleted,0)=0"

static gboolean
is_ascii (char byte)
{
  return (guchar) byte < 0x80;
}

/* The first row of id and title that bears @title. */
static QdId
first_titled (QdDb          *db,
              sqlite3_stmt  *row,
              const char    *title,
              GError       **error)
{
  GError *failed = NULL;
  QdId found = QD_ID_NONE;

  while (row != NULL && found == QD_ID_NONE && qd_db_next (db, row, &failed))
    {
      const char *text = qd_db_text (row, 1);

      if (qd_find_is_same_title (text != NULL ? text : "", title))
        found = sqlite3_column_int64 (row, 0);
    }
  if (row != NULL)
    sqlite3_reset (row);
  if (failed != NULL)
    g_propagate_error (error, failed);

  return found;
}

/* Which column of the board plays which role; the first of each role counts. */
static gboolean
read_columns (QdDb         *db,
              QdBoardPlan  *board,
              GError      **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row;

  row = qd_db_query (db, error,
                     "SELECT id, role FROM \"column\" WHERE parent=?1 AND " ALIVE
                     " ORDER BY rank DESC, id DESC", "i", board->board);
  while (row != NULL && qd_db_next (db, row, &failed))
    {
      int role = sqlite3_column_int (row, 1);

      if (role >= 0 && role < (int) G_N_ELEMENTS (board->columns))
        board->columns[role] = sqlite3_column_int64 (row, 0);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL;
}

/**
 * qd_find_is_same_title:
 * @a: a title
 * @b: another one
 *
 * Returns: whether they are the same, in any case
 */
gboolean
qd_find_is_same_title (const char *a,
                       const char *b)
{
  g_autofree char *folded_a = NULL;
  g_autofree char *folded_b = NULL;

  /* Most titles are told apart by their beginning, and ASCII folds letter by letter. */
  while (is_ascii (*a) && *a != '\0' && g_ascii_tolower (*a) == g_ascii_tolower (*b))
    {
      a++;
      b++;
    }
  if (is_ascii (*a) && is_ascii (*b))
    return *a == *b;

  folded_a = g_utf8_casefold (a, -1);
  folded_b = g_utf8_casefold (b, -1);

  return strcmp (folded_a, folded_b) == 0;
}

/**
 * qd_find_titled:
 * @store: a store
 * @kind: a kind that has titles
 * @parent: what it stands in, for a kind that has places; or %QD_FIND_ANYWHERE
 * @title: a title
 * @error: return location
 *
 * Returns: a living thing of that title, or %QD_ID_NONE
 */
QdId
qd_find_titled (QdStore       *store,
                QdEntityKind   kind,
                QdId           parent,
                const char    *title,
                GError       **error)
{
  QdDb *db = qd_store_get_db (store);
  char sql[160];

  g_snprintf (sql, sizeof sql, "SELECT id, title FROM \"%s\" WHERE %s=?1 AND " ALIVE,
              qd_field_get_table (kind), parent == QD_FIND_ANYWHERE ? "?1" : "parent");

  return first_titled (db, qd_db_query (db, error, sql, "i", parent), title, error);
}

/**
 * qd_find_cycle:
 *
 * Returns: a cycle of this name and these days, or %QD_ID_NONE
 */
QdId
qd_find_cycle (QdStore     *store,
               const char  *title,
               QdDay        first_day,
               QdDay        last_day,
               GError     **error)
{
  QdDb *db = qd_store_get_db (store);
  g_autofree char *first = qd_day_to_iso (first_day);
  g_autofree char *last = qd_day_to_iso (last_day);

  return first_titled (db, qd_db_query (db, error,
                                        "SELECT id, title FROM cycle WHERE first_day=?1"
                                        " AND last_day=?2 AND " ALIVE, "ss", first, last),
                       title, error);
}

/**
 * qd_find_board:
 * @store: a store
 * @title: its title
 * @cycle: its cycle, or %QD_ID_NONE
 * @board: (out): the board and its columns; all 0 where there is none
 * @n_objectives: (out): how many objectives it ever had
 * @error: return location
 *
 * Returns: whether the file could be read
 */
gboolean
qd_find_board (QdStore      *store,
               const char   *title,
               QdId          cycle,
               QdBoardPlan  *board,
               guint        *n_objectives,
               GError      **error)
{
  QdDb *db = qd_store_get_db (store);
  GError *failed = NULL;
  gint64 count = 0;

  memset (board, 0, sizeof *board);
  *n_objectives = 0;
  board->board = qd_find_titled (store, QD_ENTITY_BOARD, cycle, title, &failed);
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return FALSE;
    }
  if (board->board == QD_ID_NONE)
    return TRUE;

  if (!read_columns (db, board, error) ||
      !qd_db_get_integer (db, error, &count, "SELECT count(*) FROM objective WHERE parent=?1",
                          "i", board->board))
    return FALSE;
  *n_objectives = (guint) count;

  return TRUE;
}

/**
 * qd_find_card:
 * @objective: what it belongs to, or %QD_ID_NONE
 *
 * Returns: a card of the board with this title and objective, or %QD_ID_NONE
 */
QdId
qd_find_card (QdStore     *store,
              QdId         board,
              QdId         objective,
              const char  *title,
              GError     **error)
{
  QdDb *db = qd_store_get_db (store);

  return first_titled (db, qd_db_query (db, error,
                                        "SELECT id, title FROM card WHERE parent IN"
                                        " (SELECT id FROM \"column\" WHERE parent=?1)"
                                        " AND coalesce(objective,0)=?2 AND " ALIVE, "ii",
                                        board, objective),
                       title, error);
}

/**
 * qd_find_text:
 * @store: a store
 * @id: a thing
 * @field: a text of it
 * @text: (out) (nullable) (transfer full): what it says now
 * @error: return location
 *
 * Returns: whether the file could be read
 */
gboolean
qd_find_text (QdStore   *store,
              QdId       id,
              QdField    field,
              char     **text,
              GError   **error)
{
  g_auto (QdCell) cell = { 0 };

  *text = NULL;
  if (!qd_projection_winner (qd_store_get_db (store), id, (int) field, QD_STAMP_MAX, &cell,
                             error))
    return FALSE;
  *text = g_strdup (cell.value.text);

  return TRUE;
}
