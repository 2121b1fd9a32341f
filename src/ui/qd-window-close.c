/* How a window lets go of what is typed in it: before it closes, and before it shows
 * another file.
 *
 * What was typed is kept as if the person had left the field. What would have to be
 * sent first cannot be: then the window asks before it closes.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-window-private.h"
#include "widgets/qd-card-text.h"
#include "widgets/qd-focus.h"

/* Closes the dialogs over the window. */
void
qd_window_close_dialogs (QdWindow *self)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  g_autoptr (GPtrArray) dialogs = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (self))
        g_ptr_array_add (dialogs, g_steal_pointer (&window));
    }
  for (guint i = 0; i < dialogs->len; i++)
    gtk_window_close (g_ptr_array_index (dialogs, i));
}

/* Who leaves an entry, or the details of a card, keeps what they typed there; so do
 * those who leave the window. */
void
qd_window_leave_fields (QdWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL)
    qd_focus_close_popovers (focus);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (self->board_page != NULL)
    qd_board_page_close_card (self->board_page);
}

static void
on_discard_response (QdWindow  *self,
                     int        response,
                     GtkWindow *dialog)
{
  g_assert (QD_IS_WINDOW (self));

  /* GTK still deals with the key that was pressed in the dialog when the window is
   * gone. */
  gtk_window_set_transient_for (dialog, NULL);
  gtk_window_destroy (dialog);
  if (response != GTK_RESPONSE_ACCEPT)
    return;

  self->discards = TRUE;
  if (self->board_page != NULL)
    qd_board_page_forget_unsent (self->board_page);
  qd_window_forget_unsent_in_run (self);
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
create_question (QdWindow *self,
                 QdCard   *card)
{
  g_autofree char *title = qd_card_text_title (card);
  GtkWidget *dialog;
  GtkWidget *discard;

  dialog = gtk_message_dialog_new (GTK_WINDOW (self),
                                   GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                   GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE,
                                   "%s", _("Discard What Was Not Sent?"));
  gtk_message_dialog_format_secondary_text (
    GTK_MESSAGE_DIALOG (dialog),
    /* Translators: %s is the title of a card. */
    _("A check-in or a comment on “%s” was written, but not sent."), title);

  /* Those that a dialog makes itself say their name twice to a screen reader. */
  gtk_dialog_add_action_widget (GTK_DIALOG (dialog),
                                gtk_button_new_with_label (_("Keep Editing")),
                                GTK_RESPONSE_CANCEL);
  discard = gtk_button_new_with_label (_("Discard"));
  gtk_widget_add_css_class (discard, "destructive-action");
  gtk_dialog_add_action_widget (GTK_DIALOG (dialog), discard, GTK_RESPONSE_ACCEPT);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_discard_response), self,
                           G_CONNECT_SWAPPED);

  return dialog;
}

/* Whether nothing would be lost; else asks the person, who may close the window with
 * the answer. */
gboolean
qd_window_may_close (QdWindow *self)
{
  QdCard *card = NULL;

  if (self->board_page != NULL && !self->discards)
    card = qd_board_page_find_unsent (self->board_page);
  if (card == NULL && !self->discards)
    card = qd_window_find_unsent_in_run (self);
  if (card == NULL)
    return TRUE;

  if (self->question == NULL)
    g_set_weak_pointer (&self->question, create_question (self, card));
  gtk_window_present (GTK_WINDOW (self->question));

  return FALSE;
}
