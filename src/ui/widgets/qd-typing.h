#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void qd_typing_forget               (GtkEditable   *editable);
void qd_typing_forget_in_buffer     (GtkTextBuffer *buffer);
void qd_typing_leave_to_application (GtkEditable   *editable);

G_END_DECLS
