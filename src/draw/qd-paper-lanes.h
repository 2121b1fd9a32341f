#pragma once

#include "model/qd-chosen-cards.h"
#include "qd-paper-layout.h"

G_BEGIN_DECLS

/* As wide as a column of a board, or a board beside others, is in a picture, in
 * points, and what lies between two. */
#define QD_PAPER_LANE_WIDTH 185.0
#define QD_PAPER_LANE_GAP 11.0

/* How many boards stand side by side in a picture, at most. */
#define QD_PAPER_MAX_PICTURE 8

void qd_paper_lanes_of_board  (QdPaperLayout       *layout,
                               QdBoard             *board,
                               const QdChosenCards *chosen,
                               gboolean             compact,
                               QdDay                today);
void qd_paper_lanes_of_boards (QdPaperLayout       *layout,
                               QdPaperHead         *head,
                               GPtrArray           *boards,
                               const QdChosenCards *chosen,
                               QdDay                today);

G_END_DECLS
