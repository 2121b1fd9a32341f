/* Boards as a document and as a picture. */

#include "config.h"

#include <cairo.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "../core/pdf-text.h"
#include "paper-boards.h"
#include "qd-error.h"
#include "qd-paper-board.h"
#include "qd-paper-file.h"

typedef struct
{
  char *folder;
  char *path;
  GPtrArray *boards;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  const guint n_cards[] = { 3, 40, 0, 7 };
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("quarterdeck-paper-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "boards", NULL);
  self->boards = g_ptr_array_new_with_free_func ((GDestroyNotify) paper_board_free);
  g_ptr_array_add (self->boards, paper_board_new ("Growth", 4, n_cards));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_ptr_array_unref (self->boards);
  g_free (self->folder);
  g_free (self->path);
}

static QdPaperLayout *
lay_out (Fixture  *self,
         gboolean  picture)
{
  QdPaperSheet sheet;

  if (picture)
    qd_paper_sheet_init_for_picture (&sheet, self->boards, QD_DENSITY_CARDS);
  else
    qd_paper_sheet_init_for_boards (&sheet, QD_PAPER_A4, self->boards, QD_DENSITY_CARDS);

  return qd_paper_board_layout (self->boards, NULL, NULL, QD_DENSITY_CARDS, PAPER_TODAY, &sheet, FALSE);
}

/* Every card once, and those of each column in their order. */
static void
test_pdf (Fixture       *self,
          gconstpointer  data)
{
  static const guint n_cards[] = { 3, 40, 0, 7 };
  g_autoptr (QdPaperLayout) layout = lay_out (self, FALSE);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint n_pages;

  g_assert_true (qd_paper_file_write_pdf (layout, "Growth", self->path, &error));
  g_assert_no_error (error);
  text = pdf_text_read (self->path, "-raw");
  if (text == NULL)
    return;

  n_pages = qd_paper_layout_get_n_pages (layout);
  g_assert_cmpuint (n_pages, >, 1);
  g_assert_cmpuint (pdf_text_count (text, "\f"), ==, n_pages);
  g_assert_cmpuint (pdf_text_count (text, "November 15, 2026"), ==, n_pages);
  for (guint i = 1; i <= n_pages; i++)
    {
      g_autofree char *page = g_strdup_printf ("Page %u of %u", i, n_pages);

      g_assert_cmpuint (pdf_text_count (text, page), ==, 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (n_cards); i++)
    {
      const char *last = text;

      for (guint j = 1; j <= n_cards[i]; j++)
        {
          g_autofree char *title = g_strdup_printf ("Card %03u of Lane %u", j, i + 1);
          const char *found = strstr (text, title);

          g_assert_cmpuint (pdf_text_count (text, title), ==, 1);
          g_assert_true (found > last);
          last = found;
        }
    }
}

static void
test_png (Fixture       *self,
          gconstpointer  data)
{
  static const double scales[] = { 0.5, 1.0, 2.0 };
  g_autoptr (QdPaperLayout) layout = lay_out (self, TRUE);
  double width, height;

  qd_paper_layout_get_size (layout, 0, &width, &height);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (GError) error = NULL;
      cairo_surface_t *surface;

      g_assert_true (qd_paper_file_write_png (layout, scales[i], self->path, &error));
      g_assert_no_error (error);
      surface = cairo_image_surface_create_from_png (self->path);
      g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpfloat_with_epsilon (cairo_image_surface_get_width (surface),
                                      width * scales[i] * 96 / 72, 1.0);
      g_assert_cmpfloat_with_epsilon (cairo_image_surface_get_height (surface),
                                      height * scales[i] * 96 / 72, 1.0);
      cairo_surface_destroy (surface);
    }
}

static void
test_too_large (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (QdPaperLayout) layout = lay_out (self, TRUE);
  g_autoptr (GError) error = NULL;

  g_assert_false (qd_paper_file_write_png (layout, 1000.0, self->path, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

/* What is written to a device is not put in its place. */
static void
test_full (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (QdPaperLayout) layout = lay_out (self, FALSE);
  g_autoptr (GError) error = NULL;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("There is no /dev/full here");
      return;
    }

  g_assert_false (qd_paper_file_write_pdf (layout, "Growth", "/dev/full", &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, "/dev/full"));
  g_assert_false (g_file_test ("/dev/full", G_FILE_TEST_IS_REGULAR));
}

/* A link stays one, and what it leads to is replaced. */
static void
test_link (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (QdPaperLayout) layout = lay_out (self, FALSE);
  g_autofree char *name = g_build_filename (self->folder, "link", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GFile) link = g_file_new_for_path (name);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->path, "before", -1, NULL));
  g_assert_true (g_file_make_symbolic_link (link, "boards", NULL, NULL));
  g_assert_true (qd_paper_file_write_pdf (layout, "Growth", name, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (name, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (self->path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  g_unlink (name);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/paper-file/pdf", Fixture, NULL, set_up, test_pdf, tear_down);
  g_test_add ("/paper-file/png", Fixture, NULL, set_up, test_png, tear_down);
  g_test_add ("/paper-file/too-large", Fixture, NULL, set_up, test_too_large, tear_down);
  g_test_add ("/paper-file/full", Fixture, NULL, set_up, test_full, tear_down);
  g_test_add ("/paper-file/link", Fixture, NULL, set_up, test_link, tear_down);

  return g_test_run ();
}
