/* A chart as a file: a picture, or a page of its own. The file is made in memory. */

#include "config.h"

#include <cairo-pdf.h>
#include <math.h>

#include "qd-chart-file.h"
#include "qd-chart-text.h"
#include "qd-save.h"

/* Pages are measured in points of which 72 are an inch, drawings in pixels of
 * which 96 are one. */
#define POINTS_PER_PIXEL (72.0 / 96.0)

/* Around the chart, in pixels of the drawing: 9 points on a page. */
#define MARGIN 12.0

/* More pixels than cairo has in a picture. */
#define MAX_PIXELS 32767.0

static cairo_status_t
on_bytes (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* In a margin, so that it can stand beside text. */
static void
draw (const QdChart      *chart,
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
  qd_chart_draw (chart, style, cr, width - 2 * MARGIN, height - 2 * MARGIN);
}

static gboolean
save (const GByteArray  *bytes,
      cairo_status_t     status,
      const char        *path,
      GError           **error)
{
  if (status != CAIRO_STATUS_SUCCESS)
    return qd_save_fail (path, cairo_status_to_string (status), error);

  return qd_save_bytes (path, bytes->data, bytes->len, error);
}

/**
 * qd_chart_write_png:
 * @chart: what is drawn
 * @style: what it looks like
 * @width: of the picture, in pixels at a scale of 1; a margin of 12 is in it
 * @height: likewise
 * @scale: so many pixels of the picture are one of the drawing
 * @path: (type filename): where it goes; a file there is replaced
 * @error: return location; %QD_ERROR_NOT_FOUND, %QD_ERROR_READ_ONLY,
 *   %QD_ERROR_NO_SPACE or %QD_ERROR_FAILED
 *
 * Writes the chart as a picture. Without a background it is transparent.
 *
 * Returns: whether it was written
 */
gboolean
qd_chart_write_png (const QdChart       *chart,
                    const QdChartStyle  *style,
                    double               width,
                    double               height,
                    double               scale,
                    const char          *path,
                    GError             **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  g_return_val_if_fail (chart != NULL && style != NULL && path != NULL, FALSE);
  g_return_val_if_fail (MIN (width, height) > 2 * MARGIN && scale > 0.0, FALSE);
  g_return_val_if_fail (MAX (width, height) * scale <= MAX_PIXELS, FALSE);

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                        (int) ceil (width * scale),
                                        (int) ceil (height * scale));
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  draw (chart, style, cr, width, height);
  status = cairo_status (cr);
  cairo_destroy (cr);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, on_bytes, bytes);
  cairo_surface_destroy (surface);

  return save (bytes, status, path, error);
}

/**
 * qd_chart_write_pdf:
 * @chart: what is drawn
 * @style: what it looks like
 * @width: of the page, in points
 * @height: likewise
 * @path: (type filename): where it goes; a file there is replaced
 * @error: return location; as for qd_chart_write_png()
 *
 * Writes the chart as a page that it fills but for a margin of 9 points, with text
 * that can be searched. The words for it are the subject of the document.
 *
 * Returns: whether it was written
 */
gboolean
qd_chart_write_pdf (const QdChart       *chart,
                    const QdChartStyle  *style,
                    double               width,
                    double               height,
                    const char          *path,
                    GError             **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *words = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  g_return_val_if_fail (chart != NULL && style != NULL && path != NULL, FALSE);
  g_return_val_if_fail (MIN (width, height) > 2 * MARGIN * POINTS_PER_PIXEL, FALSE);

  words = qd_chart_describe (chart);
  surface = cairo_pdf_surface_create_for_stream (on_bytes, bytes, width, height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, words);

  cr = cairo_create (surface);
  cairo_scale (cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  draw (chart, style, cr, width / POINTS_PER_PIXEL, height / POINTS_PER_PIXEL);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);

  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return save (bytes, status, path, error);
}
