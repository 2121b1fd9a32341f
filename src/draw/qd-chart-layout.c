/* Where everything of a chart is, before anything is drawn.
 *
 * The frame comes first, for it says how large the plot is; then the lines; and at
 * last the labels, which go where they cross least. A label for which there is no
 * room is left out: what is said, can be read. The words for all of it are those
 * of qd_chart_describe().
 */

#include "config.h"

#include <math.h>

#include "qd-chart-layout-private.h"

/* Weeks closer than this are a smear, in pixels. */
#define MIN_WEEK 4.0

static void
make_grid (QdChartWork *work)
{
  QdChartLayout *layout = work->layout;
  const QdChart *chart = work->chart;

  for (guint i = 0; work->has_axis && i < work->scale.n_ticks; i++)
    {
      const double y =
        qd_chart_layout_map_value (layout, qd_chart_scale_get_tick (&work->scale, i));

      g_array_append_val (layout->grid, y);
    }

  if ((chart->last_day - chart->first_day) * MIN_WEEK / 7.0 > layout->plot.width)
    return;

  for (QdDay day = chart->first_day; day <= chart->last_day; day += 7)
    {
      const double x = qd_chart_layout_map_day (layout, chart, day);

      g_array_append_val (layout->weeks, x);
    }
}

static QdChartPlace
map (QdChartWork   *work,
     const QdPoint *point)
{
  QdChartPlace place;

  place.x = qd_chart_layout_map_day (work->layout, work->chart, point->day);
  place.y = qd_chart_layout_map_value (work->layout, point->value);

  return place;
}

/* An answer stays what it is until it is another one. */
static void
make_line (QdChartWork *work)
{
  QdChartLayout *layout = work->layout;

  for (guint i = 0; i < layout->readings->len; i++)
    {
      const QdChartPlace place = map (work, &g_array_index (layout->readings, QdPoint, i));

      if (i > 0 && work->chart->metric == QD_METRIC_YES_NO)
        {
          QdChartPlace corner = g_array_index (layout->points, QdChartPlace, i - 1);

          corner.x = place.x;
          g_array_append_val (layout->line, corner);
        }

      g_array_append_val (layout->points, place);
      g_array_append_val (layout->line, place);
    }
}

static void
add_expected (QdChartWork *work,
              QdDay        day)
{
  const QdPoint point = {
    day, qd_chart_get_expected (work->chart, work->phases, day),
  };
  const QdChartPlace place = map (work, &point);

  g_array_append_val (work->layout->expected, place);
}

static void
make_expected (QdChartWork *work)
{
  const QdChart *chart = work->chart;

  if (!work->has_expected)
    return;

  add_expected (work, chart->first_day);
  for (guint i = 0; i < work->phases->len; i++)
    add_expected (work, g_array_index (work->phases, QdPoint, i).day);
  add_expected (work, chart->last_day);

  if (!isnan (work->layout->today))
    work->layout->expected_today =
      qd_chart_layout_map_value (work->layout,
                                 qd_chart_get_expected (chart, work->phases, chart->today));
}

/* From the last reading to where it lands, or to where it leaves the plot. */
static void
make_forecast (QdChartWork *work)
{
  QdChartLayout *layout = work->layout;
  const double landing = qd_chart_get_landing (work->chart);
  double share = 1.0;
  double from, to;

  if (layout->fate == QD_CHART_FATE_UNKNOWN)
    return;

  from = g_array_index (layout->readings, QdPoint, layout->readings->len - 1).value;
  to = CLAMP (landing, layout->lowest, layout->highest);
  layout->leaves = to != landing;
  if (layout->leaves)
    share = (to / 2.0 - from / 2.0) / (landing / 2.0 - from / 2.0);

  layout->forecast[0] = g_array_index (layout->points, QdChartPlace, layout->points->len - 1);
  layout->forecast[1].x = layout->plot.x + layout->plot.width;
  layout->forecast[1].x -= (layout->forecast[1].x - layout->forecast[0].x) * (1.0 - share);
  layout->forecast[1].y = qd_chart_layout_map_value (layout, to);
}

static void
make_band (QdChartWork *work)
{
  QdChartLayout *layout = work->layout;
  double lower, upper;

  if (!qd_chart_get_limits (work->chart, &lower, &upper))
    {
      const double target = qd_chart_get_target (work->chart);

      if (!qd_chart_is_limit (work->chart) && !isnan (target))
        layout->target = qd_chart_layout_map_value (layout, target);
      return;
    }

  layout->band = layout->plot;
  if (isfinite (upper))
    {
      layout->upper = qd_chart_layout_map_value (layout, upper);
      layout->band.y = layout->upper;
    }

  layout->band.height = layout->plot.y + layout->plot.height - layout->band.y;
  if (isfinite (lower))
    {
      layout->target = qd_chart_layout_map_value (layout, lower);
      layout->band.height = layout->target - layout->band.y;
    }
}

static void
init_work (QdChartWork        *work,
           const QdChart      *chart,
           const QdChartStyle *style,
           QdChartLayout      *layout)
{
  g_autoptr (QdChartLabel) sample = NULL;

  work->chart = chart;
  work->style = style;
  work->layout = layout;
  work->context = qd_chart_label_context (style);
  work->phases = qd_chart_get_phases (chart);
  work->has_words = TRUE;

  /* In a cycle of one day, all is expected at once. */
  work->has_expected = chart->last_day > chart->first_day &&
                       !isnan (qd_chart_get_expected (chart, work->phases, chart->first_day));

  sample = qd_chart_label_new (work->context, QD_CHART_LABEL_NOTE, "0", &style->faint,
                               NULL, NULL);
  work->line_height = sample->rect.height;
}

/**
 * qd_chart_layout_new:
 * @chart: a chart
 * @style: font and colours of the text
 * @width: of the drawing, in pixels, above 0
 * @height: likewise
 *
 * Returns: (transfer full): where everything of the chart is
 */
QdChartLayout *
qd_chart_layout_new (const QdChart      *chart,
                     const QdChartStyle *style,
                     double              width,
                     double              height)
{
  QdChartLayout *self;
  QdChartWork work = { 0 };

  g_return_val_if_fail (chart != NULL && chart->format != NULL, NULL);
  g_return_val_if_fail (g_date_valid_julian (chart->first_day), NULL);
  g_return_val_if_fail (chart->first_day <= chart->last_day, NULL);
  g_return_val_if_fail (style != NULL, NULL);
  g_return_val_if_fail (width > 0.0 && height > 0.0, NULL);

  self = g_new0 (QdChartLayout, 1);
  self->area.width = width;
  self->area.height = height;
  self->grid = g_array_new (FALSE, FALSE, sizeof (double));
  self->weeks = g_array_new (FALSE, FALSE, sizeof (double));
  self->readings = qd_chart_get_readings (chart);
  self->points = g_array_new (FALSE, FALSE, sizeof (QdChartPlace));
  self->line = g_array_new (FALSE, FALSE, sizeof (QdChartPlace));
  self->expected = g_array_new (FALSE, FALSE, sizeof (QdChartPlace));
  self->fate = qd_chart_get_fate (chart, self->readings);
  self->today = self->expected_today = self->target = self->upper = NAN;
  self->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) qd_chart_label_free);

  init_work (&work, chart, style, self);
  qd_chart_work_make_frame (&work);
  if (chart->today >= chart->first_day && chart->today <= chart->last_day)
    self->today = qd_chart_layout_map_day (self, chart, chart->today);
  make_grid (&work);
  make_line (&work);
  make_expected (&work);
  make_forecast (&work);
  make_band (&work);
  if (work.has_words)
    qd_chart_work_place_labels (&work);

  g_array_unref (work.phases);
  g_object_unref (work.context);

  return self;
}

/**
 * qd_chart_layout_free:
 * @self: a layout
 */
void
qd_chart_layout_free (QdChartLayout *self)
{
  g_array_unref (self->grid);
  g_array_unref (self->weeks);
  g_array_unref (self->readings);
  g_array_unref (self->points);
  g_array_unref (self->line);
  g_array_unref (self->expected);
  g_ptr_array_unref (self->labels);
  g_free (self);
}

/**
 * qd_chart_layout_map_day:
 * @self: a layout
 * @chart: its chart
 * @day: a day of the cycle
 *
 * Returns: where it is, in pixels from the left; the only day of a cycle is in the
 *   middle
 */
double
qd_chart_layout_map_day (const QdChartLayout *self,
                         const QdChart       *chart,
                         QdDay                day)
{
  const double n_days = chart->last_day - chart->first_day;

  if (n_days <= 0.0)
    return self->plot.x + self->plot.width / 2.0;

  return self->plot.x + self->plot.width * (day - chart->first_day) / n_days;
}

/**
 * qd_chart_layout_map_value:
 * @self: a layout
 * @value: a value
 *
 * Returns: where it is, in pixels from the top
 */
double
qd_chart_layout_map_value (const QdChartLayout *self,
                           double               value)
{
  const double share = (value - self->lowest) / (self->highest - self->lowest);

  return self->plot.y + self->plot.height * (1.0 - share);
}
