/* Which check-ins are due, and for whom.
 *
 * When one is due is the method's to say, in qd-standing.c; here is only where to look.
 * Loads the boards that may have one, and no others. Keeps nothing, writes nothing.
 */

#include "config.h"

#include "qd-due.h"
#include "qd-find.h"

/* What is asked for. */
typedef struct
{
  const char *owner; /* (nullable) */
  QdDay today;
  GPtrArray *items;  /* of QdDueItem: of check-ins that are due */
  QdDay next;        /* when the first of the others will be, or QD_DAY_NONE */
} Question;

static void
look_at_card (Question    *question,
              QdBoard     *board,
              QdKeyResult *key_result)
{
  QdStanding standing;
  QdFacts facts;

  if (!qd_due_is_owned (QD_CARD (key_result), question->owner))
    return;

  qd_key_result_get_facts (key_result, &facts);
  qd_standing_of (&facts, question->today, &standing);
  if (standing.is_due)
    {
      QdDueItem *item = g_new0 (QdDueItem, 1);

      item->board = g_object_ref (board);
      item->key_result = g_object_ref (key_result);
      item->due = standing.due;
      item->outdated = standing.outdated;
      g_ptr_array_add (question->items, item);
    }
  else if (standing.due != QD_DAY_NONE &&
           (question->next == QD_DAY_NONE || standing.due < question->next))
    {
      question->next = standing.due;
    }
}

static void
look_at_board (Question *question,
               QdBoard  *board)
{
  QdOrderedList *columns = qd_board_get_columns (board);

  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdOrderedList *cards = qd_column_get_cards (qd_ordered_list_peek (columns, i));

      for (guint j = 0; j < qd_ordered_list_get_length (cards); j++)
        {
          gpointer card = qd_ordered_list_peek (cards, j);

          if (QD_IS_KEY_RESULT (card))
            look_at_card (question, board, card);
        }
    }
}

/* Nobody is asked about a cycle that is over, when the grace of its last day is, too;
 * nor about one that has not begun, unless one asks what is to come. */
static gboolean
is_on (QdCycle *cycle,
       QdDay    today,
       gboolean ahead)
{
  const QdDay first_day = qd_cycle_get_first_day (cycle);

  return first_day != QD_DAY_NONE && (ahead || first_day <= today) &&
         !qd_rhythm_is_outdated (qd_cycle_get_last_day (cycle), today);
}

/* The boards of a cycle, or the one of them that is asked about. */
static gboolean
look_at_cycle (Question  *question,
               QdStore   *store,
               QdCycle   *cycle,
               QdId       wanted,
               GError   **error)
{
  QdOrderedList *boards = qd_workspace_get_boards (qd_store_get_workspace (store));

  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    {
      QdBoard *board = qd_ordered_list_peek (boards, i);

      if (qd_board_get_cycle (board) != cycle || qd_board_get_closed (board) != QD_DAY_NONE ||
          (wanted != QD_ID_NONE && qd_entity_get_id (QD_ENTITY (board)) != wanted))
        continue;

      if (!qd_store_load_board (store, board, error))
        return FALSE;
      look_at_board (question, board);
    }

  return TRUE;
}

static gboolean
ask (Question  *question,
     QdStore   *store,
     QdId       wanted,
     gboolean   ahead,
     GError   **error)
{
  QdOrderedList *cycles = qd_workspace_get_cycles (qd_store_get_workspace (store));

  for (guint i = 0; i < qd_ordered_list_get_length (cycles); i++)
    {
      QdCycle *cycle = qd_ordered_list_peek (cycles, i);

      if (is_on (cycle, question->today, ahead) &&
          !look_at_cycle (question, store, cycle, wanted, error))
        return FALSE;
    }

  return TRUE;
}

/* What is as late stays in the order in which it stands. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const QdDueItem *one = *(const QdDueItem * const *) a;
  const QdDueItem *other = *(const QdDueItem * const *) b;

  if (one->outdated != other->outdated)
    return one->outdated ? -1 : 1;

  return one->due < other->due ? -1 : one->due > other->due;
}

void
qd_due_item_free (QdDueItem *self)
{
  g_object_unref (self->board);
  g_object_unref (self->key_result);
  g_free (self);
}

/**
 * qd_due_read:
 * @store: a store with models
 * @owner: (nullable): whose key results, as qd_due_is_owned() takes it
 * @board: on which board, or %QD_ID_NONE for all of them
 * @today: a day
 * @error: return location
 *
 * Looks for the key results whose check-in is due on @today or was before, by
 * qd_standing_of(), on boards that are in sight and not closed, and whose cycle is on.
 * The last check-ins of a cycle are due until their grace is over.
 *
 * Returns: (transfer full) (nullable) (element-type QdDueItem): those that are outdated
 *   first, then by the day on which they were due, and as they stand: by cycle, the
 *   newest first, board, column and place
 */
GPtrArray *
qd_due_read (QdStore     *store,
             const char  *owner,
             QdId         board,
             QdDay        today,
             GError     **error)
{
  g_autoptr (GPtrArray) items = NULL;
  Question question;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  items = g_ptr_array_new_with_free_func ((GDestroyNotify) qd_due_item_free);
  question = (Question) { .owner = owner, .today = today, .items = items };
  if (!ask (&question, store, board, FALSE, error))
    return NULL;
  g_ptr_array_sort (items, compare);

  return g_steal_pointer (&items);
}

/**
 * qd_due_find_next:
 * @store: a store with models
 * @owner: (nullable): as for qd_due_read()
 * @board: likewise
 * @today: a day
 * @error: return location
 *
 * Looks for what is not due yet, also in cycles that have not begun.
 *
 * Returns: the day after @today on which the next check-in will be due, or %QD_DAY_NONE;
 *   also where the file could not be read
 */
QdDay
qd_due_find_next (QdStore     *store,
                  const char  *owner,
                  QdId         board,
                  QdDay        today,
                  GError     **error)
{
  g_autoptr (GPtrArray) items = NULL;
  Question question;

  g_return_val_if_fail (QD_IS_STORE (store), QD_DAY_NONE);

  items = g_ptr_array_new_with_free_func ((GDestroyNotify) qd_due_item_free);
  question = (Question) { .owner = owner, .today = today, .items = items };
  if (!ask (&question, store, board, TRUE, error))
    return QD_DAY_NONE;

  return question.next;
}

/**
 * qd_due_is_owned:
 * @card: a card
 * @owner: (nullable): the name of a person, compared as qd_edit_set_owner() does;
 *   %NULL for anybody or nobody
 *
 * Returns: whether it is that person who owns @card
 */
gboolean
qd_due_is_owned (QdCard     *card,
                 const char *owner)
{
  QdPerson *person;

  g_return_val_if_fail (QD_IS_CARD (card), FALSE);

  person = qd_card_get_owner (card);

  return owner == NULL ||
         (person != NULL && qd_find_is_same_title (qd_entity_get_title (QD_ENTITY (person)),
                                                   owner));
}
