#pragma once

#include "method/qd-coach.h"
#include "store/qd-store.h"

G_BEGIN_DECLS

/* QdAdvice speaks of ids as plain numbers. */
G_STATIC_ASSERT (sizeof (QdId) == sizeof (gint64));

typedef struct _QdBoardCoach QdBoardCoach;

QdBoardCoach *qd_board_coach_new           (QdStore        *store,
                                            QdBoard        *board,
                                            QdDay           today);
QdBoardCoach *qd_board_coach_ref           (QdBoardCoach   *self);
void          qd_board_coach_unref         (QdBoardCoach   *self);

QdBoard      *qd_board_coach_get_board     (QdBoardCoach   *self);
gboolean      qd_board_coach_step          (QdBoardCoach   *self,
                                            guint           n_cards);
gboolean      qd_board_coach_is_done       (QdBoardCoach   *self);
GPtrArray    *qd_board_coach_get_open      (QdBoardCoach   *self);
GPtrArray    *qd_board_coach_get_dismissed (QdBoardCoach   *self);

char         *qd_board_coach_dup_answer    (QdStore        *store,
                                            const QdAdvice *advice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdBoardCoach, qd_board_coach_unref)

G_END_DECLS
