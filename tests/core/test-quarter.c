/* Quarters and spans of days in titles and lines. */

#include "config.h"

#include "exchange/qd-quarter.h"

static void
test_names (void)
{
  static const struct
  {
    const char *text;
    const char *name;
  } NAMES[] = {
    { "2026 Q4", "2026 Q4" },
    { "Q4 2026", "2026 Q4" },
    { "OKRs 2026-Q4", "2026 Q4" },
    { "2026Q4", "2026 Q4" },
    { "q4/2026", "2026 Q4" },
    { "Q4-2026", "2026 Q4" },
    { "Q4, 2026", "2026 Q4" },
    { "Growth (Q4 2026)", "2026 Q4" },
    { "Q4 '26", "2026 Q4" },
    { "Q4’26", "2026 Q4" },
    { "Q4 of 2026", "2026 Q4" },
    { "4th quarter 2026", "2026 Q4" },
    { "the fourth quarter of 2026", "2026 Q4" },
    { "Quarter 4, 2026", "2026 Q4" },
    { "4. Quartal 2026", "2026 Q4" },
    { "OKRs 2. Quartal 2027", "2027 Q2" },
    { "Quartal 4/2026", "2026 Q4" },
    { "FY22-Q3 OKRs", "FY22-Q3" },
    { "FY22Q3", "FY22-Q3" },
    { "FY2022 Q3", "FY2022-Q3" },
    { "Q3 FY22", "FY22-Q3" },
    { "for Q3 in fiscal year 2022, which runs", "FY2022-Q3" },
    { "Q2 is over, Q3 2026 begins", "2026 Q3" },
    { "2026 Q4 and 2027 Q1", "2026 Q4" },
  };
  QdQuarter quarter;

  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autofree char *name = NULL;

      g_test_message ("%s", NAMES[i].text);
      g_assert_true (qd_quarter_find (NAMES[i].text, &quarter));
      g_assert_cmpuint (quarter.year, !=, 0);
      name = qd_quarter_to_name (&quarter);
      g_assert_cmpstr (name, ==, NAMES[i].name);
    }
}

static void
test_no_names (void)
{
  static const char * const TEXTS[] = {
    "", "2026", "Q5 2026", "Q0", "Q", "Quarterdeck", "FAQ4 2026", "Q42026",
    "every quarter", "IQ4you", "5. Quartal 2026", "q", "14th quarter",
  };
  QdQuarter quarter;

  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    {
      g_test_message ("%s", TEXTS[i]);
      g_assert_false (qd_quarter_find (TEXTS[i], &quarter));
    }
}

/* What belongs to the name, and can be cut out of a title. */
static void
test_place (void)
{
  static const struct
  {
    const char *text;
    const char *found;
  } PLACES[] = {
    { "Growth 2026 Q4 OKRs", "2026 Q4" },
    { "Growth – Q4/2026", "Q4/2026" },
    { "OKRs FY 22-Q3, Growth", "FY 22-Q3" },
    { "Das 4. Quartal 2026 im Blick", "4. Quartal 2026" },
    { "The 1st quarter of 2027 ahead", "1st quarter of 2027" },
  };
  QdQuarter quarter;

  for (guint i = 0; i < G_N_ELEMENTS (PLACES); i++)
    {
      g_autofree char *found = NULL;

      g_assert_true (qd_quarter_find (PLACES[i].text, &quarter));
      found = g_strndup (PLACES[i].text + quarter.start,
                         quarter.end - quarter.start);
      g_assert_cmpstr (found, ==, PLACES[i].found);
    }
}

/* A quarter without a year is the one nearest to today. */
static void
test_missing_year (void)
{
  static const struct
  {
    const char *text;
    const char *today;
    const char *name;
  } CASES[] = {
    { "Q4 OKRs", "2026-11-22", "2026 Q4" },
    { "Q1 OKRs", "2026-11-22", "2027 Q1" },
    { "Q1 OKRs", "2026-02-01", "2026 Q1" },
    { "Q4 OKRs", "2027-01-02", "2026 Q4" },
    { "Q3 review", "2026-11-22", "2026 Q3" },
  };
  QdQuarter quarter;

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *name = NULL;

      g_assert_true (qd_quarter_find (CASES[i].text, &quarter));
      g_assert_cmpuint (quarter.year, ==, 0);
      qd_quarter_complete (&quarter, qd_day_parse (CASES[i].today));
      name = qd_quarter_to_name (&quarter);
      g_assert_cmpstr (name, ==, CASES[i].name);
    }
}

static void
assert_days (QdDay       first,
             QdDay       last,
             const char *expected_first,
             const char *expected_last)
{
  g_autofree char *first_text = qd_day_to_iso (first);
  g_autofree char *last_text = qd_day_to_iso (last);

  g_assert_cmpstr (first_text, ==, expected_first);
  g_assert_cmpstr (last_text, ==, expected_last);
}

static void
test_calendar (void)
{
  QdQuarter quarter;
  QdDay first, last;

  g_assert_true (qd_quarter_find ("2026 Q4", &quarter));
  qd_quarter_get_days (&quarter, &first, &last);
  assert_days (first, last, "2026-10-01", "2026-12-31");

  g_assert_true (qd_quarter_find ("Q1 FY24", &quarter));
  qd_quarter_get_days (&quarter, &first, &last);
  assert_days (first, last, "2024-01-01", "2024-03-31");
}

static void
test_spans (void)
{
  static const struct
  {
    const char *text;
    const char *first;
    const char *last;
  } SPANS[] = {
    { "runs from 2021-08-01 to 2021-10-31.", "2021-08-01", "2021-10-31" },
    { "2021-08-01 – 2021-10-31", "2021-08-01", "2021-10-31" },
    { "2021-08-01/2021-10-31", "2021-08-01", "2021-10-31" },
    { "vom 01.08.2021 bis 31.10.2021", "2021-08-01", "2021-10-31" },
    { "1.8.2021-31.10.2021", "2021-08-01", "2021-10-31" },
    { "2020-01-01, then 2021-08-01 to 2021-10-31", "2021-08-01", "2021-10-31" },
    { "2021-10-31 to 2021-08-01", NULL, NULL },
    { "2021-08-01 to 2021-08-03", NULL, NULL },
    { "2021-08-01 to 2031-08-03", NULL, NULL },
    { "2021-08-01 or 2021-10-31", NULL, NULL },
    { "2021-02-30 to 2021-10-31", NULL, NULL },
    { "8/1/2021 to 10/31/2021", NULL, NULL },
    { "2021-08 to 2021-10", NULL, NULL },
    { "20210801 to 20211031", NULL, NULL },
    { "1.8.2021", NULL, NULL },
    { "", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (SPANS); i++)
    {
      QdDay first = QD_DAY_NONE, last = QD_DAY_NONE;

      g_test_message ("%s", SPANS[i].text);
      g_assert_cmpint (qd_quarter_find_days (SPANS[i].text, &first, &last), ==,
                       SPANS[i].first != NULL);
      assert_days (first, last, SPANS[i].first, SPANS[i].last);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quarter/names", test_names);
  g_test_add_func ("/quarter/no-names", test_no_names);
  g_test_add_func ("/quarter/place", test_place);
  g_test_add_func ("/quarter/missing-year", test_missing_year);
  g_test_add_func ("/quarter/calendar", test_calendar);
  g_test_add_func ("/quarter/spans", test_spans);

  return g_test_run ();
}
