#pragma once

#include <glib-object.h>

#include "store/qd-board-flow.h"

G_BEGIN_DECLS

#define QD_TYPE_FLOW_LINE (qd_flow_line_get_type ())
G_DECLARE_FINAL_TYPE (QdFlowLine, qd_flow_line, QD, FLOW_LINE, GObject)

GPtrArray  *qd_flow_line_list       (const QdBoardFlow *flow);

QdId        qd_flow_line_get_card   (QdFlowLine        *self);
const char *qd_flow_line_get_title  (QdFlowLine        *self);
const char *qd_flow_line_get_column (QdFlowLine        *self);
const char *qd_flow_line_get_days   (QdFlowLine        *self);
gboolean    qd_flow_line_is_same    (gpointer           before,
                                     gpointer           after,
                                     gpointer           unused);

G_END_DECLS
