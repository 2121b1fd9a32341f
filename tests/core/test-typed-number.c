/* Numbers as people type them: what they mean in which locale, and what is
 * refused. */

#include "config.h"

#include <math.h>

#include "exchange/qd-typed-number.h"
#include "qd-error.h"

typedef struct
{
  const char *text;
  const char *unit;
  double english; /* NAN where it is refused */
  double german;
} Case;

static const Case CASES[] = {
  /* Plain. */
  { "0", "", 0, 0 },
  { "5", "", 5, 5 },
  { "007", "", 7, 7 },
  { "350", "", 350, 350 },
  { "  42\t", "", 42, 42 },
  { "123456789", "", 123456789, 123456789 },
  { "1000000000000000", "", 1e15, 1e15 },

  /* Decimal signs. */
  { "2.5", "", 2.5, 2.5 },
  { "2,5", "", 2.5, 2.5 },
  { ".5", "", 0.5, 0.5 },
  { ",5", "", 0.5, 0.5 },
  { "0.125", "", 0.125, 0.125 },
  { "0,125", "", 0.125, 0.125 },
  { "12,34", "", 12.34, 12.34 },
  { "12.3456", "", 12.3456, 12.3456 },
  { "5.", "", 5, 5 },
  { "5,", "", 5, 5 },
  { "5. %", "%", 5, 5 },
  { "1234.567", "", 1234.567, 1234.567 },
  { "1234,567", "", 1234.567, 1234.567 },
  { "2\u066b5", "", 2.5, 2.5 },

  /* What one locale groups, the other divides. */
  { "2.500", "", 2.5, 2500 },
  { "2,500", "", 2500, 2.5 },
  { "12.000", "", 12, 12000 },
  { "100,000", "", 100000, 100 },

  /* Groups. */
  { "1.234,5", "", 1234.5, 1234.5 },
  { "1,234.5", "", 1234.5, 1234.5 },
  { "1.234,567", "", 1234.567, 1234.567 },
  { "1,234.567", "", 1234.567, 1234.567 },
  { "1.234.567", "", 1234567, 1234567 },
  { "1,234,567", "", 1234567, 1234567 },
  { "1.234.567,8", "", 1234567.8, 1234567.8 },
  { "12,34,567", "", 1234567, 1234567 },
  { "12,34,567.5", "", 1234567.5, 1234567.5 },
  { "1 234", "", 1234, 1234 },
  { "1 234 567", "", 1234567, 1234567 },
  { "1\u00a0234,5", "", 1234.5, 1234.5 },
  { "1\u2009234", "", 1234, 1234 },
  { "1\u202f234.5", "", 1234.5, 1234.5 },
  { "1'234.50", "", 1234.5, 1234.5 },
  { "1\u2019234", "", 1234, 1234 },
  { "1\u066c234", "", 1234, 1234 },

  /* Signs. */
  { "+5", "", 5, 5 },
  { "-5", "", -5, -5 },
  { "- 5", "", -5, -5 },
  { "\u22125", "", -5, -5 },
  { "\u20135", "", -5, -5 },
  { "\u200e\u22125", "", -5, -5 },
  { "-0", "", 0, 0 },
  { "-.5", "", -0.5, -0.5 },

  /* Thousands and more. */
  { "1.5k", "", 1500, 1500 },
  { "1,5k", "", 1500, 1500 },
  { "1.5 K", "", 1500, 1500 },
  { "3 M", "", 3e6, 3e6 },
  { "3m", "", 3e6, 3e6 },
  { "1,5 Mio.", "", 1.5e6, 1.5e6 },
  { "2 Mrd", "", 2e9, 2e9 },
  { "2bn", "", 2e9, 2e9 },
  { "4 Tsd.", "", 4000, 4000 },
  { "12 million", "", 12e6, 12e6 },
  { "\u22122.5 B", "", -2.5e9, -2.5e9 },
  { "1e6", "", 1e6, 1e6 },
  { "1.5E3", "", 1500, 1500 },
  { "25e\u22122", "", 0.25, 0.25 },
  { "1e+3", "", 1000, 1000 },

  /* Units. */
  { "12 %", "", 12, 12 },
  { "12%", "%", 12, 12 },
  { "12\u00a0%", "%", 12, 12 },
  { "\u22123,5 %", "% of teams", -3.5, -3.5 },
  { "$5", "", 5, 5 },
  { "5 \u20ac", "\u20ac", 5, 5 },
  { "\u20ac1.5k", "\u20ac", 1500, 1500 },
  { "-$5", "$", -5, -5 },
  { "$-5", "$", -5, -5 },
  { "US$ 5", "US$", 5, 5 },
  { "EUR 5", "EUR", 5, 5 },
  { "1,5 Mio. \u20ac", "\u20ac", 1.5e6, 1.5e6 },
  { "\u20ac3", "\u20ac per user", 3, 3 },
  { "12 days", "days", 12, 12 },
  { "1 day", "days", 1, 1 },
  { "12 Days", "days", 12, 12 },
  { "1.5k users", "users", 1500, 1500 },
  { "3m", "m", 3, 3 },
  { "3 min", "min", 3, 3 },
  { "4.2/5", "/5", 4.2, 4.2 },
  { "0 CO2", "CO2", 0, 0 },
  { "5 \u00b0C", "\u00b0C", 5, 5 },

  /* Units that begin with a scale: it is typed or not, or is another one. */
  { "3", "Mio \u20ac", 3, 3 },
  { "3 Mio", "Mio \u20ac", 3, 3 },
  { "3 Mio.", "Mio \u20ac", 3, 3 },
  { "3 M\u20ac", "Mio \u20ac", 3, 3 },
  { "3m", "Mio \u20ac", 3, 3 },
  { "3 Mio \u20ac", "Mio \u20ac", 3, 3 },
  { "\u20ac3M", "Mio \u20ac", 3, 3 },
  { "3 Mio. \u20ac", "Mio. \u20ac", 3, 3 },
  { "2 Mrd", "Mio \u20ac", 2000, 2000 },
  { "35k\u20ac", "Mio \u20ac", 0.035, 0.035 },
  { "3k", "k\u20ac", 3, 3 },
  { "3 k\u20ac", "k\u20ac", 3, 3 },
  { "3 M\u20ac", "k\u20ac", 3000, 3000 },
  { "1.5k", "k EUR", 1.5, 1.5 },
  { "3 million", "million users", 3, 3 },
  { "500k users", "M users", 0.5, 0.5 },
  { "3k", "kg", 3000, 3000 },
  { "3k", "k", 3, 3 },
  { "3", "m per day", 3, 3 },
  { "3k", "m per day", 3000, 3000 },
  { "5m", "\u20ac", 5e6, 5e6 },
  { "5m", "US$", 5e6, 5e6 },
  { "5m", "EUR per month", 5e6, 5e6 },
  { "5M", "users", 5e6, 5e6 },

  /* Digits of another script. */
  { "\u0661\u0662\u0663", "", 123, 123 },
  { "\uff11\uff12", "", 12, 12 },

  /* Nonsense. */
  { "abc", "", NAN, NAN },
  { "-", "", NAN, NAN },
  { "+", "", NAN, NAN },
  { "%", "", NAN, NAN },
  { "k", "", NAN, NAN },
  { ".", "", NAN, NAN },
  { "5..", "", NAN, NAN },
  { "1.234.", "", NAN, NAN },
  { "5.k", "", NAN, NAN },
  { "5-", "", NAN, NAN },
  { "--5", "", NAN, NAN },
  { "-$-5", "", NAN, NAN },
  { "5 5", "", NAN, NAN },
  { "12 34", "", NAN, NAN },
  { "0 500", "", NAN, NAN },
  { "1.2.3", "", NAN, NAN },
  { "1,2,3", "", NAN, NAN },
  { "1.234,5.6", "", NAN, NAN },
  { "1,23,456,789", "", NAN, NAN },
  { "1234,567,890", "", NAN, NAN },
  { "1 234'567", "", NAN, NAN },
  { "1/2", "", NAN, NAN },
  { "2+2", "", NAN, NAN },
  { "10-20", "", NAN, NAN },
  { "0x10", "", NAN, NAN },
  { "1e", "", NAN, NAN },
  { "e5", "", NAN, NAN },
  { "1e5e5", "", NAN, NAN },
  { "inf", "", NAN, NAN },
  { "-Infinity", "", NAN, NAN },
  { "nan", "", NAN, NAN },
  { "5kk", "", NAN, NAN },
  { "12 apples", "", NAN, NAN },
  { "3m", "minutes", NAN, NAN },
  { "20 m", "h", NAN, NAN },
  { "20m", "users", NAN, NAN },
  { "20m", "%", NAN, NAN },
  { "3 m", "m per day", NAN, NAN },

  /* Another unit than the field's. */
  { "12 hours", "days", NAN, NAN },
  { "12 %", "days", NAN, NAN },
  { "\u20ac5", "$", NAN, NAN },
  { "3000 \u20ac", "k\u20ac", NAN, NAN },
  { "\u20ac3", "Mio \u20ac", NAN, NAN },
  { "3 users", "M users", NAN, NAN },
  { "3 Mio $", "Mio \u20ac", NAN, NAN },

  /* Beyond what can be reckoned with. */
  { "1e16", "", NAN, NAN },
  { "-1e999", "", NAN, NAN },
  { "9999999999999999", "", NAN, NAN },
  { "1e-300", "", NAN, NAN },
  { "1e-999", "", NAN, NAN },
  { "0e999", "", 0, 0 },
};

static void
assert_read (const Case *c,
             const char *decimal,
             double      expected)
{
  g_autoptr (GError) error = NULL;
  QdTypedNumber number;
  gboolean read;

  read = qd_typed_number_read_as (c->text, c->unit, decimal, &number, &error);
  g_test_message ("“%s” in “%s” with %s", c->text, c->unit, decimal);
  g_assert_false (number.nothing);

  if (isnan (expected))
    {
      g_assert_false (read);
      g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, c->text));
      g_assert_true (isnan (number.value));
    }
  else
    {
      g_assert_no_error (error);
      g_assert_true (read);
      g_assert_cmpfloat (number.value, ==, expected);
      g_assert_cmpint (signbit (number.value) != 0, ==, expected < 0.0);
    }
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      assert_read (&CASES[i], ".", CASES[i].english);
      assert_read (&CASES[i], ",", CASES[i].german);
    }
}

static void
test_nothing (void)
{
  static const char * const texts[] = { "", " ", "\t\n", "\u00a0\u2009", "\u200b" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      QdTypedNumber number = { 0 };

      g_assert_true (qd_typed_number_read (texts[i], "days", &number, &error));
      g_assert_no_error (error);
      g_assert_true (number.nothing);
      g_assert_true (isnan (number.value));
    }
}

static void
assert_refused (const char *text,
                const char *unit,
                const char *decimal,
                const char *message)
{
  g_autoptr (GError) error = NULL;
  QdTypedNumber number;

  g_assert_false (qd_typed_number_read_as (text, unit, decimal, &number, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_messages (void)
{
  assert_refused ("abc", "", ".",
                  "“abc” is no number. Write it like 1.5k, 12\u00a0% or \u22123.");
  assert_refused (" abc ", "days", ",",
                  "“abc” is no number. Write it like 1,5k, 12\u00a0days or \u22123.");
  assert_refused ("5 h", "days", ".",
                  "“5 h” does not fit here: the unit is “days”. Write it like 1.5k, 12\u00a0days or \u22123.");
  assert_refused ("20 m", "h", ".",
                  "“20 m” does not fit here: the unit is “h”. Write it like 1.5k, 12\u00a0h or \u22123.");
  assert_refused ("1e99", "", ".",
                  "“1e99” is too large or too small to reckon with. Write it in a larger or a smaller unit.");
}

/* Whatever comes from a clipboard. */
static void
test_hostile (void)
{
  g_autofree char *digits = g_strnfill (1000000, '1');
  g_autofree char *letters = g_strnfill (1000000, 'x');
  g_autofree char *longest = g_strnfill (QD_TYPED_NUMBER_MAX_LENGTH, '0');
  g_autofree char *pairs = g_strnfill (QD_TYPED_NUMBER_MAX_LENGTH, '1');
  g_autoptr (GError) error = NULL;
  QdTypedNumber number;

  assert_refused (digits, "", ".",
                  "“111111111111111111111111…” is too large or too small to reckon with. Write it in a larger or a smaller unit.");
  assert_refused (letters, "", ".",
                  "“xxxxxxxxxxxxxxxxxxxxxxxx…” is no number. Write it like 1.5k, 12\u00a0% or \u22123.");
  assert_refused ("5\xff", "", ".",
                  "“5\ufffd” is no number. Write it like 1.5k, 12\u00a0% or \u22123.");

  g_assert_true (qd_typed_number_read_as (longest, "", ".", &number, &error));
  g_assert_cmpfloat (number.value, ==, 0.0);

  for (gsize i = 0; i < strlen (pairs); i += 2)
    pairs[i] = '.';
  g_assert_false (qd_typed_number_read_as (pairs, "", ".", &number, &error));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/typed-number/cases", test_cases);
  g_test_add_func ("/typed-number/nothing", test_nothing);
  g_test_add_func ("/typed-number/messages", test_messages);
  g_test_add_func ("/typed-number/hostile", test_hostile);

  return g_test_run ();
}
