#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void qd_pages_attach (GtkStack *stack);

G_END_DECLS
