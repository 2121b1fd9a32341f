/* What a field remembers of the typing in it, for the undo key.
 *
 * Once what was typed is in the file, or went, that key is for the application. GTK
 * lets a text view have the key only where there is something to undo; for entries
 * that is done here.
 */

#include "config.h"

#include "qd-typing.h"

#define BEGINNING "qd-typing-beginning"

static void
set_keys (GtkEditable *editable,
          gboolean     undo,
          gboolean     redo)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (editable));

  gtk_widget_action_set_enabled (text, "text.undo", undo);
  gtk_widget_action_set_enabled (text, "text.redo", redo);
}

static void
on_changed (GtkEditable *editable)
{
  const char *beginning = g_object_get_data (G_OBJECT (editable), BEGINNING);

  g_assert (GTK_IS_EDITABLE (editable));

  set_keys (editable, !g_str_equal (gtk_editable_get_text (editable), beginning), TRUE);
}

/**
 * qd_typing_forget:
 * @editable: a #GtkEntry that undoes typing itself
 *
 * Lets it begin anew, with nothing to undo.
 */
void
qd_typing_forget (GtkEditable *editable)
{
  g_return_if_fail (GTK_IS_ENTRY (editable));

  if (g_object_get_data (G_OBJECT (editable), BEGINNING) == NULL)
    g_signal_connect (editable, "changed", G_CALLBACK (on_changed), NULL);
  g_object_set_data_full (G_OBJECT (editable), BEGINNING,
                          g_strdup (gtk_editable_get_text (editable)), g_free);

  gtk_editable_set_enable_undo (editable, FALSE);
  gtk_editable_set_enable_undo (editable, TRUE);
  set_keys (editable, FALSE, FALSE);
}

/**
 * qd_typing_forget_in_buffer:
 * @buffer: the text of a text view that undoes typing itself
 *
 * As qd_typing_forget().
 */
void
qd_typing_forget_in_buffer (GtkTextBuffer *buffer)
{
  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));

  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_end_irreversible_action (buffer);
}

/**
 * qd_typing_leave_to_application:
 * @editable: a #GtkEntry
 *
 * Lets it remember nothing, from now on.
 */
void
qd_typing_leave_to_application (GtkEditable *editable)
{
  g_return_if_fail (GTK_IS_ENTRY (editable));

  gtk_editable_set_enable_undo (editable, FALSE);
  set_keys (editable, FALSE, FALSE);
}
