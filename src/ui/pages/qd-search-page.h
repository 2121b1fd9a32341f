#pragma once

#include "store/qd-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_SEARCH_PAGE (qd_search_page_get_type ())
G_DECLARE_FINAL_TYPE (QdSearchPage, qd_search_page, QD, SEARCH_PAGE, GtkWidget)

GtkWidget *qd_search_page_new   (QdStore      *store);
void       qd_search_page_focus (QdSearchPage *self);

G_END_DECLS
