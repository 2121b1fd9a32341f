/* The desktop's own dialogs for choosing files.
 *
 * They are no widgets, and nobody owns them while they wait for an answer: they
 * keep themselves alive until then.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-file-dialog.h"

typedef struct
{
  GtkWindow *window;            /* (weak) */
  QdFilesFunc chosen;
} Question;

static void
question_free (gpointer  data,
               GClosure *unused)
{
  Question *question = data;

  g_clear_weak_pointer (&question->window);
  g_free (question);
}

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  Question *question = user_data;

  g_assert (GTK_IS_NATIVE_DIALOG (dialog));

  if (response == GTK_RESPONSE_ACCEPT && question->window != NULL)
    {
      g_autoptr (GListModel) files = NULL;

      files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      if (g_list_model_get_n_items (files) > 0)
        question->chosen (question->window, files);
    }

  g_object_unref (dialog);
}

static void
ask (GtkFileChooserNative *dialog,
     GtkWindow            *window,
     QdFilesFunc           chosen)
{
  Question *question = g_new0 (Question, 1);

  g_set_weak_pointer (&question->window, window);
  question->chosen = chosen;
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response),
                         question, question_free, 0);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * qd_file_dialog_open:
 * @window: the window that asks
 * @title: what is asked
 * @filter: (nullable): the files to show at first; all others can be shown, too
 * @many: whether more than one can be chosen
 * @chosen: called with the answer, not at all where the person cancels
 *
 * Asks for files that exist.
 */
void
qd_file_dialog_open (GtkWindow     *window,
                     const char    *title,
                     GtkFileFilter *filter,
                     gboolean       many,
                     QdFilesFunc    chosen)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (filter == NULL || GTK_IS_FILE_FILTER (filter));

  dialog = gtk_file_chooser_native_new (title, window,
                                        GTK_FILE_CHOOSER_ACTION_OPEN,
                                        NULL, NULL);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), many);
  if (filter != NULL)
    {
      g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

      gtk_file_filter_set_name (all, _("All files"));
      gtk_file_filter_add_pattern (all, "*");
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
    }

  ask (dialog, window, chosen);
}

/**
 * qd_file_dialog_save:
 * @window: the window that asks
 * @title: what is asked
 * @proposal: the name and the folder to propose
 * @chosen: called with the answer, not at all where the person cancels
 *
 * Asks for a file to write.
 */
void
qd_file_dialog_save (GtkWindow   *window,
                     const char  *title,
                     GFile       *proposal,
                     QdFilesFunc  chosen)
{
  GtkFileChooserNative *dialog;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *basename = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (G_IS_FILE (proposal));

  dialog = gtk_file_chooser_native_new (title, window,
                                        GTK_FILE_CHOOSER_ACTION_SAVE,
                                        NULL, NULL);
  folder = g_file_get_parent (proposal);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  basename = g_file_get_basename (proposal);
  name = g_filename_display_name (basename);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);

  ask (dialog, window, chosen);
}
