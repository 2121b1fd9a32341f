#pragma once

#include "filter/qd-board-filter.h"
#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_COUNTS_VIEW (qd_counts_view_get_type ())
G_DECLARE_FINAL_TYPE (QdCountsView, qd_counts_view, QD, COUNTS_VIEW, GtkWidget)

GtkWidget *qd_counts_view_new (QdStore       *store,
                               GListModel    *boards,
                               QdBoardFilter *filter);

G_END_DECLS
