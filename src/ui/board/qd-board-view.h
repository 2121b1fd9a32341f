#pragma once

#include <gtk/gtk.h>

#include "filter/qd-board-filter.h"
#include "store/qd-store.h"
#include "widgets/qd-today.h"

G_BEGIN_DECLS

#define QD_TYPE_BOARD_VIEW (qd_board_view_get_type ())
G_DECLARE_FINAL_TYPE (QdBoardView, qd_board_view, QD, BOARD_VIEW, GtkWidget)

GtkWidget  *qd_board_view_new        (QdStore            *store);
GtkWidget  *qd_board_view_new_in_pane
                                     (QdStore            *store,
                                      QdBoardFilter      *filter);

QdToday    *qd_board_view_get_today  (QdBoardView        *self);
QdBoard    *qd_board_view_get_board  (QdBoardView        *self);
void        qd_board_view_set_board  (QdBoardView        *self,
                                      QdBoard            *board);
char      **qd_board_view_dup_filter (QdBoardView        *self);
void        qd_board_view_set_filter (QdBoardView        *self,
                                      const char * const *filter);

void        qd_board_view_set_density
                                     (QdBoardView        *self,
                                      QdDensity           density);
void        qd_board_view_hide_controls
                                     (QdBoardView        *self);
void        qd_board_view_scroll     (QdBoardView        *self,
                                      int                 steps);
gboolean    qd_board_view_enter      (QdBoardView        *self,
                                      gboolean            last,
                                      double              y);
char       *qd_board_view_dup_net_confidence
                                     (QdBoardView        *self);
QdCard     *qd_board_view_get_current_card
                                     (QdBoardView        *self);
void        qd_board_view_focus      (QdBoardView        *self);
gboolean    qd_board_view_reveal     (QdBoardView        *self,
                                      QdId                card);

G_END_DECLS
