/* Ticks at values that one has in the head, and at days of the calendar. */

#include "config.h"

#include <math.h>

#include "qd-chart-scale.h"

typedef struct
{
  double lowest;
  double highest;
  guint max_ticks;
  double first;
  double step;
  guint n_ticks;
  gboolean whole;
} ValueCase;

static const ValueCase VALUE_CASES[] = {
  { 200, 500, 4, 200, 100, 4 },
  { 200, 520, 4, 200, 200, 3 },
  { 0, 1, 5, 0, 0.25, 5 },
  { 0, 1, 3, 0, 0.5, 3 },
  { -38, 31, 4, -50, 50, 3 },
  { -38, 31, 3, -50, 50, 3 },
  { 99.2, 100.04, 3, 99, 1, 3 },
  { 3.6, 9.5, 4, 2.5, 2.5, 4 },
  { 42, 42, 4, 38, 2, 6 },
  { 0, 0, 3, 0, 0.5, 3 },
  { 1e15, 3e15, 4, 1e15, 1e15, 3 },
  { 1e-9, 5e-9, 4, 0, 2e-9, 4 },
  { 13, 16, 4, 13, 1, 4 },
  { 14, 15, 5, 14, 0.25, 5 },
  { 14, 15, 5, 14, 1, 2, TRUE },
  { 0, 10, 5, 0, 2.5, 5 },
  { 0, 10, 5, 0, 5, 3, TRUE },
  { 0, 100, 5, 0, 25, 5, TRUE },
};

static void
test_values (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (VALUE_CASES); i++)
    {
      const ValueCase *expected = &VALUE_CASES[i];
      QdChartScale scale;

      /* What is all the same is spread, however that comes out. */
      g_test_message ("%g to %g in %u", expected->lowest, expected->highest,
                      expected->max_ticks);
      qd_chart_scale_values (expected->lowest, expected->highest, expected->max_ticks,
                             expected->whole, &scale);
      if (expected->lowest == expected->highest && expected->lowest != 0.0)
        {
          g_assert_cmpfloat (scale.first, <, expected->lowest);
          g_assert_cmpfloat (qd_chart_scale_get_tick (&scale, scale.n_ticks - 1), >,
                             expected->highest);
          continue;
        }

      g_assert_cmpfloat_with_epsilon (scale.first, expected->first, scale.step * 1e-6);
      g_assert_cmpfloat_with_epsilon (scale.step, expected->step, scale.step * 1e-6);
      g_assert_cmpuint (scale.n_ticks, ==, expected->n_ticks);
    }
}

/* Whatever the values, they are between the first tick and the last. */
static void
test_random_values (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      const double size = pow (10.0, g_test_rand_double_range (-280.0, 280.0));
      const double a = g_test_rand_double_range (-1.0, 1.0) * size;
      const double b = g_test_rand_double_range (-1.0, 1.0) * size;
      const guint max_ticks = (guint) g_test_rand_int_range (QD_CHART_MIN_TICKS, 9);
      const double noise = 1e-6 * size;
      QdChartScale scale;

      qd_chart_scale_values (fmin (a, b), fmax (a, b), max_ticks, FALSE, &scale);
      g_assert_cmpuint (scale.n_ticks, >=, 2);
      g_assert_cmpuint (scale.n_ticks, <=, max_ticks);
      g_assert_cmpfloat (scale.step, >, 0.0);
      g_assert_cmpfloat (qd_chart_scale_get_tick (&scale, 0), <=, fmin (a, b) + noise);
      g_assert_cmpfloat (qd_chart_scale_get_tick (&scale, scale.n_ticks - 1), >=,
                         fmax (a, b) - noise);
    }
}

/* Zero is not what is left over from sums. */
static void
test_zero (void)
{
  QdChartScale scale;
  gboolean found = FALSE;

  qd_chart_scale_values (-0.7, 0.5, 20, FALSE, &scale);
  for (guint i = 0; i < scale.n_ticks; i++)
    {
      const double tick = qd_chart_scale_get_tick (&scale, i);

      found = found || (tick == 0.0 && !signbit (tick));
    }

  g_assert_true (found);
}

typedef struct
{
  const char *first;
  const char *last;
  guint max_ticks;
  const char *days;
} DayCase;

static const DayCase DAY_CASES[] = {
  { "2026-10-01", "2026-12-31", 6, "2026-10-01 2026-11-01 2026-12-01 2026-12-31" },
  { "2026-10-01", "2026-12-31", 20, "2026-10-01 2026-11-01 2026-12-01 2026-12-31" },
  { "2026-10-01", "2026-12-31", 2, "2026-10-01 2026-12-01 2026-12-31" },
  { "2026-10-15", "2027-01-14", 4, "2026-10-15 2026-11-01 2026-12-01 2027-01-01 2027-01-14" },
  { "2026-11-22", "2026-11-22", 4, "2026-11-22" },
  { "2026-11-22", "2026-11-24", 4, "2026-11-22 2026-11-23 2026-11-24" },
  { "2026-11-01", "2026-11-30", 5, "2026-11-01 2026-11-08 2026-11-15 2026-11-22 2026-11-29 "
                                   "2026-11-30" },
  { "2026-01-01", "2028-12-31", 4, "2026-01-01 2027-01-01 2028-01-01 2028-12-31" },
};

static void
test_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (DAY_CASES); i++)
    {
      const DayCase *expected = &DAY_CASES[i];
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) days = qd_chart_scale_days (qd_day_parse (expected->first),
                                                     qd_day_parse (expected->last),
                                                     expected->max_ticks);

      for (guint d = 0; d < days->len; d++)
        {
          g_autofree char *day = qd_day_to_iso (g_array_index (days, QdDay, d));

          g_string_append_printf (text, "%s%s", d > 0 ? " " : "", day);
        }

      g_assert_cmpstr (text->str, ==, expected->days);
    }
}

/* A thousand years are no thousand labels. */
static void
test_long (void)
{
  g_autoptr (GArray) days = qd_chart_scale_days (qd_day_new (1026, 1, 1),
                                                 qd_day_new (2026, 1, 1), 5);

  g_assert_cmpuint (days->len, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-scale/values", test_values);
  g_test_add_func ("/chart-scale/random-values", test_random_values);
  g_test_add_func ("/chart-scale/zero", test_zero);
  g_test_add_func ("/chart-scale/days", test_days);
  g_test_add_func ("/chart-scale/long", test_long);

  return g_test_run ();
}
