/* "freeze": a closed cycle, or some closed boards, as text to be kept. Changes nothing in
 * the file that it reads.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <time.h>

#include "exchange/qd-freeze.h"
#include "qd-cli-boards.h"
#include "qd-cli-card.h"
#include "qd-cli-private.h"
#include "qd-save.h"
#include "qd-terminal.h"

/* What is asked for. */
typedef struct
{
  const char *out; /* NULL for standard output */
  gboolean json;
} Wish;

/* What is said, or else what the name of the file says. */
static gboolean
read_wish (Wish          *wish,
           const QdCall  *call,
           GError       **error)
{
  const char *word = qd_call_get_option (call, "--format");
  g_autofree char *name = NULL;

  if (qd_call_get_option (call, "--board") != NULL && call->words[0] != NULL)
    return qd_call_refuse (error, _("“--board” says which boards; leave the cycle out."));

  wish->out = qd_call_get_option (call, "-o");
  if (wish->out != NULL && g_str_equal (wish->out, "-"))
    wish->out = NULL;
  wish->json = g_strcmp0 (word, "json") == 0;
  if (word != NULL)
    return wish->json || g_str_equal (word, "markdown") ||
           qd_call_refuse (error, _("A freeze is markdown or json."));
  if (wish->out == NULL)
    return TRUE;

  name = g_ascii_strdown (wish->out, -1);
  wish->json = g_str_has_suffix (name, ".json");

  return wish->json ||
         g_str_has_suffix (name, ".md") || g_str_has_suffix (name, ".markdown") ||
         qd_call_refuse (error,
                         _("The name of the file does not tell the format. Give “--format” with "
                           "markdown or json."));
}

static gboolean
is_cycle_called (QdBoard    *board,
                 const char *folded)
{
  QdCycle *cycle = qd_board_get_cycle (board);
  g_autofree char *title = NULL;

  if (cycle == NULL)
    return FALSE;
  title = g_utf8_casefold (qd_entity_get_title (QD_ENTITY (cycle)), -1);

  return g_str_equal (title, folded);
}

/* All boards of the cycle of that name, also those that are still open. */
static GPtrArray *
find_cycle (QdStore     *store,
            const char  *word,
            GError     **error)
{
  g_autofree char *name = qd_cli_dup_text (word, error);
  g_autoptr (GPtrArray) boards = NULL;
  g_autofree char *folded = NULL;

  if (name == NULL)
    return NULL;

  boards = qd_cli_list_boards (store, NULL);
  folded = g_utf8_casefold (name, -1);
  for (guint i = boards->len; i > 0; i--)
    if (!is_cycle_called (g_ptr_array_index (boards, i - 1), folded))
      g_ptr_array_remove_index (boards, i - 1);
  if (boards->len > 0)
    return g_steal_pointer (&boards);

  g_set_error (error, QD_ERROR, QD_ERROR_NOT_FOUND, _("There is no board in a cycle “%s”."),
               name);

  return NULL;
}

/* All boards of the newest cycle of which one is closed. */
static GPtrArray *
find_newest (QdStore  *store,
             GError  **error)
{
  g_autoptr (GPtrArray) boards = qd_cli_list_boards (store, NULL);
  QdCycle *newest = NULL;
  gboolean found = FALSE;

  for (guint i = 0; i < boards->len && !found; i++)
    {
      QdBoard *board = g_ptr_array_index (boards, i);

      found = qd_board_get_closed (board) != QD_DAY_NONE;
      newest = qd_board_get_cycle (board);
    }
  if (!found)
    {
      g_set_error_literal (error, QD_ERROR, QD_ERROR_NOT_FOUND, _("No board is closed yet."));
      return NULL;
    }
  for (guint i = boards->len; i > 0; i--)
    if (qd_board_get_cycle (g_ptr_array_index (boards, i - 1)) != newest)
      g_ptr_array_remove_index (boards, i - 1);

  return g_steal_pointer (&boards);
}

static GPtrArray *
choose_boards (const QdCall  *call,
               QdStore       *store,
               GError       **error)
{
  g_autoptr (GPtrArray) names = qd_cli_read_names (call, error);

  if (names == NULL)
    return NULL;
  if (names->len > 0)
    return qd_cli_find_boards (store, names, qd_clock_today (), error);

  return call->words[0] != NULL ? find_cycle (store, call->words[0], error)
                                : find_newest (store, error);
}

gboolean
qd_cli_run_freeze (const QdCall  *call,
                   GError       **error)
{
  Wish wish = { 0 };
  g_autoptr (QdStore) store = NULL;
  g_autoptr (GPtrArray) boards = NULL;
  g_autoptr (QdFreeze) freeze = NULL;
  g_autofree char *text = NULL;

  if (!read_wish (&wish, call, error))
    return FALSE;

  /* What has an instant, and no day, has the same day wherever this is written. */
  g_setenv ("TZ", "UTC", TRUE);
  tzset ();
  store = qd_store_open (call->path, QD_OPEN_EXISTING, error);
  boards = store != NULL ? choose_boards (call, store, error) : NULL;
  if (boards == NULL)
    return FALSE;
  freeze = qd_freeze_read (store, boards, qd_call_get_option (call, "--names") != NULL, error);
  if (freeze == NULL)
    return FALSE;

  text = wish.json ? qd_freeze_dup_json (freeze) : qd_freeze_dup_markdown (freeze);
  if (wish.out != NULL)
    return qd_save_bytes (wish.out, text, strlen (text), error);
  qd_terminal_write (text);

  return TRUE;
}
