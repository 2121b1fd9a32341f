#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  qd_drag_escape_watch  (GdkDrag *drag);

G_END_DECLS
