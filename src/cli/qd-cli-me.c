/* Who the person is that gives a command, for what is asked of their own cards. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-cli-card.h"
#include "qd-cli-me.h"
#include "qd-error.h"
#include "qd-remembered.h"

/**
 * qd_cli_dup_me:
 * @word: (nullable): the name that was given with the command
 * @error: return location; %QD_ERROR_INVALID where there is none, nor one in the
 *   preferences
 *
 * Returns: (transfer full) (nullable): who it is
 */
char *
qd_cli_dup_me (const char  *word,
               GError     **error)
{
  g_autofree char *text = NULL;
  char *name;

  if (word != NULL)
    {
      text = qd_cli_dup_text (word, error);
      if (text == NULL)
        return NULL;
    }

  name = text != NULL ? qd_remembered_dup_name (text) : qd_remembered_read_name ();
  if (name == NULL)
    g_set_error (error, QD_ERROR, QD_ERROR_INVALID,
                 _("It is not known who you are. Give “--me” with your name, or say it in the "
                   "preferences of the program."));

  return name;
}
