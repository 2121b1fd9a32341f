#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        qd_tooltip_set_text  (GtkWidget  *widget,
                                  const char *text);
const char *qd_tooltip_get_text  (GtkWidget  *widget);
void        qd_tooltip_set_words (GtkWidget  *widget,
                                  const char *words);

G_END_DECLS
