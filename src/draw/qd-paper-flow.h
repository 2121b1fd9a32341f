#pragma once

#include "qd-paper-layout.h"

G_BEGIN_DECLS

/**
 * QdPaperBlock:
 * @item: what stands in a lane
 * @heading: (nullable): what stands above it where it begins a page
 * @gap: above it where it does not, in points
 * @keep: whether it is never the last on a page
 */
typedef struct
{
  QdPaperItem *item;
  QdPaperItem *heading;
  double gap;
  gboolean keep;
} QdPaperBlock;

/**
 * QdPaperLane:
 * @x: of its left, in points from the left margin
 * @head: (nullable): what stands above it on each page
 * @lasting: whether the head also stands on the pages after its end
 * @blocks: (element-type QdPaperBlock): from top to bottom
 *
 * Things one below another, over as many pages as they need.
 */
typedef struct
{
  double x;
  QdPaperItem *head;
  gboolean lasting;
  GArray *blocks;
} QdPaperLane;

QdPaperLane *qd_paper_lane_new   (double         x,
                                  QdPaperItem   *head,
                                  gboolean       lasting);
void         qd_paper_lane_free  (QdPaperLane   *self);
void         qd_paper_lane_add   (QdPaperLane   *self,
                                  QdPaperItem   *item,
                                  QdPaperItem   *heading,
                                  double         gap,
                                  gboolean       keep);

void         qd_paper_flow       (QdPaperLayout *layout,
                                  QdPaperHead   *head,
                                  QdPaperItem   *prelude,
                                  GPtrArray     *lanes);

G_END_DECLS
