#pragma once

#include <gtk/gtk.h>

#include "model/qd-column.h"

G_BEGIN_DECLS

#define QD_TYPE_COLUMN_HEAD (qd_column_head_get_type ())
G_DECLARE_FINAL_TYPE (QdColumnHead, qd_column_head, QD, COLUMN_HEAD, GtkWidget)

void       qd_column_head_set_column    (QdColumnHead *self,
                                         QdColumn     *column,
                                         gboolean      editable);
void       qd_column_head_set_editable  (QdColumnHead *self,
                                         gboolean      editable);
void       qd_column_head_update        (QdColumnHead *self);
void       qd_column_head_set_n_shown   (QdColumnHead *self,
                                         guint         n_shown);
void       qd_column_head_begin_rename  (QdColumnHead *self);
void       qd_column_head_finish_rename (QdColumnHead *self);
GtkWidget *qd_column_head_get_button    (QdColumnHead *self);

G_END_DECLS
