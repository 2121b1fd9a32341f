#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void qd_drop_down_shorten (GtkDropDown *drop_down);

G_END_DECLS
