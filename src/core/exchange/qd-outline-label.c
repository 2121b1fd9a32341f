/* The marks at the beginning of a line of an outline: "KR 1:", "Why:".
 *
 * They are words of the file format, in English and German side by side, and
 * so not translated. Works on text without Markdown marks.
 */

#include "config.h"

#include <string.h>

#include "qd-outline-label.h"

#define MAX_HEAD 48

typedef struct
{
  const char *name;
  QdOutlineLabel label;
} Name;

/* Case folded. */
static const Name NAMES[] = {
  { "o", QD_LABEL_OBJECTIVE },
  { "obj", QD_LABEL_OBJECTIVE },
  { "objective", QD_LABEL_OBJECTIVE },
  { "objectives", QD_LABEL_OBJECTIVE },
  { "okrs", QD_LABEL_OBJECTIVE },
  { "ziele", QD_LABEL_OBJECTIVE },
  { "goal", QD_LABEL_GOAL },
  { "ziel", QD_LABEL_GOAL },
  { "kr", QD_LABEL_KEY_RESULT },
  { "krs", QD_LABEL_KEY_RESULT },
  { "key result", QD_LABEL_KEY_RESULT },
  { "key results", QD_LABEL_KEY_RESULT },
  { "schlüsselergebnis", QD_LABEL_KEY_RESULT },
  { "schlüsselergebnisse", QD_LABEL_KEY_RESULT },
  { "why", QD_LABEL_WHY },
  { "why it matters", QD_LABEL_WHY },
  { "why this matters", QD_LABEL_WHY },
  { "why now", QD_LABEL_WHY },
  { "rationale", QD_LABEL_WHY },
  { "warum", QD_LABEL_WHY },
  { "begründung", QD_LABEL_WHY },
  { "owner", QD_LABEL_OWNER },
  { "owners", QD_LABEL_OWNER },
  { "dri", QD_LABEL_OWNER },
  { "verantwortlich", QD_LABEL_OWNER },
  { "zuständig", QD_LABEL_OWNER },
  { "now", QD_LABEL_CURRENT },
  { "current", QD_LABEL_CURRENT },
  { "current value", QD_LABEL_CURRENT },
  { "currently", QD_LABEL_CURRENT },
  { "aktuell", QD_LABEL_CURRENT },
  { "aktueller wert", QD_LABEL_CURRENT },
  { "jetzt", QD_LABEL_CURRENT },
  { "status", QD_LABEL_COLUMN },
  { "column", QD_LABEL_COLUMN },
  { "spalte", QD_LABEL_COLUMN },
  { "measured by", QD_LABEL_MEASUREMENT },
  { "measurement", QD_LABEL_MEASUREMENT },
  { "how measured", QD_LABEL_MEASUREMENT },
  { "gemessen an", QD_LABEL_MEASUREMENT },
  { "gemessen durch", QD_LABEL_MEASUREMENT },
  { "messung", QD_LABEL_MEASUREMENT },
  { "baseline", QD_LABEL_BASELINE },
  { "start value", QD_LABEL_BASELINE },
  { "ausgangswert", QD_LABEL_BASELINE },
  { "startwert", QD_LABEL_BASELINE },
  { "target", QD_LABEL_TARGET },
  { "target value", QD_LABEL_TARGET },
  { "zielwert", QD_LABEL_TARGET },
  { "unit", QD_LABEL_UNIT },
  { "einheit", QD_LABEL_UNIT },
  { "commitment", QD_LABEL_COMMITMENT },
  { "verbindlichkeit", QD_LABEL_COMMITMENT },
  { "cycle", QD_LABEL_CYCLE },
  { "quarter", QD_LABEL_CYCLE },
  { "zyklus", QD_LABEL_CYCLE },
  { "quartal", QD_LABEL_CYCLE },
  { "zeitraum", QD_LABEL_CYCLE },
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

static QdOutlineLabel
find_name (const char *start,
           const char *end)
{
  g_autofree char *folded = NULL;

  while (end > start && end[-1] == ' ')
    end--;

  folded = g_utf8_casefold (start, end - start);
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    if (g_str_equal (folded, NAMES[i].name))
      return NAMES[i].label;

  return QD_LABEL_NONE;
}

/* Bold or italic marks that the line leaves open. */
static const char *
skip_marks (const char *at)
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
    return skip_marks (at + 1);
  if (*at == '\0')
    return at;

  for (guint i = 0; numbered && i < G_N_ELEMENTS (DASHES); i++)
    if (g_str_has_prefix (at, DASHES[i]))
      return skip_marks (at + strlen (DASHES[i]));

  return NULL;
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

/**
 * qd_outline_label_match:
 * @text: a line, without Markdown marks
 * @rest: (out) (optional): the text behind the mark
 *
 * A line that is nothing but the mark has an empty rest.
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
  QdOutlineLabel label;

  if (rest != NULL)
    *rest = text;

  /* "KR1 Raise …" needs no divider at all. */
  if (after == NULL && *number_end == ' ' &&
      g_ascii_strncasecmp (start, "kr", 2) == 0 && g_ascii_isdigit (start[2]))
    after = number_end + 1;
  if (after == NULL || head_end == start)
    return QD_LABEL_NONE;

  label = find_name (start, head_end);
  if (numbered && label != QD_LABEL_OBJECTIVE &&
      label != QD_LABEL_KEY_RESULT && label != QD_LABEL_GOAL)
    return QD_LABEL_NONE;

  if (rest != NULL && label != QD_LABEL_NONE)
    *rest = after;

  return label;
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
