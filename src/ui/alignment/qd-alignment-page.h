#pragma once

#include <gtk/gtk.h>

#include "qd-document.h"
#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_ALIGNMENT_PAGE (qd_alignment_page_get_type ())
G_DECLARE_FINAL_TYPE (QdAlignmentPage, qd_alignment_page, QD, ALIGNMENT_PAGE, GtkWidget)

GtkWidget *qd_alignment_page_new       (QdStore         *store);

QdCycle   *qd_alignment_page_get_cycle (QdAlignmentPage *self);
void       qd_alignment_page_set_cycle (QdAlignmentPage *self,
                                        QdCycle         *cycle);
QdDocument *
           qd_alignment_page_create_document
                                       (QdAlignmentPage *self);
void       qd_alignment_page_focus     (QdAlignmentPage *self);

G_END_DECLS
