/* A backup that takes the place of a file, in all windows that show the file.
 *
 * They let go of it, a thread puts the backup in its place, and they show it
 * again, whatever came of it and whichever of them are left by then. The
 * application does not end before.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-application-private.h"
#include "store/qd-backup.h"
#include "widgets/qd-toaster.h"

typedef struct
{
  char *path;
  char *backup;
  char *kept;                   /* (nullable): where the file was put away */
  GCancellable *cancellable;
} Restore;

static void
restore_free (gpointer data)
{
  Restore *restore = data;

  g_object_unref (restore->cancellable);
  g_free (restore->path);
  g_free (restore->backup);
  g_free (restore->kept);
  g_free (restore);
}

static void
release (QdWindow *window,
         Restore  *restore)
{
  qd_window_release (window, restore->path, _("Restoring the backup…"),
                     restore->cancellable);
}

static void
run (GTask        *task,
     gpointer      application,
     gpointer      data,
     GCancellable *cancellable)
{
  Restore *restore = data;
  GError *error = NULL;

  if (qd_backup_restore (restore->path, restore->backup, &restore->kept,
                         cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
tell (QdWindow     *window,
      Restore      *restore,
      const GError *error)
{
  GtkWidget *child = gtk_window_get_child (GTK_WINDOW (window));

  if (error != NULL)
    qd_toaster_report (child, error);
  else if (restore->kept != NULL)
    qd_toaster_say (child,
                    _("The backup is restored. What the file was before is kept "
                      "among the backups."), FALSE);
  else
    qd_toaster_say (child, _("The backup is restored."), FALSE);
}

static void
on_restored (GObject      *source,
             GAsyncResult *result,
             gpointer      unused)
{
  QdApplication *self = QD_APPLICATION (source);
  Restore *restore = g_task_get_task_data (G_TASK (result));
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  g_hash_table_remove (self->restores, restore->path);
  qd_application_reopen (self, restore->path);

  for (; windows != NULL; windows = windows->next)
    {
      if (QD_IS_WINDOW (windows->data) &&
          g_strcmp0 (qd_window_get_path (windows->data), restore->path) == 0)
        tell (windows->data, restore, error);
    }
  g_application_release (G_APPLICATION (self));
}

/* Puts a copy of @backup in the place of the file at @path. */
void
qd_application_restore (QdApplication *self,
                        const char    *path,
                        const char    *backup)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));
  g_autoptr (QdStore) store = NULL;
  g_autoptr (GTask) task = NULL;
  Restore *restore;

  if (g_hash_table_contains (self->restores, path))
    return;

  restore = g_new0 (Restore, 1);
  restore->path = g_strdup (path);
  restore->backup = g_strdup (backup);
  restore->cancellable = g_cancellable_new ();
  g_hash_table_insert (self->restores, restore->path, restore);

  task = g_task_new (self, restore->cancellable, on_restored, NULL);
  g_task_set_source_tag (task, qd_application_restore);
  /* What was done is not undone by a click that came too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, restore, restore_free);

  g_set_object (&store, qd_application_find_store (self, path));
  g_application_hold (G_APPLICATION (self));
  for (; windows != NULL; windows = windows->next)
    {
      if (QD_IS_WINDOW (windows->data) &&
          g_strcmp0 (qd_window_get_path (windows->data), path) == 0)
        release (windows->data, restore);
    }
  /* A dialog, say, is kept by GTK until the end of a frame, and its store with
   * it. */
  if (store != NULL)
    qd_store_close (store);
  g_task_run_in_thread (task, run);
}

/* Whether the file is being restored; then @window waits for it, too. */
gboolean
qd_application_wait_for_restore (QdApplication *self,
                                 const char    *path,
                                 QdWindow      *window)
{
  Restore *restore = g_hash_table_lookup (self->restores, path);

  if (restore != NULL)
    release (window, restore);

  return restore != NULL;
}
