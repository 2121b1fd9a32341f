#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void qd_list_quirks_lay_out  (GtkListView *list);
void qd_list_quirks_end_drag (GtkListView *list);

G_END_DECLS
