#pragma once

#include <gio/gio.h>

#include "model/qd-board-standing.h"

G_BEGIN_DECLS

/**
 * QdAlignmentKind:
 * @QD_ALIGNMENT_OBJECTIVE: an objective, with those that contribute to it below
 * @QD_ALIGNMENT_GROUP: the heading of objectives that stand alone
 * @QD_ALIGNMENT_NOTE: a sentence about a board
 *
 * What a node of the tree is.
 */
typedef enum
{
  QD_ALIGNMENT_OBJECTIVE,
  QD_ALIGNMENT_GROUP,
  QD_ALIGNMENT_NOTE,
} QdAlignmentKind;

#define QD_TYPE_ALIGNMENT_NODE (qd_alignment_node_get_type ())
G_DECLARE_FINAL_TYPE (QdAlignmentNode, qd_alignment_node, QD, ALIGNMENT_NODE, GObject)

QdAlignmentNode           *qd_alignment_node_new_objective (QdObjective     *objective);
QdAlignmentNode           *qd_alignment_node_new_group     (const char      *text);
QdAlignmentNode           *qd_alignment_node_new_note      (QdBoard         *board);

QdAlignmentKind            qd_alignment_node_get_kind      (QdAlignmentNode *self);
QdObjective               *qd_alignment_node_get_objective (QdAlignmentNode *self);
QdBoard                   *qd_alignment_node_get_board     (QdAlignmentNode *self);
const char                *qd_alignment_node_get_text      (QdAlignmentNode *self);
void                       qd_alignment_node_set_text      (QdAlignmentNode *self,
                                                            const char      *text);
const char                *qd_alignment_node_get_place     (QdAlignmentNode *self);
void                       qd_alignment_node_set_place     (QdAlignmentNode *self,
                                                            const char      *place);
const QdObjectiveStanding *qd_alignment_node_get_standing  (QdAlignmentNode *self);
void                       qd_alignment_node_set_standing  (QdAlignmentNode *self,
                                                            const QdObjectiveStanding
                                                                            *standing);

GListModel                *qd_alignment_node_get_children  (QdAlignmentNode *self);
guint                      qd_alignment_node_get_n_children
                                                           (QdAlignmentNode *self);
void                       qd_alignment_node_set_children  (QdAlignmentNode *self,
                                                            GPtrArray       *children,
                                                            GHashTable      *anew);

G_END_DECLS
