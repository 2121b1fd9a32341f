/* Long work that a window asks for: in a thread, one at a time, with a word
 * about it and a way to cancel it. The work must not touch the window, nor the
 * store of the window.
 */

#include "config.h"

#include "qd-window-private.h"
#include "qd-window-work.h"

typedef struct
{
  QdWorkFunc func;
  QdWorkDoneFunc done;
  gpointer data;
  GDestroyNotify free_data;
  GApplication *application;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  work->free_data (work->data);
  g_free (work);
}

static void
run (GTask        *task,
     gpointer      window,
     gpointer      data,
     GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (work->func (work->data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      unused)
{
  QdWindow *self = QD_WINDOW (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_application_release (work->application);

  /* The window may have been closed, or shows another file by now. */
  g_task_propagate_boolean (G_TASK (result), &error);
  if (self->work != g_task_get_cancellable (G_TASK (result)))
    return;

  g_clear_object (&self->work);
  qd_busy_end (self->busy);
  qd_window_update_actions (self);

  work->done (self, work->data, error);
  qd_window_import_next (self);
}

/**
 * qd_window_is_working:
 *
 * Returns: whether long work is going on
 */
gboolean
qd_window_is_working (QdWindow *self)
{
  return self->work != NULL;
}

/**
 * qd_window_stop_working:
 *
 * Cancels the work that is going on, if any; nobody will hear of it.
 */
void
qd_window_stop_working (QdWindow *self)
{
  if (self->work == NULL)
    return;

  g_cancellable_cancel (self->work);
  g_clear_object (&self->work);
  qd_busy_end (self->busy);
}

/**
 * qd_window_work:
 * @text: what is going on
 * @work: does it, in a thread of its own
 * @done: shows what came of it, in the main thread
 * @data: (transfer full): what to work on
 * @free_data: frees @data, in any thread, when nobody needs it any more
 *
 * Does long work, and says @text meanwhile. There must be no other work going
 * on.
 */
void
qd_window_work (QdWindow       *self,
                const char     *text,
                QdWorkFunc      work,
                QdWorkDoneFunc  done,
                gpointer        data,
                GDestroyNotify  free_data)
{
  g_autoptr (GTask) task = NULL;
  Work *task_data;

  g_return_if_fail (QD_IS_WINDOW (self));
  g_return_if_fail (!qd_window_is_working (self));

  task_data = g_new (Work, 1);
  task_data->func = work;
  task_data->done = done;
  task_data->data = data;
  task_data->free_data = free_data;
  /* The window may be closed, but the program must not end under a thread. */
  task_data->application = G_APPLICATION (
    gtk_window_get_application (GTK_WINDOW (self)));
  g_application_hold (task_data->application);

  self->work = g_cancellable_new ();
  task = g_task_new (self, self->work, on_done, NULL);
  /* What was done is not undone by a click that came too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, qd_window_work);
  g_task_set_task_data (task, task_data, work_free);
  qd_busy_begin (self->busy, text, self->work);
  qd_window_update_actions (self);
  g_task_run_in_thread (task, run);
}
