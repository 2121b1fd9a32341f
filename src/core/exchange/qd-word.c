/* The words around a place in a sentence.
 *
 * Knows which English and German words hold a sentence together and count
 * nothing. Looks at no more than one word at a time.
 */

#include "config.h"

#include "qd-word.h"

#define MAX_WORD 40

/* Words that end the noun before them and are no unit themselves. */
static const char * const FUNCTION_WORDS[] = {
  "a", "about", "across", "after", "against", "among", "an", "and", "are",
  "as", "at", "because", "before", "below", "between", "but", "by", "during",
  "each", "every", "for", "from", "if", "in", "into", "is", "less", "more",
  "next", "of", "on", "or", "out", "over", "per", "since", "so", "than", "that",
  "the", "their", "these", "this", "through", "to", "under", "until", "using",
  "via", "was", "when", "where", "which", "while", "who", "will", "with",
  "within", "without", "higher", "lower", "fewer", "better", "worse",
  "am", "auf", "aus", "bei", "bis", "das", "dem", "den", "der", "des", "die",
  "durch", "ein", "eine", "für", "im", "ist", "je", "mit", "nach", "oder",
  "ohne", "pro", "seit", "sind", "um", "und", "vom", "von", "vor", "während",
  "wenn", "werden", "wird", "zu", "zum", "zur",

  /* German puts the verb behind the number: "auf 5 senken". */
  "anheben", "ausbauen", "bringen", "erhöhen", "erreichen", "gewinnen",
  "halten", "reduzieren", "senken", "steigern", "verbessern", "verkaufen",
  "verkürzen", "verringern", NULL,
};

/**
 * qd_word_char_before:
 * @text: a text
 * @at: a place in it
 *
 * Returns: the character that ends at @at, or 0 at the beginning of @text
 */
gunichar
qd_word_char_before (const char *text,
                     const char *at)
{
  return at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : '\0';
}

/**
 * qd_word_skip_letters:
 *
 * Returns: (transfer none): the first place from @at on that is no letter
 */
const char *
qd_word_skip_letters (const char *at)
{
  while (*at != '\0' && g_unichar_isalpha (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at;
}

/**
 * qd_word_before:
 * @start: (out) (optional): where the word begins
 *
 * Returns: (transfer full) (nullable): the word that ends before @at and
 *   white space, case folded, or %NULL where something else does
 */
char *
qd_word_before (const char  *text,
                const char  *at,
                const char **start)
{
  const char *end = at;

  while (end > text && g_unichar_isspace (qd_word_char_before (text, end)))
    end = g_utf8_prev_char (end);

  at = end;
  while (at > text && g_unichar_isalpha (qd_word_char_before (text, at)))
    {
      at = g_utf8_prev_char (at);
      if (end - at > MAX_WORD)
        return NULL;
    }

  if (start != NULL)
    *start = at;

  return at < end ? g_utf8_casefold (at, end - at) : NULL;
}

/**
 * qd_word_after:
 * @end: (out) (optional): what follows the word
 *
 * Returns: (transfer full) (nullable): the word that begins after @at and
 *   white space, case folded, or %NULL where something else does
 */
char *
qd_word_after (const char  *at,
               const char **end)
{
  const char *start;

  while (*at != '\0' && g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  start = at;

  for (;;)
    {
      at = qd_word_skip_letters (at);
      if (at - start > MAX_WORD)
        return NULL;
      /* "check-ins" is one word. */
      if (at == start || *at != '-' ||
          !g_unichar_isalpha (g_utf8_get_char (at + 1)))
        break;
      at++;
    }

  if (end != NULL)
    *end = at;

  return at > start ? g_utf8_casefold (start, at - start) : NULL;
}

/**
 * qd_word_is_function:
 * @word: a case-folded word
 *
 * Returns: whether it ends the noun before it, and is itself no noun
 */
gboolean
qd_word_is_function (const char *word)
{
  return g_strv_contains (FUNCTION_WORDS, word);
}
