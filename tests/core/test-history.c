/* The history: who did what, in sentences, and boards as they were.
 *
 * That any board at any instant is what was seen then is in test-invariants.c.
 */

#include "config.h"

#include <math.h>

#include "model/qd-column.h"
#include "model/qd-key-result.h"
#include "state-dump.h"
#include "store-fixture.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit.h"
#include "store/qd-history.h"
#include "store/qd-store-private.h"
#include "store/qd-undo.h"

typedef struct
{
  Scratch *scratch;
  FixtureClock clock;
  QdStore *store;
  QdId board;
  QdId columns[2];
  QdId objective;
  QdId card;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->scratch = scratch_new ();
  fixture->clock.now = FIXTURE_NOW;
  fixture->store = fixture_open (fixture->scratch->path, &fixture->clock);
  qd_store_set_author (fixture->store, "Mara");
  fixture->board = fixture_new_board (fixture->store, "Growth");
  fixture_load_board (fixture->store, fixture->board);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->columns); i++)
    fixture->columns[i] = fixture_column (fixture->store, fixture->board, i);
  fixture->objective = qd_edit_new_objective (fixture->store, fixture->board, "Delight", NULL, 0,
                                              QD_ID_NONE, NULL);
  fixture->clock.now += 1000;
  fixture->card = fixture_new_card (fixture->store, fixture->columns[0], "Raise NPS");
  fixture->clock.now += 1000;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->store);
  scratch_free (fixture->scratch);
}

/* The sentences of a thing, the newest first. */
static char *
tell (Fixture *fixture,
      QdId     id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = qd_history_of (fixture->store, id, 100, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < history->len; i++)
    {
      const QdHistoryEntry *entry = history->pdata[i];

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", entry->sentence);
    }

  return g_string_free (text, FALSE);
}

static void
assert_told (Fixture    *fixture,
             QdId        id,
             const char *expected)
{
  g_autofree char *told = tell (fixture, id);

  g_assert_cmpstr (told, ==, expected);
}

static void
test_card (Fixture       *fixture,
           gconstpointer  data)
{
  QdStore *store = fixture->store;
  QdId card = fixture->card;

  g_assert_true (qd_edit_move (store, QD_ENTITY_CARD, card, fixture->columns[1], QD_SIDE_LAST,
                               QD_ID_NONE, NULL));
  fixture->clock.now += 1000;
  g_assert_true (qd_edit_set_owner (store, card, "Ola", NULL));
  fixture->clock.now += 1000;
  g_assert_true (qd_edit_set_objective (store, card, fixture->objective, NULL));
  fixture->clock.now += 1000;
  g_assert_true (qd_edit_set_objective (store, card, QD_ID_NONE, NULL));
  fixture->clock.now += 1000;
  g_assert_true (qd_edit_set_owner (store, card, NULL, NULL));
  fixture->clock.now += 1000;
  g_assert_true (qd_edit_rename (store, QD_ENTITY_CARD, card, "Lower churn", NULL));
  fixture->clock.now += 1000;
  g_assert_true (qd_edit_archive (store, QD_ENTITY_CARD, card, TRUE, NULL));
  fixture->clock.now += 1000;
  g_assert_true (qd_edit_archive (store, QD_ENTITY_CARD, card, FALSE, NULL));

  assert_told (fixture, card,
               "Restored “Lower churn”\n"
               "Archived “Lower churn”\n"
               "Renamed “Raise NPS” to “Lower churn”\n"
               "Took the owner off “Lower churn”\n"
               "Took the objective off “Lower churn”\n"
               "Labelled “Lower churn” with “Delight”\n"
               "Gave “Lower churn” to Ola\n"
               "Moved “Lower churn” to In Progress\n"
               "Added “Raise NPS”");
}

static void
test_entries (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) history = NULL;
  const QdHistoryEntry *entry;

  qd_store_set_author (fixture->store, "Ola");
  g_assert_true (qd_edit_rename (fixture->store, QD_ENTITY_CARD, fixture->card, "B", NULL));
  history = qd_history_of (fixture->store, fixture->card, 1, NULL);
  g_assert_cmpuint (history->len, ==, 1);
  entry = history->pdata[0];
  g_assert_cmpstr (entry->author, ==, "Ola");
  g_assert_cmpint (entry->at, ==, FIXTURE_NOW + 2000);
  g_ptr_array_unref (g_steal_pointer (&history));

  history = qd_history_of (fixture->store, QD_ID_NONE, 100, NULL);
  g_assert_cmpuint (history->len, ==, 4);
  entry = history->pdata[3];
  g_assert_cmpstr (entry->author, ==, "Mara");
  g_assert_cmpstr (entry->sentence, ==, "Created the board “Growth”");

  g_ptr_array_unref (g_steal_pointer (&history));
  history = qd_history_of (fixture->store, 4711, 100, NULL);
  g_assert_cmpuint (history->len, ==, 0);
  g_ptr_array_unref (g_steal_pointer (&history));
  history = qd_history_of (fixture->store, fixture->card, 0, NULL);
  g_assert_cmpuint (history->len, ==, 0);
}

/* What belongs to a card is told with it. */
static void
test_checkin (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (fixture->store,
                                                              QD_TRANSACTION_EDIT);
  QdId checkin = qd_transaction_create (transaction, QD_ENTITY_CHECKIN);

  qd_transaction_set_id (transaction, checkin, QD_FIELD_CHECKIN_CARD, fixture->card);
  qd_transaction_set_real (transaction, checkin, QD_FIELD_CHECKIN_VALUE, 0.5);
  g_assert_true (qd_transaction_commit (transaction, NULL));
  assert_told (fixture, fixture->card, "Checked in on “Raise NPS”\nAdded “Raise NPS”");
  assert_told (fixture, checkin, "Checked in on “Raise NPS”");
}

/* That a card made room for another one is not its history. */
static void
test_rekey (Fixture       *fixture,
            gconstpointer  data)
{
  QdId others[2];
  g_autoptr (GPtrArray) history = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    others[i] = fixture_new_card (fixture->store, fixture->columns[0], "Other");
  for (guint i = 0; i < 200; i++)
    g_assert_true (qd_edit_move (fixture->store, QD_ENTITY_CARD, others[i % 2],
                                 fixture->columns[0], QD_SIDE_AFTER, fixture->card, NULL));
  g_assert_cmpint (scratch_ask (fixture->scratch->path,
                                "SELECT max(json_array_length(payload,'$.c')) FROM tx"
                                " WHERE json_extract(payload,'$.c[0][1]')=603"), >, 1);
  assert_told (fixture, fixture->card, "Added “Raise NPS”");
}

/* Text from people stays text in a sentence. */
static void
test_hostile_titles (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char * const titles[] = { "100%", "%s%n%d", "“quoted”", "<b>bold</b>", "a & b" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *expected = g_strdup_printf ("Added “%s”", titles[i]);

      assert_told (fixture, fixture_new_card (fixture->store, fixture->columns[0], titles[i]),
                   expected);
    }
}

static QdBoard *
board_at (Fixture *fixture,
          gint64   instant)
{
  g_autoptr (GError) error = NULL;
  QdBoard *board = qd_history_board_at (fixture->store, fixture->board, instant, &error);

  g_assert_no_error (error);

  return board;
}

/* "Not Started: Raise NPS Other; In Progress: …" */
static char *
describe (QdBoard *board)
{
  QdOrderedList *columns = qd_board_get_columns (board);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdColumn *column = qd_ordered_list_peek (columns, i);
      QdOrderedList *cards = qd_column_get_cards (column);

      g_string_append_printf (text, "%s%s:", i > 0 ? "; " : "",
                              qd_entity_get_title (QD_ENTITY (column)));
      for (guint j = 0; j < qd_ordered_list_get_length (cards); j++)
        g_string_append_printf (text, " %s",
                                qd_entity_get_title (qd_ordered_list_peek (cards, j)));
    }

  return g_string_free (text, FALSE);
}

static void
assert_board_at (Fixture    *fixture,
                 gint64      instant,
                 const char *expected)
{
  g_autoptr (QdBoard) board = board_at (fixture, instant);
  g_autofree char *described = describe (board);

  g_assert_cmpstr (described, ==, expected);
  g_assert_finalize_object (g_steal_pointer (&board));
}

static void
test_board_at (Fixture       *fixture,
               gconstpointer  data)
{
  const gint64 start = fixture->clock.now;
  g_autoptr (GError) error = NULL;

  fixture->clock.now = start + 1000;
  g_assert_true (qd_edit_move (fixture->store, QD_ENTITY_CARD, fixture->card,
                               fixture->columns[1], QD_SIDE_LAST, QD_ID_NONE, NULL));
  fixture->clock.now = start + 2000;
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_CARD, fixture->card, TRUE, NULL));
  fixture->clock.now = start + 3000;
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_COLUMN, fixture->columns[0], TRUE,
                                  NULL));
  fixture->clock.now = start + 4000;
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_BOARD, fixture->board, TRUE, NULL));

  assert_board_at (fixture, start - 1000, "Not Started: Raise NPS; In Progress:; "
                   "At Risk:; Complete:");
  assert_board_at (fixture, start - 1001, "Not Started:; In Progress:; At Risk:; Complete:");
  assert_board_at (fixture, start + 999, "Not Started: Raise NPS; In Progress:; At Risk:; "
                   "Complete:");
  assert_board_at (fixture, start + 1000, "Not Started:; In Progress: Raise NPS; At Risk:; "
                   "Complete:");
  assert_board_at (fixture, start + 2000, "Not Started:; In Progress:; At Risk:; Complete:");
  assert_board_at (fixture, start + 3999, "In Progress:; At Risk:; Complete:");
  assert_board_at (fixture, G_MAXINT64, "In Progress:; At Risk:; Complete:");

  g_assert_null (qd_history_board_at (fixture->store, fixture->board, FIXTURE_NOW - 1, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (qd_history_board_at (fixture->store, fixture->card, G_MAXINT64, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_NOT_FOUND);
}

/* No instant is too strange to ask for. */
static void
test_strange_instants (Fixture       *fixture,
                       gconstpointer  data)
{
  static const gint64 instants[] = { 0, -1, G_MININT64 };

  for (guint i = 0; i < G_N_ELEMENTS (instants); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (qd_history_board_at (fixture->store, fixture->board, instants[i], &error));
      g_assert_error (error, QD_ERROR, QD_ERROR_NOT_FOUND);
    }
  assert_board_at (fixture, G_GINT64_CONSTANT (4102444800000), "Not Started: Raise NPS; "
                   "In Progress:; At Risk:; Complete:");
  assert_board_at (fixture, G_GINT64_CONSTANT (4102444800000) - 1, "Not Started: Raise NPS; "
                   "In Progress:; At Risk:; Complete:");
}

/* The numbers of a card as its check-ins were at the time. */
static void
test_numbers_at (Fixture       *fixture,
                 gconstpointer  data)
{
  const gint64 start = fixture->clock.now;
  static const double values[] = { 1, 2.5, 1.5 };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (QdTransaction) transaction = qd_transaction_new (fixture->store,
                                                                  QD_TRANSACTION_EDIT);
      QdId checkin;

      fixture->clock.now = start + 1000 * i;
      checkin = qd_transaction_create (transaction, QD_ENTITY_CHECKIN);
      qd_transaction_set_id (transaction, checkin, QD_FIELD_CHECKIN_CARD, fixture->card);
      qd_transaction_set_day (transaction, checkin, QD_FIELD_CHECKIN_DAY,
                              qd_day_new (2026, 10, 1 + i));
      qd_transaction_set_real (transaction, checkin, QD_FIELD_CHECKIN_VALUE, values[i]);
      g_assert_true (qd_transaction_commit (transaction, NULL));
    }

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (QdBoard) board = board_at (fixture, start + 1000 * i);
      QdColumn *column = qd_ordered_list_peek (qd_board_get_columns (board), 0);
      QdKeyResult *card = qd_ordered_list_peek (qd_column_get_cards (column), 0);

      g_assert_cmpfloat (qd_key_result_get_current (card), ==, values[i]);
    }
}

static QdId
check_in (Fixture *fixture,
          QdId     card,
          double   value)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (fixture->store,
                                                              QD_TRANSACTION_EDIT);
  QdId checkin = qd_transaction_create (transaction, QD_ENTITY_CHECKIN);

  qd_transaction_set_id (transaction, checkin, QD_FIELD_CHECKIN_CARD, card);
  qd_transaction_set_day (transaction, checkin, QD_FIELD_CHECKIN_DAY, qd_day_new (2026, 10, 1));
  qd_transaction_set_real (transaction, checkin, QD_FIELD_CHECKIN_VALUE, value);
  g_assert_true (qd_transaction_commit (transaction, NULL));

  return checkin;
}

/* What the cards of the first column show as their numbers, "-" for none. */
static void
assert_numbers_at (Fixture    *fixture,
                   gint64      instant,
                   const char *expected)
{
  g_autoptr (QdBoard) board = board_at (fixture, instant);
  QdColumn *column = qd_ordered_list_peek (qd_board_get_columns (board), 0);
  QdOrderedList *cards = qd_column_get_cards (column);
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < qd_ordered_list_get_length (cards); i++)
    {
      const double number = qd_key_result_get_current (qd_ordered_list_peek (cards, i));

      if (isnan (number))
        g_string_append (numbers, "-");
      else
        g_string_append_printf (numbers, "%g", number);
    }
  g_assert_cmpstr (numbers->str, ==, expected);
}

/* A check-in counts for the card that it was about at the time, while it was there. */
static void
test_checkin_at (Fixture       *fixture,
                 gconstpointer  data)
{
  const QdId other = fixture_new_card (fixture->store, fixture->columns[0], "Other");
  const gint64 start = fixture->clock.now;
  QdId checkin;

  fixture->clock.now = start + 1000;
  checkin = check_in (fixture, fixture->card, 5);
  for (int step = 2; step <= 3; step++)
    {
      g_autoptr (QdTransaction) transaction = qd_transaction_new (fixture->store,
                                                                  QD_TRANSACTION_EDIT);

      fixture->clock.now = start + step * 1000;
      if (step == 2)
        qd_transaction_set_id (transaction, checkin, QD_FIELD_CHECKIN_CARD, other);
      else
        qd_transaction_set_integer (transaction, checkin, QD_FIELD_CHECKIN_DELETED, 1);
      g_assert_true (qd_transaction_commit (transaction, NULL));
    }

  assert_numbers_at (fixture, start, "--");
  assert_numbers_at (fixture, start + 1000, "5-");
  assert_numbers_at (fixture, start + 2000, "-5");
  assert_numbers_at (fixture, start + 3000, "--");
}

/* A card that went to another board and came back. */
static void
test_came_back (Fixture       *fixture,
                gconstpointer  data)
{
  static const char there[] = "Not Started: Raise NPS; In Progress:; At Risk:; Complete:";
  static const char gone[] = "Not Started:; In Progress:; At Risk:; Complete:";
  const QdId other = fixture_new_board (fixture->store, "Other");
  const QdId columns[] = { fixture_column (fixture->store, other, 0), fixture->columns[0] };
  const gint64 start = fixture->clock.now;

  for (guint i = 0; i < 4; i++)
    {
      fixture->clock.now = start + 1000 * (i + 1);
      g_assert_true (qd_edit_move (fixture->store, QD_ENTITY_CARD, fixture->card, columns[i % 2],
                                   QD_SIDE_LAST, QD_ID_NONE, NULL));
    }

  for (guint i = 0; i <= 4; i++)
    {
      assert_board_at (fixture, start + 1000 * i, i % 2 == 0 ? there : gone);
      assert_board_at (fixture, start + 1000 * i + 999, i % 2 == 0 ? there : gone);
    }
}

/* Two devices put a card into two columns at one stamp: the greater hash wins, as
 * it does today.
 */
static void
test_same_stamp (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct
  {
    const char *hash;
    const char *expected;
  } cases[] = {
    { "00", "Not Started: Raise NPS; In Progress:; At Risk:; Complete:" },
    { "ffffffffffffffffffffffffffffffff",
      "Not Started:; In Progress: Raise NPS; At Risk:; Complete:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sql = NULL;

      sql = g_strdup_printf ("INSERT INTO tx(rid, seq, stamp, at, kind, hash, payload)"
                             " SELECT 77, %2$u, stamp, at, 0, x'%3$s', payload FROM tx"
                             "  JOIN chg USING(rid, seq, stamp) WHERE ent=%1$" G_GINT64_FORMAT
                             "  AND field=603 AND rid<>77;"
                             "INSERT OR REPLACE INTO chg SELECT ent, field, stamp, 77, %2$u, base,"
                             " '%4$" G_GINT64_FORMAT "/A' FROM chg"
                             "  WHERE ent=%1$" G_GINT64_FORMAT " AND field=603 AND rid<>77",
                             fixture->card, i + 1, cases[i].hash, fixture->columns[1]);
      scratch_execute (fixture->scratch->path, sql);
      assert_board_at (fixture, G_MAXINT64, cases[i].expected);
    }
}

/* A kept statement is planned once, whatever is bound to it: the index of the places
 * covers some fields only, and SQLite would look at each value for that.
 */
static void
test_planned_once (Fixture       *fixture,
                   gconstpointer  data)
{
  sqlite3_stmt *row = NULL;

  for (int field = QD_FIELD_CARD_CREATED; field <= QD_FIELD_CARD_TITLE; field++)
    {
      row = qd_db_query (qd_store_get_db (fixture->store), NULL,
                         "SELECT value FROM chg WHERE ent=?1 AND field=?2", "ii",
                         fixture->card, (gint64) field);
      while (qd_db_next (qd_store_get_db (fixture->store), row, NULL))
        ;
    }
  g_assert_cmpint (sqlite3_stmt_status (row, SQLITE_STMTSTATUS_RUN, 0), >, 1);
  g_assert_cmpint (sqlite3_stmt_status (row, SQLITE_STMTSTATUS_REPREPARE, 0), ==, 0);
}

/* Nobody else's: later changes do not show in it, nor does it hinder them. */
static void
test_apart (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (QdBoard) board = board_at (fixture, G_MAXINT64);
  g_autofree char *before = state_dump_board (board);
  g_autofree char *after = NULL;

  g_assert_true ((gpointer) board != (gpointer) qd_store_lookup (fixture->store,
                                                                 fixture->board));
  g_assert_true (qd_edit_rename (fixture->store, QD_ENTITY_BOARD, fixture->board, "Other", NULL));
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_CARD, fixture->card, TRUE, NULL));
  after = state_dump_board (board);
  g_assert_cmpstr (after, ==, before);

  /* Also after the file was closed. */
  qd_store_close (fixture->store);
  g_free (after);
  after = state_dump_board (board);
  g_assert_cmpstr (after, ==, before);
}

static gpointer
look_back (gpointer data)
{
  Fixture *fixture = data;

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (QdBoard) board = board_at (fixture, FIXTURE_NOW + 1000);
      g_autofree char *described = describe (board);

      g_assert_cmpstr (described, ==, "Not Started: Raise NPS; In Progress:; At Risk:; Complete:");
    }

  return NULL;
}

/* From another thread, while somebody works. */
static void
test_thread (Fixture       *fixture,
             gconstpointer  data)
{
  GThread *thread = g_thread_new ("look-back", look_back, fixture);

  for (guint i = 0; i < 100; i++)
    {
      fixture->clock.now += 1000;
      g_assert_true (qd_edit_move (fixture->store, QD_ENTITY_CARD, fixture->card,
                                   fixture->columns[i % 2], QD_SIDE_LAST, QD_ID_NONE, NULL));
    }
  g_thread_join (thread);
}

/* What is told of a thing by that of its card: also while the card is undone. */
static void
test_undone_owner (Fixture       *fixture,
                   gconstpointer  data)
{
  const QdId comment = qd_edit_new_comment (fixture->store, fixture->card, "Go on", NULL);
  g_autoptr (GPtrArray) history = NULL;

  history = qd_history_of (fixture->store, fixture->card, 1, NULL);
  g_assert_cmpint (((QdHistoryEntry *) history->pdata[0])->made, ==, comment);
  for (guint i = 0; i < 2; i++)
    g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  assert_told (fixture, comment, "Undone: Comment on “Raise NPS”\nCommented on “Raise NPS”");
}

/* An answer about a board leaves the board where it is. */
static void
test_answered_board (Fixture       *fixture,
                     gconstpointer  data)
{
  const QdId about[] = { fixture->board, fixture->objective };

  for (guint i = 0; i < G_N_ELEMENTS (about); i++)
    {
      QdEntity *entity = qd_store_lookup (fixture->store, about[i]);

      g_assert_cmpint (qd_edit_answer (fixture->store, about[i], 3, "2", NULL, NULL), !=,
                       QD_ID_NONE);
      g_assert_true (qd_store_lookup (fixture->store, about[i]) == entity);
      g_assert_true (qd_entity_get_alive (entity));
    }
}

static QdId
plan_checkin (QdTransaction *transaction,
              QdId           card)
{
  QdId id = qd_transaction_create (transaction, QD_ENTITY_CHECKIN);

  qd_transaction_set_id (transaction, id, QD_FIELD_CHECKIN_CARD, card);
  qd_transaction_set_day (transaction, id, QD_FIELD_CHECKIN_DAY, qd_day_new (2026, 10, 2));
  qd_transaction_set_real (transaction, id, QD_FIELD_CHECKIN_VALUE, 5);

  return id;
}

/* An import is told with each of its cards but read once, and who imported a check-in
 * is known of each.
 */
static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  const QdId other = fixture_new_card (fixture->store, fixture->columns[0], "Lower churn");
  QdTransaction *transaction = qd_transaction_new (fixture->store, QD_TRANSACTION_IMPORT);
  const QdId first = plan_checkin (transaction, fixture->card);
  const QdId second = plan_checkin (transaction, other);
  g_autoptr (GHashTable) makers = NULL;
  g_autoptr (GPtrArray) history = NULL;
  const QdMaker *maker;

  fixture->clock.now += 1000;
  g_assert_true (qd_transaction_commit (transaction, NULL));
  qd_transaction_free (transaction);

  assert_told (fixture, fixture->card, "Imported 2 check-ins\nAdded “Raise NPS”");
  scratch_execute (fixture->scratch->path, "UPDATE tx SET payload='' WHERE kind=3");
  assert_told (fixture, other, "Imported 2 check-ins\nAdded “Lower churn”");
  history = qd_history_of (fixture->store, other, 1, NULL);
  g_assert_cmpint (((QdHistoryEntry *) history->pdata[0])->made, ==, QD_ID_NONE);

  makers = qd_history_read_makers (fixture->store, other, NULL);
  g_assert_cmpuint (g_hash_table_size (makers), ==, 1);
  g_assert_null (g_hash_table_lookup (makers, &first));
  maker = g_hash_table_lookup (makers, &second);
  g_assert_nonnull (maker);
  g_assert_cmpstr (maker->author, ==, "Mara");
  g_assert_cmpint (maker->at, ==, fixture->clock.now);
}

/* Every field that says where a thing of a board stands, or what it belongs to, is in
 * the index that a board of another day is found by.
 */
static void
test_index (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *sql = fixture_text (fixture->scratch->path,
                                       "SELECT sql FROM sqlite_schema WHERE name='chg_parent'");
  g_auto (GStrv) parts = g_strsplit (sql, "field=", -1);
  guint n_owners = 0;

  for (int kind = QD_ENTITY_BOARD; kind <= QD_ENTITY_LAST; kind++)
    {
      const QdFieldInfo *owner = qd_field_get_owner ((QdEntityKind) kind);
      gboolean found = FALSE;

      for (guint i = 1; owner != NULL && parts[i] != NULL; i++)
        found |= g_ascii_strtoll (parts[i], NULL, 10) == (gint64) owner->field;
      g_assert_true (found || owner == NULL);
      n_owners += owner != NULL;
    }
  g_assert_cmpuint (g_strv_length (parts), ==, n_owners + 1);
}

static void
add_test (const char *path,
          void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/history/card", test_card);
  add_test ("/history/entries", test_entries);
  add_test ("/history/checkin", test_checkin);
  add_test ("/history/rekey", test_rekey);
  add_test ("/history/hostile-titles", test_hostile_titles);
  add_test ("/history/board-at", test_board_at);
  add_test ("/history/strange-instants", test_strange_instants);
  add_test ("/history/numbers-at", test_numbers_at);
  add_test ("/history/checkin-at", test_checkin_at);
  add_test ("/history/came-back", test_came_back);
  add_test ("/history/same-stamp", test_same_stamp);
  add_test ("/history/planned-once", test_planned_once);
  add_test ("/history/undone-owner", test_undone_owner);
  add_test ("/history/answered-board", test_answered_board);
  add_test ("/history/apart", test_apart);
  add_test ("/history/thread", test_thread);
  add_test ("/history/import", test_import);
  add_test ("/history/index", test_index);

  return g_test_run ();
}
