#pragma once

#include "qd-counts-table.h"

G_BEGIN_DECLS

#define QD_TYPE_COUNTS_HEAD (qd_counts_head_get_type ())
G_DECLARE_FINAL_TYPE (QdCountsHead, qd_counts_head, QD, COUNTS_HEAD, GtkWidget)

GtkWidget *qd_counts_head_new (QdCountsTable *table);

G_END_DECLS
