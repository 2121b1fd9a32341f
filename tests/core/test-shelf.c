/* The shelf: what waits, why, since when and from where; how it comes back or goes on
 * elsewhere; and that it is in no archive.
 */

#include "config.h"

#include "card-fixture.h"
#include "model/qd-focus.h"
#include "state-dump.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-close.h"
#include "store/qd-edit-shelf.h"
#include "store/qd-search.h"
#include "store/qd-shelf.h"
#include "store/qd-store-private.h"
#include "store/qd-undo.h"

static GPtrArray *
read_shelf (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *shelf = qd_shelf_read (fixture->store, &error);

  g_assert_no_error (error);

  return shelf;
}

/* Titles, each with what waits with it. */
static void
assert_shelf (Fixture    *fixture,
              const char *expected)
{
  g_autoptr (GPtrArray) shelf = read_shelf (fixture);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < shelf->len; i++)
    {
      const QdShelved *one = shelf->pdata[i];

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", one->title);
      for (guint j = 0; j < one->key_results->len; j++)
        g_string_append_printf (text, "+%s", (const char *) one->key_results->pdata[j]);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
shelve (Fixture      *fixture,
        QdEntityKind  kind,
        QdId          id,
        const char   *reason)
{
  g_autoptr (GError) error = NULL;

  fixture->clock.now += 1000;
  qd_edit_shelve (fixture->store, kind, id, reason, &error);
  g_assert_no_error (error);
}

static QdId
take (Fixture      *fixture,
      QdEntityKind  kind,
      QdId          id,
      QdId          board)
{
  g_autoptr (GError) error = NULL;
  QdId there;

  fixture->clock.now += 1000;
  there = qd_edit_take_from_shelf (fixture->store, kind, id, board, &error);
  g_assert_no_error (error);
  g_assert_cmpint (there, !=, QD_ID_NONE);

  return there;
}

static QdId
new_card (Fixture    *fixture,
          const char *title,
          QdId        objective)
{
  return qd_edit_new_card (fixture->store, fixture->columns[1], title, objective, NULL, NULL);
}

static QdId
new_board (Fixture    *fixture,
           const char *team)
{
  const QdId board = fixture_new_board (fixture->store, team);

  fixture_load_board (fixture->store, board);

  return board;
}

static void
assert_column (Fixture *fixture,
               QdId     card,
               QdId     column)
{
  QdEntity *entity = qd_store_lookup (fixture->store, card);

  g_assert_true (QD_IS_CARD (entity));
  g_assert_true (qd_entity_get_alive (entity));
  g_assert_cmpint (qd_entity_get_id (QD_ENTITY (qd_card_get_column (QD_CARD (entity)))), ==,
                   column);
}

static void
assert_objective (Fixture *fixture,
                  QdId     card,
                  QdId     objective)
{
  QdCard *entity = QD_CARD (qd_store_lookup (fixture->store, card));

  g_assert_cmpint (qd_entity_get_id (QD_ENTITY (qd_card_get_objective (entity))), ==, objective);
}

static void
test_card (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *before = card_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) shelf = NULL;
  g_autoptr (GPtrArray) archive = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  const QdShelved *one;

  qd_store_set_author (fixture->store, "Mara");
  shelve (fixture, QD_ENTITY_CARD, fixture->card, "No data\nyet");
  g_assert_false (qd_entity_get_alive (qd_store_lookup (fixture->store, fixture->card)));
  name = qd_undo_dup_name (fixture->store);
  g_assert_cmpstr (name, ==, "Put “Raise NPS” on the Shelf");

  shelf = read_shelf (fixture);
  g_assert_cmpuint (shelf->len, ==, 1);
  one = shelf->pdata[0];
  g_assert_cmpint (one->kind, ==, QD_ENTITY_CARD);
  g_assert_cmpint (one->id, ==, fixture->card);
  g_assert_cmpstr (one->title, ==, "Raise NPS");
  g_assert_cmpstr (one->reason, ==, "No data\nyet");
  g_assert_cmpint (one->since, ==, fixture->clock.now);
  g_assert_cmpstr (one->author, ==, "Mara");
  g_assert_cmpint (one->board, ==, fixture->board);
  g_assert_cmpstr (one->board_title, ==, "Growth");
  g_assert_true (one->at_home);
  g_assert_cmpstr (one->objective, ==, "");

  /* It waits, and is in no archive; a search says so. */
  archive = qd_search_archive (fixture->store, NULL);
  g_assert_cmpuint (archive->len, ==, 0);
  hits = qd_search_words (fixture->store, "NPS", 5, NULL);
  g_assert_cmpuint (hits->len, >, 0);
  g_assert_true (((QdHit *) hits->pdata[0])->archived);
  g_assert_true (((QdHit *) hits->pdata[0])->shelved);

  g_assert_cmpint (take (fixture, QD_ENTITY_CARD, fixture->card, QD_ID_NONE), ==,
                   fixture->card);
  assert_shelf (fixture, "");
  after = card_fixture_dump (fixture);
  state_assert_same ("The board before and after", before, after);
  g_clear_pointer (&name, g_free);
  name = qd_undo_dup_name (fixture->store);
  g_assert_cmpstr (name, ==, "Take “Raise NPS” off the Shelf");
}

/* An objective waits with its key results, and without those that waited before. */
static void
test_objective (Fixture       *fixture,
                gconstpointer  data)
{
  const QdId early = new_card (fixture, "Early", fixture->objective);
  const QdId one = new_card (fixture, "One", fixture->objective);
  const QdId other = new_card (fixture, "Other", fixture->objective);
  const gint64 n_entries = card_fixture_count (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  shelve (fixture, QD_ENTITY_CARD, early, NULL);
  before = card_fixture_dump (fixture);
  shelve (fixture, QD_ENTITY_OBJECTIVE, fixture->objective, "No time");
  g_assert_cmpint (card_fixture_count (fixture), ==, n_entries + 2);
  assert_shelf (fixture, "Delight+One+Other, Early");
  g_assert_false (qd_entity_get_alive (qd_store_lookup (fixture->store, one)));
  g_assert_false (qd_entity_get_alive (qd_store_lookup (fixture->store, other)));
  g_assert_true (qd_entity_get_alive (qd_store_lookup (fixture->store, fixture->card)));

  take (fixture, QD_ENTITY_OBJECTIVE, fixture->objective, QD_ID_NONE);
  assert_shelf (fixture, "Early");
  after = card_fixture_dump (fixture);
  state_assert_same ("The board before and after", before, after);

  /* Undo and redo keep them together. */
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  assert_shelf (fixture, "Delight+One+Other, Early");
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  g_assert_true (qd_undo_redo (fixture->store, NULL, NULL));
  assert_shelf (fixture, "Delight+One+Other, Early");
}

static void
test_elsewhere (Fixture       *fixture,
                gconstpointer  data)
{
  const QdId one = new_card (fixture, "One", fixture->objective);
  const QdId other = new_board (fixture, "Sales");
  const QdId delight = qd_edit_new_objective (fixture->store, other, "delight", NULL, 0,
                                              QD_ID_NONE, NULL);
  const QdId start = fixture_column (fixture->store, other, 0);

  /* A key result finds the objective of the same title there. */
  shelve (fixture, QD_ENTITY_CARD, one, "Later");
  g_assert_cmpint (take (fixture, QD_ENTITY_CARD, one, other), ==, one);
  assert_column (fixture, one, start);
  assert_objective (fixture, one, delight);

  /* An objective takes its own along. */
  shelve (fixture, QD_ENTITY_OBJECTIVE, delight, NULL);
  assert_shelf (fixture, "delight+One");
  g_assert_cmpint (take (fixture, QD_ENTITY_OBJECTIVE, delight, fixture->board), ==, delight);
  assert_column (fixture, one, fixture->columns[0]);
  assert_objective (fixture, one, delight);
  assert_shelf (fixture, "");
}

/* Back to its column, where that is still there. */
static void
test_no_column (Fixture       *fixture,
                gconstpointer  data)
{
  const QdId one = new_card (fixture, "One", fixture->objective);

  shelve (fixture, QD_ENTITY_CARD, one, NULL);
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_COLUMN, fixture->columns[1], TRUE,
                                  NULL));
  take (fixture, QD_ENTITY_CARD, one, QD_ID_NONE);
  assert_column (fixture, one, fixture->columns[0]);
}

static void
close_board (Fixture    *fixture,
             QdDecision  decision)
{
  g_autoptr (GError) error = NULL;

  qd_edit_accept_grades (fixture->store, fixture->board, card_fixture_day (31), &error);
  g_assert_no_error (error);
  qd_edit_set_decision (fixture->store, fixture->card, decision, &error);
  g_assert_no_error (error);
  qd_edit_close_board (fixture->store, fixture->board, card_fixture_day (31), &error);
  g_assert_no_error (error);
}

/* What a closed board lets wait stays there; something new goes on from it. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  const QdId other = new_board (fixture, "Sales");
  g_autoptr (GPtrArray) shelf = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  QdKeyResult *next;
  QdId there;

  g_assert_true (qd_edit_set_objective (fixture->store, fixture->card, fixture->objective, NULL));
  g_assert_true (qd_edit_set_text (fixture->store, fixture->card, QD_FIELD_CARD_SHELF_REASON,
                                   "No data", FALSE, NULL));
  assert_shelf (fixture, "");
  close_board (fixture, QD_DECISION_SHELVE);
  assert_shelf (fixture, "Raise NPS");
  shelf = read_shelf (fixture);
  g_assert_cmpstr (((QdShelved *) shelf->pdata[0])->reason, ==, "No data");
  g_assert_cmpstr (((QdShelved *) shelf->pdata[0])->objective, ==, "Delight");
  g_assert_cmpint (((QdShelved *) shelf->pdata[0])->since, ==, fixture->clock.now);
  g_assert_false (((QdShelved *) shelf->pdata[0])->at_home);

  before = state_dump_board (QD_BOARD (qd_store_lookup (fixture->store, fixture->board)));
  there = take (fixture, QD_ENTITY_CARD, fixture->card, other);
  g_assert_cmpint (there, !=, fixture->card);
  next = QD_KEY_RESULT (qd_store_lookup (fixture->store, there));
  g_assert_cmpfloat (qd_key_result_get_baseline (next), ==, 12);
  assert_column (fixture, there, fixture_column (fixture->store, other, 0));
  g_assert_cmpstr (qd_entity_get_title (QD_ENTITY (qd_card_get_objective (QD_CARD (next)))), ==,
                   "Delight");
  name = qd_undo_dup_name (fixture->store);
  g_assert_cmpstr (name, ==, "Carry Over “Raise NPS”");
  assert_shelf (fixture, "");
  after = state_dump_board (QD_BOARD (qd_store_lookup (fixture->store, fixture->board)));
  g_assert_cmpstr (after, ==, before);

  /* Not twice, until it is taken back. */
  g_assert_cmpint (qd_edit_take_from_shelf (fixture->store, QD_ENTITY_CARD, fixture->card, other,
                                            &error), ==, QD_ID_NONE);
  g_assert_error (error, QD_ERROR, QD_ERROR_NOT_FOUND);
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  assert_shelf (fixture, "Raise NPS");

  /* It waits only while its board is closed. */
  g_assert_true (qd_edit_reopen_board (fixture->store, fixture->board, NULL));
  assert_shelf (fixture, "");
}

/* What was on the shelf before its board was closed goes on in the same way. */
static void
test_shelved_then_closed (Fixture       *fixture,
                          gconstpointer  data)
{
  const QdId one = new_card (fixture, "One", fixture->objective);
  const QdId other = new_board (fixture, "Sales");
  QdId there;

  shelve (fixture, QD_ENTITY_OBJECTIVE, fixture->objective, "No time");
  close_board (fixture, QD_DECISION_DONE);
  assert_shelf (fixture, "Delight+One");
  there = take (fixture, QD_ENTITY_OBJECTIVE, fixture->objective, other);
  g_assert_cmpint (there, !=, fixture->objective);
  assert_shelf (fixture, "");
  g_assert_cmpint (scratch_ask (fixture->scratch->path, "SELECT archived FROM objective"
                                " WHERE title='Delight' AND continues IS NULL"), ==,
                   QD_KEEPING_SHELF);
  g_assert_false (qd_entity_get_alive (qd_store_lookup (fixture->store, one)));
  g_assert_cmpint (scratch_ask (fixture->scratch->path, "SELECT count(*) FROM card AS c"
                                " JOIN objective AS o ON o.id=c.objective"
                                " WHERE c.continues IS NOT NULL AND o.continues IS NOT NULL"),
                   ==, 1);
}

/* With the plan of the next board, in the same step. */
static void
test_plan (Fixture       *fixture,
           gconstpointer  data)
{
  const QdId one = new_card (fixture, "One", fixture->objective);
  const QdId other = new_board (fixture, "Sales");
  const QdId sell = qd_edit_new_objective (fixture->store, other, "Sell", NULL, 0, QD_ID_NONE,
                                           NULL);
  const QdId waiting[] = { one, sell };
  const QdNextPlan plan = {
    .cycle_title = "2027 Q1", .first_day = qd_day_new (2027, 1, 1),
    .last_day = qd_day_new (2027, 3, 31), .from_shelf = waiting,
    .n_from_shelf = G_N_ELEMENTS (waiting),
  };
  const gint64 n_entries = card_fixture_count (fixture) + 2;
  g_autoptr (GError) error = NULL;
  QdBoard *board;
  QdId next;

  shelve (fixture, QD_ENTITY_CARD, one, NULL);
  shelve (fixture, QD_ENTITY_OBJECTIVE, sell, NULL);
  next = qd_edit_plan_next (fixture->store, fixture->board, &plan, &error);
  g_assert_no_error (error);
  g_assert_cmpint (card_fixture_count (fixture), ==, n_entries + 1);
  board = fixture_load_board (fixture->store, next);
  assert_shelf (fixture, "");
  assert_column (fixture, one, fixture_column (fixture->store, next, 0));
  g_assert_cmpuint (qd_ordered_list_get_length (qd_board_get_objectives (board)), ==, 2);
  g_assert_cmpstr (qd_entity_get_title (QD_ENTITY (qd_card_get_objective (
                     QD_CARD (qd_store_lookup (fixture->store, one))))), ==, "Delight");
}

/* What went on on a board that was put away waits again; and a board without columns is
 * no place to go on. */
static void
test_put_away (Fixture       *fixture,
               gconstpointer  data)
{
  const QdId one = new_card (fixture, "One", fixture->objective);
  QdNextPlan plan = {
    .cycle_title = "2027 Q1", .first_day = qd_day_new (2027, 1, 1),
    .last_day = qd_day_new (2027, 3, 31), .from_shelf = &one, .n_from_shelf = 1,
  };
  const QdId cards[] = { fixture->card, one };
  g_autoptr (GError) error = NULL;
  QdOrderedList *columns;
  QdId next;

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      g_assert_true (qd_edit_set_grade (fixture->store, cards[i], 0.5, NULL, NULL));
      g_assert_true (qd_edit_set_decision (fixture->store, cards[i],
                                           i == 0 ? QD_DECISION_DONE : QD_DECISION_SHELVE,
                                           NULL));
    }
  g_assert_true (qd_edit_close_board (fixture->store, fixture->board,
                                      qd_day_new (2026, 12, 31), &error));
  g_assert_no_error (error);
  assert_shelf (fixture, "One");

  next = qd_edit_plan_next (fixture->store, fixture->board, &plan, &error);
  g_assert_no_error (error);
  assert_shelf (fixture, "");
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_BOARD, next, TRUE, NULL));
  assert_shelf (fixture, "One");

  g_assert_true (qd_edit_reopen_board (fixture->store, fixture->board, NULL));
  columns = qd_board_get_columns (QD_BOARD (qd_store_lookup (fixture->store, fixture->board)));
  while (qd_ordered_list_get_length (columns) > 0)
    g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_COLUMN,
                                    qd_entity_get_id (qd_ordered_list_peek (columns, 0)), TRUE,
                                    NULL));
  plan.from_shelf = NULL;
  plan.n_from_shelf = 0;
  g_assert_cmpint (qd_edit_plan_next (fixture->store, fixture->board, &plan, &error), ==,
                   QD_ID_NONE);
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
}

static void
assert_focus (Fixture  *fixture,
              guint     n,
              gboolean  is_full)
{
  QdEntity *board = qd_store_lookup (fixture->store, fixture->board);
  QdFocus focus;

  qd_focus_of_board (QD_BOARD (board), &focus);
  g_assert_cmpuint (focus.n, ==, n);
  g_assert_cmpuint (focus.limit, ==, 4);
  g_assert_cmpint (focus.is_full, ==, is_full);
}

/* Four are enough; a fifth comes for another one, in one step. */
static void
test_swap (Fixture       *fixture,
           gconstpointer  data)
{
  const QdObjectiveDraft draft = {
    .title = " New\none ", .why = "So", .colour = 3, .commitment = QD_COMMITMENT_COMMITTED,
    .weight = 2,
  };
  const QdSwap swap = { fixture->objective, "Not now" };
  QdStore *store = fixture->store;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *name = NULL;
  QdFocus focus;
  QdObjective *made;
  QdId last = QD_ID_NONE;

  for (guint i = 1; i < 4; i++)
    {
      assert_focus (fixture, i, FALSE);
      last = qd_edit_new_objective (store, fixture->board, "More", NULL, i, QD_ID_NONE, NULL);
    }
  assert_focus (fixture, 4, TRUE);
  before = card_fixture_dump (fixture);
  made = QD_OBJECTIVE (qd_store_lookup (store, qd_edit_swap_objective (store, fixture->board,
                                                                       &draft, &swap, NULL)));
  assert_focus (fixture, 4, TRUE);
  assert_shelf (fixture, "Delight");
  g_assert_cmpstr (qd_entity_get_title (QD_ENTITY (made)), ==, "New one");
  g_assert_cmpstr (qd_objective_get_why (made), ==, "So");
  g_assert_cmpuint (qd_objective_get_colour (made), ==, 3);
  g_assert_cmpint (qd_objective_get_commitment (made), ==, QD_COMMITMENT_COMMITTED);
  g_assert_cmpfloat (qd_objective_get_weight (made), ==, 2);
  name = qd_undo_dup_name (store);
  g_assert_cmpstr (name, ==, "Add the Objective “New one”");
  g_assert_true (qd_undo_undo (store, NULL, NULL));
  after = card_fixture_dump (fixture);
  state_assert_same ("The board before and after the swap", before, after);

  for (guint i = 0; i < 4; i++)
    new_card (fixture, "More", last);
  qd_focus_of_objective (QD_OBJECTIVE (qd_store_lookup (store, last)), &focus);
  g_assert_cmpuint (focus.n, ==, 4);
  g_assert_true (focus.is_full);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  const QdSwap nobody = { 4711, NULL };
  const QdObjectiveDraft draft = { .title = "New" };
  QdStore *store = fixture->store;
  const gint64 n_entries = card_fixture_count (fixture);
  g_autoptr (GError) error = NULL;

#define assert_not_found(call) \
  G_STMT_START { \
    g_assert_false (call); \
    g_assert_error (error, QD_ERROR, QD_ERROR_NOT_FOUND); \
    g_assert_cmpint (card_fixture_count (fixture), ==, n_entries); \
    g_clear_error (&error); \
  } G_STMT_END

  assert_not_found (qd_edit_shelve (store, QD_ENTITY_CARD, 4711, NULL, &error));
  assert_not_found (qd_edit_take_from_shelf (store, QD_ENTITY_CARD, fixture->card, QD_ID_NONE,
                                             &error));
  assert_not_found (qd_edit_swap_objective (store, fixture->board, &draft, &nobody, &error));
#undef assert_not_found
}

static void
add_test (const char  *path,
          void       (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, card_fixture_set_up, test, card_fixture_tear_down);
}

/* How many rows were read in search of what waits. */
static int
count_scanned (Fixture *fixture)
{
  sqlite3 *handle = qd_db_get_handle (qd_store_get_db (fixture->store));
  int n_scanned = 0;

  for (sqlite3_stmt *row = sqlite3_next_stmt (handle, NULL); row != NULL;
       row = sqlite3_next_stmt (handle, row))
    if (strstr (sqlite3_sql (row), "WITH taken") != NULL)
      n_scanned += sqlite3_stmt_status (row, SQLITE_STMTSTATUS_FULLSCAN_STEP, TRUE);

  return n_scanned;
}

/* It is counted after each change, so nobody looks through all cards for it. */
static void
test_count (Fixture       *fixture,
            gconstpointer  unused)
{
  guint n;

  g_assert_true (qd_shelf_count (fixture->store, &n, NULL));
  g_assert_cmpuint (n, ==, 0);

  new_card (fixture, "Stays", QD_ID_NONE);
  shelve (fixture, QD_ENTITY_CARD, new_card (fixture, "Waits", QD_ID_NONE), "");
  shelve (fixture, QD_ENTITY_CARD, fixture->card, "");
  g_assert_true (qd_shelf_count (fixture->store, &n, NULL));
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (count_scanned (fixture), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/shelf/card", test_card);
  add_test ("/shelf/objective", test_objective);
  add_test ("/shelf/elsewhere", test_elsewhere);
  add_test ("/shelf/no-column", test_no_column);
  add_test ("/shelf/closed", test_closed);
  add_test ("/shelf/shelved-then-closed", test_shelved_then_closed);
  add_test ("/shelf/plan", test_plan);
  add_test ("/shelf/put-away", test_put_away);
  add_test ("/shelf/swap", test_swap);
  add_test ("/shelf/refused", test_refused);
  add_test ("/shelf/count", test_count);

  return g_test_run ();
}
