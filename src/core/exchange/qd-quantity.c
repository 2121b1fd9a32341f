/* The numbers of a key result, out of its statement.
 *
 * "from X to Y" gives a baseline and a target; else the one number that
 * clearly is the aim gives the target. Where several numbers compete, or one
 * only belongs to a name ("Tier 1", "ISO 27001"), a year or a remark in
 * brackets, there is no quantity: nothing is guessed. What is a number at all
 * is decided in qd-figure.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "method/qd-vocabulary.h"
#include "qd-figure.h"
#include "qd-limit.h"
#include "qd-quantity.h"
#include "qd-word.h"

/* A statement with more numbers than this has no clear one. */
#define MAX_FIGURES 32
#define MAX_FILLERS 6
#define MAX_GAP 120

typedef enum
{
  CLAIM_NONE,
  CLAIM_WEAK,
  CLAIM_PLAIN,
  CLAIM_STRONG,
} Claim;

typedef struct
{
  QdFigure figure;
  char *before;             /* the word before it */
  const char *before_start;
  char *lead;               /* the same, filling words skipped */
  const char *lead_start;
  gboolean in_brackets;
} Candidate;

static const char * const FROM_WORDS[] = { "from", "von", NULL };
static const char * const TO_WORDS[] = { "to", "auf", NULL };

static const char * const FILLERS[] = {
  "a", "about", "above", "all", "almost", "an", "approx", "approximately",
  "around", "at", "average", "below", "fewer", "greater", "just", "least",
  "less", "mean", "median", "more", "most", "nearly", "of", "only", "over",
  "roughly", "some", "than", "the", "under", "als", "ca", "circa",
  "durchschnittlich", "etwa", "höchstens", "knapp", "mehr", "mindestens",
  "rund", "unter", "weniger", "über", "currently", "now", "aktuell", NULL,
};

static const char * const AIM_WORDS[] = {
  "to", "auf", "least", "most", "than", "below", "under", "above", "over",
  "reach", "exceed", "mindestens", "höchstens", "unter", "über", "als",
  "erreichen", NULL,
};

/* A number behind one of these is a name's, too, whatever follows it. */
static const char * const NAMING_WORDS[] = { "grade", "release", "rule", NULL };

/* Names of metrics behind which the number is no part of the name. */
static const char * const METRIC_NAMES[] = {
  "acv", "aov", "arr", "cac", "ces", "csat", "dau", "gmv", "ltv", "mau", "mrr",
  "nps", "wau", NULL,
};

static const char * const TIME_UNITS[] = {
  "d", "day", "days", "h", "hour", "hours", "min", "minute", "minutes",
  "month", "months", "quarter", "quarters", "second", "seconds", "week",
  "weeks", "year", "years", "jahr", "jahre", "jahren", "minuten", "monat",
  "monate", "monaten", "quartal", "quartale", "sekunden", "stunde", "stunden",
  "tag", "tage", "tagen", "woche", "wochen", NULL,
};

/* Before a time, these say how long, not how much. */
static const char * const LIMIT_WORDS[] = {
  "after", "during", "every", "first", "for", "in", "last", "next", "over",
  "past", "previous", "within", "alle", "binnen", "innerhalb", "letzten", "nach",
  "nächsten", "seit", "über", NULL,
};

static const char * const YEAR_WORDS[] = {
  "by", "during", "for", "in", "of", "since", "the", "until", "bis", "für",
  "im", "seit", NULL,
};

static const char * const MORE_OR_LESS[] = {
  "above", "below", "better", "fewer", "higher", "less", "lower", "more",
  "besser", "höher", "mehr", "weniger", NULL,
};

static gboolean
is_one_of (const char         *word,
           const char * const *words)
{
  return word != NULL && g_strv_contains (words, word);
}

static void
clear_candidate (gpointer data)
{
  Candidate *candidate = data;

  qd_figure_clear (&candidate->figure);
  g_free (candidate->before);
  g_free (candidate->lead);
}

static void
find_lead (const char *text,
           Candidate  *candidate)
{
  const char *at = candidate->figure.start;

  candidate->before = qd_word_before (text, at, &candidate->before_start);

  for (guint i = 0; i < MAX_FILLERS; i++)
    {
      g_free (candidate->lead);
      candidate->lead = qd_word_before (text, at, &candidate->lead_start);
      if (!is_one_of (candidate->lead, FILLERS))
        break;
      at = candidate->lead_start;
    }
}

static gboolean
is_bare_year (const QdFigure *figure)
{
  return !figure->scaled && !figure->grouped && !figure->open &&
         !figure->compared && (figure->unit == NULL || figure->unit_is_word) &&
         figure->value >= 1900.0 && figure->value <= 2100.0;
}

static gboolean
is_year (const Candidate *candidate)
{
  return is_bare_year (&candidate->figure) &&
         !is_one_of (candidate->lead, TO_WORDS) &&
         !is_one_of (candidate->lead, FROM_WORDS) &&
         (candidate->figure.unit == NULL ||
          is_one_of (candidate->before, YEAR_WORDS));
}

/* Returns all figures of the text that are no years, or %NULL where there are
 * too many. */
static GArray *
collect (const char *text)
{
  g_autoptr (GArray) candidates = NULL;
  const char *at = text;
  guint depth = 0;
  Candidate candidate = { 0 };

  candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_array_set_clear_func (candidates, clear_candidate);

  while (qd_figure_next (text, at, &candidate.figure))
    {
      for (; at < candidate.figure.start; at++)
        if (*at == '(' || *at == '[')
          depth++;
        else if ((*at == ')' || *at == ']') && depth > 0)
          depth--;
      at = candidate.figure.end;

      candidate.in_brackets = depth > 0;
      find_lead (text, &candidate);
      if (is_year (&candidate))
        clear_candidate (&candidate);
      else
        g_array_append_val (candidates, candidate);
      memset (&candidate, 0, sizeof candidate);

      if (candidates->len > MAX_FIGURES)
        return NULL;
    }

  return g_steal_pointer (&candidates);
}

static gboolean
is_time (const char *unit)
{
  g_autofree char *folded = NULL;

  if (unit == NULL)
    return FALSE;

  folded = g_utf8_casefold (unit, -1);

  return g_strv_contains (TIME_UNITS, folded);
}

/* Whether one is the other with an ending: "day" and "days", "Minute" and
 * "Minuten", "entry" and "entries". */
static gboolean
same_noun (const char *a,
           const char *b)
{
  g_autofree char *shorter = g_utf8_casefold (a, -1);
  g_autofree char *longer = g_utf8_casefold (b, -1);
  gsize n, m;

  if (strlen (shorter) > strlen (longer))
    {
      char *swapped = shorter;

      shorter = longer;
      longer = swapped;
    }

  n = strlen (shorter);
  m = strlen (longer);
  if (g_str_has_prefix (longer, shorter))
    return m == n || (n >= 3 && m - n <= 2);

  return n >= 3 && shorter[n - 1] == 'y' && m == n + 2 &&
         strncmp (shorter, longer, n - 1) == 0 &&
         strcmp (longer + n - 1, "ies") == 0;
}

/* The unit of both sides, the plural where they differ in that. Two words that
 * have nothing in common are no unit; two measures cannot be compared. */
static gboolean
join_units (const QdFigure  *a,
            const QdFigure  *b,
            char           **unit)
{
  *unit = NULL;

  if (a->unit == NULL || b->unit == NULL)
    *unit = g_strdup (a->unit != NULL ? a->unit : b->unit);
  else if (same_noun (a->unit, b->unit))
    *unit = g_strdup (strlen (a->unit) > strlen (b->unit) ? a->unit : b->unit);
  else
    return a->unit_is_word && b->unit_is_word &&
           !is_time (a->unit) && !is_time (b->unit);

  return TRUE;
}

/* "from 1.5 to 2M", "from 2M to 3": does the scale hold for both? */
static gboolean
scale_is_clear (const QdFigure *a,
                const QdFigure *b)
{
  if (a->scaled == b->scaled)
    return TRUE;
  if (b->scaled)
    return fabs (a->mantissa) < 1e-12 || fabs (a->mantissa) >= fabs (b->mantissa);

  return fabs (b->mantissa) < 1e-12 || fabs (b->mantissa) >= 100.0;
}

/* Whether the words between two numbers may belong to one phrase. */
static gboolean
is_one_phrase (const char *start,
               const char *end)
{
  if (end < start || end - start > MAX_GAP)
    return FALSE;

  for (; start < end; start++)
    if (strchr (".;!?", *start) != NULL && start[1] == ' ')
      return FALSE;

  return TRUE;
}

static gboolean
is_arrow (const char *start,
          const char *end)
{
  g_autofree char *between = NULL;

  if (end < start || end - start > 16)
    return FALSE;

  between = g_strndup (start, (gsize) (end - start));
  g_strstrip (between);

  return g_str_equal (between, "→") || g_str_equal (between, "->") ||
         g_str_equal (between, "=>") || g_str_equal (between, "-->") ||
         g_str_equal (between, "⇒") || g_str_equal (between, "➔");
}

static gboolean
are_joined (const Candidate    *a,
            const Candidate    *b,
            const char * const *a_words,
            const char * const *b_words)
{
  return is_one_of (a->lead, a_words) && is_one_of (b->lead, b_words) &&
         is_one_phrase (a->figure.end, b->lead_start);
}

/* Returns 1 where the two are "from … to …", -1 where they are "to … from …",
 * and else 0. */
static int
compare_order (const Candidate *a,
               const Candidate *b)
{
  if (is_bare_year (&a->figure) && a->figure.unit == NULL &&
      is_bare_year (&b->figure) && b->figure.unit == NULL)
    return 0;

  if (are_joined (a, b, FROM_WORDS, TO_WORDS) ||
      is_arrow (a->figure.end, b->figure.start))
    return 1;

  return are_joined (a, b, TO_WORDS, FROM_WORDS) ? -1 : 0;
}

/* A number as nobody writes a year, and nothing else. */
static gboolean
is_plain_number (const char *word)
{
  char *end;
  const double value = g_ascii_strtod (word, &end);

  return g_ascii_isdigit (*word) && end[strspn (end, ".,;:%)")] == '\0' &&
         (value < 1900.0 || value > 2100.0);
}

/* Whether the words name a way even where no figure can be read, as in "from 1e300
 * to 1e308". */
static gboolean
names_way (const char *statement)
{
  g_auto (GStrv) words = g_strsplit_set (statement, " \t\n", -1);
  gboolean begun = FALSE;

  for (guint i = 0; words[i] != NULL && words[i + 1] != NULL; i++)
    {
      g_autofree char *word = g_utf8_casefold (words[i], -1);

      if (!is_plain_number (words[i + 1]))
        continue;
      if (begun && is_one_of (word, TO_WORDS))
        return TRUE;
      begun = begun || is_one_of (word, FROM_WORDS);
    }

  return FALSE;
}

/* Finds "from … to …". @n_pairs says how many there are. */
static gboolean
find_pair (GArray     *candidates,
           QdQuantity *quantity,
           guint      *n_pairs)
{
  const QdFigure *from = NULL, *to = NULL;

  *n_pairs = 0;
  for (guint i = 0; i + 1 < candidates->len; i++)
    {
      const Candidate *a = &g_array_index (candidates, Candidate, i);
      const Candidate *b = &g_array_index (candidates, Candidate, i + 1);
      int order = compare_order (a, b);

      if (order == 0)
        continue;

      from = order > 0 ? &a->figure : &b->figure;
      to = order > 0 ? &b->figure : &a->figure;
      (*n_pairs)++;
      i++;
    }

  if (*n_pairs > 0)
    quantity->flaw = QD_QUANTITY_FLAW_UNCLEAR;
  if (*n_pairs == 1 && from->value == to->value)
    quantity->flaw = QD_QUANTITY_FLAW_SAME;
  if (*n_pairs != 1 || from->value == to->value || !scale_is_clear (from, to) ||
      !join_units (from, to, &quantity->unit))
    return FALSE;

  quantity->baseline = from->value;
  quantity->target = to->value;
  quantity->flaw = QD_QUANTITY_FLAW_NONE;

  return TRUE;
}

/* "Tier 1", "ISO 27001", "GTK 4", but not "Ship 5" or "NPS 50". */
static gboolean
is_name (const char      *text,
         const Candidate *candidate)
{
  const char *start = candidate->before_start;
  gunichar c;

  if (candidate->before == NULL || candidate->figure.compared ||
      (candidate->figure.unit != NULL && !candidate->figure.unit_is_word))
    return FALSE;

  if (qd_vocabulary_is_naming (candidate->before) ||
      g_strv_contains (NAMING_WORDS, candidate->before))
    return TRUE;
  if (!g_unichar_isupper (g_utf8_get_char (start)) ||
      g_strv_contains (METRIC_NAMES, candidate->before))
    return FALSE;

  /* A capital at the beginning of a sentence says nothing. */
  do
    {
      if (start == text)
        return FALSE;
      start = g_utf8_prev_char (start);
      c = g_utf8_get_char (start);
    }
  while (g_unichar_isspace (c));

  return g_unichar_isalnum (c) || c == ',' || c == '/' || c == '&';
}

/* "customers with a score of 50 or less have …": a condition. */
static gboolean
is_condition (const Candidate *candidate)
{
  const char *at;
  g_autofree char *or = qd_word_after (candidate->figure.end, &at);
  g_autofree char *than = NULL;
  g_autofree char *next = NULL;

  if (or == NULL || (!g_str_equal (or, "or") && !g_str_equal (or, "oder")))
    return FALSE;

  than = qd_word_after (at, &at);
  if (!is_one_of (than, MORE_OR_LESS))
    return FALSE;

  next = qd_word_after (at, NULL);

  return next != NULL && !qd_word_is_function (next);
}

static Claim
judge (const char      *text,
       const Candidate *candidate)
{
  const QdFigure *figure = &candidate->figure;

  if (candidate->in_brackets || figure->ratio ||
      is_name (text, candidate) || is_condition (candidate))
    return CLAIM_NONE;

  if (is_time (figure->unit) && is_one_of (candidate->before, LIMIT_WORDS))
    return CLAIM_WEAK;

  if (figure->compared || is_one_of (candidate->before, AIM_WORDS) ||
      is_one_of (candidate->lead, TO_WORDS))
    return CLAIM_STRONG;

  return CLAIM_PLAIN;
}

/* Whether this is the second number of "10 to 20 users". */
static gboolean
ends_range (const Candidate *before,
            const Candidate *candidate)
{
  const char *at = before->figure.end;

  if (!is_one_of (candidate->lead, TO_WORDS) || at > candidate->lead_start ||
      (before->figure.unit != NULL &&
       g_strcmp0 (before->figure.unit, candidate->figure.unit) != 0))
    return FALSE;

  while (at < candidate->lead_start && g_ascii_isspace (*at))
    at++;

  return at == candidate->lead_start;
}

static gboolean
find_single (const char *text,
             GArray     *candidates,
             QdQuantity *quantity)
{
  const QdFigure *best = NULL;
  Claim best_claim = CLAIM_NONE;
  gboolean clear = FALSE;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      Claim claim = judge (text, candidate);

      if (i > 0 && ends_range (candidate - 1, candidate))
        return FALSE;

      if (claim > best_claim)
        {
          best = &candidate->figure;
          best_claim = claim;
          clear = TRUE;
        }
      else if (claim == best_claim)
        {
          clear = FALSE;
        }
    }

  if (best == NULL || !clear)
    return FALSE;

  quantity->baseline = NAN;
  quantity->target = best->value;
  quantity->unit = g_strdup (best->unit);
  if (best_claim == CLAIM_STRONG)
    quantity->metric = qd_limit_of (text, best);

  return TRUE;
}

/* Whether nothing but words like "about" stands before the figure. */
static gboolean
begins_with (const char     *text,
             const QdFigure *figure,
             gboolean       *exact)
{
  const char *at = text;

  *exact = !figure->open && !figure->compared;
  while (at < figure->start)
    {
      g_autofree char *word = NULL;

      while (at < figure->start && g_unichar_isspace (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      if (at >= figure->start)
        break;

      word = qd_word_after (at, &at);
      if (!is_one_of (word, FILLERS))
        return FALSE;
      if (*at == '.')
        at++;
      *exact = FALSE;
    }

  return TRUE;
}

/**
 * qd_quantity_find:
 * @statement: a key result, without Markdown marks
 * @quantity: (out caller-allocates): its numbers, to be cleared with
 *   qd_quantity_clear(); the baseline is NAN where only a target, or a limit, is
 *   named
 *
 * Returns: whether the statement has one clear quantity
 */
gboolean
qd_quantity_find (const char *statement,
                  QdQuantity *quantity)
{
  g_autoptr (GArray) candidates = collect (statement);
  guint n_pairs = 0;

  *quantity = (QdQuantity) { NAN, NAN, NULL, QD_METRIC_CHANGE, QD_QUANTITY_FLAW_NONE };
  if (candidates == NULL)
    return FALSE;
  if (find_pair (candidates, quantity, &n_pairs))
    return TRUE;

  if (candidates->len < 2 && names_way (statement))
    quantity->flaw = QD_QUANTITY_FLAW_UNCLEAR;

  return quantity->flaw == QD_QUANTITY_FLAW_NONE &&
         find_single (statement, candidates, quantity);
}

/**
 * qd_quantity_clear:
 *
 * Frees what @quantity points to and leaves it without numbers.
 */
void
qd_quantity_clear (QdQuantity *quantity)
{
  g_clear_pointer (&quantity->unit, g_free);
  *quantity = (QdQuantity) { NAN, NAN, NULL, QD_METRIC_CHANGE, QD_QUANTITY_FLAW_NONE };
}

/**
 * qd_quantity_explain_flaw:
 *
 * Returns: (transfer none) (nullable): why a statement that names numbers has no
 *   quantity, for a person; %NULL where there is nothing to tell
 */
const char *
qd_quantity_explain_flaw (const QdQuantity *quantity)
{
  switch (quantity->flaw)
    {
    case QD_QUANTITY_FLAW_SAME:
      return _("Baseline and target would be the same; the key result has neither.");

    case QD_QUANTITY_FLAW_UNCLEAR:
      return _("These numbers could not be read as one baseline and one target; the key "
               "result has neither.");

    case QD_QUANTITY_FLAW_NONE:
    default:
      return NULL;
    }
}

/**
 * qd_quantity_read:
 * @text: a value as it stands in a field, "350" or "about 1.5M users"
 * @value: (out): the number
 * @unit: (out) (transfer full) (nullable): its unit
 * @metric: (out): whether it is a limit to keep to, or %QD_METRIC_CHANGE
 * @rest: (out): what of @text the value does not say: what follows it, or all
 *   of @text where the value is only near it ("about 350", "350+")
 *
 * Returns: whether @text begins with a number
 */
gboolean
qd_quantity_read (const char    *text,
                  double        *value,
                  char         **unit,
                  QdMetricKind  *metric,
                  const char   **rest)
{
  QdFigure figure;
  gboolean exact;

  if (!qd_figure_next (text, text, &figure))
    return FALSE;

  if (figure.ratio || !begins_with (text, &figure, &exact))
    {
      qd_figure_clear (&figure);
      return FALSE;
    }

  *value = figure.value;
  *metric = qd_limit_of (text, &figure);
  *unit = g_steal_pointer (&figure.unit);
  *rest = exact ? figure.end : text;
  while (exact && **rest != '\0' && strchr (" .,;", **rest) != NULL)
    (*rest)++;

  return TRUE;
}

/**
 * qd_quantity_same_unit:
 *
 * Returns: whether both are the same unit, perhaps one in the plural
 */
gboolean
qd_quantity_same_unit (const char *a,
                       const char *b)
{
  return same_noun (a, b);
}
