/* A board with one key result for tests of the review, and what the review tells of it
 * as lines of text.
 */

#include "config.h"

#include "review-fixture.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-checkin.h"
#include "store/qd-edit.h"

void
review_fixture_set_up (ReviewFixture *fixture,
                       gconstpointer  data)
{
  QdStore *store;

  fixture->scratch = scratch_new ();
  fixture->clock.now = FIXTURE_NOW;
  fixture->store = store = fixture_open (fixture->scratch->path, &fixture->clock);
  qd_store_set_author (store, "Mara");
  fixture->board = fixture_new_board (store, "Growth");
  fixture_load_board (store, fixture->board);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->columns); i++)
    fixture->columns[i] = fixture_column (store, fixture->board, i);
  fixture->card = fixture_new_card (store, fixture->columns[1], "Raise NPS");
  g_assert_true (qd_edit_set_metric (store, fixture->card, QD_METRIC_CHANGE, NULL));
  g_assert_true (qd_edit_set_figure (store, fixture->card, QD_FIELD_CARD_BASELINE, 30, NULL));
  g_assert_true (qd_edit_set_figure (store, fixture->card, QD_FIELD_CARD_TARGET, 50, NULL));
  g_assert_true (qd_edit_set_text (store, fixture->card, QD_FIELD_CARD_UNIT, "points", FALSE,
                                   NULL));
  fixture->since = FIXTURE_NOW + 7 * DAY;
  fixture->clock.now = FIXTURE_NOW + 14 * DAY;
}

void
review_fixture_tear_down (ReviewFixture *fixture,
                          gconstpointer  data)
{
  g_assert_finalize_object (fixture->store);
  scratch_free (fixture->scratch);
}

QdDay
review_today (ReviewFixture *fixture)
{
  return qd_day_of_instant (fixture->clock.now);
}

QdReview *
review_read (ReviewFixture *fixture,
             gint64         since)
{
  g_autoptr (GError) error = NULL;
  QdReview *read = qd_review_read (fixture->store, &fixture->board, 1, since,
                                   review_today (fixture), &error);

  g_assert_no_error (error);
  g_assert_nonnull (read);

  return read;
}

/* Lines of "sentence (reason)". The space before a unit breaks no line, nor does it
 * matter here.
 */
char *
review_list (const QdReview  *read,
             QdReviewSection  section)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < read->sections[section]->len; i++)
    {
      const QdReviewItem *item = read->sections[section]->pdata[i];

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", item->sentence);
      if (*item->reason != '\0')
        g_string_append_printf (text, " (%s)", item->reason);
    }
  g_string_replace (text, "\u00a0", " ", 0);

  return g_string_free (text, FALSE);
}

void
review_assert_told (ReviewFixture   *fixture,
                    QdReviewSection  section,
                    const char      *expected)
{
  g_autoptr (QdReview) read = review_read (fixture, fixture->since);
  g_autofree char *told = review_list (read, section);

  g_assert_cmpstr (told, ==, expected);
}

void
review_assert_changed (ReviewFixture *fixture,
                       const char    *expected)
{
  review_assert_told (fixture, QD_REVIEW_CHANGED, expected);
}

void
review_move (ReviewFixture *fixture,
             QdId           card,
             guint          column)
{
  fixture->clock.now += 1000;
  g_assert_true (qd_edit_move (fixture->store, QD_ENTITY_CARD, card, fixture->columns[column],
                               QD_SIDE_LAST, QD_ID_NONE, NULL));
}

QdId
review_say (ReviewFixture *fixture,
            QdId           card,
            double         value,
            const char    *blocker,
            int            confidence,
            QdId           supersedes)
{
  const QdCheckinDraft draft = {
    .day = review_today (fixture), .value = value, .note = "So", .blocker = blocker,
    .confidence = confidence, .supersedes = supersedes,
  };
  g_autoptr (GError) error = NULL;
  QdId id;

  fixture->clock.now += 1000;
  id = qd_edit_check_in (fixture->store, card, &draft, &error);
  g_assert_no_error (error);

  return id;
}
