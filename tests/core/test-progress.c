/* Progress, case by case: metrics that go up and that go down, exceeded and gone
 * the wrong way, and figures from which no progress follows.
 *
 * The cases are worked out by hand from the rule of the method.
 */

#include "config.h"

#include <math.h>

#include "method/qd-progress.h"

#define EPSILON 1e-12

static const struct {
  const char *name;
  double baseline;
  double target;
  double current;
  double progress;
} changes[] = {
  { "up/start", 40, 60, 40, 0 },
  { "up/quarter-way", 40, 60, 45, 0.25 },
  { "up/reached", 40, 60, 60, 1 },
  { "up/exceeded", 40, 60, 65, 1.25 },
  { "up/wrong-way", 40, 60, 38, -0.1 },
  { "down/start", 30, 10, 30, 0 },
  { "down/half-way", 30, 10, 20, 0.5 },
  { "down/reached", 30, 10, 10, 1 },
  { "down/exceeded", 30, 10, 5, 1.25 },
  { "down/wrong-way", 30, 10, 32, -0.1 },
  { "through-zero", -20, 30, 5, 0.5 },
  { "below-zero", -10, -50, -20, 0.25 },
  { "fractions", 0.1, 0.4, 0.2, 1.0 / 3.0 },
  { "large", 1e15, 3e15, 2e15, 0.5 },
  { "no-distance", 50, 50, 50, NAN },
  { "no-distance/moved", 50, 50, 60, NAN },
  { "no-baseline", NAN, 60, 45, NAN },
  { "no-target", 40, NAN, 45, NAN },
  { "never-checked-in", 40, 60, NAN, NAN },
  { "no-figures", NAN, NAN, NAN, NAN },
};

static const struct {
  double raw;
  double clamped;
} clamps[] = {
  { -INFINITY, 0 },
  { -0.1, 0 },
  { 0, 0 },
  { 0.25, 0.25 },
  { 1, 1 },
  { 1.25, 1 },
  { INFINITY, 1 },
  { NAN, 0 },
};

static void
test_change (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  double progress = qd_progress_of_change (changes[i].baseline,
                                           changes[i].target,
                                           changes[i].current);

  if (isnan (changes[i].progress))
    g_assert_true (isnan (progress));
  else
    g_assert_cmpfloat_with_epsilon (progress, changes[i].progress, EPSILON);
}

static void
test_clamp (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (clamps); i++)
    g_assert_cmpfloat (qd_progress_clamp (clamps[i].raw), ==, clamps[i].clamped);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strconcat ("/progress/change/", changes[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_change);
    }
  g_test_add_func ("/progress/clamp", test_clamp);

  return g_test_run ();
}
