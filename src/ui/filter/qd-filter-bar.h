#pragma once

#include <gtk/gtk.h>

#include "qd-board-filter.h"

G_BEGIN_DECLS

#define QD_TYPE_FILTER_BAR (qd_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (QdFilterBar, qd_filter_bar, QD, FILTER_BAR, GtkWidget)

void qd_filter_bar_set_store  (QdFilterBar   *self,
                               QdStore       *store,
                               QdBoardFilter *filter);
void qd_filter_bar_set_boards (QdFilterBar   *self,
                               GListModel    *boards);

void qd_filter_bar_open       (QdFilterBar   *self);
void qd_filter_bar_close      (QdFilterBar   *self);

G_END_DECLS
