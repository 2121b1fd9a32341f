#pragma once

#include <gtk/gtk.h>

#include "store/qd-board-flow.h"

G_BEGIN_DECLS

#define QD_TYPE_FLOW_LIST (qd_flow_list_get_type ())
G_DECLARE_FINAL_TYPE (QdFlowList, qd_flow_list, QD, FLOW_LIST, GtkWidget)

void       qd_flow_list_set_flow (QdFlowList        *self,
                                  const QdBoardFlow *flow);
gboolean   qd_flow_list_focus    (QdFlowList        *self);

G_END_DECLS
