/* Draws what a team believed week by week, and how the same key results were graded.
 *
 * Only paints; where everything is, is the business of the layout. No line is known by
 * its colour alone: confidence is solid with points, the grade is dashed, and both have
 * their names. What lies between is the gap, a band.
 */

#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "qd-calibration-chart.h"
#include "qd-calibration-layout.h"

/* Shares of the alpha of a colour. */
#define GRID_ALPHA 0.18
#define AXIS_ALPHA 0.5
#define BAND_ALPHA 0.13

/* In pixels. */
#define HAIRLINE 1.0
#define WEEK_LENGTH 4.0
#define POINT_RADIUS 3.0

static const double dashes[] = { 6.0, 4.0 };

/* On the middle of a pixel, where a hairline is not smeared over two. */
static double
crisp (double at)
{
  return floor (at) + 0.5;
}

static void
stroke_grid (const QdCalibrationLayout *layout,
             const QdChartStyle        *style,
             cairo_t                   *cr)
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

  qd_colour_set (&style->faint, AXIS_ALPHA, cr);
  for (guint i = 0; i < layout->weeks->len; i++)
    {
      const double x = crisp (g_array_index (layout->weeks, double, i));

      cairo_move_to (cr, x, bottom);
      cairo_line_to (cr, x, bottom + WEEK_LENGTH);
    }
  cairo_move_to (cr, plot->x, bottom);
  cairo_line_to (cr, plot->x + plot->width, bottom);
  cairo_stroke (cr);
}

static void
trace (const GArray *line,
       gboolean      backwards,
       cairo_t      *cr)
{
  for (guint i = 0; i < line->len; i++)
    {
      const QdChartPlace *place =
        &g_array_index (line, QdChartPlace, backwards ? line->len - 1 - i : i);

      cairo_line_to (cr, place->x, place->y);
    }
}

static void
fill_band (const QdCalibrationLayout *layout,
           const QdChartStyle        *style,
           cairo_t                   *cr)
{
  cairo_new_path (cr);
  trace (layout->confidence, FALSE, cr);
  trace (layout->grade, TRUE, cr);
  cairo_close_path (cr);
  qd_colour_set (&style->line, BAND_ALPHA, cr);
  cairo_fill (cr);
}

static void
stroke_lines (const QdCalibrationLayout *layout,
              const QdChartStyle        *style,
              cairo_t                   *cr)
{
  cairo_set_line_width (cr, style->line_width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);

  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0.0);
  qd_colour_set (&style->good, 1.0, cr);
  cairo_new_path (cr);
  trace (layout->grade, FALSE, cr);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0.0);

  qd_colour_set (&style->line, 1.0, cr);
  trace (layout->confidence, FALSE, cr);
  cairo_stroke (cr);
  for (guint i = 0; i < layout->confidence->len; i++)
    {
      const QdChartPlace *place = &g_array_index (layout->confidence, QdChartPlace, i);

      cairo_new_path (cr);
      cairo_arc (cr, place->x, place->y, POINT_RADIUS, 0.0, 2.0 * G_PI);
      cairo_fill (cr);
    }
}

/**
 * qd_calibration_chart_draw:
 * @calibration: what is drawn
 * @style: what it looks like
 * @cr: where it is drawn, from its origin on
 * @width: of the drawing, in units of @cr, of which 96 are an inch of text
 * @height: likewise
 *
 * Draws mean confidence and mean grade by week. The same figures and style make the same
 * drawing everywhere. Nothing is drawn while too little is known, nor without an area.
 */
void
qd_calibration_chart_draw (const QdCalibration *calibration,
                           const QdChartStyle  *style,
                           cairo_t             *cr,
                           double               width,
                           double               height)
{
  g_autoptr (QdCalibrationLayout) layout = NULL;

  g_return_if_fail (calibration != NULL && style != NULL && cr != NULL);

  if (!(width > 0.0 && height > 0.0) || calibration->n_missing > 0)
    return;

  layout = qd_calibration_layout_new (calibration, style, width, height);
  cairo_save (cr);
  if (style->background.alpha > 0.0)
    {
      qd_colour_set (&style->background, 1.0, cr);
      cairo_rectangle (cr, 0.0, 0.0, width, height);
      cairo_fill (cr);
    }
  stroke_grid (layout, style, cr);
  fill_band (layout, style, cr);
  stroke_lines (layout, style, cr);
  for (guint i = 0; i < layout->labels->len; i++)
    {
      const QdChartLabel *label = g_ptr_array_index (layout->labels, i);

      cairo_move_to (cr, label->rect.x - label->offset.x, label->rect.y - label->offset.y);
      qd_colour_set (&style->foreground, 1.0, cr);
      pango_cairo_show_layout (cr, label->layout);
    }
  cairo_restore (cr);
}
