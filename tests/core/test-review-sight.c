/* The review: what is in sight of it, up to when, and what it costs to look. */

#include "config.h"

#include <string.h>

#include "review-fixture.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-plan.h"
#include "store/qd-edit-view.h"
#include "store/qd-edit.h"
#include "store/qd-store-private.h"
#include "store/qd-transaction.h"

#define HOUR (DAY / 24)
#define N_IMPORTED 1000

static void
archive_column (ReviewFixture *fixture,
                guint          column)
{
  fixture->clock.now += 1000;
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_COLUMN, fixture->columns[column],
                                  TRUE, NULL));
}

/* What stands in a column that was put away is out of sight, too. */
static void
test_archived_column (ReviewFixture *fixture,
                      gconstpointer  data)
{
  const QdId milestone = qd_edit_new_milestone (fixture->store, fixture->card, "Pilot", NULL);

  qd_edit_new_dependency (fixture->store, fixture->card, "A desk", "", review_today (fixture),
                          NULL);
  review_assert_told (fixture, QD_REVIEW_WAITING,
                      "“Raise NPS” waits for “A desk” (For 0 days, not escalated)");
  g_assert_true (qd_edit_set_milestone_done (fixture->store, milestone, TRUE, NULL));
  fixture_new_card (fixture->store, fixture->columns[1], "Lower churn");

  archive_column (fixture, 1);
  review_assert_changed (fixture, "The column “In Progress” was dropped, with the cards in it");
  review_assert_told (fixture, QD_REVIEW_WAITING, "");
}

/* Only what stood elsewhere is told apart from its column. */
static void
test_moved_to_archived (ReviewFixture *fixture,
                        gconstpointer  data)
{
  review_move (fixture, fixture->card, 2);
  review_move (fixture, fixture->card, 1);
  archive_column (fixture, 1);
  review_assert_changed (fixture, "The column “In Progress” was dropped, with the cards in it");

  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_COLUMN, fixture->columns[1], FALSE,
                                  NULL));
  review_move (fixture, fixture->card, 2);
  archive_column (fixture, 2);
  review_assert_changed (fixture,
                         "“Raise NPS” was dropped; it stood in In Progress\n"
                         "The column “At Risk” was dropped, with the cards in it");
}

/* What is put away is waited for no more. */
static void
test_archived_dependency (ReviewFixture *fixture,
                          gconstpointer  data)
{
  const QdId dependency = qd_edit_new_dependency (fixture->store, fixture->card, "A desk", "",
                                                  review_today (fixture), NULL);

  qd_edit_new_dependency (fixture->store, fixture->card, "A law", "", review_today (fixture),
                          NULL);
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_DEPENDENCY, dependency, TRUE, NULL));
  review_assert_told (fixture, QD_REVIEW_WAITING,
                      "“Raise NPS” waits for “A law” (For 0 days, not escalated)");
}

static gint64
read_until (ReviewFixture *fixture)
{
  g_autoptr (QdReview) read = review_read (fixture, 0);

  g_assert_cmpint (read->until, ==, fixture->clock.now);

  return ((const QdReviewBoard *) read->boards->pdata[0])->until;
}

/* As the page does it. Told since the last review, which was this one. */
static void
mark (ReviewFixture *fixture)
{
  const QdReviewed reviewed = { fixture->board, read_until (fixture) };

  g_assert_true (qd_edit_mark_reviewed (fixture->store, &reviewed, 1, NULL));
  fixture->since = 0;
}

static void
test_until (ReviewFixture *fixture,
            gconstpointer  data)
{
  review_move (fixture, fixture->card, 2);
  fixture->clock.now += 1000;
  g_assert_cmpint (read_until (fixture), ==, fixture->clock.now);
  mark (fixture);
  review_assert_changed (fixture, "");
  review_move (fixture, fixture->card, 3);
  review_assert_changed (fixture, "“Raise NPS” moved from At Risk to Complete");
}

/* A clock that was fast, or was set back since: what it wrote is told again, and nothing
 * that is done after it is lost. */
static void
test_fast_clock (ReviewFixture *fixture,
                 gconstpointer  data)
{
  const gint64 now = fixture->clock.now;

  fixture->clock.now = now + 3 * HOUR;
  review_move (fixture, fixture->card, 2);
  fixture->clock.now = now;
  mark (fixture);
  fixture->clock.now = now + HOUR;
  review_say (fixture, fixture->card, 38, NULL, 5, QD_ID_NONE);
  review_assert_changed (fixture,
                         "“Raise NPS” moved from In Progress to At Risk\n"
                         "“Raise NPS” has its first value, 38 points (So)");

  /* A review is never taken back. */
  fixture->clock.now = now + 4 * HOUR;
  mark (fixture);
  fixture->clock.now = now + 2 * HOUR;
  g_assert_cmpint (read_until (fixture), ==, now + 4 * HOUR);
  review_assert_changed (fixture, "");
}

/* As an import does it: all in one entry of the log. */
static void
import_cards (ReviewFixture *fixture)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (fixture->store,
                                                              QD_TRANSACTION_IMPORT);

  for (guint i = 0; i < N_IMPORTED; i++)
    qd_edit_plan_card (transaction, fixture->columns[0], "Sell", QD_ID_NONE);
  g_assert_true (qd_transaction_commit (transaction, NULL));
}

static int
count_pages (QdDb *db,
             int   counter)
{
  int n = 0, highest;

  g_assert_cmpint (sqlite3_db_status (qd_db_get_handle (db), counter, &n, &highest, TRUE), ==,
                   SQLITE_OK);

  return n;
}

/* How many pages of the file a review looks at. */
static int
weigh (ReviewFixture *fixture)
{
  QdDb *db = qd_store_get_db (fixture->store);

  qd_review_free (review_read (fixture, fixture->since));
  count_pages (db, SQLITE_DBSTATUS_CACHE_HIT);
  count_pages (db, SQLITE_DBSTATUS_CACHE_MISS);
  qd_review_free (review_read (fixture, fixture->since));

  return count_pages (db, SQLITE_DBSTATUS_CACHE_HIT) +
         count_pages (db, SQLITE_DBSTATUS_CACHE_MISS);
}

/* An entry that is long is looked at a few times, and not for each of its cells: that
 * would be a hundred pages a card.
 */
static void
test_big_entry (ReviewFixture *fixture,
                gconstpointer  data)
{
  int n_pages;

  import_cards (fixture);
  n_pages = weigh (fixture);
  g_test_message ("%d pages", n_pages);
  g_assert_cmpint (n_pages, >, 0);
  g_assert_cmpint (n_pages, <, 30 * N_IMPORTED);
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
    { "/review-sight/archived-column", test_archived_column },
    { "/review-sight/moved-to-archived", test_moved_to_archived },
    { "/review-sight/archived-dependency", test_archived_dependency },
    { "/review-sight/until", test_until },
    { "/review-sight/fast-clock", test_fast_clock },
    { "/review-sight/big-entry", test_big_entry },
  };

  g_test_init (&argc, &argv, NULL);
  g_setenv ("TZ", "UTC", TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ReviewFixture, NULL, review_fixture_set_up, tests[i].test,
                review_fixture_tear_down);

  return g_test_run ();
}
