/* Which rows stay, and which cards show in them. */

#include "config.h"

#include "card/qd-card-row.h"
#include "card/qd-row-model.h"
#include "model/qd-key-result-private.h"

#define N_CARDS 6

typedef struct
{
  QdKeyResult *cards[N_CARDS];
  GListStore *store;
  QdRowModel *model;
  QdCardRow *before[N_CARDS]; /* the rows of the first cards */
  guint n_changes;
} Fixture;

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *fixture)
{
  fixture->n_changes++;
}

static QdCardRow *
peek_row (Fixture *fixture,
          guint    position)
{
  g_autoptr (QdCardRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->model), position);

  return row;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->store = g_list_store_new (QD_TYPE_CARD);
  for (guint i = 0; i < N_CARDS; i++)
    fixture->cards[i] = qd_key_result_new (i + 1);
  for (guint i = 0; i < 4; i++)
    g_list_store_append (fixture->store, fixture->cards[i]);

  fixture->model = qd_row_model_new (g_object_ref (G_LIST_MODEL (fixture->store)));
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (on_items_changed), fixture);
  for (guint i = 0; i < 4; i++)
    fixture->before[i] = g_object_ref (peek_row (fixture, i));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  for (guint i = 0; i < 4; i++)
    g_object_unref (fixture->before[i]);
  g_object_unref (fixture->model);
  g_object_unref (fixture->store);
  for (guint i = 0; i < N_CARDS; i++)
    g_assert_finalize_object (fixture->cards[i]);
}

/* There is one row a card, with that card in it. */
static void
assert_in_step (Fixture *fixture)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->store));

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (QdCard) card = g_list_model_get_item (G_LIST_MODEL (fixture->store), i);

      g_assert_true (qd_card_row_get_card (peek_row (fixture, i)) == card);
    }
}

static void
test_others_show (Fixture       *fixture,
                  gconstpointer  unused)
{
  gpointer others[] = { fixture->cards[4], fixture->cards[1], fixture->cards[5] };

  /* 0 1 2 3 becomes 4 1 5: 1 keeps its row, the others take those of 0 and 2. */
  g_list_store_splice (fixture->store, 0, 4, others, G_N_ELEMENTS (others));
  assert_in_step (fixture);
  g_assert_true (peek_row (fixture, 0) == fixture->before[0]);
  g_assert_true (peek_row (fixture, 1) == fixture->before[1]);
  g_assert_true (peek_row (fixture, 2) == fixture->before[2]);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
}

static void
test_a_row_follows_its_card (Fixture       *fixture,
                             gconstpointer  unused)
{
  gpointer turned[] = { fixture->cards[3], fixture->cards[2], fixture->cards[1] };

  g_list_store_splice (fixture->store, 1, 3, turned, G_N_ELEMENTS (turned));
  assert_in_step (fixture);
  for (guint i = 1; i < 4; i++)
    g_assert_true (peek_row (fixture, i) == fixture->before[4 - i]);
}

static void
test_one_comes_and_goes (Fixture       *fixture,
                         gconstpointer  unused)
{
  g_list_store_insert (fixture->store, 2, fixture->cards[4]);
  assert_in_step (fixture);
  g_assert_true (peek_row (fixture, 3) == fixture->before[2]);

  g_list_store_remove (fixture->store, 0);
  assert_in_step (fixture);
  g_assert_true (peek_row (fixture, 0) == fixture->before[1]);

  g_list_store_remove_all (fixture->store);
  assert_in_step (fixture);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->model), 0));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/row-model/others-show", Fixture, NULL, set_up, test_others_show, tear_down);
  g_test_add ("/row-model/a-row-follows-its-card", Fixture, NULL, set_up,
              test_a_row_follows_its_card, tear_down);
  g_test_add ("/row-model/one-comes-and-goes", Fixture, NULL, set_up,
              test_one_comes_and_goes, tear_down);

  return g_test_run ();
}
