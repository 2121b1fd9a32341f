#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_SHELF_DIALOG (qd_shelf_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QdShelfDialog, qd_shelf_dialog, QD, SHELF_DIALOG, GtkWindow)

QdShelfDialog *qd_shelf_dialog_new      (GtkWidget     *parent,
                                         QdStore       *store,
                                         const char    *text);
QdStore       *qd_shelf_dialog_get_store
                                        (QdShelfDialog *self);
void           qd_shelf_dialog_set_one  (QdShelfDialog *self,
                                         QdId           id);
void           qd_shelf_dialog_add      (QdShelfDialog *self,
                                         QdId           id,
                                         const char    *title,
                                         double         progress);
void           qd_shelf_dialog_refuse   (QdShelfDialog *self,
                                         const GError  *error);

G_END_DECLS
