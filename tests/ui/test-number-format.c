/* Numbers as the locale writes them; here it is C. */

#include "config.h"

#include <locale.h>
#include <math.h>

#include "widgets/qd-number-format.h"

static void
test_number (void)
{
  const struct
  {
    double value;
    const char *text;
  } cases[] = {
    { 0.0, "0" },
    { -0.0, "0" },
    { -0.0001, "\u22120.0001" },
    { -1e-13, "0" },
    { 5.0, "5" },
    { 0.5, "0.5" },
    { 0.50, "0.5" },
    { 1.0 / 3.0, "0.333" },
    { 0.9996, "1" },
    { 92.25, "92.25" },
    { -12.5, "\u221212.5" },
    { 1200.0, "1200" },
    { 1e15, "1e+15" },
    { INFINITY, "inf" },
    { NAN, "—" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = qd_number_format (cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_percent (void)
{
  const struct
  {
    double share;
    const char *text;
  } cases[] = {
    { 0.0, "0%" },
    { 0.5, "50%" },
    { 0.666, "67%" },
    { 1.25, "125%" },
    { -0.1, "\u221210%" },
    { -0.001, "0%" },
    { NAN, "—" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = qd_number_format_percent (cases[i].share);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_quantity (void)
{
  const struct
  {
    double value;
    const char *unit;
    const char *text;
  } cases[] = {
    { 350.0, "", "350" },
    { 350.0, "users", "350\u00a0users" },
    { 35.5, "%", "35.5%" },
    { 200.0, "$", "$200" },
    { -200.0, "€", "\u2212€200" },
    { 3.0, "€/user", "3\u00a0€/user" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = qd_number_format_quantity (cases[i].value,
                                                         cases[i].unit);

      g_assert_cmpstr (text, ==, cases[i].text);
    }

  g_assert_true (qd_number_unit_is_symbol ("%"));
  g_assert_true (qd_number_unit_is_symbol ("£"));
  g_assert_false (qd_number_unit_is_symbol ("ms"));
  g_assert_false (qd_number_unit_is_symbol (""));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/number-format/number", test_number);
  g_test_add_func ("/number-format/percent", test_percent);
  g_test_add_func ("/number-format/quantity", test_quantity);

  return g_test_run ();
}
