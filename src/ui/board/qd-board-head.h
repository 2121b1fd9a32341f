#pragma once

#include <gtk/gtk.h>

#include "model/qd-board.h"
#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_BOARD_HEAD (qd_board_head_get_type ())
G_DECLARE_FINAL_TYPE (QdBoardHead, qd_board_head, QD, BOARD_HEAD, GtkWidget)

void  qd_board_head_set_store          (QdBoardHead *self,
                                        QdStore     *store);
void  qd_board_head_set_board          (QdBoardHead *self,
                                        QdBoard     *board);
void  qd_board_head_refresh            (QdBoardHead *self);
char *qd_board_head_dup_net_confidence (QdBoardHead *self);

G_END_DECLS
