#pragma once

#include <gtk/gtk.h>

#include "filter/qd-filter-part.h"
#include "model/qd-board.h"
#include "model/qd-card.h"

G_BEGIN_DECLS

#define QD_TYPE_BOARD_FILTER (qd_board_filter_get_type ())
G_DECLARE_FINAL_TYPE (QdBoardFilter, qd_board_filter, QD, BOARD_FILTER, GtkFilter)

QdBoardFilter *qd_board_filter_new           (void);

void           qd_board_filter_set_store     (QdBoardFilter      *self,
                                              QdStore            *store);

gboolean       qd_board_filter_is_empty      (QdBoardFilter      *self);
gboolean       qd_board_filter_heeds         (QdBoardFilter      *self,
                                              guint               changes);
void           qd_board_filter_follow        (QdBoardFilter      *self,
                                              guint               changes);
void           qd_board_filter_set_today     (QdBoardFilter      *self,
                                              QdDay               today);
gboolean       qd_board_filter_has           (QdBoardFilter      *self,
                                              const QdFilterPart *part);
gboolean       qd_board_filter_contains      (QdBoardFilter      *self,
                                              QdId                objective);
const char    *qd_board_filter_get_text      (QdBoardFilter      *self);
QdId           qd_board_filter_get_objective (QdBoardFilter      *self,
                                              QdBoard            *board);
gboolean       qd_board_filter_equals        (QdBoardFilter      *self,
                                              const char * const *tokens);
void           qd_board_filter_set           (QdBoardFilter      *self,
                                              const char * const *tokens);
char         **qd_board_filter_dup           (QdBoardFilter      *self);
char         **qd_board_filter_dup_met       (QdBoardFilter      *self,
                                              QdCard             *card);

char          *qd_board_filter_id            (QdId                objective);

G_END_DECLS
