#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_NUMBER_ENTRY (qd_number_entry_get_type ())
G_DECLARE_FINAL_TYPE (QdNumberEntry, qd_number_entry, QD, NUMBER_ENTRY, GtkWidget)

GtkWidget  *qd_number_entry_new       (const char    *label);

const char *qd_number_entry_get_label (QdNumberEntry *self);
void        qd_number_entry_set_label (QdNumberEntry *self,
                                       const char    *label);
const char *qd_number_entry_get_unit  (QdNumberEntry *self);
void        qd_number_entry_set_unit  (QdNumberEntry *self,
                                       const char    *unit);
double      qd_number_entry_get_value (QdNumberEntry *self);
void        qd_number_entry_set_value (QdNumberEntry *self,
                                       double         value);
char       *qd_number_entry_dup_typed (QdNumberEntry *self);
void        qd_number_entry_type      (QdNumberEntry *self,
                                       const char    *text);
void        qd_number_entry_set_form  (QdNumberEntry *self,
                                       const char    *form);
void        qd_number_entry_set_error (QdNumberEntry *self,
                                       const char    *text);
gboolean    qd_number_entry_finish    (QdNumberEntry *self);
void        qd_number_entry_discard   (QdNumberEntry *self);

G_END_DECLS
