/* A chart as a file: a picture, or a page of its own. */

#include "config.h"

#include "qd-chart-file.h"
#include "qd-chart-text.h"

static void
draw (gconstpointer       chart,
      const QdChartStyle *style,
      cairo_t            *cr,
      double              width,
      double              height)
{
  qd_chart_draw (chart, style, cr, width, height);
}

/**
 * qd_chart_write_png:
 *
 * Writes the chart as a picture, as qd_drawing_write_png() does.
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
  const QdDrawing drawing = { draw, chart, NULL };

  g_return_val_if_fail (chart != NULL, FALSE);

  return qd_drawing_write_png (&drawing, style, width, height, scale, path, error);
}

/**
 * qd_chart_write_pdf:
 *
 * Writes the chart as a page, as qd_drawing_write_pdf() does.
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
  g_autofree char *words = NULL;

  g_return_val_if_fail (chart != NULL, FALSE);

  words = qd_chart_describe (chart);

  return qd_drawing_write_pdf (&(QdDrawing) { draw, chart, words }, style, width, height,
                               path, error);
}

/**
 * qd_chart_save:
 *
 * Writes the chart for paper, as qd_drawing_save() does.
 *
 * Returns: whether it was written
 */
gboolean
qd_chart_save (const QdChart  *chart,
               gboolean        rtl,
               const char     *path,
               GError        **error)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (chart != NULL, FALSE);

  words = qd_chart_describe (chart);

  return qd_drawing_save (&(QdDrawing) { draw, chart, words }, rtl, path, error);
}
