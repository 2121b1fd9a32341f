#pragma once

#include <gtk/gtk.h>

#include "model/qd-board.h"
#include "model/qd-card.h"

G_BEGIN_DECLS

#define QD_TYPE_BOARD_FILTER (qd_board_filter_get_type ())
G_DECLARE_FINAL_TYPE (QdBoardFilter, qd_board_filter, QD, BOARD_FILTER, GtkFilter)

QdBoardFilter *qd_board_filter_new           (void);

gboolean       qd_board_filter_is_empty      (QdBoardFilter      *self);
gboolean       qd_board_filter_contains      (QdBoardFilter      *self,
                                              QdId                objective);
QdId           qd_board_filter_get_objective (QdBoardFilter      *self,
                                              QdBoard            *board);
gboolean       qd_board_filter_equals        (QdBoardFilter      *self,
                                              const char * const *ids);
void           qd_board_filter_set           (QdBoardFilter      *self,
                                              const char * const *ids);
char         **qd_board_filter_dup           (QdBoardFilter      *self);

char          *qd_board_filter_id            (QdId                objective);

G_END_DECLS
