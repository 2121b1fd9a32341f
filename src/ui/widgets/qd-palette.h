#pragma once

#include <gtk/gtk.h>

#include "model/qd-types.h"

G_BEGIN_DECLS

const char *qd_palette_get_class      (guint         colour);
const char *qd_palette_get_role_class (QdColumnRole  role);
void        qd_palette_lookup         (GtkWidget    *widget,
                                       const char   *css_class,
                                       GdkRGBA      *rgba);

G_END_DECLS
