#pragma once

#include "store/qd-review.h"

G_BEGIN_DECLS

#define QD_TYPE_REVIEW_LINE (qd_review_line_get_type ())
G_DECLARE_FINAL_TYPE (QdReviewLine, qd_review_line, QD, REVIEW_LINE, GObject)

GPtrArray  *qd_review_line_list           (const QdReview  *review);

const char *qd_review_line_get_key        (QdReviewLine    *self);
gboolean    qd_review_line_is_heading     (QdReviewLine    *self);
gboolean    qd_review_line_is_minor       (QdReviewLine    *self);
const char *qd_review_line_get_text       (QdReviewLine    *self);
const char *qd_review_line_get_count      (QdReviewLine    *self);
const char *qd_review_line_get_reason     (QdReviewLine    *self);
const char *qd_review_line_get_place      (QdReviewLine    *self);
char       *qd_review_line_dup_name       (QdReviewLine    *self);
QdId        qd_review_line_get_board      (QdReviewLine    *self);
QdId        qd_review_line_get_about      (QdReviewLine    *self);
QdId        qd_review_line_get_card       (QdReviewLine    *self);
gboolean    qd_review_line_is_present     (QdReviewLine    *self);
gboolean    qd_review_line_get_commenting (QdReviewLine    *self);
void        qd_review_line_set_commenting (QdReviewLine    *self,
                                           gboolean         commenting);
gboolean    qd_review_line_equal          (QdReviewLine    *self,
                                           QdReviewLine    *other);
void        qd_review_line_take           (QdReviewLine    *self,
                                           QdReviewLine    *other);

G_END_DECLS
