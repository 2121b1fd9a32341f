/* Quarters and spans of days that a text names.
 *
 * "2026 Q4", "Q4/2026", "FY22-Q3", "Q3 of fiscal year 2022", "4. Quartal
 * 2026", and "2021-08-01 to 2021-10-31". What the days of a fiscal quarter are
 * only the text can say; without it they are those of the calendar quarter.
 */

#include "config.h"

#include <string.h>

#include "qd-quarter.h"
#include "qd-word.h"

#define MAX_SPACERS 6
#define MIN_DAYS 7
#define MAX_DAYS 400

/* A year at some place of the text. */
typedef struct
{
  guint year;
  gboolean fiscal;
  char text[5];
  const char *start;
  const char *end;
} Year;

static const char * const YEAR_WORDS[] = {
  "fiscal", "fy", "gj", "geschäftsjahr", "geschäftsjahres", "in", "jahr",
  "jahres", "of", "des", "the", "year", NULL,
};

static const char * const FISCAL_WORDS[] = {
  "fiscal", "fy", "gj", "geschäftsjahr", "geschäftsjahres", NULL,
};

static const char * const QUARTER_WORDS[] = { "quartal", "quarter", NULL };

static const char * const ORDINALS[4][4] = {
  { "first", "erstes", "st", NULL },
  { "second", "zweites", "nd", NULL },
  { "third", "drittes", "rd", NULL },
  { "fourth", "viertes", "th", NULL },
};

static gboolean
is_spacer (gunichar c)
{
  return c != '\0' &&
         (g_unichar_isspace (c) || c == '-' || c == '/' || c == ',' ||
          c == '.' || c == '_' || c == '(' || c == '\'' || c == 0x2019 ||
          c == 0x2013 || c == 0x2014 || c == 0x00b7);
}

static const char *
skip_spacers (const char *at)
{
  for (guint i = 0; i < MAX_SPACERS && is_spacer (g_utf8_get_char (at)); i++)
    at = g_utf8_next_char (at);

  return at;
}

static const char *
skip_spacers_back (const char *text,
                   const char *at)
{
  for (guint i = 0; i < MAX_SPACERS && is_spacer (qd_word_char_before (text, at)); i++)
    at = g_utf8_prev_char (at);

  return at;
}

static guint
count_digits (const char *at)
{
  guint n = 0;

  while (n < 5 && g_ascii_isdigit (at[n]))
    n++;

  return n;
}

/* Takes @n digits at @digits for a year: 4 of this age, or 2 where something
 * says that they are a year. */
static gboolean
take_year (const char *digits,
           guint       n,
           gboolean    abbreviated,
           Year       *year)
{
  guint value = (guint) g_ascii_strtoull (digits, NULL, 10);

  if (n == 2 && abbreviated)
    value += 2000;
  else if (n != 4 || value < 1990 || value > 2099)
    return FALSE;

  year->year = value;
  g_strlcpy (year->text, digits, n + 1);

  return TRUE;
}

/* "… 2026", "… FY26", "…'26", "… of fiscal year 2026" behind a quarter. */
static gboolean
year_after (const char *at,
            Year       *year)
{
  const char *digits = skip_spacers (at);
  gboolean abbreviated = digits > at && (digits[-1] == '\'' ||
                                         (guchar) digits[-1] == 0x99);
  guint n;

  year->fiscal = FALSE;
  for (guint i = 0; i < 5; i++)
    {
      const char *end;
      g_autofree char *word = qd_word_after (digits, &end);

      if (word == NULL || !g_strv_contains (YEAR_WORDS, word))
        break;
      if (g_strv_contains (FISCAL_WORDS, word))
        year->fiscal = TRUE;
      digits = skip_spacers (end);
    }

  n = count_digits (digits);
  year->end = digits + n;

  return take_year (digits, n, abbreviated || year->fiscal, year) &&
         !g_unichar_isalnum (g_utf8_get_char (year->end));
}

/* "2026 …", "FY26 …", "FY 2026-…" before a quarter. */
static gboolean
year_before (const char *text,
             const char *at,
             Year       *year)
{
  const char *end = skip_spacers_back (text, at);
  const char *digits = end;
  const char *word_start;
  g_autofree char *word = NULL;
  gboolean abbreviated;

  while (digits > text && g_ascii_isdigit (digits[-1]) && end - digits < 5)
    digits--;
  if (digits == end)
    return FALSE;

  word = qd_word_before (text, digits, &word_start);
  year->fiscal = word != NULL && g_strv_contains (FISCAL_WORDS, word);
  abbreviated = year->fiscal || qd_word_char_before (text, digits) == '\'';
  year->start = year->fiscal ? word_start : digits;

  return take_year (digits, (guint) (end - digits), abbreviated, year) &&
         (year->fiscal || !g_unichar_isalnum (qd_word_char_before (text, digits)));
}

/* The number of "4th quarter", "4. Quartal", "fourth quarter", with @at at the
 * beginning of the word; 0 for none. */
static guint
ordinal_before (const char  *text,
                const char  *at,
                const char **start)
{
  g_autofree char *word = qd_word_before (text, at, start);
  const char *digit;

  for (guint i = 0; word != NULL && i < 4; i++)
    if (g_strv_contains (ORDINALS[i], word))
      {
        if (strlen (word) > 2)
          return i + 1;
        if (*start == text || (*start)[-1] != (char) ('1' + i))
          return 0;
        (*start)--;
        return !g_unichar_isalnum (qd_word_char_before (text, *start)) ? i + 1 : 0;
      }

  digit = skip_spacers_back (text, at);
  if (word != NULL || digit == text || digit == at || *digit != '.')
    return 0;

  *start = --digit;

  return *digit >= '1' && *digit <= '4' &&
         !g_unichar_isalnum (qd_word_char_before (text, digit)) ?
         (guint) (*digit - '0') : 0;
}

/* Whether @at is "Q4" and the like, with @quarter's number and place set. */
static gboolean
read_short_name (const char *text,
                 const char *at,
                 QdQuarter  *quarter)
{
  gunichar before = qd_word_char_before (text, at);

  if ((*at != 'Q' && *at != 'q') || at[1] < '1' || at[1] > '4' ||
      g_unichar_isalnum (g_utf8_get_char (at + 2)) ||
      (g_unichar_isalnum (before) && !g_unichar_isdigit (before)))
    return FALSE;

  quarter->number = (guint) (at[1] - '0');
  quarter->start = (gsize) (at - text);
  quarter->end = quarter->start + 2;

  return TRUE;
}

/* "4th quarter", "4. Quartal", "Quarter 4", "Quartal 4". */
static gboolean
read_long_name (const char *text,
                const char *at,
                QdQuarter  *quarter)
{
  const char *end, *start, *digit;
  g_autofree char *word = NULL;

  if ((*at != 'Q' && *at != 'q') || (at[1] != 'u' && at[1] != 'U') ||
      g_unichar_isalnum (qd_word_char_before (text, at)))
    return FALSE;

  word = qd_word_after (at, &end);
  if (word == NULL || !g_strv_contains (QUARTER_WORDS, word))
    return FALSE;

  quarter->number = ordinal_before (text, at, &start);
  if (quarter->number == 0)
    {
      digit = skip_spacers (end);
      if (digit == end || *digit < '1' || *digit > '4' ||
          g_unichar_isalnum (g_utf8_get_char (digit + 1)))
        return FALSE;
      quarter->number = (guint) (*digit - '0');
      start = at;
      end = digit + 1;
    }

  quarter->start = (gsize) (start - text);
  quarter->end = (gsize) (end - text);

  return TRUE;
}

static void
add_year (const char *text,
          QdQuarter  *quarter)
{
  Year year = { 0 };

  if (year_before (text, text + quarter->start, &year))
    quarter->start = (gsize) (year.start - text);
  else if (year_after (text + quarter->end, &year))
    quarter->end = (gsize) (year.end - text);
  else
    return;

  quarter->year = year.year;
  quarter->fiscal = year.fiscal;
  if (year.fiscal)
    g_strlcpy (quarter->year_text, year.text, sizeof quarter->year_text);
}

/* Reads "2021-08-01" or "1.8.2021". */
static QdDay
read_day (const char  *at,
          const char **end)
{
  guint parts[3] = { 0 };
  guint widths[3] = { 0 };
  char separator = '\0';

  for (guint i = 0; i < 3; i++)
    {
      widths[i] = count_digits (at);
      if (widths[i] == 0 || widths[i] == 5)
        return QD_DAY_NONE;
      parts[i] = (guint) g_ascii_strtoull (at, NULL, 10);
      at += widths[i];
      if (i == 2)
        break;

      if ((*at != '-' && *at != '.') || (i == 1 && *at != separator))
        return QD_DAY_NONE;
      separator = *at++;
    }

  *end = at;
  if (separator == '-' && widths[0] == 4 && widths[1] == 2 && widths[2] == 2)
    return qd_day_new (parts[0], parts[1], parts[2]);
  if (separator == '.' && widths[0] <= 2 && widths[1] <= 2 && widths[2] == 4)
    return qd_day_new (parts[2], parts[1], parts[0]);

  return QD_DAY_NONE;
}

/* Whether what stands between two days makes them a span. */
static gboolean
is_span (const char *start,
         const char *end)
{
  static const char * const WORDS[] = {
    "to", "until", "till", "through", "and", "bis", "–", "—", "-", "/", "→",
    "..", "...", "…", "->", NULL,
  };
  g_autofree char *between = NULL;

  if (end - start > 16)
    return FALSE;

  between = g_strndup (start, (gsize) (end - start));
  g_strstrip (between);

  return g_strv_contains (WORDS, between);
}

/**
 * qd_quarter_find:
 * @text: a title or a line
 * @quarter: (out caller-allocates): the quarter
 *
 * Looks for the first quarter with a year, or else for the first without one.
 *
 * Returns: whether @text names a quarter
 */
gboolean
qd_quarter_find (const char *text,
                 QdQuarter  *quarter)
{
  gboolean found = FALSE;

  for (const char *at = strpbrk (text, "Qq"); at != NULL;
       at = strpbrk (at + 1, "Qq"))
    {
      QdQuarter other = { 0 };

      if (!read_short_name (text, at, &other) &&
          !read_long_name (text, at, &other))
        continue;

      add_year (text, &other);
      if (!found || other.year != 0)
        *quarter = other;
      found = TRUE;
      if (other.year != 0)
        break;
    }

  return found;
}

/**
 * qd_quarter_complete:
 * @quarter: a quarter, perhaps without a year
 * @today: a day
 *
 * Gives the quarter the year in which it lies nearest to @today.
 */
void
qd_quarter_complete (QdQuarter *quarter,
                     QdDay      today)
{
  guint nearest = G_MAXUINT;
  GDate date;

  if (quarter->year != 0)
    return;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, today);

  for (guint year = g_date_get_year (&date) - 1, i = 0; i < 3; year++, i++)
    {
      QdDay middle = qd_day_new (year, quarter->number * 3 - 1, 15);
      guint distance = middle > today ? middle - today : today - middle;

      if (distance < nearest)
        {
          nearest = distance;
          quarter->year = year;
        }
    }
}

/**
 * qd_quarter_to_name:
 * @quarter: a quarter with a year
 *
 * Returns: (transfer full): "2026 Q4", or "FY22-Q3"
 */
char *
qd_quarter_to_name (const QdQuarter *quarter)
{
  g_return_val_if_fail (quarter->year != 0, NULL);

  if (quarter->fiscal)
    return g_strdup_printf ("FY%s-Q%u", quarter->year_text, quarter->number);

  return g_strdup_printf ("%04u Q%u", quarter->year, quarter->number);
}

/**
 * qd_quarter_get_days:
 * @quarter: a quarter with a year
 * @first: (out): the first day of the calendar quarter of that number
 * @last: (out): the last day of it
 */
void
qd_quarter_get_days (const QdQuarter *quarter,
                     QdDay           *first,
                     QdDay           *last)
{
  g_return_if_fail (quarter->year != 0);

  qd_day_get_quarter (qd_day_new (quarter->year, quarter->number * 3, 1),
                      first, last);
}

/**
 * qd_quarter_find_days:
 * @text: a line
 * @first: (out): the first day
 * @last: (out): the last day
 *
 * Looks for "2021-08-01 to 2021-10-31", "01.08.2021 – 31.10.2021" and the like;
 * between a week and a good year long.
 *
 * Returns: whether there is such a span
 */
gboolean
qd_quarter_find_days (const char *text,
                      QdDay      *first,
                      QdDay      *last)
{
  QdDay before = QD_DAY_NONE;
  const char *before_end = NULL;
  const char *at = text;

  while ((at = strpbrk (at, "0123456789")) != NULL)
    {
      const char *end = at;
      QdDay day = read_day (at, &end);

      if (day != QD_DAY_NONE && before != QD_DAY_NONE && day > before &&
          day - before >= MIN_DAYS && day - before <= MAX_DAYS &&
          is_span (before_end, at))
        {
          *first = before;
          *last = day;
          return TRUE;
        }

      before = day;
      before_end = end;
      at = end;
      while (g_ascii_isdigit (*at))
        at++;
    }

  return FALSE;
}
