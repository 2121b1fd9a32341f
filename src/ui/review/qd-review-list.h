#pragma once

#include <gtk/gtk.h>

#include "qd-review-change.h"
#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_REVIEW_LIST (qd_review_list_get_type ())
G_DECLARE_FINAL_TYPE (QdReviewList, qd_review_list, QD, REVIEW_LIST, GtkWidget)

GtkWidget *qd_review_list_new         (QdStore              *store);

void       qd_review_list_change      (QdReviewList         *self,
                                       const QdReviewChange *change);
void       qd_review_list_clear       (QdReviewList         *self);
guint      qd_review_list_get_n_lines (QdReviewList         *self);
void       qd_review_list_set_busy    (QdReviewList         *self,
                                       gboolean              busy);
gboolean   qd_review_list_focus       (QdReviewList         *self);

G_END_DECLS
