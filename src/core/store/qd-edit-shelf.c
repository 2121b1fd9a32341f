/* What people do with the shelf, "not this quarter", each as one transaction.
 *
 * What waits keeps its place, so that it comes back to where it was. What stands on a
 * closed board stays there: from it a new thing goes on.
 */

#include "config.h"

#include <math.h>

#include "qd-edit-align.h"
#include "qd-edit-card.h"
#include "qd-edit-carry.h"
#include "qd-edit-require.h"
#include "qd-edit-shelf.h"
#include "qd-shelf-private.h"
#include "qd-store-private.h"

#define ALIVE(row) "coalesce(" row ".archived,0)=0 AND coalesce(" row ".deleted,0)=0"

static const QdField reasons[] = {
  [QD_ENTITY_OBJECTIVE] = QD_FIELD_OBJECTIVE_SHELF_REASON,
  [QD_ENTITY_CARD] = QD_FIELD_CARD_SHELF_REASON,
};

static void
keep_on_shelf (QdTransaction *transaction,
               QdEntityKind   kind,
               QdId           id)
{
  qd_transaction_set_integer (transaction, id, qd_field_of (kind, QD_FIELD_ARCHIVED),
                              QD_KEEPING_SHELF);
}

/* An objective takes its key results along. */
static gboolean
plan_shelving (QdStore        *store,
               QdTransaction  *transaction,
               QdEntityKind    kind,
               QdId            id,
               const char     *reason,
               GError        **error)
{
  g_autoptr (GArray) cards = NULL;

  if (!qd_edit_require (store, transaction, kind, id, error))
    return FALSE;
  keep_on_shelf (transaction, kind, id);
  qd_transaction_set_text (transaction, id, reasons[kind], reason);
  if (kind != QD_ENTITY_OBJECTIVE)
    return TRUE;

  cards = qd_db_list_ids (qd_store_get_db (store), "SELECT c.id FROM card AS c"
                                   " JOIN \"column\" AS k ON k.id=c.parent"
                                   " JOIN objective AS o ON o.id=c.objective"
                                   " AND o.parent=k.parent"
                                   " WHERE o.id=?1 AND " ALIVE ("c"), id, error);
  for (guint i = 0; cards != NULL && i < cards->len; i++)
    keep_on_shelf (transaction, QD_ENTITY_CARD, g_array_index (cards, QdId, i));

  return cards != NULL;
}

/**
 * qd_edit_shelve:
 * @store: a store
 * @kind: %QD_ENTITY_OBJECTIVE or %QD_ENTITY_CARD
 * @id: which one
 * @reason: (nullable): why it waits
 * @error: return location
 *
 * Puts something on the shelf; an objective with its key results, which come back
 * together.
 *
 * Returns: whether it waits there
 */
gboolean
qd_edit_shelve (QdStore       *store,
                QdEntityKind   kind,
                QdId           id,
                const char    *reason,
                GError       **error)
{
  g_autoptr (QdTransaction) transaction = NULL;

  g_return_val_if_fail (kind == QD_ENTITY_OBJECTIVE || kind == QD_ENTITY_CARD, FALSE);

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

  return plan_shelving (store, transaction, kind, id, reason, error) &&
         qd_transaction_commit (transaction, error);
}

/**
 * qd_edit_take_from_shelf:
 * @store: a store
 * @kind: %QD_ENTITY_OBJECTIVE or %QD_ENTITY_CARD
 * @id: which one
 * @board: an open board; %QD_ID_NONE for the one that it stood on
 * @error: return location; %QD_ERROR_NOT_FOUND where it does not wait any more, or a
 *   board is gone
 *
 * Takes something back, or lets it go on on another board: key results begin there in
 * Not Started. From a closed board nothing is taken away: what waited there is carried
 * over, as by qd_edit_plan_next().
 *
 * Returns: what it is now: the same, or what carries it on; %QD_ID_NONE where nothing
 *   was changed
 */
QdId
qd_edit_take_from_shelf (QdStore       *store,
                         QdEntityKind   kind,
                         QdId           id,
                         QdId           board,
                         GError       **error)
{
  g_autoptr (QdTransaction) transaction = NULL;
  g_auto (QdCarry) carry = { 0 };
  QdWaiting waiting;
  QdId there = QD_ID_NONE;

  g_return_val_if_fail (kind == QD_ENTITY_OBJECTIVE || kind == QD_ENTITY_CARD, QD_ID_NONE);

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  qd_edit_carry_init (&carry, store, transaction);
  if (!qd_transaction_lock (transaction, error) ||
      !qd_shelf_find (store, id, &waiting, error) ||
      !qd_edit_carry_onto (&carry, board != QD_ID_NONE ? board : waiting.board, error) ||
      !qd_edit_carry_from_shelf (&carry, id, &there, error) ||
      !qd_edit_carry_alignment (&carry, error))
    return QD_ID_NONE;

  return qd_edit_commit_new (transaction, there, error);
}

/**
 * qd_edit_swap_objective:
 * @store: a store
 * @board: a board
 * @draft: what the new objective shall be
 * @swap: which objective waits for it, and why
 * @error: return location
 *
 * Adds an objective, and puts another one on the shelf, in one step.
 *
 * Returns: the new objective, or %QD_ID_NONE
 */
QdId
qd_edit_swap_objective (QdStore                 *store,
                        QdId                     board,
                        const QdObjectiveDraft  *draft,
                        const QdSwap            *swap,
                        GError                 **error)
{
  g_autofree char *tidy = qd_edit_tidy_title (draft->title, error);
  g_autoptr (QdTransaction) transaction = NULL;
  QdId made;

  if (tidy == NULL || !qd_edit_check_weight (draft->weight, error))
    return QD_ID_NONE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  made = qd_edit_plan_objective (transaction, board, tidy, draft->why, draft->colour);
  if (draft->commitment != QD_COMMITMENT_ASPIRATIONAL)
    qd_transaction_set_integer (transaction, made, QD_FIELD_OBJECTIVE_COMMITMENT,
                                (gint64) draft->commitment);
  if (!isnan (draft->weight))
    qd_transaction_set_real (transaction, made, QD_FIELD_OBJECTIVE_WEIGHT, draft->weight);
  if ((draft->parent != QD_ID_NONE &&
       !qd_edit_plan_parent (store, transaction, made, draft->parent, error)) ||
      !plan_shelving (store, transaction, QD_ENTITY_OBJECTIVE, swap->waits, swap->reason, error))
    return QD_ID_NONE;

  return qd_edit_commit_new (transaction, made, error);
}
