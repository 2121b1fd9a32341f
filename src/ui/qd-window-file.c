/* What a window does with its file as a whole: open another, copy, check and
 * recover it. What takes long runs in a thread. A backup is restored by the
 * application, for that concerns all windows of the file.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/qd-file-dialog.h"
#include "dialogs/qd-report-dialog.h"
#include "qd-window-private.h"
#include "qd-window-work.h"
#include "store/qd-backup.h"
#include "store/qd-check.h"
#include "store/qd-recover.h"

typedef struct
{
  char *path;
  char *other;                  /* (nullable): the second file it is about */
  char *result;                 /* (nullable) */
  GPtrArray *findings;          /* (nullable) (element-type utf8) */
} FileWork;

static FileWork *
file_work_new (const char *path,
               const char *other)
{
  FileWork *work = g_new0 (FileWork, 1);

  work->path = g_strdup (path);
  work->other = g_strdup (other);

  return work;
}

static void
file_work_free (gpointer data)
{
  FileWork *work = data;

  g_free (work->path);
  g_free (work->other);
  g_free (work->result);
  g_clear_pointer (&work->findings, g_ptr_array_unref);
  g_free (work);
}

/* A file that is elsewhere cannot be locked, and so not be shared. */
static char *
dup_path (QdWindow   *self,
          GListModel *files)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);
      g_autofree char *text = NULL;

      /* Translators: the address of a file. */
      text = g_strdup_printf (_("“%s” is not in a folder of this computer. Choose "
                                "one that is."), name);
      qd_toaster_say (GTK_WIDGET (self->split), text, FALSE);
    }

  return g_steal_pointer (&path);
}

static void
on_open_chosen (GtkWindow  *window,
                GListModel *files)
{
  g_autofree char *path = dup_path (QD_WINDOW (window), files);

  if (path != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "app.open", "s", path);
}

void
qd_window_open_file_action (GtkWidget  *widget,
                            const char *name,
                            GVariant   *parameter)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Quarterdeck files"));
  gtk_file_filter_add_suffix (filter, "db");
  qd_file_dialog_open (GTK_WINDOW (widget), _("Open File"), filter, FALSE,
                       on_open_chosen);
}

/* --- copy --- */

static gboolean
copy (gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  FileWork *work = data;

  return qd_backup_copy (work->path, work->other, cancellable, error);
}

static void
on_copied (QdWindow     *self,
           gpointer      data,
           const GError *error)
{
  FileWork *work = data;
  g_autofree char *name = g_filename_display_basename (work->other);
  g_autofree char *text = NULL;

  if (error != NULL)
    {
      qd_toaster_report (GTK_WIDGET (self->split), error);
      return;
    }

  text = g_strdup_printf (_("Saved a copy as “%s”"), name);
  qd_toaster_say (GTK_WIDGET (self->split), text, FALSE);
}

static void
on_copy_chosen (GtkWindow  *window,
                GListModel *files)
{
  QdWindow *self = QD_WINDOW (window);
  g_autofree char *target = dup_path (self, files);

  if (target != NULL && self->store != NULL && !qd_window_is_working (self))
    qd_window_work (self, _("Saving a copy…"), copy, on_copied,
                    file_work_new (self->path, target), file_work_free);
}

void
qd_window_save_copy_action (GtkWidget  *widget,
                            const char *name,
                            GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (QD_WINDOW (widget)->path);
  g_autofree char *iso = qd_day_to_iso (qd_clock_today ());
  g_autofree char *basename = g_strconcat ("quarterdeck ", iso, ".db", NULL);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) proposal = g_file_get_child (folder, basename);

  qd_file_dialog_save (GTK_WINDOW (widget), _("Save a Copy"), proposal,
                       on_copy_chosen);
}

/* --- check --- */

static gboolean
check (gpointer       data,
       GCancellable  *cancellable,
       GError       **error)
{
  FileWork *work = data;

  return qd_check_file (work->path, &work->findings, cancellable, error);
}

static void
on_checked (QdWindow     *self,
            gpointer      data,
            const GError *error)
{
  FileWork *work = data;
  g_autoptr (GString) details = NULL;
  g_autofree char *summary = NULL;

  if (error != NULL)
    {
      qd_toaster_report (GTK_WIDGET (self->split), error);
      return;
    }

  if (work->findings->len == 0)
    {
      qd_report_dialog_present (GTK_WIDGET (self), _("Check File"),
                                _("The file is sound: nothing is missing, and "
                                  "everything fits together."), NULL);
      return;
    }

  details = g_string_new (NULL);
  for (guint i = 0; i < work->findings->len; i++)
    g_string_append_printf (details, "%s\n",
                            (const char *) work->findings->pdata[i]);
  summary = g_strdup_printf (
    ngettext ("%u thing is wrong with this file. Nothing was changed.",
              "%u things are wrong with this file. Nothing was changed.",
              work->findings->len), work->findings->len);
  qd_report_dialog_set_action (
    qd_report_dialog_present (GTK_WIDGET (self), _("Check File"), summary,
                              details->str),
    _("Restore a Backup…"), "win.restore-backup", NULL);
}

void
qd_window_check_file_action (GtkWidget  *widget,
                             const char *name,
                             GVariant   *parameter)
{
  QdWindow *self = QD_WINDOW (widget);

  qd_window_work (self, _("Checking the file…"), check, on_checked,
                  file_work_new (self->path, NULL), file_work_free);
}

/* --- restore --- */

void
qd_window_restore_from_action (GtkWidget  *widget,
                               const char *name,
                               GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "app.restore", "(ss)",
                              QD_WINDOW (widget)->path,
                              g_variant_get_string (parameter, NULL));
}

/* --- recover --- */

static gboolean
recover (gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  FileWork *work = data;

  return qd_recover_file (work->path, work->other, &work->result, cancellable,
                          error);
}

static void
on_recovered (QdWindow     *self,
              gpointer      data,
              const GError *error)
{
  FileWork *work = data;
  QdReportDialog *dialog;

  if (error != NULL)
    {
      qd_toaster_report (GTK_WIDGET (self->split), error);
      return;
    }

  dialog = qd_report_dialog_present (GTK_WIDGET (self), _("Recover"),
                                     _("What could be read is in a new file. The "
                                       "damaged one was left as it is."),
                                     work->result);
  qd_report_dialog_set_action (dialog, _("Open the New File"), "app.open",
                               g_variant_new_string (work->other));
}

static void
on_recover_chosen (GtkWindow  *window,
                   GListModel *files)
{
  QdWindow *self = QD_WINDOW (window);
  g_autofree char *target = dup_path (self, files);

  if (target != NULL && !qd_window_is_working (self))
    qd_window_work (self, _("Reading what can be read…"), recover, on_recovered,
                    file_work_new (self->path, target), file_work_free);
}

void
qd_window_recover_action (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  g_autofree char *recovered = g_strconcat (QD_WINDOW (widget)->path,
                                            ".recovered.db", NULL);
  g_autoptr (GFile) proposal = g_file_new_for_path (recovered);

  qd_file_dialog_save (GTK_WINDOW (widget), _("Recover into a New File"),
                       proposal, on_recover_chosen);
}
