#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *qd_welcome_page_new (void);

G_END_DECLS
