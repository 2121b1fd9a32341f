#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_CENTRED_LAYOUT (qd_centred_layout_get_type ())
G_DECLARE_FINAL_TYPE (QdCentredLayout, qd_centred_layout, QD, CENTRED_LAYOUT, GtkLayoutManager)

G_END_DECLS
