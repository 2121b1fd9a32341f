/* The few words around what was found in a text.
 *
 * Takes a text in which each word that was found stands between two marks, as
 * highlight() of SQLite's full-text search writes it. snippet() would cut the text
 * itself, but compares each place with each other: a word that stands in a text
 * some ten thousand times would keep it busy for seconds, and nothing can stop it.
 */

#include "config.h"

#include <string.h>

#include "qd-excerpt.h"

/* In bytes: how long an excerpt is, and how much of it stands before the first word
 * that was found. */
#define LENGTH 120
#define LEAD 32

/* Where the most marks stand close together. */
typedef struct
{
  const char *start;
  guint n_marks;
} Window;

static void
find_window (const char *text,
             Window     *best)
{
  const char *first = strchr (text, QD_EXCERPT_MARK_BEGIN);
  const char *next = first;
  guint n_marks = 0;

  *best = (Window) { text, 0 };
  for (; first != NULL; first = strchr (first + 1, QD_EXCERPT_MARK_BEGIN))
    {
      for (; next != NULL && next - first < LENGTH - LEAD;
           next = strchr (next + 1, QD_EXCERPT_MARK_BEGIN))
        n_marks++;
      if (n_marks > best->n_marks)
        *best = (Window) { first, n_marks };
      n_marks--;
    }
}

/* Where to begin: at a word a little before @at, or else at @at. */
static const char *
find_start (const char *text,
            const char *at)
{
  if (at - text <= LEAD)
    return text;

  for (const char *start = at - LEAD; start < at; start++)
    if (g_ascii_isspace (*start))
      return start + 1;

  return at;
}

/* Where to end: behind a word, or else behind a character. */
static const char *
find_end (const char *start)
{
  const gsize length = strlen (start);
  const char *limit = start + LENGTH;

  if (length <= LENGTH)
    return start + length;

  for (const char *end = limit; end > start + LEAD; end--)
    if (g_ascii_isspace (*end))
      return end;

  while (limit > start && (*limit & 0xc0) == 0x80)
    limit--;

  return limit;
}

static char *
cut (const char *text,
     const char *at)
{
  const char *start = find_start (text, at);
  const char *end = find_end (start);
  GString *excerpt = g_string_new (start > text ? "…" : NULL);
  gboolean marked = FALSE;

  /* A cut may have taken one of two marks away. */
  for (; start < end; start++)
    {
      if (*start == QD_EXCERPT_MARK_END && !marked)
        continue;
      if (*start == QD_EXCERPT_MARK_BEGIN || *start == QD_EXCERPT_MARK_END)
        marked = *start == QD_EXCERPT_MARK_BEGIN;
      g_string_append_c (excerpt, *start);
    }
  if (marked)
    g_string_append_c (excerpt, QD_EXCERPT_MARK_END);
  if (*end != '\0')
    g_string_append (excerpt, "…");

  return g_string_free (excerpt, FALSE);
}

/**
 * qd_excerpt_of:
 * @title: a title, each word that was found between %QD_EXCERPT_MARK_BEGIN and
 *   %QD_EXCERPT_MARK_END
 * @body: the text below it, marked likewise
 *
 * Takes time in proportion to the texts, whatever stands in them.
 *
 * Returns: (transfer full): what stands around most of the words that were found, in
 *   the title rather than the body; with an ellipsis where something was left out
 */
char *
qd_excerpt_of (const char *title,
               const char *body)
{
  Window in_title, in_body;

  find_window (title, &in_title);
  find_window (body, &in_body);

  return in_body.n_marks > in_title.n_marks ? cut (body, in_body.start)
                                            : cut (title, in_title.start);
}
