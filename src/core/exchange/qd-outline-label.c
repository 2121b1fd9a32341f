/* The marks at the beginning of a line of an outline: "KR 1:", "Why:".
 *
 * They are words of the file format, in English and German side by side, and
 * so not translated. Works on text without Markdown marks.
 */

#include "config.h"

#include <string.h>

#include "qd-outline-label.h"

#define MAX_HEAD 48

/* How a name is used: never with a number, with or without ("KR 1"), only with
 * one ("O1"), or only where nothing follows it ("Objectives"). */
typedef enum
{
  USE_PLAIN,
  USE_NUMBERED,
  USE_ONLY_NUMBERED,
  USE_ALONE,
} Use;

typedef struct
{
  const char *name;
  QdOutlineLabel label;
  Use use;
} Name;

/* Case folded. */
static const Name NAMES[] = {
  { "o", QD_LABEL_OBJECTIVE, USE_ONLY_NUMBERED },
  { "obj", QD_LABEL_OBJECTIVE, USE_NUMBERED },
  { "objective", QD_LABEL_OBJECTIVE, USE_NUMBERED },
  { "objectives", QD_LABEL_OBJECTIVE, USE_ALONE },
  { "okrs", QD_LABEL_OBJECTIVE, USE_ALONE },
  { "ziele", QD_LABEL_OBJECTIVE, USE_ALONE },
  { "goal", QD_LABEL_GOAL, USE_NUMBERED },
  { "ziel", QD_LABEL_GOAL, USE_NUMBERED },
  { "kr", QD_LABEL_KEY_RESULT, USE_NUMBERED },
  { "krs", QD_LABEL_KEY_RESULT, USE_PLAIN },
  { "key result", QD_LABEL_KEY_RESULT, USE_NUMBERED },
  { "key results", QD_LABEL_KEY_RESULT, USE_PLAIN },
  { "schlüsselergebnis", QD_LABEL_KEY_RESULT, USE_NUMBERED },
  { "schlüsselergebnisse", QD_LABEL_KEY_RESULT, USE_PLAIN },
  { "why", QD_LABEL_WHY, USE_PLAIN },
  { "why it matters", QD_LABEL_WHY, USE_PLAIN },
  { "why this matters", QD_LABEL_WHY, USE_PLAIN },
  { "why now", QD_LABEL_WHY, USE_PLAIN },
  { "rationale", QD_LABEL_WHY, USE_PLAIN },
  { "warum", QD_LABEL_WHY, USE_PLAIN },
  { "begründung", QD_LABEL_WHY, USE_PLAIN },
  { "owner", QD_LABEL_OWNER, USE_PLAIN },
  { "owners", QD_LABEL_OWNER, USE_PLAIN },
  { "dri", QD_LABEL_OWNER, USE_PLAIN },
  { "verantwortlich", QD_LABEL_OWNER, USE_PLAIN },
  { "zuständig", QD_LABEL_OWNER, USE_PLAIN },
  { "now", QD_LABEL_CURRENT, USE_PLAIN },
  { "current", QD_LABEL_CURRENT, USE_PLAIN },
  { "current value", QD_LABEL_CURRENT, USE_PLAIN },
  { "currently", QD_LABEL_CURRENT, USE_PLAIN },
  { "aktuell", QD_LABEL_CURRENT, USE_PLAIN },
  { "aktueller wert", QD_LABEL_CURRENT, USE_PLAIN },
  { "jetzt", QD_LABEL_CURRENT, USE_PLAIN },
  { "status", QD_LABEL_COLUMN, USE_PLAIN },
  { "column", QD_LABEL_COLUMN, USE_PLAIN },
  { "spalte", QD_LABEL_COLUMN, USE_PLAIN },
  { "measured by", QD_LABEL_MEASUREMENT, USE_PLAIN },
  { "measurement", QD_LABEL_MEASUREMENT, USE_PLAIN },
  { "how measured", QD_LABEL_MEASUREMENT, USE_PLAIN },
  { "gemessen an", QD_LABEL_MEASUREMENT, USE_PLAIN },
  { "gemessen durch", QD_LABEL_MEASUREMENT, USE_PLAIN },
  { "messung", QD_LABEL_MEASUREMENT, USE_PLAIN },
  { "baseline", QD_LABEL_BASELINE, USE_PLAIN },
  { "start value", QD_LABEL_BASELINE, USE_PLAIN },
  { "ausgangswert", QD_LABEL_BASELINE, USE_PLAIN },
  { "startwert", QD_LABEL_BASELINE, USE_PLAIN },
  { "target", QD_LABEL_TARGET, USE_PLAIN },
  { "target value", QD_LABEL_TARGET, USE_PLAIN },
  { "zielwert", QD_LABEL_TARGET, USE_PLAIN },
  { "unit", QD_LABEL_UNIT, USE_PLAIN },
  { "einheit", QD_LABEL_UNIT, USE_PLAIN },
  { "commitment", QD_LABEL_COMMITMENT, USE_PLAIN },
  { "verbindlichkeit", QD_LABEL_COMMITMENT, USE_PLAIN },
  { "cycle", QD_LABEL_CYCLE, USE_PLAIN },
  { "quarter", QD_LABEL_CYCLE, USE_PLAIN },
  { "zyklus", QD_LABEL_CYCLE, USE_PLAIN },
  { "quartal", QD_LABEL_CYCLE, USE_PLAIN },
  { "zeitraum", QD_LABEL_CYCLE, USE_PLAIN },
};

static const struct
{
  const char *name;
  QdCommitment commitment;
} COMMITMENTS[] = {
  { "committed", QD_COMMITMENT_COMMITTED },
  { "verbindlich", QD_COMMITMENT_COMMITTED },
  { "aspirational", QD_COMMITMENT_ASPIRATIONAL },
  { "ambitioniert", QD_COMMITMENT_ASPIRATIONAL },
};

static const Name *
find_name (const char *start,
           const char *end)
{
  g_autofree char *folded = NULL;

  while (end > start && end[-1] == ' ')
    end--;

  folded = g_utf8_casefold (start, end - start);
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    if (g_str_equal (folded, NAMES[i].name))
      return &NAMES[i];

  return NULL;
}

/* Bold or italic marks that the line leaves open, and pictures before it: a
 * target, a tick. */
static const char *
skip_marks (const char *at)
{
  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      GUnicodeType type = g_unichar_type (c);

      if (c != '*' && c != '_' && c != ' ' && c != 0x200d && c != 0xfe0f &&
          type != G_UNICODE_OTHER_SYMBOL && type != G_UNICODE_MODIFIER_SYMBOL)
        break;
    }

  return at;
}

static const char *
skip_blanks (const char *at)
{
  while (*at != '\0' && strchr ("*_ ", *at) != NULL)
    at++;

  return at;
}

/* "1", "1.2", "#1" behind the name of an objective or key result. */
static const char *
skip_number (const char *at)
{
  const char *start = at;

  while (*at == ' ' || *at == '#')
    at++;
  if (!g_ascii_isdigit (*at))
    return start;

  while (g_ascii_isdigit (*at) ||
         (*at == '.' && g_ascii_isdigit (at[1])))
    at++;

  return at;
}

/* What divides a mark from its text. A numbered one ("KR 1 – …") may do with
 * less than a colon. Returns %NULL where there is no such thing. */
static const char *
skip_divider (const char *at,
              gboolean    numbered)
{
  static const char * const DASHES[] = { "- ", "– ", "— ", ". ", ") " };

  while (*at == ' ')
    at++;

  /* "**KR:** …" may have been cut between its marks. */
  if (*at == ':' || *at == '?')
    return skip_blanks (at + 1);
  if (*at == '\0')
    return at;

  for (guint i = 0; numbered && i < G_N_ELEMENTS (DASHES); i++)
    if (g_str_has_prefix (at, DASHES[i]))
      return skip_blanks (at + strlen (DASHES[i]));

  return NULL;
}

static gboolean
may_be_used (const Name *name,
             gboolean    numbered,
             gboolean    alone)
{
  switch (name->use)
    {
    case USE_NUMBERED:
      return TRUE;

    case USE_ONLY_NUMBERED:
      return numbered;

    case USE_ALONE:
      return alone && !numbered;

    case USE_PLAIN:
    default:
      return !numbered;
    }
}

/* Where the letters of a mark may end. */
static const char *
find_head_end (const char *start)
{
  const char *at = start;

  while (*at != '\0' && at - start < MAX_HEAD &&
         (*at == ' ' || g_unichar_isalpha (g_utf8_get_char (at))))
    at = g_utf8_next_char (at);

  return at;
}

static gboolean
match_commitment (const char   *start,
                  const char   *end,
                  QdCommitment *commitment)
{
  g_autofree char *folded = NULL;

  if (end - start > MAX_HEAD)
    return FALSE;

  folded = g_utf8_casefold (start, end - start);
  g_strstrip (folded);

  for (guint i = 0; i < G_N_ELEMENTS (COMMITMENTS); i++)
    if (g_str_equal (folded, COMMITMENTS[i].name))
      {
        *commitment = COMMITMENTS[i].commitment;
        return TRUE;
      }

  return FALSE;
}

/**
 * qd_outline_label_match:
 * @text: a line, without Markdown marks
 * @rest: (out) (optional): the text behind the mark
 *
 * A line that is nothing but the mark has an empty rest; with a number, the
 * mark itself is the rest.
 *
 * Returns: what the mark says, or %QD_LABEL_NONE where there is none
 */
QdOutlineLabel
qd_outline_label_match (const char  *text,
                        const char **rest)
{
  const char *start = skip_marks (text);
  const char *head_end = find_head_end (start);
  const char *number_end = skip_number (head_end);
  gboolean numbered = number_end > head_end;
  const char *after = skip_divider (number_end, numbered);
  const Name *name;

  if (rest != NULL)
    *rest = text;

  /* "KR1 Raise …" needs no divider at all. */
  if (after == NULL && *number_end == ' ' &&
      g_ascii_strncasecmp (start, "kr", 2) == 0 && g_ascii_isdigit (start[2]))
    after = number_end + 1;
  if (after == NULL || head_end == start)
    return QD_LABEL_NONE;

  name = find_name (start, head_end);
  if (name == NULL || !may_be_used (name, numbered, *after == '\0'))
    return QD_LABEL_NONE;

  /* "Objective 1" alone is a name, if a poor one. */
  if (rest != NULL && (!numbered || *after != '\0'))
    *rest = after;

  return name->label;
}

/**
 * qd_outline_label_is_field:
 *
 * Returns: whether @label says something about a key result, rather than
 *   beginning one
 */
gboolean
qd_outline_label_is_field (QdOutlineLabel label)
{
  return label >= QD_LABEL_OWNER && label <= QD_LABEL_UNIT;
}

/**
 * qd_outline_commitment_match:
 * @commitment: (inout): set where @text names one
 *
 * Returns: whether @text is the word for a commitment and nothing else
 */
gboolean
qd_outline_commitment_match (const char   *text,
                             QdCommitment *commitment)
{
  return match_commitment (text, text + strlen (text), commitment);
}

/**
 * qd_outline_commitment_cut:
 * @title: the title of an objective
 * @commitment: (inout): set where the title names one in brackets
 *
 * Returns: (transfer full): the title without "(committed)" or "[committed]"
 */
char *
qd_outline_commitment_cut (const char   *title,
                           QdCommitment *commitment)
{
  for (const char *open = strpbrk (title, "(["); open != NULL;
       open = strpbrk (open + 1, "(["))
    {
      const char *close = open + 1;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      while (*close != '\0' && strchr ("()[]", *close) == NULL)
        close++;
      if ((*close != ')' && *close != ']') ||
          !match_commitment (open + 1, close, commitment))
        continue;

      before = g_strchomp (g_strndup (title, (gsize) (open - title)));
      after = g_strchug (g_strdup (close + 1));

      return *before != '\0' && *after != '\0' ?
             g_strconcat (before, " ", after, NULL) :
             g_strconcat (before, after, NULL);
    }

  return g_strdup (title);
}
