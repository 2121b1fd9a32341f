/* A key result as somebody types it in one line: "Raise NPS from 33 to 41 points" has
 * its numbers in it, so nobody types them twice. Read as in an outline that is
 * imported.
 */

#include "config.h"

#include "qd-quantity.h"
#include "qd-typed-card.h"

/**
 * qd_typed_card_add:
 * @store: a store
 * @column: where it stands, at the end
 * @title: what was typed
 * @objective: what it belongs to, or %QD_ID_NONE
 * @error: return location
 *
 * Adds a key result with the numbers that its title states, in one step.
 *
 * Returns: the new card, or %QD_ID_NONE
 */
QdId
qd_typed_card_add (QdStore     *store,
                   QdId         column,
                   const char  *title,
                   QdId         objective,
                   GError     **error)
{
  QdQuantity quantity;
  QdCardNumbers numbers;
  gboolean found;
  QdId card;

  g_return_val_if_fail (title != NULL, QD_ID_NONE);

  found = qd_quantity_find (title, &quantity);
  numbers = (QdCardNumbers) { quantity.metric, quantity.baseline, quantity.target,
                              quantity.unit };
  card = qd_edit_new_card (store, column, title, objective, found ? &numbers : NULL, error);
  qd_quantity_clear (&quantity);

  return card;
}
