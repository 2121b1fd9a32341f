/* Reads reviews in a thread of its own, so that nobody waits for a large file.
 *
 * Of several wishes in a row one is read and the last one waits. What was asked for in
 * other words is not answered any more; what only was written in between does not keep
 * an answer back, or somebody who works without a break would never see one.
 *
 * What the next review changes is found in that thread, too, and the last one is freed in
 * one: of a large file that would be felt.
 */

#include "config.h"

#include "qd-review-reader.h"
#include "store/qd-review-question.h"

struct _QdReviewReader
{
  GObject parent_instance;

  GTask *task;               /* (nullable): the reading that is under way */
  QdReviewQuestion *waiting; /* (nullable): what is read after that */
  QdReview *review;          /* (nullable): as it was read last */
  GPtrArray *lines;          /* (element-type QdReviewLine): of that */
  gboolean answering;        /* the lines are being changed, and nothing may read them */
};

typedef struct
{
  QdReviewQuestion *question;
  GPtrArray *before; /* (element-type QdReviewLine) (nullable): let go in the thread */
} Order;

typedef struct
{
  QdReview *review;       /* (nullable) */
  QdReviewChange *change; /* (nullable) */
  GPtrArray *lines;       /* (element-type QdReviewLine) (nullable): of the review before */
} Answer;

enum
{
  ANSWERED,
  FAILED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (QdReviewReader, qd_review_reader, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
answer_clear (Answer *self)
{
  g_clear_pointer (&self->review, qd_review_free);
  g_clear_pointer (&self->change, qd_review_change_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
}

static void
answer_free (Answer *self)
{
  answer_clear (self);
  g_free (self);
}

static void
free_answer (gpointer answer)
{
  answer_free (answer);
}

static void
free_order (gpointer data)
{
  Order *order = data;

  qd_review_question_free (order->question);
  g_clear_pointer (&order->before, g_ptr_array_unref);
  g_free (order);
}

/* Not in the interface's thread. */
static void
clear_answer (GTask        *task,
              gpointer      source,
              gpointer      answer,
              GCancellable *cancellable)
{
  answer_clear (answer);
}

static void
forget_answer (Answer *answer)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, answer, free_answer);
  g_task_run_in_thread (task, clear_answer);
}

/* Not in the interface's thread. */
static void
read_review (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Order *order = data;
  GError *error = NULL;
  QdReview *review = qd_review_question_answer (order->question, cancellable, &error);
  Answer *answer;

  if (review == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  answer = g_new0 (Answer, 1);
  answer->review = review;
  answer->change = qd_review_change_new (order->before, qd_review_line_list (review));
  g_clear_pointer (&order->before, g_ptr_array_unref);
  g_task_return_pointer (task, answer, free_answer);
}

static void on_read (GObject      *source,
                     GAsyncResult *result,
                     gpointer      unused);

static void
begin (QdReviewReader *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Order *order = g_new0 (Order, 1);

  order->question = g_steal_pointer (&self->waiting);
  order->before = g_ptr_array_ref (self->lines);
  self->task = g_task_new (self, cancellable, on_read, NULL);
  g_task_set_task_data (self->task, order, free_order);
  g_task_run_in_thread (self->task, read_review);
}

/* @answer gets what was told before in exchange. */
static void
tell (QdReviewReader *self,
      Answer         *answer)
{
  QdReview *before = self->review;

  answer->lines = self->lines;
  self->lines = g_ptr_array_ref (answer->change->lines);
  self->review = answer->review;
  answer->review = before;
  self->answering = TRUE;
  g_signal_emit (self, signals[ANSWERED], 0, answer->change);
  self->answering = FALSE;
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      unused)
{
  QdReviewReader *self = QD_REVIEW_READER (source);
  g_autoptr (GError) error = NULL;
  Answer *answer = g_task_propagate_pointer (G_TASK (result), &error);

  g_clear_object (&self->task);
  if (answer != NULL)
    {
      tell (self, answer);
      forget_answer (answer);
    }

  if (self->waiting != NULL)
    begin (self);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
qd_review_reader_finalize (GObject *object)
{
  QdReviewReader *self = QD_REVIEW_READER (object);

  g_clear_pointer (&self->waiting, qd_review_question_free);
  g_clear_pointer (&self->review, qd_review_free);
  g_ptr_array_unref (self->lines);

  G_OBJECT_CLASS (qd_review_reader_parent_class)->finalize (object);
}

static void
qd_review_reader_class_init (QdReviewReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = qd_review_reader_finalize;

  /**
   * QdReviewReader::answered:
   * @self: the reader
   * @change: (type QdReviewChange): what that is for what was told before
   *
   * There is another review. The lines of @change are what the next change begins
   * with.
   */
  signals[ANSWERED] =
    g_signal_new ("answered", QD_TYPE_REVIEW_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * QdReviewReader::failed:
   * @self: the reader
   * @failure: #GError: what happened
   *
   * The file could not be read; the review is what it was.
   */
  signals[FAILED] =
    g_signal_new ("failed", QD_TYPE_REVIEW_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
qd_review_reader_init (QdReviewReader *self)
{
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * qd_review_reader_new:
 *
 * Returns: (transfer full): a reader without a review
 */
QdReviewReader *
qd_review_reader_new (void)
{
  return g_object_new (QD_TYPE_REVIEW_READER, NULL);
}

/**
 * qd_review_reader_ask:
 * @self: a reader
 * @store: the same file each time; it may be closed before the answer is there
 * @boards: (array length=n_boards): as for qd_review_read()
 * @n_boards: how many
 * @since: likewise
 * @today: likewise
 *
 * Asks for a review of the file as it is now, in place of one that waits.
 */
void
qd_review_reader_ask (QdReviewReader *self,
                      QdStore        *store,
                      const QdId     *boards,
                      guint           n_boards,
                      gint64          since,
                      QdDay           today)
{
  g_return_if_fail (QD_IS_REVIEW_READER (self));

  g_clear_pointer (&self->waiting, qd_review_question_free);
  self->waiting = qd_review_question_new (store, boards, n_boards, since, today);
  if (self->task != NULL)
    {
      const Order *order = g_task_get_task_data (self->task);

      if (!qd_review_question_equal (self->waiting, order->question))
        g_cancellable_cancel (g_task_get_cancellable (self->task));
    }
  else if (!self->answering)
    begin (self);
}

/**
 * qd_review_reader_stop:
 * @self: a reader
 *
 * Nobody wants to know any more what was asked for.
 */
void
qd_review_reader_stop (QdReviewReader *self)
{
  g_return_if_fail (QD_IS_REVIEW_READER (self));

  g_clear_pointer (&self->waiting, qd_review_question_free);
  if (self->task != NULL)
    g_cancellable_cancel (g_task_get_cancellable (self->task));
}

/**
 * qd_review_reader_is_reading:
 *
 * Returns: whether an answer is still to come
 */
gboolean
qd_review_reader_is_reading (QdReviewReader *self)
{
  g_return_val_if_fail (QD_IS_REVIEW_READER (self), FALSE);

  return self->task != NULL || self->waiting != NULL;
}

/**
 * qd_review_reader_get_review:
 *
 * Returns: (transfer none) (nullable): the review as it was read last
 */
const QdReview *
qd_review_reader_get_review (QdReviewReader *self)
{
  g_return_val_if_fail (QD_IS_REVIEW_READER (self), NULL);

  return self->review;
}

/**
 * qd_review_reader_forget:
 *
 * Forgets the review that was read last, and its lines: the next one begins with none.
 * To be stopped before.
 */
void
qd_review_reader_forget (QdReviewReader *self)
{
  g_return_if_fail (QD_IS_REVIEW_READER (self));

  g_clear_pointer (&self->review, qd_review_free);
  g_ptr_array_unref (self->lines);
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
}
