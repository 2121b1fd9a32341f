/* Whether a number in a statement is a limit to keep to, or where to go.
 *
 * "Keep churn at most 3 %", "latency ≤ 200 ms" and "uptime above 99 %" name
 * limits; "Reduce churn to at most 3 %" and "Win at least 10 customers" name
 * the end of a way. English and German side by side, and so not translated.
 * Which number of a statement matters is decided in qd-quantity.
 */

#include "config.h"

#include <string.h>

#include "qd-limit.h"
#include "qd-word.h"

static const char * const BELOW_WORDS[] = {
  "below", "under", "max", "maximum", "unter", "höchstens", "maximal", NULL,
};

static const char * const ABOVE_WORDS[] = {
  "above", "over", "minimum", "über", "mindestens", "minimal", NULL,
};

static const char * const LESS_WORDS[] = {
  "less", "fewer", "lower", "smaller", "weniger", "niedriger", NULL,
};

static const char * const MORE_WORDS[] = {
  "more", "greater", "higher", "mehr", "höher", NULL,
};

static const char * const NOT_WORDS[] = { "no", "not", "never", "nicht", "nie", NULL };

static const char * const KEEP_WORDS[] = {
  "hold", "keep", "maintain", "remain", "stay", "sustain", "bleiben", "bleibt",
  "halten", NULL,
};

/* Who does this is on the way, in English at the beginning of a statement, in
 * German at its end. */
static const char * const GO_WORDS[] = {
  "achieve", "add", "boost", "bring", "close", "cut", "decrease", "drive", "drop",
  "earn", "gain", "get", "grow", "hit", "improve", "increase", "lift", "lower",
  "push", "raise", "reach", "reduce", "shrink", "sign", "win", "erhöhen",
  "erreichen", "gewinnen", "reduzieren", "senken", "steigern", "verbessern",
  "verringern", NULL,
};

/* Before a limit, these say that it is the end of a way. */
static const char * const TO_WORDS[] = {
  "to", "auf", "exceed", "reach", "erreichen", NULL,
};

static gboolean
is_one_of (const char         *word,
           const char * const *words)
{
  return word != NULL && g_strv_contains (words, word);
}

/* "more than", "no more than", "weniger als". Moves *@start before it. */
static QdMetricKind
read_than (const char  *text,
           const char **start)
{
  const char *at;
  g_autofree char *degree = qd_word_before (text, *start, &at);
  g_autofree char *outer = NULL;
  const char *outer_start;
  gboolean more, denied;

  if (!is_one_of (degree, LESS_WORDS) && !is_one_of (degree, MORE_WORDS))
    return QD_METRIC_CHANGE;

  more = is_one_of (degree, MORE_WORDS);
  outer = qd_word_before (text, at, &outer_start);
  denied = is_one_of (outer, NOT_WORDS);
  *start = denied ? outer_start : at;

  return more != denied ? QD_METRIC_AT_LEAST : QD_METRIC_AT_MOST;
}

/* What the words before @start say. Moves *@start before them. */
static QdMetricKind
read_words (const char  *text,
            const char **start)
{
  const char *at;
  g_autofree char *word = qd_word_before (text, *start, &at);
  g_autofree char *outer = NULL;
  const char *outer_start;

  if (word == NULL)
    return QD_METRIC_CHANGE;

  *start = at;
  if (g_str_equal (word, "than") || g_str_equal (word, "als"))
    return read_than (text, start);
  if (is_one_of (word, BELOW_WORDS))
    return QD_METRIC_AT_MOST;
  if (is_one_of (word, ABOVE_WORDS))
    return QD_METRIC_AT_LEAST;

  outer = qd_word_before (text, at, &outer_start);
  if (g_strcmp0 (outer, "at") != 0)
    return QD_METRIC_CHANGE;
  *start = outer_start;
  if (g_str_equal (word, "most"))
    return QD_METRIC_AT_MOST;

  return g_str_equal (word, "least") ? QD_METRIC_AT_LEAST : QD_METRIC_CHANGE;
}

static QdMetricKind
read_sign (const char *start)
{
  switch (g_utf8_get_char (start))
    {
    case '<':
    case 0x2264: /* ≤ */
      return QD_METRIC_AT_MOST;

    case '>':
    case 0x2265: /* ≥ */
      return QD_METRIC_AT_LEAST;

    default:
      return QD_METRIC_CHANGE;
    }
}

/* "Reduce …" and "… senken". */
static gboolean
is_on_the_way (const char *text)
{
  g_autofree char *first = qd_word_after (text, NULL);
  g_autofree char *last = NULL;
  const char *end = text + strlen (text);

  while (end > text && (g_ascii_isspace (end[-1]) || end[-1] == '.' || end[-1] == '!'))
    end--;
  last = qd_word_before (text, end, NULL);

  return is_one_of (first, GO_WORDS) || is_one_of (last, GO_WORDS);
}

/* "At least 10 customers" are counted one by one, unless they are to be kept. */
static gboolean
is_counted (const char     *text,
            const QdFigure *figure,
            QdMetricKind    limit)
{
  g_autofree char *first = qd_word_after (text, NULL);

  return limit == QD_METRIC_AT_LEAST && figure->unit_is_word && !is_one_of (first, KEEP_WORDS);
}

/**
 * qd_limit_of:
 * @text: a statement, or a value of a field
 * @figure: a number in it
 *
 * Returns: %QD_METRIC_AT_LEAST or %QD_METRIC_AT_MOST where the number is a limit,
 *   else %QD_METRIC_CHANGE
 */
QdMetricKind
qd_limit_of (const char     *text,
             const QdFigure *figure)
{
  const char *start = figure->start;
  QdMetricKind limit = read_sign (start);
  g_autofree char *lead = NULL;

  if (limit == QD_METRIC_CHANGE)
    {
      limit = read_words (text, &start);
      if (is_counted (text, figure, limit))
        return QD_METRIC_CHANGE;
    }
  if (limit == QD_METRIC_CHANGE)
    return limit;

  lead = qd_word_before (text, start, NULL);
  if (is_one_of (lead, TO_WORDS) || is_on_the_way (text))
    return QD_METRIC_CHANGE;

  return limit;
}
