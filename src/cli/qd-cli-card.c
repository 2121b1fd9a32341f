/* The card that a word of the command line means. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-cli-card.h"
#include "qd-cli-commands.h"
#include "store/qd-search.h"

/**
 * qd_cli_dup_text:
 * @word: a word of the command line, in UTF-8 or in the encoding of the locale
 * @error: return location for %QD_CALL_ERROR
 *
 * What is UTF-8 is taken as such whatever the locale says: where a timer or a
 * build calls the program, there often is none.
 *
 * Returns: (transfer full) (nullable): it as UTF-8
 */
char *
qd_cli_dup_text (const char  *word,
                 GError     **error)
{
  char *text;

  if (g_utf8_validate (word, -1, NULL))
    return g_strdup (word);

  text = g_locale_to_utf8 (word, -1, NULL, NULL, NULL);
  if (text == NULL)
    {
      g_autofree char *name = g_filename_display_name (word);

      g_set_error (error, QD_CALL_ERROR, 0, _("“%s” is not valid text."), name);
    }

  return text;
}

/**
 * qd_cli_find_card:
 * @store: a store
 * @word: what somebody typed for a card
 * @error: return location
 *
 * Returns: the card, or %QD_ID_NONE
 */
QdId
qd_cli_find_card (QdStore     *store,
                  const char  *word,
                  GError     **error)
{
  g_autofree char *text = qd_cli_dup_text (word, error);

  return text != NULL ? qd_search_find_card (store, text, error) : QD_ID_NONE;
}

/**
 * qd_cli_load_card:
 * @store: a store with models
 * @word: what somebody typed for a card
 * @error: return location; %QD_ERROR_NOT_FOUND where it is on no board any more
 *
 * Returns: (transfer none) (nullable): the key result
 */
QdKeyResult *
qd_cli_load_card (QdStore     *store,
                  const char  *word,
                  GError     **error)
{
  QdId card = qd_cli_find_card (store, word, error);
  QdEntity *board, *entity;
  gboolean archived;
  QdId place;

  if (card == QD_ID_NONE || !qd_search_locate_card (store, card, &place, &archived, error))
    return NULL;

  board = archived ? NULL : qd_store_lookup (store, place);
  if (QD_IS_BOARD (board) && !qd_store_load_board (store, QD_BOARD (board), error))
    return NULL;
  entity = board != NULL ? qd_store_lookup (store, card) : NULL;
  if (!QD_IS_KEY_RESULT (entity))
    {
      g_autofree char *name = g_filename_display_name (word);

      g_set_error (error, QD_ERROR, QD_ERROR_NOT_FOUND,
                   _("“%s” is on no board any more. Bring it back from the archive or the "
                     "shelf, or take back its removal."), name);
      return NULL;
    }

  return QD_KEY_RESULT (entity);
}
