/* The review: what changed on boards since somebody looked, told by comparing states. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "method/qd-confidence.h"
#include "review-fixture.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-checkin.h"
#include "store/qd-edit-shelf.h"
#include "store/qd-edit-view.h"
#include "store/qd-edit.h"
#include "store/qd-review-question.h"
#include "store/qd-review-text.h"
#include "store/qd-transaction.h"
#include "store/qd-undo.h"

/* As it was said before the review. */
static QdId
say_before (ReviewFixture *fixture,
            double         value,
            const char    *blocker)
{
  QdId id;

  fixture->clock.now = FIXTURE_NOW + 2 * DAY;
  id = review_say (fixture, fixture->card, value, blocker, QD_CONFIDENCE_NONE, QD_ID_NONE);
  fixture->clock.now = FIXTURE_NOW + 14 * DAY;

  return id;
}

static void
undo (ReviewFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;

  fixture->clock.now += 1000;
  g_assert_true (qd_undo_undo (fixture->store, &report, &error));
  g_assert_no_error (error);
}

static void
test_nothing (ReviewFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (QdReview) read = review_read (fixture, fixture->since);

  for (guint i = 0; i < QD_N_REVIEW_SECTIONS; i++)
    if (i != QD_REVIEW_OUTDATED)
      g_assert_cmpuint (read->sections[i]->len, ==, 0);
  g_assert_cmpuint (read->boards->len, ==, 1);
}

/* One line for a card, wherever it was in between. */
static void
test_moved (ReviewFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (QdReview) read = NULL;
  const QdReviewItem *item;

  review_move (fixture, fixture->card, 0);
  review_move (fixture, fixture->card, 2);
  review_assert_changed (fixture, "“Raise NPS” moved from In Progress to At Risk");

  read = review_read (fixture, fixture->since);
  item = read->sections[QD_REVIEW_CHANGED]->pdata[0];
  g_assert_cmpint (item->board, ==, fixture->board);
  g_assert_cmpint (item->found_on, ==, fixture->board);
  g_assert_cmpint (item->about, ==, fixture->card);
  g_assert_cmpint (item->card, ==, fixture->card);
  g_assert_cmpint (item->at, ==, fixture->clock.now);
  g_assert_cmpstr (item->author, ==, "Mara");
  g_assert_true (item->present);

  review_move (fixture, fixture->card, 1);
  review_assert_changed (fixture, "");
}

static void
test_undone (ReviewFixture *fixture,
             gconstpointer  data)
{
  review_move (fixture, fixture->card, 2);
  undo (fixture);
  review_assert_changed (fixture, "");

  review_say (fixture, fixture->card, 40, "No data", 5, QD_ID_NONE);
  undo (fixture);
  review_assert_changed (fixture, "");

  fixture_new_card (fixture->store, fixture->columns[0], "Lower churn");
  undo (fixture);
  review_assert_changed (fixture, "");

  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_CARD, fixture->card, TRUE, NULL));
  undo (fixture);
  review_assert_changed (fixture, "");
}

/* What was done in the very millisecond of the review was seen by it. */
static void
test_boundary (ReviewFixture *fixture,
               gconstpointer  data)
{
  review_move (fixture, fixture->card, 2);
  fixture->since = fixture->clock.now;
  review_assert_changed (fixture, "");
  fixture->since = fixture->clock.now - 1;
  review_assert_changed (fixture, "“Raise NPS” moved from In Progress to At Risk");

  /* Nor does it matter how much was done in it. */
  g_assert_true (qd_edit_move (fixture->store, QD_ENTITY_CARD, fixture->card,
                               fixture->columns[3], QD_SIDE_LAST, QD_ID_NONE, NULL));
  fixture->since = fixture->clock.now;
  review_assert_changed (fixture, "");
}

static void
test_value (ReviewFixture *fixture,
            gconstpointer  data)
{
  say_before (fixture, 33, NULL);
  review_assert_changed (fixture, "");
  review_say (fixture, fixture->card, 35, NULL, 5, QD_ID_NONE);
  review_say (fixture, fixture->card, 38, NULL, 5, QD_ID_NONE);
  review_assert_changed (fixture, "“Raise NPS” went from 33 to 38 points (So)");
  review_say (fixture, fixture->card, 33, NULL, 5, QD_ID_NONE);
  review_assert_changed (fixture, "");
}

static void
test_first_value (ReviewFixture *fixture,
                  gconstpointer  data)
{
  review_say (fixture, fixture->card, 31, NULL, 5, QD_ID_NONE);
  review_assert_changed (fixture, "“Raise NPS” has its first value, 31 points (So)");
  g_assert_true (qd_edit_set_text (fixture->store, fixture->card, QD_FIELD_CARD_UNIT, "%", FALSE,
                                   NULL));
  review_assert_changed (fixture, "“Raise NPS” has its first value, 31% (So)");
}

/* A slip of the finger was no move. */
static void
test_correction (ReviewFixture *fixture,
                 gconstpointer  data)
{
  const QdId slip = say_before (fixture, 350, NULL);

  review_say (fixture, fixture->card, 35, NULL, 5, slip);
  review_assert_changed (fixture,
                         "The value of “Raise NPS” was corrected from 350 to 35 points");
  review_say (fixture, fixture->card, 38, NULL, 5, QD_ID_NONE);
  review_assert_changed (fixture,
                         "“Raise NPS” went from 35 to 38 points (So)\n"
                         "The value of “Raise NPS” was corrected from 350 to 35 points");
}

/* What was said since and corrected since is as if it had been said right. */
static void
test_new_correction (ReviewFixture *fixture,
                     gconstpointer  data)
{
  QdId slip;

  say_before (fixture, 33, NULL);
  slip = review_say (fixture, fixture->card, 360, NULL, 5, QD_ID_NONE);
  review_say (fixture, fixture->card, 36, NULL, 5, slip);
  review_assert_changed (fixture, "“Raise NPS” went from 33 to 36 points (So)");
}

static void
test_taken_back (ReviewFixture *fixture,
                 gconstpointer  data)
{
  QdId second;

  say_before (fixture, 33, NULL);
  fixture->clock.now = FIXTURE_NOW + 3 * DAY;
  second = review_say (fixture, fixture->card, 35, NULL, 5, QD_ID_NONE);
  fixture->clock.now = FIXTURE_NOW + 14 * DAY;
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_CHECKIN, second, TRUE, NULL));
  review_assert_changed (fixture,
                         "The value of “Raise NPS” was taken back from 35 to 33 points");
}

/* Said before, undone since: there is no row of it any more. */
static void
test_undone_since (ReviewFixture *fixture,
                   gconstpointer  data)
{
  say_before (fixture, 33, "No data");
  undo (fixture);
  review_assert_changed (fixture,
                         "The value of “Raise NPS” was taken back; it was 33 points\n"
                         "A blocker of “Raise NPS” is out of the way (No data)");
}

static void
redo (ReviewFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;

  fixture->clock.now += 1000;
  g_assert_true (qd_undo_redo (fixture->store, &report, &error));
  g_assert_no_error (error);
}

/* It was there before and it is there now, but was it there then? */
static void
test_redone (ReviewFixture *fixture,
             gconstpointer  data)
{
  say_before (fixture, 33, NULL);
  undo (fixture);
  redo (fixture);
  review_assert_changed (fixture, "");

  undo (fixture);
  fixture->since = fixture->clock.now;
  redo (fixture);
  review_assert_changed (fixture, "“Raise NPS” has its first value, 33 points (So)");
}

static void
test_yes_no (ReviewFixture *fixture,
             gconstpointer  data)
{
  g_assert_true (qd_edit_set_metric (fixture->store, fixture->card, QD_METRIC_YES_NO, NULL));
  fixture->since = fixture->clock.now;
  review_say (fixture, fixture->card, 0, NULL, 5, QD_ID_NONE);
  review_assert_changed (fixture, "");
  review_say (fixture, fixture->card, 1, NULL, 5, QD_ID_NONE);
  review_assert_changed (fixture, "“Raise NPS” is done (So)");
}

static void
test_blockers (ReviewFixture *fixture,
               gconstpointer  data)
{
  const QdId old = say_before (fixture, NAN, "No data");
  QdId fresh;

  review_say (fixture, fixture->card, NAN, "No data", 5, QD_ID_NONE);
  review_assert_changed (fixture, "");
  fresh = review_say (fixture, fixture->card, NAN, "Nobody has time", 5, QD_ID_NONE);
  review_assert_changed (fixture, "“Raise NPS” is blocked (Nobody has time)");
  g_assert_true (qd_edit_resolve_blocker (fixture->store, fresh, review_today (fixture), NULL));
  review_assert_changed (fixture, "");
  g_assert_true (qd_edit_resolve_blocker (fixture->store, old, review_today (fixture), NULL));
  review_assert_changed (fixture, "");
}

static void
test_resolved (ReviewFixture *fixture,
               gconstpointer  data)
{
  const QdId old = say_before (fixture, NAN, "No data");

  g_assert_true (qd_edit_resolve_blocker (fixture->store, old, review_today (fixture), NULL));
  review_assert_changed (fixture, "A blocker of “Raise NPS” is out of the way (No data)");
}

/* Of a card that was made since, only where it stands. */
static void
test_new_card (ReviewFixture *fixture,
               gconstpointer  data)
{
  const QdId card = fixture_new_card (fixture->store, fixture->columns[0], "Lower churn");

  review_move (fixture, card, 1);
  review_say (fixture, card, 4, "No data", 5, QD_ID_NONE);
  g_assert_true (qd_edit_set_figure (fixture->store, card, QD_FIELD_CARD_TARGET, 5, NULL));
  g_assert_true (qd_edit_rename (fixture->store, QD_ENTITY_CARD, card, "Less churn", NULL));
  review_assert_changed (fixture, "“Less churn” is new; it stands in In Progress");
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_CARD, card, TRUE, NULL));
  review_assert_changed (fixture, "");
}

static void
test_dropped (ReviewFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (QdReview) read = NULL;
  const QdReviewItem *item;

  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_CARD, fixture->card, TRUE, NULL));
  review_assert_changed (fixture, "“Raise NPS” was dropped; it stood in In Progress");
  read = review_read (fixture, fixture->since);
  item = read->sections[QD_REVIEW_CHANGED]->pdata[0];
  g_assert_false (item->present);
  g_assert_cmpint (item->card, ==, fixture->card);

  fixture->clock.now += 1000;
  fixture->since = fixture->clock.now;
  fixture->clock.now += 1000;
  review_assert_changed (fixture, "");
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_CARD, fixture->card, FALSE, NULL));
  review_assert_changed (fixture,
                         "“Raise NPS” is back from the archive; it stands in In Progress");
}

/* What waits was not dropped. */
static void
test_shelved (ReviewFixture *fixture,
              gconstpointer  data)
{
  const QdId objective = qd_edit_new_objective (fixture->store, fixture->board, "Delight", NULL,
                                                0, QD_ID_NONE, NULL);

  fixture->clock.now += 1000;
  fixture->since = fixture->clock.now;
  fixture->clock.now += 1000;
  g_assert_true (qd_edit_shelve (fixture->store, QD_ENTITY_CARD, fixture->card, "Later", NULL));
  g_assert_true (qd_edit_shelve (fixture->store, QD_ENTITY_OBJECTIVE, objective, NULL, NULL));
  review_assert_changed (fixture,
                         "“Raise NPS” went to the shelf; it stood in In Progress\n"
                         "The objective “Delight” went to the shelf");

  fixture->clock.now += 1000;
  fixture->since = fixture->clock.now;
  fixture->clock.now += 1000;
  g_assert_cmpint (qd_edit_take_from_shelf (fixture->store, QD_ENTITY_CARD, fixture->card,
                                            QD_ID_NONE, NULL), ==, fixture->card);
  review_assert_changed (fixture,
                         "“Raise NPS” is back from the shelf; it stands in In Progress");
}

static void
test_column (ReviewFixture *fixture,
             gconstpointer  data)
{
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_COLUMN, fixture->columns[1], TRUE,
                                  NULL));
  review_assert_changed (fixture, "The column “In Progress” was dropped, with the cards in it");
}

static void
test_goals (ReviewFixture *fixture,
            gconstpointer  data)
{
  QdStore *store = fixture->store;

  g_assert_true (qd_edit_set_figure (store, fixture->card, QD_FIELD_CARD_TARGET, 45, NULL));
  review_assert_changed (fixture, "The target of “Raise NPS” went from 50 to 45 points");
  g_assert_true (qd_edit_set_figure (store, fixture->card, QD_FIELD_CARD_TARGET, 50, NULL));
  review_assert_changed (fixture, "");
  g_assert_true (qd_edit_set_figure (store, fixture->card, QD_FIELD_CARD_BASELINE, NAN, NULL));
  g_assert_true (qd_edit_set_figure (store, fixture->card, QD_FIELD_CARD_UPPER, 60, NULL));
  g_assert_true (qd_edit_set_metric (store, fixture->card, QD_METRIC_WITHIN, NULL));
  g_assert_true (qd_edit_rename (store, QD_ENTITY_CARD, fixture->card, "Keep NPS", NULL));
  review_assert_changed (fixture,
                         "The baseline of “Keep NPS” was taken off; it was 30 points\n"
                         "The upper limit of “Keep NPS” is now 60 points\n"
                         "“Keep NPS” is measured in another way\n"
                         "“Raise NPS” is now called “Keep NPS”");
}

static void
test_objectives (ReviewFixture *fixture,
                 gconstpointer  data)
{
  QdStore *store = fixture->store;
  QdTransaction *transaction;
  QdId old, fresh;

  fixture->clock.now = FIXTURE_NOW + DAY;
  old = qd_edit_new_objective (store, fixture->board, "Delight", NULL, 0, QD_ID_NONE, NULL);
  fixture->clock.now = FIXTURE_NOW + 14 * DAY;
  review_assert_changed (fixture, "");

  fresh = qd_edit_new_objective (store, fixture->board, "Grow", NULL, 1, QD_ID_NONE, NULL);
  fixture->clock.now += 1000;
  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  qd_transaction_set_id (transaction, old, QD_FIELD_OBJECTIVE_PARENT, fresh);
  g_assert_true (qd_transaction_commit (transaction, NULL));
  qd_transaction_free (transaction);
  review_assert_changed (fixture,
                         "The objective “Grow” is new\n"
                         "The objective “Delight” is now aligned with “Grow” (On the board “Growth”)");

  g_assert_true (qd_edit_archive (store, QD_ENTITY_OBJECTIVE, old, TRUE, NULL));
  review_assert_changed (fixture,
                         "The objective “Grow” is new\n"
                         "The objective “Delight” was dropped");
}

static void
test_milestones (ReviewFixture *fixture,
                 gconstpointer  data)
{
  const QdId milestone = qd_edit_new_milestone (fixture->store, fixture->card, "Pilot", NULL);

  review_assert_changed (fixture, "");
  g_assert_true (qd_edit_set_milestone_done (fixture->store, milestone, TRUE, NULL));
  review_assert_changed (fixture, "The milestone “Pilot” of “Raise NPS” is reached");
  g_assert_true (qd_edit_set_milestone_done (fixture->store, milestone, FALSE, NULL));
  review_assert_changed (fixture, "");
}

/* One line says more than one for each of its things. */
static void
test_new_board (ReviewFixture *fixture,
                gconstpointer  data)
{
  fixture->since = FIXTURE_NOW - DAY;
  review_assert_changed (fixture, "The board “Growth” is new (0 objectives, 1 card)");
}

static void
test_import (ReviewFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (fixture->store,
                                                              QD_TRANSACTION_IMPORT);

  for (guint i = 0; i < 3; i++)
    qd_edit_plan_card (transaction, fixture->columns[i], "Imported", QD_ID_NONE);
  g_assert_true (qd_transaction_commit (transaction, NULL));
  review_assert_changed (fixture,
                         "“Imported” is new; it stands in At Risk\n"
                         "“Imported” is new; it stands in In Progress\n"
                         "“Imported” is new; it stands in Not Started");
}

/* Sales, made when Growth was. */
static QdId
add_board (ReviewFixture *fixture,
           QdId          *column)
{
  const gint64 now = fixture->clock.now;
  QdId board;

  fixture->clock.now = FIXTURE_NOW;
  board = fixture_new_board (fixture->store, "Sales");
  fixture_load_board (fixture->store, board);
  *column = fixture_column (fixture->store, board, 0);
  fixture->clock.now = now;

  return board;
}

static char *
list_changes (ReviewFixture *fixture,
              const QdId    *boards,
              guint          n_boards,
              gint64         since)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdReview) read = qd_review_read (fixture->store, boards, n_boards, since,
                                              review_today (fixture), &error);

  g_assert_no_error (error);

  return review_list (read, QD_REVIEW_CHANGED);
}

static void
assert_boards_changed (ReviewFixture *fixture,
                       const QdId    *boards,
                       guint          n_boards,
                       gint64         since,
                       const char    *expected)
{
  g_autofree char *told = list_changes (fixture, boards, n_boards, since);

  g_assert_cmpstr (told, ==, expected);
}

/* Told once, where it is now. */
static void
test_other_board (ReviewFixture *fixture,
                  gconstpointer  data)
{
  QdId boards[2] = { fixture->board, QD_ID_NONE };
  g_autoptr (QdReview) read = NULL;
  g_autofree char *place = NULL;
  const QdReviewItem *item;
  QdId column;

  boards[1] = add_board (fixture, &column);
  g_assert_true (qd_edit_move (fixture->store, QD_ENTITY_CARD, fixture->card, column,
                               QD_SIDE_LAST, QD_ID_NONE, NULL));
  assert_boards_changed (fixture, boards, 1, fixture->since,
                         "“Raise NPS” went to the board “Sales”");
  read = review_read (fixture, fixture->since);
  item = read->sections[QD_REVIEW_CHANGED]->pdata[0];
  g_assert_cmpint (item->board, ==, fixture->board);
  g_assert_cmpint (item->found_on, ==, boards[1]);
  place = qd_review_text_place (read, item);
  g_assert_cmpstr (place, ==, "Growth · Mara · today");
  assert_boards_changed (fixture, boards + 1, 1, fixture->since,
                         "“Raise NPS” came from the board “Growth”; it stands in Not Started");
  assert_boards_changed (fixture, boards, 2, fixture->since,
                         "“Raise NPS” came from the board “Growth”; it stands in Not Started");
}

static void
mark (ReviewFixture *fixture,
      QdId           board)
{
  const QdReviewed reviewed = { board, fixture->clock.now };

  g_assert_true (qd_edit_mark_reviewed (fixture->store, &reviewed, 1, NULL));
}

/* The one that came to it was there already when Sales was reviewed. */
static void
test_reviewed (ReviewFixture *fixture,
               gconstpointer  data)
{
  QdId boards[2] = { fixture->board, QD_ID_NONE };
  g_autoptr (QdReview) read = NULL;
  const QdReviewBoard *board;
  QdId column;

  boards[1] = add_board (fixture, &column);
  fixture->clock.now = FIXTURE_NOW + DAY;
  mark (fixture, boards[0]);
  fixture->clock.now = FIXTURE_NOW + 2 * DAY;
  g_assert_true (qd_edit_move (fixture->store, QD_ENTITY_CARD, fixture->card, column,
                               QD_SIDE_LAST, QD_ID_NONE, NULL));
  fixture_new_card (fixture->store, column, "Sell more");
  fixture->clock.now = FIXTURE_NOW + 3 * DAY;
  mark (fixture, boards[1]);
  fixture->clock.now = FIXTURE_NOW + 4 * DAY;
  fixture_new_card (fixture->store, column, "Sell twice");
  assert_boards_changed (fixture, boards, 2, 0,
                         "“Raise NPS” went to the board “Sales”\n"
                         "“Sell twice” is new; it stands in Not Started");

  read = qd_review_read (fixture->store, boards, 2, 0, review_today (fixture), NULL);
  board = qd_review_find_board (read, boards[1]);
  g_assert_cmpint (board->reviewed, ==, FIXTURE_NOW + 3 * DAY);
  g_assert_cmpint (board->since, ==, FIXTURE_NOW + 3 * DAY);
  g_assert_cmpint (read->until, ==, fixture->clock.now);
}

static void
test_never_reviewed (ReviewFixture *fixture,
                     gconstpointer  data)
{
  review_move (fixture, fixture->card, 2);
  fixture->clock.now += 7 * DAY - 1;
  assert_boards_changed (fixture, &fixture->board, 1, 0,
                         "“Raise NPS” moved from In Progress to At Risk");
  fixture->clock.now += 1;
  assert_boards_changed (fixture, &fixture->board, 1, 0, "");
}

static void
test_gone_board (ReviewFixture *fixture,
                 gconstpointer  data)
{
  const QdId boards[] = { 12345, fixture->board, fixture->card, fixture->board };
  g_autoptr (QdReview) read = qd_review_read (fixture->store, boards, 4, 0,
                                              review_today (fixture), NULL);

  g_assert_cmpuint (read->boards->len, ==, 1);
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_BOARD, fixture->board, TRUE, NULL));
  qd_review_free (g_steal_pointer (&read));
  read = qd_review_read (fixture->store, boards, 4, 0, review_today (fixture), NULL);
  g_assert_cmpuint (read->boards->len, ==, 0);
  for (guint i = 0; i < QD_N_REVIEW_SECTIONS; i++)
    g_assert_cmpuint (read->sections[i]->len, ==, 0);
}

/* Nothing in a title is a format, a second line or the end of the sentence. */
static void
test_hostile (ReviewFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *many = g_strnfill (5000, 'x');
  g_autoptr (QdReview) read = NULL;
  const QdReviewItem *item;

  g_assert_true (qd_edit_rename (fixture->store, QD_ENTITY_CARD, fixture->card,
                                 "%s%n <b>”\tDROP TABLE card; --", NULL));
  fixture->since = fixture->clock.now;
  review_move (fixture, fixture->card, 2);
  review_assert_changed (fixture,
                         "“%s%n <b>” DROP TABLE card; --” moved from In Progress to At Risk");

  g_assert_true (qd_edit_rename (fixture->store, QD_ENTITY_CARD, fixture->card, many, NULL));
  read = review_read (fixture, fixture->since);
  g_assert_cmpuint (read->sections[QD_REVIEW_CHANGED]->len, ==, 2);
  item = read->sections[QD_REVIEW_CHANGED]->pdata[0];
  g_assert_cmpuint (strlen (item->sentence), <, 300);
}

/* Through models of its own it comes to the same. */
static void
test_question (ReviewFixture *fixture,
               gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QdReviewQuestion) question = NULL;
  g_autoptr (QdReviewQuestion) other = NULL;
  g_autoptr (QdReview) read = NULL;
  g_autoptr (QdReview) answer = NULL;

  say_before (fixture, 33, "No data");
  question = qd_review_question_new (fixture->store, &fixture->board, 1, fixture->since,
                                     review_today (fixture));
  other = qd_review_question_new (fixture->store, &fixture->board, 1, 0, review_today (fixture));
  g_assert_true (qd_review_question_equal (question, question));
  g_assert_false (qd_review_question_equal (question, other));

  review_say (fixture, fixture->card, 38, NULL, 1, QD_ID_NONE);
  review_move (fixture, fixture->card, 2);
  read = review_read (fixture, fixture->since);
  answer = qd_review_question_answer (question, cancellable, &error);
  g_assert_no_error (error);
  g_assert_cmpint (answer->until, <, read->until);
  g_assert_cmpuint (answer->boards->len, ==, 1);
  for (guint i = 0; i < QD_N_REVIEW_SECTIONS; i++)
    {
      g_autofree char *told = review_list (answer, (QdReviewSection) i);
      g_autofree char *expected = review_list (read, (QdReviewSection) i);

      g_assert_cmpstr (told, ==, expected);
    }

  g_cancellable_cancel (cancellable);
  g_assert_null (qd_review_question_answer (question, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (ReviewFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/review/nothing", test_nothing },
    { "/review/moved", test_moved },
    { "/review/undone", test_undone },
    { "/review/boundary", test_boundary },
    { "/review/value", test_value },
    { "/review/first-value", test_first_value },
    { "/review/correction", test_correction },
    { "/review/new-correction", test_new_correction },
    { "/review/taken-back", test_taken_back },
    { "/review/undone-since", test_undone_since },
    { "/review/redone", test_redone },
    { "/review/yes-no", test_yes_no },
    { "/review/blockers", test_blockers },
    { "/review/resolved", test_resolved },
    { "/review/new-card", test_new_card },
    { "/review/dropped", test_dropped },
    { "/review/shelved", test_shelved },
    { "/review/column", test_column },
    { "/review/goals", test_goals },
    { "/review/objectives", test_objectives },
    { "/review/milestones", test_milestones },
    { "/review/new-board", test_new_board },
    { "/review/import", test_import },
    { "/review/other-board", test_other_board },
    { "/review/reviewed", test_reviewed },
    { "/review/never-reviewed", test_never_reviewed },
    { "/review/gone-board", test_gone_board },
    { "/review/hostile", test_hostile },
    { "/review/question", test_question },
  };

  g_test_init (&argc, &argv, NULL);
  g_setenv ("TZ", "UTC", TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ReviewFixture, NULL, review_fixture_set_up, tests[i].test,
                review_fixture_tear_down);

  return g_test_run ();
}
