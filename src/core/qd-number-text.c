/* Numbers as the person's locale writes them.
 *
 * Groups of thousands and the decimal separator are those of LC_NUMERIC;
 * where a currency sign goes is that of LC_MONETARY. No figure ends in zeros
 * that say nothing. A minus sign stands before all else.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <limits.h>
#include <locale.h>
#include <math.h>

#include "qd-number-text.h"

/* More digits than this behind the decimal sign are noise on a card, but for those
 * of a number that begins further behind it. */
#define MIN_DECIMALS 3
#define GRADE_DECIMALS 2
#define MAX_DECIMALS 14

/* Nearer to zero, a number is what reckoning has left. */
#define MIN_VALUE 1e-12

/* Beyond this a double does not hold every whole number. */
#define MAX_PLAIN 1e15

/* Shares that should be 100 % may miss it by as much, as in the rules of the method. */
#define TOLERANCE 1e-9

/* As wide as the plus sign, and no hyphen that a line may break behind. */
#define MINUS "\u2212"

/* A currency sign and nothing else: "€", but not "€ per user". */
static gboolean
is_currency (const char *unit)
{
  return *unit != '\0' &&
         *g_utf8_next_char (unit) == '\0' &&
         g_unichar_type (g_utf8_get_char (unit)) == G_UNICODE_CURRENCY_SYMBOL;
}

/* How many decimals at most: three, or as many as hold three digits that say
 * something, but no more than a double has. */
static int
get_precision (double value)
{
  const double size = fabs (value);
  const double places = size >= MIN_VALUE ? floor (log10 (size)) : 0.0;

  if (places < 0.0)
    return (int) MIN (MIN_DECIMALS - 1 - places, MAX_DECIMALS);

  return (int) CLAMP (MAX_DECIMALS - places, 0, MIN_DECIMALS);
}

static double
round_to (double value,
          int    decimals)
{
  const double scale = pow (10.0, decimals);

  return round (value * scale) / scale;
}

/* Returns how many decimals a number of at most @precision of them needs. */
static int
count_decimals (double value,
                int    precision)
{
  for (int decimals = 0; decimals < precision; decimals++)
    if (round_to (value, decimals) == value)
      return decimals;

  return precision;
}

/* Takes what printf() wrote. */
static char *
tidy (char *printed)
{
  g_autofree char *text = printed;
  /* Some locales group in an encoding of their own. */
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  if (*valid == '-')
    return g_strconcat (MINUS, valid + 1, NULL);

  return g_steal_pointer (&valid);
}

/* The number that stands before the sign is taken as it is. */
static char *
format_percent (double percent)
{
  g_autofree char *number = qd_number_text (percent);

  /* Translators: a number and the percent sign; some languages want a
   * no-break space between the two. */
  return g_strdup_printf (C_("number", "%s%%"), number);
}

/**
 * qd_number_text:
 * @value: a number
 *
 * Returns: (transfer full): the number with the separators of the locale, at
 *   most three decimals, or three digits below 1, and no trailing zeros: "1,200",
 *   "0.5", "0.00025"; "—" for NAN
 */
char *
qd_number_text (double value)
{
  int precision;

  if (isnan (value))
    return g_strdup ("—");

  if (fabs (value) >= MAX_PLAIN)
    return tidy (g_strdup_printf ("%.3g", value));

  precision = get_precision (value);

  /* Rounding first keeps 0.9996 from becoming "1.000", and the sum with zero
   * keeps "-0" away. */
  value = round_to (value, precision) + 0.0;

  return tidy (g_strdup_printf ("%'.*f", count_decimals (value, precision), value));
}

/**
 * qd_number_text_exact:
 * @value: a number
 *
 * Returns: (transfer full): the number with all its digits, so that what is read
 *   again is the same: "0.333333333333333"; "—" for NAN
 */
char *
qd_number_text_exact (double value)
{
  if (isnan (value))
    return g_strdup ("—");

  /* The sum keeps "-0" away. */
  return tidy (g_strdup_printf ("%'.15g", value + 0.0));
}

/**
 * qd_number_text_percent:
 * @share: 1.0 is 100 %
 *
 * Returns: (transfer full): the share in whole percent: "50%"; "—" for NAN. What is
 *   below 100 % is not rounded to it: "99%"
 */
char *
qd_number_text_percent (double share)
{
  double percent = round (share * 100.0);

  if (isnan (share))
    return g_strdup ("—");
  if (percent >= 100.0 && share < 1.0 - TOLERANCE)
    percent = 99.0;

  return format_percent (percent);
}

/**
 * qd_number_text_grade:
 * @grade: a grade, or a mean of grades, from 0.0 to 1.0
 *
 * Returns: (transfer full): the grade with one decimal, or two where it has them: "1.0",
 *   "0.67"; "—" for NAN
 */
char *
qd_number_text_grade (double grade)
{
  const double rounded = round_to (grade, GRADE_DECIMALS);

  if (isnan (grade))
    return g_strdup ("—");

  return tidy (g_strdup_printf ("%.*f", MAX (1, count_decimals (rounded, GRADE_DECIMALS)),
                                rounded));
}

/**
 * qd_number_text_sticks:
 * @unit: a unit, or ""
 *
 * Returns: whether the unit sticks to its number, as a currency sign and the
 *   percent sign do, rather than follow it as a word
 */
gboolean
qd_number_text_sticks (const char *unit)
{
  g_return_val_if_fail (unit != NULL, FALSE);

  return is_currency (unit) || g_str_equal (unit, "%");
}

/**
 * qd_number_text_quantity:
 * @value: a number
 * @unit: its unit, or ""
 *
 * Returns: (transfer full): number and unit: "1,200 users", "$200", "50%"
 */
char *
qd_number_text_quantity (double      value,
                         const char *unit)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (unit != NULL, NULL);

  if (g_str_equal (unit, "%"))
    return format_percent (value);

  if (is_currency (unit))
    {
      const struct lconv *locale = localeconv ();
      const char *sign = value < 0.0 ? MINUS : "";

      number = qd_number_text (fabs (value));

      /* CHAR_MAX: the locale has no opinion. */
      if (locale->p_cs_precedes == 0)
        return g_strdup_printf ("%s%s\u00a0%s", sign, number, unit);

      return g_strdup_printf ("%s%s%s", sign, unit, number);
    }

  number = qd_number_text (value);
  if (*unit == '\0')
    return g_steal_pointer (&number);

  return g_strdup_printf ("%s\u00a0%s", number, unit);
}
