/* What the rules of the method say about an objective and about a board, from what
 * they say about each key result.
 *
 * Only sums up and counts: the rules are in core/method. Keeps nothing, and looks at
 * no clock.
 */

#include "config.h"

#include <math.h>

#include "method/qd-pace.h"
#include "method/qd-progress.h"
#include "qd-board-standing.h"

/* What counts of a key result. */
typedef struct
{
  QdObjective *objective;
  double weight;
  QdStanding standing;
} Share;

/* Figures that are rolled up, each with its weight. */
typedef struct
{
  GArray *figures;
  GArray *weights;
} RollUp;

static void
roll_up_init (RollUp *self)
{
  self->figures = g_array_new (FALSE, FALSE, sizeof (double));
  self->weights = g_array_new (FALSE, FALSE, sizeof (double));
}

static void
roll_up_add (RollUp *self,
             double  figure,
             double  weight)
{
  g_array_append_val (self->figures, figure);
  g_array_append_val (self->weights, weight);
}

/* Frees what is in it. */
static double
roll_up_finish (RollUp *self)
{
  const double result = qd_progress_roll_up ((const double *) (gpointer) self->figures->data,
                                             (const double *) (gpointer) self->weights->data,
                                             self->figures->len);

  g_clear_pointer (&self->figures, g_array_unref);
  g_clear_pointer (&self->weights, g_array_unref);

  return result;
}

static void
add_share (GArray      *shares,
           QdKeyResult *key_result,
           QdDay        today)
{
  Share share = { .objective = qd_card_get_objective (QD_CARD (key_result)) };
  QdFacts facts;

  qd_key_result_get_facts (key_result, &facts);
  qd_standing_of (&facts, today, &share.standing);
  share.weight = facts.weight;
  g_array_append_val (shares, share);
}

/* One for each key result of the board, in its order. */
static GArray *
collect_shares (QdBoard *board,
                QdDay    today)
{
  QdOrderedList *columns = qd_board_get_columns (board);
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (Share));

  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdOrderedList *cards = qd_column_get_cards (qd_ordered_list_peek (columns, i));

      for (guint j = 0; j < qd_ordered_list_get_length (cards); j++)
        {
          gpointer card = qd_ordered_list_peek (cards, j);

          if (QD_IS_KEY_RESULT (card))
            add_share (shares, card, today);
        }
    }

  return shares;
}

static void
sum_up_objective (const GArray        *shares,
                  const QdObjective   *objective,
                  QdObjectiveStanding *standing)
{
  g_autoptr (GArray) healths = g_array_new (FALSE, FALSE, sizeof (QdHealth));
  RollUp progress, expected;

  roll_up_init (&progress);
  roll_up_init (&expected);
  for (guint i = 0; i < shares->len; i++)
    {
      const Share *share = &g_array_index (shares, Share, i);

      if (share->objective != objective)
        continue;

      g_array_append_val (healths, share->standing.health);
      roll_up_add (&progress, share->standing.progress, share->weight);
      if (!isnan (share->standing.expected))
        roll_up_add (&expected, share->standing.expected, share->weight);
    }

  standing->n_key_results = healths->len;
  standing->health = qd_pace_weakest ((const QdHealth *) (gpointer) healths->data, healths->len);
  standing->progress = roll_up_finish (&progress);
  standing->expected = roll_up_finish (&expected);
}

static void
add_objective (const GArray      *shares,
               const QdObjective *objective,
               double             weight,
               RollUp            *progress,
               RollUp            *expected)
{
  QdObjectiveStanding standing;

  sum_up_objective (shares, objective, &standing);
  if (standing.n_key_results == 0)
    return;

  roll_up_add (progress, standing.progress, weight);
  if (!isnan (standing.expected))
    roll_up_add (expected, standing.expected, weight);
}

static void
count (const GArray    *shares,
       QdBoardStanding *standing)
{
  g_autoptr (GArray) healths = g_array_new (FALSE, FALSE, sizeof (QdHealth));

  standing->n_key_results = shares->len;
  standing->n_due = 0;
  standing->n_outdated = 0;
  for (guint i = 0; i < shares->len; i++)
    {
      const QdStanding *one = &g_array_index (shares, Share, i).standing;

      g_array_append_val (healths, one->health);
      standing->n_due += one->is_due ? 1 : 0;
      standing->n_outdated += one->outdated ? 1 : 0;
    }

  standing->net_confidence = 0;
  standing->has_net_confidence =
    qd_confidence_net ((const QdHealth *) (gpointer) healths->data, healths->len,
                       &standing->net_confidence);
}

/**
 * qd_objective_standing_of:
 * @board: a board that is loaded
 * @objective: (nullable): one of its objectives, or %NULL for the key results that
 *   belong to none
 * @today: a day
 * @standing: (out caller-allocates): what the rules say
 *
 * Sums up the key results of an objective, by the method's rule for roll-ups: progress
 * and expected progress by weight, health of the weakest. A key result that has no
 * progress counts as 0; one of which nothing is expected is left out of what is.
 */
void
qd_objective_standing_of (QdBoard             *board,
                          QdObjective         *objective,
                          QdDay                today,
                          QdObjectiveStanding *standing)
{
  g_autoptr (GArray) shares = NULL;

  g_return_if_fail (QD_IS_BOARD (board));
  g_return_if_fail (objective == NULL || QD_IS_OBJECTIVE (objective));
  g_return_if_fail (standing != NULL);

  shares = collect_shares (board, today);
  sum_up_objective (shares, objective, standing);
}

/**
 * qd_board_standing_of:
 * @board: a board that is loaded
 * @today: a day
 * @standing: (out caller-allocates): what the rules say
 *
 * Sums up the objectives of a board, by the method's rule for roll-ups: the mean of
 * their progress and of their expected progress, by their weights. An objective
 * without key results does not count. Key results without an objective, if any, count
 * as one more objective of weight 1.
 */
void
qd_board_standing_of (QdBoard         *board,
                      QdDay            today,
                      QdBoardStanding *standing)
{
  g_autoptr (GArray) shares = NULL;
  QdOrderedList *objectives;
  RollUp progress, expected;

  g_return_if_fail (QD_IS_BOARD (board));
  g_return_if_fail (standing != NULL);

  shares = collect_shares (board, today);
  objectives = qd_board_get_objectives (board);
  roll_up_init (&progress);
  roll_up_init (&expected);
  for (guint i = 0; i < qd_ordered_list_get_length (objectives); i++)
    {
      QdObjective *objective = qd_ordered_list_peek (objectives, i);

      add_objective (shares, objective, qd_objective_get_weight (objective), &progress,
                     &expected);
    }
  add_objective (shares, NULL, 1.0, &progress, &expected);

  standing->progress = roll_up_finish (&progress);
  standing->expected = roll_up_finish (&expected);
  count (shares, standing);
}
