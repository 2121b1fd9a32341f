/* Pages as a file: a document with text that can be searched, or one picture. The
 * file is made in memory.
 */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <math.h>

#include "qd-error.h"
#include "qd-paper-file.h"
#include "qd-save.h"

/* Pages are measured in points of which 72 are an inch, pictures in pixels of which
 * 96 are one. */
#define PIXELS_PER_POINT (96.0 / 72.0)

/* Larger pictures are more than cairo, or the memory of most machines, has room
 * for. */
#define MAX_SIDE 32767.0
#define MAX_AREA 2e8

/* As wide as Letter is, in millimetres; A4 is 210. */
#define LETTER_WIDTH 216

static cairo_status_t
on_bytes (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
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

/* The pages one below another. */
static void
measure (const QdPaperLayout *layout,
         double              *width,
         double              *height)
{
  *width = 0.0;
  *height = 0.0;
  for (guint i = 0; i < qd_paper_layout_get_n_pages (layout); i++)
    {
      double page_width, page_height;

      qd_paper_layout_get_size (layout, i, &page_width, &page_height);
      *width = MAX (*width, page_width);
      *height += page_height;
    }
}

static void
draw_all (const QdPaperLayout *layout,
          cairo_t             *cr)
{
  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
  for (guint i = 0; i < qd_paper_layout_get_n_pages (layout); i++)
    {
      double width, height;

      qd_paper_layout_draw (layout, i, cr);
      qd_paper_layout_get_size (layout, i, &width, &height);
      cairo_translate (cr, 0.0, height);
    }
}

/**
 * qd_paper_file_get_size:
 *
 * Returns: the paper that the locale says is usual
 */
QdPaperSize
qd_paper_file_get_size (void)
{
#ifdef __GLIBC__
  /* The pointer itself is the number. */
  if (GPOINTER_TO_INT (nl_langinfo (_NL_PAPER_WIDTH)) == LETTER_WIDTH)
    return QD_PAPER_LETTER;
#endif

  return QD_PAPER_A4;
}

/**
 * qd_paper_file_write_pdf:
 * @layout: pages
 * @title: of the document
 * @path: (type filename): where it goes; a file there is replaced
 * @error: return location; as of qd_save_bytes()
 *
 * Returns: whether all pages were written; else what was there before is unchanged
 */
gboolean
qd_paper_file_write_pdf (const QdPaperLayout  *layout,
                         const char           *title,
                         const char           *path,
                         GError              **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  g_return_val_if_fail (layout != NULL && title != NULL && path != NULL, FALSE);

  surface = cairo_pdf_surface_create_for_stream (on_bytes, bytes, layout->sheet.width,
                                                 layout->sheet.width);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Quarterdeck " QD_VERSION);
  cr = cairo_create (surface);
  for (guint i = 0; i < qd_paper_layout_get_n_pages (layout); i++)
    {
      double width, height;

      qd_paper_layout_get_size (layout, i, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      qd_paper_layout_draw (layout, i, cr);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);

  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return save (bytes, status, path, error);
}

/**
 * qd_paper_file_write_png:
 * @layout: pages, which come one below another
 * @scale: 1.0 for 96 pixels an inch
 * @path: (type filename): where it goes; a file there is replaced
 * @error: return location; %QD_ERROR_INVALID where it would be too large, and as of
 *   qd_save_bytes()
 *
 * Returns: whether it was written; else what was there before is unchanged
 */
gboolean
qd_paper_file_write_png (const QdPaperLayout  *layout,
                         double                scale,
                         const char           *path,
                         GError              **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;
  double width, height;

  g_return_val_if_fail (layout != NULL && path != NULL, FALSE);
  g_return_val_if_fail (scale > 0.0, FALSE);

  measure (layout, &width, &height);
  width = ceil (width * scale * PIXELS_PER_POINT);
  height = ceil (height * scale * PIXELS_PER_POINT);
  if (MAX (width, height) > MAX_SIDE || width * height > MAX_AREA)
    {
      g_set_error (error, QD_ERROR, QD_ERROR_INVALID,
                   /* Translators: width and height in pixels */
                   _("The picture would be too large, %.0f × %.0f pixels. A smaller scale, "
                     "fewer boards or PDF will do."), width, height);
      return FALSE;
    }

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cr = cairo_create (surface);
  cairo_scale (cr, scale * PIXELS_PER_POINT, scale * PIXELS_PER_POINT);
  draw_all (layout, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, on_bytes, bytes);
  cairo_surface_destroy (surface);

  return save (bytes, status, path, error);
}
