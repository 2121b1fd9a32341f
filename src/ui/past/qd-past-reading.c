/* Reads something again and again in a thread: of several wishes in a row one is read and
 * the last one waits.
 *
 * What is being read is read to its end, so that somebody who pulls a slider without a
 * break sees days go by, and not only the one at which he stops.
 */

#include "config.h"

#include "qd-past-reading.h"

struct _QdPastReading
{
  GObject parent_instance;

  GTaskThreadFunc read;
  GTask *task;             /* (nullable): the reading that is under way */
  gpointer waiting;        /* (nullable): the order that comes after it */
  GDestroyNotify free_order;
};

enum
{
  READ,
  FAILED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (QdPastReading, qd_past_reading, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void on_read (GObject      *source,
                     GAsyncResult *result,
                     gpointer      unused);

static void
begin (QdPastReading *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  self->task = g_task_new (self, cancellable, on_read, NULL);
  g_task_set_task_data (self->task, g_steal_pointer (&self->waiting), self->free_order);
  g_task_run_in_thread (self->task, self->read);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      unused)
{
  QdPastReading *self = QD_PAST_READING (source);
  g_autoptr (GTask) task = g_steal_pointer (&self->task);
  g_autoptr (GError) error = NULL;
  gpointer answer = g_task_propagate_pointer (task, &error);

  /* The next one is read while this one is shown. */
  if (self->waiting != NULL)
    begin (self);
  if (error == NULL)
    g_signal_emit (self, signals[READ], 0, answer, g_task_get_task_data (task));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
drop_waiting (QdPastReading *self)
{
  if (self->waiting != NULL)
    self->free_order (g_steal_pointer (&self->waiting));
}

static void
qd_past_reading_finalize (GObject *object)
{
  drop_waiting (QD_PAST_READING (object));

  G_OBJECT_CLASS (qd_past_reading_parent_class)->finalize (object);
}

static void
qd_past_reading_class_init (QdPastReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_past_reading_finalize;

  /**
   * QdPastReading::read:
   * @self: the reading
   * @answer: what the function returned, which the handler takes; there has to be one
   * @order: for what
   *
   * Something was read.
   */
  signals[READ] =
    g_signal_new ("read", QD_TYPE_PAST_READING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);

  /**
   * QdPastReading::failed:
   * @self: the reading
   * @failure: #GError: what happened
   *
   * Something could not be read.
   */
  signals[FAILED] =
    g_signal_new ("failed", QD_TYPE_PAST_READING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
qd_past_reading_init (QdPastReading *self)
{
}

/**
 * qd_past_reading_new:
 * @read: reads what its task data orders and returns it through the task; runs in a
 *   thread
 *
 * Returns: (transfer full): a reading
 */
QdPastReading *
qd_past_reading_new (GTaskThreadFunc read)
{
  QdPastReading *self = g_object_new (QD_TYPE_PAST_READING, NULL);

  self->read = read;

  return self;
}

/**
 * qd_past_reading_ask:
 * @self: a reading
 * @order: (transfer full): what to read, in place of an order that waits
 * @free_order: frees it, the same each time
 */
void
qd_past_reading_ask (QdPastReading  *self,
                     gpointer        order,
                     GDestroyNotify  free_order)
{
  g_return_if_fail (QD_IS_PAST_READING (self));
  g_return_if_fail (order != NULL);

  drop_waiting (self);
  self->waiting = order;
  self->free_order = free_order;
  if (self->task == NULL)
    begin (self);
}

/**
 * qd_past_reading_stop:
 * @self: a reading
 *
 * Nobody wants to know any more what was asked for.
 */
void
qd_past_reading_stop (QdPastReading *self)
{
  g_return_if_fail (QD_IS_PAST_READING (self));

  drop_waiting (self);
  if (self->task != NULL)
    g_cancellable_cancel (g_task_get_cancellable (self->task));
}
