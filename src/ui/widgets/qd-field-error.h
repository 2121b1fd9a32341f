#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void qd_field_error_show (GtkLabel   *label,
                          GtkWidget  *field,
                          const char *text);

G_END_DECLS
