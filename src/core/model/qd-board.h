#pragma once

#include "method/qd-rhythm.h"
#include "qd-cycle.h"
#include "qd-ordered-list.h"
#include "qd-team.h"

G_BEGIN_DECLS

#define QD_TYPE_BOARD (qd_board_get_type ())
G_DECLARE_FINAL_TYPE (QdBoard, qd_board, QD, BOARD, QdEntity)

QdBoardKind    qd_board_get_board_kind (QdBoard  *self);
QdTeam        *qd_board_get_team       (QdBoard  *self);
QdCycle       *qd_board_get_cycle      (QdBoard  *self);
QdOrderedList *qd_board_get_columns    (QdBoard  *self);
QdOrderedList *qd_board_get_objectives (QdBoard  *self);
gboolean       qd_board_get_loaded     (QdBoard  *self);
void           qd_board_get_rhythm     (QdBoard  *self,
                                        QdRhythm *rhythm);
gint64         qd_board_get_reviewed   (QdBoard  *self);
QdDay          qd_board_get_closed     (QdBoard  *self);
QdDay          qd_board_get_as_of      (QdBoard  *self);
QdDay          qd_board_get_today      (QdBoard  *self);

G_END_DECLS
