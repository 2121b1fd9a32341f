#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_BUSY (qd_busy_get_type ())
G_DECLARE_FINAL_TYPE (QdBusy, qd_busy, QD, BUSY, GtkWidget)

void       qd_busy_begin (QdBusy       *self,
                          const char   *text,
                          GCancellable *cancellable);
void       qd_busy_end   (QdBusy       *self);

G_END_DECLS
