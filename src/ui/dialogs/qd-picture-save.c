/* Saves what is drawn as a picture or a PDF: where to, and what came of it. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-error.h"
#include "qd-file-dialog.h"
#include "qd-picture-save.h"
#include "widgets/qd-toaster.h"
#include "widgets/qd-tooltip.h"

typedef struct
{
  QdPictureFunc save;
  gpointer picture;
  GDestroyNotify destroy;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  if (self->destroy != NULL)
    self->destroy (self->picture);
  g_free (self);
}

static void
on_file_chosen (GtkWindow  *window,
                GFile      *file,
                const char *unused,
                gpointer    user_data)
{
  const Job *job = user_data;
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (window)) == GTK_TEXT_DIR_RTL;
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  GtkWidget *content = gtk_window_get_child (window);

  if (path == NULL)
    g_set_error_literal (&error, QD_ERROR, QD_ERROR_INVALID,
                         _("A chart can only be saved in a folder of this computer."));
  if (path != NULL && job->save (job->picture, rtl, path, &error))
    qd_toaster_say (content, _("Chart saved"), FALSE);
  else
    qd_toaster_report (content, error);
}

/* What may be in a file name, of the title. */
static char *
dup_file_name (const char *title,
               const char *suffix)
{
  g_autofree char *name = g_strdup (title);

  g_strdelimit (name, "/\\:*?\"<>|\n", ' ');
  g_strstrip (name);

  return g_strconcat (*name != '\0' ? name : _("Chart"), suffix, NULL);
}

/**
 * qd_picture_save_ask:
 * @widget: in the window that asks
 * @title: what the file could be called
 * @suffix: ".png" or ".pdf"
 * @save: saves it
 * @picture: (closure save): what is saved
 * @destroy: frees @picture, which may outlast @widget
 *
 * Asks where to save what is drawn, and says what came of it.
 */
void
qd_picture_save_ask (GtkWidget      *widget,
                     const char     *title,
                     const char     *suffix,
                     QdPictureFunc   save,
                     gpointer        picture,
                     GDestroyNotify  destroy)
{
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_PICTURES);
  g_autofree char *name = dup_file_name (title, suffix);
  g_autoptr (GFile) parent = NULL;
  g_autoptr (GFile) proposal = NULL;
  Job *job = g_new0 (Job, 1);

  job->save = save;
  job->picture = picture;
  job->destroy = destroy;
  parent = g_file_new_for_path (folder != NULL ? folder : g_get_home_dir ());
  proposal = g_file_get_child (parent, name);
  qd_file_dialog_save_choice (GTK_WINDOW (gtk_widget_get_root (widget)), _("Save Chart"),
                              proposal, NULL, on_file_chosen, job, job_free);
}

/**
 * qd_picture_save_new_button:
 * @png_action: saves a picture
 * @pdf_action: saves a PDF
 *
 * Returns: (transfer floating): a button that offers both
 */
GtkWidget *
qd_picture_save_new_button (const char *png_action,
                            const char *pdf_action)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _("Save as Picture…"), png_action);
  g_menu_append (menu, _("Save as PDF…"), pdf_action);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  qd_tooltip_set_words (button, _("Save the chart"));

  return button;
}
