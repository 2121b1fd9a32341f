#pragma once

#include "model/qd-board-standing.h"
#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_BOARD_SUM (qd_board_sum_get_type ())
G_DECLARE_FINAL_TYPE (QdBoardSum, qd_board_sum, QD, BOARD_SUM, GObject)

QdBoardSum            *qd_board_sum_new          (QdStore    *store,
                                                  QdBoard    *board);

const QdBoardStanding *qd_board_sum_get_standing (QdBoardSum *self);
gboolean               qd_board_sum_get_pending  (QdBoardSum *self);
void                   qd_board_sum_refresh      (QdBoardSum *self);

G_END_DECLS
