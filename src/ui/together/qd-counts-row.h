#pragma once

#include "qd-counts-table.h"

G_BEGIN_DECLS

#define QD_TYPE_COUNTS_ROW (qd_counts_row_get_type ())
G_DECLARE_FINAL_TYPE (QdCountsRow, qd_counts_row, QD, COUNTS_ROW, GtkWidget)

GtkWidget    *qd_counts_row_new      (QdCountsTable *table);

QdCountsLine *qd_counts_row_get_line (QdCountsRow   *self);
void          qd_counts_row_set_line (QdCountsRow   *self,
                                      QdCountsLine  *line);

G_END_DECLS
