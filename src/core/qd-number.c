/* The digits of a number, with the separators people write among them.
 *
 * Texts are read as English ones, "1,000" is a thousand and "1.500" one and a
 * half, but where a separator can only be a decimal one it is that: "2,5",
 * "0,125", "1.000,5". Digits may also be grouped by spaces and apostrophes.
 * Signs, scales and units are the business of whoever reads the sentence.
 */

#include "config.h"

#include <string.h>

#include "qd-number.h"

#define MAX_GROUPS 8
#define MAX_DIGITS 18

/* The digits of a number as they are written. */
typedef struct
{
  char digits[MAX_DIGITS + 1];
  guint n_digits;
  guint groups[MAX_GROUPS];
  char separators[MAX_GROUPS];
  guint n_groups;
  const char *end;
} Digits;

/* Returns the separator that stands at @at, between digits, as one character,
 * or 0. A space only groups where three digits follow, and no more. */
static char
read_separator (const char  *at,
                const char **after)
{
  gunichar c = g_utf8_get_char (at);

  *after = g_utf8_next_char (at);
  if (!g_ascii_isdigit (**after))
    return '\0';

  switch (c)
    {
    case '.':
    case ',':
      return (char) c;

    case '\'':
    case 0x2019: /* ’ */
      return '\'';

    case ' ':
    case 0x00a0: /* no-break space */
    case 0x2009: /* thin space */
    case 0x202f: /* narrow no-break space */
      return g_ascii_isdigit ((*after)[1]) && g_ascii_isdigit ((*after)[2]) &&
             !g_ascii_isdigit ((*after)[3]) ? ' ' : '\0';

    default:
      return '\0';
    }
}

static gboolean
read_digits (const char *at,
             Digits     *digits)
{
  const char *after;
  char separator;

  memset (digits, 0, sizeof *digits);
  digits->n_groups = 1;

  for (;;)
    {
      for (; g_ascii_isdigit (*at); at++)
        {
          if (digits->n_digits == MAX_DIGITS)
            return FALSE;
          digits->digits[digits->n_digits++] = *at;
          digits->groups[digits->n_groups - 1]++;
        }

      separator = *at != '\0' ? read_separator (at, &after) : '\0';
      if (separator == ' ' && digits->groups[0] > 3)
        separator = '\0';
      if (separator == '\0')
        break;
      if (digits->n_groups == MAX_GROUPS)
        return FALSE;

      digits->separators[digits->n_groups++ - 1] = separator;
      at = after;
    }

  digits->end = at;

  return TRUE;
}

/* Whether the first @n groups are thousands: 1 to 3 digits, then threes, all
 * divided by the same separator. */
static gboolean
are_thousands (const Digits *digits,
               guint         n)
{
  if (n > 1 && digits->groups[0] > 3)
    return FALSE;

  for (guint i = 1; i < n; i++)
    if (digits->groups[i] != 3 ||
        digits->separators[i - 1] != digits->separators[0])
      return FALSE;

  return TRUE;
}

/* How many of the groups stand before the decimal separator, or 0 where the
 * digits are no number, but a version or the like. */
static guint
count_whole_groups (const Digits *digits)
{
  guint n = digits->n_groups;
  char last;

  if (n == 1)
    return 1;

  last = digits->separators[n - 2];
  if (n == 2 && last == ',')
    return are_thousands (digits, 2) && digits->digits[0] != '0' ? 2 : 1;
  if (n == 2 && last == '.')
    return 1;

  if ((last == '.' || last == ',') && last != digits->separators[0])
    return are_thousands (digits, n - 1) ? n - 1 : 0;

  return are_thousands (digits, n) ? n : 0;
}

/**
 * qd_number_read:
 * @at: the first digit
 * @number: (out caller-allocates): the number
 *
 * Returns: whether the digits are one number, rather than a version or the
 *   like ("1.2.3")
 */
gboolean
qd_number_read (const char *at,
                QdNumber   *number)
{
  char buffer[MAX_DIGITS + 2];
  Digits digits;
  guint n_whole;
  gsize point = 0;

  if (!read_digits (at, &digits))
    return FALSE;

  n_whole = count_whole_groups (&digits);
  if (n_whole == 0)
    return FALSE;

  for (guint i = 0; i < n_whole; i++)
    point += digits.groups[i];
  memcpy (buffer, digits.digits, point);
  buffer[point] = '.';
  memcpy (buffer + point + 1, digits.digits + point, digits.n_digits - point);
  buffer[digits.n_digits + 1] = '\0';

  *number = (QdNumber) {
    .value = g_ascii_strtod (buffer, NULL),
    .point = n_whole < digits.n_groups ? digits.separators[n_whole - 1] : '\0',
    .group = n_whole > 1 ? digits.separators[0] : '\0',
    .end = digits.end,
  };

  return TRUE;
}
