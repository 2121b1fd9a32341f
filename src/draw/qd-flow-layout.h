#pragma once

#include "qd-chart-label.h"
#include "qd-flow-chart.h"

G_BEGIN_DECLS

/**
 * QdFlowArea:
 * @role: of the columns whose cards it stands for
 * @heights: (element-type double): its upper edge on each day
 * @label: (nullable): names it, where there is room
 */
typedef struct
{
  QdColumnRole role;
  GArray *heights;
  QdChartLabel *label;
} QdFlowArea;

/**
 * QdFlowLayout:
 * @area: all of the drawing
 * @plot: where the areas are
 * @areas: (element-type QdFlowArea): one upon the other, the lowest first
 * @grid: (element-type double): heights of the ticks of the axis of cards
 * @weeks: (element-type double): where the weeks of the cycle begin
 * @edges: (element-type double): where each day begins, and where the last one ends
 * @today: where today ends, or NAN
 * @labels: (element-type QdChartLabel): all text but the names of areas; with these, no
 *   two overlap, and all are inside the area
 *
 * Where everything of a flow chart is, in pixels.
 */
typedef struct
{
  QdChartRect area;
  QdChartRect plot;
  GArray *areas;
  GArray *grid;
  GArray *weeks;
  GArray *edges;
  double today;
  GPtrArray *labels;
} QdFlowLayout;

/* Of the square before the name of an area, and how far it is from that, in pixels. */
#define QD_FLOW_SWATCH 9.0
#define QD_FLOW_SWATCH_GAP 5.0

QdFlowLayout *qd_flow_layout_new  (const QdFlowChart  *chart,
                                   const QdChartStyle *style,
                                   double              width,
                                   double              height);
void          qd_flow_layout_free (QdFlowLayout       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdFlowLayout, qd_flow_layout_free)

G_END_DECLS
