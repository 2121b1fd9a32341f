#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_TEXT_ROOM (qd_text_room_get_type ())
G_DECLARE_FINAL_TYPE (QdTextRoom, qd_text_room, QD, TEXT_ROOM, GtkWidget)

GtkWidget *qd_text_room_new (GtkTextView *view);

G_END_DECLS
