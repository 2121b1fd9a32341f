/* Draws how a board fills and empties: how many cards stood in columns of which role, day
 * by day.
 *
 * Only paints; where everything is, is the business of the layout. No area is known by
 * its colour alone: they lie in the order of the board, with a line between, and each
 * has its name beside it.
 */

#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "model/qd-hue.h"
#include "qd-flow-layout.h"

/* Shares of the alpha of a colour. */
#define AREA_ALPHA 0.72
#define GRID_ALPHA 0.22
#define WEEK_ALPHA 0.5
#define TODAY_ALPHA 0.55
#define LEADER_ALPHA 0.4

/* In pixels. */
#define HAIRLINE 1.0
#define WEEK_LENGTH 4.0
#define LEADER_GAP 2.0

/* On the middle of a pixel, where a hairline is not smeared over two. */
static double
crisp (double at)
{
  return floor (at) + 0.5;
}

/* What is written is dark where it lies on light ground. */
static gboolean
is_dark (const QdChartStyle *style)
{
  return 0.30 * style->foreground.red + 0.59 * style->foreground.green +
         0.11 * style->foreground.blue > 0.5;
}

static void
draw_ground (const QdFlowLayout *layout,
             const QdChartStyle *style,
             cairo_t            *cr)
{
  if (style->background.alpha <= 0.0)
    return;

  qd_colour_set (&style->background, 1.0, cr);
  cairo_rectangle (cr, 0.0, 0.0, layout->area.width, layout->area.height);
  cairo_fill (cr);
}

static void
keep_off (const QdChartLabel *label,
          cairo_t            *cr)
{
  if (label != NULL)
    cairo_rectangle (cr, label->rect.x, label->rect.y, label->rect.width, label->rect.height);
}

/* Thin lines are not drawn where text stands: it has no ground of its own. */
static void
keep_off_labels (const QdFlowLayout *layout,
                 cairo_t            *cr)
{
  cairo_new_path (cr);
  cairo_rectangle (cr, 0.0, 0.0, layout->area.width, layout->area.height);
  for (guint i = 0; i < layout->labels->len; i++)
    keep_off (layout->labels->pdata[i], cr);
  for (guint i = 0; i < layout->areas->len; i++)
    keep_off (g_array_index (layout->areas, QdFlowArea, i).label, cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);
}

static void
draw_grid (const QdFlowLayout *layout,
           const QdChartStyle *style,
           cairo_t            *cr)
{
  const QdChartRect *plot = &layout->plot;
  const double bottom = crisp (plot->y + plot->height);

  cairo_set_line_width (cr, HAIRLINE);
  qd_colour_set (&style->faint, GRID_ALPHA, cr);
  for (guint i = 0; i < layout->grid->len; i++)
    {
      const double y = crisp (g_array_index (layout->grid, double, i));

      cairo_move_to (cr, plot->x, y);
      cairo_line_to (cr, plot->x + plot->width, y);
    }
  cairo_stroke (cr);

  qd_colour_set (&style->faint, WEEK_ALPHA, cr);
  cairo_move_to (cr, plot->x, bottom);
  cairo_line_to (cr, plot->x + plot->width, bottom);
  for (guint i = 0; i < layout->weeks->len; i++)
    {
      const double x = crisp (g_array_index (layout->weeks, double, i));

      cairo_move_to (cr, x, bottom);
      cairo_line_to (cr, x, bottom + WEEK_LENGTH);
    }
  cairo_stroke (cr);
}

/* The upper edge of an area from left to right, or the other way. */
static void
trace_edge (const QdFlowLayout *layout,
            guint               area,
            gboolean            backwards,
            cairo_t            *cr)
{
  const GArray *heights = g_array_index (layout->areas, QdFlowArea, area).heights;

  for (guint i = 0; i < heights->len; i++)
    {
      const guint day = backwards ? heights->len - 1 - i : i;
      const double y = g_array_index (heights, double, day);

      cairo_line_to (cr, g_array_index (layout->edges, double, day + (backwards ? 1 : 0)), y);
      cairo_line_to (cr, g_array_index (layout->edges, double, day + (backwards ? 0 : 1)), y);
    }
}

static void
trace_area (const QdFlowLayout *layout,
            guint               area,
            cairo_t            *cr)
{
  const double bottom = layout->plot.y + layout->plot.height;

  cairo_new_path (cr);
  trace_edge (layout, area, FALSE, cr);
  if (area > 0)
    trace_edge (layout, area - 1, TRUE, cr);
  else
    {
      cairo_line_to (cr, g_array_index (layout->edges, double, layout->edges->len - 1), bottom);
      cairo_line_to (cr, g_array_index (layout->edges, double, 0), bottom);
    }
  cairo_close_path (cr);
}

static void
draw_areas (const QdFlowLayout *layout,
            const QdChartStyle *style,
            cairo_t            *cr)
{
  QdColour colour;

  for (guint i = 0; i < layout->areas->len; i++)
    {
      qd_flow_chart_get_colour (style, g_array_index (layout->areas, QdFlowArea, i).role,
                                &colour);
      qd_colour_set (&colour, AREA_ALPHA, cr);
      trace_area (layout, i, cr);
      cairo_fill (cr);
    }

  cairo_set_line_width (cr, HAIRLINE);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  qd_colour_set (&style->foreground, 1.0, cr);
  for (guint i = 0; i < layout->areas->len; i++)
    {
      cairo_new_path (cr);
      trace_edge (layout, i, FALSE, cr);
      cairo_stroke (cr);
    }
}

static void
draw_today (const QdFlowLayout *layout,
            const QdChartStyle *style,
            cairo_t            *cr)
{
  const QdChartRect *plot = &layout->plot;

  if (isnan (layout->today))
    return;

  cairo_set_line_width (cr, HAIRLINE);
  qd_colour_set (&style->faint, TODAY_ALPHA, cr);
  cairo_move_to (cr, crisp (layout->today), plot->y);
  cairo_line_to (cr, crisp (layout->today), plot->y + plot->height);
  cairo_stroke (cr);
}

static void
draw_label (const QdChartLabel *label,
            cairo_t            *cr)
{
  cairo_move_to (cr, label->rect.x - label->offset.x, label->rect.y - label->offset.y);
  pango_cairo_show_layout (cr, label->layout);
}

/* A square of the colour stands before it, and a line leads there. */
static void
draw_name (const QdFlowArea   *area,
           const QdChartStyle *style,
           cairo_t            *cr)
{
  const QdChartLabel *label = area->label;
  const double middle = label->rect.y + label->rect.height / 2.0;
  const double x = floor (label->rect.x - QD_FLOW_SWATCH - QD_FLOW_SWATCH_GAP);
  const double y = floor (middle - QD_FLOW_SWATCH / 2.0);
  QdColour colour;

  cairo_set_line_width (cr, HAIRLINE);
  qd_colour_set (&style->faint, LEADER_ALPHA, cr);
  cairo_move_to (cr, label->anchor.x + LEADER_GAP, crisp (label->anchor.y));
  cairo_line_to (cr, x - LEADER_GAP, crisp (middle));
  cairo_stroke (cr);

  qd_flow_chart_get_colour (style, area->role, &colour);
  qd_colour_set (&colour, AREA_ALPHA, cr);
  cairo_rectangle (cr, x, y, QD_FLOW_SWATCH, QD_FLOW_SWATCH);
  cairo_fill (cr);
  qd_colour_set (&style->foreground, 1.0, cr);
  cairo_rectangle (cr, x + 0.5, y + 0.5, QD_FLOW_SWATCH - 1.0, QD_FLOW_SWATCH - 1.0);
  cairo_stroke (cr);
  draw_label (label, cr);
}

static void
draw (gconstpointer       chart,
      const QdChartStyle *style,
      cairo_t            *cr,
      double              width,
      double              height)
{
  qd_flow_chart_draw (chart, style, cr, width, height);
}

/**
 * qd_flow_chart_is_empty:
 *
 * Returns: whether there is nothing to draw: not one card on not one day
 */
gboolean
qd_flow_chart_is_empty (const QdFlowChart *chart)
{
  for (gsize i = 0; i < chart->n_days; i++)
    for (guint role = 0; role < QD_N_COLUMN_ROLES; role++)
      if (chart->days[i].counts[role] > 0)
        return FALSE;

  return TRUE;
}

/**
 * qd_flow_chart_get_colour:
 * @style: what the drawing looks like
 * @role: of columns
 * @colour: (out): that of their cards
 */
void
qd_flow_chart_get_colour (const QdChartStyle *style,
                          QdColumnRole        role,
                          QdColour           *colour)
{
  const QdHue *hue = qd_hue_of_role (role);
  const guint32 rgb = is_dark (style) ? hue->dark : hue->light;

  colour->red = (rgb >> 16 & 0xff) / 255.0;
  colour->green = (rgb >> 8 & 0xff) / 255.0;
  colour->blue = (rgb & 0xff) / 255.0;
  colour->alpha = 1.0;
}

/**
 * qd_flow_chart_draw:
 * @chart: what is drawn
 * @style: what it looks like
 * @cr: where it is drawn, from its origin on
 * @width: of the drawing, in units of @cr, of which 96 are an inch of text
 * @height: likewise
 *
 * Draws the board day by day. The same chart and style make the same drawing
 * everywhere. Nothing is drawn of an empty one, nor without an area.
 */
void
qd_flow_chart_draw (const QdFlowChart  *chart,
                    const QdChartStyle *style,
                    cairo_t            *cr,
                    double              width,
                    double              height)
{
  g_autoptr (QdFlowLayout) layout = NULL;

  g_return_if_fail (chart != NULL && style != NULL && cr != NULL);

  if (!(width > 0.0 && height > 0.0) || qd_flow_chart_is_empty (chart))
    return;

  layout = qd_flow_layout_new (chart, style, width, height);
  cairo_save (cr);
  draw_ground (layout, style, cr);
  cairo_save (cr);
  keep_off_labels (layout, cr);
  draw_grid (layout, style, cr);
  cairo_restore (cr);
  draw_areas (layout, style, cr);
  draw_today (layout, style, cr);
  for (guint i = 0; i < layout->areas->len; i++)
    {
      const QdFlowArea *area = &g_array_index (layout->areas, QdFlowArea, i);

      if (area->label != NULL)
        draw_name (area, style, cr);
    }
  for (guint i = 0; i < layout->labels->len; i++)
    draw_label (layout->labels->pdata[i], cr);
  cairo_restore (cr);
}

/**
 * qd_flow_chart_save:
 * @chart: what is drawn
 * @rtl: whether one writes from right to left
 * @path: (type filename): where it goes; a file there is replaced
 * @error: return location; as for qd_drawing_save()
 *
 * Writes the chart for paper: a PDF where @path ends so, else a picture.
 *
 * Returns: whether it was written
 */
gboolean
qd_flow_chart_save (const QdFlowChart  *chart,
                    gboolean            rtl,
                    const char         *path,
                    GError            **error)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (chart != NULL, FALSE);

  words = qd_flow_chart_describe (chart);

  return qd_drawing_save (&(QdDrawing) { draw, chart, words }, rtl, path, error);
}
