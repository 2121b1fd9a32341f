#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_RUN_CARD (qd_run_card_get_type ())
G_DECLARE_FINAL_TYPE (QdRunCard, qd_run_card, QD, RUN_CARD, GtkWidget)

GtkWidget   *qd_run_card_new            (QdStore     *store);

QdKeyResult *qd_run_card_get_card       (QdRunCard   *self);
void         qd_run_card_set_card       (QdRunCard   *self,
                                         QdKeyResult *card);
void         qd_run_card_refresh        (QdRunCard   *self);
void         qd_run_card_correct        (QdRunCard   *self);
void         qd_run_card_focus          (QdRunCard   *self);
void         qd_run_card_send_unchanged (QdRunCard   *self);
void         qd_run_card_choose_column  (QdRunCard   *self,
                                         guint        nth);
void         qd_run_card_enter_list     (QdRunCard   *self);
gboolean     qd_run_card_leave_list     (QdRunCard   *self);
QdCard      *qd_run_card_find_unsent    (QdRunCard   *self);
void         qd_run_card_forget_unsent  (QdRunCard   *self);

G_END_DECLS
