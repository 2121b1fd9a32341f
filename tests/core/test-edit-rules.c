/* What a person cannot do with a key result: it is refused with a sentence, nothing is
 * written and nobody kept from writing. And the rules of what is done: what is typed,
 * what would change nothing, what stands in for what.
 */

#include "config.h"

#include <math.h>

#include "card-fixture.h"
#include "method/qd-confidence.h"
#include "model/qd-column.h"
#include "model/qd-key-result.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-checkin.h"
#include "store/qd-edit.h"
#include "store/qd-history.h"
#include "store/qd-undo.h"

#define FIGURE(name, thing, field, value) \
  static gboolean \
  name (Fixture  *fixture, \
        GError  **error) \
  { \
    return qd_edit_set_figure (fixture->store, fixture->thing, field, value, error); \
  }

FIGURE (set_infinite, card, QD_FIELD_CARD_UPPER, INFINITY)
FIGURE (set_negative_weight, card, QD_FIELD_CARD_WEIGHT, -1)
FIGURE (set_negative_objective_weight, objective, QD_FIELD_OBJECTIVE_WEIGHT, -0.5)
FIGURE (set_baseline_to_target, card, QD_FIELD_CARD_BASELINE, 20)
FIGURE (set_target_to_baseline, card, QD_FIELD_CARD_TARGET, 10)
FIGURE (clear_target, card, QD_FIELD_CARD_TARGET, NAN)

#define OBJECTIVE(name, text, figure) \
  static gboolean \
  name (Fixture  *fixture, \
        GError  **error) \
  { \
    const QdObjectiveDraft draft = { .title = text, .colour = 5, .weight = figure }; \
    return qd_edit_change_objective (fixture->store, fixture->objective, &draft, error); \
  }

OBJECTIVE (name_objective_nothing, " ", 1)
OBJECTIVE (weigh_objective_below_0, "Delight", -0.5)
OBJECTIVE (weigh_objective_infinite, "Delight", INFINITY)

static gboolean
set_invalid_text (Fixture  *fixture,
                  GError  **error)
{
  return qd_edit_set_text (fixture->store, fixture->card, QD_FIELD_CARD_UNIT, "\xff", FALSE,
                           error);
}

static gboolean
say (Fixture               *fixture,
     const QdCheckinDraft  *draft,
     GError               **error)
{
  return qd_edit_check_in (fixture->store, fixture->card, draft, error) != QD_ID_NONE;
}

static gboolean
refuse_metric (Fixture  *fixture,
               GError  **error)
{
  return qd_edit_set_metric (fixture->store, fixture->card, QD_METRIC_CHANGE, error);
}

static gboolean
refuse_milestone (Fixture  *fixture,
                  GError  **error)
{
  return qd_edit_new_milestone (fixture->store, fixture->card, " \n", error) != QD_ID_NONE;
}

static gboolean
refuse_dependency (Fixture  *fixture,
                   GError  **error)
{
  return qd_edit_new_dependency (fixture->store, fixture->card, "", "Legal", card_fixture_day (1),
                                 error) != QD_ID_NONE;
}

static gboolean
refuse_phase_without_day (Fixture  *fixture,
                          GError  **error)
{
  return qd_edit_new_phase (fixture->store, fixture->card, QD_DAY_NONE, 1, error) != QD_ID_NONE;
}

static gboolean
refuse_phase_without_value (Fixture  *fixture,
                            GError  **error)
{
  return qd_edit_change_phase (fixture->store, fixture->phase, card_fixture_day (3), NAN, error);
}

static gboolean
refuse_infinite_phase (Fixture  *fixture,
                       GError  **error)
{
  return qd_edit_new_phase (fixture->store, fixture->card, card_fixture_day (3), -INFINITY,
                            error) != QD_ID_NONE;
}

static gboolean
refuse_comment (Fixture  *fixture,
                GError  **error)
{
  return qd_edit_new_comment (fixture->store, fixture->card, " \t\n", error) != QD_ID_NONE;
}

#define DRAFT(name, ...) \
  static gboolean \
  name (Fixture  *fixture, \
        GError  **error) \
  { \
    const QdCheckinDraft draft = { __VA_ARGS__ }; \
    return say (fixture, &draft, error); \
  }

DRAFT (refuse_infinite, .day = card_fixture_day (3), .value = INFINITY)
DRAFT (refuse_confidence, .day = card_fixture_day (3), .value = 1,
       .confidence = QD_CONFIDENCE_MAX + 1)
DRAFT (refuse_low_confidence, .day = card_fixture_day (3), .value = 1, .confidence = -2)
DRAFT (refuse_day, .day = QD_DAY_NONE, .value = 1)
DRAFT (refuse_nothing, .day = card_fixture_day (3), .value = NAN, .confidence = QD_CONFIDENCE_NONE)
DRAFT (refuse_blanks, .day = card_fixture_day (3), .value = NAN, .confidence = QD_CONFIDENCE_NONE,
       .note = " \n", .blocker = "\t")

#define NOTHING_MOVES "Baseline and target are the same, so nothing could be seen to move. " \
                      "Give one of them another value."
#define SAYS_NOTHING "This check-in says nothing yet. Give a value, a note, a blocker or how " \
                     "confident you are."
#define TOO_LARGE "This number is too large. Choose a larger unit."
#define NO_PHASE "A phased target needs a day and a number."

static const struct
{
  const char *name;
  gboolean (* edit) (Fixture *, GError **);
  const char *message;
} refusals[] = {
  { "infinite", set_infinite, TOO_LARGE },
  { "weight", set_negative_weight, "A weight cannot be less than 0." },
  { "objective-weight", set_negative_objective_weight, "A weight cannot be less than 0." },
  { "objective/title", name_objective_nothing,
    "A title cannot be empty. Nothing was changed." },
  { "objective/weight", weigh_objective_below_0, "A weight cannot be less than 0." },
  { "objective/infinite", weigh_objective_infinite, TOO_LARGE },
  { "baseline", set_baseline_to_target, NOTHING_MOVES },
  { "target", set_target_to_baseline, NOTHING_MOVES },
  { "text", set_invalid_text, "The text is not valid UTF-8. Nothing was changed." },
  { "milestone", refuse_milestone, "A title cannot be empty. Nothing was changed." },
  { "dependency", refuse_dependency, "A title cannot be empty. Nothing was changed." },
  { "phase/day", refuse_phase_without_day, NO_PHASE },
  { "phase/value", refuse_phase_without_value, NO_PHASE },
  { "phase/infinite", refuse_infinite_phase, NO_PHASE },
  { "comment", refuse_comment, "This comment says nothing yet." },
  { "check-in/infinite", refuse_infinite, TOO_LARGE },
  { "check-in/confidence", refuse_confidence, "Confidence is a number from 0 to 10." },
  { "check-in/low", refuse_low_confidence, "Confidence is a number from 0 to 10." },
  { "check-in/day", refuse_day, "A check-in needs a day." },
  { "check-in/nothing", refuse_nothing, SAYS_NOTHING },
  { "check-in/blanks", refuse_blanks, SAYS_NOTHING },
};

static void
assert_refused (Fixture     *fixture,
                gboolean  (* edit) (Fixture *, GError **),
                const char  *message)
{
  g_autofree char *before = card_fixture_dump (fixture);
  g_autofree char *after = NULL;
  const gint64 n_entries = card_fixture_count (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_false (edit (fixture, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, message);
  after = card_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (card_fixture_count (fixture), ==, n_entries);

  /* Nobody is kept from writing. */
  scratch_execute (fixture->scratch->path, "BEGIN IMMEDIATE; COMMIT");
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  const guint i = GPOINTER_TO_UINT (data);

  assert_refused (fixture, refusals[i].edit, refusals[i].message);
}

/* Baseline and target may be the same while nothing has to move. */
static void
test_same_figures (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_true (qd_edit_set_metric (fixture->store, fixture->card, QD_METRIC_WITHIN, NULL));
  g_assert_true (set_baseline_to_target (fixture, NULL));
  assert_refused (fixture, refuse_metric, NOTHING_MOVES);
  g_assert_true (clear_target (fixture, NULL));
  g_assert_true (refuse_metric (fixture, NULL));
}

/* What would change nothing is no entry. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  const gint64 n_entries = card_fixture_count (fixture);
  QdStore *store = fixture->store;

  g_assert_true (qd_edit_set_metric (store, fixture->card, QD_METRIC_CHANGE, NULL));
  g_assert_true (qd_edit_set_figure (store, fixture->card, QD_FIELD_CARD_TARGET, 20, NULL));
  g_assert_true (qd_edit_set_text (store, fixture->card, QD_FIELD_CARD_UNIT, "%", FALSE, NULL));
  g_assert_true (qd_edit_set_text (store, fixture->card, QD_FIELD_CARD_MEASUREMENT, "", FALSE,
                                   NULL));
  g_assert_true (qd_edit_set_milestone_due (store, fixture->milestone, QD_DAY_NONE, NULL));
  g_assert_true (qd_edit_change_phase (store, fixture->phase, card_fixture_day (15), 13, NULL));
  g_assert_true (qd_edit_resolve_blocker (store, fixture->checkin, QD_DAY_NONE, NULL));
  g_assert_true (qd_edit_change_objective (store, fixture->objective,
                                           &(QdObjectiveDraft) { .title = "Delight",
                                                                 .weight = 1.0 }, NULL));
  g_assert_cmpint (card_fixture_count (fixture), ==, n_entries);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  g_autoptr (GError) error = NULL;

  qd_edit_set_text (fixture->store, fixture->card, QD_FIELD_CARD_MEASUREMENT, text, TRUE, &error);
  g_assert_no_error (error);
}

static void
assert_measurement (Fixture    *fixture,
                    const char *text)
{
  QdKeyResult *card = QD_KEY_RESULT (qd_store_lookup (fixture->store, fixture->card));

  g_assert_cmpstr (qd_key_result_get_measurement (card), ==, text);
}

/* Typing is one undo step, until there is a pause. */
static void
test_typing (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const keys[] = { "S", "Su", "Sur", "Surv" };
  const gint64 n_entries = card_fixture_count (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      type (fixture, keys[i]);
      assert_measurement (fixture, keys[i]);
      fixture->clock.now += 1000;
    }
  g_assert_cmpint (card_fixture_count (fixture), ==, n_entries + 1);
  fixture->clock.now += 31000;
  type (fixture, "Survey");
  g_assert_cmpint (card_fixture_count (fixture), ==, n_entries + 2);

  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  assert_measurement (fixture, "Surv");
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  assert_measurement (fixture, "");
}

static void
assert_current (Fixture *fixture,
                double   expected)
{
  QdKeyResult *card = QD_KEY_RESULT (qd_store_lookup (fixture->store, fixture->card));

  g_assert_cmpfloat (qd_key_result_get_current (card), ==, expected);
}

static void
assert_blocked (Fixture  *fixture,
                gboolean  blocked)
{
  QdKeyResult *card = QD_KEY_RESULT (qd_store_lookup (fixture->store, fixture->card));

  g_assert_cmpint (qd_key_result_get_summary (card)->blocked, ==, blocked);
}

/* A correction stands in for what it corrects, which stays in the history; the
 * correction of a correction, likewise.
 */
static void
test_correction (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) history = NULL;
  QdCheckinDraft draft = { .day = card_fixture_day (2), .confidence = QD_CONFIDENCE_NONE };
  QdId first, second;

  draft.value = 11;
  draft.supersedes = fixture->checkin;
  first = qd_edit_check_in (fixture->store, fixture->card, &draft, NULL);
  assert_current (fixture, 11);
  assert_blocked (fixture, FALSE);
  fixture->clock.now += 1000;
  draft.value = 10.5;
  draft.supersedes = first;
  second = qd_edit_check_in (fixture->store, fixture->card, &draft, NULL);
  assert_current (fixture, 10.5);

  history = qd_history_of (fixture->store, fixture->card, 3, NULL);
  g_assert_cmpuint (history->len, ==, 3);
  g_assert_cmpint (((QdHistoryEntry *) history->pdata[0])->made, ==, second);
  g_assert_cmpint (((QdHistoryEntry *) history->pdata[1])->made, ==, first);
  g_assert_cmpint (((QdHistoryEntry *) history->pdata[2])->made, ==, fixture->comment);
  g_assert_cmpint (scratch_ask (fixture->scratch->path, "SELECT count(*) FROM checkin"
                                " WHERE value IN (12, 11, 10.5) AND archived IS NULL"), ==, 3);

  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_CHECKIN, second, TRUE, NULL));
  assert_current (fixture, 11);
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  assert_current (fixture, 12);
}

/* What is said on another card corrects nothing here, neither today nor in the board
 * as it was.
 */
static void
test_correct_elsewhere (Fixture       *fixture,
                        gconstpointer  data)
{
  const QdId other = fixture_new_card (fixture->store, fixture->columns[1], "Other");
  const QdCheckinDraft draft = {
    .day = card_fixture_day (3), .value = 11, .confidence = QD_CONFIDENCE_NONE,
    .supersedes = fixture->checkin,
  };
  g_autoptr (QdBoard) board = NULL;
  QdColumn *column;

  g_assert_cmpint (qd_edit_check_in (fixture->store, other, &draft, NULL), !=, QD_ID_NONE);
  assert_current (fixture, 12);
  assert_blocked (fixture, TRUE);

  board = qd_history_board_at (fixture->store, fixture->board, G_MAXINT64, NULL);
  column = QD_COLUMN (qd_ordered_list_peek (qd_board_get_columns (board), 0));
  g_assert_cmpfloat (qd_key_result_get_current (QD_KEY_RESULT (
                       qd_ordered_list_peek (qd_column_get_cards (column), 0))), ==, 12);
}

/* What is out of the way stays so in a correction that repeats it, and in the
 * correction of that; other words are another blocker.
 */
static void
test_correct_resolved (Fixture       *fixture,
                       gconstpointer  data)
{
  QdCheckinDraft draft = {
    .day = card_fixture_day (2), .value = 11, .blocker = "No data",
    .confidence = QD_CONFIDENCE_NONE, .supersedes = fixture->checkin,
  };

  g_assert_true (say (fixture, &draft, NULL));
  assert_blocked (fixture, TRUE);
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));

  g_assert_true (qd_edit_resolve_blocker (fixture->store, fixture->checkin,
                                          card_fixture_day (7), NULL));
  assert_blocked (fixture, FALSE);
  for (guint i = 0; i < 2; i++)
    {
      draft.supersedes = qd_edit_check_in (fixture->store, fixture->card, &draft, NULL);
      g_assert_cmpint (draft.supersedes, !=, QD_ID_NONE);
      assert_blocked (fixture, FALSE);
      fixture->clock.now += 1000;
    }
  g_assert_cmpint (scratch_ask (fixture->scratch->path, "SELECT count(*) FROM checkin"
                                " WHERE resolved='2026-10-07'"), ==, 3);

  draft.blocker = "No data yet";
  g_assert_true (say (fixture, &draft, NULL));
  assert_blocked (fixture, TRUE);
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  assert_blocked (fixture, FALSE);

  /* Said anew, it is not corrected: it is in the way again. */
  draft.blocker = "No data";
  draft.supersedes = QD_ID_NONE;
  g_assert_true (say (fixture, &draft, NULL));
  assert_blocked (fixture, TRUE);
}

/* A check-in that moves the card, alone or with others in the column. */
static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  const QdId other = fixture_new_card (fixture->store, fixture->columns[1], "Other");
  const QdCheckinDraft draft = {
    .day = card_fixture_day (9), .value = 15, .confidence = 9, .column = fixture->columns[1],
  };
  QdCard *card = QD_CARD (qd_store_lookup (fixture->store, fixture->card));
  g_autofree char *titles = NULL;

  g_assert_true (say (fixture, &draft, NULL));
  titles = fixture_titles (fixture->store, fixture->columns[1]);
  g_assert_cmpstr (titles, ==, "Other Raise NPS");
  assert_current (fixture, 15);

  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  g_assert_cmpint (qd_entity_get_id (QD_ENTITY (qd_card_get_column (card))), ==,
                   fixture->columns[0]);
  assert_current (fixture, 12);
  g_assert_nonnull (qd_store_lookup (fixture->store, other));
}

/* An advice rests while it rests on the same, and by the end of a line. */
static void
test_answered (Fixture       *fixture,
               gconstpointer  data)
{
  QdKeyResult *card = QD_KEY_RESULT (qd_store_lookup (fixture->store, fixture->card));

  g_assert_false (qd_key_result_is_answered (card, 7, "3 of 5"));
  g_assert_cmpint (qd_edit_answer (fixture->store, fixture->card, 7, "3 of 5", NULL, NULL), !=,
                   QD_ID_NONE);
  g_assert_true (qd_key_result_is_answered (card, 7, "3 of 5"));
  g_assert_false (qd_key_result_is_answered (card, 7, "3 of"));
  g_assert_false (qd_key_result_is_answered (card, 7, "3 of 50"));
  g_assert_false (qd_key_result_is_answered (card, 77, "3 of 5"));
  g_assert_cmpint (qd_edit_answer (fixture->store, fixture->card, 17, "x", NULL, NULL), !=,
                   QD_ID_NONE);
  g_assert_true (qd_key_result_is_answered (card, 7, "3 of 5"));
  g_assert_true (qd_key_result_is_answered (card, 17, "x"));
  g_assert_false (qd_key_result_is_answered (card, 7, "x"));

  /* One that rests on nothing. */
  g_assert_false (qd_key_result_is_answered (card, 9, ""));
  g_assert_cmpint (qd_edit_answer (fixture->store, fixture->card, 9, "", NULL, NULL), !=,
                   QD_ID_NONE);
  g_assert_true (qd_key_result_is_answered (card, 9, ""));
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

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/edit-rules/refused/", refusals[i].name, NULL);

      add_test (path, GUINT_TO_POINTER (i), test_refused);
    }
  add_test ("/edit-rules/same-figures", NULL, test_same_figures);
  add_test ("/edit-rules/nothing", NULL, test_nothing);
  add_test ("/edit-rules/typing", NULL, test_typing);
  add_test ("/edit-rules/correction", NULL, test_correction);
  add_test ("/edit-rules/correct-elsewhere", NULL, test_correct_elsewhere);
  add_test ("/edit-rules/correct-resolved", NULL, test_correct_resolved);
  add_test ("/edit-rules/move", NULL, test_move);
  add_test ("/edit-rules/answered", NULL, test_answered);

  return g_test_run ();
}
