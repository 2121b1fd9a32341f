#pragma once

#include <gtk/gtk.h>

#include "store/qd-details.h"

G_BEGIN_DECLS

#define QD_TYPE_CHECKIN_FORM (qd_checkin_form_get_type ())
G_DECLARE_FINAL_TYPE (QdCheckinForm, qd_checkin_form, QD, CHECKIN_FORM, GtkWidget)

GtkWidget   *qd_checkin_form_new            (QdStore         *store);
GtkWidget   *qd_checkin_form_new_stepwise   (QdStore         *store);

QdKeyResult *qd_checkin_form_get_card       (QdCheckinForm   *self);
void         qd_checkin_form_set_card       (QdCheckinForm   *self,
                                             QdKeyResult     *card);
void         qd_checkin_form_focus          (QdCheckinForm   *self);
void         qd_checkin_form_send_unchanged (QdCheckinForm   *self);
void         qd_checkin_form_choose_column  (QdCheckinForm   *self,
                                             guint            nth);
void         qd_checkin_form_correct        (QdCheckinForm   *self,
                                             const QdCheckin *checkin);
QdKeyResult *qd_checkin_form_find_unsent    (QdCheckinForm   *self);
void         qd_checkin_form_forget_unsent  (QdCheckinForm   *self);

G_END_DECLS
