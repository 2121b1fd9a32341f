/* How text is measured in drawings: without a display and without hinting, so that
 * it is as large on the screen as in a picture and on paper.
 */

#include "config.h"

#include <pango/pangocairo.h>

#include "qd-text-context.h"

/**
 * qd_text_context_new:
 * @family: family of the font, or several, separated by commas
 * @size: of the font, in points
 * @resolution: how many units of the drawing an inch has
 * @rtl: whether one writes from right to left
 *
 * Returns: (transfer full): a context for all text of a drawing
 */
PangoContext *
qd_text_context_new (const char *family,
                     double      size,
                     double      resolution,
                     gboolean    rtl)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, resolution);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  pango_font_description_set_family (font, family);
  pango_font_description_set_size (font, (int) (size * PANGO_SCALE));
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);

  pango_context_set_base_dir (context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);

  return context;
}
