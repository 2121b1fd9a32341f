/* Everything that a person does with a key result and with what belongs to it: each
 * is one entry of the log, one undo step that brings back exactly what was, one
 * sentence of the history, and the models tell of it.
 *
 * What is refused is in test-edit-rules.c.
 */

#include "config.h"

#include <math.h>

#include "card-fixture.h"
#include "method/qd-confidence.h"
#include "state-dump.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-checkin.h"
#include "store/qd-edit-close.h"
#include "store/qd-edit.h"
#include "store/qd-field.h"
#include "store/qd-history.h"
#include "store/qd-undo.h"

static gboolean
set_metric (Fixture  *fixture,
            GError  **error)
{
  return qd_edit_set_metric (fixture->store, fixture->card, QD_METRIC_WITHIN, error);
}

static gboolean
set_result (Fixture  *fixture,
            GError  **error)
{
  return qd_edit_set_result (fixture->store, fixture->card, QD_RESULT_OUTCOME, error);
}

static gboolean
set_commitment (Fixture  *fixture,
                GError  **error)
{
  return qd_edit_set_commitment (fixture->store, fixture->objective, QD_COMMITMENT_COMMITTED,
                                 error);
}

static gboolean
set_rhythm (Fixture  *fixture,
            GError  **error)
{
  static const QdRhythm rhythm = { 14, G_DATE_TUESDAY };

  return qd_edit_set_rhythm (fixture->store, fixture->board, &rhythm, error);
}

#define FIGURE(name, thing, field, value) \
  static gboolean \
  name (Fixture  *fixture, \
        GError  **error) \
  { \
    return qd_edit_set_figure (fixture->store, fixture->thing, field, value, error); \
  }

FIGURE (set_baseline, card, QD_FIELD_CARD_BASELINE, 5)
FIGURE (clear_baseline, card, QD_FIELD_CARD_BASELINE, NAN)
FIGURE (set_target, card, QD_FIELD_CARD_TARGET, 30.5)
FIGURE (set_large_target, card, QD_FIELD_CARD_TARGET, 12345678901.5)
FIGURE (clear_target, card, QD_FIELD_CARD_TARGET, NAN)
FIGURE (set_upper, card, QD_FIELD_CARD_UPPER, 50)
FIGURE (clear_upper, card, QD_FIELD_CARD_UPPER, NAN)
FIGURE (set_weight, card, QD_FIELD_CARD_WEIGHT, 0.1)
FIGURE (clear_weight, card, QD_FIELD_CARD_WEIGHT, NAN)
FIGURE (weigh_objective, objective, QD_FIELD_OBJECTIVE_WEIGHT, 2)

static gboolean
change_objective (Fixture  *fixture,
                  GError  **error)
{
  const QdObjectiveDraft draft = {
    .title = "Delight",
    .colour = 2,
    .commitment = QD_COMMITMENT_COMMITTED,
    .weight = 0.5,
  };

  return qd_edit_change_objective (fixture->store, fixture->objective, &draft, error);
}

#define TEXT(name, thing, field, value) \
  static gboolean \
  name (Fixture  *fixture, \
        GError  **error) \
  { \
    return qd_edit_set_text (fixture->store, fixture->thing, field, value, FALSE, error); \
  }

TEXT (set_unit, card, QD_FIELD_CARD_UNIT, "points")
TEXT (clear_unit, card, QD_FIELD_CARD_UNIT, "")
TEXT (set_measurement, card, QD_FIELD_CARD_MEASUREMENT, "Survey")
TEXT (set_description, card, QD_FIELD_CARD_DESCRIPTION, "Those who stay")
TEXT (set_why, objective, QD_FIELD_OBJECTIVE_WHY, "They pay")
TEXT (set_waits_for, dependency, QD_FIELD_DEPENDENCY_ON, "Legal")
TEXT (set_comment, comment, QD_FIELD_COMMENT_TEXT, "Well meant")

static gboolean
new_milestone (Fixture  *fixture,
               GError  **error)
{
  return qd_edit_new_milestone (fixture->store, fixture->card, " Sign\nit ",
                                error) != QD_ID_NONE;
}

static gboolean
reach_milestone (Fixture  *fixture,
                 GError  **error)
{
  return qd_edit_set_milestone_done (fixture->store, fixture->milestone, TRUE, error);
}

static gboolean
date_milestone (Fixture  *fixture,
                GError  **error)
{
  return qd_edit_set_milestone_due (fixture->store, fixture->milestone, card_fixture_day (20),
                                    error);
}

static gboolean
rename_milestone (Fixture  *fixture,
                  GError  **error)
{
  return qd_edit_rename (fixture->store, QD_ENTITY_MILESTONE, fixture->milestone, "Trial", error);
}

static gboolean
move_milestone (Fixture  *fixture,
                GError  **error)
{
  return qd_edit_move (fixture->store, QD_ENTITY_MILESTONE, fixture->milestone, fixture->card,
                       QD_SIDE_LAST, QD_ID_NONE, error);
}

#define ARCHIVE(name, kind, thing) \
  static gboolean \
  name (Fixture  *fixture, \
        GError  **error) \
  { \
    return qd_edit_archive (fixture->store, kind, fixture->thing, TRUE, error); \
  }

ARCHIVE (archive_milestone, QD_ENTITY_MILESTONE, milestone)
ARCHIVE (archive_phase, QD_ENTITY_PHASE, phase)
ARCHIVE (archive_dependency, QD_ENTITY_DEPENDENCY, dependency)
ARCHIVE (archive_checkin, QD_ENTITY_CHECKIN, checkin)
ARCHIVE (archive_comment, QD_ENTITY_COMMENT, comment)

static gboolean
new_phase (Fixture  *fixture,
           GError  **error)
{
  return qd_edit_new_phase (fixture->store, fixture->card, card_fixture_day (8), 11,
                            error) != QD_ID_NONE;
}

static gboolean
change_phase (Fixture  *fixture,
              GError  **error)
{
  return qd_edit_change_phase (fixture->store, fixture->phase, card_fixture_day (16), 14, error);
}

static gboolean
change_phase_value (Fixture  *fixture,
                    GError  **error)
{
  return qd_edit_change_phase (fixture->store, fixture->phase, card_fixture_day (15), 14, error);
}

static gboolean
new_dependency (Fixture  *fixture,
                GError  **error)
{
  return qd_edit_new_dependency (fixture->store, fixture->card, "Budget", NULL,
                                 card_fixture_day (3), error) != QD_ID_NONE;
}

static gboolean
rename_dependency (Fixture  *fixture,
                   GError  **error)
{
  return qd_edit_rename (fixture->store, QD_ENTITY_DEPENDENCY, fixture->dependency, "API", error);
}

static gboolean
flag (Fixture  *fixture,
      GError  **error)
{
  return qd_edit_flag_dependency (fixture->store, fixture->dependency, card_fixture_day (2),
                                  error);
}

static gboolean
escalate (Fixture  *fixture,
          GError  **error)
{
  return qd_edit_escalate_dependency (fixture->store, fixture->dependency, card_fixture_day (4),
                                      error);
}

static gboolean
resolve (Fixture  *fixture,
         GError  **error)
{
  return qd_edit_resolve_dependency (fixture->store, fixture->dependency, card_fixture_day (5),
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
check_in (Fixture  *fixture,
          GError  **error)
{
  const QdCheckinDraft draft = {
    .day = card_fixture_day (9), .value = 15, .note = "On the way", .blocker = "Nobody",
    .confidence = 0,
  };

  return say (fixture, &draft, error);
}

/* A new blocker, as one is there already, changes nothing that the card shows. */
static gboolean
note_blocker (Fixture  *fixture,
              GError  **error)
{
  const QdCheckinDraft draft = {
    .day = card_fixture_day (2), .value = NAN, .blocker = "Nobody",
    .confidence = QD_CONFIDENCE_NONE,
  };

  return say (fixture, &draft, error);
}

static gboolean
check_in_and_move (Fixture  *fixture,
                   GError  **error)
{
  const QdCheckinDraft draft = {
    .day = card_fixture_day (9), .value = 15, .confidence = 9, .column = fixture->columns[1],
  };

  return say (fixture, &draft, error);
}

static gboolean
correct (Fixture  *fixture,
         GError  **error)
{
  const QdCheckinDraft draft = {
    .day = card_fixture_day (2), .value = 11, .confidence = QD_CONFIDENCE_NONE,
    .supersedes = fixture->checkin,
  };

  return say (fixture, &draft, error);
}

static gboolean
resolve_blocker (Fixture  *fixture,
                 GError  **error)
{
  return qd_edit_resolve_blocker (fixture->store, fixture->checkin, card_fixture_day (7), error);
}

static gboolean
new_comment (Fixture  *fixture,
             GError  **error)
{
  return qd_edit_new_comment (fixture->store, fixture->card, "Go on", error) != QD_ID_NONE;
}

#define ANSWER(name, thing) \
  static gboolean \
  name (Fixture  *fixture, \
        GError  **error) \
  { \
    return qd_edit_answer (fixture->store, fixture->thing, 7, "3 of 5", "We know", \
                           error) != QD_ID_NONE; \
  }

ANSWER (answer_card, card)
ANSWER (answer_objective, objective)
ANSWER (answer_board, board)

/* At the end of a cycle. What goes on in the next is in test-close.c. */
TEXT (set_learning, card, QD_FIELD_CARD_LEARNING, "Ask sooner")
TEXT (set_card_shelf_reason, card, QD_FIELD_CARD_SHELF_REASON, "No data")
TEXT (set_shelf_reason, objective, QD_FIELD_OBJECTIVE_SHELF_REASON, "No time")

static gboolean
set_grade (Fixture  *fixture,
           GError  **error)
{
  return qd_edit_set_grade (fixture->store, fixture->card, 0.7, "Nearly", error);
}

static gboolean
set_decision (Fixture  *fixture,
              GError  **error)
{
  return qd_edit_set_decision (fixture->store, fixture->card, QD_DECISION_DROP, error);
}

static gboolean
accept_grades (Fixture  *fixture,
               GError  **error)
{
  return qd_edit_accept_grades (fixture->store, fixture->board, card_fixture_day (31), error);
}

typedef struct
{
  const char *name;
  gboolean (* edit) (Fixture *, GError **);
  const char *sentence;
  const char *undo_name;
  /* What the card, its objective and its board notify. */
  const char *notified;
} Case;

static const Case cases[] = {
  { "metric", set_metric, "Changed the kind of metric of “Raise NPS”",
    "Change the Kind of Metric of “Raise NPS”", "metric" },
  { "baseline", set_baseline, "Set the baseline of “Raise NPS” to 5%",
    "Set the Baseline of “Raise NPS” to 5%", "baseline" },
  { "no-baseline", clear_baseline, "Took the baseline off “Raise NPS”",
    "Take the Baseline off “Raise NPS”", "baseline" },
  { "target", set_target, "Set the target of “Raise NPS” to 30.5%",
    "Set the Target of “Raise NPS” to 30.5%", "target" },
  { "large-target", set_large_target, "Set the target of “Raise NPS” to 12345678901.5%",
    "Set the Target of “Raise NPS” to 12345678901.5%", "target" },
  { "no-target", clear_target, "Took the target off “Raise NPS”",
    "Take the Target off “Raise NPS”", "target" },
  { "upper", set_upper, "Set the upper limit of “Raise NPS” to 50%",
    "Set the Upper Limit of “Raise NPS” to 50%", "upper" },
  { "no-upper", clear_upper, "Took the upper limit off “Raise NPS”",
    "Take the Upper Limit off “Raise NPS”", "upper" },
  { "weight", set_weight, "Set the weight of “Raise NPS” to 0.1",
    "Set the Weight of “Raise NPS” to 0.1", "weight" },
  { "no-weight", clear_weight, "Took the weight off “Raise NPS”",
    "Take the Weight off “Raise NPS”", "weight" },
  { "unit", set_unit, "Set the unit of “Raise NPS” to “points”",
    "Set the Unit of “Raise NPS” to “points”", "unit" },
  { "no-unit", clear_unit, "Took the unit off “Raise NPS”", "Take the Unit off “Raise NPS”",
    "unit" },
  { "measurement", set_measurement, "Changed how “Raise NPS” is measured",
    "Change How “Raise NPS” Is Measured", "measurement" },
  { "description", set_description, "Changed the description of “Raise NPS”",
    "Change the Description of “Raise NPS”", "description" },
  { "result", set_result, "Changed whether “Raise NPS” is an outcome",
    "Change Whether “Raise NPS” Is an Outcome", "result" },
  { "commitment", set_commitment, "Changed the commitment of “Delight”",
    "Change the Commitment of “Delight”", "commitment" },
  { "objective-weight", weigh_objective, "Set the weight of “Delight” to 2",
    "Set the Weight of “Delight” to 2", "weight" },
  { "objective", change_objective, "Changed the colour of “Delight”",
    "Change the Colour of “Delight”", "colour commitment weight" },
  { "why", set_why, "Changed why “Delight” matters", "Change Why “Delight” Matters", "why" },
  { "rhythm", set_rhythm, "Changed when check-ins of “Growth” are due",
    "Change When Check-ins of “Growth” Are Due", "cadence weekday" },

  { "milestone", new_milestone, "Added the milestone “Sign it”",
    "Add the Milestone “Sign it”", "summary" },
  { "milestone/reached", reach_milestone, "Reached the milestone “Pilot”",
    "Reach the Milestone “Pilot”", "summary" },
  { "milestone/due", date_milestone, "Changed when “Pilot” is due",
    "Change When “Pilot” Is Due", "" },
  { "milestone/renamed", rename_milestone, "Renamed “Pilot” to “Trial”",
    "Rename “Pilot” to “Trial”", "" },
  { "milestone/moved", move_milestone, "Moved the milestone “Pilot”",
    "Move the Milestone “Pilot”", "" },
  { "milestone/archived", archive_milestone, "Removed the milestone “Pilot”",
    "Remove the Milestone “Pilot”", "summary" },
  { "phase", new_phase, "Added a phased target to “Raise NPS”",
    "Add a Phased Target to “Raise NPS”", "summary" },
  { "phase/changed", change_phase, "Changed a phased target of “Raise NPS”",
    "Change a Phased Target of “Raise NPS”", "summary" },
  { "phase/value", change_phase_value, "Changed a phased target of “Raise NPS”",
    "Change a Phased Target of “Raise NPS”", "summary" },
  { "phase/archived", archive_phase, "Removed a phased target of “Raise NPS”",
    "Remove a Phased Target of “Raise NPS”", "summary" },
  { "dependency", new_dependency, "Noted the dependency “Budget”",
    "Note the Dependency “Budget”", "summary" },
  { "dependency/renamed", rename_dependency, "Renamed “Data feed” to “API”",
    "Rename “Data feed” to “API”", "" },
  { "dependency/on", set_waits_for, "Changed on whom “Data feed” depends",
    "Change on Whom “Data feed” Depends", "" },
  { "dependency/flagged", flag, "Changed since when one waits for “Data feed”",
    "Change Since When One Waits for “Data feed”", "" },
  { "dependency/escalated", escalate, "Escalated “Data feed”", "Escalate “Data feed”",
    "summary" },
  { "dependency/resolved", resolve, "Resolved “Data feed”", "Resolve “Data feed”",
    "summary" },
  { "dependency/archived", archive_dependency, "Removed the dependency “Data feed”",
    "Remove the Dependency “Data feed”", "summary" },
  { "check-in", check_in, "Checked in on “Raise NPS”", "Check In on “Raise NPS”",
    "summary current" },
  { "check-in/blocker", note_blocker, "Checked in on “Raise NPS”", "Check In on “Raise NPS”",
    "" },
  { "check-in/move", check_in_and_move, "Checked in on “Raise NPS”",
    "Check In on “Raise NPS”", "summary current column rank" },
  { "check-in/correction", correct, "Corrected a check-in on “Raise NPS”",
    "Correct a Check-in on “Raise NPS”", "summary current" },
  { "check-in/resolved", resolve_blocker, "Resolved a blocker of “Raise NPS”",
    "Resolve a Blocker of “Raise NPS”", "summary" },
  { "check-in/archived", archive_checkin, "Removed a check-in on “Raise NPS”",
    "Remove a Check-in on “Raise NPS”", "summary current" },
  { "comment", new_comment, "Commented on “Raise NPS”", "Comment on “Raise NPS”",
    "summary" },
  { "comment/changed", set_comment, "Changed a comment on “Raise NPS”",
    "Change a Comment on “Raise NPS”", "" },
  { "comment/archived", archive_comment, "Removed a comment on “Raise NPS”",
    "Remove a Comment on “Raise NPS”", "summary" },
  { "answer", answer_card, "Answered the advice on “Raise NPS”",
    "Answer the Advice on “Raise NPS”", "summary" },
  { "answer/objective", answer_objective, "Answered the advice on “Delight”",
    "Answer the Advice on “Delight”", "" },
  { "answer/board", answer_board, "Answered the advice on “Growth”",
    "Answer the Advice on “Growth”", "" },
  { "grade", set_grade, "Graded “Raise NPS” 0.7", "Grade “Raise NPS” 0.7", "grade" },
  { "grade/accepted", accept_grades, "Graded “Raise NPS” 0.2", "Grade “Raise NPS” 0.2",
    "grade" },
  { "learning", set_learning, "Changed what was learned from “Raise NPS”",
    "Change What Was Learned from “Raise NPS”", "" },
  { "decision", set_decision, "Decided what becomes of “Raise NPS”",
    "Decide What Becomes of “Raise NPS”", "" },
  { "shelf-reason", set_card_shelf_reason, "Changed why “Raise NPS” waits",
    "Change Why “Raise NPS” Waits", "" },
  { "shelf-reason/objective", set_shelf_reason, "Changed why “Delight” waits",
    "Change Why “Delight” Waits", "" },
};

static char *
newest_sentence (Fixture *fixture,
                 QdId     id)
{
  g_autoptr (GPtrArray) history = qd_history_of (fixture->store, id, 1, NULL);

  g_assert_nonnull (history);

  return history->len > 0 ? g_strdup (((QdHistoryEntry *) history->pdata[0])->sentence) : NULL;
}

static void
on_notify (GObject    *object,
           GParamSpec *pspec,
           GString    *names)
{
  g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", pspec->name);
}

/* Does it, and returns what the models notified. */
static char *
edit_watched (Fixture    *fixture,
              const Case *edit_case)
{
  const QdId watched[] = { fixture->card, fixture->objective, fixture->board };
  GString *names = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect (qd_store_lookup (fixture->store, watched[i]), "notify",
                      G_CALLBACK (on_notify), names);
  edit_case->edit (fixture, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_handlers_disconnect_by_data (qd_store_lookup (fixture->store, watched[i]), names);

  return g_string_free (names, FALSE);
}

static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  const Case *edit_case = data;
  const gint64 n_entries = card_fixture_count (fixture);
  g_autofree char *before = card_fixture_dump (fixture);
  g_autofree char *notified = edit_watched (fixture, edit_case);
  g_autofree char *after = card_fixture_dump (fixture);
  g_autofree char *sentence = newest_sentence (fixture, QD_ID_NONE);
  g_autofree char *name = qd_undo_dup_name (fixture->store);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_cmpint (card_fixture_count (fixture), ==, n_entries + 1);
  g_assert_cmpstr (after, !=, before);
  g_assert_cmpstr (sentence, ==, edit_case->sentence);
  g_assert_cmpstr (name, ==, edit_case->undo_name);
  g_assert_cmpstr (notified, ==, edit_case->notified);

  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  undone = card_fixture_dump (fixture);
  state_assert_same ("What was before, and what is after it was undone", before, undone);
  g_assert_true (qd_undo_redo (fixture->store, NULL, NULL));
  redone = card_fixture_dump (fixture);
  state_assert_same ("What was done, and what is after it was redone", after, redone);
}

/* Each is told with the thing that somebody looks at. */
static void
test_told (Fixture       *fixture,
           gconstpointer  data)
{
  const Case *edit_case = data;
  const QdId things[] = { fixture->card, fixture->objective, fixture->board };
  g_autoptr (GError) error = NULL;
  guint n_told = 0;

  edit_case->edit (fixture, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    {
      g_autofree char *sentence = newest_sentence (fixture, things[i]);

      n_told += g_strcmp0 (sentence, edit_case->sentence) == 0;
    }
  g_assert_cmpuint (n_told, ==, 1);
}

/* On a closed board, not one of them does anything. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  const Case *edit_case = data;
  g_autoptr (QdTransaction) transaction = qd_transaction_new (fixture->store,
                                                              QD_TRANSACTION_EDIT);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  qd_transaction_set_day (transaction, fixture->board, QD_FIELD_BOARD_CLOSED,
                          card_fixture_day (30));
  g_assert_true (qd_transaction_commit (transaction, NULL));
  before = card_fixture_dump (fixture);
  g_assert_false (edit_case->edit (fixture, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==,
                   "The board “Growth” is closed. Reopen it to change it.");
  after = card_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* "Every property that can be edited is in the log, in undo, in the history": no
 * field of the registry is left out above.
 */
static void
test_every_field (Fixture       *fixture,
                  gconstpointer  data)
{
  static const QdEntityKind kinds[] = {
    QD_ENTITY_CARD, QD_ENTITY_MILESTONE, QD_ENTITY_CHECKIN, QD_ENTITY_COMMENT,
    QD_ENTITY_DEPENDENCY, QD_ENTITY_PHASE, QD_ENTITY_ANSWER,
  };
  /* Whose place is in other tests: see qd-edit.h. */
  static const QdField others[] = {
    QD_FIELD_CARD_ARCHIVED, QD_FIELD_CARD_OBJECTIVE, QD_FIELD_CARD_OWNER,
    QD_FIELD_ANSWER_ARCHIVED, QD_FIELD_CARD_CONTINUES,
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      cases[i].edit (fixture, &error);
      g_assert_no_error (error);
    }

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n_fields;
      const QdFieldInfo *fields = qd_field_list (kinds[i], &n_fields);

      for (guint j = 0; j < n_fields; j++)
        {
          g_autofree char *sql = NULL;
          gboolean elsewhere = (int) fields[j].field % 100 == QD_FIELD_DELETED;

          for (guint k = 0; k < G_N_ELEMENTS (others); k++)
            elsewhere |= fields[j].field == others[k];
          sql = g_strdup_printf ("SELECT count(*) FROM chg WHERE field=%d", fields[j].field);
          g_test_message ("%s.%s", fields[j].table, fields[j].column);
          g_assert_true (elsewhere || scratch_ask (fixture->scratch->path, sql) > 0);
        }
    }
}

/* What is taken back by a button, and not by undo. */
static void
test_back (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    QdEntityKind kind;
    gsize offset;
    const char *sentence;
  } archived[] = {
    { QD_ENTITY_MILESTONE, G_STRUCT_OFFSET (Fixture, milestone),
      "Restored the milestone “Pilot”" },
    { QD_ENTITY_PHASE, G_STRUCT_OFFSET (Fixture, phase),
      "Restored a phased target of “Raise NPS”" },
    { QD_ENTITY_DEPENDENCY, G_STRUCT_OFFSET (Fixture, dependency),
      "Restored the dependency “Data feed”" },
    { QD_ENTITY_CHECKIN, G_STRUCT_OFFSET (Fixture, checkin),
      "Restored a check-in on “Raise NPS”" },
    { QD_ENTITY_COMMENT, G_STRUCT_OFFSET (Fixture, comment),
      "Restored a comment on “Raise NPS”" },
  };
  QdStore *store = fixture->store;

#define assert_taken_back(done, back, expected) \
  G_STMT_START { \
    QdWorkspace *workspace = qd_store_get_workspace (store); \
    g_autofree char *was = state_dump_models (workspace); \
    g_autofree char *is = NULL; \
    g_autofree char *told = NULL; \
    g_assert_true (done); \
    fixture->clock.now += 1000; \
    g_assert_true (back); \
    is = state_dump_models (workspace); \
    g_assert_cmpstr (is, ==, was); \
    told = newest_sentence (fixture, fixture->card); \
    g_assert_cmpstr (told, ==, expected); \
    fixture->clock.now += 1000; \
  } G_STMT_END

  assert_taken_back (reach_milestone (fixture, NULL),
                     qd_edit_set_milestone_done (store, fixture->milestone, FALSE, NULL),
                     "Reopened the milestone “Pilot”");
  assert_taken_back (date_milestone (fixture, NULL),
                     qd_edit_set_milestone_due (store, fixture->milestone, QD_DAY_NONE, NULL),
                     "Changed when “Pilot” is due");
  assert_taken_back (escalate (fixture, NULL),
                     qd_edit_escalate_dependency (store, fixture->dependency, QD_DAY_NONE, NULL),
                     "Took back the escalation of “Data feed”");
  assert_taken_back (resolve (fixture, NULL),
                     qd_edit_resolve_dependency (store, fixture->dependency, QD_DAY_NONE, NULL),
                     "Reopened “Data feed”");
  assert_taken_back (resolve_blocker (fixture, NULL),
                     qd_edit_resolve_blocker (store, fixture->checkin, QD_DAY_NONE, NULL),
                     "Reopened a blocker of “Raise NPS”");
  for (guint i = 0; i < G_N_ELEMENTS (archived); i++)
    {
      const QdId id = G_STRUCT_MEMBER (QdId, fixture, archived[i].offset);

      assert_taken_back (qd_edit_archive (store, archived[i].kind, id, TRUE, NULL),
                         qd_edit_archive (store, archived[i].kind, id, FALSE, NULL),
                         archived[i].sentence);
    }
#undef assert_taken_back
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

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *edit = g_strconcat ("/edit-card/edit/", cases[i].name, NULL);
      g_autofree char *told = g_strconcat ("/edit-card/told/", cases[i].name, NULL);
      g_autofree char *closed = g_strconcat ("/edit-card/closed/", cases[i].name, NULL);

      add_test (edit, &cases[i], test_edit);
      add_test (told, &cases[i], test_told);
      add_test (closed, &cases[i], test_closed);
    }
  add_test ("/edit-card/every-field", NULL, test_every_field);
  add_test ("/edit-card/back", NULL, test_back);

  return g_test_run ();
}
