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

/* More decimals than this are noise on a card. */
#define MAX_DECIMALS 3

/* Beyond this a double does not hold every whole number. */
#define MAX_PLAIN 1e15

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

static int
count_decimals (double value)
{
  double scale = 1.0;

  for (int decimals = 0; decimals < MAX_DECIMALS; decimals++, scale *= 10.0)
    {
      if (fabs (round (value * scale) - value * scale) < 1e-6)
        return decimals;
    }

  return MAX_DECIMALS;
}

/**
 * qd_number_text:
 * @value: a number
 *
 * Returns: (transfer full): the number with the separators of the locale, at
 *   most three decimals and no trailing zeros: "1,200", "0.5"; "—" for NAN
 */
char *
qd_number_text (double value)
{
  g_autofree char *text = NULL;
  g_autofree char *valid = NULL;

  if (isnan (value))
    return g_strdup ("—");

  if (fabs (value) >= MAX_PLAIN)
    return g_strdup_printf ("%.3g", value);

  /* Rounding first keeps 0.9996 from becoming "1.000", and the sum with zero
   * keeps "-0" away. */
  value = round (value * 1000.0) / 1000.0 + 0.0;
  text = g_strdup_printf ("%'.*f", count_decimals (value), value);

  /* Some locales group in an encoding of their own. */
  valid = g_utf8_make_valid (text, -1);
  if (*valid == '-')
    return g_strconcat (MINUS, valid + 1, NULL);

  return g_steal_pointer (&valid);
}

/**
 * qd_number_text_percent:
 * @share: 1.0 is 100 %
 *
 * Returns: (transfer full): the share in whole percent: "50%"; "—" for NAN
 */
char *
qd_number_text_percent (double share)
{
  g_autofree char *number = NULL;

  if (isnan (share))
    return g_strdup ("—");

  number = qd_number_text (round (share * 100.0));

  /* Translators: a number and the percent sign; some languages want a
   * no-break space between the two. */
  return g_strdup_printf (C_("number", "%s%%"), number);
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
    {
      number = qd_number_text (value);
      return g_strdup_printf (C_("number", "%s%%"), number);
    }

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
