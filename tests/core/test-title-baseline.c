/* The title of a key result that goes on: where it begins now is written anew only where
 * that is plain.
 */

#include "config.h"

#include <locale.h>
#include <math.h>

#include "method/qd-title-baseline.h"

static const struct
{
  const char *title;
  double from;
  double target;
  double baseline;
  const char *expected; /* (nullable): where it stays as it is */
} cases[] = {
  { "Raise it from 71% to 82%", 71, 82, 77, "Raise it from 77% to 82%" },
  { "Raise it from 71 % to 82 %", 71, 82, 77.5, "Raise it from 77.5 % to 82 %" },
  { "Cut reports from 40 to 5 a week.", 40, 5, 11, "Cut reports from 11 to 5 a week." },
  { "Signups: 1,200 → 5,000", 1200, 5000, 1850, "Signups: 1,850 → 5,000" },
  { "Signups: 900 → 5,000", 900, 5000, 1850, "Signups: 1,850 → 5,000" },
  { "Signups: 1200 → 5000", 1200, 5000, 1850, "Signups: 1850 → 5000" },
  { "Klicks: 1.200.000 → 2.000.000", 1200000, 2000000, 1500000, "Klicks: 1.500.000 → 2.000.000" },
  { "Rating 4.2 -> 4.8", 4.2, 4.8, 4.5, "Rating 4.5 -> 4.8" },
  { "Bewertung von 4,2 auf 4,8", 4.2, 4.8, 4.5, "Bewertung von 4,5 auf 4,8" },
  { "Share from 0.125 to 0.5", 0.125, 0.5, 0.25, "Share from 0.25 to 0.5" },
  { "Share from 4.125 to 9", 4.125, 9, 6.375, "Share from 6.375 to 9" },
  { "From 4 to 9 points", 4, 9, 6.375, "From 6.375 to 9 points" },
  { "From 800 to 5.000.000", 800, 5000000, 1234.5, "From 1.234,5 to 5.000.000" },
  { "(from €30 to €45)", 30, 45, 33, "(from €33 to €45)" },
  { "From 14GB to 8GB", 14, 8, 15, "From 15GB to 8GB" },
  { "Q1: from 1 to 4 teams", 1, 4, 2, "Q1: from 2 to 4 teams" },
  { "From 0 to 10 «größere» Kunden", 0, 10, 3, "From 3 to 10 «größere» Kunden" },

  /* Not said, said twice, the other way round, of a date or a name, or scaled. */
  { "Raise the share to 82%", 71, 82, 77, NULL },
  { "Raise it from 71%", 71, 82, 77, NULL },
  { "From 14 to 8 within 14 days", 14, 8, 12, NULL },
  { "From 14 to 8 within 8 days", 14, 8, 12, NULL },
  { "To 82% from 71%", 71, 82, 77, NULL },
  { "From Q4 to 8", 4, 8, 5, NULL },
  { "From 10–20 to 30", 20, 30, 25, NULL },
  { "From 1.5-2 to 3", 1, 3, 2, NULL },
  { "From 1’200 to 3", 1, 3, 2, NULL },
  { "From -5 to 10", 5, 10, 7, NULL },
  { "From 5k to 10k", 5000, 10000, 7000, NULL },
  { "From 1,000 to 2,5", 1000, 2.5, 700, NULL },
  { "From 1.2.3 to 5", 1, 5, 2, NULL },
  { "From 10 000 to 20 000", 10000, 20000, 15000, NULL },
  { "From 71 to 82", 71, 82, 2e15, NULL },
  { "From 71 to 82", 71, 82, 71, NULL },
  { "From 71 to 82", 71, 82, -3, NULL },
  { "From 71 to 82", NAN, 82, 75, NULL },
  { "From 71 to 82", 71, NAN, 75, NULL },
  { "From 71 to 82", 71, 82, NAN, NULL },
  { "", 71, 82, 77, NULL },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title = qd_title_with_baseline (cases[i].title, cases[i].from,
                                                       cases[i].target, cases[i].baseline);

      g_test_message ("%s", cases[i].title);
      g_assert_cmpstr (title, ==, cases[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/title-baseline/cases", test_cases);

  return g_test_run ();
}
