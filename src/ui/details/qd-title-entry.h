#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_TITLE_ENTRY (qd_title_entry_get_type ())
G_DECLARE_FINAL_TYPE (QdTitleEntry, qd_title_entry, QD, TITLE_ENTRY, GtkWidget)

void      qd_title_entry_set_label (QdTitleEntry *self,
                                    const char   *label);
void      qd_title_entry_set_text  (QdTitleEntry *self,
                                    const char   *text);
void      qd_title_entry_set_error (QdTitleEntry *self,
                                    const char   *text);
void      qd_title_entry_finish    (QdTitleEntry *self);

G_END_DECLS
