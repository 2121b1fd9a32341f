/* How the title of a key result is worded: whether it can be measured, whether it
 * says what the team makes rather than what changes, and what to ask then.
 *
 * English and German are known, and the "from … to …" of a few languages more. A
 * title is judged by its words alone; whether the card says more than its title
 * is seen in qd-coach.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qd-title.h"
#include "qd-title-output.h"
#include "qd-wording.h"

/* How far "from" and "to" may stand from their numbers, and those apart. */
#define MAX_FILLERS 5
#define MAX_PAIR_GAP 16
#define MAX_PAIR_NUMBERS 3

/* The most words that are quoted behind a number: "5 large enterprise logos". */
#define MAX_NOUN_WORDS 3

/* Longer titles are cut in a sentence. */
#define QUOTE_CHARS 60

typedef struct
{
  const char *from[4];
  const char *to[4];
} Span;

static const Span SPANS[] = {
  { { "from", NULL }, { "to", NULL } },
  { { "von", "vom", NULL }, { "auf", "zu", NULL } },
  { { "de", NULL }, { "à", "a", NULL } },
  { { "da", NULL }, { "a", NULL } },
};

/* Stand for what was named somewhere else. */
static const char * const PRONOUNS[] = {
  "it", "that", "them", "these", "this", "those", "das", "dies", "es", "sie", NULL,
};

/* May stand between such a word and the number. */
static const char * const FILLERS[] = {
  "a", "about", "above", "all", "almost", "an", "approx", "approximately", "around",
  "at", "average", "below", "currently", "fewer", "just", "least", "less", "mean",
  "median", "more", "most", "nearly", "now", "of", "only", "over", "roughly",
  "than", "the", "today", "under", "aktuell", "als", "ca", "circa",
  "durchschnittlich", "etwa", "heute", "höchstens", "knapp", "mehr", "mindestens",
  "rund", "unter", "weniger", "über", "environ", "moins", "plus", NULL,
};

/* With one of these, "40 % to 55 %" is no range. */
static const char * const CHANGE_VERBS[] = {
  "boost", "bring", "cut", "decrease", "drop", "grow", "improve", "increase", "lift",
  "lower", "move", "raise", "reduce", "shorten", "shrink", NULL,
};

/* Behind the number of a title with one number, these end its noun. */
static const char * const FUNCTION_WORDS[] = {
  "a", "across", "after", "among", "an", "and", "are", "as", "at", "before", "by",
  "during", "each", "every", "for", "from", "have", "in", "is", "less", "more",
  "of", "on", "or", "per", "than", "that", "the", "this", "through", "to", "until",
  "using", "via", "who", "with", "within", "am", "an", "aus", "bei", "bis", "das",
  "der", "die", "für", "haben", "im", "mit", "nach", "oder", "pro", "seit", "sind",
  "und", "von", "vor", "zu", NULL,
};

/* Behind one of these a number says how much it changes, or how long it takes. */
static const char * const AMOUNT_WORDS[] = {
  "by", "every", "in", "last", "per", "within", "binnen", "in", "innerhalb", "um", NULL,
};

static const char * const TIME_NOUNS[] = {
  "day", "hour", "minute", "month", "second", "week", "minuten", "monate", "sekunden",
  "stunde", "stunden", "tag", "tage", "tagen", "woche", "wochen", NULL,
};

/* Returns the next number from @i on, or the end. */
static guint
find_number (const QdTitle *title,
             guint          i)
{
  while (i < qd_title_get_n (title) &&
         qd_title_get (title, i)->kind != QD_TITLE_NUMBER)
    i++;

  return i;
}

/* Whether one of the words stands before @i, perhaps with "about" between. */
static gboolean
is_led_by (const QdTitle      *title,
           guint               i,
           const char * const *words)
{
  for (guint k = i; k > 0 && i - k <= MAX_FILLERS; k--)
    {
      if (qd_title_get (title, k - 1)->ends)
        return FALSE;
      if (qd_title_is_one_of (title, k - 1, words))
        return TRUE;
      if (!qd_title_is_one_of (title, k - 1, FILLERS))
        return FALSE;
    }

  return FALSE;
}

/* What is counted: what sticks to the number, else the word behind it. */
static const char *
get_unit (const QdTitle *title,
          guint          i)
{
  const QdTitlePart *part = qd_title_get (title, i);

  if (part->unit != NULL)
    return part->unit;
  if (i + 1 >= qd_title_get_n (title) || part->ends ||
      qd_title_is_one_of (title, i + 1, FUNCTION_WORDS) ||
      qd_title_is_one_of (title, i + 1, SPANS[1].to))
    return NULL;

  return qd_title_get (title, i + 1)->folded;
}

/* "from 5 to 5" says nothing, "from 1 day to 1 hour" does. */
static gboolean
are_different (const QdTitle *title,
               guint          a,
               guint          b)
{
  const char *unit_a = get_unit (title, a);
  const char *unit_b = get_unit (title, b);

  if (!g_str_equal (qd_title_get (title, a)->digits, qd_title_get (title, b)->digits))
    return TRUE;

  return unit_a != NULL && unit_b != NULL && !g_str_equal (unit_a, unit_b);
}

static gboolean
is_arrow_between (const QdTitle *title,
                  guint          a,
                  guint          b)
{
  if (find_number (title, a + 1) != b)
    return FALSE;

  for (guint i = a + 1; i < b; i++)
    if (qd_title_get (title, i)->kind == QD_TITLE_ARROW)
      return TRUE;

  return FALSE;
}

/* "Increase retention 40 % to 55 %" */
static gboolean
is_short_span (const QdTitle *title,
               guint          a,
               guint          b)
{
  if (b != a + 2 || !qd_title_is_one_of (title, a + 1, SPANS[0].to))
    return FALSE;

  for (guint i = 0; i < a; i++)
    if (qd_title_is_one_of (title, i, CHANGE_VERBS))
      return TRUE;

  return FALSE;
}

static gboolean
are_related (const QdTitle *title,
             guint          a,
             guint          b)
{
  for (guint i = a; i < b; i++)
    if (qd_title_get (title, i)->ends)
      return FALSE;

  if (is_arrow_between (title, a, b) || is_short_span (title, a, b))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (SPANS); i++)
    {
      if (is_led_by (title, a, SPANS[i].from) && is_led_by (title, b, SPANS[i].to))
        return TRUE;
      if (is_led_by (title, a, SPANS[i].to) && is_led_by (title, b, SPANS[i].from))
        return TRUE;
    }

  return FALSE;
}

/* Whether one of the numbers behind @a is the other end of a change. */
static gboolean
begins_span (const QdTitle *title,
             guint          a)
{
  guint b = a;

  for (guint i = 0; i < MAX_PAIR_NUMBERS; i++)
    {
      b = find_number (title, b + 1);
      if (b >= qd_title_get_n (title) || b - a > MAX_PAIR_GAP)
        return FALSE;
      if (are_related (title, a, b) && are_different (title, a, b))
        return TRUE;
    }

  return FALSE;
}

static QdWording
judge (const QdTitle *title)
{
  guint n = qd_title_get_n (title);
  guint first = find_number (title, 0);

  for (guint i = first; i < n; i = find_number (title, i + 1))
    if (begins_span (title, i))
      return QD_WORDING_GOOD;

  return first < n ? QD_WORDING_THIN : QD_WORDING_TASK;
}

/* Returns the parts from @start to before @end as they are written. */
static char *
dup_parts (const QdTitle *title,
           guint          start,
           guint          end)
{
  const char *from;
  const char *until;

  if (start >= end)
    return g_strdup ("");

  from = qd_title_get (title, start)->outer_start;
  until = qd_title_get (title, end - 1)->outer_end;
  while (until > from && strchr (" .,;:!?", until[-1]) != NULL)
    until--;

  return g_strndup (from, (gsize) (until - from));
}

/* Whether the words from start to end name something. */
static gboolean
is_named (const QdTitle *title,
          guint          start,
          guint          end)
{
  return start < end && !qd_title_is_one_of (title, start, SPANS[0].from) &&
         !(start + 1 == end && qd_title_is_one_of (title, start, PRONOUNS));
}

static gboolean
is_direction_mark (gunichar c)
{
  return c == 0x061c || c == 0x200e || c == 0x200f ||
         (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_right_to_left (gunichar c)
{
  switch ((int) g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
      return TRUE;

    default:
      return FALSE;
    }
}

/* Makes words of a title fit into a sentence: one line, not too long, and with
 * no power over the direction of what stands around them. */
static char *
quote (const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean isolated = FALSE;
  const char *at = text;
  gsize word_end = 0;

  for (guint n = 0; *at != '\0' && n < QUOTE_CHARS; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_direction_mark (c))
        continue;

      isolated |= is_right_to_left (c);
      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          if (line->len == 0 || line->str[line->len - 1] == ' ')
            continue;
          word_end = line->len;
          c = ' ';
        }
      g_string_append_unichar (line, c);
      n++;
    }

  if (*at != '\0')
    {
      if (word_end > 0)
        g_string_truncate (line, word_end);
      g_string_append (line, "…");
    }

  if (isolated)
    return g_strconcat ("\u2068", line->str, "\u2069", NULL);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* Returns what follows the noun that the number at @i counts: "5 new
 * integrations", "20%", "45 days"; the number alone where that is not clear. */
static guint
skip_quantity (const QdTitle *title,
               guint          i)
{
  const QdTitlePart *part = qd_title_get (title, i);

  if (part->ends || (part->unit != NULL && strchr ("%/", *part->unit) != NULL))
    return i + 1;

  if (qd_title_is_one_of (title, i + 1, TIME_NOUNS))
    return i + 2;

  for (guint k = i + 1; k <= i + MAX_NOUN_WORDS && k < qd_title_get_n (title); k++)
    {
      const QdTitlePart *word = qd_title_get (title, k);

      if (word->kind != QD_TITLE_WORD || qd_title_is_one_of (title, k, FUNCTION_WORDS))
        break;
      if (g_str_has_suffix (word->folded, "s") && !g_str_has_suffix (word->folded, "ss"))
        return k + 1;
      if (word->ends)
        break;
    }

  /* A German noun. */
  if (i + 1 < qd_title_get_n (title) &&
      g_unichar_isupper (g_utf8_get_char (qd_title_get (title, i + 1)->start)))
    return i + 2;

  return i + 1;
}

static char *
advise_start (const QdTitle *title)
{
  guint number = find_number (title, 0);
  const QdTitlePart *last;
  g_autofree char *quantity = NULL;
  g_autofree char *quoted = NULL;

  /* Which of two numbers would be the target, nobody knows. */
  if (find_number (title, number + 1) < qd_title_get_n (title) ||
      qd_title_get (title, number)->factor ||
      is_led_by (title, number, AMOUNT_WORDS))
    return g_strdup (_("Say where it starts and where it should land: "
                       "“from … to …”."));

  last = qd_title_get (title, skip_quantity (title, number) - 1);
  quantity = g_strndup (qd_title_get (title, number)->start,
                        (gsize) (last->end - qd_title_get (title, number)->start));
  quoted = quote (quantity);

  /* Translators: the number of a key result and what it counts, such as "500
   * workspaces". */
  return g_strdup_printf (_("Say where it starts, too: “from … to %s”."), quoted);
}

static char *
advise_numbers (const QdTitle *title)
{
  g_autofree char *words = NULL;
  g_autofree char *quoted = NULL;

  switch (judge (title))
    {
    case QD_WORDING_THIN:
      return advise_start (title);

    case QD_WORDING_TASK:
      words = dup_parts (title, 0, qd_title_get_n (title));
      if (*words == '\0')
        return g_strdup (_("What should change? Name something to count, as in “… "
                           "from … to …”."));

      quoted = quote (words);
      /* Translators: the title of a key result, such as "Improve code quality". */
      return g_strdup_printf (_("“%s”: how would you see that? Name something to "
                                "count, as in “… from … to …”."),
                              quoted);

    case QD_WORDING_GOOD:
    default:
      return NULL;
    }
}

/**
 * qd_wording_judge:
 * @title: (nullable): the title of a key result
 *
 * Looks for two numbers that are the ends of a change: "from 200 to 500", "von 12
 * auf 5", "800 ms → 300 ms". Numbers that only belong to a name, a quarter, a
 * year or a date do not count, nor do words for numbers.
 *
 * Returns: how well it says what can be measured
 */
QdWording
qd_wording_judge (const char *title)
{
  g_autoptr (QdTitle) parts = qd_title_new (title);

  return judge (parts);
}

/**
 * qd_wording_begins_with_output:
 * @title: (nullable): the title of a key result
 * @rest: (out) (optional) (transfer full) (nullable): what would be produced:
 *   "the new onboarding" of "Ship the new onboarding", or "" where it does not
 *   say; %NULL where there is no such verb
 *
 * Returns: whether the title begins with a verb of production, or ends with one
 *   as German titles do
 */
gboolean
qd_wording_begins_with_output (const char  *title,
                               char       **rest)
{
  g_autoptr (QdTitle) parts = qd_title_new (title);
  guint start, end;
  gboolean found = qd_title_find_output (parts, &start, &end);

  if (rest != NULL)
    *rest = found ? dup_parts (parts, start, end) : NULL;

  return found;
}

/**
 * qd_wording_has_digits:
 * @title: (nullable): the title of an objective
 *
 * Returns: whether a number in it counts or measures something
 */
gboolean
qd_wording_has_digits (const char *title)
{
  g_autoptr (QdTitle) parts = qd_title_new (title);

  return find_number (parts, 0) < qd_title_get_n (parts);
}

/**
 * qd_wording_advise:
 * @title: (nullable): the title of a key result
 *
 * What to ask the one who wrote it: what is produced is asked for what it
 * changes, and the rest for numbers.
 *
 * Returns: (transfer full) (nullable): a translated sentence with words of the
 *   title, or %NULL where there is nothing to say
 */
char *
qd_wording_advise (const char *title)
{
  g_autoptr (QdTitle) parts = qd_title_new (title);
  g_autofree char *object = NULL;
  g_autofree char *quoted = NULL;
  guint start, end;

  if (!qd_title_find_output (parts, &start, &end))
    return advise_numbers (parts);

  if (!is_named (parts, start, end))
    return g_strdup (_("What should change thanks to that? Say from what to what, "
                       "such as “Raise … from … to …”."));

  object = dup_parts (parts, start, end);
  quoted = quote (object);

  /* Translators: what a team wants to produce, such as "the new onboarding". */
  return g_strdup_printf (_("What should change thanks to “%s”? Say from what to "
                            "what, such as “Raise … from … to …”."),
                          quoted);
}

/**
 * qd_wording_advise_numbers:
 * @title: (nullable): the title of a key result
 *
 * Like qd_wording_advise(), for one that says with its own words what it would
 * change: asks for nothing but numbers.
 *
 * Returns: (transfer full) (nullable): a translated sentence, or %NULL where the
 *   title says from what to what
 */
char *
qd_wording_advise_numbers (const char *title)
{
  g_autoptr (QdTitle) parts = qd_title_new (title);

  return advise_numbers (parts);
}
