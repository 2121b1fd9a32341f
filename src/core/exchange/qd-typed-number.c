/* The number that a person types into a field.
 *
 * The decimal sign is that of the locale, but a number of another locale is
 * taken too where it can mean one thing only: "2.5" is two and a half in
 * German as well, while "2.500" is 2500 there. Digits may be grouped and of
 * any script; "k", "M" and the like multiply, unless the unit of the field says so
 * already, and the unit may stand before or behind. All of the text must be understood: numbers in
 * sentences are the business of qd-figure.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <math.h>
#include <string.h>

#include "method/qd-vocabulary.h"
#include "qd-error.h"
#include "qd-quantity.h"
#include "qd-typed-number.h"

/* Beyond this a double does not hold every whole number. */
#define MAX_VALUE 1e15

/* Nearer to zero, a number is a slip of the fingers. */
#define MIN_VALUE 1e-12

/* How much of a refused text is quoted, in characters. */
#define MAX_QUOTE 24

/* As many as there is room for in a text of the greatest length. */
#define MAX_GROUPS (QD_TYPED_NUMBER_MAX_LENGTH / 2 + 1)

typedef struct
{
  const char *name;
  double factor;
} Scale;

/* In any case. */
static const Scale SCALES[] = {
  { "k", 1e3 }, { "tsd", 1e3 }, { "thousand", 1e3 }, { "tausend", 1e3 },
  { "m", 1e6 }, { "mn", 1e6 }, { "mio", 1e6 }, { "million", 1e6 },
  { "millions", 1e6 }, { "millionen", 1e6 },
  { "b", 1e9 }, { "bn", 1e9 }, { "mrd", 1e9 }, { "billion", 1e9 },
  { "billions", 1e9 }, { "milliarde", 1e9 }, { "milliarden", 1e9 },
};

/* What was typed, in the few characters that matter here. Of the unit "Mio €",
 * "€" is the measure, and its scale is that of "Mio"; that of "€" is 1. */
typedef struct
{
  const char *at;
  const char *unit;
  const char *measure;
  double unit_scale;
  char decimal;

  double sign;
  gboolean signed_already;
  gboolean zero;
  gboolean scaled;
  gboolean measured;
  gboolean foreign_unit;
} Reader;

/* The digits up to the exponent, as they are grouped. */
typedef struct
{
  char digits[QD_TYPED_NUMBER_MAX_LENGTH + 1];
  guint n_digits;
  guint groups[MAX_GROUPS];
  char separators[MAX_GROUPS];
  guint n_separators;
} Digits;

static gboolean
is_minus (gunichar c)
{
  return c == '-' ||
         c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 ||
         c == 0x2212 || c == 0xfe63 || c == 0xff0d;
}

/* Marks that change nothing but the direction or the breaking of a line. */
static gboolean
is_invisible (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_FORMAT;
}

static void
append_plain (GString  *plain,
              gunichar  c)
{
  if (is_invisible (c))
    return;

  if (g_unichar_isdigit (c))
    g_string_append_c (plain, (char) ('0' + g_unichar_digit_value (c)));
  else if (g_unichar_isspace (c))
    g_string_append_c (plain, ' ');
  else if (is_minus (c))
    g_string_append_c (plain, '-');
  else if (c == 0x066b) /* Arabic decimal separator */
    g_string_append_c (plain, '.');
  else if (c == 0x2019 || c == 0x066c) /* ’, and Arabic thousands separator */
    g_string_append_c (plain, '\'');
  else
    g_string_append_unichar (plain, c);
}

/* Returns the text with each digit, space, minus and grouping sign as one of
 * ASCII, and none around it. */
static char *
simplify (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    append_plain (plain, g_utf8_get_char (at));

  return g_strstrip (g_string_free (plain, FALSE));
}

static void
skip_spaces (Reader *self)
{
  while (*self->at == ' ')
    self->at++;
}

static void
take_sign (Reader *self)
{
  skip_spaces (self);
  if (self->signed_already || (*self->at != '-' && *self->at != '+'))
    return;

  self->signed_already = TRUE;
  self->sign = *self->at == '-' ? -1.0 : 1.0;
  self->at++;
  skip_spaces (self);
}

/* Takes "%" or a currency sign where the field has it, or has no unit. */
static void
take_symbol (Reader *self)
{
  const gunichar c = g_utf8_get_char (self->at);

  if (c != '%' && (c == '\0' || g_unichar_type (c) != G_UNICODE_CURRENCY_SYMBOL))
    return;

  if (*self->unit == '\0' || g_utf8_strchr (self->unit, -1, c) != NULL)
    {
      self->at = g_utf8_next_char (self->at);
      self->measured = TRUE;
    }
  else
    {
      self->foreign_unit = TRUE;
    }
}

/* "US$ 5", "EUR 5", "€5". */
static void
take_unit_before (Reader *self)
{
  const gsize length = strlen (self->unit);

  if (length > 0 && g_str_has_prefix (self->at, self->unit) &&
      !g_unichar_isalpha (g_utf8_get_char (self->at + length)))
    self->at += length;
  else
    take_symbol (self);
}

static gboolean
is_same (const char *text,
         const char *unit)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *folded_unit = g_utf8_casefold (unit, -1);

  if (*unit == '\0')
    return FALSE;

  return g_str_equal (folded, folded_unit) || qd_quantity_same_unit (text, unit);
}

/* Whether a scale was typed wherever the measure stands without that of the unit:
 * "3 €" may mean anything where the unit is "Mio €". */
static gboolean
fits_scale (Reader *self)
{
  return self->unit_scale == 1.0 || self->scaled || !self->measured;
}

/* The unit takes all that is left. */
static void
take_unit_behind (Reader *self)
{
  skip_spaces (self);
  if (*self->at != '\0' && !self->scaled && is_same (self->at, self->unit))
    {
      self->at += strlen (self->at);
      return;
    }

  if (*self->at != '\0' && is_same (self->at, self->measure))
    {
      self->at += strlen (self->at);
      self->measured = TRUE;
    }
  else
    {
      take_symbol (self);
      skip_spaces (self);
    }

  if (*self->unit != '\0' && (*self->at != '\0' || !fits_scale (self)))
    self->foreign_unit = TRUE;
}

/* Returns the scale that @at begins with, and behind it @end, or %NULL. */
static const Scale *
find_scale (const char  *at,
            const char **end)
{
  const char *behind = at;
  g_autofree char *word = NULL;

  while (g_ascii_isalpha (*behind))
    behind++;
  word = g_ascii_strdown (at, behind - at);

  for (guint i = 0; i < G_N_ELEMENTS (SCALES); i++)
    if (g_str_equal (word, SCALES[i].name))
      {
        /* The dot of an abbreviation. */
        *end = *behind == '.' && strlen (word) == 3 ? behind + 1 : behind;
        return &SCALES[i];
      }

  return NULL;
}

/* "€", "US$", "EUR per month". */
static gboolean
is_money (const char *unit)
{
  const char *end = unit;

  while (g_ascii_isalpha (*end))
    end++;

  return qd_vocabulary_is_currency (unit, end) ||
         g_unichar_type (g_utf8_get_char (end)) == G_UNICODE_CURRENCY_SYMBOL;
}

/* Whether "m" stands for meters, minutes or months as well as for millions. */
static gboolean
is_unclear (Reader      *self,
            const Scale *scale)
{
  return scale != NULL && *self->at == 'm' && g_str_equal (scale->name, "m") &&
         *self->unit != '\0' && !is_money (self->measure);
}

/* Takes "k", "M" and the like, and multiplies by it. The unit may begin with such a
 * word itself: then the number is told in it, whether the word is typed or not. */
static double
take_scale (Reader *self,
            double  value)
{
  const Scale *scale;
  const char *end;

  skip_spaces (self);
  if (is_same (self->at, self->unit))
    return value;

  scale = find_scale (self->at, &end);
  if (scale == NULL || is_unclear (self, scale))
    return value;
  self->at = end;
  self->scaled = TRUE;

  return value * scale->factor / self->unit_scale;
}

/* Whether a unit begins with a scale: "Mio €", "M€", "k users", but not "m per day",
 * "B per second", "M²", nor "k" alone. */
static gboolean
has_scale (const char *unit,
           const char *end)
{
  const char *measure = end + strspn (end, " ");

  if (*measure == '\0' || is_money (measure))
    return *measure != '\0';

  return *end == ' ' && (end > unit + 1 || strchr ("kKM", *unit) != NULL);
}

static void
split_unit (Reader *self)
{
  const Scale *scale;
  const char *end;

  self->measure = self->unit;
  self->unit_scale = 1.0;
  scale = find_scale (self->unit, &end);
  if (scale == NULL || !has_scale (self->unit, end))
    return;

  self->unit_scale = scale->factor;
  self->measure = end + strspn (end, " ");
}

static gboolean
is_separator (const char *at)
{
  return *at != '\0' && strchr (".,' ", *at) != NULL && g_ascii_isdigit (at[1]);
}

static gboolean
take_digits (Reader *self,
             Digits *digits)
{
  memset (digits, 0, sizeof *digits);

  for (;;)
    {
      for (; g_ascii_isdigit (*self->at); self->at++)
        {
          digits->digits[digits->n_digits++] = *self->at;
          digits->groups[digits->n_separators]++;
        }

      if (!is_separator (self->at))
        break;
      digits->separators[digits->n_separators++] = *self->at++;
    }

  /* A decimal sign behind which nothing is typed yet. */
  if (digits->n_digits > 0 && digits->n_separators == 0 &&
      (*self->at == '.' || *self->at == ',') && (self->at[1] == '\0' || self->at[1] == ' '))
    self->at++;

  return digits->n_digits > 0;
}

/* Whether the first @n groups are thousands: 1 to 3 digits, then threes, all
 * divided by one sign; or, as in India, twos and then one three. */
static gboolean
are_thousands (const Digits *digits,
               guint         n)
{
  if (n == 1)
    return TRUE;

  if (digits->groups[0] < 1 || digits->groups[0] > 3 ||
      digits->digits[0] == '0' || digits->groups[n - 1] != 3)
    return FALSE;

  for (guint i = 1; i < n; i++)
    if (digits->separators[i - 1] != digits->separators[0])
      return FALSE;

  for (guint i = 1; i < n - 1; i++)
    if (digits->groups[i] != digits->groups[1] || digits->groups[i] < 2 ||
        digits->groups[i] > 3)
      return FALSE;

  return n == 2 || digits->groups[1] == 3 || digits->groups[0] <= 2;
}

/* Returns how many of the groups stand before the decimal sign, or 0 where the
 * digits are no number. */
static guint
count_whole_groups (const Digits *digits,
                    char          decimal)
{
  const guint n = digits->n_separators;
  const char last = n > 0 ? digits->separators[n - 1] : '\0';
  const gboolean may_be_decimal = last == '.' || last == ',';

  if (n == 0)
    return 1;

  if (n == 1 && may_be_decimal)
    return last == decimal || !are_thousands (digits, 2) ? 1 : 2;

  if (may_be_decimal && last != digits->separators[0])
    return are_thousands (digits, n) ? n : 0;

  return are_thousands (digits, n + 1) ? n + 1 : 0;
}

static void
take_exponent (Reader  *self,
               GString *number)
{
  const char *at = self->at;

  if (*at != 'e' && *at != 'E')
    return;
  at++;
  if (*at == '-' || *at == '+')
    at++;
  if (!g_ascii_isdigit (*at))
    return;
  while (g_ascii_isdigit (*at))
    at++;

  g_string_append_len (number, self->at, at - self->at);
  self->at = at;
}

/* Returns the digits and the exponent as C writes them. */
static char *
take_number (Reader *self)
{
  g_autoptr (GString) number = g_string_new (NULL);
  Digits digits;
  guint n_whole;
  gsize point = 0;

  if (!take_digits (self, &digits))
    return NULL;

  n_whole = count_whole_groups (&digits, self->decimal);
  if (n_whole == 0)
    return NULL;

  self->zero = strspn (digits.digits, "0") == digits.n_digits;

  for (guint i = 0; i < n_whole; i++)
    point += digits.groups[i];
  g_string_append_len (number, digits.digits, (gssize) point);
  g_string_append_c (number, '.');
  g_string_append (number, digits.digits + point);
  take_exponent (self, number);

  return g_strdup (number->str);
}

/* Returns whether all of the text is one number. */
static gboolean
read_all (Reader *self,
          double *value)
{
  g_autofree char *number = NULL;

  take_sign (self);
  take_unit_before (self);
  take_sign (self);

  number = take_number (self);
  if (number == NULL)
    return FALSE;

  *value = take_scale (self, self->sign * g_ascii_strtod (number, NULL));
  take_unit_behind (self);

  return *self->at == '\0' && !self->foreign_unit;
}

static gboolean
is_in_range (Reader *self,
             double  value)
{
  return isfinite (value) && fabs (value) <= MAX_VALUE &&
         (self->zero || fabs (value) >= MIN_VALUE);
}

static char *
quote (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *start = NULL;

  g_strstrip (valid);
  if (g_utf8_strlen (valid, -1) <= MAX_QUOTE)
    return g_steal_pointer (&valid);

  start = g_utf8_substring (valid, 0, MAX_QUOTE);

  return g_strconcat (start, "…", NULL);
}

static void
set_range_error (GError     **error,
                 const char  *text)
{
  g_autofree char *quoted = quote (text);

  g_set_error (error, QD_ERROR, QD_ERROR_INVALID,
               _("“%s” is too large or too small to reckon with. Write it in a larger or a smaller unit."),
               quoted);
}

static void
set_error (GError     **error,
           const char  *text,
           Reader      *reader)
{
  g_autofree char *quoted = quote (text);
  g_autofree char *scaled = g_strdup_printf ("1%c5k", reader->decimal);
  g_autofree char *with_unit = NULL;

  with_unit = g_strdup_printf ("12\u00a0%s", *reader->unit != '\0' ? reader->unit : "%");

  if (reader->foreign_unit)
    g_set_error (error, QD_ERROR, QD_ERROR_INVALID,
                 /* Translators: what was typed, the unit of the field, and
                  * three examples of numbers. */
                 _("“%s” does not fit here: the unit is “%s”. Write it like %s, %s or %s."),
                 quoted, reader->unit, scaled, with_unit, "\u22123");
  else
    g_set_error (error, QD_ERROR, QD_ERROR_INVALID,
                 /* Translators: what was typed, and three examples of numbers. */
                 _("“%s” is no number. Write it like %s, %s or %s."),
                 quoted, scaled, with_unit, "\u22123");
}

/* Of what is too long to be looked at closely. */
static void
refuse_long (GError     **error,
             const char  *text,
             Reader      *reader)
{
  if (*reader->at != '\0' && reader->at[strspn (reader->at, "+-0123456789.,' ")] == '\0')
    set_range_error (error, text);
  else
    set_error (error, text, reader);
}

/**
 * qd_typed_number_read_as:
 * @text: what was typed
 * @unit: the unit of the field, or ""
 * @decimal: the decimal sign of the locale
 * @result: (out caller-allocates): what it means
 * @error: what was not understood, for the person, with an example
 *
 * qd_typed_number_read() for any locale.
 *
 * Returns: whether @text is a number, or nothing
 */
gboolean
qd_typed_number_read_as (const char     *text,
                         const char     *unit,
                         const char     *decimal,
                         QdTypedNumber  *result,
                         GError        **error)
{
  g_autofree char *plain = NULL;
  g_autofree char *plain_unit = NULL;
  Reader reader = { .sign = 1.0 };
  double value = NAN;

  g_return_val_if_fail (text != NULL && unit != NULL && decimal != NULL, FALSE);
  g_return_val_if_fail (result != NULL, FALSE);

  result->value = NAN;
  result->nothing = FALSE;

  plain_unit = simplify (unit);
  reader.unit = plain_unit;
  reader.decimal = g_str_equal (decimal, ",") ? ',' : '.';

  split_unit (&reader);

  if (!g_utf8_validate (text, -1, NULL))
    {
      set_error (error, text, &reader);
      return FALSE;
    }

  plain = simplify (text);
  reader.at = plain;
  if (g_utf8_strlen (text, -1) > QD_TYPED_NUMBER_MAX_LENGTH)
    {
      refuse_long (error, text, &reader);
      return FALSE;
    }
  if (*plain == '\0')
    {
      result->nothing = TRUE;
      return TRUE;
    }

  if (!read_all (&reader, &value))
    {
      set_error (error, text, &reader);
      return FALSE;
    }

  if (!is_in_range (&reader, value))
    {
      set_range_error (error, text);
      return FALSE;
    }

  /* No negative zero. */
  result->value = value + 0.0;

  return TRUE;
}

/**
 * qd_typed_number_read:
 * @text: what was typed: "1.5k", "−3 %", "1.234,5", "12 days", ""
 * @unit: the unit of the field, or ""; a percent or currency sign in @text must
 *   be in it, where there is one
 * @result: (out caller-allocates): what it means
 * @error: what was not understood, for the person, with an example
 *
 * Reads a number as the person's locale writes it.
 *
 * Returns: whether @text is a number, or nothing
 */
gboolean
qd_typed_number_read (const char     *text,
                      const char     *unit,
                      QdTypedNumber  *result,
                      GError        **error)
{
  const char *radix = nl_langinfo (RADIXCHAR);

  /* The Arabic one is read as a point. */
  return qd_typed_number_read_as (text, unit, radix, result, error);
}
