/* Whether a board has room for one more objective, and an objective for one more key
 * result, by the limits of the method's advice.
 *
 * Only says so: who goes on asks which one waits, or keeps all.
 */

#include "config.h"

#include "method/qd-coach.h"
#include "qd-focus.h"
#include "qd-key-result.h"

static void
fill (QdFocus *focus,
      guint    n,
      guint    limit)
{
  focus->n = n;
  focus->limit = limit;
  focus->is_full = n >= limit;
}

static guint
count_labelled (QdColumn    *column,
                QdObjective *objective)
{
  QdOrderedList *cards = qd_column_get_cards (column);
  guint n = 0;

  for (guint i = 0; i < qd_ordered_list_get_length (cards); i++)
    {
      gpointer card = qd_ordered_list_peek (cards, i);

      n += QD_IS_KEY_RESULT (card) && qd_card_get_objective (card) == objective;
    }

  return n;
}

/**
 * qd_focus_of_board:
 * @board: a board
 * @focus: (out caller-allocates): how many objectives it has, and should have
 */
void
qd_focus_of_board (QdBoard *board,
                   QdFocus *focus)
{
  g_return_if_fail (QD_IS_BOARD (board));
  g_return_if_fail (focus != NULL);

  fill (focus, qd_ordered_list_get_length (qd_board_get_objectives (board)),
        QD_COACH_MAX_OBJECTIVES);
}

/**
 * qd_focus_of_objective:
 * @objective: an objective, whose board is loaded
 * @focus: (out caller-allocates): how many key results it has, and should have
 */
void
qd_focus_of_objective (QdObjective *objective,
                       QdFocus     *focus)
{
  QdBoard *board;
  guint n = 0;

  g_return_if_fail (QD_IS_OBJECTIVE (objective));
  g_return_if_fail (focus != NULL);

  board = qd_objective_get_board (objective);
  for (guint i = 0;
       board != NULL && i < qd_ordered_list_get_length (qd_board_get_columns (board)); i++)
    n += count_labelled (qd_ordered_list_peek (qd_board_get_columns (board), i), objective);
  fill (focus, n, QD_COACH_MAX_KEY_RESULTS);
}
