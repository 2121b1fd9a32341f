/* Words that are looked for in the texts of cards.
 *
 * A word occurs where a word of the text begins with it, whatever the case and
 * the accents. Texts are folded for it: letters and digits only, the words
 * separated by single spaces.
 */

#include "config.h"

#include <string.h>

#include "model/qd-key-result.h"

#include "qd-filter-words.h"

/* Appends the words of a text, each with a space before it. */
static void
append_folded (GString    *folded,
               const char *text)
{
  g_autofree char *decomposed = NULL;
  g_autofree char *plain = NULL;
  gboolean within = FALSE;

  if (text == NULL || *text == '\0')
    return;

  decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  if (decomposed == NULL)
    return;

  plain = g_utf8_casefold (decomposed, -1);
  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c))
        continue;

      if (!g_unichar_isalnum (c))
        {
          within = FALSE;
          continue;
        }

      if (!within)
        g_string_append_c (folded, ' ');
      within = TRUE;
      g_string_append_unichar (folded, c);
    }
}

/**
 * qd_filter_words_split:
 * @text: (nullable): what somebody typed
 *
 * Returns: (transfer full) (not nullable): the words in it, folded; none where
 *   it has no letters and digits
 */
char **
qd_filter_words_split (const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  append_folded (folded, text);

  return g_strsplit (folded->len > 0 ? folded->str + 1 : "", " ", -1);
}

/**
 * qd_filter_words_include:
 * @words: words
 * @others: other words
 *
 * Returns: whether all of @others occur wherever all of @words do: each of them
 *   is the beginning of one of @words
 */
gboolean
qd_filter_words_include (const char * const *words,
                         const char * const *others)
{
  for (; *others != NULL; others++)
    {
      const char * const *word = words;

      while (*word != NULL && !g_str_has_prefix (*word, *others))
        word++;
      if (*word == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * qd_filter_words_match:
 * @words: words
 * @card: a card
 *
 * Looks in title, description, measurement, unit and the owner's name.
 *
 * Returns: whether every word occurs in some of these texts
 */
gboolean
qd_filter_words_match (const char * const *words,
                       QdCard             *card)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  QdPerson *owner;

  g_return_val_if_fail (QD_IS_CARD (card), FALSE);

  owner = qd_card_get_owner (card);
  append_folded (folded, qd_entity_get_title (QD_ENTITY (card)));
  append_folded (folded, qd_card_get_description (card));
  if (owner != NULL)
    append_folded (folded, qd_entity_get_title (QD_ENTITY (owner)));
  if (QD_IS_KEY_RESULT (card))
    {
      append_folded (folded, qd_key_result_get_measurement (QD_KEY_RESULT (card)));
      append_folded (folded, qd_key_result_get_unit (QD_KEY_RESULT (card)));
    }

  for (; *words != NULL; words++)
    {
      const char *found = folded->str;

      while ((found = strstr (found, *words)) != NULL && found[-1] != ' ')
        found++;
      if (found == NULL)
        return FALSE;
    }

  return TRUE;
}
