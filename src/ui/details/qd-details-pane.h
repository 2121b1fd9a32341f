#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"
#include "widgets/qd-today.h"

G_BEGIN_DECLS

#define QD_TYPE_DETAILS_PANE (qd_details_pane_get_type ())
G_DECLARE_FINAL_TYPE (QdDetailsPane, qd_details_pane, QD, DETAILS_PANE, GtkWidget)

GtkWidget *qd_details_pane_new           (QdStore       *store,
                                          QdToday       *today);

QdCard    *qd_details_pane_get_card      (QdDetailsPane *self);
void       qd_details_pane_set_card      (QdDetailsPane *self,
                                          QdCard        *card);
void       qd_details_pane_rehearse      (QdDetailsPane *self,
                                          QdCard        *card,
                                          int            width);
QdCard    *qd_details_pane_find_unsent   (QdDetailsPane *self);
void       qd_details_pane_forget_unsent (QdDetailsPane *self);
void       qd_details_pane_focus         (QdDetailsPane *self);
void       qd_details_pane_focus_checkin (QdDetailsPane *self);
void       qd_details_pane_focus_entry   (QdDetailsPane *self,
                                          QdId           id);

G_END_DECLS
