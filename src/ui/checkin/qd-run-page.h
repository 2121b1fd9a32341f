#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_RUN_PAGE (qd_run_page_get_type ())
G_DECLARE_FINAL_TYPE (QdRunPage, qd_run_page, QD, RUN_PAGE, GtkWidget)

GtkWidget *qd_run_page_new           (QdStore    *store);

void       qd_run_page_begin         (QdRunPage  *self,
                                      const char *owner,
                                      QdId        board);
void       qd_run_page_offer         (QdRunPage  *self,
                                      QdBoard    *board);
void       qd_run_page_ask_name      (QdRunPage  *self);
void       qd_run_page_focus         (QdRunPage  *self);
QdCard    *qd_run_page_find_unsent   (QdRunPage  *self);
void       qd_run_page_forget_unsent (QdRunPage  *self);

G_END_DECLS
