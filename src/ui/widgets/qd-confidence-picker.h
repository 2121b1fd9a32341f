#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_CONFIDENCE_PICKER (qd_confidence_picker_get_type ())
G_DECLARE_FINAL_TYPE (QdConfidencePicker, qd_confidence_picker, QD, CONFIDENCE_PICKER, GtkWidget)

GtkWidget *qd_confidence_picker_new            (void);

int        qd_confidence_picker_get_confidence (QdConfidencePicker *self);
void       qd_confidence_picker_set_confidence (QdConfidencePicker *self,
                                                int                 confidence);

G_END_DECLS
