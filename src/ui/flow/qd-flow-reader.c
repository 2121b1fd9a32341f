/* Reads how a board goes in a thread of its own, so that nobody waits for a large file.
 *
 * Of several wishes in a row one is read and the last one waits. Where that is about
 * another board, what is being read is of no use any more.
 */

#include "config.h"

#include "qd-flow-reader.h"

struct _QdFlowReader
{
  GObject parent_instance;

  GTask *task;       /* (nullable): the reading that is under way */
  char *path;        /* (nullable): what is read after that */
  QdId board;
  QdDay today;
  QdBoardFlow *flow; /* (nullable): as it was read last */
};

typedef struct
{
  char *path;
  QdId board;
  QdDay today;
} Question;

enum
{
  ANSWERED,
  FAILED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (QdFlowReader, qd_flow_reader, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
free_question (gpointer data)
{
  Question *question = data;

  g_free (question->path);
  g_free (question);
}

static void
free_flow (gpointer flow)
{
  qd_board_flow_free (flow);
}

/* Not in the interface's thread. */
static void
read_flow (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  const Question *question = data;
  GError *error = NULL;
  QdBoardFlow *flow = qd_board_flow_read_file (question->path, question->board,
                                               question->today, cancellable, &error);

  if (flow != NULL)
    g_task_return_pointer (task, flow, free_flow);
  else
    g_task_return_error (task, error);
}

static void on_read (GObject      *source,
                     GAsyncResult *result,
                     gpointer      unused);

static void
begin (QdFlowReader *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Question *question = g_new0 (Question, 1);

  question->path = g_steal_pointer (&self->path);
  question->board = self->board;
  question->today = self->today;
  self->task = g_task_new (self, cancellable, on_read, NULL);
  g_task_set_task_data (self->task, question, free_question);
  g_task_run_in_thread (self->task, read_flow);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      unused)
{
  QdFlowReader *self = QD_FLOW_READER (source);
  g_autoptr (GError) error = NULL;
  QdBoardFlow *flow = g_task_propagate_pointer (G_TASK (result), &error);

  g_clear_object (&self->task);
  if (self->path != NULL)
    begin (self);
  if (flow != NULL)
    {
      g_clear_pointer (&self->flow, qd_board_flow_free);
      self->flow = flow;
      g_signal_emit (self, signals[ANSWERED], 0);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_signal_emit (self, signals[FAILED], 0, error);
    }
}

static void
qd_flow_reader_finalize (GObject *object)
{
  QdFlowReader *self = QD_FLOW_READER (object);

  g_free (self->path);
  g_clear_pointer (&self->flow, qd_board_flow_free);

  G_OBJECT_CLASS (qd_flow_reader_parent_class)->finalize (object);
}

static void
qd_flow_reader_class_init (QdFlowReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = qd_flow_reader_finalize;

  /**
   * QdFlowReader::answered:
   * @self: the reader
   *
   * What was read last is another.
   */
  signals[ANSWERED] =
    g_signal_new ("answered", QD_TYPE_FLOW_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /**
   * QdFlowReader::failed:
   * @self: the reader
   * @failure: #GError: what happened
   *
   * The board could not be read; what was read last is what it was.
   */
  signals[FAILED] =
    g_signal_new ("failed", QD_TYPE_FLOW_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
qd_flow_reader_init (QdFlowReader *self)
{
}

/**
 * qd_flow_reader_new:
 *
 * Returns: (transfer full): a reader that has read nothing
 */
QdFlowReader *
qd_flow_reader_new (void)
{
  return g_object_new (QD_TYPE_FLOW_READER, NULL);
}

/**
 * qd_flow_reader_ask:
 * @self: a reader
 * @store: a store, which may be closed before the answer is there
 * @board: a board in it
 * @today: a day
 *
 * Asks how the board goes as the file is now, in place of what waits.
 */
void
qd_flow_reader_ask (QdFlowReader *self,
                    QdStore      *store,
                    QdId          board,
                    QdDay         today)
{
  g_return_if_fail (QD_IS_FLOW_READER (self));
  g_return_if_fail (QD_IS_STORE (store));

  g_free (self->path);
  self->path = g_strdup (qd_store_get_path (store));
  self->board = board;
  self->today = today;
  if (self->task == NULL)
    {
      begin (self);
    }
  else
    {
      const Question *question = g_task_get_task_data (self->task);

      if (question->board != board)
        g_cancellable_cancel (g_task_get_cancellable (self->task));
    }
}

/**
 * qd_flow_reader_stop:
 * @self: a reader
 *
 * Nobody wants to know any more what was asked for.
 */
void
qd_flow_reader_stop (QdFlowReader *self)
{
  g_return_if_fail (QD_IS_FLOW_READER (self));

  g_clear_pointer (&self->path, g_free);
  if (self->task != NULL)
    g_cancellable_cancel (g_task_get_cancellable (self->task));
}

/**
 * qd_flow_reader_is_reading:
 *
 * Returns: whether an answer is still to come
 */
gboolean
qd_flow_reader_is_reading (QdFlowReader *self)
{
  g_return_val_if_fail (QD_IS_FLOW_READER (self), FALSE);

  return self->task != NULL;
}

/**
 * qd_flow_reader_get_flow:
 *
 * Returns: (transfer none) (nullable): what was read last, also of another board
 */
const QdBoardFlow *
qd_flow_reader_get_flow (QdFlowReader *self)
{
  g_return_val_if_fail (QD_IS_FLOW_READER (self), NULL);

  return self->flow;
}
