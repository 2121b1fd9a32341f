#pragma once

#include <gtk/gtk.h>

#include "store/qd-details.h"
#include "store/qd-unsent.h"

G_BEGIN_DECLS

#define QD_TYPE_CHECKIN_FIELDS (qd_checkin_fields_get_type ())
G_DECLARE_FINAL_TYPE (QdCheckinFields, qd_checkin_fields, QD, CHECKIN_FIELDS, GtkWidget)

GtkWidget   *qd_checkin_fields_new           (QdStore         *store);

void         qd_checkin_fields_go_stepwise   (QdCheckinFields *self);
void         qd_checkin_fields_choose_column (QdCheckinFields *self,
                                              guint            nth);
QdKeyResult *qd_checkin_fields_get_card      (QdCheckinFields *self);
void         qd_checkin_fields_set_card      (QdCheckinFields *self,
                                              QdKeyResult     *card);
QdId         qd_checkin_fields_get_corrected (QdCheckinFields *self);
void         qd_checkin_fields_correct       (QdCheckinFields *self,
                                              const QdCheckin *checkin);
void         qd_checkin_fields_empty         (QdCheckinFields *self);
QdUnsent    *qd_checkin_fields_dup_unsent    (QdCheckinFields *self);
void         qd_checkin_fields_resume        (QdCheckinFields *self,
                                              const QdUnsent  *unsent);
gboolean     qd_checkin_fields_is_touched    (QdCheckinFields *self);
gboolean     qd_checkin_fields_finish        (QdCheckinFields *self);

G_END_DECLS
