/* The filter of a saved view as a command applies it: as a window does, but what it
 * leaves out is said.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "filter/qd-filter-part.h"
#include "filter/qd-filter-tokens.h"
#include "qd-cli-filter.h"
#include "qd-line-text.h"
#include "qd-terminal.h"

/* More characters of a filter than anybody reads on a terminal. */
#define MAX_LENGTH 240

/* What a newer version may have written. */
static char *
describe_unknown (const char * const *tokens)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (; *tokens != NULL; tokens++)
    {
      QdFilterPart part;

      if (**tokens == '\0' || qd_filter_part_parse (*tokens, &part))
        continue;
      if (words->len > 0)
        g_string_append (words, C_("enumeration", ", "));
      g_string_append_printf (words, "“%s”", *tokens);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* Nothing where there are no words. */
static void
complain (const char *sentence,
          const char *words)
{
  g_autofree char *line = qd_line_text (words, MAX_LENGTH);

  if (*line != '\0')
    qd_terminal_complain ("%s %s", sentence, line);
}

/**
 * qd_cli_view_filter:
 * @store: a store with models
 * @view: a saved view
 * @boards: (element-type QdBoard): those of its boards that are there
 *
 * Complains about what of its filter cannot be asked for of the boards.
 *
 * Returns: (transfer full) (not nullable): the rest of its filter, as for
 *   qd_filter_wanted_new()
 */
char **
qd_cli_view_filter (QdStore   *store,
                    QdView    *view,
                    GPtrArray *boards)
{
  const char * const *tokens = qd_view_get_filter (view);
  g_autoptr (GListStore) list = g_list_store_new (QD_TYPE_BOARD);
  g_autofree char *unknown = describe_unknown (tokens);
  g_autofree char *lost = NULL;
  char **alive;

  g_list_store_splice (list, 0, 0, boards->pdata, boards->len);
  alive = qd_filter_tokens_dup_alive (tokens, store, G_LIST_MODEL (list));
  lost = qd_filter_tokens_describe_lost (tokens, (const char * const *) alive, store);
  complain (_("What this version does not know in the filter of the view is left out:"),
            unknown);
  complain (_("What the filter of the view asks for and is not there any more is left out:"),
            lost);

  return alive;
}
