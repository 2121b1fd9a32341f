#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean qd_focus_is_inside      (GtkWidget *widget);
void     qd_focus_close_popovers (GtkWidget *widget);

G_END_DECLS
