#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_HANDLE (qd_handle_get_type ())
G_DECLARE_FINAL_TYPE (QdHandle, qd_handle, QD, HANDLE, GtkWidget)

GtkWidget *qd_handle_new        (const char *label);
void       qd_handle_take_focus (QdHandle   *self);

G_END_DECLS
