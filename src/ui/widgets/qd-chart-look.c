/* What drawings look like among the widgets around them: in their colours and their font. */

#include "config.h"

#include <math.h>

#include "qd-chart-look.h"

/* Of a theme's lines with what they are on, from which on it is one of high
 * contrast: 1.4 to 1.5 in the plain themes of GTK, 2.5 and 4 in the others. */
#define LINE_CONTRAST 2.0

/* Of the size of text, that of text in a drawing. */
#define TEXT_SHARE 0.82

static double
get_luminance (const GdkRGBA *rgba)
{
  return 0.2126 * pow (rgba->red, 2.2) + 0.7152 * pow (rgba->green, 2.2) +
         0.0722 * pow (rgba->blue, 2.2);
}

/* Themes of high contrast draw lines that stand out; with others they are faint. */
static gboolean
has_high_contrast (GtkStyleContext *context)
{
  GdkRGBA line, ground;
  double a, b;

  if (!gtk_style_context_lookup_color (context, "borders", &line) ||
      !gtk_style_context_lookup_color (context, "theme_bg_color", &ground))
    return FALSE;

  a = get_luminance (&line);
  b = get_luminance (&ground);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05) >= LINE_CONTRAST;
}

/**
 * qd_chart_look_init:
 * @style: (out caller-allocates): what is to be set
 * @widget: where it is drawn
 * @family: (inout): holds the family of the font for @style, and is freed for another
 *
 * Sets the style that goes with the text of @widget.
 */
void
qd_chart_look_init (QdChartStyle  *style,
                    GtkWidget     *widget,
                    char         **family)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  PangoContext *pango = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (pango);
  GdkRGBA text;
  gboolean dark;
  double size;

  gtk_style_context_get_color (context, &text);
  dark = 0.30 * text.red + 0.59 * text.green + 0.11 * text.blue > 0.5;

  if (has_high_contrast (context))
    qd_chart_style_init (style, dark ? QD_CHART_LOOK_CONTRAST_DARK
                                     : QD_CHART_LOOK_CONTRAST_LIGHT);
  else
    qd_chart_style_init (style, dark ? QD_CHART_LOOK_DARK : QD_CHART_LOOK_LIGHT);

  style->foreground = (QdColour) { text.red, text.green, text.blue, text.alpha };
  style->rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  g_free (*family);
  *family = g_strdup (pango_font_description_get_family (font));
  if (*family != NULL)
    style->family = *family;

  size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  if (pango_font_description_get_size_is_absolute (font))
    size *= 72.0 / 96.0;
  if (size > 0.0)
    style->size = size * TEXT_SHARE;
}
