/* Where things are in a chart: inside, apart, and where the figures say. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-states.h"
#include "qd-chart-layout.h"
#include "qd-chart-text.h"

#define MAX_READINGS 400

static const struct
{
  double width;
  double height;
} SIZES[] = {
  { 260, 140 }, { 360, 200 }, { 720, 360 }, { 1200, 600 }, { 600, 100 }, { 140, 400 },
  { 120, 80 }, { 60, 40 }, { 9, 5 }, { 1, 1 },
};

/* Sizes from here on leave nothing for words. */
#define N_USUAL_SIZES 4

/* No two labels overlap, and all are inside; so are all lines. */
static void
assert_sound (const QdChartLayout *layout)
{
  for (guint i = 0; i < layout->labels->len; i++)
    {
      const QdChartLabel *label = g_ptr_array_index (layout->labels, i);

      g_assert_cmpstr (qd_chart_label_get_text (label), !=, "");
      g_assert_true (qd_chart_rect_contains (&layout->area, &label->rect));
      for (guint other = 0; other < i; other++)
        {
          const QdChartLabel *second = g_ptr_array_index (layout->labels, other);

          if (qd_chart_rect_overlaps (&label->rect, &second->rect))
            g_error ("“%s” is on “%s”", qd_chart_label_get_text (label),
                     qd_chart_label_get_text (second));
        }
    }

  for (guint i = 0; i < layout->line->len; i++)
    {
      const QdChartPlace *place = &g_array_index (layout->line, QdChartPlace, i);
      const QdChartRect rect = { place->x, place->y, 0, 0 };

      g_assert_true (qd_chart_rect_contains (&layout->plot, &rect));
    }

  for (guint i = 0; i < layout->expected->len; i++)
    {
      const QdChartPlace *place = &g_array_index (layout->expected, QdChartPlace, i);
      const QdChartRect rect = { place->x, place->y, 0, 0 };

      g_assert_true (qd_chart_rect_contains (&layout->plot, &rect));
    }

  g_assert_true (qd_chart_rect_contains (&layout->area, &layout->plot));
}

static const QdChartLabel *
find_label (const QdChartLayout *layout,
            QdChartLabelKind     kind)
{
  for (guint i = 0; i < layout->labels->len; i++)
    {
      const QdChartLabel *label = g_ptr_array_index (layout->labels, i);

      if (label->kind == kind)
        return label;
    }

  return NULL;
}

static const char *
find_text (const QdChartLayout *layout,
           QdChartLabelKind     kind)
{
  const QdChartLabel *label = find_label (layout, kind);

  return label != NULL ? qd_chart_label_get_text (label) : NULL;
}

static const QdChart *
find_chart (const char *name)
{
  for (guint i = 0; i < N_CHART_STATES; i++)
    {
      if (g_str_equal (CHART_STATES[i].name, name))
        return &CHART_STATES[i].chart;
    }

  g_assert_not_reached ();
}

static QdChartLayout *
lay_out (const char *name,
         double      width,
         double      height)
{
  QdChartStyle style;

  qd_chart_style_init (&style, QD_CHART_LOOK_LIGHT);

  return qd_chart_layout_new (find_chart (name), &style, width, height);
}

/* In every state and size, with every style and in large print. */
static void
test_state (gconstpointer data)
{
  const ChartState *state = data;

  for (guint i = 0; i < G_N_ELEMENTS (SIZES) * 4; i++)
    {
      const guint size = i / 4;
      QdChartStyle style;
      g_autoptr (QdChartLayout) layout = NULL;

      qd_chart_style_init (&style, (QdChartLook) (i % QD_N_CHART_LOOKS));
      style.size *= 1.0 + 0.4 * (i % 4);
      style.rtl = i % 2 == 1;
      g_test_message ("%s, %g × %g, %g points", state->name, SIZES[size].width,
                      SIZES[size].height, style.size);
      layout = qd_chart_layout_new (&state->chart, &style, SIZES[size].width,
                                    SIZES[size].height);
      assert_sound (layout);

      /* Where the value is, is said at least in usual sizes and print. */
      if (size >= N_USUAL_SIZES || i % 4 != 0)
        continue;

      g_assert_nonnull (find_label (layout, layout->readings->len > 0
                                              ? QD_CHART_LABEL_LAST : QD_CHART_LABEL_NOTE));
      g_assert_nonnull (find_label (layout, QD_CHART_LABEL_DAY));
      g_assert_cmpint (find_label (layout, QD_CHART_LABEL_TODAY) != NULL, ==,
                       !isnan (layout->today));
      g_assert_cmpint (find_label (layout, QD_CHART_LABEL_TARGET) != NULL, ==,
                       !isnan (layout->target));
      g_assert_cmpint (find_label (layout, QD_CHART_LABEL_LANDING) != NULL, ==,
                       layout->fate != QD_CHART_FATE_UNKNOWN);
    }
}

static double
random_value (double size)
{
  switch (g_test_rand_int_range (0, 16))
    {
    case 0:
      return NAN;
    case 1:
      return INFINITY;
    case 2:
      return 0.0;
    case 3:
      return size;
    default:
      return g_test_rand_double_range (-1.0, 1.0) * size;
    }
}

/* Anything that a file can say. */
static void
test_random (void)
{
  g_autofree QdPoint *points = g_new (QdPoint, MAX_READINGS);

  for (guint round = 0; round < 500; round++)
    {
      const double size = pow (10.0, g_test_rand_double_range (-10.0, 16.0));
      QdChart chart = { 0 };
      QdChartStyle style;
      g_autoptr (QdChartLayout) layout = NULL;

      chart.first_day = CHART_FIRST;
      chart.last_day = CHART_FIRST + (QdDay) g_test_rand_int_range (0, 400);
      chart.today = CHART_FIRST + (QdDay) g_test_rand_int_range (0, 420) - 10;
      chart.metric = (QdMetricKind) g_test_rand_int_range (0, QD_METRIC_YES_NO + 1);
      chart.baseline = random_value (size);
      chart.target = random_value (size);
      chart.upper = random_value (size);
      chart.landing = random_value (size * 10.0);
      chart.n_readings = (gsize) g_test_rand_int_range (0, g_test_rand_bit () ? 12 : MAX_READINGS);
      chart.readings = points;
      chart.phases = points;
      chart.n_phases = MIN (chart.n_readings, (gsize) g_test_rand_int_range (0, 5));
      chart.format = chart_format_number;
      chart.format_data = (gpointer) (g_test_rand_bit () ? "workspaces" : NULL);
      for (gsize i = 0; i < chart.n_readings; i++)
        {
          points[i].day = CHART_FIRST + (QdDay) g_test_rand_int_range (0, 420) - 10;
          points[i].value = qd_chart_is_share (&chart) ? g_test_rand_double ()
                                                       : random_value (size);
        }

      qd_chart_style_init (&style, QD_CHART_LOOK_DARK);
      style.size = g_test_rand_double_range (5.0, 20.0);
      layout = qd_chart_layout_new (&chart, &style,
                                    g_test_rand_double_range (20.0, 1300.0),
                                    g_test_rand_double_range (20.0, 700.0));
      assert_sound (layout);
    }
}

/* Every day of a cycle has a reading, and more than one. */
static void
test_many (void)
{
  QdPoint points[MAX_READINGS];
  QdChart chart = *find_chart ("rising");
  QdChartStyle style;
  g_autoptr (QdChartLayout) layout = NULL;

  for (guint i = 0; i < MAX_READINGS; i++)
    {
      points[i].day = CHART_FIRST + i * (CHART_TODAY - CHART_FIRST) / (MAX_READINGS - 1);
      points[i].value = 300.0 + 150.0 * sin (i * 0.7);
    }
  chart.readings = points;
  chart.n_readings = MAX_READINGS;

  qd_chart_style_init (&style, QD_CHART_LOOK_LIGHT);
  layout = qd_chart_layout_new (&chart, &style, 360, 200);
  assert_sound (layout);
  g_assert_cmpuint (layout->points->len, ==, MAX_READINGS);
  g_assert_nonnull (find_label (layout, QD_CHART_LABEL_LAST));
}

/* A day of the past is not today. */
static void
test_past (void)
{
  QdChart chart = *find_chart ("rising");
  g_autofree char *day = qd_chart_format_day (chart.today, FALSE);
  QdChartStyle style;
  g_autoptr (QdChartLayout) layout = NULL;

  chart.past = TRUE;
  qd_chart_style_init (&style, QD_CHART_LOOK_LIGHT);
  layout = qd_chart_layout_new (&chart, &style, 360, 200);
  assert_sound (layout);
  g_assert_cmpstr (find_text (layout, QD_CHART_LABEL_TODAY), ==, day);
}

static void
test_words (void)
{
  g_autoptr (QdChartLayout) lands = lay_out ("rising", 360, 200);
  g_autoptr (QdChartLayout) falls = lay_out ("falling-short", 360, 200);
  g_autoptr (QdChartLayout) within = lay_out ("within", 360, 200);
  g_autoptr (QdChartLayout) milestones = lay_out ("milestones", 360, 200);
  g_autoptr (QdChartLayout) huge = lay_out ("huge", 360, 200);
  g_autoptr (QdChartLayout) silent = lay_out ("all-before", 360, 200);

  g_assert_cmpstr (find_text (lands, QD_CHART_LABEL_TARGET), ==, "Target\n500");
  g_assert_cmpstr (find_text (lands, QD_CHART_LABEL_LANDING), ==, "Lands at\n520");
  g_assert_cmpstr (find_text (lands, QD_CHART_LABEL_LAST), ==, "350");
  g_assert_cmpstr (find_text (lands, QD_CHART_LABEL_EXPECTED), ==, "Expected");
  g_assert_cmpstr (find_text (lands, QD_CHART_LABEL_TODAY), ==, "Today");
  g_assert_cmpstr (find_text (lands, QD_CHART_LABEL_DAY), ==, "Oct 1");
  g_assert_cmpstr (find_text (lands, QD_CHART_LABEL_VALUE), ==, "200");
  g_assert_null (find_text (lands, QD_CHART_LABEL_NOTE));

  g_assert_cmpstr (find_text (falls, QD_CHART_LABEL_LANDING), ==, "Falls short\n4.9 days");
  g_assert_cmpstr (find_text (falls, QD_CHART_LABEL_LAST), ==, "6.1 days");

  g_assert_cmpstr (find_text (within, QD_CHART_LABEL_TARGET), ==, "At least\n20 °C");
  g_assert_cmpstr (find_text (within, QD_CHART_LABEL_UPPER), ==, "At most\n25 °C");
  g_assert_cmpstr (find_text (within, QD_CHART_LABEL_LANDING), ==, "Lands outside\n17 °C");

  g_assert_cmpstr (find_text (milestones, QD_CHART_LABEL_LAST), ==, "60%");
  g_assert_cmpstr (find_text (milestones, QD_CHART_LABEL_LANDING), ==, "Lands at\n100%");

  /* Where a unit is too long, the figure says it without. */
  g_assert_cmpstr (find_text (huge, QD_CHART_LABEL_TARGET), ==, "Target\n3e+15");

  g_assert_cmpstr (find_text (silent, QD_CHART_LABEL_NOTE), ==,
                   "No check-in in this cycle yet.");
  g_assert_null (find_text (silent, QD_CHART_LABEL_LAST));
  g_assert_null (find_text (silent, QD_CHART_LABEL_LANDING));
}

/* What should stay where it is does not land by leaving. */
static void
test_fates (void)
{
  g_autoptr (QdChartLayout) stays = lay_out ("all-equal", 360, 200);
  g_autoptr (QdChartLayout) leaves = lay_out ("all-equal-leaves", 360, 200);
  g_autoptr (QdChartLayout) falls = lay_out ("falling-short", 360, 200);

  g_assert_cmpint (stays->fate, ==, QD_CHART_FATE_LANDS);
  g_assert_cmpint (leaves->fate, ==, QD_CHART_FATE_OPEN);
  g_assert_cmpint (falls->fate, ==, QD_CHART_FATE_SHORT);
}

/* Between 14 interviews and 15 there is nothing; between 14.2 days and 15 there is. */
static void
test_counted (void)
{
  QdPoint points[] = { { CHART_FIRST + 7, 14 }, { CHART_FIRST + 14, 14 } };
  QdChart chart = *find_chart ("rising");
  QdChartStyle style;

  chart.baseline = 14;
  chart.target = 15;
  chart.readings = points;
  chart.n_readings = G_N_ELEMENTS (points);
  chart.landing = NAN;
  qd_chart_style_init (&style, QD_CHART_LOOK_LIGHT);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (QdChartLayout) layout = qd_chart_layout_new (&chart, &style, 700, 500);
      gboolean broken = FALSE;

      for (guint j = 0; j < layout->labels->len; j++)
        {
          const QdChartLabel *label = g_ptr_array_index (layout->labels, j);

          broken = broken || (label->kind == QD_CHART_LABEL_VALUE &&
                              label->anchor.y != floor (label->anchor.y));
        }
      g_assert_true (broken == (i == 1));
      points[1].value = 14.2;
    }
}

static void
test_places (void)
{
  g_autoptr (QdChartLayout) layout = lay_out ("rising", 360, 200);
  const QdChart *chart = find_chart ("rising");
  const QdChartRect *plot = &layout->plot;
  const QdChartPlace *first = &g_array_index (layout->expected, QdChartPlace, 0);
  const QdChartPlace *last = &g_array_index (layout->expected, QdChartPlace, 1);

  g_assert_cmpfloat (layout->lowest, ==, 200.0);
  g_assert_cmpfloat (layout->highest, ==, 600.0);
  g_assert_cmpfloat_with_epsilon (layout->target, plot->y + plot->height / 4.0, 0.01);
  g_assert_cmpfloat_with_epsilon (layout->today, plot->x + plot->width * 52.0 / 91.0, 0.01);

  g_assert_cmpuint (layout->expected->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (first->x, plot->x, 0.01);
  g_assert_cmpfloat_with_epsilon (first->y, plot->y + plot->height, 0.01);
  g_assert_cmpfloat_with_epsilon (last->x, plot->x + plot->width, 0.01);
  g_assert_cmpfloat_with_epsilon (last->y, layout->target, 0.01);

  g_assert_cmpfloat_with_epsilon (layout->forecast[1].x, plot->x + plot->width, 0.01);
  g_assert_cmpfloat_with_epsilon (layout->forecast[1].y,
                                  qd_chart_layout_map_value (layout, 520.0), 0.01);
  g_assert_cmpfloat_with_epsilon (layout->forecast[0].x,
                                  qd_chart_layout_map_day (layout, chart, CHART_FIRST + 49),
                                  0.01);
  g_assert_false (layout->leaves);
  g_assert_cmpuint (layout->weeks->len, ==, 14);
  g_assert_true (isnan (layout->upper));
  g_assert_cmpfloat (layout->band.height, ==, 0.0);
}

static void
test_shapes (void)
{
  g_autoptr (QdChartLayout) phased = lay_out ("phased", 360, 200);
  g_autoptr (QdChartLayout) within = lay_out ("within", 360, 200);
  g_autoptr (QdChartLayout) least = lay_out ("at-least", 360, 200);
  g_autoptr (QdChartLayout) far = lay_out ("far-forecast", 360, 200);
  g_autoptr (QdChartLayout) yes = lay_out ("yes", 360, 200);
  g_autoptr (QdChartLayout) over = lay_out ("overshoot", 360, 200);
  g_autoptr (QdChartLayout) day = lay_out ("one-day", 360, 200);
  g_autoptr (QdChartLayout) stray = lay_out ("stray", 360, 200);

  g_assert_cmpuint (phased->expected->len, ==, 4);

  g_assert_cmpuint (within->expected->len, ==, 0);
  g_assert_cmpfloat_with_epsilon (within->band.y, within->upper, 0.01);
  g_assert_cmpfloat_with_epsilon (within->band.y + within->band.height, within->target, 0.01);
  g_assert_cmpfloat_with_epsilon (least->band.y, least->plot.y, 0.01);

  g_assert_true (far->leaves);
  g_assert_cmpfloat (far->forecast[1].x, <, far->plot.x + far->plot.width);
  g_assert_cmpfloat_with_epsilon (far->forecast[1].y, far->plot.y, 0.01);

  /* Steps: along, and then up. */
  g_assert_cmpuint (yes->points->len, ==, 3);
  g_assert_cmpuint (yes->line->len, ==, 5);
  g_assert_cmpfloat (g_array_index (yes->line, QdChartPlace, 3).x, ==,
                     g_array_index (yes->line, QdChartPlace, 4).x);

  g_assert_cmpfloat (over->highest, >=, 1130.0);
  g_assert_cmpuint (day->expected->len, ==, 0);
  g_assert_cmpuint (stray->points->len, ==, 2);
  g_assert_cmpfloat (g_array_index (stray->points, QdChartPlace, 0).x, <,
                     g_array_index (stray->points, QdChartPlace, 1).x);
}

/* As light as it is on a scale from black to white, as the eye takes it. */
static double
luminance (const QdColour *colour)
{
  const double parts[] = { colour->red, colour->green, colour->blue };
  const double shares[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0.0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    sum += shares[i] * (parts[i] <= 0.04045 ? parts[i] / 12.92
                                            : pow ((parts[i] + 0.055) / 1.055, 2.4));

  return sum;
}

static void
assert_contrast (const QdColour *colour,
                 const QdColour *ground,
                 double          least)
{
  const double a = luminance (colour);
  const double b = luminance (ground);

  g_assert_cmpfloat ((fmax (a, b) + 0.05) / (fmin (a, b) + 0.05), >=, least);
}

/* Text can be read, and lines can be seen, on GTK's own grounds. */
static void
test_contrast (void)
{
  static const QdColour WHITE = { 1.0, 1.0, 1.0, 1.0 };
  static const QdColour DARK = { 0.21, 0.21, 0.21, 1.0 };
  static const double TEXT[] = { 4.5, 4.5, 7.0, 7.0 };
  static const double LINE[] = { 3.0, 3.0, 4.5, 4.5 };

  for (guint look = 0; look < QD_N_CHART_LOOKS; look++)
    {
      const QdColour *ground = look % 2 == 1 ? &DARK : &WHITE;
      QdChartStyle style;

      qd_chart_style_init (&style, (QdChartLook) look);
      assert_contrast (&style.foreground, ground, TEXT[look]);
      assert_contrast (&style.faint, ground, TEXT[look]);
      assert_contrast (&style.good, ground, TEXT[look]);
      assert_contrast (&style.warn, ground, TEXT[look]);
      assert_contrast (&style.bad, ground, LINE[look]);
      assert_contrast (&style.line, ground, LINE[look]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < N_CHART_STATES; i++)
    {
      g_autofree char *path = g_strconcat ("/chart-layout/state/", CHART_STATES[i].name, NULL);

      g_test_add_data_func (path, &CHART_STATES[i], test_state);
    }
  g_test_add_func ("/chart-layout/random", test_random);
  g_test_add_func ("/chart-layout/many", test_many);
  g_test_add_func ("/chart-layout/fates", test_fates);
  g_test_add_func ("/chart-layout/counted", test_counted);
  g_test_add_func ("/chart-layout/past", test_past);
  g_test_add_func ("/chart-layout/words", test_words);
  g_test_add_func ("/chart-layout/places", test_places);
  g_test_add_func ("/chart-layout/shapes", test_shapes);
  g_test_add_func ("/chart-layout/contrast", test_contrast);

  return g_test_run ();
}
