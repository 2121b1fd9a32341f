#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_TEXT_FIELD (qd_text_field_get_type ())
G_DECLARE_FINAL_TYPE (QdTextField, qd_text_field, QD, TEXT_FIELD, GtkWidget)

GtkWidget  *qd_text_field_new            (const char  *label,
                                          gboolean     multiline);

const char *qd_text_field_get_label      (QdTextField *self);
void        qd_text_field_set_label      (QdTextField *self,
                                          const char  *label);
gboolean    qd_text_field_get_multiline  (QdTextField *self);
guint       qd_text_field_get_max_length (QdTextField *self);
void        qd_text_field_set_max_length (QdTextField *self,
                                          guint        max_length);
char       *qd_text_field_dup_text       (QdTextField *self);
void        qd_text_field_set_text       (QdTextField *self,
                                          const char  *text);
void        qd_text_field_send_later     (QdTextField *self);
gboolean    qd_text_field_is_kept        (QdTextField *self);
void        qd_text_field_discard        (QdTextField *self);

G_END_DECLS
