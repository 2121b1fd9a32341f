/* Rectangles and lines: who is in whose way. */

#include "config.h"

#include "qd-chart-place.h"

static void
test_overlaps (void)
{
  const QdChartRect rect = { 10, 10, 20, 10 };
  const QdChartRect beside = { 30, 10, 5, 5 };
  const QdChartRect below = { 10, 20, 5, 5 };
  const QdChartRect corner = { 29, 19, 5, 5 };
  const QdChartRect inner = { 12, 12, 2, 2 };

  g_assert_false (qd_chart_rect_overlaps (&rect, &beside));
  g_assert_false (qd_chart_rect_overlaps (&rect, &below));
  g_assert_true (qd_chart_rect_overlaps (&rect, &corner));
  g_assert_true (qd_chart_rect_overlaps (&rect, &inner));
  g_assert_true (qd_chart_rect_overlaps (&inner, &rect));

  g_assert_true (qd_chart_rect_contains (&rect, &inner));
  g_assert_true (qd_chart_rect_contains (&rect, &rect));
  g_assert_false (qd_chart_rect_contains (&rect, &corner));
  g_assert_false (qd_chart_rect_contains (&inner, &rect));
}

static void
test_crossed (void)
{
  static const struct
  {
    QdChartPlace from;
    QdChartPlace to;
    gboolean crossed;
  } LINES[] = {
    { { 0, 0 }, { 40, 30 }, TRUE },
    { { 0, 15 }, { 40, 15 }, TRUE },
    { { 20, 0 }, { 20, 40 }, TRUE },
    { { 12, 12 }, { 14, 13 }, TRUE },
    { { 15, 15 }, { 15, 15 }, TRUE },
    { { 15, 15 }, { 90, 90 }, TRUE },
    { { 0, 0 }, { 9, 30 }, FALSE },
    { { 0, 9 }, { 40, 9 }, FALSE },
    { { 31, 0 }, { 31, 40 }, FALSE },
    { { 0, 40 }, { 40, 18 }, FALSE },
    { { 0, 15 }, { 8, 15 }, FALSE },
    { { 5, 5 }, { 5, 5 }, FALSE },
  };
  const QdChartRect rect = { 10, 10, 20, 10 };

  for (guint i = 0; i < G_N_ELEMENTS (LINES); i++)
    {
      g_test_message ("line %u", i);
      g_assert_cmpint (qd_chart_rect_crossed (&rect, &LINES[i].from, &LINES[i].to), ==,
                       LINES[i].crossed);
      g_assert_cmpint (qd_chart_rect_crossed (&rect, &LINES[i].to, &LINES[i].from), ==,
                       LINES[i].crossed);
    }
}

static void
test_push (void)
{
  const QdChartRect into = { 10, 10, 20, 20 };
  QdChartRect rect = { 28, 0, 5, 5 };
  QdChartRect large = { 28, 0, 50, 5 };

  qd_chart_rect_push (&rect, &into);
  g_assert_cmpfloat (rect.x, ==, 25.0);
  g_assert_cmpfloat (rect.y, ==, 10.0);

  qd_chart_rect_push (&large, &into);
  g_assert_cmpfloat (large.x, ==, 10.0);
}

static void
test_settle (void)
{
  QdChartSpan apart[] = { { 0, 10, 5 }, { 0, 10, 50 } };
  QdChartSpan near[] = { { 0, 10, 46 }, { 0, 10, 50 } };
  QdChartSpan edge[] = { { 0, 10, 88 }, { 0, 10, 90 }, { 0, 10, 95 } };

  qd_chart_spans_settle (apart, G_N_ELEMENTS (apart), 0, 100);
  g_assert_cmpfloat (apart[0].start, ==, 5.0);
  g_assert_cmpfloat (apart[1].start, ==, 50.0);

  qd_chart_spans_settle (near, G_N_ELEMENTS (near), 0, 100);
  g_assert_cmpfloat_with_epsilon (near[0].start, 43.0, 0.01);
  g_assert_cmpfloat_with_epsilon (near[1].start, 53.0, 0.01);

  qd_chart_spans_settle (edge, G_N_ELEMENTS (edge), 0, 100);
  g_assert_cmpfloat_with_epsilon (edge[0].start, 70.0, 0.01);
  g_assert_cmpfloat_with_epsilon (edge[1].start, 80.0, 0.01);
  g_assert_cmpfloat_with_epsilon (edge[2].start, 90.0, 0.01);
}

/* However many want to be in one place: in order, apart, and inside. */
static void
test_random_settle (void)
{
  for (guint round = 0; round < 1000; round++)
    {
      QdChartSpan spans[6];
      const guint n = (guint) g_test_rand_int_range (1, 7);
      double wanted = g_test_rand_double_range (-50.0, 120.0);

      for (guint i = 0; i < n; i++)
        {
          spans[i].extent = g_test_rand_double_range (1.0, 100.0 / 6.0);
          spans[i].wanted = wanted;
          wanted += g_test_rand_double_range (0.0, 10.0);
        }

      qd_chart_spans_settle (spans, n, 0.0, 100.0);
      g_assert_cmpfloat (spans[0].start, >=, -1e-9);
      g_assert_cmpfloat (spans[n - 1].start + spans[n - 1].extent, <=, 100.0 + 1e-9);
      for (guint i = 1; i < n; i++)
        g_assert_cmpfloat (spans[i].start, >=,
                           spans[i - 1].start + spans[i - 1].extent - 1e-9);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-place/overlaps", test_overlaps);
  g_test_add_func ("/chart-place/crossed", test_crossed);
  g_test_add_func ("/chart-place/push", test_push);
  g_test_add_func ("/chart-place/settle", test_settle);
  g_test_add_func ("/chart-place/random-settle", test_random_settle);

  return g_test_run ();
}
