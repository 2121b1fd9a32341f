#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void qd_milestone_drop_attach (GtkWidget *box);

G_END_DECLS
