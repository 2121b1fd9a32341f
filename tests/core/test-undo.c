/* Undo and redo: what is on top of the two stacks and what it is called, what a
 * new edit forgets, and what stays because somebody else changed it since.
 *
 * That undo and redo bring back the very same state is in test-invariants.c.
 */

#include "config.h"

#include "model/qd-card.h"
#include "state-dump.h"
#include "store-fixture.h"
#include "store/qd-edit.h"
#include "store/qd-history.h"
#include "store/qd-ingest.h"
#include "store/qd-undo.h"

typedef struct
{
  Scratch *scratch;
  FixtureClock clock;
  QdStore *store;
  QdId board;
  QdId columns[2];
  QdId card;
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
  fixture->card = fixture_new_card (fixture->store, fixture->columns[0], "A");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->store);
  scratch_free (fixture->scratch);
}

static void
rename_card (Fixture    *fixture,
             const char *title)
{
  g_autoptr (GError) error = NULL;

  qd_edit_rename (fixture->store, QD_ENTITY_CARD, fixture->card, title, &error);
  g_assert_no_error (error);
}

static void
assert_title (Fixture    *fixture,
              const char *title)
{
  g_assert_cmpstr (qd_entity_get_title (qd_store_lookup (fixture->store, fixture->card)), ==,
                   title);
}

/* What the menu offers. */
static void
assert_offers (Fixture    *fixture,
               const char *undo,
               const char *redo)
{
  g_autofree char *undo_name = qd_undo_dup_name (fixture->store);
  g_autofree char *redo_name = qd_redo_dup_name (fixture->store);

  g_assert_cmpstr (undo_name, ==, undo);
  g_assert_cmpstr (redo_name, ==, redo);
}

static void
assert_undoes (Fixture    *fixture,
               const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;

  qd_undo_undo (fixture->store, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (report, ==, expected);
}

static void
assert_redoes (Fixture    *fixture,
               const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;

  qd_undo_redo (fixture->store, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (report, ==, expected);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  assert_offers (fixture, "Add “A”", NULL);
  rename_card (fixture, "B");
  assert_offers (fixture, "Rename “A” to “B”", NULL);
  assert_undoes (fixture, "Undone: Rename “A” to “B”");
  assert_title (fixture, "A");
  assert_offers (fixture, "Add “A”", "Rename “A” to “B”");
  assert_redoes (fixture, "Redone: Rename “A” to “B”");
  assert_title (fixture, "B");
  assert_offers (fixture, "Rename “A” to “B”", NULL);

  /* The redone is undone under the same name, for ever. */
  assert_undoes (fixture, "Undone: Rename “A” to “B”");
  assert_redoes (fixture, "Redone: Rename “A” to “B”");
  assert_undoes (fixture, "Undone: Rename “A” to “B”");
  assert_offers (fixture, "Add “A”", "Rename “A” to “B”");
  assert_undoes (fixture, "Undone: Add “A”");
  assert_offers (fixture, "Create the Board “Growth”", "Add “A”");
}

/* What was undone before an edit cannot be done again after it: neither at once,
 * nor when the edit itself was undone and done again.
 */
static void
test_edit_forgets (Fixture       *fixture,
                   gconstpointer  data)
{
  rename_card (fixture, "B");
  assert_undoes (fixture, "Undone: Rename “A” to “B”");
  rename_card (fixture, "C");
  assert_offers (fixture, "Rename “A” to “C”", NULL);
  assert_undoes (fixture, "Undone: Rename “A” to “C”");
  assert_offers (fixture, "Add “A”", "Rename “A” to “C”");
  assert_redoes (fixture, "Redone: Rename “A” to “C”");
  assert_offers (fixture, "Rename “A” to “C”", NULL);
  g_assert_false (qd_undo_redo (fixture->store, NULL, NULL));
  assert_title (fixture, "C");
}

static void
test_deep (Fixture       *fixture,
           gconstpointer  data)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *title = g_strdup_printf ("T%u", i);

      rename_card (fixture, title);
    }
  for (guint n = 1; n <= 50; n += 7)
    {
      for (guint i = 0; i < n; i++)
        g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
      {
        g_autofree char *title = n < 50 ? g_strdup_printf ("T%u", 49 - n) : g_strdup ("A");

        assert_title (fixture, title);
      }
      for (guint i = 0; i < n; i++)
        g_assert_true (qd_undo_redo (fixture->store, NULL, NULL));
      assert_title (fixture, "T49");
      g_assert_false (qd_undo_redo (fixture->store, NULL, NULL));
    }
}

/* The stack is the log: it survives a restart, and nothing is undone twice. */
static void
test_restart (Fixture       *fixture,
              gconstpointer  data)
{
  rename_card (fixture, "B");
  rename_card (fixture, "C");
  assert_undoes (fixture, "Undone: Rename “B” to “C”");

  g_assert_finalize_object (fixture->store);
  fixture->store = fixture_open (fixture->scratch->path, &fixture->clock);
  fixture_load_board (fixture->store, fixture->board);
  assert_offers (fixture, "Rename “A” to “B”", "Rename “B” to “C”");
  assert_undoes (fixture, "Undone: Rename “A” to “B”");
  assert_title (fixture, "A");
  assert_redoes (fixture, "Redone: Rename “A” to “B”");
  assert_redoes (fixture, "Redone: Rename “B” to “C”");
  assert_title (fixture, "C");
}

/* A move of undo goes back exactly to where the card was. */
static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fixture_new_card (fixture->store, fixture->columns[0], "X");
  g_assert_true (qd_edit_move (fixture->store, QD_ENTITY_CARD, fixture->card,
                               fixture->columns[0], QD_SIDE_LAST, QD_ID_NONE, NULL));
  before = fixture_titles (fixture->store, fixture->columns[0]);
  g_assert_cmpstr (before, ==, "X A");
  g_assert_true (qd_edit_move (fixture->store, QD_ENTITY_CARD, fixture->card,
                               fixture->columns[1], QD_SIDE_FIRST, QD_ID_NONE, NULL));
  assert_offers (fixture, "Move “A” to In Progress", NULL);
  assert_undoes (fixture, "Undone: Move “A” to In Progress");
  after = fixture_titles (fixture->store, fixture->columns[0]);
  g_assert_cmpstr (after, ==, "X A");
}

/* One action is one step, whatever it needed. */
static void
test_one_step (Fixture       *fixture,
               gconstpointer  data)
{
  QdWorkspace *workspace = qd_store_get_workspace (fixture->store);
  QdOrderedList *people = qd_workspace_get_people (workspace);
  QdOrderedList *boards = qd_workspace_get_boards (workspace);
  QdOrderedList *cycles = qd_workspace_get_cycles (workspace);

  g_assert_true (qd_edit_set_owner (fixture->store, fixture->card, "Mara", NULL));
  g_assert_cmpuint (qd_ordered_list_get_length (people), ==, 1);
  assert_undoes (fixture, "Undone: Give “A” to Mara");
  g_assert_cmpuint (qd_ordered_list_get_length (people), ==, 0);
  g_assert_null (qd_card_get_owner (QD_CARD (qd_store_lookup (fixture->store, fixture->card))));

  fixture_new_board (fixture->store, "Platform");
  g_assert_cmpuint (qd_ordered_list_get_length (cycles), ==, 2);
  assert_undoes (fixture, "Undone: Create the Board “Platform”");
  g_assert_cmpuint (qd_ordered_list_get_length (boards), ==, 1);
  g_assert_cmpuint (qd_ordered_list_get_length (cycles), ==, 1);
  g_assert_cmpuint (qd_ordered_list_get_length (qd_workspace_get_teams (workspace)), ==, 1);
  assert_redoes (fixture, "Redone: Create the Board “Platform”");
  g_assert_cmpuint (qd_ordered_list_get_length (cycles), ==, 2);
}

/* The same object comes back, so that what holds it goes on. */
static void
test_same_object (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (QdEntity) card = g_object_ref (qd_store_lookup (fixture->store, fixture->card));

  g_assert_true (qd_entity_get_alive (card));
  assert_undoes (fixture, "Undone: Add “A”");
  g_assert_false (qd_entity_get_alive (card));
  assert_redoes (fixture, "Redone: Add “A”");
  g_assert_true (qd_entity_get_alive (card));
  g_assert_true (qd_store_lookup (fixture->store, fixture->card) == card);
}

/* A copy of the file in which somebody else works. */
static QdStore *
open_copy (Fixture      *fixture,
           FixtureClock *clock)
{
  g_autofree char *path = scratch_name (fixture->scratch, "copy.db");
  QdStore *copy;

  fixture_copy (fixture->scratch->path, path);
  copy = fixture_open (path, clock);
  fixture_load_board (copy, fixture->board);

  return copy;
}

static void
hand_over (QdStore *from,
           QdStore *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parcels = qd_ingest_list (from, &error);

  g_assert_no_error (error);
  qd_ingest (to, parcels, &error);
  g_assert_no_error (error);
}

/* What somebody else changed since stays, and the report says so. */
static void
test_changed_since (Fixture       *fixture,
                    gconstpointer  data)
{
  FixtureClock later = { FIXTURE_NOW + 1000 };
  g_autoptr (QdStore) copy = NULL;

  rename_card (fixture, "B");
  copy = open_copy (fixture, &later);
  g_assert_true (qd_edit_rename (copy, QD_ENTITY_CARD, fixture->card, "Theirs", NULL));
  hand_over (copy, fixture->store);
  assert_title (fixture, "Theirs");

  assert_undoes (fixture, "Left as it is, because it was changed since: Rename “A” to “B”");
  assert_title (fixture, "Theirs");

  /* It is consumed: the next undo goes on behind it. */
  assert_offers (fixture, "Add “A”", "Rename “A” to “B”");
  g_assert_true (qd_undo_redo (fixture->store, NULL, NULL));
  assert_title (fixture, "Theirs");
}

static void
test_changed_in_part (Fixture       *fixture,
                      gconstpointer  data)
{
  FixtureClock later = { FIXTURE_NOW + 1000 };
  g_autoptr (QdStore) copy = NULL;
  QdEntity *objective;
  QdId id = qd_edit_new_objective (fixture->store, fixture->board, "O", "Why", 1,
                                   QD_ID_NONE, NULL);

  g_assert_true (qd_edit_change_objective (fixture->store, id,
                                           &(QdObjectiveDraft) { "P", "Because", 2,
                                                                 QD_COMMITMENT_ASPIRATIONAL,
                                                                 1.0 }, NULL));
  copy = open_copy (fixture, &later);
  g_assert_true (qd_edit_rename (copy, QD_ENTITY_OBJECTIVE, id, "Theirs", NULL));
  hand_over (copy, fixture->store);

  assert_undoes (fixture, "Undone in part: Rename “O” to “P” (1 value was changed since and "
                 "stays)");
  objective = qd_store_lookup (fixture->store, id);
  g_assert_cmpstr (qd_entity_get_title (objective), ==, "Theirs");
  g_assert_cmpstr (qd_objective_get_why (QD_OBJECTIVE (objective)), ==, "Why");
  g_assert_cmpuint (qd_objective_get_colour (QD_OBJECTIVE (objective)), ==, 1);
}

/* Somebody else happened to write the very same value: it is theirs. */
static void
test_same_value_of_another (Fixture       *fixture,
                            gconstpointer  data)
{
  FixtureClock later = { FIXTURE_NOW + 1000 };
  g_autoptr (QdStore) copy = open_copy (fixture, &later);

  rename_card (fixture, "B");
  g_assert_true (qd_edit_rename (copy, QD_ENTITY_CARD, fixture->card, "B", NULL));
  hand_over (copy, fixture->store);
  assert_undoes (fixture, "Left as it is, because it was changed since: Rename “A” to “B”");
  assert_title (fixture, "B");
}

/* What another device did is not ours to undo. */
static void
test_of_another (Fixture       *fixture,
                 gconstpointer  data)
{
  FixtureClock later = { FIXTURE_NOW + 1000 };
  g_autoptr (QdStore) copy = open_copy (fixture, &later);

  g_assert_true (qd_edit_set_owner (copy, fixture->card, "Ola", NULL));
  hand_over (copy, fixture->store);
  assert_offers (fixture, "Add “A”", NULL);
}

/* The history tells of undo and redo, too. */
static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) history = NULL;

  rename_card (fixture, "B");
  fixture->clock.now += 1000;
  assert_undoes (fixture, "Undone: Rename “A” to “B”");
  fixture->clock.now += 1000;
  assert_redoes (fixture, "Redone: Rename “A” to “B”");
  history = qd_history_of (fixture->store, fixture->card, 10, NULL);
  g_assert_cmpuint (history->len, ==, 4);
  g_assert_cmpstr (((QdHistoryEntry *) history->pdata[0])->sentence, ==,
                   "Redone: Rename “A” to “B”");
  g_assert_cmpstr (((QdHistoryEntry *) history->pdata[1])->sentence, ==,
                   "Undone: Rename “A” to “B”");
  g_assert_cmpstr (((QdHistoryEntry *) history->pdata[2])->sentence, ==,
                   "Renamed “A” to “B”");
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 n_entries;
  g_autoptr (GError) error = NULL;

  g_assert_false (qd_undo_redo (fixture->store, NULL, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  n_entries = scratch_count (fixture->scratch->path, "tx");
  g_assert_false (qd_undo_undo (fixture->store, NULL, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_NOT_FOUND);
  assert_offers (fixture, NULL, "Create the Board “Growth”");
  g_assert_cmpint (scratch_count (fixture->scratch->path, "tx"), ==, n_entries);
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

  add_test ("/undo/names", test_names);
  add_test ("/undo/edit-forgets", test_edit_forgets);
  add_test ("/undo/deep", test_deep);
  add_test ("/undo/restart", test_restart);
  add_test ("/undo/move", test_move);
  add_test ("/undo/one-step", test_one_step);
  add_test ("/undo/same-object", test_same_object);
  add_test ("/undo/changed-since", test_changed_since);
  add_test ("/undo/changed-in-part", test_changed_in_part);
  add_test ("/undo/same-value-of-another", test_same_value_of_another);
  add_test ("/undo/of-another", test_of_another);
  add_test ("/undo/history", test_history);
  add_test ("/undo/nothing", test_nothing);

  return g_test_run ();
}
