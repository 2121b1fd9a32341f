#pragma once

#include "qd-review-change.h"
#include "store/qd-review.h"

G_BEGIN_DECLS

#define QD_TYPE_REVIEW_READER (qd_review_reader_get_type ())
G_DECLARE_FINAL_TYPE (QdReviewReader, qd_review_reader, QD, REVIEW_READER, GObject)

QdReviewReader *qd_review_reader_new        (void);

void            qd_review_reader_ask        (QdReviewReader *self,
                                             QdStore        *store,
                                             const QdId     *boards,
                                             guint           n_boards,
                                             gint64          since,
                                             QdDay           today);
void            qd_review_reader_stop       (QdReviewReader *self);
gboolean        qd_review_reader_is_reading (QdReviewReader *self);
const QdReview *qd_review_reader_get_review (QdReviewReader *self);
void            qd_review_reader_forget     (QdReviewReader *self);

G_END_DECLS
