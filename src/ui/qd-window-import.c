/* Outlines that come into a window's file, from the menu or dropped on it.
 *
 * A thread reads the outline and writes it through a connection of its own, as
 * one transaction; the window's store catches up with it afterwards, as with
 * what any other program wrote.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dialogs/qd-file-dialog.h"
#include "dialogs/qd-report-dialog.h"
#include "exchange/qd-import.h"
#include "exchange/qd-outline-file.h"
#include "qd-window-private.h"
#include "qd-window-work.h"

typedef struct
{
  char *path;                   /* of the store */
  GFile *file;
  char *name;
  GHashTable *boards;           /* (element-type QdId): that were there before */
  char *report;                 /* (nullable) */
} ImportWork;

static void
import_work_free (gpointer data)
{
  ImportWork *work = data;

  g_free (work->path);
  g_object_unref (work->file);
  g_free (work->name);
  g_hash_table_unref (work->boards);
  g_free (work->report);
  g_free (work);
}

static gboolean
import (gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  ImportWork *work = data;
  g_autoptr (QdOutline) outline = NULL;
  g_autoptr (QdStore) store = NULL;

  outline = qd_outline_load (work->file, qd_clock_today (), cancellable, error);
  if (outline == NULL)
    {
      g_prefix_error (error, "%s: ", work->name);
      return FALSE;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  store = qd_store_open (work->path,
                         QD_OPEN_EXISTING | QD_OPEN_WITHOUT_MODELS, error);

  return store != NULL &&
         qd_import_outline (store, outline, work->name, &work->report, error);
}

/* By then the import is undone, if it is. */
static void
on_report_destroyed (QdWindow *self)
{
  g_assert (QD_IS_WINDOW (self));

  g_clear_weak_pointer (&self->import_report);
  qd_window_import_next (self);
}

/* A report begins with what was brought in; the rest is for who wants to know.
 * The next import waits for it to be closed: "Undo the Import" must mean the one
 * that it tells of. */
static void
show_report (QdWindow   *self,
             const char *report)
{
  const char *end = strchr (report, '\n');
  QdReportDialog *dialog;
  g_autofree char *summary = NULL;
  g_autofree char *details = NULL;

  summary = end != NULL ? g_strndup (report, (gsize) (end - report))
                        : g_strdup (report);
  if (end != NULL)
    details = g_strstrip (g_strdup (end));

  dialog = qd_report_dialog_present (
    GTK_WIDGET (self), _("Import"), summary,
    details != NULL && *details != '\0' ? details : NULL);
  qd_report_dialog_set_action (dialog, _("Undo the Import"), "win.undo", NULL);
  g_set_weak_pointer (&self->import_report, GTK_WIDGET (dialog));
  g_signal_connect_object (dialog, "destroy",
                           G_CALLBACK (on_report_destroyed), self,
                           G_CONNECT_SWAPPED);
}

static GHashTable *
collect_boards (QdWindow *self)
{
  QdWorkspace *workspace = qd_store_get_workspace (self->store);
  QdOrderedList *boards = qd_workspace_get_boards (workspace);
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                           NULL);

  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    {
      const QdId id = qd_entity_get_id (qd_ordered_list_peek (boards, i));

      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }

  return ids;
}

/* The first of the boards that were not there before. */
static void
show_first_new_board (QdWindow   *self,
                      GHashTable *old)
{
  QdWorkspace *workspace = qd_store_get_workspace (self->store);
  QdOrderedList *boards = qd_workspace_get_boards (workspace);

  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    {
      QdEntity *board = qd_ordered_list_peek (boards, i);
      const QdId id = qd_entity_get_id (board);

      if (!g_hash_table_contains (old, &id))
        {
          qd_window_set_board (self, QD_BOARD (board));
          return;
        }
    }
}

static void
on_imported (QdWindow     *self,
             gpointer      data,
             const GError *error)
{
  ImportWork *work = data;
  g_autoptr (GError) failed = NULL;

  if (error != NULL)
    {
      qd_toaster_report (GTK_WIDGET (self->split), error);
      return;
    }

  if (qd_store_catch_up (self->store, &failed))
    show_first_new_board (self, work->boards);
  else
    qd_toaster_report (GTK_WIDGET (self->split), failed);
  show_report (self, work->report);
}

/* Imports the next file that waits, unless something else goes on. */
void
qd_window_import_next (QdWindow *self)
{
  g_autofree char *basename = NULL;
  g_autofree char *text = NULL;
  ImportWork *work;
  GFile *file;

  if (qd_window_is_working (self) || self->import_report != NULL)
    return;

  file = g_queue_pop_head (self->imports);
  if (file == NULL)
    return;

  work = g_new0 (ImportWork, 1);
  work->path = g_strdup (self->path);
  work->file = file;
  basename = g_file_get_basename (file);
  work->name = g_filename_display_name (basename);
  /* The window may have caught up with what was imported before it is done. */
  work->boards = collect_boards (self);
  /* Translators: the name of a file. */
  text = g_strdup_printf (_("Importing “%s”…"), work->name);
  qd_window_work (self, text, import, on_imported, work, import_work_free);
}

/* Imports @files one after the other, each as a step of its own to undo. */
void
qd_window_import (QdWindow   *self,
                  GListModel *files)
{
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_queue_push_tail (self->imports, g_list_model_get_item (files, i));

  qd_window_import_next (self);
}

/* Imports the files that were dropped. */
gboolean
qd_window_drop (GtkDropTarget *target,
                const GValue  *value,
                double         x,
                double         y,
                QdWindow      *self)
{
  g_autoptr (GListStore) files = NULL;
  GSList *dropped = g_value_get_boxed (value);

  g_assert (QD_IS_WINDOW (self));

  if (self->store == NULL || qd_store_get_read_only (self->store))
    return FALSE;

  files = g_list_store_new (G_TYPE_FILE);
  for (; dropped != NULL; dropped = dropped->next)
    g_list_store_append (files, dropped->data);
  qd_window_import (self, G_LIST_MODEL (files));

  return TRUE;
}

static void
on_import_chosen (GtkWindow  *window,
                  GListModel *files)
{
  if (QD_WINDOW (window)->store != NULL)
    qd_window_import (QD_WINDOW (window), files);
}

void
qd_window_import_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Outlines (Markdown, plain text)"));
  gtk_file_filter_add_suffix (filter, "md");
  gtk_file_filter_add_suffix (filter, "markdown");
  gtk_file_filter_add_suffix (filter, "txt");
  qd_file_dialog_open (GTK_WINDOW (widget), _("Import Outlines"), filter, TRUE,
                       on_import_chosen);
}
