#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkEventController *qd_drag_attach    (GtkWidget     *handle,
                                       GtkWidget     *whole,
                                       gpointer       thing);

GdkDrag            *qd_drag_over      (GtkDropTarget *target);
gpointer            qd_drag_dup_thing (GdkDrag       *drag,
                                       GType          type);

G_END_DECLS
