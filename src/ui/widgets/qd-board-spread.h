#pragma once

#include "model/qd-board.h"
#include "qd-distribution.h"

G_BEGIN_DECLS

guint  qd_board_spread_show     (QdBoard        *board,
                                 QdDistribution *strip);
char  *qd_board_spread_describe (QdBoard        *board);

G_END_DECLS
