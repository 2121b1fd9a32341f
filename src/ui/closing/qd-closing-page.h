#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_CLOSING_PAGE (qd_closing_page_get_type ())
G_DECLARE_FINAL_TYPE (QdClosingPage, qd_closing_page, QD, CLOSING_PAGE, GtkWidget)

GtkWidget *qd_closing_page_new       (QdStore       *store);

QdId       qd_closing_page_get_board (QdClosingPage *self);
void       qd_closing_page_set_board (QdClosingPage *self,
                                      QdId           board);
void       qd_closing_page_focus     (QdClosingPage *self);

G_END_DECLS
