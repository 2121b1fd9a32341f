/* A file that something is drawn into: a document of pages, or a picture.
 *
 * It is made in memory, and written in one piece when all of it is there. What is
 * drawn, it does not know.
 */

#include "config.h"

#include <cairo-pdf.h>
#include <math.h>

#include "qd-drawn-file.h"
#include "qd-save.h"

static cairo_status_t
on_bytes (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Takes @surface. */
static QdDrawnFile *
create (cairo_surface_t *surface,
        GByteArray      *bytes)
{
  QdDrawnFile *self = g_new0 (QdDrawnFile, 1);

  self->cr = cairo_create (surface);
  self->bytes = bytes;
  cairo_surface_destroy (surface);

  return self;
}

/* A document writes its end when nothing can be drawn on it any more. */
static cairo_status_t
complete (cairo_surface_t *surface,
          GByteArray      *bytes)
{
  if (cairo_surface_get_type (surface) == CAIRO_SURFACE_TYPE_IMAGE)
    return cairo_surface_write_to_png_stream (surface, on_bytes, bytes);

  cairo_surface_finish (surface);

  return cairo_surface_status (surface);
}

/**
 * qd_drawn_file_new_pdf:
 * @width: of the first page, in points
 * @height: likewise
 *
 * Returns: (transfer full): a document of pages, for qd_drawn_file_save()
 */
QdDrawnFile *
qd_drawn_file_new_pdf (double width,
                       double height)
{
  GByteArray *bytes = g_byte_array_new ();

  return create (cairo_pdf_surface_create_for_stream (on_bytes, bytes, width, height), bytes);
}

/**
 * qd_drawn_file_new_png:
 * @format: of a pixel
 * @width: in pixels; a part of one becomes a whole one
 * @height: likewise
 *
 * Returns: (transfer full): a picture, for qd_drawn_file_save()
 */
QdDrawnFile *
qd_drawn_file_new_png (cairo_format_t format,
                       double         width,
                       double         height)
{
  return create (cairo_image_surface_create (format, (int) ceil (width), (int) ceil (height)),
                 g_byte_array_new ());
}

/**
 * qd_drawn_file_save:
 * @self: (transfer full): a file of which all is drawn
 * @path: (type filename): where it goes; a file there is replaced
 * @error: return location; as of qd_save_bytes()
 *
 * Returns: whether it was written; else what was there before is unchanged
 */
gboolean
qd_drawn_file_save (QdDrawnFile  *self,
                    const char   *path,
                    GError      **error)
{
  cairo_surface_t *surface = cairo_surface_reference (cairo_get_target (self->cr));
  cairo_status_t status = cairo_status (self->cr);
  gboolean saved;

  cairo_destroy (self->cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = complete (surface, self->bytes);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    saved = qd_save_bytes (path, self->bytes->data, self->bytes->len, error);
  else
    saved = qd_save_fail (path, cairo_status_to_string (status), error);
  g_byte_array_unref (self->bytes);
  g_free (self);

  return saved;
}
