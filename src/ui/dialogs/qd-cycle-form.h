#pragma once

#include <gtk/gtk.h>

#include "qd-clock.h"

G_BEGIN_DECLS

#define QD_TYPE_CYCLE_FORM (qd_cycle_form_get_type ())
G_DECLARE_FINAL_TYPE (QdCycleForm, qd_cycle_form, QD, CYCLE_FORM, GtkWidget)

void        qd_cycle_form_fill          (QdCycleForm *self,
                                         const char  *title,
                                         QdDay        first_day,
                                         QdDay        last_day);
char       *qd_cycle_form_dup_title     (QdCycleForm *self);
QdDay       qd_cycle_form_get_first_day (QdCycleForm *self);
QdDay       qd_cycle_form_get_last_day  (QdCycleForm *self);
gboolean    qd_cycle_form_check         (QdCycleForm *self);

G_END_DECLS
