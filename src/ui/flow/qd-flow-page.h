#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_FLOW_PAGE (qd_flow_page_get_type ())
G_DECLARE_FINAL_TYPE (QdFlowPage, qd_flow_page, QD, FLOW_PAGE, GtkWidget)

GtkWidget *qd_flow_page_new        (QdStore    *store);

void       qd_flow_page_set_boards (QdFlowPage *self,
                                    const QdId *boards,
                                    guint       n_boards);
void       qd_flow_page_save       (QdFlowPage *self);
QdId       qd_flow_page_get_board  (QdFlowPage *self);
void       qd_flow_page_focus      (QdFlowPage *self);

G_END_DECLS
