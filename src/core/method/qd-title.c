/* A title as words and numbers.
 *
 * Knows which digits count or measure something, and which only belong to a
 * name, a version, a quarter, a year or a date: "Q4", "2026", "v2", "day-7",
 * "Tier 1" and "15 December" are words here. A label in front ("KR 2:", "3.") is
 * no part of a title. What the numbers mean is decided in qd-wording.
 *
 * qd-figure reads numbers too, for their value, and refuses what is not plain.
 * Here a title is judged, not taken over: "2x", "10–20 %" and "24/7" must be told
 * apart even where no value comes of them.
 */

#include "config.h"

#include <string.h>

#include "qd-title.h"
#include "qd-title-number.h"
#include "qd-vocabulary.h"

/* From here on a number is too large for a version or the like. */
#define MAX_VERSION_DIGITS 2

#define YEAR_MIN 1900
#define YEAR_MAX 2100

/* How far apart the two years of "from 2000 to 2500" may stand. */
#define MAX_YEAR_GAP 6

struct _QdTitle
{
  char *text;
  GArray *parts;
};

/* Arrows as they are typed, longer ones first. */
static const char * const ARROWS[] = { "-->", "==>", "->", "=>", "⇒", "➔", "➜", NULL };

static const char * const PERCENT_WORDS[] = { "%", "‰", "percent", "prozent", NULL };

/* The number behind one of these says which one, too. */
static const char * const NAMING_WORDS[] = { "fy", "kw", "q", NULL };

/* "2. Quartal" */
static const char * const COUNTED_WORDS[] = {
  "halbjahr", "jahr", "monat", "phase", "quartal", "runde", "schritt", "stufe",
  "tag", "teil", "woche", NULL,
};

/* The number behind one of these is a value, no matter the capital. */
static const char * const METRIC_WORDS[] = {
  "arr", "average", "ces", "churn", "csat", "dau", "from", "index", "mau", "mrr",
  "nps", "rate", "rating", "satisfaction", "score", "to", "users", "value", "wau",
  "auf", "quote", "von", "wert", "zufriedenheit", NULL,
};

static const char * const TIME_WORDS[] = {
  "day", "days", "hour", "hours", "minute", "minutes", "month", "months", "second",
  "seconds", "week", "weeks", "minuten", "monate", "monaten", "sekunden",
  "stunde", "stunden", "tag", "tage", "tagen", "woche", "wochen", NULL,
};

static const char * const YEAR_WORDS[] = {
  "by", "during", "for", "in", "of", "our", "since", "the", "until", "bis", "das",
  "für", "im", "seit", NULL,
};

static const char * const FROM_WORDS[] = { "from", "von", "de", NULL };
static const char * const TO_WORDS[] = { "to", "auf", "zu", "à", NULL };

static QdTitlePart *
get_part (const QdTitle *self,
          guint          i)
{
  return &g_array_index (self->parts, QdTitlePart, i);
}

static void
clear_part (gpointer data)
{
  QdTitlePart *part = data;

  g_free (part->folded);
  g_free (part->digits);
  g_free (part->unit);
}

/* Returns what follows "KR 2:", "1.2)", "- [ ]" and the like. */
static const char *
skip_label (const char *text)
{
  static gsize initialized = 0;
  static GRegex *label = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  int end = 0;

  if (g_once_init_enter (&initialized))
    {
      label = g_regex_new ("^\\s*"
                           "(?:[-–—•*]\\s+|\\[[ x]?\\]\\s+)*"
                           "(?:(?:kr|key\\s+result|objective|schlüsselergebnis|ziel|o)"
                           "\\s*[-#]?\\d{0,3}(?:\\.\\d{1,3}){0,3}\\s*"
                           "(?::+|[.)–—-](?=\\s))\\s*"
                           "|kr\\s?\\d{1,3}(?:\\.\\d{1,3}){0,3}\\s+)?"
                           "(?:\\(?\\d{1,2}(?:\\.\\d{1,2}){0,3}[.)]\\s+)?",
                           G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&initialized, 1);
    }

  if (g_regex_match (label, text, 0, &match))
    g_match_info_fetch_pos (match, 0, NULL, &end);

  return text + end;
}

/* Composes characters, so that an umlaut is one however it was typed, and makes
 * every arrow a word of its own. */
static char *
normalize (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  GString *normal = g_string_new (skip_label (composed));

  for (guint i = 0; ARROWS[i] != NULL; i++)
    g_string_replace (normal, ARROWS[i], "→", 0);
  g_string_replace (normal, "→", " → ", 0);

  return g_string_free (normal, FALSE);
}

/* Whether @c may stand around a word without being a part of it. */
static gboolean
is_wrapping (gunichar c)
{
  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
      return TRUE;

    default:
      return c < 0x80 ? strchr ("\"'*_`.,;:!?", (int) c) != NULL
                      : c == 0x2026 /* … */ || c == 0x2022 /* • */;
    }
}

static gboolean
is_currency (const QdTitlePart *part)
{
  g_autofree char *code = g_ascii_strup (part->folded, -1);

  return qd_vocabulary_is_currency (code, code + strlen (code)) ||
         (g_utf8_next_char (part->start) == part->end &&
          g_unichar_type (g_utf8_get_char (part->start)) == G_UNICODE_CURRENCY_SYMBOL);
}

static gboolean
is_comparison (const QdTitlePart *part)
{
  static const char * const SIGNS[] = { "<", ">", "<=", ">=", "~", "≤", "≥", "≈", NULL };

  return g_strv_contains (SIGNS, part->folded);
}

/* "10" and "000" are one number. */
static gboolean
join_groups (QdTitlePart *last,
             QdTitlePart *part)
{
  char *digits;

  if (last->digits == NULL || last->unit != NULL || last->dotted ||
      !g_unichar_isspace (g_utf8_get_char (last->end)) ||
      strlen (last->digits) > 3 || *last->digits == '0' ||
      !g_ascii_isdigit (*part->start) ||
      strspn (part->digits, "0123456789") != 3)
    return FALSE;

  digits = g_strconcat (last->digits, part->digits, NULL);
  g_free (last->digits);
  last->digits = digits;
  last->unit = g_steal_pointer (&part->unit);
  last->factor = part->factor;

  return TRUE;
}

/* Whether @part belongs to the number before it, or is the number that @last
 * belongs to. */
static gboolean
join (QdTitlePart *last,
      QdTitlePart *part)
{
  gboolean joined = FALSE;

  if (part->digits != NULL && last->digits == NULL && !last->dotted &&
      (is_currency (last) || is_comparison (last)))
    {
      last->digits = g_steal_pointer (&part->digits);
      last->unit = g_steal_pointer (&part->unit);
      last->factor = part->factor;
      last->bare = FALSE;
      joined = TRUE;
    }
  else if (part->digits != NULL)
    {
      joined = join_groups (last, part);
    }
  else if (last->digits != NULL && !last->dotted &&
           (last->unit == NULL || !strchr ("%+", *last->unit)) &&
           (g_strv_contains (PERCENT_WORDS, part->folded) || is_currency (part)))
    {
      g_free (last->unit);
      last->unit = g_strdup (part->folded);
      last->bare = FALSE;
      joined = TRUE;
    }

  if (joined)
    {
      last->end = part->end;
      last->outer_end = part->outer_end;
      last->dotted = part->dotted;
      last->ends = part->ends;
    }

  return joined;
}

/* Takes @part, of which the places are set. */
static void
add_part (QdTitle     *self,
          QdTitlePart  part)
{
  QdTitlePart *last;

  part.folded = g_utf8_casefold (part.start, part.end - part.start);
  if (g_str_equal (part.folded, "→"))
    part.kind = QD_TITLE_ARROW;
  else
    qd_title_number_read (part.start, part.end, &part);

  for (const char *at = part.end; at < part.outer_end; at++)
    {
      part.dotted |= *at == '.';
      part.ends |= strchr (";!?", *at) != NULL;
    }

  if (self->parts->len > 0)
    {
      last = get_part (self, self->parts->len - 1);
      /* Not "approx. 5", nor "9 Std. auf 4 Std.". */
      last->ends |= last->dotted && g_unichar_isupper (g_utf8_get_char (part.start));
      if (join (last, &part))
        {
          clear_part (&part);
          return;
        }
    }

  g_array_append_val (self->parts, part);
}

static void
split (QdTitle *self)
{
  const char *at = self->text;

  while (*at != '\0')
    {
      QdTitlePart part = { 0 };

      while (*at != '\0' && g_unichar_isspace (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      part.outer_start = at;
      while (*at != '\0' && is_wrapping (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);

      part.start = part.end = at;
      while (*at != '\0' && !g_unichar_isspace (g_utf8_get_char (at)))
        {
          gboolean wraps = is_wrapping (g_utf8_get_char (at));

          at = g_utf8_next_char (at);
          if (!wraps)
            part.end = at;
        }
      part.outer_end = at;

      if (part.end > part.start)
        add_part (self, part);
    }
}

static gboolean
is_year (const QdTitlePart *part)
{
  guint64 year;

  if (part->digits == NULL || !part->bare || strlen (part->digits) != 4 ||
      strspn (part->digits, "0123456789") != 4)
    return FALSE;

  year = g_ascii_strtoull (part->digits, NULL, 10);

  return year >= YEAR_MIN && year <= YEAR_MAX;
}

/* Whether the number at the other end of "from … to …" is there, and no year. */
static gboolean
has_partner (const QdTitle *self,
             guint          i)
{
  gboolean forward = qd_title_is_one_of (self, i - 1, FROM_WORDS);
  const char * const *words = forward ? TO_WORDS : FROM_WORDS;

  if (!forward && !qd_title_is_one_of (self, i - 1, TO_WORDS))
    return FALSE;

  for (guint gap = 1; gap <= MAX_YEAR_GAP; gap++)
    {
      guint k = forward ? i + gap : i - gap;

      /* Beyond the beginning it wraps, and is beyond the end. */
      if (k == 0 || k >= self->parts->len)
        return FALSE;
      if (get_part (self, k)->digits != NULL && qd_title_is_one_of (self, k - 1, words))
        return !is_year (get_part (self, k));
    }

  return FALSE;
}

/* Tells "2000 users" and "from 2000 to 2500" from the year. */
static gboolean
counts_though_year (const QdTitle *self,
                    guint          i)
{
  const QdTitlePart *next;

  if (i == 0 || qd_title_is_one_of (self, i - 1, YEAR_WORDS))
    return FALSE;

  if (has_partner (self, i))
    return TRUE;

  if (i + 1 >= self->parts->len || get_part (self, i)->dotted)
    return FALSE;

  next = get_part (self, i + 1);

  return g_unichar_islower (g_utf8_get_char (next->start)) &&
         strlen (next->folded) > 3 && g_str_has_suffix (next->folded, "s");
}

static gboolean
is_month (const QdTitle *self,
          guint          i)
{
  return i < self->parts->len && qd_vocabulary_is_month (get_part (self, i)->folded);
}

static gboolean
is_day_of_month (const QdTitle *self,
                 guint          i)
{
  const QdTitlePart *part = get_part (self, i);

  return part->bare && strlen (part->digits) <= 2 &&
         ((i > 0 && is_month (self, i - 1)) || is_month (self, i + 1));
}

/* Whether capitals say nothing, because the title has them everywhere. */
static gboolean
is_all_capitals (const QdTitle *self)
{
  guint n = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const QdTitlePart *part = get_part (self, i);
      gunichar first = g_utf8_get_char (part->start);

      if (!g_unichar_isalpha (first) || part->end - part->start <= 3)
        continue;
      if (g_unichar_islower (first))
        return FALSE;
      n++;
    }

  return n >= 3;
}

/* "GTK 4", "Python 3.11", "Tier 1": which one it is, not how many. */
static gboolean
is_name (const QdTitle *self,
         guint          i)
{
  const QdTitlePart *part = get_part (self, i);
  const QdTitlePart *before;

  if (i == 0)
    return FALSE;

  before = get_part (self, i - 1);
  if (before->ends || (!part->bare && g_strcmp0 (part->unit, "+") != 0))
    return FALSE;

  if (qd_vocabulary_is_naming (before->folded) ||
      g_strv_contains (NAMING_WORDS, before->folded))
    return TRUE;

  return i > 1 && part->bare &&
         strspn (part->digits, "0123456789") <= MAX_VERSION_DIGITS &&
         strchr (part->digits, ',') == NULL &&
         g_unichar_isupper (g_utf8_get_char (before->start)) &&
         !get_part (self, i - 2)->ends &&
         !g_strv_contains (METRIC_WORDS, before->folded) &&
         !qd_title_is_one_of (self, i + 1, TIME_WORDS) &&
         !is_all_capitals (self);
}

static gboolean
counts (const QdTitle *self,
        guint          i)
{
  const QdTitlePart *part = get_part (self, i);

  if (part->digits == NULL || is_name (self, i) || is_day_of_month (self, i) ||
      (part->dotted && qd_title_is_one_of (self, i + 1, COUNTED_WORDS)))
    return FALSE;

  return !is_year (part) || counts_though_year (self, i);
}

/**
 * qd_title_new:
 * @text: (nullable): a title, in any form
 *
 * Returns: (transfer full): its parts
 */
QdTitle *
qd_title_new (const char *text)
{
  QdTitle *self = g_new0 (QdTitle, 1);

  self->text = normalize (text != NULL ? text : "");
  self->parts = g_array_new (FALSE, FALSE, sizeof (QdTitlePart));
  g_array_set_clear_func (self->parts, clear_part);
  split (self);

  for (guint i = 0; i < self->parts->len; i++)
    if (counts (self, i))
      get_part (self, i)->kind = QD_TITLE_NUMBER;

  return self;
}

/**
 * qd_title_free:
 *
 * Frees the title and its parts.
 */
void
qd_title_free (QdTitle *self)
{
  g_array_unref (self->parts);
  g_free (self->text);
  g_free (self);
}

/**
 * qd_title_get_n:
 *
 * Returns: how many parts it has
 */
guint
qd_title_get_n (const QdTitle *self)
{
  return self->parts->len;
}

/**
 * qd_title_get:
 * @i: less than qd_title_get_n()
 *
 * Returns: (transfer none): the part, as long as the title lives
 */
const QdTitlePart *
qd_title_get (const QdTitle *self,
              guint          i)
{
  g_return_val_if_fail (i < self->parts->len, NULL);

  return get_part (self, i);
}

/**
 * qd_title_is_one_of:
 * @i: a place, which may be behind the last part
 * @words: (array zero-terminated=1): words in case-folded form
 *
 * Returns: whether one of the words stands there
 */
gboolean
qd_title_is_one_of (const QdTitle      *self,
                    guint               i,
                    const char * const *words)
{
  return i < self->parts->len && g_strv_contains (words, get_part (self, i)->folded);
}
