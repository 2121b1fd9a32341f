/* Where a metric lands if it goes on as it did, and how fast it would have to go.
 *
 * A forecast is no progress and no grade; it is only a straight line through the
 * last check-ins.
 */

#include "config.h"

#include <math.h>

#include "qd-forecast.h"

#define DAYS_IN_WEEK 7.0

/* Copies the last readings that have a value, the last one first. */
static guint
take_last (const QdPoint *readings,
           gsize          n_readings,
           QdPoint       *last)
{
  guint n = 0;

  for (gsize i = n_readings; i > 0 && n < QD_FORECAST_POINTS_MAX; i--)
    {
      if (isfinite (readings[i - 1].value))
        last[n++] = readings[i - 1];
    }

  return n;
}

static void
get_centre (const QdPoint *points,
            guint          n,
            double        *day,
            double        *value)
{
  *day = 0.0;
  *value = 0.0;

  for (guint i = 0; i < n; i++)
    {
      *day += (double) points[i].day / n;
      *value += points[i].value / n;
    }
}

/* By how much the value changes in a day. Figures are taken from the centre, so
 * that small movements of large values are not lost. */
static double
get_slope (const QdPoint *points,
           guint          n,
           double         centre_day,
           double         centre_value)
{
  double both = 0.0;
  double square = 0.0;

  for (guint i = 0; i < n; i++)
    {
      double day = points[i].day - centre_day;

      both += day * (points[i].value - centre_value);
      square += day * day;
    }

  return both / square;
}

/**
 * qd_forecast_land:
 * @readings: (array length=n_readings): values of the check-ins, by day; those that
 *   are NAN are left out
 * @n_readings: how many there are
 * @last_day: of the cycle
 * @landing: (out): where to put the value on the last day, in the unit of the metric
 * @weekly: (out): where to put what the value changes by in a week
 *
 * The method's rule for forecasts: a straight line by least squares through the
 * last %QD_FORECAST_POINTS_MIN to %QD_FORECAST_POINTS_MAX readings, read off on the
 * last day. With t in days and both averages t̄ and v̄:
 *
 * |[
 * slope = Σ (t − t̄) (v − v̄) ÷ Σ (t − t̄)²
 * landing = v̄ + slope · (last day − t̄)
 * weekly = 7 · slope
 * ]|
 *
 * Returns: whether there is a forecast; %FALSE where there are too few readings or
 *   all are of one day, and then nothing is put anywhere
 */
gboolean
qd_forecast_land (const QdPoint *readings,
                  gsize          n_readings,
                  QdDay          last_day,
                  double        *landing,
                  double        *weekly)
{
  QdPoint points[QD_FORECAST_POINTS_MAX];
  guint n = take_last (readings, n_readings, points);
  double day;
  double value;
  double slope;

  if (n < QD_FORECAST_POINTS_MIN || points[0].day == points[n - 1].day)
    return FALSE;

  get_centre (points, n, &day, &value);
  slope = get_slope (points, n, day, value);

  *landing = value + slope * (last_day - day);
  *weekly = DAYS_IN_WEEK * slope;
  return TRUE;
}

/**
 * qd_forecast_required_pace:
 * @current: where the metric stands, or NAN
 * @target: where it should land, or NAN
 * @today: a day
 * @last_day: of the cycle
 *
 * What the value has to change by in each week that is left, in the unit of the
 * metric, by the method's rule for forecasts:
 *
 * |[
 * required = (target − current) ÷ weeks left
 * ]|
 *
 * Returns: the change in a week, negative where the value has to fall; NAN where a
 *   figure is missing or no day is left
 */
double
qd_forecast_required_pace (double current,
                           double target,
                           QdDay  today,
                           QdDay  last_day)
{
  if (today >= last_day)
    return NAN;

  return (target - current) / ((last_day - today) / DAYS_IN_WEEK);
}
