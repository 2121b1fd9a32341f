#pragma once

#include <gtk/gtk.h>

#include "model/qd-key-result.h"
#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_PLANNING_PANE (qd_planning_pane_get_type ())
G_DECLARE_FINAL_TYPE (QdPlanningPane, qd_planning_pane, QD, PLANNING_PANE, GtkWidget)

GtkWidget *qd_planning_pane_new       (QdStore        *store,
                                       QdBoard        *board);
void       qd_planning_pane_set_card  (QdPlanningPane *self,
                                       QdCard         *card);
void       qd_planning_pane_set_draft (QdPlanningPane *self,
                                       const char     *title);

G_END_DECLS
