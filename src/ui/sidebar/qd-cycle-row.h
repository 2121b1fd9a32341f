#pragma once

#include <gtk/gtk.h>

#include "model/qd-cycle.h"

G_BEGIN_DECLS

#define QD_TYPE_CYCLE_ROW (qd_cycle_row_get_type ())
G_DECLARE_FINAL_TYPE (QdCycleRow, qd_cycle_row, QD, CYCLE_ROW, GtkListBoxRow)

GtkWidget *qd_cycle_row_new       (QdCycle    *cycle);
QdCycle   *qd_cycle_row_get_cycle (QdCycleRow *self);

G_END_DECLS
