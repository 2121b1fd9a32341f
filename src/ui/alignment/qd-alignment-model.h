#pragma once

#include <gtk/gtk.h>

#include "qd-alignment-node.h"
#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_ALIGNMENT_MODEL (qd_alignment_model_get_type ())
G_DECLARE_FINAL_TYPE (QdAlignmentModel, qd_alignment_model, QD, ALIGNMENT_MODEL, GObject)

QdAlignmentModel *qd_alignment_model_new              (QdStore          *store);

GListModel       *qd_alignment_model_get_rows         (QdAlignmentModel *self);
gboolean          qd_alignment_model_find             (QdAlignmentModel *self,
                                                       QdAlignmentNode  *node,
                                                       guint            *position);
QdAlignmentNode  *qd_alignment_model_get_node         (QdAlignmentModel *self,
                                                       QdObjective      *objective);
gboolean          qd_alignment_model_is_alone         (QdAlignmentModel *self,
                                                       QdAlignmentNode  *node);
guint             qd_alignment_model_get_n_objectives (QdAlignmentModel *self);
guint             qd_alignment_model_get_n_aligned    (QdAlignmentModel *self);
gboolean          qd_alignment_model_update           (QdAlignmentModel *self,
                                                       QdCycle          *cycle,
                                                       QdDay             today);

G_END_DECLS
