#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_ENTRY_POPOVER (qd_entry_popover_get_type ())
G_DECLARE_FINAL_TYPE (QdEntryPopover, qd_entry_popover, QD, ENTRY_POPOVER, GtkPopover)

/**
 * QdEntryFunc:
 * @text: what was entered, without white space around it
 * @user_data: as for qd_entry_popover_ask()
 * @error: why it was not good enough, in a whole sentence for the person
 *
 * Returns: whether that was good enough; else @error is set, and the popover
 *   stays open and shows it
 */
typedef gboolean (*QdEntryFunc) (const char  *text,
                                 gpointer     user_data,
                                 GError     **error);

GtkWidget *qd_entry_popover_new (void);

void       qd_entry_popover_ask (QdEntryPopover     *self,
                                 const GdkRectangle *pointing_to,
                                 const char         *heading,
                                 const char         *text,
                                 gboolean            required,
                                 QdEntryFunc         func,
                                 gpointer            user_data);

G_END_DECLS
