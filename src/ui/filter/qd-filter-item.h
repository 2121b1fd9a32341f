#pragma once

#include <gtk/gtk.h>

#include "filter/qd-filter-part.h"

G_BEGIN_DECLS

#define QD_TYPE_FILTER_ITEM (qd_filter_item_get_type ())
G_DECLARE_FINAL_TYPE (QdFilterItem, qd_filter_item, QD, FILTER_ITEM, GtkCheckButton)

GtkWidget *qd_filter_item_new (const QdFilterPart *part,
                               QdStore            *store,
                               guint               n_aligned,
                               guint               n_cards);

G_END_DECLS
