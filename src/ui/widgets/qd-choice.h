#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_CHOICE (qd_choice_get_type ())
G_DECLARE_FINAL_TYPE (QdChoice, qd_choice, QD, CHOICE, GtkWidget)

GtkWidget *qd_choice_new       (const char *label);

void       qd_choice_append    (QdChoice   *self,
                                int         value,
                                const char *name);
void       qd_choice_clear     (QdChoice   *self);
int        qd_choice_get_value (QdChoice   *self);
void       qd_choice_set_value (QdChoice   *self,
                                int         value);

G_END_DECLS
