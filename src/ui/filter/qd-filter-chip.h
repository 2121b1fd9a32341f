#pragma once

#include <gtk/gtk.h>

#include "filter/qd-filter-part.h"

G_BEGIN_DECLS

#define QD_TYPE_FILTER_CHIP (qd_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (QdFilterChip, qd_filter_chip, QD, FILTER_CHIP, GtkButton)

GtkWidget          *qd_filter_chip_new      (const QdFilterPart *part);

const QdFilterPart *qd_filter_chip_get_part (QdFilterChip       *self);
void                qd_filter_chip_update   (QdFilterChip       *self,
                                             QdStore            *store);

G_END_DECLS
