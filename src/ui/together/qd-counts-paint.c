/* How text gets into the table of boards.
 *
 * Places are those of an interface that is read from left to right; here they are
 * turned round. All is in the middle of the height of the widget.
 */

#include "config.h"

#include "qd-counts-paint.h"

const QdTextStyle qd_counts_text = { .scale = 1.0, .max_lines = 1 };
const QdTextStyle qd_counts_small = { .scale = PANGO_SCALE_SMALL, .max_lines = 1 };
const QdTextStyle qd_counts_number = { .scale = 1.0, .max_lines = 1, .tabular = TRUE };
const QdTextStyle qd_counts_strong = { .scale = 1.0, .max_lines = 1,
                                       .weight = PANGO_WEIGHT_BOLD, .tabular = TRUE };

static void
paint (GtkWidget     *widget,
       GtkSnapshot   *snapshot,
       PangoLayout   *layout,
       int            x,
       int            width,
       const GdkRGBA *rgba)
{
  const QdCountsPlace place = { x, width };
  graphene_rect_t area;
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  qd_counts_paint_area (widget, &place, height, &area);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &area.origin);
  gtk_snapshot_append_layout (snapshot, layout, rgba);
  gtk_snapshot_restore (snapshot);
}

/**
 * qd_counts_paint_measure:
 * @widget: where it will show
 * @text: a text of one line
 * @style: how it is set
 * @height: (out) (optional): how high it is, in pixels
 *
 * Returns: how wide it is, in pixels
 */
int
qd_counts_paint_measure (GtkWidget         *widget,
                         const char        *text,
                         const QdTextStyle *style,
                         int               *height)
{
  g_autoptr (PangoLayout) layout = qd_text_cache_get (widget, text, style, -1);
  int width;

  pango_layout_get_pixel_size (layout, &width, height);

  return width;
}

/**
 * qd_counts_paint_text:
 * @widget: what draws
 * @snapshot: where to draw
 * @place: where the text has room
 * @text: a text, cut short where it needs more
 * @style: how it is set
 * @rgba: its colour
 *
 * Draws a text at the start of its place.
 */
void
qd_counts_paint_text (GtkWidget           *widget,
                      GtkSnapshot         *snapshot,
                      const QdCountsPlace *place,
                      const char          *text,
                      const QdTextStyle   *style,
                      const GdkRGBA       *rgba)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (place->width <= 0)
    return;

  layout = qd_text_cache_get (widget, text, style, place->width);
  paint (widget, snapshot, layout, place->x, place->width, rgba);
}

/**
 * qd_counts_paint_number:
 * @widget: what draws
 * @snapshot: where to draw
 * @place: where the number has room
 * @text: a number, drawn as wide as it is
 * @style: how it is set
 * @rgba: its colour
 *
 * Draws a number at the end of its place.
 */
void
qd_counts_paint_number (GtkWidget           *widget,
                        GtkSnapshot         *snapshot,
                        const QdCountsPlace *place,
                        const char          *text,
                        const QdTextStyle   *style,
                        const GdkRGBA       *rgba)
{
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (place->width <= 0)
    return;

  layout = qd_text_cache_get (widget, text, style, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  paint (widget, snapshot, layout, place->x + place->width - width, width, rgba);
}

/**
 * qd_counts_paint_area:
 * @widget: what draws
 * @place: a place
 * @height: how high something in it is, in pixels
 * @area: (out caller-allocates): where that is on the widget
 */
void
qd_counts_paint_area (GtkWidget           *widget,
                      const QdCountsPlace *place,
                      int                  height,
                      graphene_rect_t     *area)
{
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = place->x;

  if (rtl)
    x = gtk_widget_get_width (widget) - place->x - place->width;

  graphene_rect_init (area, (float) x, (float) ((gtk_widget_get_height (widget) - height) / 2),
                      (float) place->width, (float) height);
}
