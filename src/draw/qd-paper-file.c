/* Pages as a file: a document with text that can be searched, or one picture. */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <math.h>

#include "qd-drawn-file.h"
#include "qd-error.h"
#include "qd-paper-file.h"

/* Pages are measured in points of which 72 are an inch, pictures in pixels of which
 * 96 are one. */
#define PIXELS_PER_POINT (96.0 / 72.0)

/* Larger pictures are more than cairo, or the memory of most machines, has room
 * for. */
#define MAX_SIDE 32767.0
#define MAX_AREA 2e8

/* As wide as Letter is, in millimetres; A4 is 210. */
#define LETTER_WIDTH 216

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
  cairo_surface_t *surface;
  QdDrawnFile *file;

  g_return_val_if_fail (layout != NULL && title != NULL && path != NULL, FALSE);

  file = qd_drawn_file_new_pdf (layout->sheet.width, layout->sheet.width);
  surface = cairo_get_target (file->cr);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Quarterdeck " QD_VERSION);
  for (guint i = 0; i < qd_paper_layout_get_n_pages (layout); i++)
    {
      double width, height;

      qd_paper_layout_get_size (layout, i, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      qd_paper_layout_draw (layout, i, file->cr);
      cairo_show_page (file->cr);
    }

  return qd_drawn_file_save (file, path, error);
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
  double width, height;
  QdDrawnFile *file;

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

  file = qd_drawn_file_new_png (CAIRO_FORMAT_RGB24, width, height);
  cairo_scale (file->cr, scale * PIXELS_PER_POINT, scale * PIXELS_PER_POINT);
  draw_all (layout, file->cr);

  return qd_drawn_file_save (file, path, error);
}
