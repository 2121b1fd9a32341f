#pragma once

#include "store/qd-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_DESCRIPTION (qd_description_get_type ())
G_DECLARE_FINAL_TYPE (QdDescription, qd_description, QD, DESCRIPTION, GtkWidget)

GtkWidget *qd_description_new      (QdStore       *store);

void       qd_description_set_card (QdDescription *self,
                                    QdCard        *card);

G_END_DECLS
