/* What is looked at to the printer, or into a document or a picture.
 *
 * Here are the dialogs of the desktop; what goes there is in the job.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/qd-file-dialog.h"
#include "qd-error.h"
#include "widgets/qd-toaster.h"

#include "qd-print.h"

/* A picture at a scale of 1 has so many pixels an inch. */
#define RESOLUTION 96

/* First as sharp as a screen of two pixels for one. */
static const char * const scales[] = { "2", "1", "3", "4", NULL };

/* What is at the printer. */
typedef struct
{
  GtkWindow *window;     /* (weak) */
  QdPrintJob *job;
  QdPaperLayout *layout; /* (nullable): once the paper is known */
} Run;

static void
run_free (gpointer data)
{
  Run *self = data;

  g_clear_weak_pointer (&self->window);
  qd_print_job_free (self->job);
  g_clear_pointer (&self->layout, qd_paper_layout_free);
  g_free (self);
}

static void
report (GtkWindow    *window,
        const GError *error)
{
  if (window != NULL)
    qd_toaster_report (gtk_window_get_child (window), error);
}

static gboolean
is_rtl (GtkWindow *window)
{
  return window != NULL && gtk_widget_get_direction (GTK_WIDGET (window)) == GTK_TEXT_DIR_RTL;
}

/* The paper of the desktop, on the side that the job needs. */
static GtkPageSetup *
create_page_setup (const QdPrintJob *job)
{
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_orientation (setup, qd_print_job_is_landscape (job)
                                           ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                           : GTK_PAGE_ORIENTATION_PORTRAIT);

  return setup;
}

static void
on_begin_print (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                gpointer           user_data)
{
  Run *self = user_data;
  const QdPaperSheet sheet = {
    .width = gtk_print_context_get_width (context),
    .height = gtk_print_context_get_height (context),
  };

  g_assert (GTK_IS_PRINT_OPERATION (operation));

  g_clear_pointer (&self->layout, qd_paper_layout_free);
  self->layout = qd_print_job_lay_out (self->job, &sheet, is_rtl (self->window));
  gtk_print_operation_set_n_pages (operation,
                                   (int) qd_paper_layout_get_n_pages (self->layout));
}

static void
on_draw_page (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           user_data)
{
  Run *self = user_data;

  g_assert (GTK_IS_PRINT_OPERATION (operation));

  qd_paper_layout_draw (self->layout, (guint) page, gtk_print_context_get_cairo_context (context));
}

static void
on_done (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gpointer                 user_data)
{
  Run *self = user_data;
  g_autoptr (GError) error = NULL;

  g_assert (GTK_IS_PRINT_OPERATION (operation));

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  report (self->window, error);
}

static void
on_file_chosen (GtkWindow  *window,
                GFile      *file,
                const char *scale,
                gpointer    user_data)
{
  const QdPrintJob *job = user_data;
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert (GTK_IS_WINDOW (window));

  if (scale == NULL || *scale == '\0')
    scale = scales[0];
  if (path == NULL)
    g_set_error_literal (&error, QD_ERROR, QD_ERROR_INVALID,
                         _("The file can only be saved in a folder of this computer."));
  else
    qd_print_job_write (job, path, g_ascii_strtod (scale, NULL), is_rtl (window), &error);
  if (error != NULL)
    {
      report (window, error);
      return;
    }

  name = g_filename_display_basename (path);
  text = g_strdup_printf (_("Saved as “%s”"), name);
  qd_toaster_say (gtk_window_get_child (window), text, FALSE);
}

/**
 * qd_print_operation_new:
 * @parent: the window that asks
 * @job: (transfer full): what is printed
 *
 * Returns: (transfer full): an operation that prints it
 */
GtkPrintOperation *
qd_print_operation_new (GtkWindow  *parent,
                        QdPrintJob *job)
{
  GtkPrintOperation *operation;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autofree char *name = NULL;
  Run *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (job != NULL, NULL);

  self = g_new0 (Run, 1);
  g_set_weak_pointer (&self->window, parent);
  self->job = job;
  operation = gtk_print_operation_new ();
  setup = create_page_setup (job);
  name = qd_print_job_dup_name (job);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_print), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), self);
  g_signal_connect (operation, "done", G_CALLBACK (on_done), self);
  g_object_set_data_full (G_OBJECT (operation), "qd-print-run", self, run_free);

  return operation;
}

/**
 * qd_print_run:
 * @parent: the window that asks
 * @job: (transfer full): what is printed
 *
 * Asks for a printer and prints on it; the dialog offers PDF, too. What goes wrong is
 * told in a toast.
 */
void
qd_print_run (GtkWindow  *parent,
              QdPrintJob *job)
{
  g_autoptr (GtkPrintOperation) operation = qd_print_operation_new (parent, job);

  if (operation != NULL)
    gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

/**
 * qd_print_export:
 * @parent: the window that asks
 * @job: (transfer full): what is written
 *
 * Asks for a file and writes there, as a PDF document or a PNG picture of the scale that
 * is asked for, too.
 */
void
qd_print_export (GtkWindow  *parent,
                 QdPrintJob *job)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_auto (GStrv) labels = g_new0 (char *, G_N_ELEMENTS (scales));
  const QdFileChoice choice = {
    _("Scale of a picture"), scales, (const char * const *) labels,
  };
  g_autofree char *name = NULL;
  g_autofree char *file_name = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) proposal = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (job != NULL);

  for (guint i = 0; scales[i] != NULL; i++)
    /* Translators: the scale of a picture, and what it comes to */
    labels[i] = g_strdup_printf (_("%s (%u pixels an inch)"), scales[i],
                                 RESOLUTION * (guint) g_ascii_strtoull (scales[i], NULL, 10));
  name = qd_print_job_dup_name (job);
  file_name = g_strconcat (name, ".pdf", NULL);
  folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
  proposal = g_file_get_child (folder, file_name);
  qd_file_dialog_save_choice (parent, _("Save as PDF or Picture"), proposal, &choice,
                              on_file_chosen, job, (GDestroyNotify) qd_print_job_free);
}
