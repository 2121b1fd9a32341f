#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_SPLIT (qd_split_get_type ())
G_DECLARE_FINAL_TYPE (QdSplit, qd_split, QD, SPLIT, GtkWidget)

GtkWidget *qd_split_new               (void);
void       qd_split_set_sidebar       (QdSplit   *self,
                                       GtkWidget *sidebar);
void       qd_split_set_content       (QdSplit   *self,
                                       GtkWidget *content);

gboolean   qd_split_get_narrow        (QdSplit   *self);
gboolean   qd_split_get_sidebar_shown (QdSplit   *self);
void       qd_split_set_sidebar_shown (QdSplit   *self,
                                       gboolean   shown);
gboolean   qd_split_get_show_sidebar  (QdSplit   *self);
void       qd_split_set_show_sidebar  (QdSplit   *self,
                                       gboolean   show_sidebar);
int        qd_split_get_sidebar_width (QdSplit   *self);
void       qd_split_set_sidebar_width (QdSplit   *self,
                                       int        sidebar_width);
void       qd_split_focus_handle      (QdSplit   *self);

G_END_DECLS
