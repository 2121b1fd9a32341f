#pragma once

#include <gtk/gtk.h>

#include "qd-clock.h"

G_BEGIN_DECLS

#define QD_TYPE_PAST_SLIDER (qd_past_slider_get_type ())
G_DECLARE_FINAL_TYPE (QdPastSlider, qd_past_slider, QD, PAST_SLIDER, GtkScale)

void  qd_past_slider_set_span  (QdPastSlider *self,
                                QdDay         first,
                                QdDay         last);
QdDay qd_past_slider_get_first (QdPastSlider *self);
QdDay qd_past_slider_get_last  (QdPastSlider *self);
QdDay qd_past_slider_get_day   (QdPastSlider *self);
void  qd_past_slider_set_day   (QdPastSlider *self,
                                QdDay         day);
void  qd_past_slider_set_other (QdPastSlider *self,
                                QdDay         day);
void  qd_past_slider_set_marks (QdPastSlider *self,
                                GArray       *marks);

G_END_DECLS
