/* Which boards a command is about: by name, by saved view, or those of today. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-cli-boards.h"
#include "qd-cli-card.h"
#include "qd-cli-words.h"

static gboolean
is_called (const char *title,
           const char *name)
{
  g_autofree char *one = g_utf8_casefold (title, -1);
  g_autofree char *other = g_utf8_casefold (name, -1);

  return g_str_equal (one, other);
}

static gboolean
is_wanted (QdBoard    *board,
           QdCycle    *cycle,
           const char *name)
{
  return qd_board_get_cycle (board) == cycle &&
         (name == NULL || is_called (qd_entity_get_title (QD_ENTITY (board)), name));
}

/* Adds the boards of a cycle, or those without one. */
static void
add_boards (GPtrArray     *boards,
            QdOrderedList *list,
            QdCycle       *cycle,
            const char    *name)
{
  for (guint i = 0; i < qd_ordered_list_get_length (list); i++)
    {
      QdBoard *board = qd_ordered_list_peek (list, i);

      if (is_wanted (board, cycle, name))
        g_ptr_array_add (boards, board);
    }
}

static gboolean
is_current (QdBoard *board,
            QdDay    today)
{
  QdCycle *cycle = qd_board_get_cycle (board);

  return cycle != NULL && qd_cycle_get_first_day (cycle) != QD_DAY_NONE &&
         qd_cycle_get_first_day (cycle) <= today && today <= qd_cycle_get_last_day (cycle);
}

/* Keeps those whose cycle today lies in, or else those of the newest cycle. */
static void
keep_current (GPtrArray *boards,
              QdDay      today)
{
  gboolean any = FALSE;
  QdCycle *newest;

  if (boards->len == 0)
    return;

  for (guint i = 0; i < boards->len; i++)
    any = any || is_current (g_ptr_array_index (boards, i), today);
  newest = qd_board_get_cycle (g_ptr_array_index (boards, 0));
  for (guint i = boards->len; i > 0; i--)
    {
      QdBoard *board = g_ptr_array_index (boards, i - 1);

      if (any ? !is_current (board, today) : qd_board_get_cycle (board) != newest)
        g_ptr_array_remove_index (boards, i - 1);
    }
}

/* A name is that of a board, or of a board and its cycle as "status" writes them. */
static GPtrArray *
find_named (QdStore    *store,
            const char *name,
            QdDay       today)
{
  GPtrArray *boards = qd_cli_list_boards (store, name);

  if (today != QD_DAY_NONE)
    keep_current (boards, today);
  if (boards->len == 0)
    {
      g_autoptr (GPtrArray) all = qd_cli_list_boards (store, NULL);

      for (guint i = 0; i < all->len; i++)
        {
          g_autofree char *place = qd_cli_dup_place (g_ptr_array_index (all, i));

          if (is_called (place, name))
            g_ptr_array_add (boards, g_ptr_array_index (all, i));
        }
    }

  return boards;
}

/**
 * qd_cli_read_names:
 * @call: a call that may have the option "--board", several times
 * @error: return location; %QD_CALL_ERROR for what is no text
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the names that were given
 */
GPtrArray *
qd_cli_read_names (const QdCall  *call,
                   GError       **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < call->options->len; i++)
    {
      const QdGiven *given = &g_array_index (call->options, QdGiven, i);
      char *name;

      if (!g_str_equal (given->name, "--board"))
        continue;

      name = qd_cli_dup_text (given->value, error);
      if (name == NULL)
        return NULL;
      g_ptr_array_add (names, name);
    }

  return g_steal_pointer (&names);
}

/**
 * qd_cli_list_boards:
 * @store: a store with models
 * @name: (nullable): their name in any case, %NULL for all
 *
 * Returns: (transfer full) (element-type QdBoard): boards by cycle, the newest first,
 *   without those that are archived
 */
GPtrArray *
qd_cli_list_boards (QdStore    *store,
                    const char *name)
{
  QdWorkspace *workspace = qd_store_get_workspace (store);
  QdOrderedList *list = qd_workspace_get_boards (workspace);
  QdOrderedList *cycles = qd_workspace_get_cycles (workspace);
  GPtrArray *boards = g_ptr_array_new ();

  for (guint i = 0; i < qd_ordered_list_get_length (cycles); i++)
    add_boards (boards, list, qd_ordered_list_peek (cycles, i), name);
  add_boards (boards, list, NULL, name);

  return boards;
}

/**
 * qd_cli_current_boards:
 * @store: a store with models
 * @today: a day
 *
 * Returns: (transfer full) (element-type QdBoard): the boards of the cycles that the
 *   day lies in, or else of the newest cycle
 */
GPtrArray *
qd_cli_current_boards (QdStore *store,
                       QdDay    today)
{
  GPtrArray *boards = qd_cli_list_boards (store, NULL);

  keep_current (boards, today);

  return boards;
}

/**
 * qd_cli_find_boards:
 * @store: a store with models
 * @names: (element-type utf8): names of boards, or of boards and their cycles:
 *   "Growth, 2026 Q4"
 * @today: a day; of several boards of a name, those of its cycles are meant; all of them
 *   with %QD_DAY_NONE
 * @error: return location for %QD_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable) (element-type QdBoard): the boards, each once,
 *   in the order of their names
 */
GPtrArray *
qd_cli_find_boards (QdStore    *store,
                    GPtrArray  *names,
                    QdDay       today,
                    GError    **error)
{
  g_autoptr (GPtrArray) boards = g_ptr_array_new ();

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autoptr (GPtrArray) found = find_named (store, name, today);

      if (found->len == 0)
        {
          g_set_error (error, QD_ERROR, QD_ERROR_NOT_FOUND, _("There is no board “%s”."), name);
          return NULL;
        }
      for (guint j = 0; j < found->len; j++)
        if (!g_ptr_array_find (boards, g_ptr_array_index (found, j), NULL))
          g_ptr_array_add (boards, g_ptr_array_index (found, j));
    }

  return g_steal_pointer (&boards);
}

/**
 * qd_cli_find_view:
 * @store: a store with models
 * @name: the name of a saved view, in any case
 * @error: return location for %QD_ERROR_NOT_FOUND
 *
 * Returns: (transfer none) (nullable): the view
 */
QdView *
qd_cli_find_view (QdStore     *store,
                  const char  *name,
                  GError     **error)
{
  QdOrderedList *views = qd_workspace_get_views (qd_store_get_workspace (store));

  for (guint i = 0; i < qd_ordered_list_get_length (views); i++)
    {
      QdView *view = qd_ordered_list_peek (views, i);

      if (is_called (qd_entity_get_title (QD_ENTITY (view)), name))
        return view;
    }
  g_set_error (error, QD_ERROR, QD_ERROR_NOT_FOUND, _("There is no view “%s”."), name);

  return NULL;
}

/**
 * qd_cli_view_boards:
 * @store: a store with models
 * @view: a saved view
 * @error: return location for %QD_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable) (element-type QdBoard): those of its boards that
 *   are still there, in its order
 */
GPtrArray *
qd_cli_view_boards (QdStore  *store,
                    QdView   *view,
                    GError  **error)
{
  g_autoptr (GPtrArray) boards = g_ptr_array_new ();
  guint n_ids;
  const QdId *ids = qd_view_get_boards (view, &n_ids);

  for (guint i = 0; i < n_ids; i++)
    {
      QdEntity *entity = qd_store_lookup (store, ids[i]);

      if (QD_IS_BOARD (entity) && qd_entity_get_alive (entity) &&
          !g_ptr_array_find (boards, entity, NULL))
        g_ptr_array_add (boards, entity);
    }
  if (boards->len > 0)
    return g_steal_pointer (&boards);

  g_set_error (error, QD_ERROR, QD_ERROR_NOT_FOUND,
               _("None of the boards of the view “%s” is there any more."),
               qd_entity_get_title (QD_ENTITY (view)));

  return NULL;
}

/**
 * qd_cli_load_boards:
 * @store: a store with models
 * @boards: (element-type QdBoard): boards
 * @error: return location
 *
 * Returns: whether the cards of all of them are loaded
 */
gboolean
qd_cli_load_boards (QdStore    *store,
                    GPtrArray  *boards,
                    GError    **error)
{
  for (guint i = 0; i < boards->len; i++)
    if (!qd_store_load_board (store, g_ptr_array_index (boards, i), error))
      return FALSE;

  return TRUE;
}
