#pragma once

#include <gtk/gtk.h>

#include "qd-review-line.h"

G_BEGIN_DECLS

#define QD_TYPE_REVIEW_ROW (qd_review_row_get_type ())
G_DECLARE_FINAL_TYPE (QdReviewRow, qd_review_row, QD, REVIEW_ROW, GtkWidget)

GtkWidget    *qd_review_row_new      (QdStore      *store,
                                      GHashTable   *drafts);
QdReviewLine *qd_review_row_get_line (QdReviewRow  *self);
void          qd_review_row_set_line (QdReviewRow  *self,
                                      QdReviewLine *line);
void          qd_review_row_comment  (QdReviewRow  *self);

G_END_DECLS
