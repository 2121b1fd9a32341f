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
void          qd_board_coach_free          (QdBoardCoach   *self);

gboolean      qd_board_coach_step          (QdBoardCoach   *self,
                                            guint           n_cards);
GPtrArray    *qd_board_coach_get_open      (QdBoardCoach   *self);
GPtrArray    *qd_board_coach_get_dismissed (QdBoardCoach   *self);

char         *qd_board_coach_dup_answer    (QdStore        *store,
                                            const QdAdvice *advice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdBoardCoach, qd_board_coach_free)

G_END_DECLS
