/* What is read of cycles that are over: calibration, what a draft is held against, and
 * what was learned, with whatever somebody types.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "closed-fixture.h"
#include "method-cases.h"
#include "store/qd-ambition-reader.h"
#include "store/qd-calibration-reader.h"
#include "store/qd-edit-checkin.h"
#include "store/qd-edit.h"
#include "store/qd-learning.h"

#define NOBODY QD_CONFIDENCE_NONE

static QdDay
day_of (guint year,
        guint month,
        guint day)
{
  return qd_day_new (year, month, day);
}

static QdId
team_of (ClosedFixture *self,
         QdId           board)
{
  return qd_entity_get_id (QD_ENTITY (qd_board_get_team (QD_BOARD (
    qd_store_lookup (self->store, board)))));
}

/* @n key results that were graded alike and believed in alike. */
static QdId
add_graded (ClosedFixture *self,
            QdId           board,
            guint          n,
            double         grade,
            int            confidence)
{
  QdId card = QD_ID_NONE;

  for (guint i = 0; i < n; i++)
    {
      card = closed_new_card (self, board, "Raise something", grade, NULL);
      closed_say (self, card, day_of (2025, 10, 2), 1, confidence);
    }

  return card;
}

static void
assert_calibration (ClosedFixture *self,
                    QdId           team,
                    guint          n,
                    double         confidence,
                    double         grade)
{
  g_autoptr (GError) error = NULL;
  QdCalibration got, from_file;

  g_assert_true (qd_calibration_read (self->store, team, &got, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (got.n, ==, n);
  assert_figure (got.weeks[QD_CALIBRATION_MIDDLE - 1].confidence, confidence);
  assert_figure (got.weeks[QD_CALIBRATION_MIDDLE - 1].grade, grade);

  g_assert_true (qd_calibration_read_file (self->scratch->path, team, NULL, &from_file, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (from_file.n, ==, n);
  assert_figure (from_file.weeks[0].grade, got.weeks[0].grade);
}

static void
test_calibration (ClosedFixture *self,
                  gconstpointer  data)
{
  const QdId growth = closed_new_board (self, "Growth", 2025);
  const QdId sales = closed_new_board (self, "Sales", 2025);
  const QdId open = closed_new_board (self, "Open", 2025);
  QdId card;

  add_graded (self, growth, 12, 0.5, 8);
  add_graded (self, sales, 4, 0.9, 4);
  add_graded (self, open, 3, 0.1, 1);
  card = add_graded (self, growth, 1, NAN, 2);
  card = add_graded (self, growth, 1, 0.0, 10);
  g_assert_true (qd_edit_archive (self->store, QD_ENTITY_CARD, card, TRUE, NULL));
  assert_calibration (self, QD_ID_NONE, 0, NAN, NAN);

  closed_close (self, growth, day_of (2025, 12, 31));
  assert_calibration (self, QD_ID_NONE, 12, 0.8, 0.5);
  closed_close (self, sales, day_of (2025, 12, 31));
  assert_calibration (self, QD_ID_NONE, 16, 0.7, 0.6);
  assert_calibration (self, team_of (self, growth), 12, 0.8, 0.5);
  assert_calibration (self, team_of (self, sales), 4, NAN, NAN);

  /* Put away, it is the past all the same. */
  g_assert_true (qd_edit_archive (self->store, QD_ENTITY_BOARD, sales, TRUE, NULL));
  assert_calibration (self, QD_ID_NONE, 16, 0.7, 0.6);
}

/* A team has the past of the boards that its own continue, even round in a circle. */
static void
test_continued (ClosedFixture *self,
                gconstpointer  data)
{
  const QdId before = closed_new_board (self, "Old name", 2025);
  const QdId after = closed_new_board (self, "New name", 2026);

  add_graded (self, before, 12, 0.5, 8);
  closed_set_id (self, after, QD_FIELD_BOARD_CONTINUES, before);
  closed_set_id (self, before, QD_FIELD_BOARD_CONTINUES, after);
  closed_close (self, before, day_of (2025, 12, 31));
  assert_calibration (self, team_of (self, after), 12, 0.8, 0.5);
}

/* What was corrected does not count, and what was said behind the end is hindsight. */
static void
test_corrected (ClosedFixture *self,
                gconstpointer  data)
{
  const QdId board = closed_new_board (self, "Growth", 2025);
  const QdId card = add_graded (self, board, 12, 0.5, 8);
  QdCheckinDraft draft = { .day = day_of (2025, 10, 3), .value = NAN, .confidence = 2 };

  draft.supersedes = closed_say (self, card, day_of (2025, 10, 3), 2, 0);
  self->clock.now += 60 * 1000;
  g_assert_cmpint (qd_edit_check_in (self->store, card, &draft, NULL), !=, QD_ID_NONE);
  closed_say (self, card, day_of (2026, 1, 3), 2, 10);
  closed_close (self, board, day_of (2026, 1, 4));
  assert_calibration (self, QD_ID_NONE, 12, (11 * 0.8 + 0.2) / 12, 0.5);
}

static void
say_weekly (ClosedFixture *self,
            QdId           card,
            QdDay          first,
            guint          n,
            double         from,
            double         weekly)
{
  for (guint i = 0; i < n; i++)
    closed_say (self, card, first + 7 * i, from + weekly * i, NOBODY);
}

static void
test_pace (ClosedFixture *self,
           gconstpointer  data)
{
  const QdId board = closed_new_board (self, "Growth", 2025);
  const QdId oldest = closed_new_card (self, board, "NPS", NAN, NULL);
  const QdId older = closed_new_card (self, board, "NPS", NAN, NULL);
  const QdId other = closed_new_card (self, board, "Revenue", NAN, NULL);
  g_autoptr (GError) error = NULL;
  QdAmbitionDraft draft = {
    .before = older, .metric = QD_METRIC_CHANGE, .unit = "", .baseline = 20, .target = 46,
    .first_day = day_of (2026, 1, 1), .last_day = day_of (2026, 4, 2),
  };
  QdAmbition got;

  say_weekly (self, oldest, day_of (2025, 1, 3), 6, 0, 3);
  say_weekly (self, older, day_of (2025, 10, 3), 6, 20, -1);
  say_weekly (self, other, day_of (2025, 10, 3), 6, 20, 50);
  g_assert_true (qd_ambition_read (self->store, &draft, &got, &error));
  assert_figure (got.required, 2);
  assert_figure (got.best, 2 * -0.5);

  /* What it carries on, round in a circle or not. */
  closed_set_id (self, older, QD_FIELD_CARD_CONTINUES, oldest);
  closed_set_id (self, oldest, QD_FIELD_CARD_CONTINUES, older);
  g_assert_true (qd_ambition_read (self->store, &draft, &got, &error));
  assert_figure (got.best, 3);
  draft.target = -6;
  g_assert_true (qd_ambition_read (self->store, &draft, &got, &error));
  assert_figure (got.required, -2);
  assert_figure (got.best, -1);

  draft.unit = "points";
  g_assert_true (qd_ambition_read (self->store, &draft, &got, &error));
  assert_figure (got.best, NAN);
  closed_set_text (self, oldest, QD_FIELD_CARD_UNIT, "points");
  draft.target = 46;
  g_assert_true (qd_ambition_read (self->store, &draft, &got, &error));
  assert_figure (got.best, 3);

  draft.metric = QD_METRIC_AT_LEAST;
  g_assert_true (qd_ambition_read (self->store, &draft, &got, &error));
  assert_figure (got.required, NAN);
  draft = (QdAmbitionDraft) { .metric = QD_METRIC_CHANGE, .unit = "", .baseline = 1, .target = 2,
                              .first_day = 1, .last_day = 8 };
  g_assert_true (qd_ambition_read (self->store, &draft, &got, &error));
  assert_figure (got.required, 1);
  assert_figure (got.best, NAN);
  g_assert_no_error (error);
}

/* Of several values of a day, the last one is that of the day. */
static void
test_same_day (ClosedFixture *self,
               gconstpointer  data)
{
  const QdId board = closed_new_board (self, "Growth", 2025);
  const QdId card = closed_new_card (self, board, "NPS", NAN, NULL);
  const QdAmbitionDraft draft = {
    .before = card, .metric = QD_METRIC_CHANGE, .unit = "", .baseline = 0, .target = 13,
    .first_day = day_of (2026, 1, 1), .last_day = day_of (2026, 4, 2),
  };
  QdAmbition got;

  closed_say (self, card, day_of (2025, 10, 1), 0, NOBODY);
  closed_say (self, card, day_of (2025, 10, 29), 99, NOBODY);
  closed_say (self, card, day_of (2025, 10, 29), 8, NOBODY);
  g_assert_true (qd_ambition_read (self->store, &draft, &got, NULL));
  assert_figure (got.best, NAN);
  closed_say (self, card, day_of (2025, 10, 15), 1, NOBODY);
  g_assert_true (qd_ambition_read (self->store, &draft, &got, NULL));
  assert_figure (got.best, 2);
}

/* What was corrected never was. */
static void
test_corrected_value (ClosedFixture *self,
                      gconstpointer  data)
{
  const QdId board = closed_new_board (self, "Growth", 2025);
  const QdId card = closed_new_card (self, board, "NPS", NAN, NULL);
  const QdAmbitionDraft draft = {
    .before = card, .metric = QD_METRIC_CHANGE, .unit = "", .baseline = 0, .target = 13,
    .first_day = day_of (2026, 1, 1), .last_day = day_of (2026, 4, 2),
  };
  QdCheckinDraft right = { .day = day_of (2025, 10, 29), .value = 8, .confidence = NOBODY };
  QdAmbition got;

  closed_say (self, card, day_of (2025, 10, 1), 0, NOBODY);
  closed_say (self, card, day_of (2025, 10, 15), 1, NOBODY);
  right.supersedes = closed_say (self, card, day_of (2025, 11, 5), 800, NOBODY);
  g_assert_cmpint (qd_edit_check_in (self->store, card, &right, NULL), !=, QD_ID_NONE);
  g_assert_true (qd_ambition_read (self->store, &draft, &got, NULL));
  assert_figure (got.best, 2);
}

static void
test_landed (ClosedFixture *self,
             gconstpointer  data)
{
  const QdId board = closed_new_board (self, "Growth", 2025);
  const QdId other = closed_new_board (self, "Sales", 2025);
  const QdId objective = qd_edit_new_objective (self->store, board, "Promised", "", 0, QD_ID_NONE,
                                                NULL);
  QdAmbitionDraft draft = { .team = team_of (self, board), .unit = "" };
  QdAmbition got;

  closed_set_integer (self, objective, QD_FIELD_OBJECTIVE_COMMITMENT, QD_COMMITMENT_COMMITTED);
  closed_new_card (self, board, "A", 0.7, NULL);
  closed_new_card (self, board, "B", 0.6, NULL);
  closed_new_card (self, board, "C", NAN, NULL);
  closed_set_id (self, closed_new_card (self, board, "D", 0.9, NULL), QD_FIELD_CARD_OBJECTIVE,
                 objective);
  closed_set_id (self, closed_new_card (self, board, "E", 1.0, NULL), QD_FIELD_CARD_OBJECTIVE,
                 objective);
  closed_new_card (self, other, "F", 1.0, NULL);
  g_assert_true (qd_ambition_read (self->store, &draft, &got, NULL));
  g_assert_cmpuint (got.n_closed, ==, 0);

  closed_close (self, board, day_of (2025, 12, 31));
  closed_close (self, other, day_of (2025, 12, 31));
  g_assert_true (qd_ambition_read (self->store, &draft, &got, NULL));
  g_assert_cmpuint (got.n_closed, ==, 4);
  g_assert_cmpuint (got.n_landed, ==, 2);
  draft.team = QD_ID_NONE;
  g_assert_true (qd_ambition_read (self->store, &draft, &got, NULL));
  g_assert_cmpuint (got.n_closed, ==, 0);
}

/* The learnings on one line, as they come. */
static char *
join (GPtrArray *taken)
{
  g_autoptr (GPtrArray) learnings = taken;
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < learnings->len; i++)
    {
      const QdLearning *learning = learnings->pdata[i];

      g_string_append_printf (line, "%s%s", i > 0 ? " " : "", learning->learning);
    }

  return g_string_free (line, FALSE);
}

static void
assert_found (ClosedFixture *self,
              const char    *title,
              QdId           except,
              const char    *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = join (qd_learning_find (self->store, title, except, 10, &error));
  g_autofree char *in_file = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, wanted);
  in_file = join (qd_learning_find_file (self->scratch->path, title, except, 10, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (in_file, ==, wanted);
}

static void
test_similar (ClosedFixture *self,
              gconstpointer  data)
{
  const QdId board = closed_new_board (self, "Growth", 2025);
  QdId nps;

  nps = closed_new_card (self, board, "Raise NPS of large customers to 50", 0.4, "ask-early");
  closed_new_card (self, board, "Raise weekly active customers", 0.9, "habits");
  closed_new_card (self, board, "Antwortzeit im Größten Büro senken", 0.3, "schichten");
  closed_new_card (self, board, "Raise NPS of large customers to 60", 0.4, NULL);
  closed_new_card (self, board, "Raise the roof", 0.4, "");
  closed_close (self, board, day_of (2025, 12, 31));

  assert_found (self, "Lift NPS with large customers", QD_ID_NONE, "ask-early habits");
  assert_found (self, "Lift NPS with large customers", nps, "habits");
  assert_found (self, "custom", QD_ID_NONE, "habits ask-early");
  assert_found (self, "c", QD_ID_NONE, "");
  assert_found (self, "", QD_ID_NONE, "");
  assert_found (self, "antwortz", QD_ID_NONE, "schichten");
  assert_found (self, "GRÖSSTEN größten buro", QD_ID_NONE, "schichten");

  /* Words that stand everywhere count where there is nothing else. */
  assert_found (self, "Raise the active", QD_ID_NONE, "habits");
  assert_found (self, "raise", QD_ID_NONE, "habits ask-early");
  assert_found (self, "Senken", QD_ID_NONE, "schichten");
}

static void
test_hostile (ClosedFixture *self,
              gconstpointer  data)
{
  static const char * const titles[] = {
    "\"", "nps\" OR title:*", "NEAR(nps large)", "nps AND NOT customers", "title : nps", "{title}",
    "^nps", "nps*", "(nps", "nps -large", "- + nps", "\\\"nps\\\"", "'; DROP TABLE card; --",
    "\xff\xfenps", "nps\"\"\"", "body:nps", "\u202enps", "%s%n",
  };
  const QdId board = closed_new_board (self, "Growth", 2025);
  g_autoptr (GString) endless = g_string_new (NULL);

  closed_new_card (self, board, "NPS drops on the table s", 0.4, "ask-early");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *found = join (qd_learning_find (self->store, titles[i], QD_ID_NONE, 10,
                                                       &error));

      g_assert_no_error (error);
      if (strstr (titles[i], "nps") != NULL)
        g_assert_cmpstr (found, ==, "ask-early");
    }
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (endless, "word%u ", i);
  assert_found (self, endless->str, QD_ID_NONE, "");
}

static void
test_list (ClosedFixture *self,
           gconstpointer  data)
{
  const QdId older = closed_new_board (self, "Growth", 2024);
  const QdId newer = closed_new_board (self, "Growth", 2025);
  g_autoptr (GPtrArray) learnings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  const QdLearning *first;
  QdId gone, nps;

  closed_new_card (self, older, "A", 0.4, "first");
  nps = closed_new_card (self, newer, "B", 0.5, "second");
  closed_new_card (self, newer, "C", NAN, "third");
  closed_new_card (self, newer, "D", 0.5, NULL);
  gone = closed_new_card (self, newer, "E", 0.5, "gone");
  closed_set_integer (self, gone, QD_FIELD_CARD_DELETED, 1);

  found = join (qd_learning_list (self->store, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, "second third first");
  learnings = qd_learning_list_file (self->scratch->path, NULL, &error);
  g_assert_no_error (error);
  first = g_ptr_array_index (learnings, 0);
  g_assert_cmpint (first->card, ==, nps);
  g_assert_cmpint (first->board, ==, newer);
  g_assert_cmpstr (first->title, ==, "B");
  g_assert_cmpstr (first->cycle, ==, "2025 Q4");
  g_assert_cmpstr (first->team, ==, "Growth");
  g_assert_cmpuint (first->first_day, ==, day_of (2025, 10, 1));
  g_assert_cmpfloat (first->grade, ==, 0.5);
  g_assert_true (isnan (((QdLearning *) g_ptr_array_index (learnings, 1))->grade));
}

static void
test_cancelled (ClosedFixture *self,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  QdCalibration calibration;

  g_cancellable_cancel (cancellable);
  g_assert_null (qd_learning_list_file (self->scratch->path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (qd_learning_find_file (self->scratch->path, "NPS", QD_ID_NONE, 10, cancellable,
                                        &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (qd_calibration_read_file (self->scratch->path, QD_ID_NONE, cancellable,
                                            &calibration, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD_CLOSED ("/learning/calibration/boards", test_calibration);
  ADD_CLOSED ("/learning/calibration/continued", test_continued);
  ADD_CLOSED ("/learning/calibration/corrected", test_corrected);
  ADD_CLOSED ("/learning/ambition/pace", test_pace);
  ADD_CLOSED ("/learning/ambition/same-day", test_same_day);
  ADD_CLOSED ("/learning/ambition/corrected", test_corrected_value);
  ADD_CLOSED ("/learning/ambition/landed", test_landed);
  ADD_CLOSED ("/learning/similar", test_similar);
  ADD_CLOSED ("/learning/hostile", test_hostile);
  ADD_CLOSED ("/learning/list", test_list);
  ADD_CLOSED ("/learning/cancelled", test_cancelled);

  return g_test_run ();
}
