#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_LEARNING_PAGE (qd_learning_page_get_type ())
G_DECLARE_FINAL_TYPE (QdLearningPage, qd_learning_page, QD, LEARNING_PAGE, GtkWidget)

GtkWidget *qd_learning_page_new   (QdStore        *store);
void       qd_learning_page_focus (QdLearningPage *self);

G_END_DECLS
