#pragma once

#include <gtk/gtk.h>

#include "model/qd-board-standing.h"

G_BEGIN_DECLS

#define QD_TYPE_BOARD_FIGURES (qd_board_figures_get_type ())
G_DECLARE_FINAL_TYPE (QdBoardFigures, qd_board_figures, QD, BOARD_FIGURES, GtkWidget)

void qd_board_figures_set (QdBoardFigures        *self,
                           const QdBoardStanding *standing);

G_END_DECLS
