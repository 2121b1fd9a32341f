/* Where the labels of a chart go, once its lines are known.
 *
 * Those around the plot have a place of their own and make room for each other.
 * Those in the plot try many places and take the one where they are in the way
 * of least.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-chart-layout-private.h"
#include "qd-chart-text.h"

/* Between two days below the axis, in pixels. */
#define DAY_GAP 10.0

/* Other days may be so much wider than the first one. */
#define MONTHS_DIFFER 1.25

/* Between two labels behind the lines, in pixels. */
#define END_GAP 2.0

/* From a label to the point that it belongs to, and to any other line. */
#define POINT_GAP 6.0
#define LINE_GAP 2.0
#define NOTE_GAP 10.0

/* How bad it is to cross each line. */
#define COST_VALUES 4.0
#define COST_TARGET 3.0
#define COST_FORECAST 3.0
#define COST_EXPECTED 2.0
#define COST_TODAY 1.0
#define COST_GRID 0.3

/* How bad it is to stand a pixel away from where it would be best. */
#define COST_PIXEL 0.03

/* So many places around a point are tried, each a little worse than the one
 * before. */
#define N_SIDES 24
#define COST_SIDE 0.03

/* The expected line need not be named at this price. */
#define MAX_COST 3.5

/* So many places along the expected line are tried, and this share of it is the
 * best one. */
#define N_TRIES 24
#define BEST_SHARE 0.3

/* Cells of the grid on which a sentence finds its place. */
#define NOTE_CELLS 11

typedef struct
{
  QdChartWork *work;
  QdChartLabel *label;
  double clearance;
  QdChartRect found;
  double cost;
} Search;

static gboolean
is_free (const QdChartWork *work,
         const QdChartRect *rect)
{
  const GPtrArray *labels = work->layout->labels;

  for (guint i = 0; i < labels->len; i++)
    {
      const QdChartLabel *label = g_ptr_array_index (labels, i);

      if (qd_chart_rect_overlaps (rect, &label->rect))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_crossed (const QdChartRect *rect,
            const GArray      *line)
{
  for (guint i = 0; i < line->len; i++)
    {
      const QdChartPlace *to = &g_array_index (line, QdChartPlace, i);

      if (qd_chart_rect_crossed (rect, to - MIN (i, 1), to))
        return TRUE;
    }

  return FALSE;
}

/* NAN is no line. */
static gboolean
is_at_height (const QdChartRect *rect,
              double             y)
{
  return y >= rect->y && y <= rect->y + rect->height;
}

static double
get_cost (const QdChartWork *work,
          const QdChartRect *rect,
          double             clearance)
{
  const QdChartLayout *layout = work->layout;
  const QdChartRect around = {
    rect->x - clearance, rect->y - clearance,
    rect->width + 2.0 * clearance, rect->height + 2.0 * clearance,
  };
  double cost = 0.0;

  if (is_crossed (&around, layout->line))
    cost += COST_VALUES;

  if (is_crossed (&around, layout->expected))
    cost += COST_EXPECTED;

  if (layout->fate != QD_CHART_FATE_UNKNOWN &&
      qd_chart_rect_crossed (&around, &layout->forecast[0], &layout->forecast[1]))
    cost += COST_FORECAST;

  if (is_at_height (&around, layout->target) || is_at_height (&around, layout->upper))
    cost += COST_TARGET;

  if (layout->today >= around.x && layout->today <= around.x + around.width)
    cost += COST_TODAY;

  for (guint i = 0; i < layout->grid->len; i++)
    {
      if (is_at_height (rect, g_array_index (layout->grid, double, i)))
        cost += COST_GRID;
    }

  return cost;
}

static void
search_begin (Search       *search,
              QdChartWork  *work,
              QdChartLabel *label,
              double        clearance)
{
  search->work = work;
  search->label = label;
  search->clearance = clearance;
  search->cost = INFINITY;
}

/* Tries a place for the top left corner; @price is what is wrong with it
 * anyway. */
static void
search_try (Search *search,
            double  x,
            double  y,
            double  price)
{
  const QdChartRect *plot = &search->work->layout->plot;
  QdChartRect rect = { x, y, search->label->rect.width, search->label->rect.height };

  qd_chart_rect_push (&rect, plot);
  if (!qd_chart_rect_contains (plot, &rect) || !is_free (search->work, &rect))
    return;

  price += (fabs (rect.x - x) + fabs (rect.y - y)) * COST_PIXEL;
  price += get_cost (search->work, &rect, search->clearance);
  if (price >= search->cost)
    return;

  search->cost = price;
  search->found = rect;
}

static void
search_end (Search *search,
            double  max_cost)
{
  if (!(search->cost < max_cost))
    {
      qd_chart_label_free (search->label);
      return;
    }

  search->label->rect = search->found;
  g_ptr_array_add (search->work->layout->labels, search->label);
}

/* From the lowest figure up; one for which the one below leaves no room goes. */
static void
place_axis (QdChartWork *work)
{
  QdChartLayout *layout = work->layout;
  double room = INFINITY;
  guint i = 0;

  while (i < layout->labels->len)
    {
      QdChartLabel *label = g_ptr_array_index (layout->labels, i);

      if (label->kind == QD_CHART_LABEL_VALUE)
        {
          qd_chart_label_centre (label, 0.0,
                                 qd_chart_layout_map_value (layout, label->anchor.y));
          label->rect.x = layout->plot.x - QD_CHART_GAP - label->rect.width;
          qd_chart_rect_push (&label->rect, &layout->area);

          if (label->rect.y + label->rect.height > room)
            {
              g_ptr_array_remove_index (layout->labels, i);
              continue;
            }
          room = label->rect.y;
        }

      i++;
    }
}

static int
compare_heights (gconstpointer a,
                 gconstpointer b)
{
  const QdChartLabel *first = *(QdChartLabel * const *) a;
  const QdChartLabel *second = *(QdChartLabel * const *) b;

  if (first->anchor.y != second->anchor.y)
    return first->anchor.y < second->anchor.y ? -1 : 1;

  return (int) first->kind - (int) second->kind;
}

/* The labels behind the lines, from top to bottom, so many as there is room
 * for. */
static GPtrArray *
get_ends (QdChartWork *work)
{
  static const QdChartLabelKind KINDS[] = {
    QD_CHART_LABEL_TARGET, QD_CHART_LABEL_LANDING, QD_CHART_LABEL_UPPER,
  };
  QdChartLayout *layout = work->layout;
  GPtrArray *ends = g_ptr_array_new ();
  double room = layout->plot.y + layout->plot.height;

  for (guint kind = 0; kind < G_N_ELEMENTS (KINDS); kind++)
    {
      for (guint i = 0; i < layout->labels->len; i++)
        {
          QdChartLabel *label = g_ptr_array_index (layout->labels, i);

          if (label->kind != KINDS[kind])
            continue;

          room -= label->rect.height + END_GAP;
          if (room < 0.0)
            {
              g_ptr_array_remove_index (layout->labels, i);
              break;
            }

          g_ptr_array_add (ends, label);
        }
    }

  return ends;
}

static void
place_ends (QdChartWork *work)
{
  QdChartLayout *layout = work->layout;
  g_autoptr (GPtrArray) ends = get_ends (work);
  const double right = layout->plot.x + layout->plot.width;
  QdChartSpan spans[3];

  g_assert (ends->len <= G_N_ELEMENTS (spans));

  for (guint i = 0; i < ends->len; i++)
    {
      QdChartLabel *label = g_ptr_array_index (ends, i);

      label->anchor.x = right;
      label->anchor.y = label->kind == QD_CHART_LABEL_LANDING
                          ? layout->forecast[1].y
                          : qd_chart_layout_map_value (layout, label->anchor.y);
    }

  g_ptr_array_sort (ends, compare_heights);
  for (guint i = 0; i < ends->len; i++)
    {
      const QdChartLabel *label = g_ptr_array_index (ends, i);

      spans[i].extent = label->rect.height + END_GAP;
      spans[i].wanted = label->anchor.y - spans[i].extent / 2.0;
    }

  qd_chart_spans_settle (spans, ends->len, 0.0, layout->plot.y + layout->plot.height);
  for (guint i = 0; i < ends->len; i++)
    {
      QdChartLabel *label = g_ptr_array_index (ends, i);

      label->rect.x = right + QD_CHART_LABEL_GAP;
      label->rect.y = spans[i].start + END_GAP / 2.0;
    }
}

static QdChartLabel *
make_day (QdChartWork *work,
          QdDay        day)
{
  const QdChart *chart = work->chart;
  const gboolean with_year = chart->last_day - chart->first_day >= QD_CHART_DAYS_PER_YEAR;
  g_autofree char *text = qd_chart_format_day (day, with_year);

  return qd_chart_label_new (work->context, QD_CHART_LABEL_DAY, text,
                             &work->style->faint, NULL, NULL);
}

static void
place_day (QdChartWork *work,
           QdDay        day)
{
  const QdChartLayout *layout = work->layout;
  g_autoptr (QdChartLabel) label = make_day (work, day);
  QdChartRect row = layout->plot;
  QdChartRect around;

  row.y += row.height + QD_CHART_GAP;
  row.height = label->rect.height;
  qd_chart_label_centre (label, qd_chart_layout_map_day (layout, work->chart, day),
                         row.y + row.height / 2.0);
  qd_chart_rect_push (&label->rect, &row);

  /* Beside it only other days are too near; so all around starts below the plot. */
  around = label->rect;
  around.x -= DAY_GAP;
  around.width += 2.0 * DAY_GAP;
  around.y = layout->plot.y + layout->plot.height + work->line_height;
  if (qd_chart_rect_contains (&row, &label->rect) &&
      qd_chart_rect_contains (&layout->area, &label->rect) &&
      is_free (work, &label->rect) && is_free (work, &around))
    g_ptr_array_add (layout->labels, g_steal_pointer (&label));
}

/* The ends of the cycle first. */
static void
place_days (QdChartWork *work)
{
  const QdChart *chart = work->chart;
  g_autoptr (QdChartLabel) sample = make_day (work, chart->first_day);
  const double room = sample->rect.width * MONTHS_DIFFER + DAY_GAP;
  const guint max_ticks = (guint) fmax (work->layout->plot.width / room, 2.0);
  g_autoptr (GArray) days = qd_chart_scale_days (chart->first_day, chart->last_day, max_ticks);

  place_day (work, chart->first_day);
  if (chart->last_day > chart->first_day)
    place_day (work, chart->last_day);

  for (guint i = 1; i + 1 < days->len; i++)
    place_day (work, g_array_index (days, QdDay, i));
}

static void
place_today (QdChartWork *work)
{
  QdChartLayout *layout = work->layout;
  QdChartRect row = layout->plot;
  g_autoptr (QdChartLabel) label = NULL;
  g_autofree char *day = NULL;

  if (isnan (layout->today))
    return;

  if (work->chart->past)
    day = qd_chart_format_day (work->chart->today, FALSE);
  label = qd_chart_label_new (work->context, QD_CHART_LABEL_TODAY,
                              day != NULL ? day : C_("chart", "Today"),
                              &work->style->faint, NULL, NULL);
  row.y = 0.0;
  row.height = layout->plot.y;
  qd_chart_label_centre (label, layout->today, label->rect.height / 2.0);
  qd_chart_rect_push (&label->rect, &row);
  if (qd_chart_rect_contains (&row, &label->rect) && is_free (work, &label->rect))
    g_ptr_array_add (layout->labels, g_steal_pointer (&label));
}

/* All around its point, above it best. */
static void
place_last (QdChartWork *work)
{
  QdChartLayout *layout = work->layout;
  QdChartPlace point;
  QdChartLabel *label;
  Search search;

  if (layout->readings->len == 0)
    return;

  point = g_array_index (layout->points, QdChartPlace, layout->points->len - 1);
  label = qd_chart_work_make_figure (work, QD_CHART_LABEL_LAST, NULL,
                                     g_array_index (layout->readings, QdPoint,
                                                    layout->readings->len - 1).value,
                                     &work->style->foreground, layout->plot.width / 2.0);

  search_begin (&search, work, label, LINE_GAP);
  for (guint i = 0; i < N_SIDES; i++)
    {
      /* Now to the left and now to the right. */
      const double turn = (i % 2 == 0 ? 1.0 : -1.0) * ((i + 1) / 2) * 2.0 * G_PI / N_SIDES;
      const double reach = fmax (fabs (sin (turn)), fabs (cos (turn)));
      const double dx = sin (turn) / reach * (label->rect.width / 2.0 + POINT_GAP);
      const double dy = -cos (turn) / reach * (label->rect.height / 2.0 + POINT_GAP);

      qd_chart_label_centre (label, point.x + dx, point.y + dy);
      search_try (&search, label->rect.x, label->rect.y, i * COST_SIDE);
    }
  search_end (&search, INFINITY);
}

/* Where the expected line is at a share of the width. */
static QdChartPlace
follow_expected (const QdChartLayout *layout,
                 double               share)
{
  const QdChartPlace *at = (const QdChartPlace *) (gpointer) layout->expected->data;
  const QdChartPlace *end = at + layout->expected->len - 1;
  QdChartPlace place = { layout->plot.x + layout->plot.width * share, at->y };

  while (at + 1 < end && at[1].x < place.x)
    at++;

  if (at[1].x > at->x)
    place.y = at->y + (at[1].y - at->y) * (place.x - at->x) / (at[1].x - at->x);

  return place;
}

static void
place_expected (QdChartWork *work)
{
  QdChartLayout *layout = work->layout;
  QdChartLabel *label;
  Search search;

  if (layout->expected->len < 2)
    return;

  label = qd_chart_label_new (work->context, QD_CHART_LABEL_EXPECTED,
                              C_("chart", "Expected"), &work->style->faint, NULL, NULL);
  search_begin (&search, work, label, LINE_GAP);
  for (guint i = 1; i < N_TRIES; i++)
    {
      const double share = (double) i / N_TRIES;
      const QdChartPlace place = follow_expected (layout, share);
      const double price = fabs (share - BEST_SHARE);
      const double left = place.x - label->rect.width - LINE_GAP;
      const double above = place.y - label->rect.height - LINE_GAP;

      search_try (&search, left, above, price);
      search_try (&search, left, place.y + LINE_GAP, price);
      search_try (&search, place.x + LINE_GAP, above, price);
      search_try (&search, place.x + LINE_GAP, place.y + LINE_GAP, price);
    }
  search_end (&search, MAX_COST);
}

static void
place_note (QdChartWork *work)
{
  const QdChartRect *plot = &work->layout->plot;
  QdChartLabel *label;
  Search search;

  if (work->layout->readings->len > 0)
    return;

  label = qd_chart_label_new (work->context, QD_CHART_LABEL_NOTE,
                              qd_chart_get_silence (), &work->style->faint, NULL, NULL);
  qd_chart_label_wrap (label, plot->width);

  search_begin (&search, work, label, NOTE_GAP);
  for (guint i = 0; i < NOTE_CELLS * NOTE_CELLS; i++)
    {
      const double across = (double) (i % NOTE_CELLS) / (NOTE_CELLS - 1);
      const double down = (double) (i / NOTE_CELLS) / (NOTE_CELLS - 1);

      search_try (&search,
                  plot->x + (plot->width - label->rect.width) * across,
                  plot->y + (plot->height - label->rect.height) * down,
                  fabs (across - 0.5) + fabs (down - 0.5));
    }
  search_end (&search, INFINITY);
}

/**
 * qd_chart_work_place_labels:
 * @work: a layout with all its lines
 *
 * Places the labels that are there, and adds the others.
 */
void
qd_chart_work_place_labels (QdChartWork *work)
{
  place_axis (work);
  place_ends (work);
  place_days (work);
  place_today (work);
  place_last (work);
  place_expected (work);
  place_note (work);
}
