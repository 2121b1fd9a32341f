/* Draws what lies on a page. Only paints; where everything is, was decided before. */

#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "qd-paper-item.h"
#include "qd-sign-shapes.h"

/* In points. */
#define HAIRLINE 0.6
#define RADIUS 2.5
#define TICK_WIDTH 1.2
#define TICK_REACH 1.8

static void
set_colour (guint32  rgb,
            cairo_t *cr)
{
  cairo_set_source_rgb (cr, (rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0,
                        (rgb & 0xff) / 255.0);
}

static void
trace_rounded (cairo_t *cr,
               double   x,
               double   y,
               double   width,
               double   height,
               double   radius)
{
  const double r = MAX (MIN (radius, MIN (width, height) / 2), 0.0);

  cairo_new_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0.0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0.0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/* The lines of a text that are shown, each on its baseline. */
static void
draw_text (const QdPaperMark *mark,
           cairo_t           *cr)
{
  PangoLayoutIter *iter = pango_layout_get_iter (mark->text);
  double start = 0.0;
  guint line = 0;

  set_colour (mark->colour, cr);
  do
    {
      PangoRectangle logical;
      int top;

      if (line >= mark->first + mark->n_lines)
        break;
      if (line++ < mark->first)
        continue;

      pango_layout_iter_get_line_yrange (iter, &top, NULL);
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      if (line == mark->first + 1)
        start = mark->y - (double) top / PANGO_SCALE;
      cairo_move_to (cr, mark->x + (double) logical.x / PANGO_SCALE,
                     start + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
draw_frame (const QdPaperMark *mark,
            cairo_t           *cr)
{
  trace_rounded (cr, mark->x + HAIRLINE / 2, mark->y + HAIRLINE / 2, mark->width - HAIRLINE,
                 mark->height - HAIRLINE, RADIUS);
  cairo_set_line_width (cr, HAIRLINE);
  set_colour (mark->colour, cr);
  cairo_stroke (cr);
}

static void
draw_box (const QdPaperMark *mark,
          double             radius,
          cairo_t           *cr)
{
  trace_rounded (cr, mark->x, mark->y, mark->width, mark->height, radius);
  set_colour (mark->colour, cr);
  cairo_fill (cr);
}

/* An outline keeps the bar apart from the paper where the ground is hardly seen. */
static void
draw_bar (const QdPaperMark  *mark,
          const QdPaperStyle *style,
          cairo_t            *cr)
{
  const double done = isnan (mark->progress) ? 0.0 : CLAMP (mark->progress, 0.0, 1.0);
  const double width = done * mark->width;

  cairo_save (cr);
  trace_rounded (cr, mark->x, mark->y, mark->width, mark->height, mark->height / 2);
  set_colour (style->ground, cr);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  cairo_rectangle (cr, style->rtl ? mark->x + mark->width - width : mark->x, mark->y, width,
                   mark->height);
  set_colour (mark->colour, cr);
  cairo_fill (cr);
  cairo_restore (cr);

  trace_rounded (cr, mark->x, mark->y, mark->width, mark->height, mark->height / 2);
  cairo_set_line_width (cr, HAIRLINE / 2);
  set_colour (style->faint, cr);
  cairo_stroke (cr);

  if (!isnan (mark->expected))
    {
      const double share = CLAMP (mark->expected, 0.0, 1.0);
      const double x = (style->rtl ? 1.0 - share : share) * (mark->width - TICK_WIDTH);

      cairo_rectangle (cr, mark->x + x, mark->y - TICK_REACH, TICK_WIDTH,
                       mark->height + 2 * TICK_REACH);
      set_colour (style->ink, cr);
      cairo_fill (cr);
    }
}

static void
draw_sign (const QdPaperMark *mark,
           cairo_t           *cr)
{
  if (mark->sign == NULL)
    return;

  cairo_save (cr);
  cairo_translate (cr, mark->x, mark->y);
  cairo_scale (cr, mark->width / QD_SIGN_UNITS, mark->height / QD_SIGN_UNITS);
  set_colour (mark->colour, cr);
  qd_sign_shapes_draw (mark->sign, cr);
  cairo_restore (cr);
}

/**
 * qd_paper_item_draw:
 * @self: an item
 * @style: what paper looks like
 * @cr: where it is drawn, from its origin on, in points
 */
void
qd_paper_item_draw (const QdPaperItem  *self,
                    const QdPaperStyle *style,
                    cairo_t            *cr)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const QdPaperMark *mark = &g_array_index (self->marks, QdPaperMark, i);

      switch (mark->kind)
        {
        case QD_PAPER_TEXT:
          draw_text (mark, cr);
          break;

        case QD_PAPER_FRAME:
          draw_frame (mark, cr);
          break;

        case QD_PAPER_STRIPE:
          draw_box (mark, 0.0, cr);
          break;

        case QD_PAPER_BAR:
          draw_bar (mark, style, cr);
          break;

        case QD_PAPER_SIGN:
          draw_sign (mark, cr);
          break;

        case QD_PAPER_BOX:
        default:
          draw_box (mark, RADIUS, cr);
          break;
        }
    }
}
