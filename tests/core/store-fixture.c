/* What tests of the store begin with: a store on a clock that the test sets,
 * copies of its file as people and backups make them, boards and cards.
 *
 * It asserts that what it does succeeds; it judges nothing else.
 */

#include "config.h"

#include "model/qd-column.h"
#include "store-fixture.h"
#include "store/qd-db.h"
#include "store/qd-edit.h"
#include "store/qd-identity.h"

static gint64
read_clock (gpointer clock)
{
  return ((FixtureClock *) clock)->now;
}

/* With models, and the real clock where @clock is NULL. */
QdStore *
fixture_open (const char   *path,
              FixtureClock *clock)
{
  g_autoptr (GError) error = NULL;
  QdStore *store = qd_store_open (path, QD_OPEN_DEFAULT, &error);

  g_assert_no_error (error);
  g_assert_null (qd_store_get_read_only_reason (store));
  if (clock != NULL)
    qd_store_set_clock (store, read_clock, clock);

  return store;
}

/* As somebody does who copies a file in a file manager. */
void
fixture_copy (const char *from,
              const char *to)
{
  g_autoptr (QdDb) source = qd_db_open (from, QD_DB_READ_ONLY, NULL);
  g_autoptr (QdDb) target = qd_db_open (to, QD_DB_READ_WRITE, NULL);
  sqlite3_backup *backup;

  backup = sqlite3_backup_init (qd_db_get_handle (target), "main",
                                qd_db_get_handle (source), "main");
  g_assert_nonnull (backup);
  g_assert_cmpint (sqlite3_backup_step (backup, -1), ==, SQLITE_DONE);
  g_assert_cmpint (sqlite3_backup_finish (backup), ==, SQLITE_OK);
}

/* As with a machine that is cloned with its disk: both copies take themselves
 * for the one device.
 */
void
fixture_copy_unnoticed (const char *from,
                        const char *to)
{
  g_autofree char *place = NULL;
  g_autofree char *sql = NULL;

  fixture_copy (from, to);
  place = qd_identity_describe_place (to);
  sql = g_strdup_printf ("UPDATE meta SET v='%s' WHERE k='place'", place);
  scratch_execute (to, sql);
}

/* The first column of the first row, "" where it is null or there is none. */
char *
fixture_text (const char *path,
              const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdDb) db = qd_db_open (path, QD_DB_READ_ONLY, &error);
  sqlite3_stmt *row;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  row = qd_db_query (db, &error, sql, "");
  g_assert_no_error (error);
  if (qd_db_next (db, row, &error))
    text = g_strdup (qd_db_text (row, 0));
  g_assert_no_error (error);

  return text != NULL ? g_steal_pointer (&text) : g_strdup ("");
}

/* A board of the team in a new cycle, with the four columns of the method. */
QdId
fixture_new_board (QdStore    *store,
                   const char *team)
{
  g_autoptr (GError) error = NULL;
  QdId board;

  board = qd_edit_new_board_in_new_cycle (store, team, "2026 Q4", qd_day_new (2026, 10, 1),
                                          qd_day_new (2026, 12, 31), &error);
  g_assert_no_error (error);

  return board;
}

QdBoard *
fixture_load_board (QdStore *store,
                    QdId     board)
{
  g_autoptr (GError) error = NULL;
  QdEntity *entity = qd_store_lookup (store, board);

  g_assert_true (QD_IS_BOARD (entity));
  qd_store_load_board (store, QD_BOARD (entity), &error);
  g_assert_no_error (error);

  return QD_BOARD (entity);
}

QdId
fixture_column (QdStore *store,
                QdId     board,
                guint    position)
{
  QdBoard *model = QD_BOARD (qd_store_lookup (store, board));

  return qd_entity_get_id (qd_ordered_list_peek (qd_board_get_columns (model), position));
}

QdId
fixture_new_card (QdStore    *store,
                  QdId        column,
                  const char *title)
{
  g_autoptr (GError) error = NULL;
  QdId card = qd_edit_new_card (store, column, title, QD_ID_NONE, NULL, &error);

  g_assert_no_error (error);

  return card;
}

/* The titles of the cards of a column on one line. */
char *
fixture_titles (QdStore *store,
                QdId     column)
{
  QdOrderedList *cards = qd_column_get_cards (QD_COLUMN (qd_store_lookup (store, column)));
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < qd_ordered_list_get_length (cards); i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? " " : "",
                            qd_entity_get_title (qd_ordered_list_peek (cards, i)));

  return g_string_free (titles, FALSE);
}
