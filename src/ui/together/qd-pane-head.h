#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_PANE_HEAD (qd_pane_head_get_type ())
G_DECLARE_FINAL_TYPE (QdPaneHead, qd_pane_head, QD, PANE_HEAD, GtkWidget)

GtkWidget *qd_pane_head_new            (QdStore    *store,
                                        QdBoard    *board);

QdBoard   *qd_pane_head_get_board      (QdPaneHead *self);
gboolean   qd_pane_head_get_folded     (QdPaneHead *self);
void       qd_pane_head_set_folded     (QdPaneHead *self,
                                        gboolean    folded);
gboolean   qd_pane_head_get_show_cycle (QdPaneHead *self);
void       qd_pane_head_set_show_cycle (QdPaneHead *self,
                                        gboolean    show_cycle);
void       qd_pane_head_refresh        (QdPaneHead *self);

G_END_DECLS
