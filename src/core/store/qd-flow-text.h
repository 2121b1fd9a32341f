#pragma once

#include "qd-board-flow.h"

G_BEGIN_DECLS

gboolean   qd_flow_text_has_begun (const QdBoardFlow  *flow);
GPtrArray *qd_flow_text_list      (const QdBoardFlow  *flow);
char      *qd_flow_text_streak    (const QdBoardFlow  *flow);
char      *qd_flow_text_mark      (const QdStreakMark *mark);
char      *qd_flow_text_days      (double              days);
char      *qd_flow_text_age       (guint               days);

G_END_DECLS
