/* The review: what is so on a board, and what it waits for. */

#include "config.h"

#include "method/qd-coach.h"
#include "review-fixture.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit.h"

static void
assert_title (ReviewFixture   *fixture,
              QdReviewSection  section,
              const char      *title)
{
  g_autoptr (QdReview) read = review_read (fixture, fixture->since);
  const QdReviewItem *item;

  g_assert_cmpuint (read->sections[section]->len, ==, 1);
  item = read->sections[section]->pdata[0];
  g_assert_cmpstr (item->sentence, ==, title);
  g_assert_cmpint (item->card, ==, fixture->card);
}

/* Half of the time is over. */
static void
test_at_risk (ReviewFixture *fixture,
              gconstpointer  data)
{
  fixture->clock.now = FIXTURE_NOW + 46 * DAY;
  review_say (fixture, fixture->card, 38, NULL, 5, QD_ID_NONE);
  review_assert_told (fixture, QD_REVIEW_AT_RISK, "");
  review_say (fixture, fixture->card, 35, NULL, 5, QD_ID_NONE);
  review_assert_told (fixture, QD_REVIEW_AT_RISK,
                      "“Raise NPS” is behind (At 25% where 51% is expected"
                      " by now)");
  review_say (fixture, fixture->card, 32, "No data", 5, QD_ID_NONE);
  review_assert_told (fixture, QD_REVIEW_AT_RISK,
                      "“Raise NPS” is at risk (At 10% where 51% is expected"
                      " by now · Blocked: No data)");
  review_move (fixture, fixture->card, 3);
  review_assert_told (fixture, QD_REVIEW_AT_RISK, "");
}

/* The column is the human's word. */
static void
test_at_risk_column (ReviewFixture *fixture,
                     gconstpointer  data)
{
  fixture->clock.now = FIXTURE_NOW + 46 * DAY;
  review_say (fixture, fixture->card, 45, NULL, 5, QD_ID_NONE);
  review_move (fixture, fixture->card, 2);
  qd_edit_new_dependency (fixture->store, fixture->card, "Data feed", "Platform",
                          review_today (fixture), NULL);
  review_assert_told (fixture, QD_REVIEW_AT_RISK,
                      "“Raise NPS” is at risk (At 75% where 51% is expected"
                      " by now · 1 open dependency)");
}

static void
test_stuck (ReviewFixture *fixture,
            gconstpointer  data)
{
  g_assert_true (qd_edit_set_owner (fixture->store, fixture->card, "Ola", NULL));
  review_move (fixture, fixture->card, 0);
  review_assert_told (fixture, QD_REVIEW_STUCK, "");
  fixture->clock.now = FIXTURE_NOW + 30 * DAY;
  review_assert_told (fixture, QD_REVIEW_STUCK,
                      "“Raise NPS” is stuck (Still not started in week 5 of the cycle)");
}

static void
test_outdated (ReviewFixture *fixture,
               gconstpointer  data)
{
  g_autoptr (QdReview) read = NULL;

  review_say (fixture, fixture->card, 45, NULL, 5, QD_ID_NONE);
  review_assert_told (fixture, QD_REVIEW_OUTDATED, "");
  g_assert_true (qd_edit_set_owner (fixture->store, fixture->card, "Ola", NULL));
  fixture->clock.now += 12 * DAY;
  assert_title (fixture, QD_REVIEW_OUTDATED, "“Raise NPS” is outdated");
  read = review_read (fixture, fixture->since);
  g_assert_cmpstr (((QdReviewItem *) read->sections[QD_REVIEW_OUTDATED]->pdata[0])->owner, ==,
                   "Ola");
}

static void
answer (ReviewFixture  *fixture,
        QdDisagreement  disagreement)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  QdFacts facts;
  QdStanding standing;

  qd_key_result_get_facts (QD_KEY_RESULT (qd_store_lookup (fixture->store, fixture->card)),
                           &facts);
  qd_standing_of (&facts, review_today (fixture), &standing);
  text = qd_coach_dup_facts (disagreement, &facts, &standing, review_today (fixture));
  qd_edit_answer (fixture->store, fixture->card, (int) disagreement, text, "Seasonal", &error);
  g_assert_no_error (error);
}

/* An answer holds while it rests on the same facts. */
static void
test_disagreeing (ReviewFixture *fixture,
                  gconstpointer  data)
{
  review_say (fixture, fixture->card, 55, NULL, 8, QD_ID_NONE);
  review_assert_told (fixture, QD_REVIEW_DISAGREEING,
                      "“Raise NPS” does not add up (At 125%, but not in Complete)");
  answer (fixture, QD_DISAGREEMENT_DONE_ELSEWHERE);
  review_assert_told (fixture, QD_REVIEW_DISAGREEING, "");
  review_move (fixture, fixture->card, 3);
  review_say (fixture, fixture->card, 40, NULL, 8, QD_ID_NONE);
  review_assert_told (fixture, QD_REVIEW_DISAGREEING,
                      "“Raise NPS” does not add up (In Complete, but at 50%)");
}

static void
test_low_confidence (ReviewFixture *fixture,
                     gconstpointer  data)
{
  review_say (fixture, fixture->card, 45, NULL, 4, QD_ID_NONE);
  review_assert_told (fixture, QD_REVIEW_LOW_CONFIDENCE, "");
  review_say (fixture, fixture->card, 45, NULL, 3, QD_ID_NONE);
  review_assert_told (fixture, QD_REVIEW_LOW_CONFIDENCE,
                      "Confidence in “Raise NPS” is 3 of 10 (No blocker is noted)");
}

/* A straight line from 30 by one point a week, thirteen weeks long. */
static void
test_short (ReviewFixture *fixture,
            gconstpointer  data)
{
  for (guint week = 1; week <= 4; week++)
    {
      fixture->clock.now = FIXTURE_NOW + week * 7 * DAY;
      review_say (fixture, fixture->card, 30 + week, NULL, 5, QD_ID_NONE);
    }
  review_assert_told (fixture, QD_REVIEW_SHORT,
                      "“Raise NPS” lands at 43 points if it goes on like this (The target is 50 points;"
                      " it moves by 1 points a week and would have to move by 1.78 points)");
  g_assert_true (qd_edit_set_figure (fixture->store, fixture->card, QD_FIELD_CARD_TARGET, 44,
                                     NULL));
  review_assert_told (fixture, QD_REVIEW_SHORT, "");
}

/* By whom one waits for; who was told comes first, then who waits longest. */
static void
test_waiting (ReviewFixture *fixture,
              gconstpointer  data)
{
  QdStore *store = fixture->store;
  const QdDay today = review_today (fixture);
  QdId told;

  qd_edit_new_dependency (store, fixture->card, "A desk", "", today - 30, NULL);
  qd_edit_new_dependency (store, fixture->card, "A law", "Legal", today - 2, NULL);
  qd_edit_new_dependency (store, fixture->card, "A seal", "Legal", today - 1, NULL);
  qd_edit_new_dependency (store, fixture->card, "A form", "Legal", today - 3, NULL);
  qd_edit_new_dependency (store, fixture->card, "A box", "platform", today - 9, NULL);
  told = qd_edit_new_dependency (store, fixture->card, "A key", "Platform", today, NULL);
  g_assert_true (qd_edit_escalate_dependency (store, told, today, NULL));
  told = qd_edit_new_dependency (store, fixture->card, "A past", "Platform", today - 5, NULL);
  g_assert_true (qd_edit_resolve_dependency (store, told, today, NULL));
  review_assert_told (fixture, QD_REVIEW_WAITING,
                      "“Raise NPS” waits for “A key” from Platform (For 0 days, escalated on October 15,"
                      " 2026)\n"
                      "“Raise NPS” waits for “A box” from platform (For 9 days, not escalated)\n"
                      "“Raise NPS” waits for “A form” from Legal (For 3 days, not escalated)\n"
                      "“Raise NPS” waits for “A law” from Legal (For 2 days, not escalated)\n"
                      "“Raise NPS” waits for “A seal” from Legal (For 1 day, not escalated)\n"
                      "“Raise NPS” waits for “A desk” (For 30 days, not escalated)");
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
    { "/review-standing/at-risk", test_at_risk },
    { "/review-standing/at-risk-column", test_at_risk_column },
    { "/review-standing/stuck", test_stuck },
    { "/review-standing/outdated", test_outdated },
    { "/review-standing/disagreeing", test_disagreeing },
    { "/review-standing/low-confidence", test_low_confidence },
    { "/review-standing/short", test_short },
    { "/review-standing/waiting", test_waiting },
  };

  g_test_init (&argc, &argv, NULL);
  g_setenv ("TZ", "UTC", TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ReviewFixture, NULL, review_fixture_set_up, tests[i].test,
                review_fixture_tear_down);

  return g_test_run ();
}
