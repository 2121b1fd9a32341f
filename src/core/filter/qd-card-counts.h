#pragma once

#include "model/qd-card.h"

G_BEGIN_DECLS

/**
 * QdCardCounts:
 *
 * How many cards each objective has; %NULL stands for those without one.
 */
typedef GHashTable QdCardCounts;

QdCardCounts *qd_card_counts_new (void);
void          qd_card_counts_add (QdCardCounts *self,
                                  QdBoard      *board);
guint         qd_card_counts_get (QdCardCounts *self,
                                  QdObjective  *objective);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdCardCounts, g_hash_table_unref)

G_END_DECLS
