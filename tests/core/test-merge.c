/* What holds between copies of a file that exchange their entries: in any order,
 * in batches, more than once, with clocks that are years apart, between copies
 * that know of each other and copies that take themselves for one device, and
 * with backups that are restored in between.
 *
 * Hundreds of random schedules, each from a seed that is printed; --seed repeats
 * a failure.
 */

#include "config.h"

#include "state-dump.h"
#include "store-fixture.h"
#include "store-random.h"
#include "store/qd-ingest.h"
#include "store/qd-loader.h"
#include "store/qd-projection.h"
#include "store/qd-store-private.h"

#define N_COPIES 3
#define N_STEPS 40

#define YEAR_MS (G_GINT64_CONSTANT (365) * 24 * 60 * 60 * 1000)

/* How many schedules, and how many with -m thorough. */
#define N_SCHEDULES(n) (g_test_thorough () ? 20 * (n) : (n))

/**
 * MergeFlags:
 * @MERGE_TWINS: the copies take themselves for the same device
 * @MERGE_RESTORE: now and then one goes back to what it was at the beginning
 * @MERGE_WILD: as %STORE_RANDOM_WILD
 */
typedef enum
{
  MERGE_PLAIN = 0,
  MERGE_TWINS = 1 << 0,
  MERGE_RESTORE = 1 << 1,
  MERGE_WILD = 1 << 2,
} MergeFlags;

typedef struct
{
  Scratch *scratch;
  GRand *rand;
  MergeFlags flags;
  char *origin;
  char *paths[N_COPIES];
  FixtureClock clocks[N_COPIES];
  QdStore *stores[N_COPIES];

  /* Entries that must not get lost. */
  GHashTable *acknowledged;
} World;

static void
load_some_boards (World   *self,
                  QdStore *store)
{
  QdOrderedList *boards = qd_workspace_get_boards (qd_store_get_workspace (store));

  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    if (g_rand_boolean (self->rand))
      fixture_load_board (store, qd_entity_get_id (qd_ordered_list_peek (boards, i)));
}

static void
open_copy (World *self,
           int    i)
{
  self->stores[i] = fixture_open (self->paths[i], &self->clocks[i]);
  load_some_boards (self, self->stores[i]);
}

static void
copy_origin (World *self,
             int    i)
{
  if (self->flags & MERGE_TWINS)
    fixture_copy_unnoticed (self->origin, self->paths[i]);
  else
    fixture_copy (self->origin, self->paths[i]);
}

static void
world_begin (World      *self,
             MergeFlags  flags)
{
  const guint32 seed = (guint32) g_test_rand_int ();
  FixtureClock clock = { FIXTURE_NOW };
  g_autoptr (QdStore) store = NULL;

  g_test_message ("schedule of seed %u", seed);
  self->scratch = scratch_new ();
  self->rand = store_random_new (seed);
  self->flags = flags;
  self->acknowledged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->origin = scratch_name (self->scratch, "origin.db");
  store = fixture_open (self->origin, &clock);
  store_random_populate (store, self->rand);
  qd_store_close (store);

  for (int i = 0; i < N_COPIES; i++)
    {
      g_autofree char *name = g_strdup_printf ("copy-%d.db", i);

      self->paths[i] = scratch_name (self->scratch, name);
      self->clocks[i].now = FIXTURE_NOW + g_rand_int_range (self->rand, -3, 4) * YEAR_MS;
      copy_origin (self, i);
      open_copy (self, i);
    }
}

static void
world_end (World *self)
{
  for (int i = 0; i < N_COPIES; i++)
    {
      g_assert_finalize_object (self->stores[i]);
      g_free (self->paths[i]);
    }
  g_free (self->origin);
  g_hash_table_unref (self->acknowledged);
  g_rand_free (self->rand);
  scratch_free (self->scratch);
}

/* "A local edit never loses to what its author had seen": each cell that the
 * last entry wrote is newer than all that the copy has of that cell.
 */
static void
assert_edit_won (const char *path)
{
  g_assert_cmpint (scratch_ask (path,
                                "SELECT count(*) FROM stream AS s"
                                " JOIN chg AS mine ON mine.rid=s.rid AND mine.seq=s.head"
                                " JOIN chg AS other ON other.ent=mine.ent"
                                "  AND other.field=mine.field AND other.stamp>=mine.stamp"
                                "  AND NOT (other.rid=mine.rid AND other.seq=mine.seq)"
                                " WHERE s.mine=1"), ==, 0);
}

static void
world_edit (World *self,
            int    i)
{
  StoreRandomFlags flags = STORE_RANDOM_UNDO;
  gint64 before = scratch_count (self->paths[i], "tx");

  if (self->flags & MERGE_WILD)
    flags |= STORE_RANDOM_WILD;
  self->clocks[i].now += g_rand_int_range (self->rand, -20000, 60000);
  store_random_step (self->stores[i], self->rand, flags);
  if (scratch_count (self->paths[i], "tx") > before)
    assert_edit_won (self->paths[i]);
}

static char *
name_parcel (const QdParcel *parcel)
{
  QdHash hash;
  GString *name = g_string_new (NULL);

  qd_hash_chain (&hash, &parcel->previous, parcel->payload);
  g_string_printf (name, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " ", parcel->device,
                   parcel->seq);
  for (gsize i = 0; i < hash.length; i++)
    g_string_append_printf (name, "%02X", hash.bytes[i]);

  return g_string_free (name, FALSE);
}

/* Some of all entries, or all of them, in any order and some of them twice. */
static GPtrArray *
choose_parcels (World     *self,
                GPtrArray *all,
                gboolean   everything)
{
  GPtrArray *chosen = g_ptr_array_new ();
  const double share = everything ? 1 : g_rand_double (self->rand);

  for (guint i = 0; i < all->len; i++)
    {
      if (everything || g_rand_double (self->rand) < share)
        g_ptr_array_add (chosen, all->pdata[i]);
      if (g_rand_int_range (self->rand, 0, 20) == 0)
        g_ptr_array_add (chosen, all->pdata[i]);
    }
  for (guint i = chosen->len; i > 1; i--)
    {
      const gint32 j = g_rand_int_range (self->rand, 0, (gint32) i);
      gpointer swapped = chosen->pdata[j];

      chosen->pdata[j] = chosen->pdata[i - 1];
      chosen->pdata[i - 1] = swapped;
    }

  return chosen;
}

static void
acknowledge (World     *self,
             GPtrArray *parcels)
{
  for (guint i = 0; i < parcels->len; i++)
    g_hash_table_add (self->acknowledged, name_parcel (parcels->pdata[i]));
}

static void
world_exchange (World    *self,
                int       from,
                int       to,
                gboolean  everything)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) chosen = NULL;

  scratch_execute (self->paths[from], "UPDATE stream SET published=head WHERE mine=1");
  all = qd_ingest_list (self->stores[from], &error);
  g_assert_no_error (error);
  if (!(self->flags & MERGE_RESTORE))
    acknowledge (self, all);
  chosen = choose_parcels (self, all, everything);
  qd_ingest (self->stores[to], chosen, &error);
  g_assert_no_error (error);
}

/* Somebody puts a file back that he had copied away. */
static void
world_restore (World *self,
               int    i)
{
  g_assert_finalize_object (self->stores[i]);
  copy_origin (self, i);
  open_copy (self, i);
}

static void
load_alike (QdLoader *loader,
            QdStore  *store)
{
  QdOrderedList *boards = qd_workspace_get_boards (qd_loader_get_workspace (loader));

  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    {
      QdBoard *board = qd_ordered_list_peek (boards, i);
      QdEntity *live = qd_store_lookup (store, qd_entity_get_id (QD_ENTITY (board)));

      g_assert_true (QD_IS_BOARD (live));
      if (qd_board_get_loaded (QD_BOARD (live)))
        g_assert_true (qd_loader_load_board (loader, board, NULL));
    }
}

static void
assert_models_as_fresh (QdStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdDb) db = qd_db_open (qd_store_get_path (store), QD_DB_READ_ONLY, &error);
  g_autoptr (QdLoader) fresh = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *expected = NULL;

  g_assert_no_error (error);
  g_assert_true (qd_store_catch_up (store, &error));
  shown = state_dump_models (qd_store_get_workspace (store));
  fresh = qd_loader_new (db, "main");
  g_assert_true (qd_loader_load (fresh, &error));
  load_alike (fresh, store);
  expected = state_dump_models (qd_loader_get_workspace (fresh));

  state_assert_same ("The models and those of a file just opened", shown, expected);
}

/* "No acknowledged entry is ever missing": none that somebody wrote, but for
 * those that only stood in a file over which a backup was put back.
 */
static void
assert_has_all (World      *self,
                const char *path)
{
  g_autofree char *entries = state_dump_entries (path);
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) lines = g_strsplit (entries, "\n", -1);
  GHashTableIter iter;
  gpointer name;

  /* Each line begins with the space, which is the same in all copies. */
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_hash_table_add (there, strchr (lines[i], ' ') + 1);
  g_hash_table_iter_init (&iter, self->acknowledged);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (there, name))
      g_error ("Entry %s is missing", (char *) name);
}

/* "Every visible (column, rank) pair was chosen by somebody." */
static void
assert_places_chosen (const char *path)
{
  static const QdEntityKind kinds[] = {
    QD_ENTITY_TEAM, QD_ENTITY_BOARD, QD_ENTITY_COLUMN, QD_ENTITY_OBJECTIVE, QD_ENTITY_CARD,
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *sql = NULL;

      sql = g_strdup_printf ("WITH chosen AS (SELECT json_extract(c.value,'$[0]') AS ent,"
                             "  json_extract(c.value,'$[3]') AS place"
                             "  FROM tx, json_each(tx.payload,'$.c') AS c"
                             "  WHERE json_extract(c.value,'$[1]')=%d)"
                             " SELECT count(*) FROM \"%s\" WHERE rank<>''"
                             " AND (id, parent||'/'||rank) NOT IN (SELECT * FROM chosen)",
                             (int) qd_field_of (kinds[i], QD_FIELD_PLACE),
                             qd_field_get_table (kinds[i]));
      g_assert_cmpint (scratch_ask (path, sql), ==, 0);
    }
}

/* "State is independent of arrival order, batches and duplicates": whoever has
 * the same entries shows the same.
 */
static void
assert_converged (World *self)
{
  g_autofree char *entries = state_dump_entries (self->paths[0]);
  g_autofree char *tables = state_dump_tables (self->paths[0]);
  g_autofree char *expected = state_dump_from_payloads (self->paths[0]);

  state_assert_same ("The projections and what the log says", tables, expected);
  for (int i = 0; i < N_COPIES; i++)
    {
      g_autofree char *other_entries = state_dump_entries (self->paths[i]);
      g_autofree char *other_tables = state_dump_tables (self->paths[i]);

      state_assert_same ("The entries of two copies", entries, other_entries);
      state_assert_same ("The projections of two copies", tables, other_tables);
      if (!(self->flags & MERGE_RESTORE))
        g_assert_cmpint (scratch_count (self->paths[i], "held"), ==, 0);
      assert_has_all (self, self->paths[i]);
      assert_places_chosen (self->paths[i]);
      state_assert_log (self->paths[i]);
      state_assert_search (self->paths[i]);
    }
}

static gint64
count_entries (World *self)
{
  gint64 n_entries = 0;

  for (int i = 0; i < N_COPIES; i++)
    n_entries += scratch_count (self->paths[i], "tx");

  return n_entries;
}

/* Until nobody has anything new for the others. That may take many rounds: after
 * restored backups, one copy can hold what waits for an entry that another holds,
 * which waits for one of the third.
 */
static void
world_exchange_all (World *self)
{
  gint64 n_before, n_after = 0;

  if (self->flags & MERGE_RESTORE)
    g_hash_table_remove_all (self->acknowledged);
  for (int i = 0; i < N_COPIES; i++)
    {
      g_autoptr (GPtrArray) all = qd_ingest_list (self->stores[i], NULL);

      acknowledge (self, all);
    }
  do
    {
      n_before = n_after;
      for (int from = 0; from < N_COPIES; from++)
        for (int to = 0; to < N_COPIES; to++)
          if (from != to)
            world_exchange (self, from, to, TRUE);
      n_after = count_entries (self);
    }
  while (n_after != n_before);
}

static void
world_run (World *self)
{
  for (int step = 0; step < N_STEPS; step++)
    {
      const int i = g_rand_int_range (self->rand, 0, N_COPIES);
      const int other = (i + g_rand_int_range (self->rand, 1, N_COPIES)) % N_COPIES;
      const int what = g_rand_int_range (self->rand, 0, 20);

      if (what < 13)
        world_edit (self, i);
      else if (what < 19 || !(self->flags & MERGE_RESTORE))
        world_exchange (self, i, other, FALSE);
      else
        world_restore (self, i);
      assert_models_as_fresh (self->stores[i]);
      assert_models_as_fresh (self->stores[other]);
    }
}

static void
test_merge (gconstpointer data)
{
  for (int i = 0; i < N_SCHEDULES (20); i++)
    {
      World world;

      world_begin (&world, GPOINTER_TO_INT (data));
      world_run (&world);
      world_exchange_all (&world);
      assert_converged (&world);
      for (int copy = 0; copy < N_COPIES; copy++)
        assert_models_as_fresh (world.stores[copy]);
      world_end (&world);
    }
}

/* After a merge, people go on: what they do then reaches everybody, too. */
static void
test_go_on (gconstpointer data)
{
  for (int i = 0; i < N_SCHEDULES (5); i++)
    {
      World world;

      world_begin (&world, GPOINTER_TO_INT (data));
      for (int round = 0; round < 3; round++)
        {
          world_run (&world);
          world_exchange_all (&world);
          assert_converged (&world);
        }
      world_end (&world);
    }
}

/* "Rebuild changes nothing", also not after a merge, and not what wins. */
static void
test_rebuild (gconstpointer data)
{
  for (int i = 0; i < N_SCHEDULES (8); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      World world;

      world_begin (&world, GPOINTER_TO_INT (data));
      world_run (&world);
      before = state_dump_tables (world.paths[0]);
      qd_projection_rebuild (qd_store_get_db (world.stores[0]), NULL, &error);
      g_assert_no_error (error);
      after = state_dump_tables (world.paths[0]);
      state_assert_same ("The projections before and after a rebuild", before, after);
      state_assert_search (world.paths[0]);
      world_end (&world);
    }
}

static void
add_test (const char    *path,
          GTestDataFunc  test,
          MergeFlags     flags)
{
  g_test_add_data_func (path, GINT_TO_POINTER (flags), test);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/merge/copies", test_merge, MERGE_PLAIN);
  add_test ("/merge/twins", test_merge, MERGE_TWINS);
  add_test ("/merge/restored-copies", test_merge, MERGE_RESTORE);
  add_test ("/merge/restored-twins", test_merge, MERGE_RESTORE | MERGE_TWINS);
  add_test ("/merge/wild", test_merge, MERGE_WILD);
  add_test ("/merge/wild-twins", test_merge, MERGE_WILD | MERGE_RESTORE | MERGE_TWINS);
  add_test ("/merge/go-on", test_go_on, MERGE_RESTORE | MERGE_TWINS);
  add_test ("/merge/rebuild", test_rebuild, MERGE_WILD | MERGE_RESTORE | MERGE_TWINS);

  return g_test_run ();
}
