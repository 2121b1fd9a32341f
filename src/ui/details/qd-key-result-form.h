#pragma once

#include "store/qd-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_KEY_RESULT_FORM (qd_key_result_form_get_type ())
G_DECLARE_FINAL_TYPE (QdKeyResultForm, qd_key_result_form, QD, KEY_RESULT_FORM, GtkWidget)

GtkWidget *qd_key_result_form_new      (QdStore         *store);

void       qd_key_result_form_set_card (QdKeyResultForm *self,
                                        QdKeyResult     *card);

G_END_DECLS
