#pragma once

#include "filter/qd-board-filter.h"
#include "model/qd-board-standing.h"
#include "model/qd-column.h"
#include "widgets/qd-distribution.h"

G_BEGIN_DECLS

/* One for each #QdColumnRole. */
#define QD_COUNTS_N_ROLES 5

/**
 * QdCountsCell:
 * @there: whether there is a column in this role at all
 * @known: whether it is known how many cards match the filter
 * @n_cards: how many cards there are
 * @n_shown: how many of them match the filter
 * @segments: (array length=n_segments) (nullable): how those divide among the
 *   objectives
 * @n_segments: how many there are
 *
 * What a line says about one role of columns.
 */
typedef struct
{
  gboolean there;
  gboolean known;
  guint n_cards;
  guint n_shown;
  QdSegment *segments;
  guint n_segments;
} QdCountsCell;

#define QD_TYPE_COUNTS_LINE (qd_counts_line_get_type ())
G_DECLARE_FINAL_TYPE (QdCountsLine, qd_counts_line, QD, COUNTS_LINE, GObject)

QdCountsLine          *qd_counts_line_new          (QdBoard       *board);

QdBoard               *qd_counts_line_get_board    (QdCountsLine  *self);
const QdCountsCell    *qd_counts_line_get_cell     (QdCountsLine  *self,
                                                    QdColumnRole   role);
const QdBoardStanding *qd_counts_line_get_standing (QdCountsLine  *self);
QdColumn              *qd_counts_line_peek_column  (QdCountsLine  *self,
                                                    QdColumnRole   role);
char                  *qd_counts_line_dup_split    (QdCountsLine  *self,
                                                    QdColumnRole   role,
                                                    QdBoardFilter *filter);

gboolean               qd_counts_line_get_stale    (QdCountsLine  *self);
void                   qd_counts_line_set_stale    (QdCountsLine  *self);
void                   qd_counts_line_count        (QdCountsLine  *self,
                                                    QdBoardFilter *filter,
                                                    QdDay          today);
void                   qd_counts_line_sum_up       (QdCountsLine  *self,
                                                    GListModel    *lines);

G_END_DECLS
