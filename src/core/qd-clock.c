/* Days and the time of day.
 *
 * The environment variable QUARTERDECK_NOW ("2026-11-22" or
 * "2026-11-22T09:30") sets the time at which the process starts, so that tests
 * can live through a quarter; the clock runs on from there.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <time.h>

#include "qd-clock.h"

/* The offset in milliseconds that QUARTERDECK_NOW asks for. */
static gint64
clock_offset (void)
{
  static gsize initialized = 0;
  static gint64 offset = 0;

  if (g_once_init_enter (&initialized))
    {
      const char *text = g_getenv ("QUARTERDECK_NOW");

      if (text != NULL && *text != '\0')
        {
          g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
          g_autofree char *full = NULL;
          g_autoptr (GDateTime) at = NULL;

          /* GLib wants seconds. */
          if (strchr (text, 'T') == NULL)
            full = g_strconcat (text, "T12:00:00", NULL);
          else
            full = g_strconcat (text, strlen (text) == strlen ("2026-11-22T09:30") ? ":00" : "",
                                NULL);

          at = g_date_time_new_from_iso8601 (full, zone);
          if (at != NULL)
            offset = g_date_time_to_unix (at) * 1000 - g_get_real_time () / 1000;
          else
            g_warning ("QUARTERDECK_NOW is no date: %s", text);
        }

      g_once_init_leave (&initialized, 1);
    }

  return offset;
}

/**
 * qd_clock_now:
 * @unused: so that the function is a #QdClockFunc
 *
 * Returns: the wall clock, in milliseconds since the Unix epoch
 */
gint64
qd_clock_now (gpointer unused)
{
  return g_get_real_time () / 1000 + clock_offset ();
}

/**
 * qd_clock_today:
 *
 * Returns: today, in the time zone of the person
 */
QdDay
qd_clock_today (void)
{
  /* The person may have come to another time zone. */
  tzset ();

  return qd_day_of_instant (qd_clock_now (NULL));
}

/**
 * qd_day_new:
 *
 * Returns: the day, or %QD_DAY_NONE where the calendar has no such day
 */
QdDay
qd_day_new (guint year,
            guint month,
            guint day)
{
  GDate date;

  /* GDate takes the day as a byte and the year as two. */
  if (year > 9999 || day > 31 || !g_date_valid_dmy (day, month, year))
    return QD_DAY_NONE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);

  return g_date_get_julian (&date);
}

/**
 * qd_day_parse:
 * @iso: (nullable): "2026-11-22"
 *
 * Returns: the day, or %QD_DAY_NONE for anything else
 */
QdDay
qd_day_parse (const char *iso)
{
  static const char form[] = "0000-00-00";
  guint parts[3] = { 0, 0, 0 };
  guint part = 0;

  if (iso == NULL || strlen (iso) != strlen (form))
    return QD_DAY_NONE;

  for (guint i = 0; form[i] != '\0'; i++)
    {
      if (form[i] == '-' && iso[i] == '-')
        part++;
      else if (form[i] == '0' && g_ascii_isdigit (iso[i]))
        parts[part] = parts[part] * 10 + (guint) g_ascii_digit_value (iso[i]);
      else
        return QD_DAY_NONE;
    }

  return qd_day_new (parts[0], parts[1], parts[2]);
}

/**
 * qd_day_of_instant:
 * @instant: milliseconds since the Unix epoch
 *
 * Returns: the day that it was in the time zone of the person, or %QD_DAY_NONE
 *   outside the years that the calendar has
 */
QdDay
qd_day_of_instant (gint64 instant)
{
  const time_t time = (time_t) (instant / 1000);
  struct tm local;

  /* Not GDateTime, which reads the time zone anew each time: a board asks for the day
   * of each of its cards. */
  if (localtime_r (&time, &local) == NULL || local.tm_year < -1900)
    return QD_DAY_NONE;

  return qd_day_new ((guint) local.tm_year + 1900, (guint) local.tm_mon + 1,
                     (guint) local.tm_mday);
}

/**
 * qd_day_get_start:
 * @day: a day
 *
 * The first instant of a day in the time zone of the person, also where its clocks skip
 * midnight or strike it twice. A day that the zone left out begins when the next one does.
 *
 * Returns: milliseconds since the Unix epoch; 0 for no day
 */
gint64
qd_day_get_start (QdDay day)
{
  const gint64 day_seconds = 24 * 60 * 60;
  /* No zone is as far from UTC as that. */
  const gint64 slack = 30 * 60 * 60;
  gint64 before, start;

  if (!g_date_valid_julian (day))
    return 0;

  start = ((gint64) day - (gint64) qd_day_new (1970, 1, 1)) * day_seconds + slack;
  before = start - 2 * slack;
  while (start - before > 1)
    {
      const gint64 middle = before + (start - before) / 2;

      if (qd_day_of_instant (middle * 1000) >= day)
        start = middle;
      else
        before = middle;
    }

  return start * 1000;
}

/**
 * qd_day_to_iso:
 *
 * Returns: (transfer full) (nullable): "2026-11-22", or %NULL for no day
 */
char *
qd_day_to_iso (QdDay day)
{
  GDate date;

  if (!g_date_valid_julian (day))
    return NULL;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);

  return g_strdup_printf ("%04u-%02u-%02u",
                          g_date_get_year (&date),
                          g_date_get_month (&date),
                          g_date_get_day (&date));
}

static char *
format_day (QdDay       day,
            const char *format)
{
  GDate date;
  char text[128];

  if (!g_date_valid_julian (day))
    return NULL;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  if (g_date_strftime (text, sizeof text, format, &date) == 0)
    return qd_day_to_iso (day);

  return g_strdup (text);
}

/**
 * qd_day_to_display:
 *
 * Returns: (transfer full) (nullable): the day as the locale writes it
 */
char *
qd_day_to_display (QdDay day)
{
  return format_day (day, "%x");
}

/**
 * qd_day_to_long:
 *
 * Returns: (transfer full) (nullable): the day for a sentence, with the name of its
 *   month, which no two people read differently: "November 22, 2026"; %NULL for no day
 */
char *
qd_day_to_long (QdDay day)
{
  /* Translators: a day in a sentence or a form, for strftime(). */
  return format_day (day, _("%B %-d, %Y"));
}

/**
 * qd_day_add_months:
 * @day: a day
 * @months: how many months later, or earlier where negative
 *
 * Returns: the same day of that month, or its last day where it is shorter
 */
QdDay
qd_day_add_months (QdDay day,
                   int   months)
{
  GDate date;

  g_return_val_if_fail (g_date_valid_julian (day), QD_DAY_NONE);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  if (months >= 0)
    g_date_add_months (&date, (guint) months);
  else
    g_date_subtract_months (&date, (guint) -months);

  return g_date_get_julian (&date);
}

/**
 * qd_day_get_quarter:
 * @day: a day
 * @first: (out): the first day of its calendar quarter
 * @last: (out): the last day of it
 */
void
qd_day_get_quarter (QdDay  day,
                    QdDay *first,
                    QdDay *last)
{
  GDate date;
  guint month;

  g_return_if_fail (g_date_valid_julian (day));

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  month = ((guint) g_date_get_month (&date) - 1) / 3 * 3 + 1;

  *first = qd_day_new (g_date_get_year (&date), month, 1);
  *last = qd_day_add_months (*first, 3) - 1;
}

/**
 * qd_day_quarter_name:
 *
 * Returns: (transfer full): "2026 Q4"
 */
char *
qd_day_quarter_name (QdDay day)
{
  GDate date;

  g_return_val_if_fail (g_date_valid_julian (day), NULL);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);

  return g_strdup_printf ("%04u Q%u",
                          g_date_get_year (&date),
                          ((guint) g_date_get_month (&date) - 1) / 3 + 1);
}
