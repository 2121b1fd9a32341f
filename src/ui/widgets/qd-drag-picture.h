#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean qd_drag_picture_set (GtkDragSource *source,
                              GtkWidget     *dragged,
                              double         x,
                              double         y);

G_END_DECLS
