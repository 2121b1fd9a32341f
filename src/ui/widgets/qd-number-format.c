/* Numbers as the person's locale writes them, on widgets.
 *
 * What qd-number-text.c writes, kept in one piece where one writes from right
 * to left.
 */

#include "config.h"

#include <gtk/gtk.h>

#include "qd-number-format.h"
#include "qd-number-text.h"

#define MINUS "\u2212"

/* Takes @text. Where one writes from right to left, the minus sign would go
 * behind the number without a mark. */
static char *
keep_minus_before (char *text)
{
  g_autofree char *number = text;

  if (g_str_has_prefix (number, MINUS) &&
      gtk_get_locale_direction () == GTK_TEXT_DIR_RTL)
    return g_strconcat ("\u200e", number, NULL);

  return g_steal_pointer (&number);
}

/**
 * qd_number_format:
 * @value: a number
 *
 * Returns: (transfer full): the number as qd_number_text() writes it: "1,200", "0.5"
 */
char *
qd_number_format (double value)
{
  return keep_minus_before (qd_number_text (value));
}

/**
 * qd_number_format_percent:
 * @share: 1.0 is 100 %
 *
 * Returns: (transfer full): the share in whole percent: "50%"; "—" for NAN
 */
char *
qd_number_format_percent (double share)
{
  return keep_minus_before (qd_number_text_percent (share));
}

/**
 * qd_number_unit_is_symbol:
 * @unit: a unit, or ""
 *
 * Returns: whether the unit sticks to its number, as a currency sign and the
 *   percent sign do, rather than follow it as a word
 */
gboolean
qd_number_unit_is_symbol (const char *unit)
{
  return qd_number_text_sticks (unit);
}

/**
 * qd_number_format_quantity:
 * @value: a number
 * @unit: its unit, or ""
 *
 * Returns: (transfer full): number and unit: "1,200 users", "$200", "50%"
 */
char *
qd_number_format_quantity (double      value,
                           const char *unit)
{
  return keep_minus_before (qd_number_text_quantity (value, unit));
}
