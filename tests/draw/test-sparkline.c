/* Values as small as a word, looked at pixel by pixel. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "qd-sparkline.h"

#define WIDTH 64
#define HEIGHT 16

static cairo_surface_t *
draw (const double *values,
      gsize         n_values,
      double        target)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  QdChartStyle style;

  qd_chart_style_init (&style, QD_CHART_LOOK_LIGHT);
  qd_sparkline_draw (values, n_values, target, &style, cr, WIDTH, HEIGHT);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* How much of a pixel is painted, from 0 to 255. */
static guint
get_alpha (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guchar *row = cairo_image_surface_get_data (surface) +
                      y * cairo_image_surface_get_stride (surface);
  guint32 pixel;

  memcpy (&pixel, row + x * 4, sizeof pixel);

  return pixel >> 24;
}

static guint
count_painted (cairo_surface_t *surface)
{
  guint n = 0;

  for (int y = 0; y < HEIGHT; y++)
    {
      for (int x = 0; x < WIDTH; x++)
        n += get_alpha (surface, x, y) > 0;
    }

  return n;
}

static void
test_rising (void)
{
  static const double VALUES[] = { 1, 2, 3, 4 };
  cairo_surface_t *surface = draw (VALUES, G_N_ELEMENTS (VALUES), NAN);

  /* From the lower left to the mark in the upper right. */
  g_assert_cmpuint (get_alpha (surface, 3, HEIGHT - 3), >, 0);
  g_assert_cmpuint (get_alpha (surface, WIDTH - 3, 2), ==, 255);
  g_assert_cmpuint (get_alpha (surface, 2, 2), ==, 0);
  g_assert_cmpuint (get_alpha (surface, WIDTH - 3, HEIGHT - 3), ==, 0);
  cairo_surface_destroy (surface);
}

static void
test_target (void)
{
  static const double VALUES[] = { 1, 2 };
  cairo_surface_t *surface = draw (VALUES, G_N_ELEMENTS (VALUES), 8);
  const guint faint = get_alpha (surface, 10, 2);

  g_assert_cmpuint (faint, >, 0);
  g_assert_cmpuint (faint, <, 200);
  g_assert_cmpuint (get_alpha (surface, WIDTH - 10, 2), ==, faint);
  cairo_surface_destroy (surface);
}

static void
test_few (void)
{
  static const double ONE[] = { 7 };
  static const double GAPS[] = { NAN, 7, NAN, 9, INFINITY };
  static const double NONE[] = { NAN, NAN };
  cairo_surface_t *nothing = draw (NULL, 0, NAN);
  cairo_surface_t *none = draw (NONE, G_N_ELEMENTS (NONE), NAN);
  cairo_surface_t *one = draw (ONE, G_N_ELEMENTS (ONE), NAN);
  cairo_surface_t *gaps = draw (GAPS, G_N_ELEMENTS (GAPS), NAN);

  g_assert_cmpuint (count_painted (nothing), ==, 0);
  g_assert_cmpuint (count_painted (none), ==, 0);
  g_assert_cmpuint (get_alpha (one, WIDTH - 3, HEIGHT / 2), ==, 255);
  g_assert_cmpuint (get_alpha (one, WIDTH / 2, HEIGHT / 2), ==, 0);
  g_assert_cmpuint (count_painted (gaps), >, count_painted (one));

  cairo_surface_destroy (nothing);
  cairo_surface_destroy (none);
  cairo_surface_destroy (one);
  cairo_surface_destroy (gaps);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sparkline/rising", test_rising);
  g_test_add_func ("/sparkline/target", test_target);
  g_test_add_func ("/sparkline/few", test_few);

  return g_test_run ();
}
