#pragma once

#include <gtk/gtk.h>

#include "store/qd-details.h"

G_BEGIN_DECLS

#define QD_TYPE_PHASE_LIST (qd_phase_list_get_type ())
G_DECLARE_FINAL_TYPE (QdPhaseList, qd_phase_list, QD, PHASE_LIST, GtkWidget)

GtkWidget *qd_phase_list_new      (QdStore         *store);

void       qd_phase_list_set_card (QdPhaseList     *self,
                                   QdCard          *card);
void       qd_phase_list_update   (QdPhaseList     *self,
                                   const QdDetails *details);

G_END_DECLS
