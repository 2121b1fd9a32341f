#pragma once

#include "qd-board.h"

G_BEGIN_DECLS

/* For core/store only. */

QdBoard *qd_board_new            (QdId            id);
void     qd_board_set_board_kind (QdBoard        *self,
                                  QdBoardKind     kind);
void     qd_board_set_team       (QdBoard        *self,
                                  QdTeam         *team);
void     qd_board_set_cycle      (QdBoard        *self,
                                  QdCycle        *cycle);
void     qd_board_set_loaded     (QdBoard        *self,
                                  gboolean        loaded);
void     qd_board_set_rhythm     (QdBoard        *self,
                                  const QdRhythm *rhythm);
void     qd_board_set_reviewed   (QdBoard        *self,
                                  gint64          reviewed);
void     qd_board_set_closed     (QdBoard        *self,
                                  QdDay           day);
void     qd_board_set_as_of      (QdBoard        *self,
                                  QdDay           day);

G_END_DECLS
