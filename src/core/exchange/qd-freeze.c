/* What closed boards come to, for writers that have to write the same bytes from every
 * copy of a file, in any language, on any day.
 *
 * So no clock is asked: a board is told as of the day on which it was closed. What has
 * an order in the file has it here; where two have the same place, that goes by their
 * ids, which are the same in all copies.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-freeze-private.h"
#include "store/qd-history.h"

static void
key_result_free (gpointer data)
{
  QdFrozenKeyResult *self = data;

  g_free (self->unit);
  g_free (self->owner);
  g_clear_pointer (&self->details, qd_details_free);
  g_clear_pointer (&self->makers, g_hash_table_unref);
  g_free (self);
}

static void
board_free (gpointer data)
{
  QdFrozenBoard *self = data;

  g_free (self->team);
  g_clear_pointer (&self->closing, qd_closing_free);
  g_ptr_array_unref (self->key_results);
  g_free (self);
}

static void
cycle_free (gpointer data)
{
  QdFrozenCycle *self = data;

  g_free (self->title);
  g_ptr_array_unref (self->boards);
  g_free (self);
}

static gboolean
add_key_result (QdFrozenBoard        *board,
                QdStore              *store,
                const QdClosingCard  *said,
                gboolean              names,
                GError              **error)
{
  QdFrozenKeyResult *self = g_new0 (QdFrozenKeyResult, 1);
  QdKeyResult *key_result = QD_KEY_RESULT (qd_store_lookup (store, said->id));
  QdPerson *owner = qd_card_get_owner (QD_CARD (key_result));

  g_ptr_array_add (board->key_results, self);
  self->said = said;
  self->metric = qd_key_result_get_metric (key_result);
  self->baseline = qd_key_result_get_baseline (key_result);
  self->target = qd_key_result_get_target (key_result);
  self->upper = qd_key_result_get_upper (key_result);
  self->unit = g_strdup (qd_key_result_get_unit (key_result));
  self->details = qd_details_read (store, said->id, error);
  if (self->details == NULL)
    return FALSE;
  if (!names)
    return TRUE;

  self->owner = g_strdup (owner != NULL ? qd_entity_get_title (QD_ENTITY (owner)) : "");
  self->makers = qd_history_read_makers (store, said->id, error);

  return self->makers != NULL;
}

static gboolean
add_board (QdFrozenCycle  *cycle,
           QdStore        *store,
           QdBoard        *board,
           gboolean        names,
           GError        **error)
{
  QdFrozenBoard *self = g_new0 (QdFrozenBoard, 1);
  QdTeam *team = qd_board_get_team (board);

  g_ptr_array_add (cycle->boards, self);
  self->key_results = g_ptr_array_new_with_free_func (key_result_free);
  self->team = g_strdup (team != NULL ? qd_entity_get_title (QD_ENTITY (team)) : NULL);
  self->closing = qd_closing_read (store, qd_entity_get_id (QD_ENTITY (board)),
                                   qd_board_get_closed (board), error);
  if (self->closing == NULL)
    return FALSE;

  for (guint i = 0; i < self->closing->objectives->len; i++)
    {
      const QdClosingObjective *objective = self->closing->objectives->pdata[i];

      for (guint j = 0; j < objective->cards->len; j++)
        if (!add_key_result (self, store, objective->cards->pdata[j], names, error))
          return FALSE;
    }

  return TRUE;
}

/* Those of the boards that are in the cycle, or in none, in their order. */
static gboolean
add_cycle (QdFreeze   *self,
           QdStore    *store,
           GPtrArray  *boards,
           QdCycle    *cycle,
           GError    **error)
{
  QdOrderedList *all = qd_workspace_get_boards (qd_store_get_workspace (store));
  QdFrozenCycle *frozen = g_new0 (QdFrozenCycle, 1);

  g_ptr_array_add (self->cycles, frozen);
  frozen->boards = g_ptr_array_new_with_free_func (board_free);
  if (cycle != NULL)
    {
      frozen->title = g_strdup (qd_entity_get_title (QD_ENTITY (cycle)));
      frozen->first_day = qd_cycle_get_first_day (cycle);
      frozen->last_day = qd_cycle_get_last_day (cycle);
    }
  for (guint i = 0; i < qd_ordered_list_get_length (all); i++)
    {
      QdBoard *board = qd_ordered_list_peek (all, i);

      if (qd_board_get_cycle (board) == cycle && g_ptr_array_find (boards, board, NULL) &&
          !add_board (frozen, store, board, self->names, error))
        return FALSE;
    }
  if (frozen->boards->len == 0)
    g_ptr_array_remove_index (self->cycles, self->cycles->len - 1);

  return TRUE;
}

/* What goes on changes: only what is closed can be kept. */
static gboolean
refuse_open (GPtrArray  *boards,
             GError    **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_open = 0;

  for (guint i = 0; i < boards->len; i++)
    {
      QdBoard *board = g_ptr_array_index (boards, i);

      if (qd_board_get_closed (board) != QD_DAY_NONE)
        continue;
      if (n_open++ > 0)
        g_string_append (names, C_("enumeration", ", "));
      /* Translators: the title of a board in an enumeration */
      g_string_append_printf (names, _("“%s”"), qd_entity_get_title (QD_ENTITY (board)));
    }
  if (n_open == 0)
    return FALSE;

  /* Translators: the titles of boards, in quotation marks */
  g_set_error (error, QD_ERROR, QD_ERROR_INVALID,
               ngettext ("The board %s is not closed yet. Only what is closed can be frozen.",
                         "The boards %s are not closed yet. Only what is closed can be frozen.",
                         n_open), names->str);

  return TRUE;
}

/**
 * qd_freeze_read:
 * @store: a store with models
 * @boards: (element-type QdBoard): closed boards, each in sight
 * @names: whether to tell whose the key results were and who checked in; what people
 *   wrote themselves stays as it is in any case
 * @error: return location; %QD_ERROR_INVALID where a board is not closed
 *
 * Returns: (transfer full) (nullable): the boards by cycle, the newest first
 */
QdFreeze *
qd_freeze_read (QdStore    *store,
                GPtrArray  *boards,
                gboolean    names,
                GError    **error)
{
  g_autoptr (QdFreeze) self = NULL;
  QdOrderedList *cycles;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (boards != NULL, NULL);

  if (refuse_open (boards, error))
    return NULL;

  self = g_new0 (QdFreeze, 1);
  self->names = names;
  self->cycles = g_ptr_array_new_with_free_func (cycle_free);
  cycles = qd_workspace_get_cycles (qd_store_get_workspace (store));
  for (guint i = 0; i < qd_ordered_list_get_length (cycles); i++)
    if (!add_cycle (self, store, boards, qd_ordered_list_peek (cycles, i), error))
      return NULL;
  if (!add_cycle (self, store, boards, NULL, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
qd_freeze_free (QdFreeze *self)
{
  g_ptr_array_unref (self->cycles);
  g_free (self);
}

/* The same word in every language. */
const char *
qd_freeze_get_decision (QdDecision decision)
{
  switch (decision)
    {
    case QD_DECISION_DONE:
      return "done";

    case QD_DECISION_CARRY_OVER:
      return "carry-over";

    case QD_DECISION_SHELVE:
      return "shelf";

    case QD_DECISION_DROP:
      return "drop";

    case QD_DECISION_NONE:
    default:
      return "none";
    }
}

/* Who checked in, "" where nobody knows; nothing without names. */
const char *
qd_freeze_get_author (const QdFrozenKeyResult *key_result,
                      const QdCheckin         *checkin)
{
  const QdMaker *maker;

  if (key_result->makers == NULL)
    return NULL;

  maker = g_hash_table_lookup (key_result->makers, &checkin->id);

  return maker != NULL && maker->author != NULL ? maker->author : "";
}
