#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void qd_idle_pointer_attach (GtkWidget *widget);

G_END_DECLS
