#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void qd_selectable_make (GtkLabel *label);

G_END_DECLS
