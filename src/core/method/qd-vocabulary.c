/* The words beside numbers that both readers of sentences know: months, units,
 * currencies, and what is numbered rather than counted.
 *
 * Only what both take in the same sense stands here; where one knows more, it
 * says so itself. English and German side by side, and so not translated.
 */

#include "config.h"

#include <string.h>

#include "qd-vocabulary.h"

static const char * const MONTHS[] = {
  "january", "february", "march", "april", "may", "june", "july", "august",
  "september", "october", "november", "december", "jan", "feb", "mar", "apr",
  "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "januar", "februar",
  "märz", "mai", "juni", "juli", "oktober", "dezember", "okt", "dez", NULL,
};

/* The number behind one of these says which one. */
static const char * const NAMING_WORDS[] = {
  "asc", "chapter", "class", "day", "din", "iec", "iso", "level", "milestone",
  "month", "no", "nr", "number", "page", "part", "phase", "priority", "quarter",
  "rfc", "round", "section", "series", "sev", "severity", "soc", "sprint",
  "stage", "step", "tier", "top", "type", "version", "wave", "week", "year",
  "klasse", "kapitel", "monat", "nummer", "quartal", "runde", "schritt", "seite",
  "stufe", "tag", "teil", "woche", NULL,
};

/* Abbreviations that may stand right behind the digits, as they are written:
 * "5ms", but no "5MS". */
static const char * const UNITS[] = {
  "h", "hr", "hrs", "min", "mins", "s", "sec", "secs", "ms", "d", "kg", "km",
  "KB", "kB", "MB", "GB", "TB", "pp", "pt", "pts", "px", "kWh", "MWh", NULL,
};

static const char * const CURRENCIES[] = {
  "USD", "EUR", "GBP", "CHF", "JPY", "CNY", "INR", "CAD", "AUD", "SEK", "NOK",
  "DKK", "PLN", "CZK", NULL,
};

/**
 * qd_vocabulary_contains:
 * @words: (array zero-terminated=1): words
 * @start: the beginning of a word in a text
 * @end: its end
 *
 * Returns: whether it is one of them, in the same case
 */
gboolean
qd_vocabulary_contains (const char * const *words,
                        const char         *start,
                        const char         *end)
{
  const gsize length = (gsize) (end - start);

  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) == length && memcmp (words[i], start, length) == 0)
      return TRUE;

  return FALSE;
}

/**
 * qd_vocabulary_is_unit:
 * @start: the beginning of a word in a text
 * @end: its end
 *
 * Returns: whether it abbreviates a unit: "kWh"
 */
gboolean
qd_vocabulary_is_unit (const char *start,
                       const char *end)
{
  return qd_vocabulary_contains (UNITS, start, end);
}

/**
 * qd_vocabulary_is_currency:
 * @start: the beginning of a word in a text
 * @end: its end
 *
 * Returns: whether it is the code of a currency in capitals: "EUR"
 */
gboolean
qd_vocabulary_is_currency (const char *start,
                           const char *end)
{
  return qd_vocabulary_contains (CURRENCIES, start, end);
}

/**
 * qd_vocabulary_is_month:
 * @word: a case-folded word
 *
 * Returns: whether it names a month, in full or abbreviated
 */
gboolean
qd_vocabulary_is_month (const char *word)
{
  return g_strv_contains (MONTHS, word);
}

/**
 * qd_vocabulary_is_naming:
 * @word: a case-folded word
 *
 * Returns: whether a number behind it says which one, and not how many: "tier"
 */
gboolean
qd_vocabulary_is_naming (const char *word)
{
  return g_strv_contains (NAMING_WORDS, word);
}
