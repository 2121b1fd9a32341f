/* How many cards belong to each objective, of all the boards that are added.
 *
 * It looks once at each card of a board, so it is made when boards change or a menu
 * opens, never because a filter does.
 */

#include "config.h"

#include "qd-card-counts.h"

/**
 * qd_card_counts_new:
 *
 * Returns: (transfer full): the counts of no board
 */
QdCardCounts *
qd_card_counts_new (void)
{
  return g_hash_table_new (NULL, NULL);
}

/**
 * qd_card_counts_add:
 * @self: counts
 * @board: a board; one that is not loaded has no cards
 */
void
qd_card_counts_add (QdCardCounts *self,
                    QdBoard      *board)
{
  QdOrderedList *columns;

  g_return_if_fail (self != NULL);
  g_return_if_fail (QD_IS_BOARD (board));

  columns = qd_board_get_columns (board);
  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdOrderedList *cards = qd_column_get_cards (qd_ordered_list_peek (columns, i));

      for (guint j = 0; j < qd_ordered_list_get_length (cards); j++)
        {
          gpointer objective = qd_card_get_objective (qd_ordered_list_peek (cards, j));
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self, objective));

          g_hash_table_insert (self, objective, GUINT_TO_POINTER (n + 1));
        }
    }
}

/**
 * qd_card_counts_get:
 * @self: counts
 * @objective: (nullable): an objective; %NULL for cards without one
 *
 * Returns: how many cards belong to it
 */
guint
qd_card_counts_get (QdCardCounts *self,
                    QdObjective  *objective)
{
  g_return_val_if_fail (self != NULL, 0);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self, objective));
}
