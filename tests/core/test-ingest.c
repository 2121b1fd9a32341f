/* Entries that come from elsewhere: what is taken in, held, refused, quarantined,
 * kept for a newer program, or becomes a branch, and who is told.
 *
 * That copies of a file converge is in test-merge.c.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "model/qd-column.h"
#include "model/qd-objective.h"
#include "state-dump.h"
#include "store-fixture.h"
#include "store/qd-edit.h"
#include "store/qd-field.h"
#include "store/qd-history.h"
#include "store/qd-ingest.h"
#include "store/qd-projection.h"
#include "store/qd-search.h"
#include "store/qd-store-private.h"
#include "store/qd-undo.h"

/* A device that only exists in these tests. */
#define DEVICE G_GINT64_CONSTANT (4711)

typedef struct
{
  Scratch *scratch;
  FixtureClock clock;
  QdStore *store;
  QdId board;
  QdId columns[2];
  QdId card;
  gint64 space;
  guint n_changed;
  guint n_committed;
} Fixture;

static void
on_changed (QdStore *store,
            guint    touched,
            Fixture *fixture)
{
  fixture->n_changed++;
}

static void
on_committed (QdStore    *store,
              const char *sentence,
              Fixture    *fixture)
{
  fixture->n_committed++;
}

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
  fixture->card = fixture_new_card (fixture->store, fixture->columns[0], "Mine");
  fixture->space = scratch_ask (fixture->scratch->path, "SELECT uid FROM space");
  g_signal_connect (fixture->store, "changed", G_CALLBACK (on_changed), fixture);
  g_signal_connect (fixture->store, "committed", G_CALLBACK (on_committed), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *tables = state_dump_tables (fixture->scratch->path);
  g_autofree char *expected = state_dump_from_payloads (fixture->scratch->path);

  state_assert_same ("The projections and what the log says", tables, expected);
  state_assert_log (fixture->scratch->path);
  g_assert_finalize_object (fixture->store);
  scratch_free (fixture->scratch);
}

/* The next entry of the device; its changes are JSON. */
static QdParcel *
forge (Fixture        *fixture,
       const QdParcel *previous,
       gint64          stamp,
       const char     *changes)
{
  QdParcel *parcel = g_new0 (QdParcel, 1);

  parcel->space = fixture->space;
  parcel->device = DEVICE;
  parcel->seq = previous != NULL ? previous->seq + 1 : 1;
  if (previous != NULL)
    qd_hash_chain (&parcel->previous, &previous->previous, previous->payload);
  parcel->payload = g_strdup_printf ("{\"s\":%" G_GINT64_FORMAT ",\"t\":%" G_GINT64_FORMAT
                                     ",\"u\":\"Them\",\"k\":\"edit\",\"c\":[%s]}", stamp,
                                     stamp >> 16, changes);

  return parcel;
}

static QdParcel *
forge_title (Fixture        *fixture,
             const QdParcel *previous,
             gint64          stamp,
             const char     *title)
{
  g_autofree char *change = g_strdup_printf ("[%" G_GINT64_FORMAT ",604,null,\"%s\"]",
                                             fixture->card, title);

  return forge (fixture, previous, stamp, change);
}

static GPtrArray *
new_parcels (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) qd_parcel_free);
}

static QdParcel *
copy_parcel (const QdParcel *parcel)
{
  QdParcel *copy = g_memdup2 (parcel, sizeof *parcel);

  copy->payload = g_strdup (parcel->payload);

  return copy;
}

/* Takes in one parcel, and keeps it. */
static gboolean
ingest_one (Fixture   *fixture,
            QdParcel  *parcel,
            GError   **error)
{
  g_autoptr (GPtrArray) parcels = new_parcels ();

  g_ptr_array_add (parcels, copy_parcel (parcel));

  return qd_ingest (fixture->store, parcels, error);
}

static void
assert_ingests (Fixture  *fixture,
                QdParcel *parcel)
{
  g_autoptr (GError) error = NULL;

  ingest_one (fixture, parcel, &error);
  g_assert_no_error (error);
}

static void
assert_title (Fixture    *fixture,
              const char *title)
{
  g_autofree char *sql = g_strdup_printf ("SELECT title FROM card WHERE id=%" G_GINT64_FORMAT,
                                          fixture->card);
  g_autofree char *kept = fixture_text (fixture->scratch->path, sql);

  g_assert_cmpstr (kept, ==, title);
  g_assert_cmpstr (qd_entity_get_title (qd_store_lookup (fixture->store, fixture->card)), ==,
                   title);
}

static void
free_parcel (QdParcel **parcel)
{
  if (*parcel != NULL)
    qd_parcel_free (*parcel);
}

#define auto_parcel __attribute__ ((cleanup (free_parcel))) QdParcel *

static gint64
now (void)
{
  return FIXTURE_NOW << 16;
}

static void
test_take_in (Fixture       *fixture,
              gconstpointer  data)
{
  auto_parcel first = forge_title (fixture, NULL, now () + 100, "Theirs");
  auto_parcel second = forge_title (fixture, first, now () + 200, "Theirs again");

  assert_ingests (fixture, first);
  assert_title (fixture, "Theirs");
  assert_ingests (fixture, second);
  assert_title (fixture, "Theirs again");
  g_assert_cmpuint (fixture->n_changed, ==, 2);

  /* Nobody did anything here. */
  g_assert_cmpuint (fixture->n_committed, ==, 0);

  /* Twice is once. */
  assert_ingests (fixture, first);
  assert_ingests (fixture, second);
  assert_title (fixture, "Theirs again");
  g_assert_cmpint (scratch_count (fixture->scratch->path, "stream"), ==, 2);
  g_assert_cmpint (scratch_ask (fixture->scratch->path, "SELECT count(*) FROM tx WHERE rid="
                                "(SELECT rid FROM stream WHERE dev=4711)"), ==, 2);
}

static void
test_older_loses (Fixture       *fixture,
                  gconstpointer  data)
{
  auto_parcel parcel = forge_title (fixture, NULL, now () - 100, "Long ago");
  g_autoptr (GPtrArray) history = NULL;

  assert_ingests (fixture, parcel);
  assert_title (fixture, "Mine");
  history = qd_history_of (fixture->store, fixture->card, 10, NULL);
  g_assert_cmpuint (history->len, ==, 2);
}

/* Of one stamp the greater hash wins, whoever comes first. */
static void
test_tie (Fixture       *fixture,
          gconstpointer  data)
{
  auto_parcel a = forge_title (fixture, NULL, now () + 100, "A");
  auto_parcel b = forge_title (fixture, NULL, now () + 100, "B");
  const QdHash none = { { 0 }, 0 };
  const char *winner;
  QdHash hash_a, hash_b;

  b->device++;
  qd_hash_chain (&hash_a, &none, a->payload);
  qd_hash_chain (&hash_b, &none, b->payload);
  winner = memcmp (hash_a.bytes, hash_b.bytes, QD_HASH_SIZE) > 0 ? "A" : "B";
  assert_ingests (fixture, a);
  assert_ingests (fixture, b);
  assert_title (fixture, winner);
}

/* What is written here afterwards wins over what was seen, however late that
 * was by its clock.
 */
static void
test_edit_after (Fixture       *fixture,
                 gconstpointer  data)
{
  auto_parcel parcel = forge_title (fixture, NULL, QD_STAMP_LIMIT - 1000, "From 2099");

  assert_ingests (fixture, parcel);
  assert_title (fixture, "From 2099");
  g_assert_true (qd_edit_rename (fixture->store, QD_ENTITY_CARD, fixture->card, "Now", NULL));
  assert_title (fixture, "Now");
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  assert_title (fixture, "From 2099");
}

/* Stamps from beyond the year 2100 never win, but the entry is kept and handed
 * on, and what follows on it is taken in.
 */
static void
test_quarantine (Fixture       *fixture,
                 gconstpointer  data)
{
  auto_parcel first = forge_title (fixture, NULL, QD_STAMP_LIMIT, "From 2100");
  auto_parcel second = forge_title (fixture, first, now () + 1, "From today");
  auto_parcel third = forge_title (fixture, second, G_MAXINT64, "From the end of time");
  g_autoptr (GPtrArray) parcels = NULL;
  g_autoptr (GError) error = NULL;

  assert_ingests (fixture, first);
  assert_title (fixture, "Mine");
  assert_ingests (fixture, second);
  assert_ingests (fixture, third);
  assert_title (fixture, "From today");

  parcels = qd_ingest_list (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (parcels->len, ==, 5);
}

/* The last stamps before the quarantine leave no room for an answer; an edit
 * must not be lost in silence.
 */
static void
test_last_stamp (Fixture       *fixture,
                 gconstpointer  data)
{
  auto_parcel parcel = forge_title (fixture, NULL, QD_STAMP_LIMIT - 1, "The last");
  g_autoptr (GError) error = NULL;

  assert_ingests (fixture, parcel);
  assert_title (fixture, "The last");
  if (qd_edit_rename (fixture->store, QD_ENTITY_CARD, fixture->card, "Now", &error))
    assert_title (fixture, "Now");
  else
    {
      g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
      assert_title (fixture, "The last");
    }
}

/* An entry that comes before the one it follows on waits for it. */
static void
test_held (Fixture       *fixture,
           gconstpointer  data)
{
  auto_parcel first = forge_title (fixture, NULL, now () + 100, "One");
  auto_parcel second = forge_title (fixture, first, now () + 200, "Two");
  auto_parcel third = forge_title (fixture, second, now () + 300, "Three");
  g_autoptr (GPtrArray) parcels = NULL;

  assert_ingests (fixture, third);
  assert_ingests (fixture, second);
  assert_ingests (fixture, third);
  assert_title (fixture, "Mine");
  g_assert_cmpint (scratch_count (fixture->scratch->path, "held"), ==, 2);
  g_assert_cmpuint (fixture->n_changed, ==, 0);

  /* Also over a restart. What is held is not handed on. */
  parcels = qd_ingest_list (fixture->store, NULL);
  g_assert_cmpuint (parcels->len, ==, 2);
  g_assert_finalize_object (fixture->store);
  fixture->store = fixture_open (fixture->scratch->path, &fixture->clock);
  fixture_load_board (fixture->store, fixture->board);

  assert_ingests (fixture, first);
  assert_title (fixture, "Three");
  g_assert_cmpint (scratch_count (fixture->scratch->path, "held"), ==, 0);
}

static void
assert_refused (Fixture  *fixture,
                QdParcel *parcel)
{
  g_autofree char *tables = state_dump_tables (fixture->scratch->path);
  g_autofree char *entries = state_dump_entries (fixture->scratch->path);
  g_autofree char *tables_now = NULL;
  g_autofree char *entries_now = NULL;
  g_autoptr (GError) error = NULL;
  const guint n_changed = fixture->n_changed;

  g_assert_false (ingest_one (fixture, parcel, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
  tables_now = state_dump_tables (fixture->scratch->path);
  entries_now = state_dump_entries (fixture->scratch->path);
  state_assert_same ("The projections before and after a refusal", tables, tables_now);
  state_assert_same ("The entries before and after a refusal", entries, entries_now);
  g_assert_cmpuint (fixture->n_changed, ==, n_changed);
  g_assert_cmpint (scratch_count (fixture->scratch->path, "held"), ==, 0);
}

/* No entry: nothing of the batch is taken in. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  auto_parcel good = forge_title (fixture, NULL, now () + 100, "Good");
  auto_parcel bad = forge (fixture, good, now () + 200, "[0,0,0,0]");
  g_autoptr (GPtrArray) parcels = new_parcels ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (parcels, copy_parcel (good));
  g_ptr_array_add (parcels, copy_parcel (bad));
  g_assert_false (qd_ingest (fixture->store, parcels, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
  assert_title (fixture, "Mine");
  g_assert_cmpint (scratch_count (fixture->scratch->path, "stream"), ==, 1);

  assert_ingests (fixture, good);
  assert_refused (fixture, bad);
  assert_title (fixture, "Good");
}

/* No entry either where it would have to wait: it would spoil the one that it
 * follows on.
 */
static void
test_refused_early (Fixture       *fixture,
                    gconstpointer  data)
{
  auto_parcel good = forge_title (fixture, NULL, now () + 100, "Good");
  auto_parcel bad = forge (fixture, good, now () + 200, "[0,0,0,0]");

  assert_refused (fixture, bad);
  assert_ingests (fixture, good);
  assert_title (fixture, "Good");
}

/* Numbers that no stream has. */
static void
test_strange_numbers (Fixture       *fixture,
                      gconstpointer  data)
{
  static const gint64 numbers[] = { 0, -1, G_MININT64, G_MAXINT64, 5 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      auto_parcel parcel = forge_title (fixture, NULL, now () + 100, "Strange");
      g_autoptr (GError) error = NULL;

      parcel->seq = numbers[i];
      if (!ingest_one (fixture, parcel, &error))
        g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
      assert_title (fixture, "Mine");
      state_assert_log (fixture->scratch->path);
    }
}

/* Fields and kinds of entries that only a newer program knows are kept, handed
 * on to the byte, and do no harm.
 */
static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  auto_parcel parcel = forge (fixture, NULL, now () + 100,
                              "[7,1200,null,1],[7,1204,null,\"A new kind\"],"
                              "[8,699,null,\"A new field\"],[9,999999,null,3,\"more\"]");
  g_autoptr (GPtrArray) parcels = NULL;
  QdParcel *kept;

  g_clear_pointer (&parcel->payload, g_free);
  parcel->payload = g_strdup ("{\"s\":117364832000000000,\"t\":1,\"k\":\"split\",\"q\":[1,2],"
                              "\"c\":[[7,1200,null,1],[7,1204,null,\"A new kind\"],"
                              "[8,699,null,\"A new field\"],[9,999999,null,3,\"more\"]]}");
  assert_ingests (fixture, parcel);
  parcels = qd_ingest_list (fixture->store, NULL);
  kept = parcels->pdata[parcels->len - 1];
  g_assert_cmpstr (kept->payload, ==, parcel->payload);
  g_assert_cmpint (kept->device, ==, DEVICE);
  g_assert_true (qd_projection_rebuild (qd_store_get_db (fixture->store), NULL, NULL));
  g_assert_cmpint (scratch_ask (fixture->scratch->path,
                                "SELECT count(*) FROM chg WHERE ent IN (7, 8, 9)"), ==, 4);
}

/* Values that do not fit their field show as nothing, and break nothing. */
static void
test_misfits (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *changes = NULL;
  auto_parcel parcel = NULL;
  g_autoptr (QdBoard) past = NULL;
  g_autoptr (GError) error = NULL;

  changes = g_strdup_printf (
    "[%1$" G_GINT64_FORMAT ",603,null,\"no place\"],[%1$" G_GINT64_FORMAT ",604,null,17],"
    "[%1$" G_GINT64_FORMAT ",605,null,\"text\"],[%1$" G_GINT64_FORMAT ",607,null,\"text\"],"
    "[%1$" G_GINT64_FORMAT ",608,null,-5],[%1$" G_GINT64_FORMAT ",609,null,99],"
    "[%1$" G_GINT64_FORMAT ",611,null,\"nonsense\"],[%1$" G_GINT64_FORMAT ",610,null,0.5],"
    "[%2$" G_GINT64_FORMAT ",405,null,77],[%2$" G_GINT64_FORMAT ",406,null,-3],"
    "[20,500,null,1],[20,503,null,\"%3$" G_GINT64_FORMAT "/A1\"],[20,506,null,-7],"
    "[20,508,null,true],[21,800,null,1],[21,803,null,%1$" G_GINT64_FORMAT "],"
    "[21,805,null,\"yesterday\"],[21,806,null,1]",
    fixture->card, fixture->columns[0], fixture->board);
  parcel = forge (fixture, NULL, now () + 100, changes);
  assert_ingests (fixture, parcel);
  past = qd_history_board_at (fixture->store, fixture->board, G_MAXINT64, &error);
  g_assert_no_error (error);
  g_assert_true (qd_projection_rebuild (qd_store_get_db (fixture->store), NULL, NULL));
}

/* One id for two kinds of things, which no honest program writes. */
static void
test_two_kinds (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *changes = NULL;
  auto_parcel parcel = NULL;
  g_autoptr (GError) error = NULL;

  changes = g_strdup_printf ("[%1$" G_GINT64_FORMAT ",500,null,1],"
                             "[%1$" G_GINT64_FORMAT ",504,null,\"Also an objective\"],"
                             "[%1$" G_GINT64_FORMAT ",503,null,\"%2$" G_GINT64_FORMAT "/A1\"]",
                             fixture->card, fixture->board);
  parcel = forge (fixture, NULL, now () + 100, changes);
  assert_ingests (fixture, parcel);
  assert_title (fixture, "Mine");
  qd_projection_rebuild (qd_store_get_db (fixture->store), NULL, &error);
  g_assert_no_error (error);
  g_assert_true (qd_edit_rename (fixture->store, QD_ENTITY_CARD, fixture->card, "Still", NULL));
}

/* Somebody else writes under our name: we keep it, and go on under another. */
static void
test_twin (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = scratch_name (fixture->scratch, "twin.db");
  g_autoptr (QdStore) twin = NULL;
  g_autoptr (GPtrArray) parcels = NULL;
  const gint64 device = scratch_ask (fixture->scratch->path, "SELECT dev FROM stream");

  fixture_copy_unnoticed (fixture->scratch->path, path);
  twin = fixture_open (path, &fixture->clock);
  g_assert_true (qd_edit_rename (twin, QD_ENTITY_CARD, fixture->card, "Twin", NULL));
  g_assert_true (qd_edit_set_column_limit (fixture->store, fixture->columns[0], 3, NULL));
  g_assert_cmpint (scratch_ask (path, "SELECT dev FROM stream WHERE mine"), ==, device);

  parcels = qd_ingest_list (twin, NULL);
  g_assert_true (qd_ingest (fixture->store, parcels, NULL));
  assert_title (fixture, "Twin");
  g_assert_cmpint (scratch_ask (fixture->scratch->path,
                                "SELECT count(*) FROM stream WHERE dev=(SELECT min(dev)"
                                " FROM stream)"), ==, 2);
  g_assert_true (qd_edit_set_column_limit (fixture->store, fixture->columns[0], 4, NULL));
  g_assert_cmpint (scratch_ask (fixture->scratch->path,
                                "SELECT dev FROM stream WHERE mine AND NOT fenced"), !=, device);
  g_assert_cmpint (scratch_ask (fixture->scratch->path,
                                "SELECT head FROM stream WHERE mine AND NOT fenced"), ==, 1);
}

/* Our own entries that come back change nothing, and we stay who we are. */
static void
test_echo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) parcels = qd_ingest_list (fixture->store, NULL);

  g_assert_true (qd_ingest (fixture->store, parcels, NULL));
  g_assert_cmpint (scratch_ask (fixture->scratch->path,
                                "SELECT count(*) FROM stream WHERE mine AND NOT fenced"), ==, 1);
  g_assert_true (qd_edit_rename (fixture->store, QD_ENTITY_CARD, fixture->card, "On", NULL));
  g_assert_cmpint (scratch_count (fixture->scratch->path, "stream"), ==, 1);
}

/* What another window wrote before is not forgotten over what is taken in. */
static void
test_other_window (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (QdStore) other = fixture_open (fixture->scratch->path, &fixture->clock);
  auto_parcel parcel = forge_title (fixture, NULL, now () + 100, "Theirs");
  QdId card = fixture_new_card (other, fixture->columns[1], "Of the other window");
  g_autofree char *titles = NULL;

  assert_ingests (fixture, parcel);
  g_assert_true (qd_store_catch_up (fixture->store, NULL));
  g_assert_nonnull (qd_store_lookup (fixture->store, card));
  titles = fixture_titles (fixture->store, fixture->columns[1]);
  g_assert_cmpstr (titles, ==, "Of the other window");

  fixture_load_board (other, fixture->board);
  g_assert_true (qd_store_catch_up (other, NULL));
  g_assert_cmpstr (qd_entity_get_title (qd_store_lookup (other, fixture->card)), ==, "Theirs");
  g_assert_finalize_object (g_steal_pointer (&other));
}

/* A card that goes elsewhere here and elsewhere there is counted where it is. */
static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *change = NULL;
  auto_parcel parcel = NULL;
  QdColumn *column;
  QdId other = fixture_new_board (fixture->store, "Platform");
  QdId columns[3];

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    columns[i] = fixture_column (fixture->store, other, i);
  g_assert_true (qd_edit_move (fixture->store, QD_ENTITY_CARD, fixture->card, columns[0],
                               QD_SIDE_LAST, QD_ID_NONE, NULL));
  g_assert_true (qd_edit_move (fixture->store, QD_ENTITY_CARD, fixture->card, columns[1],
                               QD_SIDE_LAST, QD_ID_NONE, NULL));
  column = QD_COLUMN (qd_store_lookup (fixture->store, columns[1]));
  g_assert_cmpuint (qd_column_get_n_cards (column), ==, 1);

  /* Its author had last seen it in the first column. */
  change = g_strdup_printf ("[%" G_GINT64_FORMAT ",603,\"%" G_GINT64_FORMAT "/A1\",\"%"
                            G_GINT64_FORMAT "/A1\"]", fixture->card, columns[0], columns[2]);
  parcel = forge (fixture, NULL, now () + 1000, change);
  assert_ingests (fixture, parcel);
  g_assert_cmpuint (qd_column_get_n_cards (column), ==, 0);
  column = QD_COLUMN (qd_store_lookup (fixture->store, columns[2]));
  g_assert_cmpuint (qd_column_get_n_cards (column), ==, 1);
}

/* An objective is heard of before its board: it stands on that once it is there. */
static void
test_board_after (Fixture       *fixture,
                  gconstpointer  data)
{
  auto_parcel first = forge (fixture, NULL, now () + 100, "[20,500,null,1],"
                             "[20,503,null,\"21/A1\"],[20,504,null,\"Early\"]");
  auto_parcel second = forge (fixture, first, now () + 200, "[21,300,null,1],"
                              "[21,303,null,\"0/A1\"],[21,304,null,\"Late\"]");
  QdObjective *objective;

  assert_ingests (fixture, first);
  objective = QD_OBJECTIVE (qd_store_lookup (fixture->store, 20));
  g_assert_null (qd_objective_get_board (objective));
  assert_ingests (fixture, second);
  g_assert_true (qd_objective_get_board (objective) ==
                 QD_BOARD (qd_store_lookup (fixture->store, 21)));
}

/* Two move a check-in to two other cards. */
static void
test_checkin (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (fixture->store,
                                                              QD_TRANSACTION_EDIT);
  g_autofree char *change = NULL;
  auto_parcel parcel = NULL;
  QdId cards[2];
  QdId checkin;

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    cards[i] = fixture_new_card (fixture->store, fixture->columns[0], "Other");
  checkin = qd_transaction_create (transaction, QD_ENTITY_CHECKIN);
  qd_transaction_set_id (transaction, checkin, QD_FIELD_CHECKIN_CARD, fixture->card);
  qd_transaction_set_real (transaction, checkin, QD_FIELD_CHECKIN_VALUE, 0.5);
  g_assert_true (qd_transaction_commit (transaction, NULL));
  qd_transaction_set_id (transaction, checkin, QD_FIELD_CHECKIN_CARD, cards[0]);
  g_assert_true (qd_transaction_commit (transaction, NULL));

  change = g_strdup_printf ("[%" G_GINT64_FORMAT ",803,%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT
                            "]", checkin, fixture->card, cards[1]);
  parcel = forge (fixture, NULL, now () + 1000, change);
  assert_ingests (fixture, parcel);
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      QdKeyResult *card = QD_KEY_RESULT (qd_store_lookup (fixture->store, cards[i]));

      g_assert_true (isnan (qd_key_result_get_current (card)) == (i == 0));
    }
}

/* What was handed out is not written anew, as typing else does. */
static void
test_published (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) parcels = NULL;
  gint64 n_entries = 0;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (QdTransaction) transaction = qd_transaction_new (fixture->store,
                                                                  QD_TRANSACTION_EDIT);

      qd_transaction_coalesce (transaction);
      qd_transaction_set_text (transaction, fixture->card, QD_FIELD_CARD_TITLE,
                               i == 0 ? "Typ" : "Typed");
      g_assert_true (qd_transaction_commit (transaction, NULL));
      if (i == 0)
        {
          n_entries = scratch_count (fixture->scratch->path, "tx");
          parcels = qd_ingest_list (fixture->store, NULL);
        }
    }
  g_assert_cmpint (scratch_count (fixture->scratch->path, "tx"), ==, n_entries + 1);
  g_assert_cmpuint (parcels->len, ==, n_entries);
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

  add_test ("/ingest/take-in", test_take_in);
  add_test ("/ingest/older-loses", test_older_loses);
  add_test ("/ingest/tie", test_tie);
  add_test ("/ingest/edit-after", test_edit_after);
  add_test ("/ingest/quarantine", test_quarantine);
  add_test ("/ingest/last-stamp", test_last_stamp);
  add_test ("/ingest/held", test_held);
  add_test ("/ingest/refused", test_refused);
  add_test ("/ingest/refused-early", test_refused_early);
  add_test ("/ingest/strange-numbers", test_strange_numbers);
  add_test ("/ingest/newer", test_newer);
  add_test ("/ingest/misfits", test_misfits);
  add_test ("/ingest/two-kinds", test_two_kinds);
  add_test ("/ingest/twin", test_twin);
  add_test ("/ingest/echo", test_echo);
  add_test ("/ingest/other-window", test_other_window);
  add_test ("/ingest/counts", test_counts);
  add_test ("/ingest/board-after", test_board_after);
  add_test ("/ingest/checkin", test_checkin);
  add_test ("/ingest/published", test_published);

  return g_test_run ();
}
