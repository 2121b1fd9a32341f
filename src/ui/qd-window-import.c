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
#include "exchange/qd-outline.h"
#include "qd-window-private.h"
#include "qd-window-work.h"

/* No outline is as large as this, in bytes; what is smaller, the reader judges. */
#define MAX_SIZE (64 << 20)

typedef struct
{
  char *path;                   /* of the store */
  GFile *file;
  char *name;
  char *report;                 /* (nullable) */
} ImportWork;

static void start_next (QdWindow *self);

static void
import_work_free (gpointer data)
{
  ImportWork *work = data;

  g_free (work->path);
  g_object_unref (work->file);
  g_free (work->name);
  g_free (work->report);
  g_free (work);
}

/* The team of an outline that names none is called like its file. */
static char *
dup_team (ImportWork *work)
{
  const char *dot = strrchr (work->name, '.');

  return dot != NULL && dot != work->name
           ? g_strndup (work->name, (gsize) (dot - work->name))
           : g_strdup (work->name);
}

/* A film that was dropped by mistake must not fill the memory. */
static gboolean
check_size (ImportWork    *work,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_query_info (work->file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return FALSE;
  if (g_file_info_get_size (info) <= MAX_SIZE)
    return TRUE;

  g_set_error (error, QD_ERROR, QD_ERROR_INVALID,
               _("“%s” is too large for an outline. Nothing was imported."),
               work->name);

  return FALSE;
}

static gboolean
import (gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  ImportWork *work = data;
  g_autoptr (QdOutline) outline = NULL;
  g_autoptr (QdStore) store = NULL;
  g_autofree char *text = NULL;
  g_autofree char *team = dup_team (work);
  gsize length;

  if (!check_size (work, cancellable, error) ||
      !g_file_load_contents (work->file, cancellable, &text, &length, NULL,
                             error))
    return FALSE;

  outline = qd_outline_parse (text, length, team, qd_clock_today (), error);
  if (outline == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  store = qd_store_open (work->path,
                         QD_OPEN_EXISTING | QD_OPEN_WITHOUT_MODELS, error);

  return store != NULL &&
         qd_import_outline (store, outline, work->name, &work->report, error);
}

/* A report begins with what was brought in; the rest is for who wants to know. */
static void
show_report (QdWindow   *self,
             const char *report)
{
  const char *end = strchr (report, '\n');
  g_autofree char *summary = NULL;
  g_autofree char *details = NULL;

  summary = end != NULL ? g_strndup (report, (gsize) (end - report))
                        : g_strdup (report);
  if (end != NULL)
    details = g_strstrip (g_strdup (end));

  qd_report_dialog_set_action (
    qd_report_dialog_present (GTK_WIDGET (self), _("Import"), summary,
                              details != NULL && *details != '\0' ? details : NULL),
    _("Undo the Import"), "win.undo", NULL);
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
      QdBoard *board = qd_ordered_list_peek (boards, i);

      if (!g_hash_table_contains (old, board))
        {
          qd_window_set_board (self, board);
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
  QdWorkspace *workspace = qd_store_get_workspace (self->store);
  QdOrderedList *boards = qd_workspace_get_boards (workspace);
  g_autoptr (GHashTable) old = g_hash_table_new (NULL, NULL);
  g_autoptr (GError) failed = NULL;

  if (error != NULL)
    qd_toaster_report (GTK_WIDGET (self->split), error);
  else
    {
      for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
        g_hash_table_add (old, qd_ordered_list_peek (boards, i));

      if (qd_store_catch_up (self->store, &failed))
        show_first_new_board (self, old);
      else
        qd_toaster_report (GTK_WIDGET (self->split), failed);
      show_report (self, work->report);
    }

  start_next (self);
}

static void
start_next (QdWindow *self)
{
  g_autofree char *basename = NULL;
  g_autofree char *text = NULL;
  ImportWork *work;
  GFile *file;

  if (qd_window_is_working (self))
    return;

  file = g_queue_pop_head (self->imports);
  if (file == NULL)
    return;

  work = g_new0 (ImportWork, 1);
  work->path = g_strdup (self->path);
  work->file = file;
  basename = g_file_get_basename (file);
  work->name = g_filename_display_name (basename);
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

  start_next (self);
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
