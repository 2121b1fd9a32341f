#pragma once

#include <gtk/gtk.h>

#include "model/qd-view.h"

#include "qd-chosen-boards.h"
#include "qd-pane-memory.h"

G_BEGIN_DECLS

#define QD_TYPE_TOGETHER_VIEW (qd_together_view_get_type ())
G_DECLARE_FINAL_TYPE (QdTogetherView, qd_together_view, QD, TOGETHER_VIEW, GtkWidget)

GtkWidget      *qd_together_view_new              (QdStore            *store,
                                                   QdChosenBoards     *boards,
                                                   QdPaneMemory       *memory);

QdDensity       qd_together_view_get_density      (QdTogetherView     *self);
void            qd_together_view_set_density      (QdTogetherView     *self,
                                                   QdDensity           density);
char          **qd_together_view_dup_filter       (QdTogetherView     *self);
void            qd_together_view_set_filter       (QdTogetherView     *self,
                                                   const char * const *filter);
QdView         *qd_together_view_get_view         (QdTogetherView     *self);
void            qd_together_view_show             (QdTogetherView     *self,
                                                   QdView             *view);
gboolean        qd_together_view_shows            (QdTogetherView     *self,
                                                   QdView             *view);

QdId            qd_together_view_get_start        (QdTogetherView     *self);
void            qd_together_view_set_start        (QdTogetherView     *self,
                                                   QdId                view);

QdBoard        *qd_together_view_get_current_board
                                                  (QdTogetherView     *self);
GtkWidget      *qd_together_view_get_board_view   (QdTogetherView     *self);
QdCard         *qd_together_view_get_current_card (QdTogetherView     *self);
gboolean        qd_together_view_reveal           (QdTogetherView     *self,
                                                   QdCard             *card);
void            qd_together_view_focus            (QdTogetherView     *self);

G_END_DECLS
