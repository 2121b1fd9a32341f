#pragma once

#include "qd-transaction.h"

G_BEGIN_DECLS

/* For core/store only. */

/**
 * QdCarry:
 * @store: a store
 * @transaction: what shall be done, which is locked
 * @cycle: of the board where things go on, or %QD_ID_NONE
 * @board: that board
 * @column: where key results begin there
 * @is_new: whether the board is made by the same transaction
 * @objectives: (element-type QdId QdId): what the objectives of other boards are there
 * @made: (element-type QdId): those of them that are made by the transaction
 *
 * Where things go on.
 */
typedef struct
{
  QdStore *store;
  QdTransaction *transaction;
  QdId cycle;
  QdId board;
  QdId column;
  gboolean is_new;
  GHashTable *objectives;
  GArray *made;
} QdCarry;

void     qd_edit_carry_init       (QdCarry        *self,
                                   QdStore        *store,
                                   QdTransaction  *transaction);
void     qd_edit_carry_clear      (QdCarry        *self);
gboolean qd_edit_carry_onto       (QdCarry        *self,
                                   QdId            board,
                                   GError        **error);
gboolean qd_edit_carry_board      (QdCarry        *self,
                                   QdId            board,
                                   QdId            cycle,
                                   GError        **error);
gboolean qd_edit_carry_objective  (QdCarry        *self,
                                   QdId            objective,
                                   QdId           *there,
                                   GError        **error);
gboolean qd_edit_carry_card       (QdCarry        *self,
                                   QdId            card,
                                   QdId           *there,
                                   GError        **error);
gboolean qd_edit_carry_from_shelf (QdCarry        *self,
                                   QdId            id,
                                   QdId           *there,
                                   GError        **error);
gboolean qd_edit_carry_alignment  (QdCarry        *self,
                                   GError        **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QdCarry, qd_edit_carry_clear)

G_END_DECLS
