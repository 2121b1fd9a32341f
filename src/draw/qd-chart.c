/* Draws a key result over its cycle.
 *
 * Only paints; where everything is, is the business of the layout. No line is
 * known by its colour alone: the values are a solid line with points, what is
 * expected is dotted, the forecast is dashed and ends in a ring, the target is
 * level, today is upright, and a value outside the limits is a diamond.
 */

#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "qd-chart-layout.h"

/* Shares of the alpha of a colour. */
#define GRID_ALPHA 0.18
#define WEEK_ALPHA 0.5
#define TODAY_ALPHA 0.55
#define TARGET_ALPHA 0.65
#define LEADER_ALPHA 0.4
#define BAND_ALPHA 0.13

/* In pixels. */
#define HAIRLINE 1.0
#define TARGET_WIDTH 1.5
#define DOT_WIDTH 2.0
#define WEEK_LENGTH 4.0
#define POINT_RADIUS 3.0
#define LAST_RADIUS 4.5
#define RING_RADIUS 4.0
#define DIAMOND_RADIUS 5.0
#define ARROW_LENGTH 8.0
#define ARROW_ANGLE (G_PI / 6.0)

/* Where points are closer than this, they would hide the line, in pixels. */
#define MIN_POINT_DISTANCE 9.0

static const double DOTS[] = { 0.0, 4.5 };
static const double DASHES[] = { 6.0, 4.0 };

/* On the middle of a pixel, where a hairline is not smeared over two. */
static double
crisp (double at)
{
  return floor (at) + 0.5;
}

static void
stroke_level (cairo_t           *cr,
              const QdChartRect *plot,
              double             y)
{
  cairo_move_to (cr, plot->x, crisp (y));
  cairo_line_to (cr, plot->x + plot->width, crisp (y));
  cairo_stroke (cr);
}

static void
trace (cairo_t      *cr,
       const GArray *line)
{
  cairo_new_path (cr);
  for (guint i = 0; i < line->len; i++)
    {
      const QdChartPlace *place = &g_array_index (line, QdChartPlace, i);

      cairo_line_to (cr, place->x, place->y);
    }
}

static void
trace_disc (cairo_t            *cr,
            const QdChartPlace *centre,
            double              radius)
{
  cairo_new_path (cr);
  cairo_arc (cr, centre->x, centre->y, radius, 0.0, 2.0 * G_PI);
}

static void
trace_diamond (cairo_t            *cr,
               const QdChartPlace *centre,
               double              radius)
{
  cairo_new_path (cr);
  cairo_move_to (cr, centre->x, centre->y - radius);
  cairo_line_to (cr, centre->x + radius, centre->y);
  cairo_line_to (cr, centre->x, centre->y + radius);
  cairo_line_to (cr, centre->x - radius, centre->y);
  cairo_close_path (cr);
}

static void
trace_arrow (cairo_t            *cr,
             const QdChartPlace *from,
             const QdChartPlace *to)
{
  const double turn = atan2 (from->y - to->y, from->x - to->x);

  cairo_new_path (cr);
  cairo_move_to (cr, to->x + ARROW_LENGTH * cos (turn - ARROW_ANGLE),
                 to->y + ARROW_LENGTH * sin (turn - ARROW_ANGLE));
  cairo_line_to (cr, to->x, to->y);
  cairo_line_to (cr, to->x + ARROW_LENGTH * cos (turn + ARROW_ANGLE),
                 to->y + ARROW_LENGTH * sin (turn + ARROW_ANGLE));
}

/* Thin lines are not drawn where text stands: it has no ground of its own. */
static void
keep_off_labels (const QdChartLayout *layout,
                 cairo_t             *cr)
{
  cairo_new_path (cr);
  cairo_rectangle (cr, 0.0, 0.0, layout->area.width, layout->area.height);
  for (guint i = 0; i < layout->labels->len; i++)
    {
      const QdChartLabel *label = g_ptr_array_index (layout->labels, i);

      cairo_rectangle (cr, label->rect.x, label->rect.y,
                       label->rect.width, label->rect.height);
    }
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);
}

static void
draw_ground (const QdChartLayout *layout,
             const QdChartStyle  *style,
             cairo_t             *cr)
{
  if (style->background.alpha > 0.0)
    {
      qd_colour_set (&style->background, 1.0, cr);
      cairo_rectangle (cr, 0.0, 0.0, layout->area.width, layout->area.height);
      cairo_fill (cr);
    }

  if (layout->band.height > 0.0)
    {
      qd_colour_set (&style->good, BAND_ALPHA, cr);
      cairo_rectangle (cr, layout->band.x, layout->band.y,
                       layout->band.width, layout->band.height);
      cairo_fill (cr);
    }
}

static void
draw_grid (const QdChartLayout *layout,
           const QdChartStyle  *style,
           cairo_t             *cr)
{
  const QdChartRect *plot = &layout->plot;
  const double bottom = plot->y + plot->height;

  cairo_set_line_width (cr, HAIRLINE);
  qd_colour_set (&style->faint, GRID_ALPHA, cr);
  for (guint i = 0; i < layout->grid->len; i++)
    stroke_level (cr, plot, g_array_index (layout->grid, double, i));

  qd_colour_set (&style->faint, WEEK_ALPHA, cr);
  stroke_level (cr, plot, bottom);
  for (guint i = 0; i < layout->weeks->len; i++)
    {
      const double x = crisp (g_array_index (layout->weeks, double, i));

      cairo_move_to (cr, x, crisp (bottom));
      cairo_line_to (cr, x, crisp (bottom) + WEEK_LENGTH);
    }
  cairo_stroke (cr);
}

static void
draw_marks (const QdChartLayout *layout,
            const QdChartStyle  *style,
            cairo_t             *cr)
{
  const QdChartRect *plot = &layout->plot;

  if (!isnan (layout->today))
    {
      cairo_set_line_width (cr, HAIRLINE);
      qd_colour_set (&style->faint, TODAY_ALPHA, cr);
      cairo_move_to (cr, crisp (layout->today), plot->y);
      cairo_line_to (cr, crisp (layout->today), plot->y + plot->height);
      cairo_stroke (cr);
    }

  cairo_set_line_width (cr, TARGET_WIDTH);
  qd_colour_set (&style->foreground, TARGET_ALPHA, cr);
  if (!isnan (layout->target))
    stroke_level (cr, plot, layout->target);
  if (!isnan (layout->upper))
    stroke_level (cr, plot, layout->upper);
}

static void
draw_expected (const QdChartLayout *layout,
               const QdChartStyle  *style,
               cairo_t             *cr)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, DOT_WIDTH);
  cairo_set_dash (cr, DOTS, G_N_ELEMENTS (DOTS), 0.0);
  qd_colour_set (&style->faint, 1.0, cr);
  trace (cr, layout->expected);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0.0);

  if (!isnan (layout->expected_today))
    {
      const QdChartPlace place = { layout->today, layout->expected_today };

      trace_disc (cr, &place, POINT_RADIUS);
      cairo_fill (cr);
    }
}

static const QdColour *
get_fate_colour (const QdChartLayout *layout,
                 const QdChartStyle  *style)
{
  if (layout->fate == QD_CHART_FATE_OPEN)
    return &style->faint;

  return layout->fate == QD_CHART_FATE_LANDS ? &style->good : &style->warn;
}

/* The ring at its end is empty, so the line ends at the ring; or it goes on, which
 * an arrow says. */
static void
draw_forecast (const QdChartLayout *layout,
               const QdChartStyle  *style,
               cairo_t             *cr)
{
  const QdChartPlace *from = &layout->forecast[0];
  const QdChartPlace *to = &layout->forecast[1];
  const double length = hypot (to->x - from->x, to->y - from->y);
  double share;

  if (layout->fate == QD_CHART_FATE_UNKNOWN || length <= RING_RADIUS)
    return;

  share = layout->leaves ? 1.0 : 1.0 - RING_RADIUS / length;
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, style->line_width);
  qd_colour_set (get_fate_colour (layout, style), 1.0, cr);

  cairo_set_dash (cr, DASHES, G_N_ELEMENTS (DASHES), 0.0);
  cairo_move_to (cr, from->x, from->y);
  cairo_line_to (cr, from->x + (to->x - from->x) * share,
                 from->y + (to->y - from->y) * share);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0.0);

  if (layout->leaves)
    trace_arrow (cr, from, to);
  else
    trace_disc (cr, to, RING_RADIUS);
  cairo_stroke (cr);
}

static void
draw_values (const QdChartLayout *layout,
             const QdChart       *chart,
             const QdChartStyle  *style,
             cairo_t             *cr)
{
  const guint n = layout->points->len;
  const gboolean dense = n * MIN_POINT_DISTANCE > layout->plot.width;

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, style->line_width);
  qd_colour_set (&style->line, 1.0, cr);
  trace (cr, layout->line);
  cairo_stroke (cr);

  for (guint i = 0; i < n; i++)
    {
      const QdChartPlace *place = &g_array_index (layout->points, QdChartPlace, i);
      const gboolean outside =
        qd_chart_is_outside (chart, g_array_index (layout->readings, QdPoint, i).value);
      const gboolean last = i + 1 == n;

      if (dense && !last)
        continue;

      if (outside)
        trace_diamond (cr, place, DIAMOND_RADIUS);
      else
        trace_disc (cr, place, last ? LAST_RADIUS : POINT_RADIUS);

      qd_colour_set (outside ? &style->bad : &style->line, 1.0, cr);
      cairo_fill (cr);
    }
}

/* From the end of a line to a label that had to give way. */
static void
draw_leader (const QdChartLabel *label,
             const QdChartStyle *style,
             cairo_t            *cr)
{
  const double middle = label->rect.y + label->rect.height / 2.0;

  if (fabs (middle - label->anchor.y) <= label->rect.height / 2.0)
    return;

  cairo_set_line_width (cr, HAIRLINE);
  qd_colour_set (&style->faint, LEADER_ALPHA, cr);
  cairo_move_to (cr, label->anchor.x + HAIRLINE, label->anchor.y);
  cairo_line_to (cr, label->rect.x - HAIRLINE, middle);
  cairo_stroke (cr);
}

static void
draw_labels (const QdChartLayout *layout,
             const QdChartStyle  *style,
             cairo_t             *cr)
{
  for (guint i = 0; i < layout->labels->len; i++)
    {
      const QdChartLabel *label = g_ptr_array_index (layout->labels, i);

      if (label->kind == QD_CHART_LABEL_TARGET || label->kind == QD_CHART_LABEL_UPPER ||
          label->kind == QD_CHART_LABEL_LANDING)
        draw_leader (label, style, cr);

      cairo_move_to (cr, label->rect.x - label->offset.x, label->rect.y - label->offset.y);
      pango_cairo_show_layout (cr, label->layout);
    }
}

/**
 * qd_chart_draw:
 * @chart: what is drawn
 * @style: what it looks like
 * @cr: where it is drawn, from its origin on
 * @width: of the drawing, in units of @cr, of which 96 are an inch of text
 * @height: likewise
 *
 * Draws the chart. The same chart and style make the same drawing everywhere:
 * neither a display nor the settings of one are asked. Nothing is drawn without an
 * area.
 */
void
qd_chart_draw (const QdChart      *chart,
               const QdChartStyle *style,
               cairo_t            *cr,
               double              width,
               double              height)
{
  g_autoptr (QdChartLayout) layout = NULL;

  g_return_if_fail (chart != NULL);
  g_return_if_fail (style != NULL);
  g_return_if_fail (cr != NULL);

  if (!(width > 0.0 && height > 0.0))
    return;

  layout = qd_chart_layout_new (chart, style, width, height);
  g_return_if_fail (layout != NULL);

  cairo_save (cr);
  draw_ground (layout, style, cr);

  cairo_save (cr);
  keep_off_labels (layout, cr);
  draw_grid (layout, style, cr);
  draw_marks (layout, style, cr);
  draw_expected (layout, style, cr);
  cairo_restore (cr);

  draw_forecast (layout, style, cr);
  draw_values (layout, chart, style, cr);
  draw_labels (layout, style, cr);
  cairo_restore (cr);
}
