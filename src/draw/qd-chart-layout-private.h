#pragma once

#include "qd-chart-layout.h"
#include "qd-chart-scale.h"

G_BEGIN_DECLS

/* Between the plot and what stands around it, and the labels behind the lines, in
 * pixels. */
#define QD_CHART_GAP 6.0
#define QD_CHART_LABEL_GAP 10.0

/**
 * QdChartWork:
 * @chart: what is laid out
 * @style: font and colours
 * @layout: what has been found so far
 * @context: of all labels
 * @phases: (element-type QdPoint): from qd_chart_get_phases()
 * @scale: of the value axis
 * @line_height: of one line of text, in pixels
 * @has_axis: whether there is any value
 * @has_expected: whether there is an expected line
 * @has_words: whether there is room for text
 *
 * A layout in the making. Labels at an end of the plot have the value that they
 * name in the height of their anchor until they are placed.
 */
typedef struct
{
  const QdChart *chart;
  const QdChartStyle *style;
  QdChartLayout *layout;
  PangoContext *context;
  GArray *phases;
  QdChartScale scale;
  double line_height;
  gboolean has_axis;
  gboolean has_expected;
  gboolean has_words;
} QdChartWork;

QdChartLabel *qd_chart_work_make_figure  (QdChartWork      *work,
                                          QdChartLabelKind  kind,
                                          const char       *caption,
                                          double            value,
                                          const QdColour   *colour,
                                          double            room);
void          qd_chart_work_make_frame   (QdChartWork      *work);
void          qd_chart_work_place_labels (QdChartWork      *work);

G_END_DECLS
