#pragma once

#include <gtk/gtk.h>

#include "filter/qd-board-filter.h"
#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_BOARD_TOP (qd_board_top_get_type ())
G_DECLARE_FINAL_TYPE (QdBoardTop, qd_board_top, QD, BOARD_TOP, GtkWidget)

GtkWidget *qd_board_top_new                (QdStore       *store,
                                            QdBoardFilter *filter);

void       qd_board_top_set_board          (QdBoardTop    *self,
                                            QdBoard       *board);
void       qd_board_top_refresh            (QdBoardTop    *self);

char      *qd_board_top_dup_objective      (QdBoardTop    *self,
                                            guint          nth);
void       qd_board_top_add_objective      (QdBoardTop    *self);
void       qd_board_top_edit_objective     (QdBoardTop    *self,
                                            QdObjective   *objective);

void       qd_board_top_open_filter        (QdBoardTop    *self);
void       qd_board_top_close_filter       (QdBoardTop    *self);

char      *qd_board_top_dup_net_confidence (QdBoardTop    *self);

G_END_DECLS
