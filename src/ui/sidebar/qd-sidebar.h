#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"
#include "together/qd-chosen-boards.h"

G_BEGIN_DECLS

#define QD_TYPE_SIDEBAR (qd_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (QdSidebar, qd_sidebar, QD, SIDEBAR, GtkWidget)

GtkWidget *qd_sidebar_new              (QdStore        *store,
                                        QdChosenBoards *chosen);
void       qd_sidebar_set_choosing     (QdSidebar *self,
                                        gboolean   choosing);
void       qd_sidebar_set_single_click (QdSidebar *self,
                                        gboolean   single_click);
void       qd_sidebar_select_board     (QdSidebar *self,
                                        QdBoard   *board);
void       qd_sidebar_select_page      (QdSidebar *self,
                                        const char *page);
void       qd_sidebar_leave_pages      (QdSidebar *self,
                                        QdBoard   *board);
QdBoard   *qd_sidebar_get_first_board  (QdSidebar *self);

G_END_DECLS
