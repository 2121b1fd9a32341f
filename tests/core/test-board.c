/* The models of a board: what they hold, and that each change of a property is
 * notified exactly once.
 *
 * Who owns whom is in test-model.c.
 */

#include "config.h"

#include "changes-log.h"
#include "model/qd-board-private.h"
#include "model/qd-card-private.h"
#include "model/qd-column-private.h"
#include "model/qd-cycle-private.h"
#include "model/qd-entity-private.h"
#include "model/qd-key-result-private.h"
#include "model/qd-objective-private.h"
#include "model/qd-ordered-list-private.h"
#include "model/qd-person-private.h"
#include "model/qd-team-private.h"
#include "property-asserts.h"

static void
test_board (void)
{
  QdBoard *board = qd_board_new (1);
  QdTeam *team = qd_team_new (2);
  QdCycle *cycle = qd_cycle_new (3);

  g_assert_cmpint (qd_entity_get_kind (QD_ENTITY (board)), ==, QD_ENTITY_BOARD);
  g_assert_cmpint (qd_board_get_board_kind (board), ==, QD_BOARD_OKR);
  g_assert_false (qd_board_get_loaded (board));

  assert_notifies (board, "", qd_board_set_board_kind (board, QD_BOARD_OKR));
  assert_notifies (board, "team", qd_board_set_team (board, team));
  assert_notifies (board, "", qd_board_set_team (board, team));
  assert_notifies (board, "cycle", qd_board_set_cycle (board, cycle));
  assert_notifies (board, "", qd_board_set_cycle (board, cycle));
  assert_notifies (board, "loaded", qd_board_set_loaded (board, TRUE));
  assert_notifies (board, "", qd_board_set_loaded (board, 2));

  assert_property_int (board, "board-kind", QD_BOARD_OKR);
  assert_property_int (board, "loaded", TRUE);
  assert_property_object (board, "team", team);
  assert_property_object (board, "cycle", cycle);
  assert_property_object (board, "columns", qd_board_get_columns (board));
  assert_property_object (board, "objectives", qd_board_get_objectives (board));
  assert_item_type (qd_board_get_columns (board), QD_TYPE_COLUMN);
  assert_item_type (qd_board_get_objectives (board), QD_TYPE_OBJECTIVE);

  assert_notifies (board, "team", qd_board_set_team (board, NULL));
  g_assert_null (qd_board_get_team (board));
  g_assert_finalize_object (team);

  g_assert_finalize_object (board);
  g_assert_finalize_object (cycle);
}

static void
test_column (void)
{
  QdColumn *column = qd_column_new (1);
  QdBoard *board = qd_board_new (2);

  g_assert_cmpint (qd_entity_get_kind (QD_ENTITY (column)), ==, QD_ENTITY_COLUMN);
  g_assert_cmpint (qd_column_get_role (column), ==, QD_COLUMN_OTHER);
  g_assert_cmpuint (qd_column_get_limit (column), ==, 0);
  g_assert_cmpuint (qd_column_get_n_cards (column), ==, 0);

  assert_notifies (column, "board", qd_column_set_board (column, board));
  assert_notifies (column, "", qd_column_set_board (column, board));
  assert_notifies (column, "role", qd_column_set_role (column, QD_COLUMN_AT_RISK));
  assert_notifies (column, "", qd_column_set_role (column, QD_COLUMN_AT_RISK));
  assert_notifies (column, "limit", qd_column_set_limit (column, 5));
  assert_notifies (column, "", qd_column_set_limit (column, 5));
  assert_notifies (column, "n-cards", qd_column_set_n_cards (column, 12));
  assert_notifies (column, "", qd_column_set_n_cards (column, 12));

  assert_property_object (column, "board", board);
  assert_property_int (column, "role", QD_COLUMN_AT_RISK);
  assert_property_int (column, "limit", 5);
  assert_property_int (column, "n-cards", 12);
  assert_property_object (column, "cards", qd_column_get_cards (column));

  g_assert_finalize_object (board);
  g_assert_null (qd_column_get_board (column));
  g_assert_finalize_object (column);
}

static void
test_column_list_model (void)
{
  QdColumn *column = qd_column_new (1);
  QdOrderedList *cards = g_object_ref (qd_column_get_cards (column));
  g_autoptr (QdEntity) first = QD_ENTITY (qd_key_result_new (2));
  g_autoptr (QdEntity) second = QD_ENTITY (qd_key_result_new (3));

  assert_item_type (column, QD_TYPE_CARD);
  qd_entity_set_rank (first, "A");
  qd_entity_set_rank (second, "B");

  {
    g_autoptr (ChangesLog) log = changes_log_new (G_LIST_MODEL (column));

    qd_ordered_list_insert (cards, second);
    assert_changes (log, "0+1");
    qd_ordered_list_insert (cards, first);
    assert_changes (log, "0+1");
    qd_ordered_list_move (cards, first, "C");
    assert_changes (log, "0-2+2");
    qd_ordered_list_remove (cards, first);
    assert_changes (log, "1-1");
  }

  /* How many cards there are is told by the store, not counted here. */
  g_assert_cmpuint (qd_column_get_n_cards (column), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (column), 1));

  /* The list may outlive the column. */
  g_assert_finalize_object (column);
  qd_ordered_list_insert (cards, first);
  g_assert_finalize_object (cards);
}

static void
test_objective (void)
{
  QdObjective *objective = qd_objective_new (1);
  QdBoard *board = qd_board_new (2);

  g_assert_cmpint (qd_entity_get_kind (QD_ENTITY (objective)), ==, QD_ENTITY_OBJECTIVE);
  g_assert_cmpstr (qd_objective_get_why (objective), ==, "");
  g_assert_cmpuint (qd_objective_get_colour (objective), ==, 0);
  g_assert_cmpint (qd_objective_get_commitment (objective), ==,
                   QD_COMMITMENT_ASPIRATIONAL);
  g_assert_cmpfloat (qd_objective_get_weight (objective), ==, 1.0);
  g_assert_cmpint (qd_objective_get_parent (objective), ==, QD_ID_NONE);

  assert_notifies (objective, "board", qd_objective_set_board (objective, board));
  assert_notifies (objective, "", qd_objective_set_board (objective, board));
  assert_notifies (objective, "why", qd_objective_set_why (objective, "Because"));
  assert_notifies (objective, "", qd_objective_set_why (objective, "Because"));
  assert_notifies (objective, "colour",
                   qd_objective_set_colour (objective, QD_N_COLOURS - 1));
  assert_notifies (objective, "",
                   qd_objective_set_colour (objective, QD_N_COLOURS - 1));
  assert_notifies (objective, "commitment",
                   qd_objective_set_commitment (objective, QD_COMMITMENT_COMMITTED));
  assert_notifies (objective, "",
                   qd_objective_set_commitment (objective, QD_COMMITMENT_COMMITTED));
  assert_notifies (objective, "weight", qd_objective_set_weight (objective, 2.5));
  assert_notifies (objective, "", qd_objective_set_weight (objective, 2.5));
  assert_notifies (objective, "parent", qd_objective_set_parent (objective, 77));
  assert_notifies (objective, "", qd_objective_set_parent (objective, 77));

  assert_property_object (objective, "board", board);
  assert_property_text (objective, "why", "Because");
  assert_property_int (objective, "colour", QD_N_COLOURS - 1);
  assert_property_int (objective, "commitment", QD_COMMITMENT_COMMITTED);
  assert_property_double (objective, "weight", 2.5);
  assert_property_id (objective, "parent", 77);

  g_assert_finalize_object (board);
  g_assert_null (qd_objective_get_board (objective));
  g_assert_finalize_object (objective);
}

static void
test_card (void)
{
  QdCard *card = QD_CARD (qd_key_result_new (1));
  QdColumn *column = qd_column_new (2);
  QdObjective *objective = qd_objective_new (3);
  QdPerson *owner = qd_person_new (4);
  gpointer left = objective;

  g_assert_cmpint (qd_entity_get_kind (QD_ENTITY (card)), ==, QD_ENTITY_CARD);
  g_assert_cmpint (qd_card_get_card_kind (card), ==, QD_CARD_KEY_RESULT);
  g_assert_null (qd_card_get_column (card));
  g_assert_null (qd_card_get_objective (card));
  g_assert_null (qd_card_get_owner (card));
  g_assert_cmpstr (qd_card_get_description (card), ==, "");

  assert_notifies (card, "column", qd_card_set_column (card, column));
  assert_notifies (card, "", qd_card_set_column (card, column));
  assert_notifies (card, "objective", qd_card_set_objective (card, objective));
  assert_notifies (card, "", qd_card_set_objective (card, objective));
  assert_notifies (card, "owner", qd_card_set_owner (card, owner));
  assert_notifies (card, "", qd_card_set_owner (card, owner));
  assert_notifies (card, "description", qd_card_set_description (card, "Words"));
  assert_notifies (card, "", qd_card_set_description (card, "Words"));

  assert_property_int (card, "card-kind", QD_CARD_KEY_RESULT);
  assert_property_object (card, "column", column);
  assert_property_object (card, "objective", objective);
  assert_property_object (card, "owner", owner);
  assert_property_text (card, "description", "Words");

  /* The column is not kept by the card; objective and owner are. */
  g_assert_finalize_object (column);
  g_assert_null (qd_card_get_column (card));
  g_object_unref (objective);
  g_assert_true (QD_IS_OBJECTIVE (qd_card_get_objective (card)));
  assert_notifies (card, "owner", qd_card_set_owner (card, NULL));
  g_assert_finalize_object (owner);

  g_object_add_weak_pointer (G_OBJECT (objective), &left);
  g_assert_finalize_object (card);
  g_assert_null (left);
}

static void
set_current (QdKeyResult *key_result,
             double       current)
{
  QdSummary summary = { .current = current, .confidence = QD_CONFIDENCE_NONE };

  qd_key_result_take_summary (key_result, &summary);
}

static void
test_key_result (void)
{
  QdKeyResult *key_result = qd_key_result_new (1);

  g_assert_cmpint (qd_key_result_get_metric (key_result), ==, QD_METRIC_NONE);
  assert_property_nan (key_result, "baseline");
  assert_property_nan (key_result, "target");
  assert_property_nan (key_result, "current");
  g_assert_cmpstr (qd_key_result_get_unit (key_result), ==, "");
  g_assert_cmpstr (qd_key_result_get_measurement (key_result), ==, "");
  g_assert_cmpfloat (qd_key_result_get_weight (key_result), ==, 1.0);

  assert_notifies (key_result, "", set_current (key_result, NAN));
  assert_notifies (key_result, "metric",
                   qd_key_result_set_metric (key_result, QD_METRIC_CHANGE));
  assert_notifies (key_result, "",
                   qd_key_result_set_metric (key_result, QD_METRIC_CHANGE));
  assert_notifies (key_result, "baseline", qd_key_result_set_baseline (key_result, 40));
  assert_notifies (key_result, "", qd_key_result_set_baseline (key_result, 40));
  assert_notifies (key_result, "target", qd_key_result_set_target (key_result, 60));
  assert_notifies (key_result, "", qd_key_result_set_target (key_result, 60));
  assert_notifies (key_result, "summary current", set_current (key_result, -5.5));
  assert_notifies (key_result, "", set_current (key_result, -5.5));
  assert_notifies (key_result, "unit", qd_key_result_set_unit (key_result, "%"));
  assert_notifies (key_result, "", qd_key_result_set_unit (key_result, "%"));
  assert_notifies (key_result, "measurement",
                   qd_key_result_set_measurement (key_result, "Survey"));
  assert_notifies (key_result, "",
                   qd_key_result_set_measurement (key_result, "Survey"));
  assert_notifies (key_result, "weight", qd_key_result_set_weight (key_result, 0));
  assert_notifies (key_result, "", qd_key_result_set_weight (key_result, 0));

  assert_property_int (key_result, "metric", QD_METRIC_CHANGE);
  assert_property_double (key_result, "baseline", 40);
  assert_property_double (key_result, "target", 60);
  assert_property_double (key_result, "current", -5.5);
  assert_property_text (key_result, "unit", "%");
  assert_property_text (key_result, "measurement", "Survey");
  assert_property_double (key_result, "weight", 0);

  assert_notifies (key_result, "summary current", set_current (key_result, NAN));
  assert_property_nan (key_result, "current");

  g_assert_finalize_object (key_result);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/board/board", test_board);
  g_test_add_func ("/board/column", test_column);
  g_test_add_func ("/board/column/list-model", test_column_list_model);
  g_test_add_func ("/board/objective", test_objective);
  g_test_add_func ("/board/card", test_card);
  g_test_add_func ("/board/key-result", test_key_result);

  return g_test_run ();
}
