#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (* QdListGrowthFunc) (GtkWidget *widget);

/**
 * QdListGrowth:
 * @widget: (unowned): what grows
 * @slice: (unowned) (nullable): the rows that there are; %NULL before it is known
 * @grown: what to call when there are more
 * @max_rows: how many there may be
 * @tick_id: of the frame before which there will be more, or 0
 *
 * How a list grows while it is looked at.
 */
typedef struct
{
  GtkWidget *widget;
  GtkSliceListModel *slice;
  QdListGrowthFunc grown;
  guint max_rows;
  guint tick_id;
} QdListGrowth;

void qd_list_growth_init       (QdListGrowth     *self,
                                GtkWidget        *widget,
                                guint             max_rows,
                                QdListGrowthFunc  grown);
void qd_list_growth_cancel     (QdListGrowth     *self);

void qd_list_growth_set_n_rows (QdListGrowth     *self,
                                guint             n_rows);
void qd_list_growth_show       (QdListGrowth     *self,
                                guint             position);
void qd_list_growth_look       (QdListGrowth     *self,
                                GtkAdjustment    *adjustment);

G_END_DECLS
