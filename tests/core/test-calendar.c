/* The calendar where it is awkward: zones whose clocks skip midnight or strike it twice,
 * days that a zone left out, leap days, cycles that begin on any weekday. Each case names
 * its zone; the figures come from the tables of the time zones, not from the program.
 */

#include "config.h"

#include <time.h>

#include "method-cases.h"
#include "method/qd-expected.h"
#include "method/qd-rhythm.h"
#include "model/qd-cycle-private.h"
#include "model/qd-entity-private.h"

static void
use_zone (const char *zone)
{
  g_setenv ("TZ", zone, TRUE);
  tzset ();
}

/* An instant as UTC tells it. */
static gint64
instant_of (const char *utc)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (utc, zone);

  g_assert_nonnull (time);

  return g_date_time_to_unix (time) * 1000;
}

/* When a day begins, in UTC. */
static const struct start
{
  const char *name;
  const char *zone;
  const char *day;
  const char *utc;
} starts[] = {
  { "utc", "UTC", "2026-11-22", "2026-11-22T00:00:00" },
  { "berlin/winter", "Europe/Berlin", "2026-11-22", "2026-11-21T23:00:00" },
  { "berlin/summer", "Europe/Berlin", "2026-07-01", "2026-06-30T22:00:00" },
  { "berlin/spring-forward", "Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00" },
  { "berlin/day-after", "Europe/Berlin", "2026-03-30", "2026-03-29T22:00:00" },
  { "berlin/fall-back", "Europe/Berlin", "2026-10-25", "2026-10-24T22:00:00" },
  { "berlin/day-after-fall", "Europe/Berlin", "2026-10-26", "2026-10-25T23:00:00" },
  { "new-york/spring-forward", "America/New_York", "2026-03-08", "2026-03-08T05:00:00" },
  { "new-york/day-after", "America/New_York", "2026-03-09", "2026-03-09T04:00:00" },
  { "kathmandu", "Asia/Kathmandu", "2026-01-01", "2025-12-31T18:15:00" },
  { "half-hour-summer-time", "Australia/Lord_Howe", "2026-10-05", "2026-10-04T13:00:00" },
  { "farthest-east", "Pacific/Kiritimati", "2027-01-01", "2026-12-31T10:00:00" },
  { "farthest-west", "Pacific/Pago_Pago", "2027-01-01", "2027-01-01T11:00:00" },
  /* The clocks go from Saturday 24:00 to Sunday 1:00. */
  { "no-midnight", "America/Santiago", "2026-09-06", "2026-09-06T04:00:00" },
  /* And from Sunday 1:00 back to 0:00: it strikes midnight twice. */
  { "midnight-twice", "America/Havana", "2026-11-01", "2026-11-01T04:00:00" },
  /* And from Sunday 0:00 back to Saturday 23:00. */
  { "evening-twice", "America/Santiago", "2026-04-05", "2026-04-05T04:00:00" },
  { "day-left-out", "Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00" },
  { "after-day-left-out", "Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00" },
  { "leap-day", "Europe/Berlin", "2028-02-29", "2028-02-28T23:00:00" },
};

static void
test_start (gconstpointer data)
{
  const struct start *wanted = data;
  const QdDay day = qd_day_parse (wanted->day);

  use_zone (wanted->zone);
  g_assert_cmpint (qd_day_get_start (day), ==, instant_of (wanted->utc));
  g_assert_cmpuint (qd_day_of_instant (qd_day_get_start (day)), >=, day);
  g_assert_cmpuint (qd_day_of_instant (qd_day_get_start (day) - 1), <, day);
}

static void
test_no_start (void)
{
  g_assert_cmpint (qd_day_get_start (QD_DAY_NONE), ==, 0);
}

/* Every hour of a year, each belongs to the day that its start says. */
static void
test_hours (gconstpointer zone)
{
  const gint64 hour = 60 * 60 * 1000;
  const gint64 first = instant_of ("2026-01-02T00:00:00");

  use_zone (zone);
  for (gint64 at = first; at < first + 366 * 24 * hour; at += hour)
    {
      const QdDay day = qd_day_of_instant (at);

      g_assert_cmpint (qd_day_get_start (day), <=, at);
      g_assert_cmpint (qd_day_get_start (day + 1), >, at);
    }
}

/* Which week of a cycle a day is in: seven days from its first one, whatever weekday
 * that is and whatever the calendar of the locale calls the week.
 */
static const struct week
{
  const char *name;
  const char *first_day;
  const char *last_day;
  const char *day;
  guint week;
  guint n_weeks;
} weeks[] = {
  { "quarter-on-thursday/first", "2026-01-01", "2026-03-31", "2026-01-01", 1, 13 },
  { "quarter-on-thursday/wednesday", "2026-01-01", "2026-03-31", "2026-01-07", 1, 13 },
  { "quarter-on-thursday/thursday", "2026-01-01", "2026-03-31", "2026-01-08", 2, 13 },
  { "quarter-on-thursday/last", "2026-01-01", "2026-03-31", "2026-03-31", 13, 13 },
  { "leap-quarter/leap-day", "2028-01-01", "2028-03-31", "2028-02-29", 9, 13 },
  { "leap-quarter/last", "2028-01-01", "2028-03-31", "2028-03-31", 13, 13 },
  { "92-days/last", "2026-07-01", "2026-09-30", "2026-09-30", 13, 13 },
  { "monday/sunday", "2026-10-05", "2027-01-03", "2026-10-11", 1, 13 },
  { "monday/monday", "2026-10-05", "2027-01-03", "2026-10-12", 2, 13 },
  { "sunday/saturday", "2026-10-04", "2027-01-02", "2026-10-10", 1, 13 },
  { "sunday/sunday", "2026-10-04", "2027-01-02", "2026-10-11", 2, 13 },
  { "over-new-year", "2026-12-01", "2027-02-28", "2027-01-01", 5, 13 },
  { "over-week-53", "2026-12-01", "2027-02-28", "2027-01-04", 5, 13 },
  { "month", "2027-02-01", "2027-02-28", "2027-02-28", 4, 4 },
  { "half-year/summer-time", "2026-01-01", "2026-06-30", "2026-03-29", 13, 26 },
  { "one-day", "2026-05-01", "2026-05-01", "2026-05-01", 1, 1 },
};

static void
test_week (gconstpointer data)
{
  static const char * const zones[] = { "UTC", "America/Santiago", "Pacific/Apia" };
  const struct week *wanted = data;
  g_autoptr (QdCycle) cycle = qd_cycle_new (1);

  qd_cycle_set_first_day (cycle, qd_day_parse (wanted->first_day));
  qd_cycle_set_last_day (cycle, qd_day_parse (wanted->last_day));
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      use_zone (zones[i]);
      g_assert_cmpuint (qd_cycle_get_week (cycle, qd_day_parse (wanted->day)), ==,
                        wanted->week);
      g_assert_cmpuint (qd_cycle_get_n_weeks (cycle), ==, wanted->n_weeks);
    }
}

/* The first day on which check-ins are due, for a cycle that begins on any weekday. */
static const struct due
{
  const char *name;
  const char *first_day;
  guint weekday;
  const char *due;
} dues[] = {
  { "monday/friday", "2026-10-05", G_DATE_FRIDAY, "2026-10-09" },
  { "tuesday/friday", "2026-10-06", G_DATE_FRIDAY, "2026-10-09" },
  { "wednesday/friday", "2026-10-07", G_DATE_FRIDAY, "2026-10-09" },
  { "thursday/friday", "2026-10-01", G_DATE_FRIDAY, "2026-10-02" },
  { "friday/friday", "2026-10-09", G_DATE_FRIDAY, "2026-10-09" },
  { "saturday/friday", "2026-10-10", G_DATE_FRIDAY, "2026-10-16" },
  { "sunday/friday", "2026-10-11", G_DATE_FRIDAY, "2026-10-16" },
  { "sunday/monday", "2026-10-04", G_DATE_MONDAY, "2026-10-05" },
  { "monday/sunday", "2026-10-05", G_DATE_SUNDAY, "2026-10-11" },
  { "before-leap-day", "2028-02-26", G_DATE_TUESDAY, "2028-02-29" },
  { "leap-day", "2028-02-29", G_DATE_TUESDAY, "2028-02-29" },
  { "after-leap-day", "2028-02-29", G_DATE_MONDAY, "2028-03-06" },
  { "no-leap-day", "2027-02-26", G_DATE_MONDAY, "2027-03-01" },
  { "over-new-year", "2026-12-31", G_DATE_FRIDAY, "2027-01-01" },
};

static void
test_due (gconstpointer data)
{
  const struct due *wanted = data;
  const QdRhythm rhythm = { QD_RHYTHM_CADENCE, wanted->weekday };
  const QdDay first_day = qd_day_parse (wanted->first_day);
  const QdDay due = qd_day_parse (wanted->due);

  /* The table is right about the weekday. */
  g_assert_cmpuint ((due - 1) % 7 + 1, ==, wanted->weekday);
  g_assert_cmpuint (qd_rhythm_get_due (&rhythm, first_day, first_day + 90, QD_DAY_NONE,
                                       QD_DAY_NONE), ==, due);
  for (guint week = 1; week < 12; week++)
    g_assert_cmpuint (qd_rhythm_get_due (&rhythm, first_day, first_day + 90, QD_DAY_NONE,
                                         due + (week - 1) * 7), ==, due + week * 7);
}

/* A leap day is a day of the cycle like any other. */
static void
test_leap_quarter (void)
{
  const QdDay first = qd_day_parse ("2028-01-01");
  const QdDay last = qd_day_parse ("2028-03-31");

  g_assert_cmpuint (last - first, ==, 90);
  assert_figure (qd_expected_linear (first, last, qd_day_parse ("2028-02-28")), 58.0 / 90);
  assert_figure (qd_expected_linear (first, last, qd_day_parse ("2028-02-29")), 59.0 / 90);
  assert_figure (qd_expected_linear (first, last, qd_day_parse ("2028-03-01")), 60.0 / 90);
  assert_figure (qd_expected_linear (qd_day_parse ("2027-01-01"), qd_day_parse ("2027-03-31"),
                                     qd_day_parse ("2027-03-01")), 59.0 / 89);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
  } zones[] = { { "Europe/Berlin" }, { "America/Santiago" }, { "America/Havana" },
                { "Australia/Lord_Howe" }, { "Pacific/Chatham" } };

  g_test_init (&argc, &argv, NULL);

  ADD_CASES ("/calendar/start/", starts, test_start);
  g_test_add_func ("/calendar/start/no-day", test_no_start);
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *path = g_strconcat ("/calendar/hours/", zones[i].name, NULL);

      g_test_add_data_func (path, zones[i].name, test_hours);
    }
  ADD_CASES ("/calendar/week/", weeks, test_week);
  ADD_CASES ("/calendar/due/", dues, test_due);
  g_test_add_func ("/calendar/leap-quarter", test_leap_quarter);

  return g_test_run ();
}
