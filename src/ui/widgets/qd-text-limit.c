/* What becomes of words for which there is no room: nobody loses them unawares. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qd-text-limit.h"
#include "qd-toaster.h"

typedef struct
{
  GtkWidget *editor;
  QdTextRoomFunc get_room;
  gpointer owner;
} Limit;

static void
free_limit (gpointer  data,
            GClosure *closure)
{
  g_free (data);
}

/* Returns how many bytes of a text find room, and says so where that is not all. */
static int
admit (GtkWidget  *editor,
       const char *text,
       int         n_bytes,
       guint       used,
       guint       room)
{
  const guint left = room > used ? room - used : 0;
  g_autofree char *words = NULL;

  if (room == 0 || (guint) g_utf8_strlen (text, n_bytes) <= left)
    return n_bytes;

  gtk_widget_error_bell (editor);
  words = g_strdup_printf (ngettext ("There is room for %u character. The rest was left out.",
                                     "There is room for %u characters. The rest was left out.",
                                     room), room);
  qd_toaster_say (editor, words, FALSE);

  return (int) (g_utf8_offset_to_pointer (text, (glong) left) - text);
}

static void
on_insert_into_buffer (GtkTextBuffer *buffer,
                       GtkTextIter   *at,
                       const char    *text,
                       int            n_bytes,
                       Limit         *self)
{
  const int fits = admit (self->editor, text, n_bytes,
                          (guint) gtk_text_buffer_get_char_count (buffer),
                          self->get_room (self->owner));

  if (fits == n_bytes)
    return;

  g_signal_stop_emission_by_name (buffer, "insert-text");
  if (fits > 0)
    gtk_text_buffer_insert (buffer, at, text, fits);
}

/* An entry leaves out the rest by itself. */
static void
on_insert_into_entry (GtkEditable *text_of_entry,
                      const char  *text,
                      int          n_bytes,
                      gpointer     position,
                      GtkEntry    *entry)
{
  admit (GTK_WIDGET (entry), text, n_bytes, gtk_entry_get_text_length (entry),
         (guint) gtk_entry_get_max_length (entry));
}

/**
 * qd_text_limit_attach_entry:
 * @entry: an entry with a maximal length
 *
 * Lets it say what did not find room when words are typed or pasted.
 */
void
qd_text_limit_attach_entry (GtkEntry *entry)
{
  g_return_if_fail (GTK_IS_ENTRY (entry));

  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "insert-text",
                    G_CALLBACK (on_insert_into_entry), entry);
}

/**
 * qd_text_limit_attach_view:
 * @view: a view
 * @get_room: (scope forever): how much room there is
 * @owner: its parameter, which lives as long as @view
 *
 * Leaves out what does not find room when words are typed or pasted, and says so.
 */
void
qd_text_limit_attach_view (GtkTextView    *view,
                           QdTextRoomFunc  get_room,
                           gpointer        owner)
{
  Limit *self;

  g_return_if_fail (GTK_IS_TEXT_VIEW (view));
  g_return_if_fail (get_room != NULL);

  self = g_new (Limit, 1);
  *self = (Limit) { GTK_WIDGET (view), get_room, owner };
  g_signal_connect_data (gtk_text_view_get_buffer (view), "insert-text",
                         G_CALLBACK (on_insert_into_buffer), self, free_limit, 0);
}
