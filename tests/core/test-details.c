/* What belongs to one card, as somebody sees who looks at it: in which order, what
 * was before, what was corrected, and what of it is out of sight.
 */

#include "config.h"

#include <math.h>

#include "card-fixture.h"
#include "method/qd-confidence.h"
#include "store/qd-details.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-checkin.h"
#include "store/qd-edit.h"
#include "store/qd-undo.h"

static QdDetails *
read_details (Fixture *fixture,
              QdId     card)
{
  g_autoptr (GError) error = NULL;
  QdDetails *details = qd_details_read (fixture->store, card, &error);

  g_assert_no_error (error);
  g_assert_nonnull (details);

  return details;
}

static void
append_number (GString *text,
               double   number)
{
  if (isnan (number))
    g_string_append_c (text, '-');
  else
    g_string_append_printf (text, "%g", number);
}

static void
append_day (GString *text,
            QdDay    day)
{
  g_autofree char *iso = day != QD_DAY_NONE ? qd_day_to_iso (day) : g_strdup ("-");

  g_string_append_printf (text, " %s", g_str_has_prefix (iso, "2026-10-") ? iso + 8 : iso);
}

static void
append_checkins (GString   *text,
                 GPtrArray *checkins)
{
  for (guint i = 0; i < checkins->len; i++)
    {
      const QdCheckin *checkin = checkins->pdata[i];

      g_string_append (text, "check-in");
      append_day (text, checkin->day);
      g_string_append_c (text, ' ');
      append_number (text, checkin->before);
      g_string_append_c (text, '>');
      append_number (text, checkin->value);
      g_string_append_printf (text, " \"%s\" \"%s\"", checkin->note, checkin->blocker);
      append_day (text, checkin->resolved);
      g_string_append_printf (text, " %d%s\n", checkin->confidence,
                              checkin->superseded ? " corrected" : "");
    }
}

/* A line for each thing; days of October by their number, "-" for none. */
static char *
describe (const QdDetails *details)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < details->milestones->len; i++)
    {
      const QdMilestone *milestone = details->milestones->pdata[i];

      g_string_append_printf (text, "milestone %s%s", milestone->title,
                              milestone->done ? " done" : "");
      append_day (text, milestone->due);
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < details->phases->len; i++)
    {
      const QdPhase *phase = details->phases->pdata[i];

      g_string_append (text, "phase");
      append_day (text, phase->day);
      g_string_append_c (text, ' ');
      append_number (text, phase->value);
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < details->dependencies->len; i++)
    {
      const QdDependency *dependency = details->dependencies->pdata[i];

      g_string_append_printf (text, "dependency %s \"%s\"", dependency->title,
                              dependency->waits_for);
      append_day (text, dependency->flagged);
      append_day (text, dependency->escalated);
      append_day (text, dependency->resolved);
      g_string_append_c (text, '\n');
    }
  append_checkins (text, details->checkins);
  for (guint i = 0; i < details->comments->len; i++)
    g_string_append_printf (text, "comment %s\n",
                            ((QdComment *) details->comments->pdata[i])->text);

  return g_string_free (text, FALSE);
}

static void
assert_details (Fixture    *fixture,
                QdId        card,
                const char *expected)
{
  g_autoptr (QdDetails) details = read_details (fixture, card);
  g_autofree char *described = describe (details);

  g_assert_cmpstr (described, ==, expected);
}

#define MILESTONES "milestone Pilot -\nmilestone Roll-out -\n"
#define PHASES "phase 15 13\n"
#define DEPENDENCIES "dependency Data feed \"Platform\" 01 - -\n"
#define CHECKINS "check-in 02 ->12 \"A start\" \"No data\" - 6\n"
#define COMMENTS "comment Well begun\n"

static void
test_rich (Fixture       *fixture,
           gconstpointer  data)
{
  assert_details (fixture, fixture->card,
                  MILESTONES PHASES DEPENDENCIES CHECKINS COMMENTS);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  const QdId card = fixture_new_card (fixture->store, fixture->columns[0], "Empty");

  assert_details (fixture, card, "");
  assert_details (fixture, 4711, "");
  assert_details (fixture, QD_ID_NONE, "");
  assert_details (fixture, fixture->board, "");
}

static void
test_orders (Fixture       *fixture,
             gconstpointer  data)
{
  QdStore *store = fixture->store;
  const QdId card = fixture->card;
  QdId first, second;

  g_assert_true (qd_edit_move (store, QD_ENTITY_MILESTONE, fixture->milestone, card,
                               QD_SIDE_LAST, QD_ID_NONE, NULL));
  g_assert_true (qd_edit_set_milestone_done (store, fixture->milestone, TRUE, NULL));
  g_assert_true (qd_edit_set_milestone_due (store, fixture->milestone, card_fixture_day (9), NULL));
  g_assert_cmpint (qd_edit_new_phase (store, card, card_fixture_day (3), 0.5, NULL), !=,
                   QD_ID_NONE);
  first = qd_edit_new_dependency (store, card, "Budget", NULL, card_fixture_day (4), NULL);
  fixture->clock.now += 1000;
  second = qd_edit_new_dependency (store, card, "Advice", "Legal", card_fixture_day (3), NULL);
  g_assert_true (qd_edit_escalate_dependency (store, first, card_fixture_day (5), NULL));
  g_assert_true (qd_edit_resolve_dependency (store, fixture->dependency, card_fixture_day (6),
                                             NULL));
  g_assert_cmpint (second, !=, QD_ID_NONE);
  fixture->clock.now += 1000;
  g_assert_cmpint (qd_edit_new_comment (store, card, "Go on", NULL), !=, QD_ID_NONE);

  assert_details (fixture, card,
                  "milestone Roll-out -\nmilestone Pilot done 09\n"
                  "phase 03 0.5\nphase 15 13\n"
                  "dependency Budget \"\" 04 05 -\n"
                  "dependency Advice \"Legal\" 03 - -\n"
                  "dependency Data feed \"Platform\" 01 - 06\n"
                  CHECKINS "comment Well begun\ncomment Go on\n");
}

/* Said a second after what was said before. */
static QdId
say (Fixture *fixture,
     guint    day,
     double   value,
     QdId     supersedes)
{
  const QdId id = card_fixture_say (fixture, day, value, supersedes);

  fixture->clock.now += 1000;

  return id;
}

/* What was before is what counts: not what was corrected, not what told no value. */
static void
test_before (Fixture       *fixture,
             gconstpointer  data)
{
  QdId late, first;

  say (fixture, 9, NAN, QD_ID_NONE);
  late = say (fixture, 16, 14, QD_ID_NONE);
  first = say (fixture, 2, 11, fixture->checkin);
  say (fixture, 16, 15, QD_ID_NONE);
  assert_details (fixture, fixture->card,
                  MILESTONES PHASES DEPENDENCIES
                  "check-in 02 ->12 \"A start\" \"No data\" - 6 corrected\n"
                  "check-in 02 ->11 \"So\" \"\" - -1\n"
                  "check-in 09 11>- \"So\" \"\" - -1\n"
                  "check-in 16 11>14 \"So\" \"\" - -1\n"
                  "check-in 16 14>15 \"So\" \"\" - -1\n" COMMENTS);

  /* A correction that is out of sight corrects nothing. */
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_CHECKIN, first, TRUE, NULL));
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_CHECKIN, late, TRUE, NULL));
  assert_details (fixture, fixture->card,
                  MILESTONES PHASES DEPENDENCIES CHECKINS
                  "check-in 09 12>- \"So\" \"\" - -1\n"
                  "check-in 16 12>15 \"So\" \"\" - -1\n" COMMENTS);
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_true (qd_edit_resolve_blocker (fixture->store, fixture->checkin, card_fixture_day (7),
                                          NULL));
  assert_details (fixture, fixture->card,
                  MILESTONES PHASES DEPENDENCIES
                  "check-in 02 ->12 \"A start\" \"No data\" 07 6\n" COMMENTS);
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  assert_details (fixture, fixture->card, MILESTONES PHASES DEPENDENCIES CHECKINS);
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  assert_details (fixture, fixture->card, MILESTONES PHASES DEPENDENCIES);
}

static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (QdDetails) details = read_details (fixture, fixture->card);
  const QdCheckin *checkin = qd_details_find_checkin (details, fixture->checkin);
  const QdComment *comment = qd_details_find_comment (details, fixture->comment);

  g_assert_nonnull (checkin);
  g_assert_cmpfloat (checkin->value, ==, 12);
  g_assert_nonnull (comment);
  g_assert_cmpstr (comment->text, ==, "Well begun");
  g_assert_null (qd_details_find_checkin (details, fixture->comment));
  g_assert_null (qd_details_find_comment (details, fixture->checkin));
}

static void
assert_answer (Fixture    *fixture,
               QdId        about,
               int         rule,
               const char *facts,
               const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = qd_details_dup_answer (fixture->store, about, rule, facts, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_answers (Fixture       *fixture,
              gconstpointer  data)
{
  QdStore *store = fixture->store;
  QdId last;

  g_assert_cmpint (qd_edit_answer (store, fixture->card, 7, "3", "Early", NULL), !=, QD_ID_NONE);
  fixture->clock.now += 1000;
  last = qd_edit_answer (store, fixture->card, 7, "3", "Late", NULL);
  g_assert_cmpint (qd_edit_answer (store, fixture->objective, 8, "", NULL, NULL), !=, QD_ID_NONE);
  assert_answer (fixture, fixture->card, 7, "3", "Late");
  assert_answer (fixture, fixture->card, 7, "4", NULL);
  assert_answer (fixture, fixture->card, 8, "3", NULL);
  assert_answer (fixture, fixture->board, 7, "3", NULL);
  assert_answer (fixture, fixture->objective, 8, "", "");

  g_assert_true (qd_edit_archive (store, QD_ENTITY_ANSWER, last, TRUE, NULL));
  assert_answer (fixture, fixture->card, 7, "3", "Early");
}

/* Cells that were lost, or that no program of today writes. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  QdTransaction *transaction = qd_transaction_new (fixture->store, QD_TRANSACTION_EDIT);

  qd_transaction_clear (transaction, fixture->milestone, QD_FIELD_MILESTONE_TITLE);
  qd_transaction_set_text (transaction, fixture->milestone, QD_FIELD_MILESTONE_DUE, "soon");
  qd_transaction_clear (transaction, fixture->phase, QD_FIELD_PHASE_DAY);
  qd_transaction_clear (transaction, fixture->phase, QD_FIELD_PHASE_VALUE);
  qd_transaction_clear (transaction, fixture->dependency, QD_FIELD_DEPENDENCY_TITLE);
  qd_transaction_clear (transaction, fixture->dependency, QD_FIELD_DEPENDENCY_ON);
  qd_transaction_clear (transaction, fixture->dependency, QD_FIELD_DEPENDENCY_FLAGGED);
  qd_transaction_clear (transaction, fixture->checkin, QD_FIELD_CHECKIN_DAY);
  qd_transaction_clear (transaction, fixture->checkin, QD_FIELD_CHECKIN_VALUE);
  qd_transaction_clear (transaction, fixture->checkin, QD_FIELD_CHECKIN_NOTE);
  qd_transaction_set_text (transaction, fixture->checkin, QD_FIELD_CHECKIN_CONFIDENCE, "high");
  qd_transaction_set_id (transaction, fixture->checkin, QD_FIELD_CHECKIN_SUPERSEDES,
                         fixture->checkin);
  qd_transaction_clear (transaction, fixture->comment, QD_FIELD_COMMENT_TEXT);
  g_assert_true (qd_transaction_commit (transaction, NULL));
  qd_transaction_free (transaction);

  assert_details (fixture, fixture->card,
                  "milestone  -\nmilestone Roll-out -\nphase - -\n"
                  "dependency  \"\" - - -\n"
                  "check-in - ->- \"\" \"No data\" - -1 corrected\ncomment \n");
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

  add_test ("/details/rich", test_rich);
  add_test ("/details/empty", test_empty);
  add_test ("/details/orders", test_orders);
  add_test ("/details/before", test_before);
  add_test ("/details/undo", test_undo);
  add_test ("/details/find", test_find);
  add_test ("/details/answers", test_answers);
  add_test ("/details/damaged", test_damaged);

  return g_test_run ();
}
