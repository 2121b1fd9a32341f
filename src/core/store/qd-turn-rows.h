#pragma once

#include "qd-card-row.h"
#include "qd-db.h"

G_BEGIN_DECLS

/* For core/store only. */

/**
 * QdTurnRows:
 * @there: (element-type QdId QdId): whatever has a row, with the column of a card that is
 *   in sight, else %QD_ID_NONE
 * @cards: (element-type QdCardRow): the cards in sight, by column and rank
 * @firsts: (element-type QdId guint): of each column, the first of its @cards
 * @texts: of @cards
 *
 * What the models are to be told of another day, as plain values: read in a thread, so
 * that the thread of the models only sets what differs.
 */
typedef struct
{
  GHashTable *there;
  GArray *cards;
  GHashTable *firsts;
  GStringChunk *texts;
} QdTurnRows;

QdTurnRows *qd_turn_rows_read (QdDb        *db,
                               GError     **error);
void        qd_turn_rows_free (QdTurnRows  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdTurnRows, qd_turn_rows_free)

G_END_DECLS
