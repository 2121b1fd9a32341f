#pragma once

#include "qd-counts-line.h"

G_BEGIN_DECLS

/* Between the number in a cell and its strip, in pixels. */
#define QD_COUNTS_STRIP_GAP 10

/* No cell, but the row as a whole. */
#define QD_COUNTS_WHOLE_ROW (-1)

/**
 * QdCountsPlace:
 * @x: where it begins
 * @width: how wide it is
 *
 * A column of the table, in pixels from the start.
 */
typedef struct
{
  int x;
  int width;
} QdCountsPlace;

/**
 * QdCountsGeometry:
 * @width: of the whole
 * @height: of a row
 * @team: the titles of the boards
 * @cycle: their cycles; without width where they are all of one
 * @bar: the lines of progress
 * @percent: behind them
 * @net: net confidence
 * @cells: a place for each role that is there
 * @number_width: of the number at the start of a cell; its strip is behind it
 * @strip_gap: between that number and the strip; 0 where there are none
 * @due: due check-ins
 *
 * What has no width does not show.
 */
typedef struct
{
  int width;
  int height;
  QdCountsPlace team;
  QdCountsPlace cycle;
  QdCountsPlace bar;
  QdCountsPlace percent;
  QdCountsPlace net;
  QdCountsPlace cells[QD_COUNTS_N_ROLES];
  int number_width;
  int strip_gap;
  QdCountsPlace due;
} QdCountsGeometry;

#define QD_TYPE_COUNTS_TABLE (qd_counts_table_get_type ())
G_DECLARE_FINAL_TYPE (QdCountsTable, qd_counts_table, QD, COUNTS_TABLE, GObject)

QdCountsTable *qd_counts_table_new            (QdBoardFilter          *filter);

QdBoardFilter *qd_counts_table_get_filter     (QdCountsTable          *self);
guint          qd_counts_table_get_n_roles    (QdCountsTable          *self);
QdColumnRole   qd_counts_table_get_role       (QdCountsTable          *self,
                                               guint                   nth);
const char    *qd_counts_table_get_title      (QdCountsTable          *self,
                                               guint                   nth);
gboolean       qd_counts_table_get_with_cycle (QdCountsTable          *self);
guint          qd_counts_table_get_most       (QdCountsTable          *self);
int            qd_counts_table_get_cell       (QdCountsTable          *self);
void           qd_counts_table_set_cell       (QdCountsTable          *self,
                                               int                     cell);

void           qd_counts_table_survey         (QdCountsTable          *self,
                                               GListModel             *lines,
                                               QdCountsLine           *sum);
char          *qd_counts_table_dup_count      (QdCountsTable          *self,
                                               const QdCountsCell     *cell);
void           qd_counts_table_lay_out        (QdCountsTable          *self,
                                               GtkWidget              *widget,
                                               int                     width,
                                               QdCountsGeometry       *geometry);
int            qd_counts_table_find_cell      (QdCountsTable          *self,
                                               const QdCountsGeometry *geometry,
                                               int                     x);

G_END_DECLS
