/* A chart in words, in every state. */

#include "config.h"

#include "chart-states.h"
#include "qd-chart-text.h"

static void
test_describe (gconstpointer data)
{
  const ChartState *state = data;
  g_autofree char *words = qd_chart_describe (&state->chart);

  g_assert_cmpstr (words, ==, state->words);
}

/* The numbers above are the days that they are said to be. */
static void
test_days (void)
{
  g_assert_cmpuint (CHART_FIRST, ==, qd_day_new (2026, 10, 1));
  g_assert_cmpuint (CHART_LAST, ==, qd_day_new (2026, 12, 31));
  g_assert_cmpuint (CHART_TODAY, ==, qd_day_new (2026, 11, 22));
}

static void
test_format_day (void)
{
  g_autofree char *brief = qd_chart_format_day (CHART_FIRST, FALSE);
  g_autofree char *full = qd_chart_format_day (CHART_FIRST, TRUE);

  g_assert_cmpstr (brief, ==, "Oct 1");
  g_assert_cmpstr (full, ==, "Oct 1, 2026");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-text/days", test_days);
  g_test_add_func ("/chart-text/format-day", test_format_day);
  for (guint i = 0; i < N_CHART_STATES; i++)
    {
      g_autofree char *path = g_strconcat ("/chart-text/describe/", CHART_STATES[i].name, NULL);

      g_test_add_data_func (path, &CHART_STATES[i], test_describe);
    }

  return g_test_run ();
}
