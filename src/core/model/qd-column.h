#pragma once

#include "qd-board.h"

G_BEGIN_DECLS

#define QD_TYPE_COLUMN (qd_column_get_type ())
G_DECLARE_FINAL_TYPE (QdColumn, qd_column, QD, COLUMN, QdEntity)

QdBoard       *qd_column_get_board   (QdColumn *self);
QdColumnRole   qd_column_get_role    (QdColumn *self);
guint          qd_column_get_limit   (QdColumn *self);
guint          qd_column_get_n_cards (QdColumn *self);
QdOrderedList *qd_column_get_cards   (QdColumn *self);

G_END_DECLS
