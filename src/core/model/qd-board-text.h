#pragma once

#include "qd-board-standing.h"

G_BEGIN_DECLS

char *qd_board_text_title    (gpointer               entity,
                              guint                  max_length);
char *qd_board_text_week     (QdCycle               *cycle,
                              QdDay                  today);
char *qd_board_text_time     (QdBoard               *board,
                              QdDay                  today);
char *qd_board_text_progress (const QdBoardStanding *standing);
char *qd_board_text_net      (const QdBoardStanding *standing);
char *qd_board_text_counts   (const QdBoardStanding *standing);
void  qd_board_text_append   (GString               *words,
                              char                  *part);

G_END_DECLS
