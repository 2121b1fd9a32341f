#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_CARD_ENTRY (qd_card_entry_get_type ())
G_DECLARE_FINAL_TYPE (QdCardEntry, qd_card_entry, QD, CARD_ENTRY, GtkWidget)

void  qd_card_entry_open    (QdCardEntry *self);
void  qd_card_entry_finish  (QdCardEntry *self);

G_END_DECLS
