#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *qd_error_page_new (const char   *path,
                              const GError *error);

G_END_DECLS
