#pragma once

#include <gtk/gtk.h>

#include "store/qd-board-flow.h"

G_BEGIN_DECLS

#define QD_TYPE_FLOW_VIEW (qd_flow_view_get_type ())
G_DECLARE_FINAL_TYPE (QdFlowView, qd_flow_view, QD, FLOW_VIEW, GtkWidget)

void       qd_flow_view_set_flow (QdFlowView        *self,
                                  const QdBoardFlow *flow);
void       qd_flow_view_save     (QdFlowView        *self,
                                  const char        *suffix);

G_END_DECLS
