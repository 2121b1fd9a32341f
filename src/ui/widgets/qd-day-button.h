#pragma once

#include <gtk/gtk.h>

#include "qd-clock.h"

G_BEGIN_DECLS

#define QD_TYPE_DAY_BUTTON (qd_day_button_get_type ())
G_DECLARE_FINAL_TYPE (QdDayButton, qd_day_button, QD, DAY_BUTTON, GtkWidget)

void        qd_day_button_set_label (QdDayButton *self,
                                     const char  *label);
void        qd_day_button_set_range (QdDayButton *self,
                                     QdDay        first_day,
                                     QdDay        last_day);
QdDay       qd_day_button_get_day   (QdDayButton *self);
void        qd_day_button_set_day   (QdDayButton *self,
                                     QdDay        day);

G_END_DECLS
