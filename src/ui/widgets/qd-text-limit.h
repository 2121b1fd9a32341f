#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QdTextRoomFunc:
 * @owner: who knows
 *
 * Returns: how many characters there may be; 0 where there is no end
 */
typedef guint (*QdTextRoomFunc) (gpointer owner);

void qd_text_limit_attach_entry (GtkEntry       *entry);
void qd_text_limit_attach_view  (GtkTextView    *view,
                                 QdTextRoomFunc  get_room,
                                 gpointer        owner);

G_END_DECLS
