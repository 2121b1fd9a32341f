#pragma once

#include "store/qd-edit.h"

#include "card/qd-card-list.h"
#include "filter/qd-board-filter.h"

G_BEGIN_DECLS

#define QD_TYPE_COLUMN_VIEW (qd_column_view_get_type ())
G_DECLARE_FINAL_TYPE (QdColumnView, qd_column_view, QD, COLUMN_VIEW, GtkWidget)

GtkWidget  *qd_column_view_new             (QdStore       *store,
                                            QdColumn      *column,
                                            QdBoardFilter *filter);

QdStore    *qd_column_view_get_store       (QdColumnView  *self);
QdColumn   *qd_column_view_get_column      (QdColumnView  *self);
QdCardList *qd_column_view_get_list        (QdColumnView  *self);
GtkWidget  *qd_column_view_get_menu_button (QdColumnView  *self);
gboolean    qd_column_view_focus_foot      (QdColumnView  *self);
void        qd_column_view_set_density     (QdColumnView  *self,
                                            QdDensity      density);
void        qd_column_view_hide_controls   (QdColumnView  *self);

guint       qd_column_view_get_slot        (QdColumnView  *self,
                                            double         y);
gboolean    qd_column_view_move_here       (QdColumnView  *self,
                                            QdCard        *card,
                                            guint          slot);
void        qd_column_view_add_card        (QdColumnView  *self);
void        qd_column_view_begin_rename    (QdColumnView  *self);
void        qd_column_view_finish_typing   (QdColumnView  *self);
void        qd_column_view_update_writing  (QdColumnView  *self);

G_END_DECLS
