/* Places: a thing lands exactly where it was dropped, everything else keeps its
 * order, and ranks stay short, whatever ranks were there before.
 */

#include "config.h"

#include "model/qd-column.h"
#include "state-dump.h"
#include "store-fixture.h"
#include "store/qd-edit.h"
#include "store/qd-rank.h"
#include "store/qd-transaction-private.h"
#include "store/qd-undo.h"

typedef struct
{
  Scratch *scratch;
  FixtureClock clock;
  QdStore *store;
  QdId board;
  QdId columns[2];
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
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *tables = state_dump_tables (fixture->scratch->path);
  g_autofree char *expected = state_dump_from_payloads (fixture->scratch->path);

  state_assert_same ("The projections and what the log says", tables, expected);
  g_assert_finalize_object (fixture->store);
  scratch_free (fixture->scratch);
}

static void
move (Fixture *fixture,
      QdId     card,
      QdSide   side,
      QdId     anchor)
{
  g_autoptr (GError) error = NULL;

  qd_edit_move (fixture->store, QD_ENTITY_CARD, card, fixture->columns[0], side, anchor, &error);
  g_assert_no_error (error);
}

static GArray *
read_order (Fixture *fixture)
{
  QdEntity *column = qd_store_lookup (fixture->store, fixture->columns[0]);
  QdOrderedList *cards = qd_column_get_cards (QD_COLUMN (column));
  GArray *order = g_array_new (FALSE, FALSE, sizeof (QdId));

  for (guint i = 0; i < qd_ordered_list_get_length (cards); i++)
    {
      QdId id = qd_entity_get_id (qd_ordered_list_peek (cards, i));

      g_array_append_val (order, id);
    }

  return order;
}

static int
find_in (GArray *order,
         QdId    id)
{
  for (guint i = 0; i < order->len; i++)
    if (g_array_index (order, QdId, i) == id)
      return (int) i;

  return -1;
}

/* The models show @order, and so does the file, by ranks that are fine. */
static void
assert_order (Fixture *fixture,
              GArray  *order)
{
  g_autoptr (GArray) shown = read_order (fixture);
  g_autofree char *file = NULL;
  GString *expected = g_string_new (NULL);

  g_assert_cmpmem (shown->data, shown->len * sizeof (QdId), order->data,
                   order->len * sizeof (QdId));
  for (guint i = 0; i < order->len; i++)
    g_string_append_printf (expected, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            g_array_index (order, QdId, i));
  file = fixture_text (fixture->scratch->path,
                       "SELECT group_concat(id, ' ') FROM (SELECT id FROM card WHERE parent="
                       "(SELECT id FROM \"column\" ORDER BY role LIMIT 1) ORDER BY rank, id)");
  g_assert_cmpstr (file, ==, expected->str);
  g_string_free (expected, TRUE);
}

/* "A new rank lies strictly between its neighbours." */
static void
assert_between (Fixture *fixture,
                QdId     card)
{
  g_autoptr (GArray) order = read_order (fixture);
  const int at = find_in (order, card);
  const char *rank = qd_entity_get_rank (qd_store_lookup (fixture->store, card));

  g_assert_true (qd_rank_is_valid (rank));
  if (at > 0)
    {
      QdId before = g_array_index (order, QdId, at - 1);

      g_assert_cmpstr (qd_entity_get_rank (qd_store_lookup (fixture->store, before)), <, rank);
    }
  if (at + 1 < (int) order->len)
    {
      QdId behind = g_array_index (order, QdId, at + 1);

      g_assert_cmpstr (qd_entity_get_rank (qd_store_lookup (fixture->store, behind)), >, rank);
    }
}

static void
assert_short (Fixture *fixture)
{
  g_assert_cmpint (scratch_ask (fixture->scratch->path, "SELECT max(length(rank)) FROM card"),
                   <=, QD_RANK_MAX_LENGTH);
}

/* Moves in the store, and in an array by hand. */
static void
move_both (Fixture *fixture,
           GArray  *order,
           QdId     card,
           QdSide   side,
           QdId     anchor)
{
  const int from = find_in (order, card);
  int to = side == QD_SIDE_FIRST ? 0 : (int) order->len - 1;

  g_array_remove_index (order, (guint) from);
  if (side == QD_SIDE_BEFORE)
    to = find_in (order, anchor);
  else if (side == QD_SIDE_AFTER)
    to = find_in (order, anchor) + 1;
  g_array_insert_val (order, (guint) to, card);

  move (fixture, card, side, anchor);
  assert_order (fixture, order);
}

static void
make_cards (Fixture *fixture,
            guint    n_cards)
{
  for (guint i = 0; i < n_cards; i++)
    fixture_new_card (fixture->store, fixture->columns[0], "Card");
}

static void
test_random_moves (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GArray) order = NULL;

  make_cards (fixture, 30);
  order = read_order (fixture);
  for (guint n = 0; n < 500; n++)
    {
      QdId card = g_array_index (order, QdId, g_test_rand_int_range (0, 30));
      QdId anchor = g_array_index (order, QdId, g_test_rand_int_range (0, 30));
      QdSide side = (QdSide) g_test_rand_int_range (0, 4);

      if (anchor == card)
        continue;
      move_both (fixture, order, card, side, anchor);
      assert_between (fixture, card);
    }
  assert_short (fixture);
}

/* A few hundred times into the same gap: re-keyed in the same step whenever
 * ranks get long, and undone in one step.
 */
static void
test_same_gap (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GArray) order = NULL;
  gint64 n_entries;

  make_cards (fixture, 12);
  order = read_order (fixture);
  n_entries = scratch_count (fixture->scratch->path, "tx");
  for (guint n = 0; n < 400; n++)
    {
      QdId card = g_array_index (order, QdId, n % 2 == 0 ? 1 : order->len - 1);
      QdId first = g_array_index (order, QdId, 0);

      move_both (fixture, order, card, QD_SIDE_AFTER, first);
      assert_between (fixture, card);
      if (scratch_count (fixture->scratch->path, "tx") == n_entries)
        continue;
      g_assert_cmpint (scratch_count (fixture->scratch->path, "tx"), ==, ++n_entries);
    }
  assert_short (fixture);

  /* There were such steps at all. */
  g_assert_cmpint (scratch_ask (fixture->scratch->path,
                                "SELECT max(json_array_length(payload,'$.c')) FROM tx"
                                " WHERE kind=0 AND json_extract(payload,'$.c[0][1]')=603"),
                   >, 3);
}

static void
set_rank (QdTransaction *transaction,
          QdId           card,
          QdId           column,
          const char    *rank)
{
  g_auto (QdValue) place = QD_VALUE_INIT;

  qd_value_set_place (&place, column, rank);
  qd_transaction_set_value (transaction, card, QD_FIELD_CARD_PLACE, &place);
}

/* Cards whose ranks somebody else chose, each the same or in turn. */
static void
make_cards_ranked (Fixture            *fixture,
                   guint               n_cards,
                   const char * const *ranks,
                   guint               n_ranks)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (fixture->store,
                                                              QD_TRANSACTION_IMPORT);

  for (guint i = 0; i < n_cards; i++)
    {
      QdId card = qd_transaction_create (transaction, QD_ENTITY_CARD);

      set_rank (transaction, card, fixture->columns[0], ranks[i % n_ranks]);
    }
  g_assert_true (qd_transaction_commit (transaction, NULL));
}

static void
assert_rekeys (Fixture            *fixture,
               guint               n_cards,
               const char * const *ranks,
               guint               n_ranks,
               guint               n_moves)
{
  g_autoptr (GArray) order = NULL;

  make_cards_ranked (fixture, n_cards, ranks, n_ranks);
  order = read_order (fixture);
  g_assert_cmpuint (order->len, ==, n_cards);
  for (guint n = 0; n < n_moves; n++)
    {
      QdId card = g_array_index (order, QdId, g_test_rand_int_range (0, (gint32) n_cards));
      QdId anchor = g_array_index (order, QdId, g_test_rand_int_range (0, (gint32) n_cards));

      gint64 n_entries = scratch_count (fixture->scratch->path, "tx");

      if (card == anchor)
        continue;
      move_both (fixture, order, card, g_test_rand_bit () ? QD_SIDE_BEFORE : QD_SIDE_AFTER,
                 anchor);

      /* Where it stood there already, it may share its rank. */
      if (scratch_count (fixture->scratch->path, "tx") > n_entries)
        assert_between (fixture, card);
    }
  g_assert_cmpint (scratch_ask (fixture->scratch->path,
                                "SELECT count(*) FROM card WHERE instr(rank, '(')"), ==, 0);
}

static void
test_equal_ranks (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char * const ranks[] = { "Uzz" };

  assert_rekeys (fixture, 20, ranks, G_N_ELEMENTS (ranks), 60);
}

static void
test_many_equal_ranks (Fixture       *fixture,
                       gconstpointer  data)
{
  static const char * const ranks[] = { "Uzz" };

  assert_rekeys (fixture, 5000, ranks, G_N_ELEMENTS (ranks), 3);
}

static void
test_pairs (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const ranks[] = { "A", "B", "C1", "C2", "D" };

  assert_rekeys (fixture, 20, ranks, G_N_ELEMENTS (ranks), 60);
}

/* What no program of ours writes, but a file may hold. */
static void
test_strange_ranks (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char * const ranks[] = {
    "", "0", "A0", "A", "é", "a b", "~~~", "zzzzzz", "00001", "-1", "A/B",
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA1",
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA2",
  };

  assert_rekeys (fixture, 26, ranks, G_N_ELEMENTS (ranks), 60);
}

static void
test_rekey_undone (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char * const ranks[] = { "Uzz" };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GArray) order = NULL;
  g_autofree char *name = NULL;

  make_cards_ranked (fixture, 8, ranks, G_N_ELEMENTS (ranks));
  order = read_order (fixture);
  before = state_dump_tables (fixture->scratch->path);
  move_both (fixture, order, g_array_index (order, QdId, 7), QD_SIDE_AFTER,
             g_array_index (order, QdId, 2));
  name = qd_undo_dup_name (fixture->store);
  g_assert_cmpstr (name, ==, "Move “Untitled” in Its Column");
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  after = state_dump_tables (fixture->scratch->path);
  state_assert_same ("The state before a move and after its undo", before, after);
}

/* What is out of sight keeps its place among the others. */
static void
test_archived_neighbours (Fixture       *fixture,
                          gconstpointer  data)
{
  static const char * const titles[] = { "A", "B", "C" };
  QdId cards[3];
  g_autofree char *shown = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    cards[i] = fixture_new_card (fixture->store, fixture->columns[0], titles[i]);
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_CARD, cards[1], TRUE, NULL));
  fixture_new_card (fixture->store, fixture->columns[0], "D");
  move (fixture, cards[2], QD_SIDE_FIRST, QD_ID_NONE);
  move (fixture, cards[0], QD_SIDE_BEFORE, cards[2]);
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_CARD, cards[1], FALSE, NULL));
  shown = fixture_titles (fixture->store, fixture->columns[0]);
  g_assert_cmpstr (shown, ==, "A C B D");
}

/* The neighbour has gone elsewhere meanwhile: the end is a place, too. */
static void
test_anchor_elsewhere (Fixture       *fixture,
                       gconstpointer  data)
{
  QdId moved = fixture_new_card (fixture->store, fixture->columns[0], "A");
  QdId anchor = fixture_new_card (fixture->store, fixture->columns[1], "X");
  g_autofree char *shown = NULL;

  fixture_new_card (fixture->store, fixture->columns[0], "B");
  move (fixture, moved, QD_SIDE_BEFORE, anchor);
  shown = fixture_titles (fixture->store, fixture->columns[0]);
  g_assert_cmpstr (shown, ==, "B A");
}

/* Dropped onto itself, a card stays where it is. */
static void
test_beside_itself (Fixture       *fixture,
                    gconstpointer  data)
{
  QdId card = fixture_new_card (fixture->store, fixture->columns[0], "A");
  g_autofree char *shown = NULL;
  gint64 n_entries;

  fixture_new_card (fixture->store, fixture->columns[0], "B");
  n_entries = scratch_count (fixture->scratch->path, "tx");
  move (fixture, card, QD_SIDE_BEFORE, card);
  move (fixture, card, QD_SIDE_AFTER, card);
  shown = fixture_titles (fixture->store, fixture->columns[0]);
  g_assert_cmpstr (shown, ==, "A B");
  g_assert_cmpint (scratch_count (fixture->scratch->path, "tx"), ==, n_entries);
}

/* Each in its turn, those placed before being there already. */
static void
test_one_transaction (Fixture       *fixture,
                      gconstpointer  data)
{
  static const struct {
    const char *title;
    QdSide side;
    int anchor;
  } cards[] = {
    { "A", QD_SIDE_LAST, -1 }, { "B", QD_SIDE_LAST, -1 }, { "C", QD_SIDE_FIRST, -1 },
    { "D", QD_SIDE_AFTER, 0 }, { "E", QD_SIDE_BEFORE, 3 },
  };
  g_autoptr (QdTransaction) transaction = qd_transaction_new (fixture->store,
                                                              QD_TRANSACTION_IMPORT);
  QdId ids[G_N_ELEMENTS (cards)];
  g_autofree char *shown = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      ids[i] = qd_transaction_create (transaction, QD_ENTITY_CARD);
      qd_transaction_set_text (transaction, ids[i], QD_FIELD_CARD_TITLE, cards[i].title);
      qd_transaction_place (transaction, QD_ENTITY_CARD, ids[i], fixture->columns[0],
                            cards[i].side,
                            cards[i].anchor >= 0 ? ids[cards[i].anchor] : QD_ID_NONE);
    }
  g_assert_true (qd_transaction_commit (transaction, NULL));
  shown = fixture_titles (fixture->store, fixture->columns[0]);
  g_assert_cmpstr (shown, ==, "C A E D B");
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

  add_test ("/place/random-moves", test_random_moves);
  add_test ("/place/same-gap", test_same_gap);
  add_test ("/place/equal-ranks", test_equal_ranks);
  add_test ("/place/many-equal-ranks", test_many_equal_ranks);
  add_test ("/place/pairs", test_pairs);
  add_test ("/place/strange-ranks", test_strange_ranks);
  add_test ("/place/rekey-undone", test_rekey_undone);
  add_test ("/place/archived-neighbours", test_archived_neighbours);
  add_test ("/place/anchor-elsewhere", test_anchor_elsewhere);
  add_test ("/place/beside-itself", test_beside_itself);
  add_test ("/place/one-transaction", test_one_transaction);

  return g_test_run ();
}
