#pragma once

#include <gtk/gtk.h>

#include "store/qd-shelf.h"

G_BEGIN_DECLS

#define QD_TYPE_SHELF_ROW (qd_shelf_row_get_type ())
G_DECLARE_FINAL_TYPE (QdShelfRow, qd_shelf_row, QD, SHELF_ROW, GtkListBoxRow)

GtkWidget *qd_shelf_row_new          (QdStore         *store);
void       qd_shelf_row_show         (QdShelfRow      *self,
                                      const QdShelved *shelved);
QdId       qd_shelf_row_get_id       (QdShelfRow      *self);
gboolean   qd_shelf_row_has_way_back (QdShelfRow      *self);
char      *qd_shelf_row_dup_kind     (const QdShelved *shelved);

G_END_DECLS
