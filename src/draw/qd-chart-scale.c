/* Where an axis has its ticks: at values that one has in the head, and at days
 * that one has in the calendar.
 *
 * Knows neither pixels nor text; the caller says how many ticks there is room
 * for.
 */

#include "config.h"

#include <math.h>

#include "qd-chart-scale.h"

/* Values that lie closer together than this share of their size are drawn as the
 * same: the noise of doubles is no movement. */
#define MIN_SPAN 1e-6

/* And then there is so much room above and below. */
#define ROOM_AROUND 0.05

/* Below this nothing can be divided any more. */
#define MIN_FIGURE 1e-290

static const double STEPS[] = { 1.0, 2.0, 2.5, 5.0 };

/* A span that is longer is thought of in months. */
#define MAX_DAYS 62

static const guint DAY_STEPS[] = { 1, 2, 7, 14 };
static const guint MONTH_STEPS[] = { 1, 2, 3, 6, 12, 24, 60, 120 };

/* Room for a line where all values are the same. */
static void
spread (double *lowest,
        double *highest)
{
  const double size = fmax (fabs (*lowest), fabs (*highest));

  if (*highest - *lowest > size * MIN_SPAN && *highest - *lowest > MIN_FIGURE)
    return;

  if (size < MIN_FIGURE)
    {
      *lowest = 0.0;
      *highest = 1.0;
      return;
    }

  *lowest -= size * ROOM_AROUND;
  *highest += size * ROOM_AROUND;
}

static void
set_step (QdChartScale *scale,
          double        lowest,
          double        highest,
          double        step)
{
  /* What is a tick but for the noise of a division is one. */
  const double from = floor (lowest / step + 1e-9);
  const double to = ceil (highest / step - 1e-9);

  scale->first = from * step + 0.0;
  scale->step = step;
  scale->n_ticks = (guint) fmax (to - from, 1.0) + 1;
}

static GArray *
add_days (QdDay first,
          QdDay last,
          guint step)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (QdDay));

  for (QdDay day = first; day < last; day += step)
    g_array_append_val (days, day);
  g_array_append_val (days, last);

  return days;
}

/* The first of every so many months, between the first day and the last. */
static GArray *
add_months (QdDay first,
            QdDay last,
            guint step)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (QdDay));
  GDate date;
  QdDay day;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, first);
  day = qd_day_new (g_date_get_year (&date), g_date_get_month (&date), 1);

  g_array_append_val (days, first);
  while ((day = qd_day_add_months (day, (int) step)) < last)
    g_array_append_val (days, day);
  if (last > first)
    g_array_append_val (days, last);

  return days;
}

/**
 * qd_chart_scale_values:
 * @lowest: the lowest value that is to be seen
 * @highest: the highest one, not below @lowest
 * @max_ticks: so many at most, %QD_CHART_MIN_TICKS at least
 * @whole: whether there is nothing between whole numbers
 * @scale: (out caller-allocates): the scale
 *
 * Finds the finest steps of 1, 2, 2.5 or 5 times a power of ten that do with so
 * many ticks and hold all values between the first and the last of them.
 */
void
qd_chart_scale_values (double        lowest,
                       double        highest,
                       guint         max_ticks,
                       gboolean      whole,
                       QdChartScale *scale)
{
  double power;
  guint i = 0;

  g_return_if_fail (lowest <= highest);
  g_return_if_fail (max_ticks >= QD_CHART_MIN_TICKS);

  spread (&lowest, &highest);
  power = pow (10.0, floor (log10 ((highest - lowest) / max_ticks)));
  if (whole)
    power = fmax (power, 1.0);

  /* A step as wide as the whole has three ticks at most. */
  do
    {
      set_step (scale, lowest, highest, STEPS[i] * power);
      if (++i == G_N_ELEMENTS (STEPS))
        {
          power *= 10.0;
          i = 0;
        }
    }
  while (scale->n_ticks > max_ticks || (whole && scale->step != floor (scale->step)));
}

/**
 * qd_chart_scale_get_tick:
 * @scale: a scale
 * @tick: which, from 0
 *
 * Returns: the value of the tick; the first one being so many steps, 0 is 0 and not
 *   what is left of sums
 */
double
qd_chart_scale_get_tick (const QdChartScale *scale,
                         guint               tick)
{
  return scale->first + tick * scale->step;
}

/**
 * qd_chart_scale_days:
 * @first: the first day
 * @last: the last one, not before @first
 * @max_ticks: about so many at most
 *
 * Returns: (transfer full) (element-type QdDay): ticks by day: the first day, the
 *   last one, and between them days, weeks or the first days of months
 */
GArray *
qd_chart_scale_days (QdDay first,
                     QdDay last,
                     guint max_ticks)
{
  const guint n_days = last - first + 1;

  g_return_val_if_fail (g_date_valid_julian (first) && first <= last, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (DAY_STEPS) && n_days <= MAX_DAYS; i++)
    {
      if (n_days <= max_ticks * DAY_STEPS[i])
        return add_days (first, last, DAY_STEPS[i]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (MONTH_STEPS); i++)
    {
      if (n_days / 30 < max_ticks * MONTH_STEPS[i])
        return add_months (first, last, MONTH_STEPS[i]);
    }

  return add_days (first, last, MAX (last - first, 1));
}
