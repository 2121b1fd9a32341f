/* Two windows, or two programs, on one file: each shows what the other did, and
 * neither takes back or doubles what it had not seen yet.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "model/qd-column.h"
#include "model/qd-key-result.h"
#include "state-dump.h"
#include "store-fixture.h"
#include "store/qd-edit-checkin.h"
#include "store/qd-edit.h"
#include "store/qd-ingest.h"
#include "store/qd-store-private.h"
#include "store/qd-transaction.h"
#include "store/qd-undo.h"

/* How long the other program keeps the file to itself. */
#define HOLD_US (200 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  Scratch *scratch;
  FixtureClock clock;
  QdStore *store;
  QdId board;
  QdId columns[2];
  QdId card;

  /* For the other program. */
  GAsyncQueue *held;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->scratch = scratch_new ();
  fixture->clock.now = FIXTURE_NOW;
  fixture->store = fixture_open (fixture->scratch->path, &fixture->clock);
  fixture->board = fixture_new_board (fixture->store, "Growth");
  fixture_load_board (fixture->store, fixture->board);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->columns); i++)
    fixture->columns[i] = fixture_column (fixture->store, fixture->board, i);
  fixture->card = fixture_new_card (fixture->store, fixture->columns[0], "Raise NPS");
  fixture->held = g_async_queue_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->store);
  g_async_queue_unref (fixture->held);
  scratch_free (fixture->scratch);
}

static void
rename_card (QdStore    *store,
             QdId        card,
             const char *title)
{
  g_autoptr (GError) error = NULL;

  qd_edit_rename (store, QD_ENTITY_CARD, card, title, &error);
  g_assert_no_error (error);
}

static void
assert_title (Fixture    *fixture,
              const char *title)
{
  g_assert_cmpstr (qd_entity_get_title (qd_store_lookup (fixture->store, fixture->card)), ==,
                   title);
}

/* A card is moved in one window while the other one opens its new board. */
static void
test_load_while_moved (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (QdStore) other = fixture_open (fixture->scratch->path, &fixture->clock);
  QdId board = fixture_new_board (other, "Platform");
  QdId column = fixture_column (other, board, 0);
  g_autofree char *titles = NULL;
  g_autofree char *left = NULL;

  g_assert_true (qd_store_catch_up (fixture->store, NULL));
  g_assert_true (qd_edit_move (other, QD_ENTITY_CARD, fixture->card, column, QD_SIDE_LAST,
                               QD_ID_NONE, NULL));
  fixture_load_board (fixture->store, board);
  g_assert_true (qd_store_catch_up (fixture->store, NULL));

  titles = fixture_titles (fixture->store, column);
  left = fixture_titles (fixture->store, fixture->columns[0]);
  g_assert_cmpstr (titles, ==, "Raise NPS");
  g_assert_cmpstr (left, ==, "");
  g_assert_finalize_object (g_steal_pointer (&other));
}

static void
move_card (QdStore *store,
           QdId     card,
           QdId     column)
{
  g_autoptr (GError) error = NULL;

  qd_edit_move (store, QD_ENTITY_CARD, card, column, QD_SIDE_LAST, QD_ID_NONE, &error);
  g_assert_no_error (error);
}

/* How many cards the columns of a board show, as the window knows them. */
static void
assert_counts (Fixture    *fixture,
               QdId        board,
               const char *expected)
{
  GListModel *columns =
    G_LIST_MODEL (qd_board_get_columns (QD_BOARD (qd_store_lookup (fixture->store, board))));
  g_autoptr (GString) counts = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (QdColumn) column = g_list_model_get_item (columns, i);

      g_string_append_printf (counts, "%s%u", i > 0 ? " " : "", qd_column_get_n_cards (column));
    }
  g_assert_cmpstr (counts->str, ==, expected);
}

/* A card of a board that is not open went to one column here and to another on a
 * copy, whose entries the other window takes in. The copy knew only of the column
 * that both took it from.
 */
static void
test_taken_in_moved (Fixture       *fixture,
                     gconstpointer  data)
{
  const QdId board = fixture_new_board (fixture->store, "Platform");
  g_autofree char *path = scratch_name (fixture->scratch, "copy.db");
  g_autoptr (QdStore) other = NULL;
  g_autoptr (QdStore) copy = NULL;
  g_autoptr (GPtrArray) parcels = NULL;
  FixtureClock late = { FIXTURE_NOW + 60000 };
  QdId columns[3];

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    columns[i] = fixture_column (fixture->store, board, i);
  move_card (fixture->store, fixture->card, columns[0]);
  assert_counts (fixture, board, "1 0 0 0");

  fixture_copy (fixture->scratch->path, path);
  copy = fixture_open (path, &late);
  other = fixture_open (fixture->scratch->path, &fixture->clock);
  move_card (fixture->store, fixture->card, columns[1]);
  assert_counts (fixture, board, "0 1 0 0");
  move_card (copy, fixture->card, columns[2]);
  parcels = qd_ingest_list (copy, NULL);
  g_assert_true (qd_ingest (other, parcels, NULL));
  g_assert_true (qd_store_catch_up (fixture->store, NULL));
  assert_counts (fixture, board, "0 0 1 0");

  g_assert_finalize_object (g_steal_pointer (&other));
  g_assert_finalize_object (g_steal_pointer (&copy));
}

static void
give_checkin (QdStore *store,
              QdId     checkin,
              QdId     card)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

  qd_transaction_set_id (transaction, checkin, QD_FIELD_CHECKIN_CARD, card);
  g_assert_true (qd_transaction_commit (transaction, NULL));
}

/* A check-in went to one card here and to another on a copy, whose entries the other
 * window takes in: the card that had it here shows it no more.
 */
static void
test_taken_in (Fixture       *fixture,
               gconstpointer  data)
{
  const QdCheckinDraft draft = { .day = qd_day_new (2026, 10, 2), .value = 5 };
  const QdId here = fixture_new_card (fixture->store, fixture->columns[0], "Here");
  const QdId there = fixture_new_card (fixture->store, fixture->columns[0], "There");
  const QdId checkin = qd_edit_check_in (fixture->store, fixture->card, &draft, NULL);
  g_autofree char *path = scratch_name (fixture->scratch, "copy.db");
  g_autoptr (QdStore) other = NULL;
  g_autoptr (QdStore) copy = NULL;
  g_autoptr (GPtrArray) parcels = NULL;
  FixtureClock late = { FIXTURE_NOW + 60000 };

  fixture_copy (fixture->scratch->path, path);
  copy = fixture_open (path, &late);
  other = fixture_open (fixture->scratch->path, &fixture->clock);
  give_checkin (fixture->store, checkin, here);
  give_checkin (copy, checkin, there);
  parcels = qd_ingest_list (copy, NULL);
  g_assert_true (qd_ingest (other, parcels, NULL));

  g_assert_cmpfloat (qd_key_result_get_current (QD_KEY_RESULT (
                       qd_store_lookup (fixture->store, here))), ==, 5);
  g_assert_true (qd_store_catch_up (fixture->store, NULL));
  g_assert_true (isnan (qd_key_result_get_current (QD_KEY_RESULT (
                          qd_store_lookup (fixture->store, here)))));
  g_assert_cmpfloat (qd_key_result_get_current (QD_KEY_RESULT (
                       qd_store_lookup (fixture->store, there))), ==, 5);
  g_assert_finalize_object (g_steal_pointer (&other));
  g_assert_finalize_object (g_steal_pointer (&copy));
}

/* The models look at the weight of a card, and nobody else here does. */
static int
hide_weights (gpointer    data,
              int         action,
              const char *table,
              const char *column,
              const char *schema,
              const char *trigger)
{
  return action == SQLITE_READ && g_strcmp0 (table, "card") == 0 &&
         g_strcmp0 (column, "weight") == 0 ? SQLITE_DENY : SQLITE_OK;
}

static void
set_blind (QdStore  *store,
           gboolean  blind)
{
  sqlite3_set_authorizer (qd_db_get_handle (qd_store_get_db (store)),
                          blind ? hide_weights : NULL, NULL);
}

/* What could not be shown is shown later, also if nothing was written since. */
static void
test_made_good (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (QdStore) other = fixture_open (fixture->scratch->path, &fixture->clock);
  g_autoptr (GError) error = NULL;

  rename_card (other, fixture->card, "Theirs");
  set_blind (fixture->store, TRUE);
  g_assert_false (qd_store_catch_up (fixture->store, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_FAILED);
  assert_title (fixture, "Raise NPS");

  set_blind (fixture->store, FALSE);
  g_assert_true (qd_store_catch_up (fixture->store, NULL));
  assert_title (fixture, "Theirs");
  g_assert_finalize_object (g_steal_pointer (&other));
}

/* The same for what was done here: it is saved, and the person hears nothing of
 * an error.
 */
static void
test_own_made_good (Fixture       *fixture,
                    gconstpointer  data)
{
  set_blind (fixture->store, TRUE);
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "*saved but cannot be shown*");
  rename_card (fixture->store, fixture->card, "Mine");
  g_test_assert_expected_messages ();
  assert_title (fixture, "Raise NPS");

  set_blind (fixture->store, FALSE);
  g_assert_true (qd_store_catch_up (fixture->store, NULL));
  assert_title (fixture, "Mine");
}

/* Entries from elsewhere are taken in or not; whether they can be shown at once
 * does not matter.
 */
static void
test_foreign_made_good (Fixture       *fixture,
                        gconstpointer  data)
{
  FixtureClock later = { FIXTURE_NOW + 1000 };
  g_autofree char *path = scratch_name (fixture->scratch, "copy.db");
  g_autoptr (QdStore) copy = NULL;
  g_autoptr (GPtrArray) parcels = NULL;
  g_autoptr (GError) error = NULL;

  fixture_copy (fixture->scratch->path, path);
  copy = fixture_open (path, &later);
  rename_card (copy, fixture->card, "Elsewhere");
  parcels = qd_ingest_list (copy, NULL);

  set_blind (fixture->store, TRUE);
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "*saved but cannot be shown*");
  g_assert_true (qd_ingest (fixture->store, parcels, &error));
  g_assert_no_error (error);
  g_test_assert_expected_messages ();

  set_blind (fixture->store, FALSE);
  g_assert_true (qd_store_catch_up (fixture->store, NULL));
  assert_title (fixture, "Elsewhere");
}

/* A program of another format took the file over: nothing is written any more. */
static void
test_other_format (Fixture       *fixture,
                   gconstpointer  data)
{
  static const struct
  {
    const char *sql;
    QdError code;
  } formats[] = {
    { "PRAGMA user_version=99", QD_ERROR_NEWER },
    { "PRAGMA user_version=1", QD_ERROR_FAILED },
  };
  const gint64 n_entries = scratch_count (fixture->scratch->path, "tx");

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GError) error = NULL;

      scratch_execute (fixture->scratch->path, formats[i].sql);
      g_assert_false (qd_edit_rename (fixture->store, QD_ENTITY_CARD, fixture->card, "Late",
                                      &error));
      g_assert_error (error, QD_ERROR, (int) formats[i].code);
      assert_title (fixture, "Raise NPS");
    }
  g_assert_cmpint (scratch_count (fixture->scratch->path, "tx"), ==, n_entries);
}

/* The other program: has the file to itself for a while, renames the card and
 * makes a person and a team.
 */
static gpointer
work_elsewhere (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (QdStore) store = qd_store_open (fixture->scratch->path, QD_OPEN_WITHOUT_MODELS,
                                             NULL);
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  QdId person = qd_transaction_create (transaction, QD_ENTITY_PERSON);
  QdId team = qd_transaction_create (transaction, QD_ENTITY_TEAM);

  qd_transaction_set_text (transaction, fixture->card, QD_FIELD_CARD_TITLE, "Theirs");
  qd_transaction_set_text (transaction, person, QD_FIELD_PERSON_TITLE, "Ann");
  qd_transaction_set_text (transaction, team, QD_FIELD_TEAM_TITLE, "Platform");
  g_assert_true (qd_transaction_lock (transaction, NULL));
  g_async_queue_push (fixture->held, fixture);
  g_usleep (HOLD_US);
  g_assert_true (qd_transaction_commit (transaction, NULL));

  return NULL;
}

/* Returns while the other program has the file. */
static GThread *
begin_elsewhere (Fixture *fixture)
{
  GThread *thread = g_thread_new ("elsewhere", work_elsewhere, fixture);

  g_async_queue_pop (fixture->held);

  return thread;
}

/* An undo that had to wait looks at what is there afterwards: theirs was the last
 * thing done in this copy of the file.
 */
static void
test_undo_waits (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GThread *thread;

  rename_card (fixture->store, fixture->card, "Mine");
  thread = begin_elsewhere (fixture);
  qd_undo_undo (fixture->store, NULL, &error);
  g_assert_no_error (error);
  g_thread_join (thread);
  assert_title (fixture, "Mine");
}

static void
test_no_person_twice (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GThread *thread = begin_elsewhere (fixture);

  qd_edit_set_owner (fixture->store, fixture->card, "Ann", &error);
  g_assert_no_error (error);
  g_thread_join (thread);
  g_assert_cmpint (scratch_count (fixture->scratch->path, "person"), ==, 1);
}

static void
test_no_team_twice (Fixture       *fixture,
                    gconstpointer  data)
{
  GThread *thread = begin_elsewhere (fixture);

  fixture_new_board (fixture->store, "Platform");
  g_thread_join (thread);
  g_assert_cmpint (scratch_count (fixture->scratch->path, "team"), ==, 2);
}

/* One that is freed without a commit gives the file back. */
static void
test_lock_given_back (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (QdStore) other = fixture_open (fixture->scratch->path, &fixture->clock);
  QdTransaction *transaction = qd_transaction_new (fixture->store, QD_TRANSACTION_EDIT);

  g_assert_true (qd_transaction_lock (transaction, NULL));
  g_assert_true (qd_transaction_lock (transaction, NULL));
  qd_transaction_free (transaction);

  rename_card (other, fixture->card, "Theirs");
  g_assert_finalize_object (g_steal_pointer (&other));
}

/* Somebody moves the file, or puts another in its place: what is written then
 * would be lost, so it is not. */
static void
test_file_goes (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *away = scratch_name (fixture->scratch, "away.db");
  const char *path = fixture->scratch->path;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (g_rename (path, away), ==, 0);
      if (i == 1)
        g_assert_true (g_file_set_contents (path, "", 0, NULL));
      g_assert_false (qd_edit_rename (fixture->store, QD_ENTITY_CARD, fixture->card, "Lost",
                                      &error));
      g_assert_error (error, QD_ERROR, QD_ERROR_NOT_FOUND);
      g_assert_nonnull (strstr (error->message, path));
      assert_title (fixture, "Raise NPS");

      g_assert_cmpint (g_rename (away, path), ==, 0);
    }

  rename_card (fixture->store, fixture->card, "Raise NPS");
  rename_card (fixture->store, fixture->card, "Kept");
  assert_title (fixture, "Kept");
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

  add_test ("/windows/load-while-moved", test_load_while_moved);
  add_test ("/windows/taken-in", test_taken_in);
  add_test ("/windows/taken-in/moved", test_taken_in_moved);
  add_test ("/windows/made-good", test_made_good);
  add_test ("/windows/made-good/own", test_own_made_good);
  add_test ("/windows/made-good/foreign", test_foreign_made_good);
  add_test ("/windows/other-format", test_other_format);
  add_test ("/windows/undo-waits", test_undo_waits);
  add_test ("/windows/nothing-twice/person", test_no_person_twice);
  add_test ("/windows/nothing-twice/team", test_no_team_twice);
  add_test ("/windows/lock-given-back", test_lock_given_back);
  add_test ("/windows/file-goes", test_file_goes);

  return g_test_run ();
}
