/* What a board and its objectives show, from what the rules say about each key
 * result: which count, with what weight, and what is counted of them.
 *
 * The cycle is the last quarter of 2026; half of it is over on November 15.
 */

#include "config.h"

#include "method-cases.h"
#include "model/qd-board-private.h"
#include "model/qd-board-standing.h"
#include "model/qd-card-private.h"
#include "model/qd-column-private.h"
#include "model/qd-cycle-private.h"
#include "model/qd-entity-private.h"
#include "model/qd-key-result-private.h"
#include "model/qd-objective-private.h"
#include "model/qd-ordered-list-private.h"

#define NO_OBJECTIVE (-1)

/* A board that is built by hand. */
typedef struct
{
  QdBoard *board;
  QdColumn *columns[2];
  QdObjective *objectives[3];
  QdId last_id;
  QdDay today;
} Fixture;

static void
fixture_set_up (Fixture       *self,
                gconstpointer  unused)
{
  g_autoptr (QdCycle) cycle = qd_cycle_new (1);

  self->last_id = 100;
  self->today = qd_day_new (2026, 11, 15);
  qd_cycle_set_first_day (cycle, qd_day_new (2026, 10, 1));
  /* An odd number of days, so that there is a middle. */
  qd_cycle_set_last_day (cycle, qd_day_new (2026, 12, 30));
  self->board = qd_board_new (2);
  qd_board_set_cycle (self->board, cycle);
  qd_board_set_loaded (self->board, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (self->columns); i++)
    {
      self->columns[i] = qd_column_new (10 + i);
      qd_column_set_board (self->columns[i], self->board);
      qd_ordered_list_insert (qd_board_get_columns (self->board),
                              QD_ENTITY (self->columns[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->objectives); i++)
    {
      self->objectives[i] = qd_objective_new (20 + i);
      qd_objective_set_board (self->objectives[i], self->board);
      qd_objective_set_commitment (self->objectives[i], QD_COMMITMENT_COMMITTED);
      qd_ordered_list_insert (qd_board_get_objectives (self->board),
                              QD_ENTITY (self->objectives[i]));
    }
}

static void
fixture_tear_down (Fixture       *self,
                   gconstpointer  unused)
{
  g_assert_finalize_object (self->board);
  for (guint i = 0; i < G_N_ELEMENTS (self->columns); i++)
    g_assert_finalize_object (self->columns[i]);
  for (guint i = 0; i < G_N_ELEMENTS (self->objectives); i++)
    g_assert_finalize_object (self->objectives[i]);
}

static QdKeyResult *
add_key_result (Fixture *self,
                guint    column,
                int      objective)
{
  g_autoptr (QdKeyResult) key_result = qd_key_result_new (++self->last_id);

  qd_card_set_column (QD_CARD (key_result), self->columns[column]);
  if (objective != NO_OBJECTIVE)
    qd_card_set_objective (QD_CARD (key_result), self->objectives[objective]);
  qd_ordered_list_insert (qd_column_get_cards (self->columns[column]), QD_ENTITY (key_result));

  return key_result;
}

static void
check_in (QdKeyResult *key_result,
          double       current,
          QdDay        day)
{
  QdSummary summary = { .current = current, .checked = day,
                        .confidence = QD_CONFIDENCE_NONE };

  summary.readings = g_new (QdPoint, 1);
  summary.readings[0] = (QdPoint) { day, current };
  summary.n_readings = 1;
  qd_key_result_take_summary (key_result, &summary);
}

/* One from 0 to 100 that was checked in yesterday. */
static void
add_measured (Fixture *self,
              guint    column,
              int      objective,
              double   weight,
              double   current)
{
  QdKeyResult *key_result = add_key_result (self, column, objective);

  qd_key_result_set_metric (key_result, QD_METRIC_CHANGE);
  qd_key_result_set_baseline (key_result, 0.0);
  qd_key_result_set_target (key_result, 100.0);
  qd_key_result_set_weight (key_result, weight);
  check_in (key_result, current, self->today - 1);
}

static void
assert_objective (Fixture  *self,
                  int       objective,
                  double    progress,
                  double    expected,
                  QdHealth  health,
                  guint     n_key_results)
{
  QdObjectiveStanding standing;

  qd_objective_standing_of (self->board,
                            objective != NO_OBJECTIVE ? self->objectives[objective] : NULL,
                            self->today, &standing);
  assert_figure (standing.progress, progress);
  assert_figure (standing.expected, expected);
  g_assert_cmpint (standing.health, ==, health);
  g_assert_cmpuint (standing.n_key_results, ==, n_key_results);
}

static void
assert_board (Fixture *self,
              double   progress,
              double   expected)
{
  QdBoardStanding standing;

  qd_board_standing_of (self->board, self->today, &standing);
  assert_figure (standing.progress, progress);
  assert_figure (standing.expected, expected);
}

static void
test_empty (Fixture       *self,
            gconstpointer  unused)
{
  QdBoardStanding standing;

  assert_objective (self, 0, NAN, NAN, QD_HEALTH_PENDING, 0);
  assert_objective (self, NO_OBJECTIVE, NAN, NAN, QD_HEALTH_PENDING, 0);
  assert_board (self, NAN, NAN);

  qd_board_standing_of (self->board, self->today, &standing);
  g_assert_false (standing.has_net_confidence);
  g_assert_cmpint (standing.net_confidence, ==, 0);
  g_assert_cmpuint (standing.n_key_results, ==, 0);
  g_assert_cmpuint (standing.n_due, ==, 0);
  g_assert_cmpuint (standing.n_outdated, ==, 0);
}

static void
test_objective (Fixture       *self,
                gconstpointer  unused)
{
  /* Wherever they stand, by weight; beyond the target is no more than reached. */
  add_measured (self, 0, 0, 3.0, 20.0);
  add_measured (self, 1, 0, 1.0, 140.0);
  assert_objective (self, 0, 0.4, 0.5, QD_HEALTH_AT_RISK, 2);

  add_measured (self, 1, 1, 1.0, 45.0);
  assert_objective (self, 1, 0.45, 0.5, QD_HEALTH_ON_TRACK, 1);
  assert_objective (self, 0, 0.4, 0.5, QD_HEALTH_AT_RISK, 2);
  assert_objective (self, NO_OBJECTIVE, NAN, NAN, QD_HEALTH_PENDING, 0);
}

/* One without any progress counts as 0, but nothing is expected of one without a
 * metric. */
static void
test_unmeasured (Fixture       *self,
                 gconstpointer  unused)
{
  QdKeyResult *key_result;

  add_measured (self, 0, 0, 1.0, 60.0);
  key_result = add_key_result (self, 0, 0);
  check_in (key_result, NAN, self->today - 1);
  assert_objective (self, 0, 0.3, 0.5, QD_HEALTH_PENDING, 2);

  key_result = add_key_result (self, 0, 1);
  check_in (key_result, NAN, self->today - 1);
  assert_objective (self, 1, 0.0, NAN, QD_HEALTH_PENDING, 1);

  assert_board (self, 0.15, 0.5);
}

static void
test_board (Fixture       *self,
            gconstpointer  unused)
{
  /* The objective counts once, however many key results it has; the third, which has
   * none, does not. */
  add_measured (self, 0, 0, 1.0, 20.0);
  add_measured (self, 0, 0, 1.0, 40.0);
  add_measured (self, 0, 0, 1.0, 60.0);
  add_measured (self, 1, 1, 5.0, 80.0);
  assert_board (self, 0.6, 0.5);

  qd_objective_set_weight (self->objectives[0], 3.0);
  assert_board (self, 0.5, 0.5);

  /* Those without an objective are one more, together. */
  add_measured (self, 1, NO_OBJECTIVE, 1.0, 0.0);
  add_measured (self, 1, NO_OBJECTIVE, 1.0, 20.0);
  assert_objective (self, NO_OBJECTIVE, 0.1, 0.5, QD_HEALTH_AT_RISK, 2);
  assert_board (self, (3.0 * 0.4 + 0.8 + 0.1) / 5.0, 0.5);

  /* A weight of 0 is none. */
  qd_objective_set_weight (self->objectives[0], 0.0);
  assert_board (self, 0.45, 0.5);
}

static void
test_counts (Fixture       *self,
             gconstpointer  unused)
{
  QdBoardStanding standing;
  QdKeyResult *key_result;

  add_measured (self, 0, 0, 1.0, 70.0);
  add_measured (self, 0, 0, 1.0, 100.0);
  add_measured (self, 1, 1, 1.0, 10.0);
  add_measured (self, 1, 1, 1.0, 40.0);
  qd_board_standing_of (self->board, self->today, &standing);
  g_assert_true (standing.has_net_confidence);
  g_assert_cmpint (standing.net_confidence, ==, 25);
  g_assert_cmpuint (standing.n_key_results, ==, 4);
  g_assert_cmpuint (standing.n_due, ==, 0);
  g_assert_cmpuint (standing.n_outdated, ==, 0);

  /* Silent since the due day two days ago, and since the one a week before. */
  key_result = add_key_result (self, 0, 0);
  check_in (key_result, NAN, qd_day_new (2026, 11, 6));
  key_result = add_key_result (self, 0, NO_OBJECTIVE);
  check_in (key_result, NAN, qd_day_new (2026, 10, 30));
  qd_board_standing_of (self->board, self->today, &standing);
  g_assert_cmpint (standing.net_confidence, ==, 17);
  g_assert_cmpuint (standing.n_key_results, ==, 6);
  g_assert_cmpuint (standing.n_due, ==, 2);
  g_assert_cmpuint (standing.n_outdated, ==, 1);
  assert_objective (self, NO_OBJECTIVE, 0.0, NAN, QD_HEALTH_OUTDATED, 1);
}

/* Nobody is behind with what he has only just written; but who told of earlier days
 * brought the key result along. */
static void
test_since (Fixture       *self,
            gconstpointer  unused)
{
  QdKeyResult *key_result = add_key_result (self, 0, 0);
  const QdDay first_day = qd_day_new (2026, 10, 1);
  QdBoardStanding standing;
  QdSummary silent = { .current = NAN, .checked = first_day + 2,
                       .confidence = QD_CONFIDENCE_NONE };
  QdFacts facts;

  qd_column_set_role (self->columns[0], QD_COLUMN_NOT_STARTED);
  qd_key_result_get_facts (key_result, &facts);
  g_assert_cmpuint (facts.since, ==, QD_DAY_NONE);
  qd_board_standing_of (self->board, self->today, &standing);
  g_assert_cmpuint (standing.n_outdated, ==, 1);

  qd_card_set_made (QD_CARD (key_result), self->today);
  qd_key_result_get_facts (key_result, &facts);
  g_assert_cmpuint (facts.since, ==, self->today);
  qd_board_standing_of (self->board, self->today, &standing);
  g_assert_cmpuint (standing.n_due, ==, 0);
  g_assert_cmpuint (standing.n_outdated, ==, 0);

  check_in (key_result, 5.0, self->today - 1);
  qd_key_result_get_facts (key_result, &facts);
  g_assert_cmpuint (facts.since, ==, self->today - 1);

  qd_key_result_take_summary (key_result, &silent);
  qd_key_result_get_facts (key_result, &facts);
  g_assert_cmpuint (facts.since, ==, first_day + 2);
  qd_board_standing_of (self->board, self->today, &standing);
  g_assert_cmpuint (standing.n_outdated, ==, 1);

  qd_card_set_made (QD_CARD (key_result), first_day - 1);
  qd_key_result_get_facts (key_result, &facts);
  g_assert_cmpuint (facts.since, ==, first_day - 1);
}

/* The first check-in counts, not the last. */
static void
test_since_first (Fixture       *self,
                  gconstpointer  unused)
{
  QdKeyResult *key_result = add_key_result (self, 0, 0);
  QdSummary summary = { .current = 5.0, .checked = self->today - 2,
                        .confidence = QD_CONFIDENCE_NONE, .n_readings = 2 };
  QdFacts facts;

  summary.readings = g_new (QdPoint, 2);
  summary.readings[0] = (QdPoint) { self->today - 9, 4.0 };
  summary.readings[1] = (QdPoint) { self->today - 2, 5.0 };
  qd_key_result_take_summary (key_result, &summary);
  qd_card_set_made (QD_CARD (key_result), self->today);
  qd_key_result_get_facts (key_result, &facts);
  g_assert_cmpuint (facts.since, ==, self->today - 9);
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/board-standing/empty", test_empty);
  ADD ("/board-standing/objective", test_objective);
  ADD ("/board-standing/unmeasured", test_unmeasured);
  ADD ("/board-standing/board", test_board);
  ADD ("/board-standing/counts", test_counts);
  ADD ("/board-standing/since", test_since);
  ADD ("/board-standing/since/first", test_since_first);

  return g_test_run ();
}
