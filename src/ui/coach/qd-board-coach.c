/* Advice about a board as it is in the models.
 *
 * Only puts together what the rules want to know, and parts what was answered
 * from what was not. It changes nothing, and looks at no clock. Card by card, as
 * to read all titles of a large board takes a while.
 */

#include "config.h"

#include "model/qd-key-result.h"
#include "store/qd-details.h"
#include "store/qd-find.h"

#include "qd-board-coach.h"

struct _QdBoardCoach
{
  QdStore *store;
  QdBoard *board;
  QdDay today;

  GArray *objectives; /* of QdCoachObjective; good while the board stays as it is */
  GArray *cards;      /* of QdCoachCard, without facts; likewise */
  GPtrArray *results; /* (element-type QdKeyResult): of the same cards */
  guint n_done;

  GPtrArray *open;
  GPtrArray *dismissed;
};

static void
add_objective (QdBoardCoach *self,
               QdEntity     *entity)
{
  QdCoachObjective objective = {
    .id = qd_entity_get_id (entity),
    .parent = qd_objective_get_parent (QD_OBJECTIVE (entity)),
    .title = qd_entity_get_title (entity),
  };

  g_array_append_val (self->objectives, objective);
}

static void
add_card (QdBoardCoach *self,
          QdKeyResult  *result)
{
  QdObjective *objective = qd_card_get_objective (QD_CARD (result));
  QdCoachCard card = {
    .id = qd_entity_get_id (QD_ENTITY (result)),
    .objective = objective != NULL ? qd_entity_get_id (QD_ENTITY (objective)) : 0,
    .title = qd_entity_get_title (QD_ENTITY (result)),
    .has_owner = qd_card_get_owner (QD_CARD (result)) != NULL,
    .has_measurement = *qd_key_result_get_measurement (result) != '\0',
    .result = qd_key_result_get_result (result),
  };

  g_array_append_val (self->cards, card);
  g_ptr_array_add (self->results, g_object_ref (result));
}

static void
collect (QdBoardCoach *self)
{
  QdOrderedList *objectives = qd_board_get_objectives (self->board);
  QdOrderedList *columns = qd_board_get_columns (self->board);

  for (guint i = 0; i < qd_ordered_list_get_length (objectives); i++)
    add_objective (self, qd_ordered_list_peek (objectives, i));

  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdOrderedList *cards = qd_column_get_cards (qd_ordered_list_peek (columns, i));

      for (guint j = 0; j < qd_ordered_list_get_length (cards); j++)
        {
          gpointer card = qd_ordered_list_peek (cards, j);

          if (QD_IS_KEY_RESULT (card))
            add_card (self, card);
        }
    }
}

/* The objectives of a board are known only once it was loaded; those of the others
 * are counted in the file. */
static gboolean
has_objectives (QdStore *store,
                QdBoard *board,
                QdCycle *cycle)
{
  QdBoardPlan plan;
  guint n_objectives = 0;

  if (qd_board_get_loaded (board))
    return qd_ordered_list_get_length (qd_board_get_objectives (board)) > 0;

  return qd_find_board (store, qd_entity_get_title (QD_ENTITY (board)),
                        qd_entity_get_id (QD_ENTITY (cycle)), &plan, &n_objectives, NULL) &&
         n_objectives > 0;
}

static gboolean
is_anyone_above (QdStore *store,
                 QdBoard *board)
{
  QdCycle *cycle = qd_board_get_cycle (board);
  QdOrderedList *boards;

  if (cycle == NULL)
    return FALSE;

  boards = qd_workspace_get_boards (qd_store_get_workspace (store));
  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    {
      QdBoard *other = qd_ordered_list_peek (boards, i);

      if (other != board && qd_board_get_cycle (other) == cycle &&
          has_objectives (store, other, cycle))
        return TRUE;
    }

  return FALSE;
}

/* Cards know which advice was answered. */
static gboolean
is_answered (QdStore        *store,
             const QdAdvice *advice)
{
  QdEntity *subject = qd_store_lookup (store, advice->subject);
  g_autofree char *answer = NULL;

  if (QD_IS_KEY_RESULT (subject))
    return qd_key_result_is_answered (QD_KEY_RESULT (subject), advice->rule, advice->facts);

  answer = qd_board_coach_dup_answer (store, advice);

  return answer != NULL;
}

/* Takes the advice, and parts it. */
static void
sort_in (QdBoardCoach *self,
         GPtrArray    *advices)
{
  g_ptr_array_set_free_func (advices, NULL);
  for (guint i = 0; i < advices->len; i++)
    {
      QdAdvice *advice = g_ptr_array_index (advices, i);

      g_ptr_array_add (is_answered (self->store, advice) ? self->dismissed : self->open,
                       advice);
    }
}

static GPtrArray *
new_advices (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) qd_advice_free);
}

static void
advise_objectives (QdBoardCoach *self)
{
  const QdCoachBoard board = {
    .id = qd_entity_get_id (QD_ENTITY (self->board)),
    .objectives = (const QdCoachObjective *) (gpointer) self->objectives->data,
    .n_objectives = self->objectives->len,
    .cards = (const QdCoachCard *) (gpointer) self->cards->data,
    .n_cards = self->cards->len,
    .anyone_above = is_anyone_above (self->store, self->board),
  };
  g_autoptr (GPtrArray) advices = new_advices ();

  qd_coach_advise_objectives (&board, advices);
  sort_in (self, advices);
}

static void
advise_card (QdBoardCoach *self,
             guint         i)
{
  QdCoachCard card = g_array_index (self->cards, QdCoachCard, i);
  g_autoptr (GPtrArray) advices = new_advices ();
  QdFacts facts;
  QdStanding standing;

  qd_key_result_get_facts (g_ptr_array_index (self->results, i), &facts);
  qd_standing_of (&facts, self->today, &standing);
  card.facts = &facts;
  card.standing = &standing;

  qd_coach_advise_card (&card, self->today, advices);
  sort_in (self, advices);
}

/**
 * qd_board_coach_new:
 * @store: the file that the board is in
 * @board: a board that is loaded
 * @today: a day
 *
 * Begins to look at a board, with all but its cards. When the board changes, nobody
 * may look on; what is known by then can still be read.
 *
 * Returns: (transfer full): advice so far
 */
QdBoardCoach *
qd_board_coach_new (QdStore *store,
                    QdBoard *board,
                    QdDay    today)
{
  QdBoardCoach *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (QD_IS_BOARD (board), NULL);

  self = g_rc_box_new0 (QdBoardCoach);
  self->store = g_object_ref (store);
  self->board = g_object_ref (board);
  self->today = today;
  self->objectives = g_array_new (FALSE, FALSE, sizeof (QdCoachObjective));
  self->cards = g_array_new (FALSE, FALSE, sizeof (QdCoachCard));
  self->results = g_ptr_array_new_with_free_func (g_object_unref);
  self->open = new_advices ();
  self->dismissed = new_advices ();

  collect (self);
  advise_objectives (self);

  return self;
}

static void
clear (gpointer data)
{
  QdBoardCoach *self = data;

  g_ptr_array_unref (self->open);
  g_ptr_array_unref (self->dismissed);
  g_ptr_array_unref (self->results);
  g_array_unref (self->cards);
  g_array_unref (self->objectives);
  g_object_unref (self->board);
  g_object_unref (self->store);
}

/**
 * qd_board_coach_ref:
 * @self: advice on a board
 *
 * Returns: (transfer full): the same
 */
QdBoardCoach *
qd_board_coach_ref (QdBoardCoach *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

/**
 * qd_board_coach_unref:
 * @self: (transfer full): advice on a board
 */
void
qd_board_coach_unref (QdBoardCoach *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, clear);
}

/**
 * qd_board_coach_get_board:
 * @self: advice on a board
 *
 * Returns: (transfer none): the board
 */
QdBoard *
qd_board_coach_get_board (QdBoardCoach *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->board;
}

/**
 * qd_board_coach_step:
 * @self: advice on a board
 * @n_cards: how many cards to look at, at most
 *
 * Returns: whether there are more cards to look at
 */
gboolean
qd_board_coach_step (QdBoardCoach *self,
                     guint         n_cards)
{
  const guint left = self->cards->len - self->n_done;
  const guint end = self->n_done + MIN (left, n_cards);

  while (self->n_done < end)
    advise_card (self, self->n_done++);

  return !qd_board_coach_is_done (self);
}

/**
 * qd_board_coach_is_done:
 * @self: advice on a board
 *
 * Returns: whether it has looked at all cards
 */
gboolean
qd_board_coach_is_done (QdBoardCoach *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->n_done == self->cards->len;
}

/**
 * qd_board_coach_get_open:
 * @self: advice on a board
 *
 * Returns: (transfer none) (element-type QdAdvice): what nobody answered while it
 *   rested on the same facts, so far
 */
GPtrArray *
qd_board_coach_get_open (QdBoardCoach *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->open;
}

/**
 * qd_board_coach_get_dismissed:
 * @self: advice on a board
 *
 * Returns: (transfer none) (element-type QdAdvice): what somebody answered, so far
 */
GPtrArray *
qd_board_coach_get_dismissed (QdBoardCoach *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->dismissed;
}

/**
 * qd_board_coach_dup_answer:
 * @store: the file
 * @advice: advice about something in it
 *
 * Returns: (transfer full) (nullable): what somebody answered, "" where it was only
 *   dismissed; %NULL where nobody did
 */
char *
qd_board_coach_dup_answer (QdStore        *store,
                           const QdAdvice *advice)
{
  g_autoptr (GError) error = NULL;
  char *answer;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (advice != NULL, NULL);

  answer = qd_details_dup_answer (store, advice->subject, advice->rule, advice->facts,
                                  &error);
  if (error != NULL)
    g_warning ("Cannot read what was answered: %s", error->message);

  return answer;
}
