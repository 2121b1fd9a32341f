#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void qd_checkin_steps_attach (GtkWidget         *fields,
                              GtkWidget * const *stops,
                              guint              n_stops);

G_END_DECLS
