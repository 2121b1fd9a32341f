/* Days: their text, months and quarters; and the clock that tests can set.
 *
 * Runs in a zone behind UTC, late in the evening of a leap day, where it is
 * tomorrow already for UTC.
 */

#include "config.h"

#include <string.h>

#include "qd-clock.h"

#define NOW "2024-02-29T23:30:00"

/* Returns NULL for no day. */
static char *
iso_of (guint year,
        guint month,
        guint day)
{
  return qd_day_to_iso (qd_day_new (year, month, day));
}

static void
test_new (void)
{
  static const struct {
    guint year;
    guint month;
    guint day;
    const char *iso;
  } cases[] = {
    { 1, 1, 1, "0001-01-01" },
    { 2026, 11, 22, "2026-11-22" },
    { 2024, 2, 29, "2024-02-29" },
    { 2026, 2, 29, NULL },
    { 2000, 2, 29, "2000-02-29" },
    { 1900, 2, 29, NULL },
    { 9999, 12, 31, "9999-12-31" },
    { 10000, 1, 1, NULL },
    { 0, 1, 1, NULL },
    { 2026, 0, 1, NULL },
    { 2026, 13, 1, NULL },
    { 2026, 1, 0, NULL },
    { 2026, 1, 32, NULL },
    { 2026, 1, 257, NULL },
    { 2026, 257, 1, NULL },
    { 2026, 4, 31, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iso = iso_of (cases[i].year, cases[i].month, cases[i].day);

      g_assert_cmpstr (iso, ==, cases[i].iso);
    }

  g_assert_cmpuint (qd_day_new (1, 1, 1), ==, 1);
}

static void
test_parse (void)
{
  static const char *valid[] = { "0001-01-01", "2024-02-29", "2026-11-22", "9999-12-31" };
  static const char *invalid[] = {
    "", "2026", "2026-11", "2026-11-2", "2026-1-22", "26-11-22", "20261122",
    "2026-11-22 ", "2026-11-22T09:30", "2026-11-223", "2026/11/22",
    "22-11-2026", "2026-02-29", "2026-00-10", "2026-10-00", "0000-01-01",
    " 026-11-22", "2026- 1-22", "2026-11-+2", "+026-11-22", "2026--1-22",
    "2026-1a-22", "x026-11-22", "12026-11-22", "tomorrow",
  };

  g_assert_cmpuint (qd_day_parse (NULL), ==, QD_DAY_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    {
      g_autofree char *iso = qd_day_to_iso (qd_day_parse (valid[i]));

      g_assert_cmpstr (iso, ==, valid[i]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      g_test_message ("parse '%s'", invalid[i]);
      g_assert_cmpuint (qd_day_parse (invalid[i]), ==, QD_DAY_NONE);
    }
}

/* A day is a plain number: the next one is one more. */
static void
test_arithmetic (void)
{
  g_assert_cmpuint (qd_day_parse ("2024-02-28") + 2, ==, qd_day_parse ("2024-03-01"));
  g_assert_cmpuint (qd_day_parse ("2026-02-28") + 1, ==, qd_day_parse ("2026-03-01"));
  g_assert_cmpuint (qd_day_parse ("2026-12-31") + 1, ==, qd_day_parse ("2027-01-01"));
}

static void
test_no_day (void)
{
  g_autofree char *display = qd_day_to_display (qd_day_parse ("2026-11-22"));
  g_autofree char *words = qd_day_to_long (qd_day_parse ("2026-11-22"));
  g_autofree char *early = qd_day_to_long (qd_day_parse ("1000-01-05"));

  g_assert_null (qd_day_to_iso (QD_DAY_NONE));
  g_assert_null (qd_day_to_display (QD_DAY_NONE));
  g_assert_cmpstr (words, ==, "November 22, 2026");
  g_assert_cmpstr (early, ==, "January 5, 1000");
  g_assert_null (qd_day_to_long (QD_DAY_NONE));
  g_assert_nonnull (display);
  g_assert_nonnull (strstr (display, "22"));
}

static void
test_add_months (void)
{
  static const struct {
    const char *day;
    int months;
    const char *expected;
  } cases[] = {
    { "2026-11-22", 0, "2026-11-22" },
    { "2026-11-22", 1, "2026-12-22" },
    { "2026-11-22", 2, "2027-01-22" },
    { "2026-11-22", 14, "2028-01-22" },
    { "2026-01-31", 1, "2026-02-28" },
    { "2024-01-31", 1, "2024-02-29" },
    { "2026-05-31", -3, "2026-02-28" },
    { "2026-01-15", -1, "2025-12-15" },
    { "2024-02-29", 12, "2025-02-28" },
    { "2024-02-29", -48, "2020-02-29" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QdDay day = qd_day_add_months (qd_day_parse (cases[i].day), cases[i].months);
      g_autofree char *iso = qd_day_to_iso (day);

      g_assert_cmpstr (iso, ==, cases[i].expected);
    }
}

static void
test_quarter (void)
{
  static const struct {
    const char *day;
    const char *first;
    const char *last;
    const char *name;
  } cases[] = {
    { "2026-01-01", "2026-01-01", "2026-03-31", "2026 Q1" },
    { "2024-02-29", "2024-01-01", "2024-03-31", "2024 Q1" },
    { "2026-03-31", "2026-01-01", "2026-03-31", "2026 Q1" },
    { "2026-04-01", "2026-04-01", "2026-06-30", "2026 Q2" },
    { "2026-08-15", "2026-07-01", "2026-09-30", "2026 Q3" },
    { "2026-10-01", "2026-10-01", "2026-12-31", "2026 Q4" },
    { "2026-12-31", "2026-10-01", "2026-12-31", "2026 Q4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QdDay day = qd_day_parse (cases[i].day);
      g_autofree char *name = qd_day_quarter_name (day);
      g_autofree char *first_iso = NULL;
      g_autofree char *last_iso = NULL;
      QdDay first, last;

      qd_day_get_quarter (day, &first, &last);
      first_iso = qd_day_to_iso (first);
      last_iso = qd_day_to_iso (last);

      g_assert_cmpstr (first_iso, ==, cases[i].first);
      g_assert_cmpstr (last_iso, ==, cases[i].last);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

/* The day of the person, not that of UTC; and what no calendar has, from a file that
 * was not written by us. */
static void
test_of_instant (void)
{
  static const struct {
    gint64 instant;
    const char *iso;
  } cases[] = {
    { G_GINT64_CONSTANT (1709267399999), "2024-02-29" },
    { G_GINT64_CONSTANT (1709269200000), "2024-03-01" },
    { 0, "1969-12-31" },
    { G_GINT64_CONSTANT (-62135596800000), NULL },
    { G_GINT64_CONSTANT (-62135553600000), "0001-01-01" },
    { G_GINT64_CONSTANT (253402318799999), "9999-12-31" },
    { G_GINT64_CONSTANT (253402318800000), NULL },
    { G_MININT64, NULL },
    { G_MAXINT64, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iso = qd_day_to_iso (qd_day_of_instant (cases[i].instant));

      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

static void
test_now (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) start = g_date_time_new_from_iso8601 (NOW, zone);
  g_autofree char *today = qd_day_to_iso (qd_clock_today ());
  gint64 since_start = qd_clock_now (NULL) - g_date_time_to_unix (start) * 1000;
  gint64 before = qd_clock_now (NULL);

  g_assert_cmpstr (today, ==, "2024-02-29");
  g_assert_cmpint (since_start, >=, -1);
  g_assert_cmpint (since_start, <, 5 * 60 * 1000);

  /* The clock runs. */
  g_usleep (5000);
  g_assert_cmpint (qd_clock_now (NULL), >, before);
}

int
main (int   argc,
      char *argv[])
{
  /* The clock is set once, when it is first read. */
  g_setenv ("QUARTERDECK_NOW", NOW, TRUE);
  g_setenv ("TZ", "America/New_York", TRUE);

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/day/new", test_new);
  g_test_add_func ("/clock/day/parse", test_parse);
  g_test_add_func ("/clock/day/arithmetic", test_arithmetic);
  g_test_add_func ("/clock/day/none", test_no_day);
  g_test_add_func ("/clock/day/add-months", test_add_months);
  g_test_add_func ("/clock/day/quarter", test_quarter);
  g_test_add_func ("/clock/now", test_now);
  g_test_add_func ("/clock/of-instant", test_of_instant);

  return g_test_run ();
}
