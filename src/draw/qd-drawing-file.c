/* A drawing as a file: a picture, or a page of its own. */

#include "config.h"

#include <cairo-pdf.h>

#include "qd-drawing-file.h"
#include "qd-drawn-file.h"

/* Pages are measured in points of which 72 are an inch, drawings in pixels of
 * which 96 are one. */
#define POINTS_PER_PIXEL (72.0 / 96.0)

/* Around the drawing, in its pixels: 9 points on a page. */
#define MARGIN 12.0

/* More pixels than cairo has in a picture. */
#define MAX_PIXELS 32767.0

/* What is saved for paper, in pixels, and in points. */
#define PAPER_WIDTH 720
#define PAPER_HEIGHT 360

/* Pixels of a picture for one of the drawing. */
#define PAPER_SCALE 2

/* In a margin, so that it can stand beside text. */
static void
draw (const QdDrawing    *self,
      const QdChartStyle *style,
      cairo_t            *cr,
      double              width,
      double              height)
{
  if (style->background.alpha > 0.0)
    {
      qd_colour_set (&style->background, 1.0, cr);
      cairo_paint (cr);
    }

  cairo_translate (cr, MARGIN, MARGIN);
  self->draw (self->drawing, style, cr, width - 2 * MARGIN, height - 2 * MARGIN);
}

/**
 * qd_drawing_write_png:
 * @self: what is drawn
 * @style: what it looks like
 * @width: of the picture, in pixels at a scale of 1; a margin of 12 is in it
 * @height: likewise
 * @scale: so many pixels of the picture are one of the drawing
 * @path: (type filename): where it goes; a file there is replaced
 * @error: return location; %QD_ERROR_NOT_FOUND, %QD_ERROR_READ_ONLY,
 *   %QD_ERROR_NO_SPACE or %QD_ERROR_FAILED
 *
 * Writes the drawing as a picture. Without a background it is transparent.
 *
 * Returns: whether it was written
 */
gboolean
qd_drawing_write_png (const QdDrawing     *self,
                      const QdChartStyle  *style,
                      double               width,
                      double               height,
                      double               scale,
                      const char          *path,
                      GError             **error)
{
  QdDrawnFile *file;

  g_return_val_if_fail (self != NULL && style != NULL && path != NULL, FALSE);
  g_return_val_if_fail (MIN (width, height) > 2 * MARGIN && scale > 0.0, FALSE);
  g_return_val_if_fail (MAX (width, height) * scale <= MAX_PIXELS, FALSE);

  file = qd_drawn_file_new_png (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  cairo_scale (file->cr, scale, scale);
  draw (self, style, file->cr, width, height);

  return qd_drawn_file_save (file, path, error);
}

/**
 * qd_drawing_write_pdf:
 * @self: what is drawn
 * @style: what it looks like
 * @width: of the page, in points
 * @height: likewise
 * @path: (type filename): where it goes; a file there is replaced
 * @error: return location; as for qd_drawing_write_png()
 *
 * Writes the drawing as a page that it fills but for a margin of 9 points, with text
 * that can be searched. The words for it are the subject of the document.
 *
 * Returns: whether it was written
 */
gboolean
qd_drawing_write_pdf (const QdDrawing     *self,
                      const QdChartStyle  *style,
                      double               width,
                      double               height,
                      const char          *path,
                      GError             **error)
{
  QdDrawnFile *file;

  g_return_val_if_fail (self != NULL && style != NULL && path != NULL, FALSE);
  g_return_val_if_fail (MIN (width, height) > 2 * MARGIN * POINTS_PER_PIXEL, FALSE);

  file = qd_drawn_file_new_pdf (width, height);
  cairo_pdf_surface_set_metadata (cairo_get_target (file->cr), CAIRO_PDF_METADATA_SUBJECT,
                                  self->words);
  cairo_scale (file->cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  draw (self, style, file->cr, width / POINTS_PER_PIXEL, height / POINTS_PER_PIXEL);
  cairo_show_page (file->cr);

  return qd_drawn_file_save (file, path, error);
}

/**
 * qd_drawing_save:
 * @self: what is drawn
 * @rtl: whether one writes from right to left
 * @path: (type filename): where it goes; a file there is replaced
 * @error: return location; as for qd_drawing_write_png()
 *
 * Writes the drawing for paper: a PDF where @path ends so, else a picture.
 *
 * Returns: whether it was written
 */
gboolean
qd_drawing_save (const QdDrawing  *self,
                 gboolean          rtl,
                 const char       *path,
                 GError          **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  QdChartStyle style;

  qd_chart_style_init (&style, QD_CHART_LOOK_LIGHT);
  style.background = (QdColour) { 1.0, 1.0, 1.0, 1.0 };
  style.rtl = rtl;

  if (g_str_has_suffix (lower, ".pdf"))
    return qd_drawing_write_pdf (self, &style, PAPER_WIDTH, PAPER_HEIGHT, path, error);

  return qd_drawing_write_png (self, &style, PAPER_WIDTH, PAPER_HEIGHT, PAPER_SCALE, path,
                               error);
}
