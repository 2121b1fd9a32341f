#pragma once

#include "model/qd-board-standing.h"
#include "qd-store.h"

G_BEGIN_DECLS

/**
 * QdAlignmentTree:
 *
 * What contributes to what, and how far it is, at one moment: each objective is judged
 * once, however many stand above it.
 */
typedef struct _QdAlignmentTree QdAlignmentTree;

QdAlignmentTree *qd_alignment_tree_new           (QdStore             *store,
                                                  QdDay                today);
void             qd_alignment_tree_free          (QdAlignmentTree     *self);
GPtrArray       *qd_alignment_tree_list_children (QdAlignmentTree     *self,
                                                  QdObjective         *objective);
gboolean         qd_alignment_tree_roll_up       (QdAlignmentTree     *self,
                                                  QdObjective         *objective,
                                                  QdObjectiveStanding *standing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdAlignmentTree, qd_alignment_tree_free)

G_END_DECLS
