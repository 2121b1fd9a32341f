#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_PLANNING_PAGE (qd_planning_page_get_type ())
G_DECLARE_FINAL_TYPE (QdPlanningPage, qd_planning_page, QD, PLANNING_PAGE, GtkWidget)

GtkWidget *qd_planning_page_new       (QdStore        *store);
void       qd_planning_page_set_board (QdPlanningPage *self,
                                       QdBoard        *board);
void       qd_planning_page_focus     (QdPlanningPage *self);

G_END_DECLS
