#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_SHELF_PAGE (qd_shelf_page_get_type ())
G_DECLARE_FINAL_TYPE (QdShelfPage, qd_shelf_page, QD, SHELF_PAGE, GtkWidget)

GtkWidget *qd_shelf_page_new (QdStore *store);

G_END_DECLS
