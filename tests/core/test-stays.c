/* Where cards stood and from when to when: case by case, and in random histories against
 * what a look into the log itself says.
 */

#include "config.h"

#include "flow-fixture.h"
#include "store-random.h"
#include "store/qd-edit.h"
#include "store/qd-store-private.h"
#include "store/qd-transaction.h"
#include "store/qd-undo.h"

#define MINUTE (G_GINT64_CONSTANT (60) * 1000)
#define ADD(path, function) \
  g_test_add (path, FlowFixture, NULL, flow_fixture_set_up, function, flow_fixture_tear_down)

static void
wait (FlowFixture *self,
      guint        minutes)
{
  self->clock.now += minutes * MINUTE;
}

static void
assert_stays (FlowFixture *self,
              const char  *expected)
{
  g_autoptr (GError) error = NULL;
  GArray *stays = qd_stays_read (qd_store_get_db (self->store), self->board, &error);
  g_autofree char *list = NULL;

  g_assert_no_error (error);
  list = flow_fixture_list (self, stays);
  g_assert_cmpstr (list, ==, expected);
}

static void
set_archived (FlowFixture  *self,
              QdEntityKind  kind,
              QdId          id,
              gboolean      archived)
{
  g_autoptr (GError) error = NULL;

  qd_edit_archive (self->store, kind, id, archived, &error);
  g_assert_no_error (error);
}

static void
take_back (FlowFixture *self,
           gboolean     again)
{
  g_autoptr (GError) error = NULL;

  if (again)
    qd_undo_redo (self->store, NULL, &error);
  else
    qd_undo_undo (self->store, NULL, &error);
  g_assert_no_error (error);
}

static void
test_way (FlowFixture   *self,
          gconstpointer  unused)
{
  const QdId card = fixture_new_card (self->store, self->columns[0], "A");
  const QdId other = fixture_new_card (self->store, self->columns[1], "B");

  assert_stays (self, card < other ? "0:0-\n1:0-" : "1:0-\n0:0-");
  set_archived (self, QD_ENTITY_CARD, other, TRUE);
  wait (self, 10);
  flow_fixture_move (self, card, self->columns[1]);
  wait (self, 10);
  flow_fixture_move (self, card, self->columns[2]);
  wait (self, 10);
  flow_fixture_move (self, card, self->columns[1]);
  /* What came and went in one instant was never there. */
  assert_stays (self, "0:0-10 1:10-20 2:20-30 1:30-");
}

/* Another place in the same column is no other stay. */
static void
test_order (FlowFixture   *self,
            gconstpointer  unused)
{
  const QdId card = fixture_new_card (self->store, self->columns[0], "A");
  g_autoptr (GError) error = NULL;

  wait (self, 5);
  flow_fixture_move (self, card, self->columns[0]);
  wait (self, 5);
  qd_edit_move (self->store, QD_ENTITY_CARD, card, self->columns[0], QD_SIDE_FIRST, QD_ID_NONE,
                &error);
  g_assert_no_error (error);
  assert_stays (self, "0:0-");
}

static void
test_undone (FlowFixture   *self,
             gconstpointer  unused)
{
  const QdId card = fixture_new_card (self->store, self->columns[0], "A");

  wait (self, 10);
  flow_fixture_move (self, card, self->columns[1]);
  wait (self, 10);
  flow_fixture_move (self, card, self->columns[2]);
  assert_stays (self, "0:0-10 1:10-20 2:20-");
  wait (self, 3000);
  take_back (self, FALSE);
  assert_stays (self, "0:0-10 1:10-");
  take_back (self, FALSE);
  assert_stays (self, "0:0-");
  wait (self, 10);
  take_back (self, TRUE);
  assert_stays (self, "0:0-10 1:10-");
  take_back (self, TRUE);
  assert_stays (self, "0:0-10 1:10-20 2:20-");
  take_back (self, FALSE);
  wait (self, 10);
  flow_fixture_move (self, card, self->columns[3]);
  assert_stays (self, "0:0-10 1:10-3040 3:3040-");
}

/* By hand, too, where it was quick. */
static void
test_slip (FlowFixture   *self,
           gconstpointer  unused)
{
  const QdId card = fixture_new_card (self->store, self->columns[0], "A");

  wait (self, 10);
  flow_fixture_move (self, card, self->columns[1]);
  self->clock.now += MINUTE - 1;
  flow_fixture_move (self, card, self->columns[0]);
  assert_stays (self, "0:0-");
  wait (self, 9);
  self->clock.now += 1;
  flow_fixture_move (self, card, self->columns[1]);
  wait (self, 1);
  flow_fixture_move (self, card, self->columns[0]);
  assert_stays (self, "0:0-20 1:20-21 0:21-");
  wait (self, 9);
  flow_fixture_move (self, card, self->columns[1]);
  self->clock.now += 1000;
  flow_fixture_move (self, card, self->columns[2]);
  assert_stays (self, "0:0-20 1:20-21 0:21-30 2:30-");
}

static void
test_away (FlowFixture   *self,
           gconstpointer  unused)
{
  const QdId card = fixture_new_card (self->store, self->columns[0], "A");
  const QdId elsewhere = fixture_new_board (self->store, "Growth");

  wait (self, 10);
  set_archived (self, QD_ENTITY_CARD, card, TRUE);
  wait (self, 10);
  set_archived (self, QD_ENTITY_CARD, card, FALSE);
  assert_stays (self, "0:0-10 0:20-");
  wait (self, 10);
  set_archived (self, QD_ENTITY_COLUMN, self->columns[0], TRUE);
  wait (self, 10);
  set_archived (self, QD_ENTITY_COLUMN, self->columns[0], FALSE);
  assert_stays (self, "0:0-10 0:20-30 0:40-");
  wait (self, 10);
  fixture_load_board (self->store, elsewhere);
  flow_fixture_move (self, card, fixture_column (self->store, elsewhere, 0));
  assert_stays (self, "0:0-10 0:20-30 0:40-50");
  wait (self, 10);
  flow_fixture_move (self, card, self->columns[1]);
  assert_stays (self, "0:0-10 0:20-30 0:40-50 1:60-");
  take_back (self, FALSE);
  take_back (self, FALSE);
  assert_stays (self, "0:0-10 0:20-30 0:40-");
}

/* The role is the one that the column had. */
static void
test_role (FlowFixture   *self,
           gconstpointer  unused)
{
  g_autoptr (QdTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;

  fixture_new_card (self->store, self->columns[0], "A");
  wait (self, 10);
  transaction = qd_transaction_new (self->store, QD_TRANSACTION_EDIT);
  qd_transaction_set_integer (transaction, self->columns[0], QD_FIELD_COLUMN_ROLE,
                              QD_COLUMN_AT_RISK);
  g_assert_true (qd_transaction_commit (transaction, &error));
  assert_stays (self, "0:0-10 0/3:10-");
}

/* What stood on the board at an instant, one card after the other: straight from the
 * payloads, cell by cell, by whoever wrote it last.
 */
static const char board_at[] =
  "WITH change AS MATERIALIZED (SELECT json_extract(c.value,'$[0]') AS ent,"
  "   json_extract(c.value,'$[1]') AS field, json_extract(c.value,'$[3]') AS value,"
  "   tx.stamp, tx.hash FROM tx, json_each(tx.payload,'$.c') AS c WHERE tx.stamp>>16 <= ?1),"
  " won AS MATERIALIZED (SELECT ent, field, value FROM (SELECT ent, field, value, row_number()"
  "   OVER (PARTITION BY ent, field ORDER BY stamp DESC, hash DESC) AS n FROM change)"
  "   WHERE n=1 AND value IS NOT NULL),"
  " there AS (SELECT m.ent, m.field/100 AS kind, CAST(p.value AS INTEGER) AS parent"
  "   FROM won AS m JOIN won AS p ON p.ent=m.ent AND p.field=m.field+3"
  "   WHERE m.field IN (400, 600)"
  "   AND NOT EXISTS (SELECT 1 FROM won AS a WHERE a.ent=m.ent AND a.field IN (m.field+1,"
  "    m.field+2) AND a.value<>0))"
  " SELECT coalesce(group_concat(line, ' '), '') FROM"
  "  (SELECT d.ent||':'||d.parent||'/'||coalesce((SELECT value FROM won WHERE ent=k.ent"
  "    AND field=405), 0) AS line FROM there AS d JOIN there AS k ON k.ent=d.parent"
  "   WHERE d.kind=6 AND k.kind=4 AND k.parent=?2 ORDER BY d.ent)";

static char *
list_board_at (QdStore *store,
               QdId     board,
               gint64   instant)
{
  g_autoptr (GError) error = NULL;
  QdDb *db = qd_store_get_db (store);
  sqlite3_stmt *row = qd_db_query (db, &error, board_at, "ii", instant, board);
  char *list;

  g_assert_no_error (error);
  g_assert_true (qd_db_next (db, row, &error));
  list = g_strdup (qd_db_text (row, 0));
  sqlite3_reset (row);

  return list;
}

static char *
list_stays_at (GArray *stays,
               gint64  instant)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < stays->len; i++)
    {
      const QdStay *stay = &g_array_index (stays, QdStay, i);

      if (stay->from <= instant && instant < stay->until)
        g_string_append_printf (list, "%s%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT "/%d",
                                list->len > 0 ? " " : "", stay->card, stay->column,
                                (int) stay->role);
    }

  return g_string_free (list, FALSE);
}

static void
assert_ordered (GArray *stays)
{
  for (guint i = 0; i < stays->len; i++)
    {
      const QdStay *stay = &g_array_index (stays, QdStay, i);

      g_assert_cmpint (stay->from, <, stay->until);
      if (i > 0 && stay[-1].card == stay->card)
        g_assert_cmpint (stay[-1].until, <=, stay->from);
      else if (i > 0)
        g_assert_cmpint (stay[-1].card, <, stay->card);
    }
}

/* At many instants, what the stays say is what the log says. Steps are more than a minute
 * apart, so that there are no slips, and nothing is taken back.
 */
static void
test_random (gconstpointer flags)
{
  for (int i = 0; i < (g_test_thorough () ? 60 : 6); i++)
    {
      const guint32 seed = (guint32) g_test_rand_int ();
      g_autoptr (GRand) rand = store_random_new (seed);
      g_autoptr (Scratch) scratch = scratch_new ();
      FixtureClock clock = { FIXTURE_NOW };
      QdStore *store = fixture_open (scratch->path, &clock);
      g_autoptr (GArray) stays = NULL;
      QdId board;

      g_test_message ("history of seed %u", seed);
      store_random_populate (store, rand);
      board = store_random_pick (store, rand, "SELECT id FROM board ORDER BY created, id");
      for (int step = 0; step < 150; step++)
        {
          clock.now += g_rand_int_range (rand, 61, 40000) * 1000;
          store_random_step (store, rand, GPOINTER_TO_INT (flags));
        }

      stays = qd_stays_read (qd_store_get_db (store), board, NULL);
      assert_ordered (stays);
      for (int look = 0; look < 60; look++)
        {
          const gint64 instant = FIXTURE_NOW +
            (gint64) (g_rand_double (rand) * (double) (clock.now - FIXTURE_NOW + MINUTE));
          g_autofree char *expected = list_board_at (store, board, instant);
          g_autofree char *list = list_stays_at (stays, instant);

          g_assert_cmpstr (list, ==, expected);
        }
      g_assert_finalize_object (store);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/stays/way", test_way);
  ADD ("/stays/order", test_order);
  ADD ("/stays/undone", test_undone);
  ADD ("/stays/slip", test_slip);
  ADD ("/stays/away", test_away);
  ADD ("/stays/role", test_role);
  g_test_add_data_func ("/stays/random", GINT_TO_POINTER (STORE_RANDOM_KEEP), test_random);
  g_test_add_data_func ("/stays/random/wild",
                        GINT_TO_POINTER (STORE_RANDOM_KEEP | STORE_RANDOM_WILD), test_random);

  return g_test_run ();
}
