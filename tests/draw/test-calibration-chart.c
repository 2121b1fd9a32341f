/* Confidence and grade by week: where both lines are, that no text is in the way of
 * another one at any size, and that nothing is told of few.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "qd-calibration-chart.h"
#include "qd-calibration-layout.h"

/* As if @n key results had been read: confidence rises from 0.4 to 1, from week
 * @first_week on; the grade is 0.5. */
static void
fill (QdCalibration *self,
      guint          n,
      guint          first_week)
{
  *self = (QdCalibration) { .n = n };
  self->n_missing = n < QD_CALIBRATION_MIN ? QD_CALIBRATION_MIN - n : 0;
  for (guint week = 0; week < QD_CALIBRATION_WEEKS; week++)
    {
      const gboolean said = week >= first_week;

      self->weeks[week].n = said ? n : 0;
      self->weeks[week].confidence = said ? 0.4 + 0.05 * week : NAN;
      self->weeks[week].grade = said ? 0.5 : NAN;
    }
}

static void
test_lines (void)
{
  g_autoptr (QdCalibrationLayout) layout = NULL;
  QdCalibration calibration;
  QdChartStyle style;
  const QdChartPlace *place;

  fill (&calibration, 14, 2);
  qd_chart_style_init (&style, QD_CHART_LOOK_LIGHT);
  layout = qd_calibration_layout_new (&calibration, &style, 600.0, 240.0);
  g_assert_cmpuint (layout->confidence->len, ==, 11);
  g_assert_cmpuint (layout->grade->len, ==, 11);
  g_assert_cmpuint (layout->weeks->len, ==, 13);

  /* From the third week to the last one, which is at the edge of the plot. */
  place = &g_array_index (layout->confidence, QdChartPlace, 0);
  g_assert_cmpfloat_with_epsilon (place->x, layout->plot.x + layout->plot.width / 6.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (place->y, layout->plot.y + layout->plot.height * 0.5, 1e-9);
  place = &g_array_index (layout->confidence, QdChartPlace, 10);
  g_assert_cmpfloat_with_epsilon (place->x, layout->plot.x + layout->plot.width, 1e-9);
  g_assert_cmpfloat_with_epsilon (place->y, layout->plot.y, 1e-9);
  place = &g_array_index (layout->grade, QdChartPlace, 10);
  g_assert_cmpfloat_with_epsilon (place->y, layout->plot.y + layout->plot.height * 0.5, 1e-9);

  /* Five levels; 0, 0.5 and 1 beside them, 13 weeks below, and two names. */
  g_assert_cmpuint (layout->grid->len, ==, 5);
  g_assert_cmpuint (layout->labels->len, ==, 3 + 13 + 2);
}

static gboolean
has_label (const QdCalibrationLayout *layout,
           const char                *text)
{
  for (guint i = 0; i < layout->labels->len; i++)
    if (g_str_equal (qd_chart_label_get_text (layout->labels->pdata[i]), text))
      return TRUE;

  return FALSE;
}

static void
assert_tidy (const QdCalibrationLayout *layout)
{
  for (guint i = 0; i < layout->labels->len; i++)
    {
      const QdChartLabel *one = layout->labels->pdata[i];

      g_assert_true (qd_chart_rect_contains (&layout->area, &one->rect));
      for (guint j = 0; j < i; j++)
        {
          const QdChartLabel *other = layout->labels->pdata[j];

          if (qd_chart_rect_overlaps (&one->rect, &other->rect))
            g_error ("“%s” and “%s” are in each other's way at %g × %g",
                     qd_chart_label_get_text (one), qd_chart_label_get_text (other),
                     layout->area.width, layout->area.height);
        }
    }
  g_assert_true (qd_chart_rect_contains (&layout->area, &layout->plot));
}

static void
test_sizes (void)
{
  for (guint look = 0; look < QD_N_CHART_LOOKS; look++)
    for (double width = 3.0; width < 900.0; width *= 1.13)
      for (double height = 3.0; height < 500.0; height *= 1.31)
        {
          g_autoptr (QdCalibrationLayout) layout = NULL;
          QdCalibration calibration;
          QdChartStyle style;

          fill (&calibration, 14, 0);
          qd_chart_style_init (&style, (QdChartLook) look);
          style.size *= look + 1;
          style.rtl = (look & 1) != 0;
          layout = qd_calibration_layout_new (&calibration, &style, width, height);
          assert_tidy (layout);
          if (width > 400.0 && height > 150.0 && look == 0)
            {
              g_assert_true (has_label (layout, "Confidence"));
              g_assert_true (has_label (layout, "Grade"));
              g_assert_true (has_label (layout, "13"));
              g_assert_true (has_label (layout, "0.5"));
            }
        }
}

/* Nobody said anything in any week: neither line nor name. */
static void
test_nothing_said (void)
{
  g_autoptr (QdCalibrationLayout) layout = NULL;
  QdCalibration calibration;
  QdChartStyle style;

  fill (&calibration, 14, QD_CALIBRATION_WEEKS);
  qd_chart_style_init (&style, QD_CHART_LOOK_LIGHT);
  layout = qd_calibration_layout_new (&calibration, &style, 600.0, 240.0);
  g_assert_cmpuint (layout->confidence->len, ==, 0);
  g_assert_false (has_label (layout, "Grade"));
}

static guint
count_painted (guint       n,
               QdChartLook look,
               const char *path)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 600, 240);
  cairo_t *cr = cairo_create (surface);
  QdCalibration calibration;
  QdChartStyle style;
  guint n_painted = 0;

  fill (&calibration, n, 1);
  qd_chart_style_init (&style, look);
  if (path != NULL)
    style.background = look == QD_CHART_LOOK_DARK ? (QdColour) { 0.14, 0.14, 0.14, 1.0 }
                                                  : (QdColour) { 1.0, 1.0, 1.0, 1.0 };
  qd_calibration_chart_draw (&calibration, &style, cr, 600, 240);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < 240; y++)
    for (int x = 0; x < 600; x++)
      {
        guint32 pixel;

        memcpy (&pixel, cairo_image_surface_get_data (surface) +
                        y * cairo_image_surface_get_stride (surface) + x * 4, sizeof pixel);
        n_painted += pixel >> 24 != 0;
      }
  if (path != NULL)
    cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);

  return n_painted;
}

static void
test_drawn (void)
{
  g_assert_cmpuint (count_painted (QD_CALIBRATION_MIN - 1, QD_CHART_LOOK_LIGHT, NULL), ==, 0);
  g_assert_cmpuint (count_painted (QD_CALIBRATION_MIN, QD_CHART_LOOK_LIGHT, NULL), >, 5000);
  if (g_getenv ("LOOK_FOLDER") != NULL)
    {
      g_autofree char *light = g_build_filename (g_getenv ("LOOK_FOLDER"), "light.png", NULL);
      g_autofree char *dark = g_build_filename (g_getenv ("LOOK_FOLDER"), "dark.png", NULL);

      count_painted (14, QD_CHART_LOOK_LIGHT, light);
      count_painted (14, QD_CHART_LOOK_DARK, dark);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/calibration-chart/lines", test_lines);
  g_test_add_func ("/calibration-chart/sizes", test_sizes);
  g_test_add_func ("/calibration-chart/nothing-said", test_nothing_said);
  g_test_add_func ("/calibration-chart/drawn", test_drawn);

  return g_test_run ();
}
