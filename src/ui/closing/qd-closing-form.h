#pragma once

#include <gtk/gtk.h>

#include "store/qd-closing.h"

G_BEGIN_DECLS

#define QD_TYPE_CLOSING_FORM (qd_closing_form_get_type ())
G_DECLARE_FINAL_TYPE (QdClosingForm, qd_closing_form, QD, CLOSING_FORM, GtkWidget)

GtkWidget *qd_closing_form_new        (QdStore             *store);

QdId       qd_closing_form_get_card   (QdClosingForm       *self);
void       qd_closing_form_show       (QdClosingForm       *self,
                                       const QdClosingCard *closing);
gboolean   qd_closing_form_finish     (QdClosingForm       *self);
gboolean   qd_closing_form_take_grade (QdClosingForm       *self);
void       qd_closing_form_focus      (QdClosingForm       *self);

G_END_DECLS
