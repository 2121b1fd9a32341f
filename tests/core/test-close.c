/* The end of a cycle: what is asked of each key result, what that makes of the
 * objectives and the board, and what goes on on the board of the next cycle.
 *
 * That a closed board stays as it was is tested in test-closed.c.
 */

#include "config.h"

#include "card-fixture.h"
#include "method-cases.h"
#include "state-dump.h"
#include "store/qd-closing.h"
#include "store/qd-details.h"
#include "store/qd-edit-align.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-checkin.h"
#include "store/qd-edit-close.h"
#include "store/qd-edit.h"
#include "store/qd-undo.h"

#define TODAY card_fixture_day (31)

static QdClosing *
read_closing (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  QdClosing *closing = qd_closing_read (fixture->store, fixture->board, TODAY, &error);

  g_assert_no_error (error);

  return closing;
}

static QdId
new_card (Fixture    *fixture,
          const char *title,
          QdId        objective)
{
  const QdCardNumbers numbers = { QD_METRIC_CHANGE, 0, 100, "users" };
  g_autoptr (GError) error = NULL;
  QdId card = qd_edit_new_card (fixture->store, fixture->columns[1], title, objective, &numbers,
                                &error);

  g_assert_no_error (error);

  return card;
}

static void
say (Fixture *fixture,
     QdId     card,
     double   value)
{
  const QdCheckinDraft draft = {
    .day = card_fixture_day (20), .value = value, .confidence = 7,
  };
  g_autoptr (GError) error = NULL;

  qd_edit_check_in (fixture->store, card, &draft, &error);
  g_assert_no_error (error);
}

static void
judge (Fixture    *fixture,
       QdId        card,
       double      grade,
       QdDecision  decision)
{
  g_autoptr (GError) error = NULL;

  qd_edit_set_grade (fixture->store, card, grade, NULL, &error);
  g_assert_no_error (error);
  qd_edit_set_decision (fixture->store, card, decision, &error);
  g_assert_no_error (error);
}

/* Objectives and key results by their titles, what they lack, and the proposed grades. */
static char *
describe (const QdClosing *closing)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < closing->objectives->len; i++)
    {
      const QdClosingObjective *objective = closing->objectives->pdata[i];

      g_string_append_printf (text, "[%s", objective->title);
      for (guint j = 0; j < objective->cards->len; j++)
        {
          const QdClosingCard *card = objective->cards->pdata[j];

          g_assert_cmpint (card->objective, ==, objective->id);
          g_string_append_printf (text, " %s:%.1f:%d", card->title, card->proposed,
                                  (int) card->lacks);
        }
      g_string_append (text, "]");
    }

  return g_string_free (text, FALSE);
}

static void
test_read (Fixture       *fixture,
           gconstpointer  data)
{
  QdStore *store = fixture->store;
  const QdId safe = qd_edit_new_objective (store, fixture->board, "Keep", NULL, 1, QD_ID_NONE,
                                           NULL);
  const QdId far = new_card (fixture, "Far", fixture->objective);
  const QdId beyond = new_card (fixture, "Beyond", fixture->objective);
  g_autoptr (QdClosing) closing = NULL;
  g_autofree char *text = NULL;

  qd_edit_new_objective (store, fixture->board, "Empty", NULL, 2, QD_ID_NONE, NULL);
  new_card (fixture, "Sure", safe);
  say (fixture, far, 82);
  say (fixture, beyond, 151);
  g_assert_true (qd_edit_set_commitment (store, safe, QD_COMMITMENT_COMMITTED, NULL));

  closing = read_closing (fixture);
  text = describe (closing);
  g_assert_cmpstr (text, ==, "[Delight Far:0.8:3 Beyond:1.0:7][Keep Sure:0.0:7][Empty]"
                             "[ Raise NPS:0.2:7]");
  g_assert_cmpstr (closing->title, ==, "Growth");
  g_assert_cmpint (closing->board, ==, fixture->board);
  g_assert_cmpuint (closing->closed, ==, QD_DAY_NONE);
  g_assert_cmpuint (closing->n_cards, ==, 4);
  g_assert_cmpuint (closing->n_ungraded, ==, 4);
  g_assert_cmpuint (closing->n_open, ==, 4);
  g_assert_cmpuint (closing->n_left, ==, 4);
  g_assert_cmpint (closing->next, ==, far);
  g_assert_cmpstr (closing->refusal, ==, "4 key results are not graded yet.");
  g_assert_cmpstr (closing->sentence, ==, "");
  g_assert_true (isnan (closing->grade));
  assert_figure (qd_closing_find_card (closing, far)->last, 82);
  assert_figure (qd_closing_find_card (closing, beyond)->progress, 1.51);
  g_assert_cmpint (qd_closing_find_card (closing, far)->role, ==, QD_COLUMN_IN_PROGRESS);
  g_assert_null (qd_closing_find_card (closing, fixture->objective));
}

/* What is still to be said gets less, in the order of the page. */
static void
test_resume (Fixture       *fixture,
             gconstpointer  data)
{
  QdStore *store = fixture->store;
  const QdId first = new_card (fixture, "First", fixture->objective);
  g_autoptr (GError) error = NULL;
  g_autoptr (QdClosing) closing = NULL;

  g_assert_false (qd_edit_close_board (store, fixture->board, TODAY, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "2 key results are not graded yet.");
  g_clear_error (&error);

  judge (fixture, first, 0.7, QD_DECISION_DONE);
  closing = read_closing (fixture);
  g_assert_cmpuint (closing->n_left, ==, 1);
  g_assert_cmpint (closing->next, ==, fixture->card);
  g_assert_cmpstr (closing->refusal, ==, "1 key result is not graded yet.");
  assert_figure (closing->grade, 0.7);
  g_assert_cmpstr (closing->sentence, ==, "This was a healthy stretch.");
  g_clear_pointer (&closing, qd_closing_free);

  g_assert_true (qd_edit_set_grade (store, fixture->card, 0.2, "Too few answers", NULL));
  g_assert_false (qd_edit_close_board (store, fixture->board, TODAY, &error));
  g_assert_cmpstr (error->message, ==,
                   "Nobody has decided yet what becomes of 1 key result.");

  /* What was learned is asked for, and not demanded: what is open comes before it. */
  g_assert_true (qd_edit_set_decision (store, fixture->card, QD_DECISION_CARRY_OVER, NULL));
  g_assert_true (qd_edit_set_grade (store, first, 0.1, "Nobody had time", NULL));
  g_assert_true (qd_edit_set_decision (store, fixture->card, QD_DECISION_NONE, NULL));
  closing = read_closing (fixture);
  g_assert_cmpuint (closing->n_open, ==, 1);
  g_assert_cmpuint (closing->n_left, ==, 2);
  g_assert_cmpint (closing->next, ==, fixture->card);
  g_clear_pointer (&closing, qd_closing_free);

  g_assert_true (qd_edit_set_grade (store, first, 0.7, NULL, NULL));
  g_assert_true (qd_edit_set_decision (store, fixture->card, QD_DECISION_CARRY_OVER, NULL));
  closing = read_closing (fixture);
  g_assert_cmpuint (closing->n_open, ==, 0);
  g_assert_cmpuint (closing->n_left, ==, 1);
  g_assert_cmpint (qd_closing_find_card (closing, fixture->card)->lacks, ==,
                   QD_CLOSING_LACKS_LEARNING);
  g_assert_null (closing->refusal);
  g_clear_pointer (&closing, qd_closing_free);

  g_assert_true (qd_edit_set_text (store, fixture->card, QD_FIELD_CARD_LEARNING, "Ask sooner",
                                   FALSE, NULL));
  g_assert_true (qd_edit_close_board (store, fixture->board, TODAY, NULL));
  closing = read_closing (fixture);
  g_assert_cmpuint (closing->n_left, ==, 0);
  g_assert_cmpint (closing->next, ==, QD_ID_NONE);
  g_assert_cmpuint (closing->closed, ==, TODAY);
  g_assert_null (closing->refusal);
  g_assert_cmpstr (qd_closing_find_card (closing, fixture->card)->reason, ==, "Too few answers");
  g_assert_cmpstr (qd_closing_find_card (closing, fixture->card)->learning, ==, "Ask sooner");
  assert_figure (closing->grade, 0.45);
}

/* By weight, of what is graded; key results without an objective count as one more. */
static void
test_means (Fixture       *fixture,
            gconstpointer  data)
{
  QdStore *store = fixture->store;
  const QdId other = qd_edit_new_objective (store, fixture->board, "Other", NULL, 1, QD_ID_NONE,
                                            NULL);
  const QdId heavy = new_card (fixture, "Heavy", fixture->objective);
  const QdId light = new_card (fixture, "Light", fixture->objective);
  const QdClosingObjective *objective;
  g_autoptr (QdClosing) closing = NULL;

  new_card (fixture, "Ungraded", other);
  g_assert_true (qd_edit_set_figure (store, heavy, QD_FIELD_CARD_WEIGHT, 3, NULL));
  g_assert_true (qd_edit_set_figure (store, fixture->objective, QD_FIELD_OBJECTIVE_WEIGHT, 4,
                                     NULL));
  judge (fixture, heavy, 0.8, QD_DECISION_DONE);
  judge (fixture, light, 0.4, QD_DECISION_DONE);
  judge (fixture, fixture->card, 0.2, QD_DECISION_DONE);

  closing = read_closing (fixture);
  objective = closing->objectives->pdata[0];
  assert_figure (objective->grade, 0.7);
  assert_figure (((const QdClosingObjective *) closing->objectives->pdata[1])->grade, NAN);
  assert_figure (((const QdClosingObjective *) closing->objectives->pdata[2])->grade, 0.2);
  assert_figure (closing->grade, (4 * 0.7 + 0.2) / 5);
}

static void
test_accept (Fixture       *fixture,
             gconstpointer  data)
{
  const QdId far = new_card (fixture, "Far", fixture->objective);
  const QdId given = new_card (fixture, "Given", fixture->objective);
  const gint64 n_entries = card_fixture_count (fixture) + 2;
  g_autoptr (QdClosing) closing = NULL;

  say (fixture, far, 82);
  g_assert_true (qd_edit_set_grade (fixture->store, given, 0.3, "By hand", NULL));
  g_assert_true (qd_edit_accept_grades (fixture->store, fixture->board, TODAY, NULL));
  g_assert_cmpint (card_fixture_count (fixture), ==, n_entries + 1);
  closing = read_closing (fixture);
  assert_figure (qd_closing_find_card (closing, far)->grade, 0.8);
  assert_figure (qd_closing_find_card (closing, given)->grade, 0.3);
  assert_figure (qd_closing_find_card (closing, fixture->card)->grade, 0.2);

  /* Nothing is left to accept. */
  g_assert_true (qd_edit_accept_grades (fixture->store, fixture->board, TODAY, NULL));
  g_assert_cmpint (card_fixture_count (fixture), ==, n_entries + 1);
}

static void
test_no_grade (Fixture       *fixture,
               gconstpointer  data)
{
  static const double wrong[] = { -0.1, 1.1, INFINITY, -INFINITY };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (qd_edit_set_grade (fixture->store, fixture->card, wrong[i], NULL, &error));
      g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, "A grade is a number from 0 to 1, as in 0.7.");
    }
}

/* What a key result was, and with what its next one begins. */
static const struct figures
{
  const char *name;
  QdMetricKind metric;
  double baseline;
  double target;
  double upper;
  double last;
  double next_baseline;
  double next_target;
} figures[] = {
  { "change", QD_METRIC_CHANGE, 10, 20, NAN, 12, 12, 20 },
  { "change/down", QD_METRIC_CHANGE, 20, 10, NAN, 18, 18, 10 },
  { "change/wrong-way", QD_METRIC_CHANGE, 10, 20, NAN, 5, 5, 20 },
  { "change/nothing-said", QD_METRIC_CHANGE, 10, 20, NAN, NAN, 10, 20 },
  { "change/reached", QD_METRIC_CHANGE, 10, 20, NAN, 20, 20, NAN },
  { "change/exceeded", QD_METRIC_CHANGE, 10, 20, NAN, 25, 25, NAN },
  { "change/down-exceeded", QD_METRIC_CHANGE, 20, 10, NAN, 5, 5, NAN },
  { "change/no-baseline", QD_METRIC_CHANGE, NAN, 20, NAN, 12, 12, 20 },
  { "change/no-baseline-reached", QD_METRIC_CHANGE, NAN, 20, NAN, 20, 20, NAN },
  { "change/no-target", QD_METRIC_CHANGE, 10, NAN, NAN, 12, 12, NAN },
  { "at-least", QD_METRIC_AT_LEAST, NAN, 99.5, NAN, 99.1, NAN, 99.5 },
  { "at-least/inside", QD_METRIC_AT_LEAST, NAN, 99.5, NAN, 99.9, NAN, 99.5 },
  { "at-most", QD_METRIC_AT_MOST, 3, 5, NAN, 7, 3, 5 },
  { "within", QD_METRIC_WITHIN, NAN, 5, 9, 7, NAN, 5 },
  { "yes-no", QD_METRIC_YES_NO, NAN, NAN, NAN, 1, NAN, NAN },
  { "none", QD_METRIC_NONE, 1, 2, NAN, 2, 1, 2 },
};

static QdId
plan (Fixture     *fixture,
      const QdId  *cards,
      guint        n_cards)
{
  const QdNextPlan next = {
    .cycle_title = " 2027\nQ1 ", .first_day = qd_day_new (2027, 1, 1),
    .last_day = qd_day_new (2027, 3, 31), .cards = cards, .n_cards = n_cards,
  };
  g_autoptr (GError) error = NULL;
  QdId board = qd_edit_plan_next (fixture->store, fixture->board, &next, &error);

  g_assert_no_error (error);
  g_assert_cmpint (board, !=, QD_ID_NONE);
  fixture_load_board (fixture->store, board);

  return board;
}

/* The key result at a place of the column Not Started. */
static QdKeyResult *
peek_next (Fixture *fixture,
           QdId     board,
           guint    position)
{
  QdColumn *column = QD_COLUMN (qd_store_lookup (fixture->store,
                                                 fixture_column (fixture->store, board, 0)));
  gpointer card = qd_ordered_list_peek (qd_column_get_cards (column), position);

  g_assert_true (QD_IS_KEY_RESULT (card));

  return card;
}

static void
test_figures (Fixture       *fixture,
              gconstpointer  data)
{
  const struct figures *c = data;
  const QdCardNumbers numbers = { c->metric, c->baseline, c->target, "km" };
  const QdId card = qd_edit_new_card (fixture->store, fixture->columns[1], "Go", QD_ID_NONE,
                                      &numbers, NULL);
  QdKeyResult *next;

  g_assert_true (qd_edit_set_figure (fixture->store, card, QD_FIELD_CARD_UPPER, c->upper, NULL));
  if (!isnan (c->last))
    say (fixture, card, c->last);
  next = peek_next (fixture, plan (fixture, &card, 1), 0);
  g_assert_cmpint (qd_key_result_get_metric (next), ==, c->metric);
  assert_figure (qd_key_result_get_baseline (next), c->next_baseline);
  assert_figure (qd_key_result_get_target (next), c->next_target);
  assert_figure (qd_key_result_get_upper (next), c->upper);
  assert_figure (qd_key_result_get_current (next), NAN);
  assert_figure (qd_key_result_get_grade (next), NAN);
  g_assert_cmpstr (qd_key_result_get_unit (next), ==, "km");
}

/* Where the title says where it began, it goes on where it came to, but for what arrived
 * and waits for a new target.
 */
static void
test_title (Fixture       *fixture,
            gconstpointer  data)
{
  const QdCardNumbers numbers = { QD_METRIC_CHANGE, 10, 20, "km" };
  const double values[] = { 12, 20 };
  QdId cards[G_N_ELEMENTS (values)];
  QdId board;

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      cards[i] = qd_edit_new_card (fixture->store, fixture->columns[1], "Go from 10 to 20 km",
                                   QD_ID_NONE, &numbers, NULL);
      say (fixture, cards[i], values[i]);
    }

  board = plan (fixture, cards, G_N_ELEMENTS (cards));
  g_assert_cmpstr (qd_entity_get_title (QD_ENTITY (peek_next (fixture, board, 0))), ==,
                   "Go from 12 to 20 km");
  g_assert_cmpstr (qd_entity_get_title (QD_ENTITY (peek_next (fixture, board, 1))), ==,
                   "Go from 10 to 20 km");
}

static void
assert_titles (QdOrderedList *list,
               const char    *expected)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < qd_ordered_list_get_length (list); i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? ", " : "",
                            qd_entity_get_title (qd_ordered_list_peek (list, i)));
  g_assert_cmpstr (titles->str, ==, expected);
}

/* Planned twice, all would be there twice; what the board came to rests on its days. */
static void
test_once (Fixture       *fixture,
           gconstpointer  data)
{
  QdStore *store = fixture->store;
  QdCycle *cycle = qd_board_get_cycle (QD_BOARD (qd_store_lookup (store, fixture->board)));
  const QdId id = qd_entity_get_id (QD_ENTITY (cycle));
  const char *title = qd_entity_get_title (QD_ENTITY (cycle));
  const QdDay first_day = qd_cycle_get_first_day (cycle);
  const QdDay last_day = qd_cycle_get_last_day (cycle);
  const QdNextPlan again = {
    .cycle_title = "2027 Q1", .first_day = qd_day_new (2027, 1, 1),
    .last_day = qd_day_new (2027, 3, 31),
  };
  g_autoptr (GError) error = NULL;
  QdId next;

  judge (fixture, fixture->card, 0.2, QD_DECISION_CARRY_OVER);
  g_assert_true (qd_edit_close_board (store, fixture->board, TODAY, NULL));
  g_assert_false (qd_edit_change_cycle (store, id, title, first_day, last_day + 7, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpuint (qd_cycle_get_last_day (cycle), ==, last_day);
  g_assert_true (qd_edit_change_cycle (store, id, "Autumn", first_day, last_day, NULL));

  next = plan (fixture, NULL, 0);
  g_assert_cmpint (qd_edit_plan_next (store, fixture->board, &again, &error), ==, QD_ID_NONE);
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
  g_assert_true (qd_edit_archive (store, QD_ENTITY_BOARD, next, TRUE, NULL));
  plan (fixture, NULL, 0);
}

/* One of everything: what comes along, and what stays behind. */
static void
test_next (Fixture       *fixture,
           gconstpointer  data)
{
  const QdRhythm rhythm = { 14, G_DATE_TUESDAY };
  QdStore *store = fixture->store;
  g_autoptr (QdDetails) details = NULL;
  g_autofree char *name = NULL;
  QdKeyResult *next;
  QdBoard *board;
  QdRhythm got;

  g_assert_true (qd_edit_set_rhythm (store, fixture->board, &rhythm, NULL));
  g_assert_true (qd_edit_set_column_limit (store, fixture->columns[1], 3, NULL));
  g_assert_true (qd_edit_rename (store, QD_ENTITY_COLUMN, fixture->columns[0], "Waiting", NULL));
  g_assert_true (qd_edit_set_owner (store, fixture->card, "Mara", NULL));
  g_assert_true (qd_edit_set_milestone_done (store, fixture->milestone, TRUE, NULL));
  g_assert_true (qd_edit_set_milestone_due (store, fixture->milestone, TODAY, NULL));
  judge (fixture, fixture->card, 0.2, QD_DECISION_CARRY_OVER);
  judge (fixture, new_card (fixture, "Dropped", fixture->objective), 0.2, QD_DECISION_DROP);
  g_assert_true (qd_edit_close_board (store, fixture->board, TODAY, NULL));

  board = QD_BOARD (qd_store_lookup (store, plan (fixture, NULL, 0)));
  g_assert_cmpstr (qd_entity_get_title (QD_ENTITY (board)), ==, "Growth");
  g_assert_cmpstr (qd_entity_get_title (QD_ENTITY (qd_board_get_cycle (board))), ==, "2027 Q1");
  g_assert_true (qd_board_get_team (board) ==
                 qd_board_get_team (QD_BOARD (qd_store_lookup (store, fixture->board))));
  g_assert_cmpuint (qd_board_get_closed (board), ==, QD_DAY_NONE);
  qd_board_get_rhythm (board, &got);
  g_assert_cmpuint (got.cadence, ==, rhythm.cadence);
  g_assert_cmpuint (got.weekday, ==, rhythm.weekday);
  assert_titles (qd_board_get_columns (board), "Waiting, In Progress, At Risk, Complete");
  g_assert_cmpuint (qd_column_get_limit (qd_ordered_list_peek (qd_board_get_columns (board), 1)),
                    ==, 3);
  assert_titles (qd_board_get_objectives (board), "");
  assert_titles (qd_column_get_cards (qd_ordered_list_peek (qd_board_get_columns (board), 0)),
                 "Raise NPS");

  next = peek_next (fixture, qd_entity_get_id (QD_ENTITY (board)), 0);
  assert_figure (qd_key_result_get_weight (next), 3);
  g_assert_cmpstr (qd_entity_get_title (QD_ENTITY (qd_card_get_owner (QD_CARD (next)))), ==,
                   "Mara");
  details = qd_details_read (store, qd_entity_get_id (QD_ENTITY (next)), NULL);
  g_assert_cmpuint (details->milestones->len, ==, 2);
  g_assert_cmpstr (((QdMilestone *) details->milestones->pdata[0])->title, ==, "Pilot");
  g_assert_false (((QdMilestone *) details->milestones->pdata[0])->done);
  g_assert_cmpuint (((QdMilestone *) details->milestones->pdata[0])->due, ==, QD_DAY_NONE);
  g_assert_cmpuint (details->checkins->len + details->comments->len + details->phases->len +
                    details->dependencies->len, ==, 0);
  name = qd_undo_dup_name (store);
  g_assert_cmpstr (name, ==, "Plan “Growth” for 2027 Q1");
}

/* Objectives come with their key results, in their order, and keep their parents. */
static void
test_objectives (Fixture       *fixture,
                 gconstpointer  data)
{
  QdStore *store = fixture->store;
  const QdId above = fixture_new_board (store, "Company");
  const QdId top = qd_edit_new_objective (store, above, "Top", NULL, 3, QD_ID_NONE, NULL);
  const QdId second = qd_edit_new_objective (store, fixture->board, "Second", "Because", 5, top,
                                             NULL);
  const QdId third = qd_edit_new_objective (store, fixture->board, "Third", NULL, 6,
                                            fixture->objective, NULL);
  const QdId cards[] = {
    new_card (fixture, "C", third), new_card (fixture, "B", second),
    new_card (fixture, "A", fixture->objective),
  };
  QdObjective *objective;
  QdBoard *board;

  g_assert_true (qd_edit_set_commitment (store, second, QD_COMMITMENT_COMMITTED, NULL));
  g_assert_true (qd_edit_set_figure (store, second, QD_FIELD_OBJECTIVE_WEIGHT, 2, NULL));
  qd_edit_new_objective (store, fixture->board, "Left", NULL, 7, QD_ID_NONE, NULL);
  board = QD_BOARD (qd_store_lookup (store, plan (fixture, cards, G_N_ELEMENTS (cards))));

  assert_titles (qd_board_get_objectives (board), "Delight, Second, Third");
  objective = qd_ordered_list_peek (qd_board_get_objectives (board), 1);
  g_assert_cmpstr (qd_objective_get_why (objective), ==, "Because");
  g_assert_cmpuint (qd_objective_get_colour (objective), ==, 5);
  g_assert_cmpint (qd_objective_get_commitment (objective), ==, QD_COMMITMENT_COMMITTED);
  assert_figure (qd_objective_get_weight (objective), 2);
  g_assert_cmpint (qd_objective_get_parent (objective), ==, top);
  g_assert_true (qd_card_get_objective (QD_CARD (peek_next (
                   fixture, qd_entity_get_id (QD_ENTITY (board)), 1))) == objective);

  /* What stood below an objective of its board stands below what goes on from that. */
  g_assert_cmpint (qd_objective_get_parent (qd_ordered_list_peek (
                     qd_board_get_objectives (board), 2)), ==,
                   qd_entity_get_id (qd_ordered_list_peek (qd_board_get_objectives (board), 0)));
}

/* Where the board above was planned first, its new objectives are the parents. */
static void
test_parent_goes_on (Fixture       *fixture,
                     gconstpointer  data)
{
  QdStore *store = fixture->store;
  const QdId above = fixture_new_board (store, "Company");
  const QdId top = qd_edit_new_objective (store, above, "Top", NULL, 3, QD_ID_NONE, NULL);
  const QdId gone = qd_edit_new_objective (store, above, "Gone", NULL, 3, QD_ID_NONE, NULL);
  const QdId low = qd_edit_new_objective (store, fixture->board, "Low", NULL, 5, top, NULL);
  const QdId cards[] = {
    new_card (fixture, "A", low), new_card (fixture, "B", fixture->objective),
  };
  const QdId low_board = fixture->board;
  QdOrderedList *objectives;
  QdId high, next;

  g_assert_true (qd_edit_align (store, fixture->objective, gone, NULL));
  g_assert_true (qd_edit_archive (store, QD_ENTITY_OBJECTIVE, gone, TRUE, NULL));
  fixture_load_board (store, above);
  high = qd_edit_new_card (store, fixture_column (store, above, 0), "High", top, NULL, NULL);
  fixture->board = above;
  next = plan (fixture, &high, 1);
  high = qd_entity_get_id (qd_ordered_list_peek (
           qd_board_get_objectives (QD_BOARD (qd_store_lookup (store, next))), 0));
  g_assert_cmpint (high, !=, top);

  fixture->board = low_board;
  objectives = qd_board_get_objectives (QD_BOARD (qd_store_lookup (
                 store, plan (fixture, cards, G_N_ELEMENTS (cards)))));
  assert_titles (objectives, "Delight, Low");
  g_assert_cmpint (qd_objective_get_parent (qd_ordered_list_peek (objectives, 1)), ==, high);
  g_assert_cmpint (qd_objective_get_parent (qd_ordered_list_peek (objectives, 0)), ==,
                   QD_ID_NONE);

  /* Both are in one cycle. */
  g_assert_cmpint (scratch_ask (fixture->scratch->path,
                                "SELECT count(*) FROM cycle WHERE title='2027 Q1'"), ==, 1);
}

/* One step, and all of it goes again. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  const gint64 n_entries = card_fixture_count (fixture);
  g_autofree char *before = card_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  g_autofree char *planned = NULL;
  QdId board;

  board = plan (fixture, &fixture->card, 1);
  g_assert_cmpint (card_fixture_count (fixture), ==, n_entries + 1);
  planned = card_fixture_dump (fixture);
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  after = card_fixture_dump (fixture);
  state_assert_same ("The file before and after", before, after);
  g_assert_true (qd_undo_redo (fixture->store, NULL, NULL));
  fixture_load_board (fixture->store, board);
  again = card_fixture_dump (fixture);
  state_assert_same ("The plan before and after", planned, again);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  const QdId nobody = 4711;
  const QdNextPlan plans[] = {
    { .cycle_title = " ", .first_day = 1, .last_day = 2 },
    { .first_day = 1, .last_day = 2 },
    { .cycle_title = "Q1", .first_day = 2, .last_day = 1 },
    { .cycle_title = "Q1" },
    { .cycle = nobody },
    { .cycle_title = "Q1", .first_day = 1, .last_day = 2, .cards = &nobody, .n_cards = 1 },
    { .cycle_title = "Q1", .first_day = 1, .last_day = 2, .from_shelf = &nobody,
      .n_from_shelf = 1 },
  };
  const gint64 n_entries = card_fixture_count (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      const QdError code = i < 4 ? QD_ERROR_INVALID : QD_ERROR_NOT_FOUND;
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (qd_edit_plan_next (fixture->store, fixture->board, &plans[i], &error), ==,
                       QD_ID_NONE);
      g_assert_error (error, QD_ERROR, (int) code);
      g_assert_cmpint (card_fixture_count (fixture), ==, n_entries);
    }
}

static void
add_test (const char    *path,
          gconstpointer  data,
          void         (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, data, card_fixture_set_up, test, card_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/close/read", NULL, test_read);
  add_test ("/close/resume", NULL, test_resume);
  add_test ("/close/means", NULL, test_means);
  add_test ("/close/accept", NULL, test_accept);
  add_test ("/close/no-grade", NULL, test_no_grade);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autofree char *path = g_strconcat ("/close/figures/", figures[i].name, NULL);

      add_test (path, &figures[i], test_figures);
    }
  add_test ("/close/title", NULL, test_title);
  add_test ("/close/next", NULL, test_next);
  add_test ("/close/objectives", NULL, test_objectives);
  add_test ("/close/parent-goes-on", NULL, test_parent_goes_on);
  add_test ("/close/once", NULL, test_once);
  add_test ("/close/undo", NULL, test_undo);
  add_test ("/close/refused", NULL, test_refused);

  return g_test_run ();
}
