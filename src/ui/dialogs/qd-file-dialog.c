/* The desktop's own dialogs for choosing files.
 *
 * They are no widgets, and nobody owns them while they wait for an answer: they
 * keep themselves alive until then.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-file-dialog.h"

/* What a choice is called between us and the desktop. */
#define CHOICE "choice"

typedef struct
{
  GtkWindow *window;              /* (weak) */
  QdFilesFunc chosen;             /* (nullable): NULL where the other one is asked for */
  QdFileChosenFunc chosen_choice; /* (nullable) */
  gboolean has_choice;
  gpointer data;                  /* (nullable): for the latter */
  GDestroyNotify destroy;         /* (nullable) */
} Question;

static void
question_free (gpointer  data,
               GClosure *unused)
{
  Question *question = data;

  g_clear_weak_pointer (&question->window);
  if (question->destroy != NULL)
    question->destroy (question->data);
  g_free (question);
}

static void
answer (Question       *question,
        GtkFileChooser *chooser)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (chooser);
  g_autoptr (GFile) first = g_list_model_get_item (files, 0);
  const char *choice = NULL;

  if (first == NULL)
    return;

  if (question->has_choice)
    choice = gtk_file_chooser_get_choice (chooser, CHOICE);
  if (question->chosen != NULL)
    question->chosen (question->window, files);
  else
    question->chosen_choice (question->window, first, choice, question->data);
}

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  Question *question = user_data;

  g_assert (GTK_IS_NATIVE_DIALOG (dialog));

  if (response == GTK_RESPONSE_ACCEPT && question->window != NULL)
    answer (question, GTK_FILE_CHOOSER (dialog));

  g_object_unref (dialog);
}

/* Takes the question with its data. */
static void
ask (GtkFileChooserNative *dialog,
     GtkWindow            *window,
     const Question       *asked)
{
  Question *question = g_memdup2 (asked, sizeof *asked);

  g_set_weak_pointer (&question->window, window);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response),
                         question, question_free, 0);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static GtkFileChooserNative *
create_save (GtkWindow  *window,
             const char *title,
             GFile      *proposal)
{
  GtkFileChooserNative *dialog;
  g_autoptr (GFile) folder = g_file_get_parent (proposal);
  g_autofree char *basename = g_file_get_basename (proposal);
  g_autofree char *name = g_filename_display_name (basename);

  dialog = gtk_file_chooser_native_new (title, window,
                                        GTK_FILE_CHOOSER_ACTION_SAVE,
                                        NULL, NULL);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);

  return dialog;
}

static void
add_choice (GtkFileChooser     *chooser,
            const QdFileChoice *choice)
{
  gtk_file_chooser_add_choice (chooser, CHOICE, choice->title, (const char **) choice->values,
                               (const char **) choice->labels);
  /* For the desktop's dialog: GTK's own proposes the first, and no other if it is told to. */
  gtk_file_chooser_set_choice (chooser, CHOICE, choice->values[0]);
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

  ask (dialog, window, &(Question) { .chosen = chosen });
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
  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (G_IS_FILE (proposal));

  ask (create_save (window, title, proposal), window, &(Question) { .chosen = chosen });
}

/**
 * qd_file_dialog_save_choice:
 * @window: the window that asks
 * @title: what is asked
 * @proposal: the name and the folder to propose
 * @choice: (nullable): what else is asked, in the same dialog
 * @chosen: called with the answer, not at all where the person cancels
 * @user_data: (nullable): for @chosen
 * @destroy: (nullable): called with @user_data afterwards, and where the person cancels
 *
 * Asks for a file to write, and how.
 */
void
qd_file_dialog_save_choice (GtkWindow          *window,
                            const char         *title,
                            GFile              *proposal,
                            const QdFileChoice *choice,
                            QdFileChosenFunc    chosen,
                            gpointer            user_data,
                            GDestroyNotify      destroy)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (G_IS_FILE (proposal));
  g_return_if_fail (chosen != NULL);

  dialog = create_save (window, title, proposal);
  if (choice != NULL)
    add_choice (GTK_FILE_CHOOSER (dialog), choice);
  ask (dialog, window,
       &(Question) {
         .chosen_choice = chosen, .has_choice = choice != NULL, .data = user_data,
         .destroy = destroy,
       });
}
