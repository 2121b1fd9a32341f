#pragma once

#include <gio/gio.h>

#include "qd-review.h"

G_BEGIN_DECLS

/**
 * QdReviewQuestion:
 *
 * What a review is asked for, so that any thread can answer it.
 */
typedef struct _QdReviewQuestion QdReviewQuestion;

QdReviewQuestion *qd_review_question_new    (QdStore                 *store,
                                             const QdId              *boards,
                                             guint                    n_boards,
                                             gint64                   since,
                                             QdDay                    today);
void              qd_review_question_free   (QdReviewQuestion        *self);
gboolean          qd_review_question_equal  (const QdReviewQuestion  *self,
                                             const QdReviewQuestion  *other);
QdReview         *qd_review_question_answer (const QdReviewQuestion  *self,
                                             GCancellable            *cancellable,
                                             GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdReviewQuestion, qd_review_question_free)

G_END_DECLS
