#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_SPILL (qd_spill_get_type ())
G_DECLARE_FINAL_TYPE (QdSpill, qd_spill, QD, SPILL, GtkWidget)

G_END_DECLS
