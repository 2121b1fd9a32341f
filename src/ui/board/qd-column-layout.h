#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_COLUMN_LAYOUT (qd_column_layout_get_type ())
G_DECLARE_FINAL_TYPE (QdColumnLayout, qd_column_layout, QD, COLUMN_LAYOUT, GtkLayoutManager)

G_END_DECLS
