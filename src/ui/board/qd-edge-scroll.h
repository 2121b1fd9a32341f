#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  qd_edge_scroll_attach  (GtkScrolledWindow *scroller);

G_END_DECLS
