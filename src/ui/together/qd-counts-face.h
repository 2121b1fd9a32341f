#pragma once

#include "qd-counts-table.h"

G_BEGIN_DECLS

void qd_counts_face_snapshot      (GtkWidget              *widget,
                                   GtkSnapshot            *snapshot,
                                   QdCountsTable          *table,
                                   QdCountsLine           *line,
                                   const QdCountsGeometry *geometry);
void qd_counts_face_snapshot_ring (GtkWidget              *widget,
                                   GtkSnapshot            *snapshot,
                                   QdCountsTable          *table,
                                   const QdCountsGeometry *geometry);

G_END_DECLS
