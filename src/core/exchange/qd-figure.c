/* One number in a sentence, with its sign, scale and unit.
 *
 * Tells numbers that count something from those that are part of a name, a
 * date or an expression: "p95", "2x", "3rd", "2026-11-22", "24/7" and
 * "10-20" are no figures. Which of several figures matters is not decided
 * here.
 *
 * qd-title looks at the same sentences to judge their wording, needs no value,
 * and counts "2x" and "10–20 %" as numbers; the two share the words in
 * qd-vocabulary.
 */

#include "config.h"

#include <string.h>

#include "method/qd-vocabulary.h"
#include "qd-figure.h"
#include "qd-number.h"
#include "qd-word.h"

typedef struct
{
  const char *name;
  double factor;
} Scale;

static const Scale SCALES[] = {
  { "k", 1e3 }, { "K", 1e3 }, { "Tsd", 1e3 }, { "thousand", 1e3 },
  { "M", 1e6 }, { "mn", 1e6 }, { "Mio", 1e6 }, { "million", 1e6 },
  { "B", 1e9 }, { "bn", 1e9 }, { "Mrd", 1e9 }, { "billion", 1e9 },
  { "Tausend", 1e3 }, { "Millionen", 1e6 }, { "Milliarden", 1e9 },
};

static const char * const CURRENCIES[] = {
  "$", "€", "£", "¥", "₹", "₽", "₩", "₺", "₴", NULL,
};

static const char * const PERCENT_WORDS[] = { "percent", "prozent", NULL };

static gboolean
is_space (gunichar c)
{
  return c == '\0' || g_unichar_isspace (c);
}

static const char *
skip_spaces (const char *at)
{
  while (*at != '\0' && g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at;
}

static gboolean
is_comparison (gunichar c)
{
  return c == '<' || c == '>' || c == '=' || c == '~' ||
         c == 0x2264 /* ≤ */ || c == 0x2265 /* ≥ */ || c == 0x2248 /* ≈ */;
}

/* Steps back over "≤ ", "<=", "~" and the like, but not over the arrow in
 * "200 -> 500". */
static const char *
read_comparison (const char *text,
                 const char *at,
                 QdFigure   *figure)
{
  if (at > text && is_space (qd_word_char_before (text, at)))
    {
      const char *gap = g_utf8_prev_char (at);

      if (is_comparison (qd_word_char_before (text, gap)))
        at = gap;
    }

  while (is_comparison (qd_word_char_before (text, at)))
    {
      gunichar c = qd_word_char_before (text, at);

      if (c == '>' && at - 1 > text && (at[-2] == '-' || at[-2] == '='))
        break;
      if (c != '=' && c != '~' && c != 0x2248)
        figure->compared = TRUE;
      at = g_utf8_prev_char (at);
    }

  return at;
}

/* Steps back over "$", "US$", "€ " or "EUR ". */
static const char *
read_currency_before (const char *text,
                      const char *at,
                      QdFigure   *figure)
{
  const char *end = at;
  const char *start;

  if (end > text && is_space (qd_word_char_before (text, end)))
    end = g_utf8_prev_char (end);
  if (end == text)
    return at;

  start = g_utf8_prev_char (end);
  if (qd_vocabulary_contains (CURRENCIES, start, end))
    {
      for (guint i = 0; i < 2 && start > text && g_ascii_isupper (start[-1]); i++)
        start--;
    }
  else
    {
      start = end - MIN (end - text, 3);
      if (!qd_vocabulary_is_currency (start, end))
        return at;
    }

  if (g_unichar_isalnum (qd_word_char_before (text, start)))
    return at;

  figure->unit = g_strndup (start, (gsize) (end - start));

  return start;
}

static const char *
read_sign (const char *text,
           const char *at,
           double     *sign)
{
  gunichar c = qd_word_char_before (text, at);
  const char *before;
  gunichar outer;

  if (c != '+' && c != '-' && c != 0x2212 /* − */)
    return at;

  before = g_utf8_prev_char (at);
  outer = qd_word_char_before (text, before);
  if (!is_space (outer) && outer != '(' && !is_comparison (outer))
    return at;

  if (c != '+')
    *sign = -1.0;

  return before;
}

/* Whether a number may begin behind @c, rather than being part of a word. */
static gboolean
may_precede (gunichar c)
{
  switch (c)
    {
    case '(': case '[': case '{': case '"': case ':': case '>': case '=':
    case 0x201c: case 0x201e: case 0x00ab: /* opening quotes */
    case 0x2192: /* → */
    case 0x2026: /* … */
      return TRUE;

    default:
      return is_space (c);
    }
}

/* Steps back from the first digit over what belongs to the number. */
static gboolean
read_front (const char *text,
            const char *digit,
            QdFigure   *figure,
            double     *sign)
{
  const char *at;
  const char *before_currency;

  *sign = 1.0;
  at = read_sign (text, digit, sign);
  before_currency = read_currency_before (text, at, figure);
  if (before_currency != at)
    at = read_sign (text, before_currency, sign);
  figure->start = read_comparison (text, at, figure);

  if (!may_precede (qd_word_char_before (text, figure->start)))
    return FALSE;

  /* The second half of "9:00". */
  return figure->start == text || figure->start[-1] != ':' ||
         figure->start - 1 == text || !g_ascii_isdigit (figure->start[-2]);
}

static const Scale *
find_scale (const char *start,
            const char *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (SCALES); i++)
    if (strlen (SCALES[i].name) == (gsize) (end - start) &&
        memcmp (SCALES[i].name, start, (gsize) (end - start)) == 0)
      return &SCALES[i];

  return NULL;
}

/* "1.5k", "3M", "2.5 bn", "2 million", "€5m". */
static void
read_scale (QdFigure *figure)
{
  const char *start = skip_spaces (figure->end);
  const char *end = qd_word_skip_letters (start);
  const Scale *scale = find_scale (start, end);
  double factor = scale != NULL ? scale->factor : 1.0;

  /* Meters, minutes or millions: money decides. */
  if (scale == NULL && start == figure->end && figure->unit != NULL &&
      end == start + 1 && *start == 'm')
    factor = 1e6;
  /* A lone "k" or "B" is a scale only where it touches the digits. */
  else if (scale != NULL && start != figure->end && end == start + 1 &&
           *start != 'M')
    factor = 1.0;

  if (factor > 1.0)
    {
      figure->scaled = TRUE;
      figure->end = end;
      if (*end == '.' && scale != NULL &&
          strchr ("MT", *scale->name) != NULL && strlen (scale->name) == 3)
        figure->end++;
    }
  figure->value = figure->mantissa * factor;
}

/* "4/5" is a ratio, "8/month" a rate. */
static void
read_slash (QdFigure *figure)
{
  const char *end = figure->end + 1;

  if (*figure->end != '/')
    return;

  if (g_ascii_isdigit (*end))
    {
      figure->ratio = TRUE;
      while (g_ascii_isdigit (*end))
        end++;
    }
  else
    {
      end = qd_word_skip_letters (end);
      if (end == figure->end + 1)
        return;
    }

  if (figure->unit == NULL)
    figure->unit = g_strndup (figure->end, (gsize) (end - figure->end));
  figure->end = end;
}

static void
take_unit (QdFigure   *figure,
           const char *start,
           const char *end)
{
  if (figure->unit == NULL)
    figure->unit = g_strndup (start, (gsize) (end - start));
  figure->end = end;
}

/* A sign or an abbreviation behind the digits: "%", " €", "h", "°C". */
static void
read_short_unit (QdFigure *figure)
{
  const char *start = skip_spaces (figure->end);
  const char *end = *start != '\0' ? g_utf8_next_char (start) : start;
  gunichar c = g_utf8_get_char (start);

  if (c == '%' || c == 0x2030 /* ‰ */)
    {
      take_unit (figure, start, end);
    }
  else if (c == 0x00b0 /* ° */)
    {
      take_unit (figure, start, *end == 'C' || *end == 'F' ? end + 1 : end);
    }
  else if (qd_vocabulary_contains (CURRENCIES, start, end) && !g_ascii_isdigit (*end))
    {
      take_unit (figure, start, end);
    }
  else
    {
      end = qd_word_skip_letters (start);
      if (qd_vocabulary_is_unit (start, end) ||
          qd_vocabulary_is_currency (start, end))
        take_unit (figure, start, end);
    }
}

static void
read_plus (QdFigure *figure)
{
  if (*figure->end == '+' && !g_ascii_isalnum (figure->end[1]))
    {
      figure->open = TRUE;
      figure->end++;
    }
}

/* Whether what follows makes the number a part of something else: "2x",
 * "3rd", "3-day", "10–20", "1.2.3", "9:00", "2026-11-22". */
static gboolean
goes_on (const char *at)
{
  gunichar c = g_utf8_get_char (at);
  gunichar next = c != '\0' ? g_utf8_get_char (g_utf8_next_char (at)) : '\0';

  if (g_unichar_isalnum (c))
    return TRUE;

  switch (c)
    {
    case '-':
    case 0x2010: /* hyphens */
    case 0x2011:
      return g_unichar_isalnum (next);

    case '.':
    case ',':
    case ':':
    case '\'':
    case 0x2013: /* – */
    case 0x2019: /* ’ */
      return g_unichar_isdigit (next);

    case '/':
    case '_':
    case '#':
    case '@':
    case '*':
    case '^':
    case 0x00d7: /* × */
      return TRUE;

    default:
      return FALSE;
    }
}

/* Whether a noun ends at @at, or goes on in a further noun ("5 sales calls").
 * What is no letter ends it, and so does a function word. */
static gboolean
ends_noun (const char *at)
{
  g_autofree char *next = NULL;

  if (*at != '\0' && !g_unichar_isspace (g_utf8_get_char (at)))
    return TRUE;

  next = qd_word_after (at, NULL);

  return next == NULL || qd_word_is_function (next);
}

static gboolean
looks_plural (const char *word)
{
  return g_str_has_suffix (word, "s") &&
         !g_str_has_suffix (word, "ss") &&
         !g_str_has_suffix (word, "us") &&
         !g_str_has_suffix (word, "is");
}

/* "per month", and "3 days". Returns %FALSE where the word shows that the
 * number counts nothing: "15 December", "3 x". */
static gboolean
read_word_unit (QdFigure *figure)
{
  const char *start = skip_spaces (figure->end);
  const char *end;
  const char *rate_end;
  g_autofree char *word = qd_word_after (figure->end, &end);
  g_autofree char *rate = NULL;

  if (word == NULL || start == figure->end)
    return TRUE;

  if (qd_vocabulary_is_month (word) || g_str_equal (word, "x"))
    return FALSE;

  if (g_strv_contains (PERCENT_WORDS, word))
    {
      g_clear_pointer (&figure->unit, g_free);
      figure->unit = g_strdup ("%");
      figure->end = end;
    }
  else if (g_str_equal (word, "per") || g_str_equal (word, "pro"))
    {
      rate = qd_word_after (end, &rate_end);
      if (rate != NULL)
        take_unit (figure, start, rate_end);
    }
  else if (figure->unit == NULL &&
           !qd_word_is_function (word) &&
           (looks_plural (word) || ends_noun (end)))
    {
      take_unit (figure, start, end);
      figure->unit_is_word = TRUE;
    }

  return TRUE;
}

/* Takes "15." of "15. Dezember" for a day. */
static gboolean
is_day_of_month (const QdFigure *figure)
{
  g_autofree char *word = NULL;

  if (figure->end[0] != '.')
    return FALSE;

  word = qd_word_after (figure->end + 1, NULL);

  return word != NULL && qd_vocabulary_is_month (word);
}

static gboolean
follows_month (const char *text,
               const char *at)
{
  g_autofree char *word = qd_word_before (text, at, NULL);

  return word != NULL && qd_vocabulary_is_month (word);
}

static gboolean
read_figure (const char *text,
             const char *digit,
             QdFigure   *figure)
{
  QdNumber number;
  double sign;

  if (!read_front (text, digit, figure, &sign) || !qd_number_read (digit, &number))
    return FALSE;

  figure->mantissa = number.value;
  figure->grouped = number.group != '\0' || number.point != '\0';
  figure->end = number.end;
  if (is_day_of_month (figure))
    return FALSE;

  read_scale (figure);
  figure->value *= sign;
  figure->mantissa *= sign;
  read_plus (figure);
  read_short_unit (figure);
  read_plus (figure);
  read_slash (figure);

  if (goes_on (figure->end) || !read_word_unit (figure))
    return FALSE;

  return figure->unit != NULL || !follows_month (text, figure->start);
}

/**
 * qd_figure_next:
 * @text: a sentence
 * @from: where to begin in it
 * @figure: (out caller-allocates): the figure, to be cleared with
 *   qd_figure_clear()
 *
 * Returns: whether there is a further figure
 */
gboolean
qd_figure_next (const char *text,
                const char *from,
                QdFigure   *figure)
{
  const char *digit = from;

  while ((digit = strpbrk (digit, "0123456789")) != NULL)
    {
      memset (figure, 0, sizeof *figure);
      if (read_figure (text, digit, figure))
        return TRUE;
      qd_figure_clear (figure);

      /* Nothing else in this word is a number of its own. */
      while (*digit != '\0' && !g_ascii_isspace (*digit))
        digit++;
    }

  return FALSE;
}

/**
 * qd_figure_clear:
 *
 * Frees what @figure points to.
 */
void
qd_figure_clear (QdFigure *figure)
{
  g_clear_pointer (&figure->unit, g_free);
}
