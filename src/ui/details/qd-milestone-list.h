#pragma once

#include <gtk/gtk.h>

#include "store/qd-details.h"

G_BEGIN_DECLS

#define QD_TYPE_MILESTONE_LIST (qd_milestone_list_get_type ())
G_DECLARE_FINAL_TYPE (QdMilestoneList, qd_milestone_list, QD, MILESTONE_LIST, GtkWidget)

GtkWidget *qd_milestone_list_new      (QdStore         *store);

void       qd_milestone_list_set_card (QdMilestoneList *self,
                                       QdCard          *card);
void       qd_milestone_list_update   (QdMilestoneList *self,
                                       const QdDetails *details);

G_END_DECLS
