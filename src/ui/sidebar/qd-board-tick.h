#pragma once

#include <gtk/gtk.h>

#include "together/qd-chosen-boards.h"

G_BEGIN_DECLS

#define QD_TYPE_BOARD_TICK (qd_board_tick_get_type ())
G_DECLARE_FINAL_TYPE (QdBoardTick, qd_board_tick, QD, BOARD_TICK, GtkWidget)

GtkWidget *qd_board_tick_new    (QdStore        *store,
                                 QdChosenBoards *chosen,
                                 QdEntity       *entity);
void       qd_board_tick_toggle (QdBoardTick    *self);

G_END_DECLS
