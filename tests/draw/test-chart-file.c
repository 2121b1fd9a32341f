/* A chart as pixels, and as a file: a picture or a page. */

#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "../core/pdf-text.h"
#include "chart-states.h"
#include "qd-chart-file.h"
#include "qd-error.h"

typedef struct
{
  char *folder;
  char *path;
  QdChartStyle style;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("quarterdeck-chart-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "chart", NULL);
  qd_chart_style_init (&fixture->style, QD_CHART_LOOK_LIGHT);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static cairo_surface_t *
draw (const QdChart      *chart,
      const QdChartStyle *style)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 360, 200);
  cairo_t *cr = cairo_create (surface);

  qd_chart_draw (chart, style, cr, 360, 200);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static gsize
get_size (cairo_surface_t *surface)
{
  return (gsize) cairo_image_surface_get_stride (surface) *
         (gsize) cairo_image_surface_get_height (surface);
}

static gboolean
has_colour (cairo_surface_t *surface,
            const QdColour  *colour)
{
  const guint32 wanted = 0xff000000u |
                         (guint32) lround (colour->red * 255.0) << 16 |
                         (guint32) lround (colour->green * 255.0) << 8 |
                         (guint32) lround (colour->blue * 255.0);
  const guchar *data = cairo_image_surface_get_data (surface);

  for (gsize i = 0; i < get_size (surface); i += sizeof wanted)
    {
      if (memcmp (data + i, &wanted, sizeof wanted) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The same chart, the same pixels. */
static void
test_same (void)
{
  for (guint i = 0; i < N_CHART_STATES; i++)
    {
      QdChartStyle style;
      cairo_surface_t *first, *second;

      qd_chart_style_init (&style, QD_CHART_LOOK_DARK);
      first = draw (&CHART_STATES[i].chart, &style);
      second = draw (&CHART_STATES[i].chart, &style);

      g_test_message ("%s", CHART_STATES[i].name);
      g_assert_cmpmem (cairo_image_surface_get_data (first), get_size (first),
                       cairo_image_surface_get_data (second), get_size (second));
      cairo_surface_destroy (first);
      cairo_surface_destroy (second);
    }
}

/* What lands is not what falls short, and each has its colour. */
static void
test_colours (void)
{
  static const struct
  {
    const char *name;
    gboolean line;
    gboolean good;
    gboolean warn;
    gboolean bad;
  } COLOURS[] = {
    { "rising", TRUE, TRUE, FALSE, FALSE },
    { "short", TRUE, FALSE, TRUE, FALSE },
    { "within", TRUE, FALSE, TRUE, TRUE },
    { "no-value", FALSE, FALSE, FALSE, FALSE },
    { "all-before", FALSE, FALSE, FALSE, FALSE },
  };

  for (guint i = 0; i < N_CHART_STATES; i++)
    {
      for (guint c = 0; c < G_N_ELEMENTS (COLOURS); c++)
        {
          QdChartStyle style;
          cairo_surface_t *surface;

          if (!g_str_equal (CHART_STATES[i].name, COLOURS[c].name))
            continue;

          qd_chart_style_init (&style, QD_CHART_LOOK_LIGHT);
          surface = draw (&CHART_STATES[i].chart, &style);
          g_test_message ("%s", COLOURS[c].name);
          g_assert_cmpint (has_colour (surface, &style.line), ==, COLOURS[c].line);
          g_assert_cmpint (has_colour (surface, &style.good), ==, COLOURS[c].good);
          g_assert_cmpint (has_colour (surface, &style.warn), ==, COLOURS[c].warn);
          g_assert_cmpint (has_colour (surface, &style.bad), ==, COLOURS[c].bad);
          cairo_surface_destroy (surface);
        }
    }
}

static void
test_png (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;

  fixture->style.background = (QdColour) { 1.0, 1.0, 1.0, 1.0 };
  g_assert_true (qd_chart_write_png (&CHART_STATES[0].chart, &fixture->style, 360, 200, 2,
                                     fixture->path, &error));
  g_assert_no_error (error);

  surface = cairo_image_surface_create_from_png (fixture->path);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 720);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 400);
  g_assert_true (has_colour (surface, &fixture->style.line));
  g_assert_true (has_colour (surface, &fixture->style.background));
  cairo_surface_destroy (surface);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static gboolean
is_white (cairo_surface_t *surface,
          int              x,
          int              y)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  const gsize place = (gsize) y * (gsize) cairo_image_surface_get_stride (surface) +
                      (gsize) x * 4;

  return data[place] == 0xff && data[place + 1] == 0xff && data[place + 2] == 0xff;
}

/* Nothing of any chart is in the margin, and the ground is. */
static void
test_margin (Fixture       *fixture,
             gconstpointer  data)
{
  fixture->style.background = (QdColour) { 1.0, 1.0, 1.0, 1.0 };

  for (guint i = 0; i < N_CHART_STATES; i++)
    {
      g_autoptr (GError) error = NULL;
      cairo_surface_t *surface;
      guint n_inside = 0;

      g_test_message ("%s", CHART_STATES[i].name);
      g_assert_true (qd_chart_write_png (&CHART_STATES[i].chart, &fixture->style, 360, 200, 1,
                                         fixture->path, &error));
      g_assert_no_error (error);
      surface = cairo_image_surface_create_from_png (fixture->path);
      for (int y = 0; y < 200; y++)
        for (int x = 0; x < 360; x++)
          {
            if (x >= 12 && x < 348 && y >= 12 && y < 188)
              n_inside += !is_white (surface, x, y);
            else
              g_assert_true (is_white (surface, x, y));
          }
      g_assert_cmpuint (n_inside, >, 100);
      cairo_surface_destroy (surface);
    }
}

/* Text of a page is text, not a picture of it. */
static void
test_pdf (Fixture       *fixture,
          gconstpointer  data)
{
  static const char * const WORDS[] = {
    "Target", "500", "Lands at", "520", "Today", "Expected", "Oct 1", "Dec 31", "350",
  };
  g_autofree char *bytes = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (qd_chart_write_pdf (&CHART_STATES[0].chart, &fixture->style, 540, 300,
                                     fixture->path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);

  text = pdf_text_read (fixture->path, "-layout");
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (WORDS); i++)
    {
      g_test_message ("%s", WORDS[i]);
      g_assert_nonnull (strstr (text, WORDS[i]));
    }
}

/* Where it cannot be written, it says so, and nothing is left behind. */
static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->path, "nowhere", "chart.png", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) page_error = NULL;

  g_assert_false (qd_chart_write_png (&CHART_STATES[0].chart, &fixture->style, 360, 200, 1,
                                      path, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, path));

  g_assert_false (qd_chart_write_pdf (&CHART_STATES[0].chart, &fixture->style, 360, 200,
                                      path, &page_error));
  g_assert_error (page_error, QD_ERROR, QD_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

/* A folder stands where the file should, and stays. */
static void
test_in_the_way (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  g_assert_false (qd_chart_write_png (&CHART_STATES[0].chart, &fixture->style, 360, 200, 1,
                                      fixture->path, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_FAILED);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
}

/* What was there before stays whole where the new one cannot come. */
static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("Nothing is read-only for the superuser");
      return;
    }

  g_assert_true (g_file_set_contents (fixture->path, "before", -1, NULL));
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  g_assert_false (qd_chart_write_png (&CHART_STATES[0].chart, &fixture->style, 360, 200, 1,
                                      fixture->path, &error));
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);

  g_assert_error (error, QD_ERROR, QD_ERROR_READ_ONLY);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_assert_true (g_file_get_contents (fixture->path, &before, NULL, NULL));
  g_assert_cmpstr (before, ==, "before");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-file/same", test_same);
  g_test_add_func ("/chart-file/colours", test_colours);
  g_test_add ("/chart-file/png", Fixture, NULL, set_up, test_png, tear_down);
  g_test_add ("/chart-file/margin", Fixture, NULL, set_up, test_margin, tear_down);
  g_test_add ("/chart-file/pdf", Fixture, NULL, set_up, test_pdf, tear_down);
  g_test_add ("/chart-file/no-folder", Fixture, NULL, set_up, test_no_folder, tear_down);
  g_test_add ("/chart-file/in-the-way", Fixture, NULL, set_up, test_in_the_way, tear_down);
  g_test_add ("/chart-file/read-only", Fixture, NULL, set_up, test_read_only, tear_down);

  return g_test_run ();
}
