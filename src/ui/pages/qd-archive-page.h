#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_ARCHIVE_PAGE (qd_archive_page_get_type ())
G_DECLARE_FINAL_TYPE (QdArchivePage, qd_archive_page, QD, ARCHIVE_PAGE, GtkWidget)

GtkWidget *qd_archive_page_new (QdStore *store);

G_END_DECLS
