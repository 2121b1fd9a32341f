/* Nothing is written to what is not there any more, or was never there: another window
 * or another program may take a card, its column or its board away while a form is
 * open.
 */

#include "config.h"

#include <math.h>

#include "card-fixture.h"
#include "method/qd-confidence.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-checkin.h"
#include "store/qd-edit.h"
#include "store/qd-field.h"
#include "store/qd-transaction.h"

#define EDIT(name, call) \
  static gboolean \
  name (Fixture  *fixture, \
        GError  **error) \
  { \
    QdStore *store = fixture->store; \
    return (call); \
  }

#define NEW(call) ((call) != QD_ID_NONE)

EDIT (set_metric, qd_edit_set_metric (store, fixture->card, QD_METRIC_WITHIN, error))
EDIT (set_figure, qd_edit_set_figure (store, fixture->card, QD_FIELD_CARD_TARGET, 7, error))
EDIT (set_text, qd_edit_set_text (store, fixture->card, QD_FIELD_CARD_UNIT, "km", FALSE, error))
EDIT (type_text, qd_edit_set_text (store, fixture->card, QD_FIELD_CARD_UNIT, "km", TRUE, error))
EDIT (set_result, qd_edit_set_result (store, fixture->card, QD_RESULT_OUTPUT, error))
EDIT (new_milestone, NEW (qd_edit_new_milestone (store, fixture->card, "M", error)))
EDIT (reach, qd_edit_set_milestone_done (store, fixture->milestone, TRUE, error))
EDIT (set_due, qd_edit_set_milestone_due (store, fixture->milestone, card_fixture_day (3), error))
EDIT (new_phase, NEW (qd_edit_new_phase (store, fixture->card, card_fixture_day (3), 1, error)))
EDIT (change_phase, qd_edit_change_phase (store, fixture->phase, card_fixture_day (3), 1, error))
EDIT (new_dependency, NEW (qd_edit_new_dependency (store, fixture->card, "D", NULL,
                                                   card_fixture_day (3), error)))
EDIT (flag, qd_edit_flag_dependency (store, fixture->dependency, card_fixture_day (3), error))
EDIT (escalate, qd_edit_escalate_dependency (store, fixture->dependency, card_fixture_day (3),
                                             error))
EDIT (resolve, qd_edit_resolve_dependency (store, fixture->dependency, card_fixture_day (3),
                                           error))
EDIT (resolve_blocker, qd_edit_resolve_blocker (store, fixture->checkin, card_fixture_day (3),
                                                error))
EDIT (new_comment, NEW (qd_edit_new_comment (store, fixture->card, "C", error)))
EDIT (change_comment, qd_edit_set_text (store, fixture->comment, QD_FIELD_COMMENT_TEXT, "C",
                                        FALSE, error))
EDIT (answer, NEW (qd_edit_answer (store, fixture->card, 7, "1", NULL, error)))

static gboolean
check_in_to (Fixture  *fixture,
             QdId      column,
             GError  **error)
{
  const QdCheckinDraft draft = {
    .day = card_fixture_day (9), .value = 15, .confidence = QD_CONFIDENCE_NONE,
    .column = column,
  };

  return qd_edit_check_in (fixture->store, fixture->card, &draft, error) != QD_ID_NONE;
}

EDIT (check_in, store != NULL && check_in_to (fixture, QD_ID_NONE, error))
EDIT (check_in_and_move, store != NULL && check_in_to (fixture, fixture->columns[1], error))

/* All that belongs to a card. */
static gboolean (* const of_card[]) (Fixture *, GError **) = {
  set_metric, set_figure, set_text, type_text, set_result, new_milestone, reach, set_due,
  new_phase, change_phase, new_dependency, flag, escalate, resolve, resolve_blocker,
  new_comment, change_comment, answer, check_in, check_in_and_move,
};

EDIT (weigh, qd_edit_set_figure (store, fixture->objective, QD_FIELD_OBJECTIVE_WEIGHT, 2, error))
EDIT (commit, qd_edit_set_commitment (store, fixture->objective, QD_COMMITMENT_COMMITTED, error))
EDIT (answer_objective, NEW (qd_edit_answer (store, fixture->objective, 7, "1", NULL, error)))
EDIT (set_rhythm, qd_edit_set_rhythm (store, fixture->board,
                                      &(QdRhythm) { 14, G_DATE_TUESDAY }, error))
EDIT (answer_board, NEW (qd_edit_answer (store, fixture->board, 7, "1", NULL, error)))

static gboolean (* const of_objective[]) (Fixture *, GError **) = {
  weigh, commit, answer_objective,
};
static gboolean (* const of_board[]) (Fixture *, GError **) = { set_rhythm, answer_board };

#define GONE(what) "The " what " was archived or deleted in the meantime. Nothing was changed."

static void
assert_gone (Fixture     *fixture,
             gboolean  (* edit) (Fixture *, GError **),
             const char  *message)
{
  const gint64 n_entries = card_fixture_count (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_false (edit (fixture, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, message);
  g_assert_cmpint (card_fixture_count (fixture), ==, n_entries);

  /* Nobody is kept from writing. */
  scratch_execute (fixture->scratch->path, "BEGIN IMMEDIATE; COMMIT");
}

static void
assert_card_gone (Fixture    *fixture,
                  const char *message)
{
  for (guint i = 0; i < G_N_ELEMENTS (of_card); i++)
    {
      g_test_message ("edit %u", i);
      assert_gone (fixture, of_card[i], message);
    }
}

static void
archive (Fixture      *fixture,
         QdEntityKind  kind,
         QdId          id)
{
  g_assert_true (qd_edit_archive (fixture->store, kind, id, TRUE, NULL));
}

static void
remove_for_good (Fixture      *fixture,
                 QdEntityKind  kind,
                 QdId          id)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (fixture->store,
                                                              QD_TRANSACTION_EDIT);

  qd_transaction_set_integer (transaction, id, qd_field_of (kind, QD_FIELD_DELETED), 1);
  g_assert_true (qd_transaction_commit (transaction, NULL));
}

static void
test_card (Fixture       *fixture,
           gconstpointer  data)
{
  archive (fixture, QD_ENTITY_CARD, fixture->card);
  assert_card_gone (fixture, GONE ("card"));
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_CARD, fixture->card, FALSE, NULL));
  g_assert_true (check_in (fixture, NULL));
  remove_for_good (fixture, QD_ENTITY_CARD, fixture->card);
  assert_card_gone (fixture, GONE ("card"));
}

static void
test_column (Fixture       *fixture,
             gconstpointer  data)
{
  remove_for_good (fixture, QD_ENTITY_COLUMN, fixture->columns[0]);
  assert_card_gone (fixture, GONE ("column"));
}

static void
test_board (Fixture       *fixture,
            gconstpointer  data)
{
  archive (fixture, QD_ENTITY_BOARD, fixture->board);
  assert_card_gone (fixture, GONE ("board"));
  for (guint i = 0; i < G_N_ELEMENTS (of_objective); i++)
    assert_gone (fixture, of_objective[i], GONE ("board"));
  for (guint i = 0; i < G_N_ELEMENTS (of_board); i++)
    assert_gone (fixture, of_board[i], GONE ("board"));
}

static void
test_objective (Fixture       *fixture,
                gconstpointer  data)
{
  archive (fixture, QD_ENTITY_OBJECTIVE, fixture->objective);
  for (guint i = 0; i < G_N_ELEMENTS (of_objective); i++)
    assert_gone (fixture, of_objective[i], GONE ("objective"));
}

static void
test_part (Fixture       *fixture,
           gconstpointer  data)
{
  static const char removed[] = "This was removed in the meantime. Nothing was changed.";

  archive (fixture, QD_ENTITY_MILESTONE, fixture->milestone);
  archive (fixture, QD_ENTITY_PHASE, fixture->phase);
  archive (fixture, QD_ENTITY_DEPENDENCY, fixture->dependency);
  archive (fixture, QD_ENTITY_CHECKIN, fixture->checkin);
  archive (fixture, QD_ENTITY_COMMENT, fixture->comment);
  assert_gone (fixture, reach, removed);
  assert_gone (fixture, change_phase, removed);
  assert_gone (fixture, flag, removed);
  assert_gone (fixture, resolve_blocker, removed);
  assert_gone (fixture, change_comment, removed);
}

static void
test_never (Fixture       *fixture,
            gconstpointer  data)
{
  fixture->card = 4242;
  assert_gone (fixture, check_in, GONE ("card"));
  assert_gone (fixture, set_metric, GONE ("card"));
  assert_gone (fixture, new_comment, GONE ("card"));
  assert_gone (fixture, answer, GONE ("card"));
}

/* Where a check-in shall take the card. */
static void
test_destination (Fixture       *fixture,
                  gconstpointer  data)
{
  const QdId elsewhere = fixture_new_board (fixture->store, "Sales");

  fixture_load_board (fixture->store, elsewhere);
  remove_for_good (fixture, QD_ENTITY_COLUMN, fixture->columns[1]);
  assert_gone (fixture, check_in_and_move, GONE ("column"));
  fixture->columns[1] = 99999;
  assert_gone (fixture, check_in_and_move, GONE ("column"));
  fixture->columns[1] = fixture_column (fixture->store, elsewhere, 1);
  assert_gone (fixture, check_in_and_move,
               "The column is on another board than the card. Nothing was changed.");
}

static void
add_test (const char *path,
          void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, card_fixture_set_up, test, card_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/edit-gone/card", test_card);
  add_test ("/edit-gone/column", test_column);
  add_test ("/edit-gone/board", test_board);
  add_test ("/edit-gone/objective", test_objective);
  add_test ("/edit-gone/part", test_part);
  add_test ("/edit-gone/never", test_never);
  add_test ("/edit-gone/destination", test_destination);

  return g_test_run ();
}
