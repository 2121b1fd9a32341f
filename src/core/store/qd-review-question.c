/* What a review is asked for, and its answer from a thread that has nothing to do with
 * the models of who asks.
 *
 * The answer is read through a connection and models of its own, all of one state of
 * the file.
 */

#include "config.h"

#include <string.h>

#include "qd-review-question.h"
#include "qd-store-private.h"

struct _QdReviewQuestion
{
  char *path;
  GArray *boards; /* of QdId */
  gint64 since;
  QdDay today;
  gint64 now;     /* when it was asked */
};

static gint64
read_clock (gpointer question)
{
  return ((const QdReviewQuestion *) question)->now;
}

static QdReview *
read_now (const QdReviewQuestion  *self,
          QdStore                 *store,
          GError                 **error)
{
  QdDb *db = qd_store_get_db (store);
  QdReview *review = NULL;

  if (!qd_db_begin_read (db, error))
    return NULL;
  if (qd_store_catch_up (store, error))
    review = qd_review_read (store, (const QdId *) (gpointer) self->boards->data,
                             self->boards->len, self->since, self->today, error);
  qd_db_rollback (db);

  return review;
}

/**
 * qd_review_question_new:
 * @store: a store
 * @boards: (array length=n_boards): as for qd_review_read()
 * @n_boards: how many
 * @since: likewise
 * @today: likewise
 *
 * Returns: (transfer full): the question, asked now
 */
QdReviewQuestion *
qd_review_question_new (QdStore    *store,
                        const QdId *boards,
                        guint       n_boards,
                        gint64      since,
                        QdDay       today)
{
  QdReviewQuestion *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (boards != NULL || n_boards == 0, NULL);

  self = g_new0 (QdReviewQuestion, 1);
  self->path = g_strdup (qd_store_get_path (store));
  self->boards = g_array_new (FALSE, FALSE, sizeof (QdId));
  if (n_boards > 0)
    g_array_append_vals (self->boards, boards, n_boards);
  self->since = since;
  self->today = today;
  self->now = qd_store_now (store);

  return self;
}

void
qd_review_question_free (QdReviewQuestion *self)
{
  g_array_unref (self->boards);
  g_free (self->path);
  g_free (self);
}

/**
 * qd_review_question_equal:
 * @self: a question
 * @other: another one about the same file
 *
 * Returns: whether both ask for the same, however much was written in between
 */
gboolean
qd_review_question_equal (const QdReviewQuestion *self,
                          const QdReviewQuestion *other)
{
  return self->since == other->since && self->today == other->today &&
         self->boards->len == other->boards->len &&
         (self->boards->len == 0 ||
          memcmp (self->boards->data, other->boards->data,
                  self->boards->len * sizeof (QdId)) == 0);
}

/**
 * qd_review_question_answer:
 * @self: a question
 * @cancellable: (nullable): looked at all the time
 * @error: return location
 *
 * As qd_review_read(), from any thread. Its #QdReview.until is when the question was
 * asked: what was written since then is told the next time, too.
 *
 * Returns: (transfer full) (nullable): the review
 */
QdReview *
qd_review_question_answer (const QdReviewQuestion  *self,
                           GCancellable            *cancellable,
                           GError                 **error)
{
  g_autoptr (QdStore) store = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  store = qd_store_open_to_read (self->path, cancellable, error);
  if (store == NULL)
    return NULL;

  qd_store_set_clock (store, read_clock, (gpointer) self);

  return read_now (self, store, error);
}
