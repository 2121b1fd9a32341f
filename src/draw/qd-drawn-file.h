#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * QdDrawnFile:
 * @cr: what is drawn on, in points for a document and in pixels for a picture
 *
 * A document or a picture that is being drawn.
 */
typedef struct
{
  cairo_t *cr;

  /*< private >*/
  GByteArray *bytes;
} QdDrawnFile;

QdDrawnFile *qd_drawn_file_new_pdf (double          width,
                                    double          height);
QdDrawnFile *qd_drawn_file_new_png (cairo_format_t  format,
                                    double          width,
                                    double          height);
gboolean     qd_drawn_file_save    (QdDrawnFile    *self,
                                    const char     *path,
                                    GError        **error);

G_END_DECLS
