#pragma once

#include <gtk/gtk.h>

#include "store/qd-closing.h"

G_BEGIN_DECLS

#define QD_TYPE_CLOSING_ROW (qd_closing_row_get_type ())
G_DECLARE_FINAL_TYPE (QdClosingRow, qd_closing_row, QD, CLOSING_ROW, GtkListBoxRow)

GtkWidget *qd_closing_row_new           (const QdClosingCard      *closing);
GtkWidget *qd_closing_row_new_objective (const QdClosingObjective *objective);

QdId       qd_closing_row_get_card      (QdClosingRow             *self);

G_END_DECLS
