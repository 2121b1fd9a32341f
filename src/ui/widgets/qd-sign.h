#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_SIGN (qd_sign_get_type ())
G_DECLARE_FINAL_TYPE (QdSign, qd_sign, QD, SIGN, GtkWidget)

void qd_sign_set  (QdSign        *self,
                   const char    *name,
                   const char    *css_class);
void qd_sign_draw (GtkWidget     *widget,
                   GtkSnapshot   *snapshot,
                   const char    *name,
                   const GdkRGBA *rgba,
                   int            size);

G_END_DECLS
