/* Which cards of boards are told of on paper and in reports, where these are not all,
 * and why these, so that nobody takes them for all.
 *
 * Cards are chosen once, by whoever knows why; they stay chosen whatever becomes of
 * them. Where nothing is chosen from, %NULL stands for all cards.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-chosen-cards.h"

struct _QdChosenCards
{
  GHashTable *cards;
  char *reason;
};

/**
 * qd_chosen_cards_new:
 * @reason: what they were chosen by, in translated words
 *
 * Returns: (transfer full): no cards
 */
QdChosenCards *
qd_chosen_cards_new (const char *reason)
{
  QdChosenCards *self;

  g_return_val_if_fail (reason != NULL, NULL);

  self = g_new0 (QdChosenCards, 1);
  self->cards = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->reason = g_strdup (reason);

  return self;
}

/**
 * qd_chosen_cards_free:
 * @self: chosen cards
 */
void
qd_chosen_cards_free (QdChosenCards *self)
{
  g_hash_table_unref (self->cards);
  g_free (self->reason);
  g_free (self);
}

/**
 * qd_chosen_cards_add:
 * @self: chosen cards
 * @card: one more
 */
void
qd_chosen_cards_add (QdChosenCards *self,
                     QdCard        *card)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (QD_IS_CARD (card));

  g_hash_table_add (self->cards, g_object_ref (card));
}

/**
 * qd_chosen_cards_contain:
 * @self: (nullable): chosen cards, or %NULL for all
 * @card: a card
 *
 * Returns: whether the card is one of them
 */
gboolean
qd_chosen_cards_contain (const QdChosenCards *self,
                         QdCard              *card)
{
  return self == NULL || g_hash_table_contains (self->cards, card);
}

/**
 * qd_chosen_cards_list:
 * @self: (nullable): chosen cards, or %NULL for all
 * @column: a column of a board that is loaded
 *
 * Returns: (transfer container) (element-type QdCard): those that stand in the column,
 *   in their order
 */
GPtrArray *
qd_chosen_cards_list (const QdChosenCards *self,
                      QdColumn            *column)
{
  QdOrderedList *cards;
  GPtrArray *chosen = g_ptr_array_new ();

  g_return_val_if_fail (QD_IS_COLUMN (column), chosen);

  cards = qd_column_get_cards (column);
  for (guint i = 0; i < qd_ordered_list_get_length (cards); i++)
    {
      QdCard *card = qd_ordered_list_peek (cards, i);

      if (qd_chosen_cards_contain (self, card))
        g_ptr_array_add (chosen, card);
    }

  return chosen;
}

/**
 * qd_chosen_cards_text_count:
 * @self: (nullable): chosen cards, or %NULL for all
 * @n_chosen: how many of them there are somewhere
 * @n_cards: how many cards are there
 *
 * Returns: (transfer full): "7", or "2 of 7" where some are not chosen
 */
char *
qd_chosen_cards_text_count (const QdChosenCards *self,
                            guint                n_chosen,
                            guint                n_cards)
{
  if (self == NULL || n_chosen == n_cards)
    return g_strdup_printf ("%u", n_cards);

  return g_strdup_printf (_("%u of %u"), n_chosen, n_cards);
}

/**
 * qd_chosen_cards_text_board:
 * @self: (nullable): chosen cards, or %NULL for all
 * @board: a board that is loaded
 *
 * Returns: (transfer full) (nullable): how many of its cards are chosen: "2 of 7 cards
 *   match the filter"; %NULL where all are told of
 */
char *
qd_chosen_cards_text_board (const QdChosenCards *self,
                            QdBoard             *board)
{
  QdOrderedList *columns;
  guint n_chosen = 0, n_cards = 0;

  g_return_val_if_fail (QD_IS_BOARD (board), NULL);

  if (self == NULL)
    return NULL;

  columns = qd_board_get_columns (board);
  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdColumn *column = qd_ordered_list_peek (columns, i);
      g_autoptr (GPtrArray) chosen = qd_chosen_cards_list (self, column);

      n_chosen += chosen->len;
      n_cards += qd_ordered_list_get_length (qd_column_get_cards (column));
    }

  return g_strdup_printf (ngettext ("%u of %u card matches the filter",
                                    "%u of %u cards match the filter", n_cards),
                          n_chosen, n_cards);
}

/**
 * qd_chosen_cards_text_reason:
 * @self: (nullable): chosen cards, or %NULL for all
 *
 * Returns: (transfer full) (nullable): why not all cards are told of: "Filter: Owner
 *   Mara"; %NULL where all are
 */
char *
qd_chosen_cards_text_reason (const QdChosenCards *self)
{
  if (self == NULL)
    return NULL;

  /* Translators: the blank is one or more filters, as "Owner Mara, Blocked" */
  return g_strdup_printf (_("Filter: %s"), self->reason);
}
