#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_RUN_WHO (qd_run_who_get_type ())
G_DECLARE_FINAL_TYPE (QdRunWho, qd_run_who, QD, RUN_WHO, GtkWidget)

GtkWidget *qd_run_who_new   (QdStore  *store);

void       qd_run_who_focus (QdRunWho *self);

G_END_DECLS
