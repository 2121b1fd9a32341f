#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_NARROW_LAYOUT (qd_narrow_layout_get_type ())
G_DECLARE_FINAL_TYPE (QdNarrowLayout, qd_narrow_layout, QD, NARROW_LAYOUT, GtkLayoutManager)

G_END_DECLS
