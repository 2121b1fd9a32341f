#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_SWATCH (qd_swatch_get_type ())
G_DECLARE_FINAL_TYPE (QdSwatch, qd_swatch, QD, SWATCH, GtkWidget)

GtkWidget *qd_swatch_new        (const char *css_class);
void       qd_swatch_set_colour (QdSwatch   *self,
                                 const char *css_class);

G_END_DECLS
