#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  qd_wheel_attach  (GtkScrolledWindow *scroller);

G_END_DECLS
