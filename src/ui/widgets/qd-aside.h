#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_ASIDE (qd_aside_get_type ())
G_DECLARE_FINAL_TYPE (QdAside, qd_aside, QD, ASIDE, GtkWidget)

GtkWidget *qd_aside_new           (GtkWidget *content,
                                   GtkWidget *pane);

gboolean   qd_aside_get_open      (QdAside   *self);
void       qd_aside_set_open      (QdAside   *self,
                                   gboolean   open);
void       qd_aside_set_shares    (QdAside   *self,
                                   gboolean   shares);
int        qd_aside_get_width     (QdAside   *self);
void       qd_aside_set_width     (QdAside   *self,
                                   int        width);

G_END_DECLS
