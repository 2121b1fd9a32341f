/* Where everything of a flow chart is, before anything is drawn.
 *
 * A day is as wide as it is, and level: the board at its end. The names of the areas
 * stand behind the last day, beside the cards that they count; so they say how wide the
 * plot is, at the end of a cycle, and stand in the days to come before. What there is
 * no room for is left out: the words for all of it are those of qd_flow_chart_describe().
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "qd-chart-scale.h"
#include "qd-chart-text.h"
#include "qd-flow-layout.h"

/* Between the plot and what stands around it, and before the names, in pixels. */
#define GAP 6.0
#define NAME_GAP 12.0

/* Where nothing stands beside the plot, in pixels. */
#define MARGIN 8.0

/* Of the width, so much at most is for the names. */
#define NAME_SHARE 0.4

/* A plot smaller than this says more without any words. */
#define MIN_WIDTH 48.0
#define MIN_HEIGHT 28.0

/* Weeks closer than this are a smear, and so many lines of text are between two ticks
 * of the axis. */
#define MIN_WEEK 4.0
#define TICK_LINES 2.1
#define MAX_TICKS 6u

/* Between two days below the plot, in pixels. */
#define DAY_GAP 9.0

/* Of the width, so much is one day below the plot. */
#define DAY_WIDTH 72.0

#define LABEL_SWATCH (QD_FLOW_SWATCH + QD_FLOW_SWATCH_GAP)

/* What is done lies at the bottom, and grows. */
static const QdColumnRole order[] = {
  QD_COLUMN_COMPLETE, QD_COLUMN_IN_PROGRESS, QD_COLUMN_AT_RISK, QD_COLUMN_NOT_STARTED,
  QD_COLUMN_OTHER,
};

/* A layout in the making. */
typedef struct
{
  const QdFlowChart *chart;
  const QdChartStyle *style;
  QdFlowLayout *layout;
  PangoContext *context;
  QdDay first_day;
  QdDay last_day;
  guint step;          /* of the axis of cards */
  guint highest;       /* where that ends */
  double line_height;
} Work;

static void
clear_area (gpointer data)
{
  QdFlowArea *area = data;

  g_array_unref (area->heights);
  g_clear_pointer (&area->label, qd_chart_label_free);
}

static guint
count_cards (const QdFlowDay *day)
{
  guint n_cards = 0;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    n_cards += day->counts[order[i]];

  return n_cards;
}

static const QdFlowDay *
get_last (const Work *work)
{
  return &work->chart->days[work->chart->n_days - 1];
}

static double
map_day (const Work *work,
         QdDay       day)
{
  const QdChartRect *plot = &work->layout->plot;
  const double n_days = work->last_day - work->first_day + 1.0;

  return plot->x + ((double) day - work->first_day) / n_days * plot->width;
}

static double
map_count (const Work *work,
           guint       count)
{
  const QdChartRect *plot = &work->layout->plot;

  return plot->y + plot->height * (1.0 - (double) count / work->highest);
}

/* There are no halves of cards: steps of 1, 2 or 5 times a power of ten. */
static void
make_scale (Work   *work,
            double  height)
{
  static const guint steps[] = { 1, 2, 5 };
  const guint room = (guint) CLAMP (height / (work->line_height * TICK_LINES), 1.0, MAX_TICKS);
  guint highest = 1;
  guint power = 1;
  guint i = 0;

  for (gsize day = 0; day < work->chart->n_days; day++)
    highest = MAX (highest, count_cards (&work->chart->days[day]));

  while (highest > steps[i] * power * room && power < G_MAXUINT / 100)
    if (++i == G_N_ELEMENTS (steps))
      {
        power *= 10;
        i = 0;
      }
  work->step = steps[i] * power;
  work->highest = (highest + work->step - 1) / work->step * work->step;
}

/* Whatever stood on the board once has a name, also where nothing is left of it. */
static void
make_areas (Work *work)
{
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      QdFlowArea area = { .role = order[i] };
      gboolean any = FALSE;

      for (gsize day = 0; day < work->chart->n_days; day++)
        any = any || work->chart->days[day].counts[order[i]] > 0;
      if (!any)
        continue;

      area.heights = g_array_new (FALSE, FALSE, sizeof (double));
      g_array_append_val (work->layout->areas, area);
    }
}

static double
make_names (Work *work)
{
  const QdChartStyle *style = work->style;
  double widest = 0.0;

  for (guint i = 0; i < work->layout->areas->len; i++)
    {
      QdFlowArea *area = &g_array_index (work->layout->areas, QdFlowArea, i);
      g_autofree char *text = NULL;

      /* Translators: the role of columns and how many cards are in them, beside a chart:
       * "In Progress 5". */
      text = g_strdup_printf (C_("flow chart", "%s %u"), qd_column_role_get_name (area->role),
                              get_last (work)->counts[area->role]);
      area->label = qd_chart_label_new (work->context, QD_CHART_LABEL_LAST, text,
                                        &style->foreground, NULL, NULL);
      widest = fmax (widest, area->label->rect.width);
    }

  return widest > 0.0 ? widest + LABEL_SWATCH : 0.0;
}

static void
forget_names (Work *work)
{
  for (guint i = 0; i < work->layout->areas->len; i++)
    g_clear_pointer (&g_array_index (work->layout->areas, QdFlowArea, i).label,
                     qd_chart_label_free);
}

/* Figures beside the axis; their heights are found with the plot. */
static double
make_axis (Work *work)
{
  double widest = 0.0;

  for (guint count = 0; count <= work->highest; count += work->step)
    {
      g_autofree char *text = g_strdup_printf ("%u", count);
      QdChartLabel *label = qd_chart_label_new (work->context, QD_CHART_LABEL_VALUE, text,
                                                &work->style->faint, NULL, NULL);

      label->anchor.y = count;
      widest = fmax (widest, label->rect.width);
      g_ptr_array_add (work->layout->labels, label);
    }

  return widest;
}

/* The names need what the days that are still to come do not give them. */
static void
make_frame (Work *work)
{
  QdFlowLayout *layout = work->layout;
  const double top = work->line_height + GAP / 2.0;
  const double bottom = work->line_height + GAP;
  double share, left, names;

  make_scale (work, layout->area.height - top - bottom);
  left = make_axis (work) + GAP;
  names = make_names (work);
  if (names > layout->area.width * NAME_SHARE ||
      work->line_height * layout->areas->len > layout->area.height - bottom)
    {
      forget_names (work);
      names = 0.0;
    }

  share = (get_last (work)->day + 1.0 - work->first_day) /
          (work->last_day + 1.0 - work->first_day);
  layout->plot.x = left;
  layout->plot.y = top;
  layout->plot.height = layout->area.height - top - bottom;
  layout->plot.width = layout->area.width - left - MARGIN;
  if (names > 0.0)
    layout->plot.width = fmin (layout->plot.width,
                               (layout->area.width - left - NAME_GAP - names) / share);
  if (layout->plot.width >= MIN_WIDTH && layout->plot.height >= MIN_HEIGHT)
    return;

  forget_names (work);
  g_ptr_array_set_size (layout->labels, 0);
  layout->plot.x = fmin (GAP, layout->area.width / 4.0);
  layout->plot.y = fmin (GAP, layout->area.height / 4.0);
  layout->plot.width = layout->area.width - 2.0 * layout->plot.x;
  layout->plot.height = layout->area.height - 2.0 * layout->plot.y;
}

static void
place_areas (Work *work)
{
  QdFlowLayout *layout = work->layout;

  for (gsize i = 0; i < work->chart->n_days; i++)
    {
      const QdFlowDay *day = &work->chart->days[i];
      const double x = map_day (work, day->day);
      guint count = 0;

      g_array_append_val (layout->edges, x);
      for (guint j = 0; j < layout->areas->len; j++)
        {
          QdFlowArea *area = &g_array_index (layout->areas, QdFlowArea, j);
          double y;

          count += day->counts[area->role];
          y = map_count (work, count);
          g_array_append_val (area->heights, y);
        }
    }
  g_array_append_vals (layout->edges, &(double) { map_day (work, get_last (work)->day + 1) }, 1);
}

static void
place_grid (Work *work)
{
  QdFlowLayout *layout = work->layout;

  for (guint count = 0; count <= work->highest; count += work->step)
    {
      const double y = map_count (work, count);

      g_array_append_val (layout->grid, y);
    }

  if ((work->last_day - work->first_day) * MIN_WEEK / 7.0 <= layout->plot.width)
    for (QdDay day = work->first_day; day <= work->last_day; day += 7)
      {
        const double x = map_day (work, day);

        g_array_append_val (layout->weeks, x);
      }

  if (work->chart->today != QD_DAY_NONE && work->chart->today >= work->first_day &&
      work->chart->today < work->last_day)
    layout->today = map_day (work, work->chart->today + 1);
}

/* Beside the axis; what was made without room for it went before. */
static void
place_axis (Work *work)
{
  QdFlowLayout *layout = work->layout;

  for (guint i = 0; i < layout->labels->len; i++)
    {
      QdChartLabel *label = layout->labels->pdata[i];

      label->rect.x = layout->plot.x - GAP - label->rect.width;
      label->rect.y = map_count (work, (guint) label->anchor.y) - label->rect.height / 2.0;
    }
}

/* In the order of the areas, each as near to its own as the others let it. */
static void
place_names (Work *work)
{
  QdFlowLayout *layout = work->layout;
  const guint n = layout->areas->len;
  const double right = map_day (work, get_last (work)->day + 1);
  g_autofree QdChartSpan *spans = g_new0 (QdChartSpan, n);
  double below = layout->plot.y + layout->plot.height;

  for (guint i = 0; i < n; i++)
    {
      QdFlowArea *area = &g_array_index (layout->areas, QdFlowArea, i);
      const double above = g_array_index (area->heights, double, area->heights->len - 1);

      if (area->label == NULL)
        return;

      area->label->anchor = (QdChartPlace) { right, (above + below) / 2.0 };
      /* From the top, as spans are. */
      spans[n - 1 - i].extent = area->label->rect.height;
      spans[n - 1 - i].wanted = area->label->anchor.y - area->label->rect.height / 2.0;
      below = above;
    }

  qd_chart_spans_settle (spans, n, 0.0, layout->plot.y + layout->plot.height);
  for (guint i = 0; i < n; i++)
    {
      QdChartLabel *label = g_array_index (layout->areas, QdFlowArea, i).label;

      label->rect.x = right + NAME_GAP + LABEL_SWATCH;
      label->rect.y = spans[n - 1 - i].start;
    }
}

static gboolean
is_free (const Work        *work,
         const QdChartRect *rect)
{
  for (guint i = 0; i < work->layout->labels->len; i++)
    {
      const QdChartLabel *other = work->layout->labels->pdata[i];

      if (qd_chart_rect_overlaps (&other->rect, rect))
        return FALSE;
    }

  return TRUE;
}

/* Where there is room for it. Beside it only what stands below the plot, too, is nearer
 * than @gap. */
static void
add_label (Work         *work,
           QdChartLabel *label,
           double        gap)
{
  QdChartRect around = label->rect;

  around.x -= gap;
  around.width += 2.0 * gap;
  around.y = work->layout->plot.y + work->layout->plot.height + work->line_height;
  if (qd_chart_rect_contains (&work->layout->area, &label->rect) &&
      is_free (work, &label->rect) && is_free (work, &around))
    g_ptr_array_add (work->layout->labels, label);
  else
    qd_chart_label_free (label);
}

static void
add_day (Work  *work,
         QdDay  day)
{
  const QdFlowLayout *layout = work->layout;
  const gboolean with_year = work->last_day - work->first_day >= QD_CHART_DAYS_PER_YEAR;
  g_autofree char *text = qd_chart_format_day (day, with_year);
  QdChartLabel *label = qd_chart_label_new (work->context, QD_CHART_LABEL_DAY, text,
                                            &work->style->faint, NULL, NULL);
  QdChartRect row = layout->plot;

  row.y += row.height + GAP;
  row.height = label->rect.height;
  row.width = layout->area.width - row.x;
  qd_chart_label_centre (label, map_day (work, day), row.y + row.height / 2.0);
  qd_chart_rect_push (&label->rect, &row);
  add_label (work, label, DAY_GAP);
}

/* The ends first: they are what the cycle is. */
static void
place_days (Work *work)
{
  const guint room = (guint) MAX (work->layout->plot.width / DAY_WIDTH, 2.0);
  g_autoptr (GArray) days = qd_chart_scale_days (work->first_day, work->last_day, room);

  if (work->layout->labels->len == 0)
    return;

  add_day (work, work->first_day);
  if (work->last_day > work->first_day)
    add_day (work, work->last_day);
  for (guint i = 1; i + 1 < days->len; i++)
    add_day (work, g_array_index (days, QdDay, i));
}

static void
place_today (Work *work)
{
  QdFlowLayout *layout = work->layout;
  QdChartLabel *label;
  QdChartRect row = layout->area;

  if (isnan (layout->today) || layout->labels->len == 0)
    return;

  label = qd_chart_label_new (work->context, QD_CHART_LABEL_TODAY, C_("chart", "Today"),
                              &work->style->faint, NULL, NULL);
  row.height = label->rect.height;
  qd_chart_label_centre (label, layout->today, label->rect.height / 2.0);
  qd_chart_rect_push (&label->rect, &row);
  for (guint i = 0; i < layout->areas->len; i++)
    {
      const QdChartLabel *name = g_array_index (layout->areas, QdFlowArea, i).label;

      if (name != NULL && qd_chart_rect_overlaps (&name->rect, &label->rect))
        {
          qd_chart_label_free (label);
          return;
        }
    }
  add_label (work, label, 0.0);
}

static void
init_work (Work               *work,
           const QdFlowChart  *chart,
           const QdChartStyle *style,
           QdFlowLayout       *layout)
{
  g_autoptr (QdChartLabel) sample = NULL;

  work->chart = chart;
  work->style = style;
  work->layout = layout;
  work->context = qd_chart_label_context (style);
  work->first_day = chart->first_day != QD_DAY_NONE ? chart->first_day : chart->days[0].day;
  work->last_day = MAX (chart->last_day, get_last (work)->day);
  sample = qd_chart_label_new (work->context, QD_CHART_LABEL_NOTE, "0", &style->faint, NULL,
                               NULL);
  work->line_height = sample->rect.height;
}

/**
 * qd_flow_layout_new:
 * @chart: a chart that is not empty
 * @style: font and colours of the text
 * @width: of the drawing, in pixels, above 0
 * @height: likewise
 *
 * Returns: (transfer full): where everything of the chart is
 */
QdFlowLayout *
qd_flow_layout_new (const QdFlowChart  *chart,
                    const QdChartStyle *style,
                    double              width,
                    double              height)
{
  QdFlowLayout *self;
  Work work = { 0 };

  g_return_val_if_fail (chart != NULL && style != NULL, NULL);
  g_return_val_if_fail (!qd_flow_chart_is_empty (chart), NULL);
  g_return_val_if_fail (width > 0.0 && height > 0.0, NULL);

  self = g_new0 (QdFlowLayout, 1);
  self->area.width = width;
  self->area.height = height;
  self->today = NAN;
  self->areas = g_array_new (FALSE, FALSE, sizeof (QdFlowArea));
  g_array_set_clear_func (self->areas, clear_area);
  self->grid = g_array_new (FALSE, FALSE, sizeof (double));
  self->weeks = g_array_new (FALSE, FALSE, sizeof (double));
  self->edges = g_array_new (FALSE, FALSE, sizeof (double));
  self->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) qd_chart_label_free);

  init_work (&work, chart, style, self);
  make_areas (&work);
  make_frame (&work);
  place_areas (&work);
  place_grid (&work);
  place_axis (&work);
  place_names (&work);
  place_days (&work);
  place_today (&work);
  g_object_unref (work.context);

  return self;
}

void
qd_flow_layout_free (QdFlowLayout *self)
{
  g_array_unref (self->areas);
  g_array_unref (self->grid);
  g_array_unref (self->weeks);
  g_array_unref (self->edges);
  g_ptr_array_unref (self->labels);
  g_free (self);
}
