/* The form of one number in a title: sign, digits, scale and unit.
 *
 * Digits that letters stick to are a number only where the letters are a scale or
 * a short unit: "5M" and "24h", but not "Q4", "3D" or "4th". The words around a
 * number are looked at in qd-title.
 */

#include "config.h"

#include <string.h>

#include "qd-title-number.h"
#include "qd-vocabulary.h"

#define GROUP_DIGITS 3
#define YEAR_DIGITS 4
#define MINUTE_DIGITS 2
#define MAX_SUFFIXES 4

/* Scales and degrees, in the case in which they are written: "5m", but no "5G" and
 * no "3D". */
static const char * const SUFFIXES[] = {
  "k", "K", "m", "M", "B", "T", "bn", "mn", "Mio", "Mrd", "Tsd", "C", "F", NULL,
};

static gboolean
is_currency (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013 /* – */;
}

static gboolean
is_front (gunichar c)
{
  return (c < 0x80 && c != 0 && strchr ("<>=~+-", (int) c) != NULL) ||
         c == 0x2264 /* ≤ */ || c == 0x2265 /* ≥ */ || c == 0x2248 /* ≈ */ ||
         c == 0x2212 /* − */ || is_currency (c);
}

/* "≤", "-$", "US$" */
static const char *
skip_front (const char *at,
            const char *end)
{
  const char *letters = at;

  while (letters < end && letters - at < 2 && g_ascii_isupper (*letters))
    letters++;
  if (letters < end && is_currency (g_utf8_get_char (letters)))
    at = letters;

  while (at < end && is_front (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at;
}

/* Returns what follows the digits and the separators among them, or %NULL where
 * there are none or they are no number: "1.2.3", "01.08.2021". */
static const char *
skip_digits (const char *at,
             const char *end)
{
  for (guint group = 0;; group++)
    {
      guint n = 0;
      gunichar separator;

      for (; at < end && g_unichar_isdigit (g_utf8_get_char (at)); n++)
        at = g_utf8_next_char (at);

      if (n == 0)
        return NULL;
      if (at == end)
        return at;

      separator = g_utf8_get_char (at);
      if ((separator != '.' && separator != ',' && separator != '\'' &&
           separator != 0x2019 /* ’ */) ||
          !g_unichar_isdigit (g_utf8_get_char (g_utf8_next_char (at))))
        return at;
      if (group > 0 && n != GROUP_DIGITS)
        return NULL;
      at = g_utf8_next_char (at);
    }
}

static const char *
skip_suffix (const char *at,
             const char *end)
{
  const char *letters = at;
  gunichar c = at < end ? g_utf8_get_char (at) : 0;

  if (c == '+' || c == '%' || c == 0x2030 /* ‰ */ || c == 0x00b0 /* ° */ ||
      is_currency (c))
    return g_utf8_next_char (at);

  while (letters < end && g_ascii_isalpha (*letters))
    letters++;

  return qd_vocabulary_contains (SUFFIXES, at, letters) ||
         qd_vocabulary_is_unit (at, letters) ||
         qd_vocabulary_is_currency (at, letters) ? letters : at;
}

/* "%", "M€", "k+", "h" */
static const char *
skip_suffixes (const char *at,
               const char *end)
{
  for (guint i = 0; i < MAX_SUFFIXES; i++)
    at = skip_suffix (at, end);

  return at;
}

/* Whether the rest is "/month", "/5" or ":3", but no part of "10/2026", "1/2/26" or
 * "9:00". */
static gboolean
is_rate (const char *at,
         const char *end)
{
  const char *word = at + 1;
  const char *digits = word;

  if (at >= end || (*at != '/' && *at != ':') || word == end)
    return FALSE;

  while (digits < end && g_ascii_isdigit (*digits))
    digits++;
  if (digits > word)
    return digits == end &&
           (*at == ':' ? digits - word != MINUTE_DIGITS : digits - word <= GROUP_DIGITS);

  while (*at == '/' && word < end && g_unichar_isalpha (g_utf8_get_char (word)))
    word = g_utf8_next_char (word);

  return word == end;
}

/* Whether the rest is the second half of "10–20 %", but not of "2026-11". */
static gboolean
is_range (const char *first,
          const char *at,
          const char *end)
{
  const char *digits;

  if (at >= end || !is_dash (g_utf8_get_char (at)) ||
      strspn (first, "0123456789") == YEAR_DIGITS)
    return FALSE;

  digits = skip_digits (skip_front (g_utf8_next_char (at), end), end);

  return digits != NULL && skip_suffixes (digits, end) == end;
}

static gboolean
is_factor (const char *at,
           const char *end)
{
  return at < end && g_utf8_next_char (at) == end &&
         (*at == 'x' || *at == 'X' || g_utf8_get_char (at) == 0x00d7 /* × */);
}

static gboolean
is_round_the_clock (const char *start,
                    const char *end)
{
  return end - start == (gssize) strlen ("24/7") && strncmp (start, "24/7", 4) == 0;
}

/**
 * qd_title_number_read:
 * @start: the beginning of a word
 * @end: its end
 * @part: (inout): takes the digits and what sticks to them, where the word has
 *   the form of a number; else it stays as it is
 *
 * Reads a number.
 */
void
qd_title_number_read (const char  *start,
                      const char  *end,
                      QdTitlePart *part)
{
  const char *digits = skip_front (start, end);
  const char *digits_end = skip_digits (digits, end);
  const char *rest;
  gboolean factor;

  if (digits_end == NULL || is_round_the_clock (start, end))
    return;

  rest = skip_suffixes (digits_end, end);
  factor = is_factor (digits_end, end);
  if (rest != end && !factor && !is_rate (rest, end) && !is_range (digits, rest, end))
    return;

  part->digits = g_strndup (digits, (gsize) (digits_end - digits));
  if (digits_end < end)
    part->unit = g_strndup (digits_end, (gsize) (end - digits_end));
  part->factor = factor;
  part->bare = digits == start && digits_end == end;
}
