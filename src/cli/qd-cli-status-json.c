/* "status" for programs. The keys are promised in README.md, as are those of
 * qd-cli-json.c.
 */

#include "config.h"

#include "model/qd-board-standing.h"
#include "qd-cli-json.h"
#include "qd-cli-status-private.h"

static void
add_standing (QdJson  *json,
              QdBoard *board,
              QdDay    today)
{
  QdBoardStanding standing;

  qd_board_standing_of (board, today, &standing);
  qd_json_add_number (json, "progress", standing.progress);
  qd_json_add_number (json, "expected", standing.expected);
  if (standing.has_net_confidence)
    qd_json_add_integer (json, "net_confidence", standing.net_confidence);
  else
    qd_json_add_text (json, "net_confidence", NULL);
  qd_json_add_integer (json, "n_key_results", standing.n_key_results);
  qd_json_add_integer (json, "n_due", standing.n_due);
  qd_json_add_integer (json, "n_outdated", standing.n_outdated);
}

static void
add_objectives (QdJson  *json,
                QdBoard *board,
                QdDay    today)
{
  QdOrderedList *objectives = qd_board_get_objectives (board);

  qd_json_begin_array (json, "objectives");
  for (guint i = 0; i < qd_ordered_list_get_length (objectives); i++)
    {
      QdObjective *objective = qd_ordered_list_peek (objectives, i);
      QdObjectiveStanding standing;

      qd_objective_standing_of (board, objective, today, &standing);
      qd_json_begin_object (json, NULL);
      qd_json_add_id (json, "id", qd_entity_get_id (QD_ENTITY (objective)));
      qd_json_add_text (json, "title", qd_entity_get_title (QD_ENTITY (objective)));
      qd_json_add_number (json, "weight", qd_objective_get_weight (objective));
      qd_json_add_number (json, "progress", standing.progress);
      qd_json_add_number (json, "expected", standing.expected);
      qd_cli_json_add_term (json, "health", QD_TYPE_HEALTH, (int) standing.health);
      qd_json_add_integer (json, "n_key_results", standing.n_key_results);
      qd_json_end_object (json);
    }
  qd_json_end_array (json);
}

static void
add_cards (QdJson   *json,
           QdColumn *column,
           QdDay     today)
{
  QdOrderedList *cards = qd_column_get_cards (column);

  qd_json_begin_array (json, "cards");
  for (guint i = 0; i < qd_ordered_list_get_length (cards); i++)
    {
      gpointer card = qd_ordered_list_peek (cards, i);
      QdStanding standing;
      QdFacts facts;

      if (!QD_IS_KEY_RESULT (card))
        continue;

      qd_key_result_get_facts (card, &facts);
      qd_standing_of (&facts, today, &standing);
      qd_json_begin_object (json, NULL);
      qd_cli_json_add_card (json, card, &standing);
      qd_json_end_object (json);
    }
  qd_json_end_array (json);
}

static void
add_board (QdJson  *json,
           QdBoard *board,
           QdDay    today)
{
  QdOrderedList *columns = qd_board_get_columns (board);

  qd_json_begin_object (json, NULL);
  qd_json_add_id (json, "id", qd_entity_get_id (QD_ENTITY (board)));
  qd_json_add_text (json, "title", qd_entity_get_title (QD_ENTITY (board)));
  qd_cli_json_add_cycle (json, qd_board_get_cycle (board), today);
  add_standing (json, board, today);
  add_objectives (json, board, today);
  qd_json_begin_array (json, "columns");
  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdColumn *column = qd_ordered_list_peek (columns, i);

      qd_cli_json_begin_column (json, NULL, column);
      add_cards (json, column, today);
      qd_json_end_object (json);
    }
  qd_json_end_array (json);
  qd_json_end_object (json);
}

/**
 * qd_cli_status_dup_json:
 * @boards: (element-type QdBoard): boards that are loaded
 * @today: the day
 *
 * Returns: (transfer full): how they stand, as JSON
 */
char *
qd_cli_status_dup_json (GPtrArray *boards,
                        QdDay      today)
{
  g_autoptr (QdJson) json = qd_json_new ();

  qd_json_begin_object (json, NULL);
  qd_json_add_day (json, "day", today);
  qd_json_begin_array (json, "boards");
  for (guint i = 0; i < boards->len; i++)
    add_board (json, g_ptr_array_index (boards, i), today);
  qd_json_end_array (json);
  qd_json_end_object (json);

  return qd_json_dup_text (json);
}
