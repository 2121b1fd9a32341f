/* Long work that a window asks for: in a thread, one at a time, with a word
 * about it and a way to cancel it. The work must not touch the window, nor the
 * store of the window.
 */

#include "config.h"

#include "qd-window-private.h"
#include "qd-window-work.h"

typedef struct
{
  QdWorkFunc work;
  QdWorkDoneFunc done;
  gpointer data;
  GDestroyNotify free_data;
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

  if (work->work (work->data, cancellable, &error))
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

  /* The window may have been closed, or shows another file by now. */
  g_task_propagate_boolean (G_TASK (result), &error);
  if (self->work != g_task_get_cancellable (G_TASK (result)))
    return;

  g_clear_object (&self->work);
  qd_busy_end (self->busy);
  qd_window_update_actions (self);

  work->done (self, work->data, error);
}

/* Whether long work is going on. */
gboolean
qd_window_is_working (QdWindow *self)
{
  return self->work != NULL;
}

/* Cancels the work that is going on, if any; nobody will hear of it. */
void
qd_window_stop_working (QdWindow *self)
{
  if (self->work == NULL)
    return;

  g_cancellable_cancel (self->work);
  g_clear_object (&self->work);
  qd_busy_end (self->busy);
}

/* Lets @work do its work on @data, and says @text meanwhile; then lets @done
 * show what came of it, in the main thread. */
void
qd_window_work (QdWindow       *self,
                const char     *text,
                QdWorkFunc      work_func,
                QdWorkDoneFunc  done,
                gpointer        data,
                GDestroyNotify  free_data)
{
  g_autoptr (GTask) task = NULL;
  Work *work = g_new (Work, 1);

  g_return_if_fail (self->work == NULL);

  work->work = work_func;
  work->done = done;
  work->data = data;
  work->free_data = free_data;

  self->work = g_cancellable_new ();
  task = g_task_new (self, self->work, on_done, NULL);
  g_task_set_source_tag (task, qd_window_work);
  g_task_set_task_data (task, work, work_free);
  qd_busy_begin (self->busy, text, self->work);
  qd_window_update_actions (self);
  g_task_run_in_thread (task, run);
}
