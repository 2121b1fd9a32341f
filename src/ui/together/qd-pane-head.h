#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_PANE_HEAD (qd_pane_head_get_type ())
G_DECLARE_FINAL_TYPE (QdPaneHead, qd_pane_head, QD, PANE_HEAD, GtkWidget)

GtkWidget *qd_pane_head_new            (QdStore    *store,
                                        QdBoard    *board);

gboolean   qd_pane_head_get_folded     (QdPaneHead *self);
void       qd_pane_head_set_folded     (QdPaneHead *self,
                                        gboolean    folded);
void       qd_pane_head_set_show_cycle (QdPaneHead *self,
                                        gboolean    show_cycle);

G_END_DECLS
