#pragma once

#include "model/qd-board-standing.h"

G_BEGIN_DECLS

char       *qd_board_words_name       (QdBoard               *board);
char       *qd_board_words_closed     (QdBoard               *board);
char       *qd_board_words_net        (int                    net);
const char *qd_board_words_net_sign   (int                    net);
char       *qd_board_words_progress   (const QdBoardStanding *standing);
char       *qd_board_words_confidence (const QdBoardStanding *standing);
char       *qd_board_words_due        (guint                  n_due);
char       *qd_board_words_accessible (QdBoard               *board,
                                       gboolean               with_cycle,
                                       const QdBoardStanding *standing,
                                       const char            *columns);

G_END_DECLS
