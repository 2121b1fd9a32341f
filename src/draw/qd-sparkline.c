/* Values in a row, as small as a word: where they went and where they stand.
 *
 * No axis and no text; whoever shows it says the figures beside it.
 */

#include "config.h"

#include <math.h>

#include "qd-chart-figures.h"
#include "qd-sparkline.h"

/* In pixels; all is kept so far inside as the mark of the last value needs. */
#define LINE_WIDTH 1.5
#define TARGET_WIDTH 1.0
#define RADIUS 2.5

#define TARGET_ALPHA 0.5

typedef struct
{
  double lowest;
  double highest;
  double width;
  double height;
} Frame;

static void
include (Frame  *frame,
         double  value)
{
  frame->lowest = fmin (frame->lowest, value);
  frame->highest = fmax (frame->highest, value);
}

/* What is all the same runs through the middle. */
static double
map_value (const Frame *frame,
           double       value)
{
  const double span = frame->highest - frame->lowest;
  const double share = span > 0.0 ? (value - frame->lowest) / span : 0.5;

  return RADIUS + MAX (frame->height - 2.0 * RADIUS, 0.0) * (1.0 - share);
}

static double
map_place (const Frame *frame,
           gsize        i,
           gsize        n)
{
  const double share = n > 1 ? (double) i / (double) (n - 1) : 1.0;

  return RADIUS + MAX (frame->width - 2.0 * RADIUS, 0.0) * share;
}

static void
draw_target (const Frame        *frame,
             double              target,
             const QdChartStyle *style,
             cairo_t            *cr)
{
  const double y = floor (map_value (frame, target)) + 0.5;

  cairo_set_line_width (cr, TARGET_WIDTH);
  qd_colour_set (&style->faint, TARGET_ALPHA, cr);
  cairo_move_to (cr, 0.0, y);
  cairo_line_to (cr, frame->width, y);
  cairo_stroke (cr);
}

/**
 * qd_sparkline_draw:
 * @values: (array length=n_values): from the first to the last; NANs are left out
 * @n_values: how many there are
 * @target: the target, drawn as a faint line, or NAN
 * @style: its colours
 * @cr: where it is drawn, from its origin on
 * @width: of the drawing, in pixels
 * @height: likewise
 *
 * Draws the values as a line and marks the last one. Time runs to the right.
 */
void
qd_sparkline_draw (const double       *values,
                   gsize               n_values,
                   double              target,
                   const QdChartStyle *style,
                   cairo_t            *cr,
                   double              width,
                   double              height)
{
  Frame frame = { INFINITY, -INFINITY, width, height };
  double x = NAN;
  double y = NAN;

  g_return_if_fail (values != NULL || n_values == 0);
  g_return_if_fail (style != NULL);
  g_return_if_fail (cr != NULL);

  if (!(width > 0.0 && height > 0.0))
    return;

  if (qd_chart_is_figure (target))
    include (&frame, target);
  for (gsize i = 0; i < n_values; i++)
    {
      if (qd_chart_is_figure (values[i]))
        include (&frame, values[i]);
    }

  cairo_save (cr);
  if (qd_chart_is_figure (target))
    draw_target (&frame, target, style, cr);

  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  qd_colour_set (&style->line, 1.0, cr);
  cairo_new_path (cr);
  for (gsize i = 0; i < n_values; i++)
    {
      if (!qd_chart_is_figure (values[i]))
        continue;

      x = map_place (&frame, i, n_values);
      y = map_value (&frame, values[i]);
      cairo_line_to (cr, x, y);
    }
  cairo_stroke (cr);

  if (!isnan (x))
    {
      cairo_arc (cr, x, y, RADIUS, 0.0, 2.0 * G_PI);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}
