#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_CYCLE_DIALOG (qd_cycle_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QdCycleDialog, qd_cycle_dialog, QD, CYCLE_DIALOG, GtkWindow)

QdCycleDialog *qd_cycle_dialog_present (GtkWidget *parent,
                                        QdStore   *store,
                                        QdCycle   *cycle);

G_END_DECLS
