/* "due": which check-ins are due, and whose they are, one a line; for people, and for
 * scripts that remind them. Changes nothing.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-cli-boards.h"
#include "qd-cli-card.h"
#include "qd-cli-json.h"
#include "qd-cli-private.h"
#include "qd-cli-words.h"
#include "qd-remembered.h"
#include "qd-terminal.h"
#include "store/qd-due.h"
#include "store/qd-find.h"

/* Longer titles are cut; "show" has all of them. */
#define TITLE_WIDTH 60

enum
{
  CELL_DAY,
  CELL_BOARD,
  CELL_TITLE,
  CELL_OWNER,
  CELL_OUTDATED,
  N_CELLS
};

static gboolean
check_person (QdStore     *store,
              const char  *name,
              GError     **error)
{
  QdOrderedList *people = qd_workspace_get_people (qd_store_get_workspace (store));

  for (guint i = 0; i < qd_ordered_list_get_length (people); i++)
    if (qd_find_is_same_title (qd_entity_get_title (qd_ordered_list_peek (people, i)), name))
      return TRUE;
  g_set_error (error, QD_ERROR, QD_ERROR_NOT_FOUND, _("There is nobody called “%s”."), name);

  return FALSE;
}

/* Only what is on one of them. */
static void
keep_boards (GPtrArray *items,
             GPtrArray *boards)
{
  for (guint i = items->len; i > 0; i--)
    {
      const QdDueItem *item = items->pdata[i - 1];

      if (!g_ptr_array_find (boards, item->board, NULL))
        g_ptr_array_remove_index (items, i - 1);
    }
}

static void
fill_cells (const QdDueItem *item,
            char           **cells)
{
  QdPerson *owner = qd_card_get_owner (QD_CARD (item->key_result));
  g_autofree char *board = qd_cli_dup_title (item->board);
  g_autofree char *title = qd_cli_dup_title (item->key_result);

  cells[CELL_DAY] = qd_day_to_iso (item->due);
  cells[CELL_BOARD] = qd_terminal_dup_cut (board, TITLE_WIDTH);
  cells[CELL_TITLE] = qd_terminal_dup_cut (title, TITLE_WIDTH);
  cells[CELL_OWNER] = owner != NULL ? qd_cli_dup_title (owner) : g_strdup ("—");
  cells[CELL_OUTDATED] = g_strdup (item->outdated ? _("outdated") : "");
}

static void
print_items (GPtrArray *items)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  guint widths[N_CELLS] = { 0 };

  if (items->len == 0)
    qd_terminal_print ("%s\n", _("No check-in is due."));

  for (guint i = 0; i < items->len; i++)
    {
      char **cells = g_new0 (char *, N_CELLS + 1);

      fill_cells (items->pdata[i], cells);
      for (guint j = 0; j < N_CELLS; j++)
        widths[j] = MAX (widths[j], qd_terminal_get_width (cells[j]));
      g_ptr_array_add (lines, cells);
    }

  for (guint i = 0; i < lines->len; i++)
    {
      char **cells = lines->pdata[i];
      g_autofree char *line = NULL;

      for (guint j = 0; j < N_CELLS; j++)
        {
          char *padded = qd_terminal_dup_padded (cells[j], widths[j]);

          g_free (cells[j]);
          cells[j] = padded;
        }
      line = g_strchomp (g_strjoinv ("  ", cells));
      qd_terminal_print ("%s\n", line);
    }
}

static void
add_item (QdJson          *json,
          const QdDueItem *item)
{
  QdStanding standing;
  QdFacts facts;

  qd_key_result_get_facts (item->key_result, &facts);
  qd_standing_of (&facts, qd_clock_today (), &standing);
  qd_json_begin_object (json, NULL);
  qd_cli_json_add_card (json, item->key_result, &standing);
  qd_json_begin_object (json, "board");
  qd_json_add_id (json, "id", qd_entity_get_id (QD_ENTITY (item->board)));
  qd_json_add_text (json, "title", qd_entity_get_title (QD_ENTITY (item->board)));
  qd_json_end_object (json);
  qd_json_end_object (json);
}

/* The keys are promised in README.md. */
static char *
dup_json (GPtrArray *items)
{
  g_autoptr (QdJson) json = qd_json_new ();

  qd_json_begin_object (json, NULL);
  qd_json_add_day (json, "day", qd_clock_today ());
  qd_json_begin_array (json, "cards");
  for (guint i = 0; i < items->len; i++)
    add_item (json, items->pdata[i]);
  qd_json_end_array (json);
  qd_json_end_object (json);

  return qd_json_dup_text (json);
}

static GPtrArray *
read_items (QdStore     *store,
            const char  *name,
            GPtrArray   *names,
            GError     **error)
{
  const QdDay today = qd_clock_today ();
  g_autoptr (GPtrArray) boards = NULL;
  g_autoptr (GPtrArray) items = NULL;

  if (name != NULL && !check_person (store, name, error))
    return NULL;
  if (names->len > 0)
    {
      boards = qd_cli_find_boards (store, names, today, error);
      if (boards == NULL)
        return NULL;
    }

  items = qd_due_read (store, name, QD_ID_NONE, today, error);
  if (items != NULL && boards != NULL)
    keep_boards (items, boards);

  return g_steal_pointer (&items);
}

/* Somebody who is named, or whoever asks, or nobody. */
static gboolean
read_owner (const QdCall  *call,
            char         **name,
            GError       **error)
{
  const char *word = qd_call_get_option (call, "--owner");

  if (qd_call_get_option (call, "--mine") == NULL)
    {
      *name = word != NULL ? qd_cli_dup_text (word, error) : NULL;
      return word == NULL || *name != NULL;
    }

  if (word != NULL)
    return qd_call_refuse (error, _("“--mine” says whose check-ins; leave “--owner” out."));

  *name = qd_remembered_read_name ();
  if (*name == NULL)
    g_set_error (error, QD_ERROR, QD_ERROR_INVALID,
                 _("It is not known who you are. Give “--owner” with your name, or say it in "
                   "the preferences of the program."));

  return *name != NULL;
}

gboolean
qd_cli_run_due (const QdCall  *call,
                GError       **error)
{
  g_autoptr (QdStore) store = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *name = NULL;

  if (!read_owner (call, &name, error))
    return FALSE;
  names = qd_cli_read_names (call, error);
  if (names == NULL)
    return FALSE;
  store = qd_store_open (call->path, QD_OPEN_EXISTING, error);
  if (store == NULL)
    return FALSE;

  items = read_items (store, name, names, error);
  if (items == NULL)
    return FALSE;
  if (qd_call_get_option (call, "--json") != NULL)
    {
      g_autofree char *json = dup_json (items);

      qd_terminal_write (json);
    }
  else
    {
      print_items (items);
    }

  return TRUE;
}
