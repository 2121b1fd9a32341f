#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_NEW_BOARD_DIALOG (qd_new_board_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QdNewBoardDialog, qd_new_board_dialog, QD, NEW_BOARD_DIALOG, GtkWindow)

QdNewBoardDialog *qd_new_board_dialog_present (GtkWidget *parent,
                                               QdStore   *store,
                                               QdCycle   *cycle);

G_END_DECLS
