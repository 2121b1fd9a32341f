#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QdTextStyle:
 * @scale: size of the letters, in that of the widget's font
 * @max_lines: how many lines the text may take before it is cut
 * @weight: how bold the letters are; 0 for as bold as the widget's font
 * @tabular: whether all digits are equally wide
 */
typedef struct
{
  double scale;
  int max_lines;
  PangoWeight weight;
  gboolean tabular;
} QdTextStyle;

PangoLayout *qd_text_cache_get (GtkWidget         *widget,
                                const char        *text,
                                const QdTextStyle *style,
                                int                width);

G_END_DECLS
