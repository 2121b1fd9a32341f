/* The flow of a board as a drawing: inside, apart, where the figures say, and in words; and
 * as a file.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "../core/pdf-text.h"
#include "qd-flow-layout.h"

#define FIRST qd_day_new (2026, 10, 1)
#define LAST qd_day_new (2026, 12, 31)
#define MAX_DAYS 92

static const struct
{
  double width;
  double height;
} sizes[] = {
  { 600, 264 }, { 420, 264 }, { 720, 360 }, { 1200, 600 }, { 600, 100 }, { 140, 400 },
  { 120, 80 }, { 60, 40 }, { 9, 5 }, { 1, 1 },
};

/* Sizes from here on leave nothing for words. */
#define N_USUAL_SIZES 4

/* How many days of the cycle are over, and what is on the board on each; the last are as
 * the one before. */
typedef struct
{
  const char *name;
  guint n_days;
  guint counts[4][QD_N_COLUMN_ROLES];
} State;

static const State states[] = {
  { "usual", 53, { { 0, 6 }, { 0, 4, 2 }, { 0, 2, 2, 1, 1 }, { 0, 1, 1, 1, 3 } } },
  { "first-day", 1, { { 0, 3 } } },
  { "at-the-end", MAX_DAYS,
    { { 0, 6 }, { 1, 1, 1, 1, 1 }, { 1, 0, 0, 0, 5 }, { 1, 0, 0, 0, 5 } } },
  { "many", 60,
    { { 0, 500 }, { 0, 300, 100, 100 }, { 0, 100, 1, 1, 398 }, { 9, 1, 1, 1, 488 } } },
  { "one-card", 40, { { 0, 1 }, { 0, 0, 1 }, { 0, 0, 0, 1 }, { 0, 0, 0, 0, 1 } } },
  { "all-gone", 30, { { 0, 2 }, { 0, 0, 2 }, { 0 }, { 0 } } },
};

static void
fill (const State *state,
      QdFlowDay   *days,
      QdFlowChart *chart)
{
  for (guint i = 0; i < state->n_days; i++)
    {
      days[i].day = FIRST + i;
      memcpy (days[i].counts, state->counts[MIN (i / 10, 3)], sizeof days[i].counts);
    }
  *chart = (QdFlowChart) { FIRST, LAST, FIRST + state->n_days - 1, days, state->n_days };
}

static void
add_labels (GPtrArray          *labels,
            const QdFlowLayout *layout)
{
  for (guint i = 0; i < layout->labels->len; i++)
    g_ptr_array_add (labels, layout->labels->pdata[i]);
  for (guint i = 0; i < layout->areas->len; i++)
    if (g_array_index (layout->areas, QdFlowArea, i).label != NULL)
      g_ptr_array_add (labels, g_array_index (layout->areas, QdFlowArea, i).label);
}

static void
assert_sound (const QdFlowLayout *layout)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  add_labels (labels, layout);
  for (guint i = 0; i < labels->len; i++)
    {
      const QdChartLabel *label = labels->pdata[i];

      g_assert_true (qd_chart_rect_contains (&layout->area, &label->rect));
      for (guint j = 0; j < i; j++)
        {
          const QdChartLabel *other = labels->pdata[j];

          if (qd_chart_rect_overlaps (&label->rect, &other->rect))
            g_error ("“%s” is on “%s”", qd_chart_label_get_text (label),
                     qd_chart_label_get_text (other));
        }
    }
  g_assert_true (qd_chart_rect_contains (&layout->area, &layout->plot));
}

/* Each area is as high as its cards, from one upon the other on. */
static void
assert_heights (const QdFlowLayout *layout,
                const QdFlowChart  *chart)
{
  const double bottom = layout->plot.y + layout->plot.height;
  double unit = NAN;

  g_assert_cmpint (layout->edges->len, ==, chart->n_days + 1);
  for (guint day = 0; day < chart->n_days; day++)
    {
      double below = bottom;

      for (guint i = 0; i < layout->areas->len; i++)
        {
          const QdFlowArea *area = &g_array_index (layout->areas, QdFlowArea, i);
          const double above = g_array_index (area->heights, double, day);
          const guint count = chart->days[day].counts[area->role];

          if (count > 0 && isnan (unit))
            unit = (below - above) / count;
          if (count > 0)
            g_assert_cmpfloat_with_epsilon ((below - above) / count, unit, 1e-6);
          else
            g_assert_cmpfloat (below, ==, above);
          g_assert_cmpfloat (above, >=, layout->plot.y - 1e-6);
          below = above;
        }
      g_assert_cmpfloat (g_array_index (layout->edges, double, day), <,
                         g_array_index (layout->edges, double, day + 1));
    }
}

static void
test_state (gconstpointer data)
{
  const State *state = data;
  QdFlowDay days[MAX_DAYS];
  QdFlowChart chart;

  fill (state, days, &chart);
  for (guint i = 0; i < G_N_ELEMENTS (sizes) * 4; i++)
    {
      const guint size = i / 4;
      g_autoptr (QdFlowLayout) layout = NULL;
      QdChartStyle style;

      qd_chart_style_init (&style, (QdChartLook) (i % QD_N_CHART_LOOKS));
      style.size *= 1.0 + 0.4 * (i % 4);
      style.rtl = i % 2 == 1;
      g_test_message ("%s, %g × %g, %g points", state->name, sizes[size].width,
                      sizes[size].height, style.size);
      layout = qd_flow_layout_new (&chart, &style, sizes[size].width, sizes[size].height);
      assert_sound (layout);
      assert_heights (layout, &chart);
      if (size >= N_USUAL_SIZES || i % 4 != 0)
        continue;

      for (guint j = 0; j < layout->areas->len; j++)
        g_assert_nonnull (g_array_index (layout->areas, QdFlowArea, j).label);
      g_assert_cmpint (isnan (layout->today), ==, state->n_days == MAX_DAYS);
      g_assert_cmpint (layout->weeks->len, ==, 14);
    }
}

/* What is done is lowest. */
static void
test_order (void)
{
  static const QdColumnRole order[] = {
    QD_COLUMN_COMPLETE, QD_COLUMN_IN_PROGRESS, QD_COLUMN_AT_RISK, QD_COLUMN_NOT_STARTED,
  };
  g_autoptr (QdFlowLayout) layout = NULL;
  QdFlowDay days[MAX_DAYS];
  QdChartStyle style;
  QdFlowChart chart;

  fill (&states[0], days, &chart);
  qd_chart_style_init (&style, QD_CHART_LOOK_LIGHT);
  layout = qd_flow_layout_new (&chart, &style, 600, 264);
  g_assert_cmpint (layout->areas->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpint (g_array_index (layout->areas, QdFlowArea, i).role, ==, order[i]);
  g_assert_cmpstr (qd_chart_label_get_text (g_array_index (layout->areas, QdFlowArea, 0).label),
                   ==, "Complete 3");
}

static void
test_words (void)
{
  QdFlowDay days[MAX_DAYS];
  QdFlowChart chart;
  g_autofree char *words = NULL;
  g_autofree char *none = NULL;

  fill (&states[0], days, &chart);
  words = qd_flow_chart_describe (&chart);
  g_assert_cmpstr (words, ==,
                   "Cards by the role of their column. October 1, 2026: Not Started 6. "
                   "October 27, 2026: Not Started 2, In Progress 2, At Risk 1, Complete 1. "
                   "November 22, 2026: Not Started 1, In Progress 1, At Risk 1, Complete 3.");
  chart.n_days = 0;
  none = qd_flow_chart_describe (&chart);
  g_assert_cmpstr (none, ==, "There was no card on the board yet.");
}

/* Each role has its colour, in light and in dark. */
static void
test_colours (void)
{
  for (guint look = 0; look < QD_N_CHART_LOOKS; look++)
    {
      QdChartStyle style;

      qd_chart_style_init (&style, (QdChartLook) look);
      for (guint i = 0; i < QD_N_COLUMN_ROLES; i++)
        for (guint j = 0; j < i; j++)
          {
            QdColour one, other;

            qd_flow_chart_get_colour (&style, (QdColumnRole) i, &one);
            qd_flow_chart_get_colour (&style, (QdColumnRole) j, &other);
            g_assert_true (memcmp (&one, &other, sizeof one) != 0);
          }
    }
}

static void
test_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("quarterdeck-flow-XXXXXX", &error);
  g_autofree char *png = g_build_filename (folder, "flow.png", NULL);
  g_autofree char *pdf = g_build_filename (folder, "flow.PDF", NULL);
  g_autofree char *text = NULL;
  cairo_surface_t *surface;
  QdFlowDay days[MAX_DAYS];
  QdFlowChart chart;

  fill (&states[0], days, &chart);
  g_assert_true (qd_flow_chart_save (&chart, FALSE, png, &error));
  g_assert_no_error (error);
  surface = cairo_image_surface_create_from_png (png);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 1440);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 720);
  cairo_surface_destroy (surface);

  g_assert_true (qd_flow_chart_save (&chart, FALSE, pdf, &error));
  g_assert_no_error (error);
  text = pdf_text_read (pdf, "-layout");
  if (text != NULL)
    g_assert_cmpint (pdf_text_count (text, "In Progress 1"), ==, 1);
  g_unlink (png);
  g_unlink (pdf);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *path = g_strconcat ("/flow-chart/layout/", states[i].name, NULL);

      g_test_add_data_func (path, &states[i], test_state);
    }
  g_test_add_func ("/flow-chart/order", test_order);
  g_test_add_func ("/flow-chart/words", test_words);
  g_test_add_func ("/flow-chart/colours", test_colours);
  g_test_add_func ("/flow-chart/files", test_files);

  return g_test_run ();
}
