#pragma once

#include <gtk/gtk.h>

#include "store/qd-details.h"
#include "store/qd-transaction.h"

G_BEGIN_DECLS

#define QD_TYPE_MILESTONE_ROW (qd_milestone_row_get_type ())
G_DECLARE_FINAL_TYPE (QdMilestoneRow, qd_milestone_row, QD, MILESTONE_ROW, GtkWidget)

GtkWidget *qd_milestone_row_new    (QdStore           *store,
                                    QdId               card);

QdId       qd_milestone_row_get_id (QdMilestoneRow    *self);
void       qd_milestone_row_update (QdMilestoneRow    *self,
                                    const QdMilestone *milestone);
void       qd_milestone_row_finish (QdMilestoneRow    *self);
gboolean   qd_milestone_row_move   (QdMilestoneRow    *self,
                                    QdSide             side,
                                    QdMilestoneRow    *neighbour);

G_END_DECLS
