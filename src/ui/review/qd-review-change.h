#pragma once

#include "qd-review-line.h"
#include "widgets/qd-list-change.h"

G_BEGIN_DECLS

/**
 * QdReviewChange:
 * @lines: (element-type QdReviewLine): all that is told from now on; those that are told
 *   still are the same objects as before
 * @splices: (element-type QdListChange): where lines come and go, from the last place to
 *   the first; positions are those of before
 * @sources: (element-type guint): for each of @splices, where in @lines those begin that
 *   come
 * @stale: (element-type QdReviewLine): of @lines, those that have to tell something else
 * @news: (element-type QdReviewLine): what those have to tell, in the same order
 *
 * What another review is for a list that told one before.
 */
typedef struct
{
  GPtrArray *lines;
  GArray *splices;
  GArray *sources;
  GPtrArray *stale;
  GPtrArray *news;
} QdReviewChange;

QdReviewChange *qd_review_change_new   (GPtrArray            *before,
                                        GPtrArray            *after);
void            qd_review_change_free  (QdReviewChange       *self);
void            qd_review_change_apply (const QdReviewChange *self,
                                        GListStore           *store);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdReviewChange, qd_review_change_free)

G_END_DECLS
