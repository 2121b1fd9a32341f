#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_MOVE_DIALOG (qd_move_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QdMoveDialog, qd_move_dialog, QD, MOVE_DIALOG, GtkWindow)

QdMoveDialog *qd_move_dialog_present (GtkWidget *parent,
                                      QdStore   *store,
                                      QdCard    *card);

G_END_DECLS
