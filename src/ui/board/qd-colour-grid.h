#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_COLOUR_GRID (qd_colour_grid_get_type ())
G_DECLARE_FINAL_TYPE (QdColourGrid, qd_colour_grid, QD, COLOUR_GRID, GtkWidget)

guint  qd_colour_grid_get_colour (QdColourGrid *self);
void   qd_colour_grid_set_colour (QdColourGrid *self,
                                  guint         colour);

G_END_DECLS
