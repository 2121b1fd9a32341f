#pragma once

#include "store-fixture.h"
#include "store/qd-review.h"

G_BEGIN_DECLS

#define DAY (G_GINT64_CONSTANT (24) * 3600 * 1000)

/**
 * ReviewFixture:
 * @scratch: where the file is
 * @clock: the clock of @store, two weeks after %FIXTURE_NOW
 * @store: the file
 * @board: a board of @columns, made at %FIXTURE_NOW, as all on it
 * @columns: its four columns
 * @card: a key result in the second, from 30 to 50 points
 * @since: a week after %FIXTURE_NOW
 *
 * A board, as somebody sees it who looked at it one week ago.
 */
typedef struct
{
  Scratch *scratch;
  FixtureClock clock;
  QdStore *store;
  QdId board;
  QdId columns[4];
  QdId card;
  gint64 since;
} ReviewFixture;

void      review_fixture_set_up    (ReviewFixture   *fixture,
                                    gconstpointer    data);
void      review_fixture_tear_down (ReviewFixture   *fixture,
                                    gconstpointer    data);

QdDay     review_today             (ReviewFixture   *fixture);
void      review_move              (ReviewFixture   *fixture,
                                    QdId             card,
                                    guint            column);
QdId      review_say               (ReviewFixture   *fixture,
                                    QdId             card,
                                    double           value,
                                    const char      *blocker,
                                    int              confidence,
                                    QdId             supersedes);

QdReview *review_read              (ReviewFixture   *fixture,
                                    gint64           since);
char     *review_list              (const QdReview  *read,
                                    QdReviewSection  section);
void      review_assert_told       (ReviewFixture   *fixture,
                                    QdReviewSection  section,
                                    const char      *expected);
void      review_assert_changed    (ReviewFixture   *fixture,
                                    const char      *expected);

G_END_DECLS
