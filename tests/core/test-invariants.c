/* What always holds in one file, whatever is done to it: hundreds of random
 * histories, each from a seed that is printed. A failure is repeated with
 * --seed and the one that GLib prints.
 *
 * What holds between files that exchange their entries is in test-merge.c.
 */

#include "config.h"

#include "state-dump.h"
#include "store-fixture.h"
#include "store-random.h"
#include "store/qd-alignment-tree.h"
#include "store/qd-alignment.h"
#include "store/qd-history.h"
#include "store/qd-loader.h"
#include "store/qd-projection.h"
#include "store/qd-store-private.h"
#include "store/qd-undo.h"

#define N_STEPS 60

/* How many histories, and how many with -m thorough. */
#define N_HISTORIES(n) (g_test_thorough () ? 20 * (n) : (n))

typedef struct
{
  Scratch *scratch;
  FixtureClock clock;
  GRand *rand;
  QdStore *store;
} History;

static void
history_begin (History *self)
{
  const guint32 seed = (guint32) g_test_rand_int ();

  g_test_message ("history of seed %u", seed);
  self->scratch = scratch_new ();
  self->clock.now = FIXTURE_NOW;
  self->rand = store_random_new (seed);
  self->store = fixture_open (self->scratch->path, &self->clock);
  store_random_populate (self->store, self->rand);
}

static void
history_end (History *self)
{
  g_assert_finalize_object (self->store);
  g_rand_free (self->rand);
  scratch_free (self->scratch);
}

static void
history_step (History          *self,
              StoreRandomFlags  flags)
{
  self->clock.now += g_rand_int_range (self->rand, 1, 40000);
  store_random_step (self->store, self->rand, flags);
}

static void
history_reopen (History *self)
{
  g_assert_finalize_object (self->store);
  self->store = fixture_open (self->scratch->path, &self->clock);
}

static void
load_boards (QdStore *store,
             GRand   *rand)
{
  QdOrderedList *boards = qd_workspace_get_boards (qd_store_get_workspace (store));

  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    if (g_rand_boolean (rand))
      fixture_load_board (store, qd_entity_get_id (qd_ordered_list_peek (boards, i)));
}

/* Loads what is loaded in @store into models made anew, in another order. */
static void
load_alike (QdLoader *loader,
            QdStore  *store)
{
  QdOrderedList *boards = qd_workspace_get_boards (qd_loader_get_workspace (loader));

  for (guint i = qd_ordered_list_get_length (boards); i > 0; i--)
    {
      QdBoard *board = qd_ordered_list_peek (boards, i - 1);
      QdEntity *live = qd_store_lookup (store, qd_entity_get_id (QD_ENTITY (board)));
      g_autoptr (GError) error = NULL;

      g_assert_true (QD_IS_BOARD (live));
      if (qd_board_get_loaded (QD_BOARD (live)))
        qd_loader_load_board (loader, board, &error);
      g_assert_no_error (error);
    }
}

static void
assert_models_as_fresh (QdStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdDb) db = qd_db_open (qd_store_get_path (store), QD_DB_READ_ONLY, &error);
  g_autoptr (QdLoader) fresh = NULL;
  g_autofree char *shown = state_dump_models (qd_store_get_workspace (store));
  g_autofree char *expected = NULL;

  g_assert_no_error (error);
  fresh = qd_loader_new (db, "main");
  g_assert_true (qd_loader_load (fresh, &error));
  load_alike (fresh, store);
  expected = state_dump_models (qd_loader_get_workspace (fresh));

  state_assert_same ("The models and those of a file just opened", shown, expected);
}

static void
assert_tables_follow_from_log (const char *path)
{
  g_autofree char *tables = state_dump_tables (path);
  g_autofree char *expected = state_dump_from_payloads (path);

  state_assert_same ("The projections and what the log says", tables, expected);
}

/* "Models are equal to those of a file just opened", after every step, with
 * boards loaded before it and not.
 */
static void
test_models (gconstpointer data)
{
  const StoreRandomFlags flags = GPOINTER_TO_INT (data);

  for (int i = 0; i < N_HISTORIES (30); i++)
    {
      History history;

      history_begin (&history);
      for (int step = 0; step < N_STEPS; step++)
        {
          if (step % 8 == 0)
            load_boards (history.store, history.rand);
          history_step (&history, flags);
          assert_models_as_fresh (history.store);
          if (g_rand_int_range (history.rand, 0, 20) == 0)
            history_reopen (&history);
        }
      history_end (&history);
    }
}

static void
assert_in_step (QdStore *store)
{
  g_autoptr (GError) error = NULL;

  qd_store_catch_up (store, &error);
  g_assert_no_error (error);
  assert_models_as_fresh (store);
}

/* "Two windows or two processes on one file work": both show the same once they
 * looked, whoever wrote, typed over or took back what.
 */
static void
test_two_stores (gconstpointer data)
{
  const StoreRandomFlags flags = GPOINTER_TO_INT (data);

  for (int i = 0; i < N_HISTORIES (30); i++)
    {
      g_autoptr (QdStore) other = NULL;
      History history;

      history_begin (&history);
      other = fixture_open (history.scratch->path, &history.clock);
      for (int step = 0; step < N_STEPS; step++)
        {
          QdStore *writer = g_rand_boolean (history.rand) ? history.store : other;

          history.clock.now += g_rand_int_range (history.rand, 1, 20000);
          if (step % 8 == 0)
            load_boards (writer, history.rand);
          store_random_step (writer, history.rand, flags);
          if (g_rand_boolean (history.rand))
            assert_in_step (history.store);
          if (g_rand_boolean (history.rand))
            assert_in_step (other);
        }
      g_assert_finalize_object (g_steal_pointer (&other));
      history_end (&history);
    }
}

/* "The payload is the only truth": what the projections show follows from it,
 * and search covers it.
 */
static void
test_tables (gconstpointer data)
{
  const StoreRandomFlags flags = GPOINTER_TO_INT (data);

  for (int i = 0; i < N_HISTORIES (30); i++)
    {
      History history;

      history_begin (&history);
      for (int step = 0; step < N_STEPS; step++)
        {
          history_step (&history, flags);
          if (step % 5 == 0)
            assert_tables_follow_from_log (history.scratch->path);
        }
      assert_tables_follow_from_log (history.scratch->path);
      state_assert_search (history.scratch->path);
      state_assert_log (history.scratch->path);
      history_end (&history);
    }
}

/* "Rebuild changes nothing." */
static void
test_rebuild (void)
{
  for (int i = 0; i < N_HISTORIES (20); i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      History history;

      history_begin (&history);
      for (int step = 0; step < N_STEPS; step++)
        history_step (&history, STORE_RANDOM_UNDO | STORE_RANDOM_WILD);

      before = state_dump_tables (history.scratch->path);
      qd_projection_rebuild (qd_store_get_db (history.store), NULL, &error);
      g_assert_no_error (error);
      after = state_dump_tables (history.scratch->path);
      state_assert_same ("The projections before and after a rebuild", before, after);
      state_assert_search (history.scratch->path);
      assert_models_as_fresh (history.store);
      history_end (&history);
    }
}

/* How many objectives on boards of a cycle a walk from @objective meets. */
static guint
count_below (QdStore         *store,
             QdAlignmentTree *tree,
             QdObjective     *objective,
             QdCycle         *cycle,
             guint            depth)
{
  g_autoptr (GPtrArray) children = qd_alignment_tree_list_children (tree, objective);
  guint n = qd_board_get_cycle (qd_objective_get_board (objective)) == cycle ? 1 : 0;

  g_assert_cmpuint (depth, <, 1000);
  for (guint i = 0; i < children->len; i++)
    {
      g_assert_true (qd_alignment_get_parent (store, children->pdata[i]) == objective);
      g_assert_true (qd_alignment_is_within (store, children->pdata[i],
                                             qd_entity_get_id (QD_ENTITY (objective))));
      n += count_below (store, tree, children->pdata[i], cycle, depth + 1);
    }

  return n;
}

static guint
count_objectives (QdStore *store,
                  QdCycle *cycle)
{
  QdOrderedList *boards = qd_workspace_get_boards (qd_store_get_workspace (store));
  guint n = 0;

  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    {
      QdBoard *board = qd_ordered_list_peek (boards, i);

      if (qd_board_get_cycle (board) == cycle)
        n += qd_ordered_list_get_length (qd_board_get_objectives (board));
    }

  return n;
}

/* However objectives are aligned, also in rings, the tree of a cycle has each of its
 * objectives once.
 */
static void
test_trees (void)
{
  for (int i = 0; i < N_HISTORIES (20); i++)
    {
      History history;

      history_begin (&history);
      for (int step = 0; step < N_STEPS; step++)
        {
          QdOrderedList *cycles = qd_workspace_get_cycles (qd_store_get_workspace (history.store));

          history_step (&history, STORE_RANDOM_UNDO | STORE_RANDOM_WILD);
          for (guint n = 0; n < qd_ordered_list_get_length (cycles); n++)
            {
              QdCycle *cycle = qd_ordered_list_peek (cycles, n);
              g_autoptr (GPtrArray) roots = qd_alignment_list_roots (history.store, cycle);
              g_autoptr (QdAlignmentTree) tree = qd_alignment_tree_new (history.store,
                                                                        qd_day_new (2026, 11, 15));
              guint n_met = 0;

              for (guint root = 0; root < roots->len; root++)
                n_met += count_below (history.store, tree, roots->pdata[root], cycle, 0);
              g_assert_cmpuint (n_met, ==, count_objectives (history.store, cycle));
            }
        }
      history_end (&history);
    }
}

static gboolean
take_back (QdStore *store,
           gboolean redo)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;
  const gboolean done = redo ? qd_undo_redo (store, &report, &error)
                             : qd_undo_undo (store, &report, &error);

  if (!done)
    g_assert_error (error, QD_ERROR, QD_ERROR_NOT_FOUND);
  else
    {
      g_assert_false (g_str_has_prefix (report, "Left as it is"));
      g_assert_null (g_strstr_len (report, -1, "in part"));
    }

  return done;
}

/* The state, and what the menu offers. */
static char *
dump_with_stacks (History *history)
{
  g_autofree char *tables = state_dump_tables (history->scratch->path);
  g_autofree char *undo = qd_undo_dup_name (history->store);
  g_autofree char *redo = qd_redo_dup_name (history->store);

  return g_strdup_printf ("%s\nUndo %s\nRedo %s", tables, undo, redo);
}

/* "Undo then redo is the identity when alone": any number of steps back and as
 * many forward, with restarts in between, again and again.
 */
static void
test_undo (void)
{
  for (int i = 0; i < N_HISTORIES (30); i++)
    {
      History history;

      history_begin (&history);
      for (int step = 0; step < N_STEPS; step++)
        {
          g_autofree char *before = NULL;
          g_autofree char *after = NULL;
          int n_undone = 0;
          const int n_wanted = g_rand_int_range (history.rand, 1, 12);

          history_step (&history, STORE_RANDOM_UNDO);
          if (step % 6 != 0)
            continue;

          before = dump_with_stacks (&history);
          while (n_undone < n_wanted && take_back (history.store, FALSE))
            n_undone++;
          if (g_rand_boolean (history.rand))
            history_reopen (&history);
          for (int n = 0; n < n_undone; n++)
            g_assert_true (take_back (history.store, TRUE));
          after = dump_with_stacks (&history);
          state_assert_same ("The state before undo and after redo", before, after);
          assert_models_as_fresh (history.store);
        }
      history_end (&history);
    }
}

/* Everything can be taken back to the empty file, one state after the other, and
 * be done again, through the very same states.
 */
static void
test_undo_all (void)
{
  for (int i = 0; i < N_HISTORIES (15); i++)
    {
      g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
      History history;
      gint64 entries;

      history_begin (&history);
      for (int step = 0; step < N_STEPS; step++)
        history_step (&history, STORE_RANDOM_WILD);
      load_boards (history.store, history.rand);

      do
        g_ptr_array_add (states, state_dump_tables (history.scratch->path));
      while (take_back (history.store, FALSE));
      g_assert_cmpstr (states->pdata[states->len - 1], ==, "");
      assert_models_as_fresh (history.store);
      entries = scratch_count (history.scratch->path, "tx");
      g_assert_cmpint (entries, ==, 2 * (gint64) (states->len - 1));

      for (guint n = states->len - 1; n > 0; n--)
        {
          g_autofree char *state = NULL;

          g_assert_true (take_back (history.store, TRUE));
          state = state_dump_tables (history.scratch->path);
          state_assert_same ("A state and the same one done again", states->pdata[n - 1], state);
        }
      g_assert_false (take_back (history.store, TRUE));
      assert_models_as_fresh (history.store);
      history_end (&history);
    }
}

/* What the interface saw of a board at an instant. */
typedef struct
{
  gint64 at;
  QdId board;
  char *dump;
} Sight;

static void
sight_clear (gpointer data)
{
  g_free (((Sight *) data)->dump);
}

/* All boards as they are now, but one: each had its last look at another time. */
static void
note_sights (History *history,
             GArray  *sights)
{
  QdOrderedList *boards = qd_workspace_get_boards (qd_store_get_workspace (history->store));

  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    {
      QdId id = qd_entity_get_id (qd_ordered_list_peek (boards, i));
      QdBoard *board = fixture_load_board (history->store, id);
      Sight sight = { history->clock.now, id, state_dump_board (board) };

      g_array_append_val (sights, sight);
    }
}

static void
assert_sight (QdStore     *store,
              const Sight *sight,
              gint64       instant)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdBoard) board = qd_history_board_at (store, sight->board, instant, &error);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  dump = state_dump_board (board);
  state_assert_same ("A board at an instant and what was seen then", dump, sight->dump);
  g_assert_finalize_object (g_steal_pointer (&board));
}

/* "As-of(now) equals the projection", and as-of(t) what was there at t. Typing is
 * left out: its entry is written anew as it goes on, and then is of its end.
 */
static void
test_as_of (gconstpointer data)
{
  const StoreRandomFlags flags = GPOINTER_TO_INT (data) | STORE_RANDOM_KEEP;

  for (int i = 0; i < N_HISTORIES (15); i++)
    {
      g_autoptr (GArray) sights = g_array_new (FALSE, FALSE, sizeof (Sight));
      History history;

      g_array_set_clear_func (sights, sight_clear);
      history_begin (&history);
      for (int step = 0; step < N_STEPS; step++)
        {
          guint first_of_now = sights->len;

          history_step (&history, flags);
          if (step % 6 != 0)
            continue;
          note_sights (&history, sights);
          for (; first_of_now < sights->len; first_of_now++)
            assert_sight (history.store, &g_array_index (sights, Sight, first_of_now),
                          G_MAXINT64);
        }
      for (guint n = 0; n < sights->len; n++)
        assert_sight (history.store, &g_array_index (sights, Sight, n),
                      g_array_index (sights, Sight, n).at);
      history_end (&history);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/invariants/models/plain", GINT_TO_POINTER (STORE_RANDOM_UNDO), test_models);
  g_test_add_data_func ("/invariants/models/wild",
                        GINT_TO_POINTER (STORE_RANDOM_UNDO | STORE_RANDOM_WILD), test_models);
  g_test_add_data_func ("/invariants/two-stores/plain", GINT_TO_POINTER (STORE_RANDOM_UNDO),
                        test_two_stores);
  g_test_add_data_func ("/invariants/two-stores/wild",
                        GINT_TO_POINTER (STORE_RANDOM_UNDO | STORE_RANDOM_WILD),
                        test_two_stores);
  g_test_add_data_func ("/invariants/tables/plain", GINT_TO_POINTER (STORE_RANDOM_UNDO), test_tables);
  g_test_add_data_func ("/invariants/tables/wild",
                        GINT_TO_POINTER (STORE_RANDOM_UNDO | STORE_RANDOM_WILD), test_tables);
  g_test_add_func ("/invariants/rebuild", test_rebuild);
  g_test_add_func ("/invariants/trees", test_trees);
  g_test_add_func ("/invariants/undo", test_undo);
  g_test_add_func ("/invariants/undo-all", test_undo_all);
  g_test_add_data_func ("/invariants/as-of/plain", GINT_TO_POINTER (STORE_RANDOM_UNDO), test_as_of);
  g_test_add_data_func ("/invariants/as-of/wild",
                        GINT_TO_POINTER (STORE_RANDOM_UNDO | STORE_RANDOM_WILD), test_as_of);

  return g_test_run ();
}
