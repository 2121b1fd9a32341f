/* Numbers as people read them: no figure is shown as another one, and no zeros that
 * say nothing.
 */

#include "config.h"

#include <math.h>

#include "qd-number-text.h"

#define MINUS "\u2212"

static void
assert_takes (char       *text,
              const char *expected)
{
  g_autofree char *owned = text;

  g_assert_cmpstr (owned, ==, expected);
}

static void
test_numbers (void)
{
  static const struct {
    double value;
    const char *text;
  } cases[] = {
    { 0, "0" }, { -0.0, "0" }, { 5, "5" }, { -5, MINUS "5" }, { 2.5, "2.5" },
    { 1200, "1200" }, { 12.3456, "12.346" }, { 0.9996, "1" }, { 1.0004, "1" },
    { 0.1 + 0.2, "0.3" }, { 123456789012345, "123456789012345" },
    { 1e15 - 1, "999999999999999" },

    /* A small figure is not nothing. */
    { 0.123456, "0.123" }, { 0.05, "0.05" }, { 0.012345, "0.0123" },
    { 0.0004, "0.0004" }, { -0.0004, MINUS "0.0004" }, { 0.00099996, "0.001" },
    { 0.00012345, "0.000123" }, { 1.5e-6, "0.0000015" }, { 1e-12, "0.000000000001" },

    /* Reckoning leaves as much. */
    { 1e-13, "0" }, { -1e-13, "0" }, { 5e-324, "0" },

    { 1e15, "1e+15" }, { -1e15, MINUS "1e+15" }, { -1.25e300, MINUS "1.25e+300" },
    { NAN, "—" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_takes (qd_number_text (cases[i].value), cases[i].text);
}

static void
test_exact (void)
{
  assert_takes (qd_number_text_exact (1.0 / 3), "0.333333333333333");
  assert_takes (qd_number_text_exact (-0.0), "0");
  assert_takes (qd_number_text_exact (-2.5), MINUS "2.5");
  assert_takes (qd_number_text_exact (NAN), "—");
}

/* What is not all is not shown as all. */
static void
test_percent (void)
{
  static const struct {
    double share;
    const char *text;
  } cases[] = {
    { 0, "0%" }, { -0.0, "0%" }, { 0.004, "0%" }, { -0.004, "0%" }, { -0.05, MINUS "5%" },
    { 0.5, "50%" }, { 0.994, "99%" }, { 0.996, "99%" }, { 0.9999999, "99%" },
    { 1.0 - 1e-12, "100%" }, { 1, "100%" }, { 1.004, "100%" }, { 1.25, "125%" },
    { -1.0, MINUS "100%" }, { NAN, "—" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_takes (qd_number_text_percent (cases[i].share), cases[i].text);
}

static void
test_quantity (void)
{
  assert_takes (qd_number_text_quantity (1200, ""), "1200");
  assert_takes (qd_number_text_quantity (1200, "users"), "1200\u00a0users");
  assert_takes (qd_number_text_quantity (99.6, "%"), "99.6%");
  assert_takes (qd_number_text_quantity (0.0004, "s"), "0.0004\u00a0s");
  assert_takes (qd_number_text_quantity (-3, "$"), MINUS "$3");
  assert_takes (qd_number_text_quantity (-3, "€ per user"), MINUS "3\u00a0€ per user");
}

static void
test_grade (void)
{
  static const struct
  {
    double grade;
    const char *text;
  } cases[] = {
    { 0.0, "0.0" }, { 0.7, "0.7" }, { 1.0, "1.0" }, { 0.65, "0.65" }, { 2.0 / 3, "0.67" },
    { 0.999, "1.0" }, { 0.104, "0.1" }, { NAN, "—" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = qd_number_text_grade (cases[i].grade);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/number-text/numbers", test_numbers);
  g_test_add_func ("/number-text/exact", test_exact);
  g_test_add_func ("/number-text/percent", test_percent);
  g_test_add_func ("/number-text/grade", test_grade);
  g_test_add_func ("/number-text/quantity", test_quantity);

  return g_test_run ();
}
