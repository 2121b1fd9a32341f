#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_BOARD_ROW (qd_board_row_get_type ())
G_DECLARE_FINAL_TYPE (QdBoardRow, qd_board_row, QD, BOARD_ROW, GtkListBoxRow)

GtkWidget *qd_board_row_new       (QdStore    *store,
                                   QdBoard    *board);
QdBoard   *qd_board_row_get_board (QdBoardRow *self);
void       qd_board_row_rename    (QdBoardRow *self);

G_END_DECLS
