#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void qd_focus_sight_attach (GtkScrolledWindow *scroller,
                            GtkWidget         *content);

G_END_DECLS
