#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  qd_card_drag_attach  (GtkWidget *card_list);

G_END_DECLS
