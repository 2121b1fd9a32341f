/* Whether something can be changed, so that nothing is offered that would be refused.
 */

#include "config.h"

#include "model/qd-board.h"
#include "qd-editable.h"

/**
 * qd_editable_board:
 * @store: a store
 * @board: (nullable): a board of it
 *
 * Returns: whether the board and what is on it can be changed: the file is no past and
 *   can be written, and the board is not closed
 */
gboolean
qd_editable_board (QdStore *store,
                   QdBoard *board)
{
  g_return_val_if_fail (QD_IS_STORE (store), FALSE);

  return !qd_store_get_read_only (store) &&
         (board == NULL || qd_board_get_closed (board) == QD_DAY_NONE);
}

/**
 * qd_editable_card:
 * @store: a store
 * @card: (nullable): a card of it
 *
 * Returns: whether the card can be changed, as qd_editable_board()
 */
gboolean
qd_editable_card (QdStore *store,
                  QdCard  *card)
{
  QdColumn *column = card != NULL ? qd_card_get_column (card) : NULL;

  return qd_editable_board (store, column != NULL ? qd_column_get_board (column) : NULL);
}

/**
 * qd_editable_thing:
 * @store: a store
 * @id: a board, an objective or a card of it
 *
 * Returns: whether it can be changed, as qd_editable_board()
 */
gboolean
qd_editable_thing (QdStore *store,
                   QdId     id)
{
  QdEntity *entity = qd_store_lookup (store, id);

  if (QD_IS_CARD (entity))
    return qd_editable_card (store, QD_CARD (entity));
  if (QD_IS_OBJECTIVE (entity))
    return qd_editable_board (store, qd_objective_get_board (QD_OBJECTIVE (entity)));

  return qd_editable_board (store, QD_IS_BOARD (entity) ? QD_BOARD (entity) : NULL);
}
