#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void qd_run_keys_attach (GtkWidget *page);

G_END_DECLS
