#pragma once

#include <gtk/gtk.h>

#include "store/qd-review-text.h"

G_BEGIN_DECLS

#define QD_TYPE_REVIEW_PAGE (qd_review_page_get_type ())
G_DECLARE_FINAL_TYPE (QdReviewPage, qd_review_page, QD, REVIEW_PAGE, GtkWidget)

GtkWidget *qd_review_page_new        (QdStore      *store);

void       qd_review_page_set_boards (QdReviewPage *self,
                                      const QdId   *boards,
                                      guint         n_boards,
                                      const char   *title);
gint64     qd_review_page_get_since  (QdReviewPage *self);
QdDocument *
           qd_review_page_create_document
                                     (QdReviewPage *self);
void       qd_review_page_focus      (QdReviewPage *self);

G_END_DECLS
