#pragma once

#include <gtk/gtk.h>

#include "filter/qd-board-filter.h"
#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_PANE (qd_pane_get_type ())
G_DECLARE_FINAL_TYPE (QdPane, qd_pane, QD, PANE, GtkWidget)

GtkWidget *qd_pane_new            (QdStore       *store,
                                   QdBoard       *board,
                                   QdBoardFilter *filter);

QdBoard   *qd_pane_get_board      (QdPane        *self);
GtkWidget *qd_pane_get_board_view (QdPane        *self);
gboolean   qd_pane_get_built      (QdPane        *self);
void       qd_pane_set_built      (QdPane        *self,
                                   gboolean       built);
void       qd_pane_rest           (QdPane        *self);
void       qd_pane_set_density    (QdPane        *self,
                                   QdDensity      density);
void       qd_pane_set_show_cycle (QdPane        *self,
                                   gboolean       show_cycle);
gboolean   qd_pane_get_folded     (QdPane        *self);
void       qd_pane_set_folded     (QdPane        *self,
                                   gboolean       folded);
int        qd_pane_get_width      (QdPane        *self);
void       qd_pane_set_width      (QdPane        *self,
                                   int            width);
void       qd_pane_focus_handle   (QdPane        *self);

G_END_DECLS
