#pragma once

#include "qd-column.h"

G_BEGIN_DECLS

/* For core/store only. */

QdColumn *qd_column_new         (QdId          id);
void      qd_column_set_board   (QdColumn     *self,
                                 QdBoard      *board);
void      qd_column_set_role    (QdColumn     *self,
                                 QdColumnRole  role);
void      qd_column_set_limit   (QdColumn     *self,
                                 guint         limit);
void      qd_column_set_n_cards (QdColumn     *self,
                                 guint         n_cards);

G_END_DECLS
