#pragma once

#include "qd-document.h"
#include "qd-review.h"

G_BEGIN_DECLS

/**
 * QdReviewEntry:
 * @section: the section that it is in
 * @group: (nullable): of the heading of a part of a section, what its items have as
 *   their group
 * @item: (nullable): what is told; %NULL for a heading
 * @text: what it says
 * @n_lines: of a heading, how many items follow
 *
 * A line of a review as one reads it: the heading of a section or of a part of one, or
 * an item. Its words belong to the review.
 */
typedef struct
{
  QdReviewSection section;
  const char *group;
  const QdReviewItem *item;
  const char *text;
  guint n_lines;
} QdReviewEntry;

GArray     *qd_review_text_list         (const QdReview     *review);
char       *qd_review_text_title        (const QdReview     *review,
                                         const char         *name);
char       *qd_review_text_remark       (const QdReview     *review);
char       *qd_review_text_place        (const QdReview     *review,
                                         const QdReviewItem *item);
QdDay       qd_review_text_first_day    (const QdReview     *review);
QdDocument *qd_review_text_document     (const QdReview     *review,
                                         const char         *name);

G_END_DECLS
