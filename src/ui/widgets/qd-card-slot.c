/* Places between the cards that show in a column.
 *
 * Slot 0 is before the first card, slot 2 between the second and the third. A
 * move is told to the store relative to a card that shows, so that hidden cards
 * keep their neighbours.
 */

#include "config.h"

#include "qd-card-slot.h"

/**
 * qd_card_slot_find:
 * @cards: a list of #QdCard
 * @card: a card
 * @position: (out): where it is in the list
 *
 * Returns: whether it is in the list
 */
gboolean
qd_card_slot_find (GListModel *cards,
                   QdCard     *card,
                   guint      *position)
{
  guint n_cards;

  g_return_val_if_fail (G_IS_LIST_MODEL (cards), FALSE);

  n_cards = g_list_model_get_n_items (cards);
  for (guint i = 0; i < n_cards; i++)
    {
      g_autoptr (QdCard) other = g_list_model_get_item (cards, i);

      if (other == card)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * qd_card_slot_get_anchor:
 * @cards: the cards that show in a column
 * @slot: a slot; beyond the last is the last
 * @card: a card that should get there, from this column or another
 * @side: (out): where that is, relative to @anchor
 * @anchor: (out): the id of the card beside it, or %QD_ID_NONE
 *
 * Returns: whether the card would move at all
 */
gboolean
qd_card_slot_get_anchor (GListModel *cards,
                         guint       slot,
                         QdCard     *card,
                         QdSide     *side,
                         QdId       *anchor)
{
  g_autoptr (QdEntity) neighbour = NULL;
  guint n_cards, position;

  g_return_val_if_fail (G_IS_LIST_MODEL (cards), FALSE);
  g_return_val_if_fail (QD_IS_CARD (card), FALSE);

  n_cards = g_list_model_get_n_items (cards);
  slot = MIN (slot, n_cards);
  if (qd_card_slot_find (cards, card, &position) &&
      (slot == position || slot == position + 1))
    return FALSE;

  if (n_cards == 0)
    {
      *side = QD_SIDE_LAST;
      *anchor = QD_ID_NONE;
      return TRUE;
    }

  neighbour = g_list_model_get_item (cards, slot > 0 ? slot - 1 : 0);
  *side = slot > 0 ? QD_SIDE_AFTER : QD_SIDE_BEFORE;
  *anchor = qd_entity_get_id (neighbour);

  return TRUE;
}
