#pragma once

#include "qd-chart-style.h"

G_BEGIN_DECLS

/**
 * QdDrawingFunc:
 * @drawing: what is drawn
 * @style: what it looks like
 * @cr: where it is drawn, from its origin on
 * @width: of the drawing, in units of @cr, of which 96 are an inch of text
 * @height: likewise
 */
typedef void (*QdDrawingFunc) (gconstpointer       drawing,
                               const QdChartStyle *style,
                               cairo_t            *cr,
                               double              width,
                               double              height);

/**
 * QdDrawing:
 * @draw: draws it
 * @drawing: (closure): what is drawn
 * @words: the same in words
 */
typedef struct
{
  QdDrawingFunc draw;
  gconstpointer drawing;
  const char *words;
} QdDrawing;

gboolean qd_drawing_write_png (const QdDrawing     *self,
                               const QdChartStyle  *style,
                               double               width,
                               double               height,
                               double               scale,
                               const char          *path,
                               GError             **error);
gboolean qd_drawing_write_pdf (const QdDrawing     *self,
                               const QdChartStyle  *style,
                               double               width,
                               double               height,
                               const char          *path,
                               GError             **error);
gboolean qd_drawing_save      (const QdDrawing     *self,
                               gboolean             rtl,
                               const char          *path,
                               GError             **error);

G_END_DECLS
