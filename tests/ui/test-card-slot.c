/* Places between the cards that show. */

#include "config.h"

#include "model/qd-entity-private.h"
#include "model/qd-key-result-private.h"
#include "widgets/qd-card-slot.h"

static GListStore *
create_cards (guint n_cards)
{
  GListStore *cards = g_list_store_new (QD_TYPE_CARD);

  for (guint i = 0; i < n_cards; i++)
    {
      g_autoptr (QdKeyResult) card = qd_key_result_new (i + 1);

      g_list_store_append (cards, card);
    }

  return cards;
}

static void
test_find (void)
{
  g_autoptr (GListStore) cards = create_cards (3);
  g_autoptr (QdCard) second = g_list_model_get_item (G_LIST_MODEL (cards), 1);
  g_autoptr (QdKeyResult) stranger = qd_key_result_new (9);
  guint position = 99;

  g_assert_true (qd_card_slot_find (G_LIST_MODEL (cards), second, &position));
  g_assert_cmpuint (position, ==, 1);
  g_assert_false (qd_card_slot_find (G_LIST_MODEL (cards), QD_CARD (stranger), &position));
}

/* A card from elsewhere, id 9, into each slot of three cards with ids 1 to 3. */
static void
test_from_elsewhere (void)
{
  const struct
  {
    guint slot;
    QdSide side;
    QdId anchor;
  } cases[] = {
    { 0, QD_SIDE_BEFORE, 1 },
    { 1, QD_SIDE_AFTER, 1 },
    { 2, QD_SIDE_AFTER, 2 },
    { 3, QD_SIDE_AFTER, 3 },
    { 99, QD_SIDE_AFTER, 3 },
    { G_MAXUINT, QD_SIDE_AFTER, 3 },
  };
  g_autoptr (GListStore) cards = create_cards (3);
  g_autoptr (QdKeyResult) stranger = qd_key_result_new (9);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QdSide side;
      QdId anchor;

      g_assert_true (qd_card_slot_get_anchor (G_LIST_MODEL (cards), cases[i].slot,
                                              QD_CARD (stranger), &side, &anchor));
      g_assert_cmpint (side, ==, cases[i].side);
      g_assert_cmpint (anchor, ==, cases[i].anchor);
    }
}

/* The card with id 2 of three: the slots on either side of it are its own. */
static void
test_within (void)
{
  const struct
  {
    guint slot;
    gboolean moves;
    QdSide side;
    QdId anchor;
  } cases[] = {
    { 0, TRUE, QD_SIDE_BEFORE, 1 },
    { 1, FALSE, QD_SIDE_LAST, 0 },
    { 2, FALSE, QD_SIDE_LAST, 0 },
    { 3, TRUE, QD_SIDE_AFTER, 3 },
  };
  g_autoptr (GListStore) cards = create_cards (3);
  g_autoptr (QdCard) card = g_list_model_get_item (G_LIST_MODEL (cards), 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QdSide side = QD_SIDE_LAST;
      QdId anchor = QD_ID_NONE;

      g_assert_cmpint (qd_card_slot_get_anchor (G_LIST_MODEL (cards), cases[i].slot,
                                                card, &side, &anchor),
                       ==, cases[i].moves);
      g_assert_cmpint (side, ==, cases[i].side);
      g_assert_cmpint (anchor, ==, cases[i].anchor);
    }
}

static void
test_empty (void)
{
  g_autoptr (GListStore) cards = create_cards (0);
  g_autoptr (QdKeyResult) stranger = qd_key_result_new (9);
  QdSide side;
  QdId anchor;

  g_assert_true (qd_card_slot_get_anchor (G_LIST_MODEL (cards), 0,
                                          QD_CARD (stranger), &side, &anchor));
  g_assert_cmpint (side, ==, QD_SIDE_LAST);
  g_assert_cmpint (anchor, ==, QD_ID_NONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/card-slot/find", test_find);
  g_test_add_func ("/card-slot/from-elsewhere", test_from_elsewhere);
  g_test_add_func ("/card-slot/within", test_within);
  g_test_add_func ("/card-slot/empty", test_empty);

  return g_test_run ();
}
