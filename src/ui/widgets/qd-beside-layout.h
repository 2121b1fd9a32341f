#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_BESIDE_LAYOUT (qd_beside_layout_get_type ())
G_DECLARE_FINAL_TYPE (QdBesideLayout, qd_beside_layout, QD, BESIDE_LAYOUT, GtkLayoutManager)

G_END_DECLS
