/* How much of a drawing is the plot of a chart, and what its value axis holds.
 *
 * The figures beside the axis and the labels behind the ends of the lines say how
 * wide the plot is, so they are made here.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-chart-layout-private.h"

/* Where nothing stands beside the plot, in pixels. */
#define MARGIN 8.0

/* Of the width, so much at most is for the figures beside the axis, and for the
 * labels behind the lines. */
#define AXIS_SHARE 0.25
#define END_SHARE 0.32

/* A plot smaller than this says more without any words. */
#define MIN_WIDTH 48.0
#define MIN_HEIGHT 28.0

/* Ticks of the value axis, and how many lines of text are between two. */
#define MAX_TICKS 6.0
#define TICK_LINES 2.1

/* So far beyond the limits the range that is allowed is to be seen, as a share of
 * what is drawn. */
#define BAND_SHARE 0.2

/* A forecast is drawn so far beyond all else, in spans of all else. */
#define MAX_FORECAST 1.5

static void
include (double  value,
         double *lowest,
         double *highest)
{
  if (!qd_chart_is_figure (value))
    return;

  *lowest = fmin (*lowest, value);
  *highest = fmax (*highest, value);
}

static void
include_points (const GArray *points,
                double       *lowest,
                double       *highest)
{
  for (guint i = 0; i < points->len; i++)
    include (g_array_index (points, QdPoint, i).value, lowest, highest);
}

/* Some of the range that is allowed, but nothing below zero where nothing else is
 * below it. */
static void
include_band (double  lower,
              double  upper,
              double *lowest,
              double *highest)
{
  const double room = (*highest - *lowest) * BAND_SHARE;

  if (!isfinite (upper) || isfinite (lower))
    *highest += room;

  if (!isfinite (lower) || isfinite (upper))
    *lowest = *lowest >= 0.0 ? fmax (*lowest - room, 0.0) : *lowest - room;
}

/* All that is drawn, and of the forecast what does not make all else flat. */
static void
find_range (QdChartWork *work,
            double      *lowest,
            double      *highest)
{
  const QdChart *chart = work->chart;
  double lower, upper;

  *lowest = INFINITY;
  *highest = -INFINITY;

  include_points (work->layout->readings, lowest, highest);
  include (qd_chart_get_baseline (chart), lowest, highest);
  include (qd_chart_get_target (chart), lowest, highest);
  if (chart->metric == QD_METRIC_WITHIN)
    include (chart->upper, lowest, highest);
  if (work->has_expected)
    include_points (work->phases, lowest, highest);

  if (*lowest > *highest)
    {
      *lowest = 0.0;
      *highest = 1.0;
      work->has_axis = FALSE;
      return;
    }

  if (work->layout->fate != QD_CHART_FATE_UNKNOWN)
    {
      const double span = *highest > *lowest ? *highest - *lowest : fabs (*highest);
      const double low = *lowest - span * MAX_FORECAST;
      const double high = *highest + span * MAX_FORECAST;

      include (CLAMP (qd_chart_get_landing (chart), low, high), lowest, highest);
    }

  if (qd_chart_get_limits (chart, &lower, &upper))
    include_band (lower, upper, lowest, highest);

  work->has_axis = TRUE;
}

/* The same figure in few letters, for where there is no room. */
static char *
format_short (const QdChart *chart,
              double         value)
{
  if (qd_chart_is_share (chart))
    return qd_chart_format (chart, value);

  return g_strdup_printf ("%.3g", value);
}

/* Figures beside the axis. One that cannot be told from the one below it says
 * nothing. */
static double
add_axis_labels (QdChartWork *work,
                 gboolean     brief)
{
  const QdChartStyle *style = work->style;
  g_autofree char *below = NULL;
  double widest = 0.0;

  for (guint i = 0; i < work->scale.n_ticks; i++)
    {
      const double value = qd_chart_scale_get_tick (&work->scale, i);
      g_autofree char *text = brief ? format_short (work->chart, value)
                                    : qd_chart_format_axis (work->chart, value);
      QdChartLabel *label;

      if (g_strcmp0 (text, below) == 0)
        continue;

      label = qd_chart_label_new (work->context, QD_CHART_LABEL_VALUE, text,
                                  &style->faint, NULL, NULL);
      label->anchor.y = value;
      widest = fmax (widest, label->rect.width);
      g_ptr_array_add (work->layout->labels, label);
      g_free (below);
      below = g_steal_pointer (&text);
    }

  return widest;
}

/* How wide the figures beside the axis are. */
static double
make_axis (QdChartWork *work)
{
  const double room = work->layout->area.width * AXIS_SHARE;
  double width;

  if (!work->has_axis)
    return 0.0;

  width = add_axis_labels (work, FALSE);
  if (width <= room)
    return width;

  g_ptr_array_set_size (work->layout->labels, 0);
  width = add_axis_labels (work, TRUE);
  if (width <= room)
    return width;

  g_ptr_array_set_size (work->layout->labels, 0);

  return 0.0;
}

/**
 * qd_chart_work_make_figure:
 * @work: what is known so far
 * @kind: what the label says
 * @caption: (nullable): the word above the figure
 * @value: the figure
 * @colour: colour of the figure
 * @room: how wide it may be, in pixels
 *
 * Makes a label that says a figure, in fewer letters where it is too wide.
 *
 * Returns: (transfer full): the label
 */
QdChartLabel *
qd_chart_work_make_figure (QdChartWork      *work,
                           QdChartLabelKind  kind,
                           const char       *caption,
                           double            value,
                           const QdColour   *colour,
                           double            room)
{
  const QdColour *faint = kind == QD_CHART_LABEL_LANDING ? colour : &work->style->faint;
  char *(* const formats[]) (const QdChart *, double) = {
    qd_chart_format, qd_chart_format_axis, format_short,
  };
  QdChartLabel *label = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *figure = formats[i] (work->chart, value);

      g_clear_pointer (&label, qd_chart_label_free);
      label = qd_chart_label_new (work->context, kind, caption, faint, figure, colour);
      if (label->rect.width <= room)
        return label;
    }

  qd_chart_label_narrow (label, room);

  return label;
}

static void
add_end (QdChartWork      *work,
         QdChartLabelKind  kind,
         const char       *caption,
         double            value,
         const QdColour   *colour,
         double           *widest)
{
  QdChartLabel *label;

  if (!qd_chart_is_figure (value))
    return;

  label = qd_chart_work_make_figure (work, kind, caption, value, colour,
                                     work->layout->area.width * END_SHARE);
  label->anchor.y = value;
  g_ptr_array_add (work->layout->labels, label);
  *widest = fmax (*widest, label->rect.width);
}

/* How wide the labels behind the lines are. */
static double
make_ends (QdChartWork *work)
{
  const QdChartStyle *style = work->style;
  double lower, upper;
  double width = 0.0;

  if (qd_chart_get_limits (work->chart, &lower, &upper))
    {
      add_end (work, QD_CHART_LABEL_TARGET, C_("chart", "At least"), lower,
               &style->foreground, &width);
      add_end (work, QD_CHART_LABEL_UPPER, C_("chart", "At most"), upper,
               &style->foreground, &width);
    }
  else if (!qd_chart_is_limit (work->chart))
    {
      add_end (work, QD_CHART_LABEL_TARGET, C_("chart", "Target"),
               qd_chart_get_target (work->chart), &style->foreground, &width);
    }

  switch (work->layout->fate)
    {
    case QD_CHART_FATE_OPEN:
      add_end (work, QD_CHART_LABEL_LANDING, C_("chart", "Lands at"),
               qd_chart_get_told_landing (work->chart), &style->foreground, &width);
      break;

    case QD_CHART_FATE_LANDS:
      add_end (work, QD_CHART_LABEL_LANDING, C_("chart", "Lands at"),
               qd_chart_get_told_landing (work->chart), &style->good, &width);
      break;

    case QD_CHART_FATE_SHORT:
      /* Translators: the forecast does not reach the target; the figure that it
       * does reach stands below. */
      add_end (work, QD_CHART_LABEL_LANDING, C_("chart", "Falls short"),
               qd_chart_get_told_landing (work->chart), &style->warn, &width);
      break;

    case QD_CHART_FATE_OUTSIDE:
      /* Translators: the forecast leaves the range that is allowed; the figure
       * where it lands stands below. */
      add_end (work, QD_CHART_LABEL_LANDING, C_("chart", "Lands outside"),
               qd_chart_get_told_landing (work->chart), &style->warn, &width);
      break;

    case QD_CHART_FATE_UNKNOWN:
    default:
      break;
    }

  return width;
}

static void
make_scale (QdChartWork *work,
            double       height)
{
  QdChartLayout *layout = work->layout;
  const double ticks = CLAMP (height / (work->line_height * TICK_LINES),
                              QD_CHART_MIN_TICKS, MAX_TICKS);
  double lowest, highest;

  find_range (work, &lowest, &highest);
  qd_chart_scale_values (lowest, highest, (guint) ticks,
                         qd_chart_is_counted (work->chart, layout->readings, work->phases),
                         &work->scale);
  layout->lowest = qd_chart_scale_get_tick (&work->scale, 0);
  layout->highest = qd_chart_scale_get_tick (&work->scale, work->scale.n_ticks - 1);
}

/**
 * qd_chart_work_make_frame:
 * @work: a layout with its readings
 *
 * Finds the value axis and the plot, and makes the labels that stand around it;
 * where they stand is seen later. In a drawing that is too small for text there
 * are none.
 */
void
qd_chart_work_make_frame (QdChartWork *work)
{
  QdChartLayout *layout = work->layout;
  const double top = work->line_height + QD_CHART_GAP / 2.0;
  const double bottom = work->line_height + QD_CHART_GAP;
  double left, right;

  make_scale (work, layout->area.height - top - bottom);

  left = make_axis (work);
  left = left > 0.0 ? left + QD_CHART_GAP : MARGIN;
  right = make_ends (work);
  right = right > 0.0 ? right + QD_CHART_LABEL_GAP : MARGIN;

  layout->plot.x = left;
  layout->plot.y = top;
  layout->plot.width = layout->area.width - left - right;
  layout->plot.height = layout->area.height - top - bottom;

  if (layout->plot.width >= MIN_WIDTH && layout->plot.height >= MIN_HEIGHT)
    return;

  work->has_words = FALSE;
  g_ptr_array_set_size (layout->labels, 0);
  layout->plot.x = fmin (QD_CHART_GAP, layout->area.width / 4.0);
  layout->plot.y = fmin (QD_CHART_GAP, layout->area.height / 4.0);
  layout->plot.width = layout->area.width - 2.0 * layout->plot.x;
  layout->plot.height = layout->area.height - 2.0 * layout->plot.y;
}
