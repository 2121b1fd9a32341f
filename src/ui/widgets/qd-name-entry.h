#pragma once

#include <gtk/gtk.h>

#include "model/qd-entity.h"

G_BEGIN_DECLS

#define QD_TYPE_NAME_ENTRY (qd_name_entry_get_type ())
G_DECLARE_FINAL_TYPE (QdNameEntry, qd_name_entry, QD, NAME_ENTRY, GtkWidget)

GtkWidget  *qd_name_entry_new       (const char  *label,
                                     GListModel  *model);

const char *qd_name_entry_get_text  (QdNameEntry *self);
void        qd_name_entry_set_text  (QdNameEntry *self,
                                     const char  *text);
void        qd_name_entry_set_error (QdNameEntry *self,
                                     const char  *text);
gboolean    qd_name_entry_finish    (QdNameEntry *self);
void        qd_name_entry_discard   (QdNameEntry *self);

G_END_DECLS
