#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QdChartPlace:
 *
 * A point of the drawing, in pixels from its top left corner.
 */
typedef struct
{
  double x;
  double y;
} QdChartPlace;

/**
 * QdChartRect:
 *
 * A part of the drawing, in pixels.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} QdChartRect;

/**
 * QdChartSpan:
 * @start: where it begins
 * @extent: how long it is
 * @wanted: where it would begin best
 *
 * One of several that stand below each other.
 */
typedef struct
{
  double start;
  double extent;
  double wanted;
} QdChartSpan;

gboolean qd_chart_rect_overlaps (const QdChartRect  *self,
                                 const QdChartRect  *other);
gboolean qd_chart_rect_contains (const QdChartRect  *self,
                                 const QdChartRect  *other);
gboolean qd_chart_rect_crossed  (const QdChartRect  *self,
                                 const QdChartPlace *from,
                                 const QdChartPlace *to);
void     qd_chart_rect_push     (QdChartRect        *self,
                                 const QdChartRect  *into);
void     qd_chart_spans_settle  (QdChartSpan        *spans,
                                 guint               n_spans,
                                 double              start,
                                 double              end);

G_END_DECLS
