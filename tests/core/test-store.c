/* The store as its users see it: what is written and what is not, who is told,
 * clocks that are wrong, and failures that change nothing.
 *
 * Typing is in test-typing.c, two windows on one file are in test-windows.c,
 * copies of the file in test-identity.c, random histories in test-invariants.c.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "model/qd-column.h"
#include "state-dump.h"
#include "store-fixture.h"
#include "store/qd-edit.h"
#include "store/qd-history.h"
#include "store/qd-projection.h"
#include "store/qd-search.h"
#include "store/qd-store-private.h"
#include "store/qd-undo.h"

#define YEAR_MS (G_GINT64_CONSTANT (365) * 24 * 60 * 60 * 1000)

typedef struct
{
  Scratch *scratch;
  FixtureClock clock;
  QdStore *store;
  QdId board;
  QdId columns[2];
  QdId objective;
  QdId card;

  /* What the store told. */
  guint n_changed;
  guint n_committed;
  guint touched;
  char *sentence;
} Fixture;

static void
on_changed (QdStore *store,
            guint    touched,
            Fixture *fixture)
{
  fixture->n_changed++;
  fixture->touched |= touched;
}

static void
on_committed (QdStore    *store,
              const char *sentence,
              Fixture    *fixture)
{
  fixture->n_committed++;
  g_free (fixture->sentence);
  fixture->sentence = g_strdup (sentence);
}

static void
listen (Fixture *fixture)
{
  g_signal_connect (fixture->store, "changed", G_CALLBACK (on_changed), fixture);
  g_signal_connect (fixture->store, "committed", G_CALLBACK (on_committed), fixture);
}

static void
forget (Fixture *fixture)
{
  fixture->n_changed = fixture->n_committed = fixture->touched = 0;
  g_clear_pointer (&fixture->sentence, g_free);
}

/* One board, loaded, with an objective, and with one card that is labelled. */
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
  fixture->objective = qd_edit_new_objective (fixture->store, fixture->board, "Delight", "Why",
                                              3, QD_ID_NONE, NULL);
  fixture->card = qd_edit_new_card (fixture->store, fixture->columns[0], "Raise NPS",
                                    fixture->objective, NULL, NULL);
  g_assert_cmpint (fixture->card, !=, QD_ID_NONE);
  listen (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->store);
  g_free (fixture->sentence);
  scratch_free (fixture->scratch);
}

static gint64
count_entries (Fixture *fixture)
{
  return scratch_count (fixture->scratch->path, "tx");
}

static const char *
title_of (QdStore *store,
          QdId     id)
{
  return qd_entity_get_title (qd_store_lookup (store, id));
}

static void
test_empty (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (QdStore) store = fixture_open (scratch->path, NULL);
  g_autoptr (GPtrArray) hits = qd_search_words (store, "anything", 10, NULL);
  g_autoptr (GPtrArray) archive = qd_search_archive (store, NULL);
  g_autoptr (GPtrArray) history = qd_history_of (store, QD_ID_NONE, 10, NULL);
  g_autoptr (QdWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *dump = state_dump_models (qd_store_get_workspace (store));

  g_assert_cmpstr (dump, ==, "");
  g_assert_cmpuint (hits->len, ==, 0);
  g_assert_cmpuint (archive->len, ==, 0);
  g_assert_cmpuint (history->len, ==, 0);
  g_assert_null (qd_undo_dup_name (store));
  g_assert_null (qd_redo_dup_name (store));
  g_assert_true (qd_store_catch_up (store, NULL));
  g_assert_null (qd_store_lookup (store, 1));
  g_assert_null (qd_store_lookup (store, QD_ID_NONE));
  g_assert_cmpstr (qd_store_get_path (store), ==, scratch->path);
  g_assert_false (qd_store_get_read_only (store));
  g_assert_cmpint (scratch_count (scratch->path, "tx"), ==, 0);

  g_object_get (store, "workspace", &workspace, NULL);
  g_assert_true (workspace == qd_store_get_workspace (store));

  g_assert_false (qd_undo_undo (store, NULL, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_NOT_FOUND);
}

static void
test_without_models (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (QdStore) worker = qd_store_open (fixture->scratch->path,
                                              QD_OPEN_EXISTING | QD_OPEN_WITHOUT_MODELS, NULL);

  g_assert_null (qd_store_get_workspace (worker));
  g_assert_null (qd_store_lookup (worker, fixture->card));
  g_assert_true (qd_store_catch_up (worker, NULL));
  g_assert_true (qd_edit_rename (worker, QD_ENTITY_CARD, fixture->card, "By a worker", NULL));
  g_assert_true (qd_undo_undo (worker, NULL, NULL));
  g_assert_true (qd_undo_redo (worker, NULL, NULL));

  g_assert_cmpstr (title_of (fixture->store, fixture->card), ==, "Raise NPS");
  g_assert_true (qd_store_catch_up (fixture->store, NULL));
  g_assert_cmpstr (title_of (fixture->store, fixture->card), ==, "By a worker");
}

/* Nothing is written, and nobody told, where nothing would change. */
static void
test_no_change (Fixture       *fixture,
                gconstpointer  data)
{
  QdStore *store = fixture->store;
  QdId cycle = qd_entity_get_id (QD_ENTITY (qd_board_get_cycle (
    QD_BOARD (qd_store_lookup (store, fixture->board)))));
  g_autoptr (QdTransaction) transaction = NULL;
  gint64 n_entries;

  g_assert_true (qd_edit_set_owner (store, fixture->card, "Mara Klein", NULL));
  fixture_new_card (store, fixture->columns[0], "Second");
  n_entries = count_entries (fixture);
  forget (fixture);
  fixture->clock.now += YEAR_MS;

  g_assert_true (qd_edit_rename (store, QD_ENTITY_CARD, fixture->card, " Raise\nNPS ", NULL));
  g_assert_true (qd_edit_archive (store, QD_ENTITY_CARD, fixture->card, FALSE, NULL));
  g_assert_true (qd_edit_set_owner (store, fixture->card, "mara KLEIN", NULL));
  g_assert_true (qd_edit_set_objective (store, fixture->card, fixture->objective, NULL));
  g_assert_true (qd_edit_set_column_limit (store, fixture->columns[0], 0, NULL));
  g_assert_true (qd_edit_change_objective (store, fixture->objective,
                                           &(QdObjectiveDraft) { "Delight", "Why", 3,
                                                                 QD_COMMITMENT_ASPIRATIONAL,
                                                                 1.0 }, NULL));
  g_assert_true (qd_edit_change_cycle (store, cycle, "2026 Q4", qd_day_new (2026, 10, 1),
                                       qd_day_new (2026, 12, 31), NULL));
  g_assert_true (qd_edit_move (store, QD_ENTITY_CARD, fixture->card, fixture->columns[0],
                               QD_SIDE_FIRST, QD_ID_NONE, NULL));
  g_assert_true (qd_edit_move (store, QD_ENTITY_COLUMN, fixture->columns[0], fixture->board,
                               QD_SIDE_BEFORE, fixture->columns[1], NULL));
  g_assert_true (qd_edit_move (store, QD_ENTITY_BOARD, fixture->board, cycle, QD_SIDE_LAST,
                               QD_ID_NONE, NULL));
  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  g_assert_true (qd_transaction_commit (transaction, NULL));
  qd_transaction_clear (transaction, fixture->card, QD_FIELD_CARD_TARGET);
  qd_transaction_set_text (transaction, fixture->card, QD_FIELD_CARD_UNIT, "");
  qd_transaction_set_real (transaction, fixture->card, QD_FIELD_CARD_BASELINE, NAN);
  g_assert_true (qd_transaction_commit (transaction, NULL));

  /* There and back within one transaction. */
  qd_transaction_set_text (transaction, fixture->card, QD_FIELD_CARD_TITLE, "Other");
  qd_transaction_set_text (transaction, fixture->card, QD_FIELD_CARD_TITLE, "Raise NPS");
  g_assert_true (qd_transaction_commit (transaction, NULL));

  g_assert_cmpint (count_entries (fixture), ==, n_entries);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_cmpuint (fixture->n_committed, ==, 0);
}

/* Each action is one entry, told once, when the models show it already. */
static void
test_signals (Fixture       *fixture,
              gconstpointer  data)
{
  QdStore *store = fixture->store;
  gint64 n_entries = count_entries (fixture);

  g_assert_true (qd_edit_rename (store, QD_ENTITY_CARD, fixture->card, "Raise it", NULL));
  g_assert_cmpuint (fixture->touched, ==, QD_CHANGES_VALUES);
  g_assert_cmpstr (fixture->sentence, ==, "Renamed “Raise NPS” to “Raise it”");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->n_committed, ==, 1);

  forget (fixture);
  g_assert_true (qd_edit_move (store, QD_ENTITY_CARD, fixture->card, fixture->columns[1],
                               QD_SIDE_LAST, QD_ID_NONE, NULL));
  g_assert_cmpuint (fixture->touched, ==, QD_CHANGES_PLACES);
  g_assert_cmpuint (fixture->n_committed, ==, 1);

  forget (fixture);
  g_assert_true (qd_edit_set_objective (store, fixture->card, QD_ID_NONE, NULL));
  g_assert_cmpuint (fixture->touched, ==, QD_CHANGES_LABELS);

  forget (fixture);
  g_assert_true (qd_edit_archive (store, QD_ENTITY_CARD, fixture->card, TRUE, NULL));
  g_assert_cmpuint (fixture->touched, ==, QD_CHANGES_PLACES | QD_CHANGES_LABELS);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->n_committed, ==, 1);

  g_assert_cmpint (count_entries (fixture), ==, n_entries + 4);
}

static void
test_author (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *author = NULL;

  qd_store_set_author (fixture->store, "Zoë");
  g_assert_cmpstr (qd_store_get_author (fixture->store), ==, "Zoë");
  g_assert_true (qd_edit_rename (fixture->store, QD_ENTITY_CARD, fixture->card, "Mine", NULL));
  author = fixture_text (fixture->scratch->path,
                         "SELECT author||json_extract(payload,'$.u') FROM tx"
                         " ORDER BY seq DESC LIMIT 1");
  g_assert_cmpstr (author, ==, "ZoëZoë");

  /* A login name of a machine that speaks Latin-1 must not spoil the log. */
  qd_store_set_author (fixture->store, "Zo\xeb");
  g_assert_true (qd_edit_rename (fixture->store, QD_ENTITY_CARD, fixture->card, "Yours", NULL));
  state_assert_log (fixture->scratch->path);
  g_assert_true (qd_projection_rebuild (qd_store_get_db (fixture->store), NULL, NULL));
}

static void
test_titles (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct {
    const char *typed;
    const char *kept;
  } cases[] = {
    { "  Two words  ", "Two words" },
    { "Two\nlines", "Two lines" },
    { "Two\r\nlines", "Two  lines" },
    { "\tTab\tin it\n", "Tab in it" },
    { "Line\xe2\x80\xa8separator", "Line separator" },
    { "Paragraph\xe2\x80\xa9separator", "Paragraph separator" },
    { "Form\x0c" "feed, \x0b" "and \x01", "Form feed,  and" },
    { "Next\xc2\x85line", "Next line" },
    { "\xe2\x80\x8f" "עברית", "\xe2\x80\x8f" "עברית" },
    { "👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦" },
    { "C:\\u0000\\new", "C:\\u0000\\new" },
  };
  static const char * const refused[] = {
    NULL, "", " ", "\n", "\t \r", "\xff", "ab\xc3", "\xc2\xa0", "\xe2\x80\x8b", "\x01",
    "\xe3\x80\x80 \xe2\x80\xa8",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *kept = NULL;

      qd_edit_rename (fixture->store, QD_ENTITY_CARD, fixture->card, cases[i].typed, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (title_of (fixture->store, fixture->card), ==, cases[i].kept);
      kept = fixture_text (fixture->scratch->path, "SELECT title FROM card");
      g_assert_cmpstr (kept, ==, cases[i].kept);
    }

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 n_entries = count_entries (fixture);

      g_test_message ("refused title %u", i);
      g_assert_false (qd_edit_rename (fixture->store, QD_ENTITY_CARD, fixture->card, refused[i],
                                      &error));
      g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
      g_clear_error (&error);
      g_assert_cmpint (qd_edit_new_card (fixture->store, fixture->columns[0], refused[i],
                                         QD_ID_NONE, NULL, &error), ==, QD_ID_NONE);
      g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
      g_assert_cmpint (count_entries (fixture), ==, n_entries);
    }
  g_assert_cmpstr (title_of (fixture->store, fixture->card), ==, "C:\\u0000\\new");
}

/* What is typed must be readable by the next who opens the file. */
static void
test_backslashes (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (QdStore) other = fixture_open (fixture->scratch->path, NULL);

  fixture_load_board (other, fixture->board);
  g_assert_true (qd_edit_rename (fixture->store, QD_ENTITY_CARD, fixture->card, "\\u0000", NULL));
  g_assert_true (qd_store_catch_up (other, NULL));
  g_assert_cmpstr (title_of (other, fixture->card), ==, "\\u0000");
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  g_assert_cmpstr (title_of (fixture->store, fixture->card), ==, "Raise NPS");
}

static void
test_long_title (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *title = g_malloc (100 * 1024 + 1);
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < 100 * 1024; i += 8)
    memcpy (title + i, "abcdefg ", 8);
  memcpy (title + 100 * 1024 - 8, "the end.", 9);

  g_assert_true (qd_edit_rename (fixture->store, QD_ENTITY_CARD, fixture->card, title, NULL));
  g_assert_cmpstr (title_of (fixture->store, fixture->card), ==, title);
  g_assert_cmpuint (strlen (fixture->sentence), <, 500);
  name = qd_undo_dup_name (fixture->store);
  g_assert_cmpuint (strlen (name), <, 500);
  hits = qd_search_words (fixture->store, "end", 10, NULL);
  g_assert_cmpuint (hits->len, ==, 1);

  qd_store_close (fixture->store);
  g_object_unref (fixture->store);
  fixture->store = fixture_open (fixture->scratch->path, &fixture->clock);
  fixture_load_board (fixture->store, fixture->board);
  g_assert_cmpstr (title_of (fixture->store, fixture->card), ==, title);
}

/* Whatever the clock says, what is written last is what is seen. */
static void
test_clocks (Fixture       *fixture,
             gconstpointer  data)
{
  static const gint64 clocks[] = {
    FIXTURE_NOW, FIXTURE_NOW - YEAR_MS, FIXTURE_NOW + 10 * YEAR_MS, 0, -1, -YEAR_MS,
    G_MININT64, G_MAXINT64, FIXTURE_NOW, G_GINT64_CONSTANT (4102444800000) - 1,
    G_GINT64_CONSTANT (4102444800000), 300 * YEAR_MS, FIXTURE_NOW, 1,
  };

  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    for (guint j = 0; j < 3; j++)
      {
        g_autofree char *title = g_strdup_printf ("Title %u %u", i, j);
        g_autoptr (GError) error = NULL;

        fixture->clock.now = clocks[i];
        qd_edit_rename (fixture->store, QD_ENTITY_CARD, fixture->card, title, &error);
        g_assert_no_error (error);
        g_assert_cmpstr (title_of (fixture->store, fixture->card), ==, title);
      }
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  g_assert_cmpstr (title_of (fixture->store, fixture->card), ==, "Title 13 1");
  fixture_new_card (fixture->store, fixture->columns[0], "Made at the beginning of time");

  g_assert_cmpint (scratch_ask (fixture->scratch->path,
                                "SELECT count(*) FROM tx WHERE stamp<=0 OR at<0 OR stamp>="
                                "(4102444800000<<16)"), ==, 0);
  {
    g_autofree char *tables = state_dump_tables (fixture->scratch->path);
    g_autofree char *expected = state_dump_from_payloads (fixture->scratch->path);

    state_assert_same ("The projections and what the log says", tables, expected);
  }
}

static void
assert_unchanged (Fixture    *fixture,
                  const char *models,
                  const char *tables)
{
  g_autofree char *models_now = state_dump_models (qd_store_get_workspace (fixture->store));
  g_autofree char *tables_now = state_dump_tables (fixture->scratch->path);

  state_assert_same ("The models before and after a failure", models, models_now);
  state_assert_same ("The projections before and after a failure", tables, tables_now);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_cmpuint (fixture->n_committed, ==, 0);
}

/* Each of the things that somebody does, all of which fail the same way. */
static void
assert_all_fail (Fixture *fixture,
                 QdError  code)
{
  g_autofree char *models = state_dump_models (qd_store_get_workspace (fixture->store));
  g_autofree char *tables = state_dump_tables (fixture->scratch->path);
  QdStore *store = fixture->store;
  const char *long_text = NULL;
  g_autofree char *text = g_strnfill (200000, 'x');

  long_text = text;
  for (int i = 0; i < 6; i++)
    {
      g_autoptr (GError) error = NULL;

      switch (i)
        {
        case 0:
          qd_edit_rename (store, QD_ENTITY_CARD, fixture->card, long_text, &error);
          break;
        case 1:
          qd_edit_new_card (store, fixture->columns[0], long_text, QD_ID_NONE, NULL, &error);
          break;
        case 2:
          qd_edit_change_objective (store, fixture->objective,
                                    &(QdObjectiveDraft) { .title = "Other", .why = long_text },
                                    &error);
          break;
        case 3:
          qd_edit_new_board (store, long_text, QD_ID_NONE, &error);
          break;
        case 4:
          qd_edit_new_objective (store, fixture->board, long_text, NULL, 0, QD_ID_NONE, &error);
          break;
        default:
          qd_edit_set_owner (store, fixture->card, long_text, &error);
          break;
        }
      g_assert_error (error, QD_ERROR, (int) code);
      assert_unchanged (fixture, models, tables);
    }
}

static void
assert_works_again (Fixture *fixture)
{
  g_assert_true (qd_edit_rename (fixture->store, QD_ENTITY_CARD, fixture->card, "Again", NULL));
  g_assert_cmpstr (title_of (fixture->store, fixture->card), ==, "Again");
  g_assert_cmpuint (fixture->n_committed, ==, 1);
  state_assert_log (fixture->scratch->path);
}

static void
test_disk_full (Fixture       *fixture,
                gconstpointer  data)
{
  QdDb *db = qd_store_get_db (fixture->store);
  gint64 n_pages = 0;
  g_autofree char *limit = NULL;

  g_assert_true (qd_db_get_integer (db, NULL, &n_pages, "PRAGMA page_count", ""));
  limit = g_strdup_printf ("PRAGMA max_page_count=%" G_GINT64_FORMAT, n_pages + 4);
  g_assert_true (qd_db_exec (db, limit, NULL));
  assert_all_fail (fixture, QD_ERROR_NO_SPACE);

  g_assert_true (qd_db_exec (db, "PRAGMA max_page_count=1000000", NULL));
  assert_works_again (fixture);
}

/* The very last statement of a commit fails. */
static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  sqlite3_db_config (qd_db_get_handle (qd_store_get_db (fixture->store)),
                     SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, NULL);
  scratch_execute (fixture->scratch->path,
                   "CREATE TRIGGER fails BEFORE UPDATE OF head ON stream BEGIN"
                   " SELECT RAISE(ABORT, 'no'); END");
  assert_all_fail (fixture, QD_ERROR_FAILED);

  scratch_execute (fixture->scratch->path, "DROP TRIGGER fails");
  assert_works_again (fixture);
}

static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (QdDb) other = qd_db_open (fixture->scratch->path, QD_DB_READ_WRITE, NULL);

  sqlite3_busy_timeout (qd_db_get_handle (qd_store_get_db (fixture->store)), 10);
  g_assert_true (qd_db_begin (other, NULL));
  assert_all_fail (fixture, QD_ERROR_LOCKED);

  qd_db_rollback (other);
  assert_works_again (fixture);
}

static void
test_invalid_text (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *models = state_dump_models (qd_store_get_workspace (fixture->store));
  g_autofree char *tables = state_dump_tables (fixture->scratch->path);
  g_autoptr (QdTransaction) transaction = qd_transaction_new (fixture->store,
                                                              QD_TRANSACTION_EDIT);
  g_autoptr (GError) error = NULL;

  qd_transaction_set_text (transaction, fixture->card, QD_FIELD_CARD_TITLE, "Fine");
  qd_transaction_set_text (transaction, fixture->card, QD_FIELD_CARD_UNIT, "\xff");
  g_assert_false (qd_transaction_commit (transaction, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
  assert_unchanged (fixture, models, tables);
}

/* One that is freed without a commit leaves no trace. */
static void
test_dropped (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *models = state_dump_models (qd_store_get_workspace (fixture->store));
  g_autofree char *tables = state_dump_tables (fixture->scratch->path);
  QdTransaction *transaction = qd_transaction_new (fixture->store, QD_TRANSACTION_EDIT);

  qd_transaction_create (transaction, QD_ENTITY_CARD);
  qd_transaction_set_text (transaction, fixture->card, QD_FIELD_CARD_TITLE, "Never");
  qd_transaction_free (transaction);
  assert_unchanged (fixture, models, tables);
}

/* Models live on when the file is closed. */
static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (QdEntity) card = g_object_ref (qd_store_lookup (fixture->store, fixture->card));
  g_autoptr (QdBoard) board = g_object_ref (QD_BOARD (qd_store_lookup (fixture->store,
                                                                       fixture->board)));

  qd_store_close (fixture->store);
  qd_store_close (fixture->store);
  g_assert_cmpstr (qd_entity_get_title (card), ==, "Raise NPS");
  g_assert_null (qd_store_get_workspace (fixture->store));
  g_assert_cmpuint (qd_ordered_list_get_length (qd_board_get_columns (board)), ==, 4);
}

/* How many rows of cards were read in search of the right ones. */
static int
count_scanned_cards (sqlite3 *handle)
{
  int n_scanned = 0;

  for (sqlite3_stmt *row = sqlite3_next_stmt (handle, NULL); row != NULL;
       row = sqlite3_next_stmt (handle, row))
    if (strstr (sqlite3_sql (row), "main.\"card\"") != NULL)
      n_scanned += sqlite3_stmt_status (row, SQLITE_STMTSTATUS_FULLSCAN_STEP, TRUE);

  return n_scanned;
}

/* A new objective and a new person come without a look through all cards. */
static void
test_no_scans (Fixture       *fixture,
               gconstpointer  data)
{
  sqlite3 *handle = qd_db_get_handle (qd_store_get_db (fixture->store));
  QdId id;

  fixture_new_card (fixture->store, fixture->columns[0], "Another");
  count_scanned_cards (handle);
  id = qd_edit_new_objective (fixture->store, fixture->board, "Delight more", NULL, 0,
                              QD_ID_NONE, NULL);
  g_assert_true (qd_edit_move (fixture->store, QD_ENTITY_OBJECTIVE, id, fixture->board,
                               QD_SIDE_FIRST, QD_ID_NONE, NULL));
  g_assert_true (qd_edit_set_owner (fixture->store, fixture->card, "Ann", NULL));
  g_assert_cmpint (count_scanned_cards (handle), ==, 0);
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

  g_test_add_func ("/store/empty", test_empty);
  add_test ("/store/without-models", test_without_models);
  add_test ("/store/no-change", test_no_change);
  add_test ("/store/signals", test_signals);
  add_test ("/store/author", test_author);
  add_test ("/store/titles", test_titles);
  add_test ("/store/backslashes", test_backslashes);
  add_test ("/store/long-title", test_long_title);
  add_test ("/store/clocks", test_clocks);
  add_test ("/store/disk-full", test_disk_full);
  add_test ("/store/failure", test_failure);
  add_test ("/store/locked", test_locked);
  add_test ("/store/invalid-text", test_invalid_text);
  add_test ("/store/dropped", test_dropped);
  add_test ("/store/close", test_close);
  add_test ("/store/no-scans", test_no_scans);

  return g_test_run ();
}
