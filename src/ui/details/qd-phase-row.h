#pragma once

#include <gtk/gtk.h>

#include "store/qd-details.h"

G_BEGIN_DECLS

#define QD_TYPE_PHASE_ROW (qd_phase_row_get_type ())
G_DECLARE_FINAL_TYPE (QdPhaseRow, qd_phase_row, QD, PHASE_ROW, GtkWidget)

GtkWidget *qd_phase_row_new       (QdStore       *store);

QdId       qd_phase_row_get_id    (QdPhaseRow    *self);
void       qd_phase_row_set_scope (QdPhaseRow    *self,
                                   QdDay          first_day,
                                   QdDay          last_day,
                                   const char    *unit);
void       qd_phase_row_update    (QdPhaseRow    *self,
                                   const QdPhase *phase);
void       qd_phase_row_finish    (QdPhaseRow    *self);

G_END_DECLS
