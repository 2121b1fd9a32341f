#pragma once

#include <gtk/gtk.h>

#include "qd-alignment-node.h"

G_BEGIN_DECLS

#define QD_TYPE_ALIGNMENT_ROW (qd_alignment_row_get_type ())
G_DECLARE_FINAL_TYPE (QdAlignmentRow, qd_alignment_row, QD, ALIGNMENT_ROW, GtkWidget)

GtkWidget       *qd_alignment_row_new      (void);

GtkWidget       *qd_alignment_row_get_head (QdAlignmentRow  *self);
QdAlignmentNode *qd_alignment_row_get_node (QdAlignmentRow  *self);
void             qd_alignment_row_set_node (QdAlignmentRow  *self,
                                            QdAlignmentNode *node,
                                            guint            level);

G_END_DECLS
