#pragma once

#include <pango/pango.h>

#include "qd-chart-place.h"
#include "qd-chart-style.h"

G_BEGIN_DECLS

/**
 * QdChartLabelKind:
 * @QD_CHART_LABEL_VALUE: a figure beside the axis
 * @QD_CHART_LABEL_DAY: a day below the axis
 * @QD_CHART_LABEL_TODAY: names the line of today
 * @QD_CHART_LABEL_TARGET: names the target or the lower limit
 * @QD_CHART_LABEL_UPPER: names the upper limit
 * @QD_CHART_LABEL_LANDING: says where the forecast lands
 * @QD_CHART_LABEL_LAST: the last value
 * @QD_CHART_LABEL_EXPECTED: names the expected line
 * @QD_CHART_LABEL_NOTE: says what is missing
 */
typedef enum
{
  QD_CHART_LABEL_VALUE,
  QD_CHART_LABEL_DAY,
  QD_CHART_LABEL_TODAY,
  QD_CHART_LABEL_TARGET,
  QD_CHART_LABEL_UPPER,
  QD_CHART_LABEL_LANDING,
  QD_CHART_LABEL_LAST,
  QD_CHART_LABEL_EXPECTED,
  QD_CHART_LABEL_NOTE,
} QdChartLabelKind;

/**
 * QdChartLabel:
 * @kind: what it says
 * @layout: its text, with colours
 * @rect: where it stands
 * @offset: of the text in its layout
 * @anchor: what it names, for a label that stands beside the plot
 */
typedef struct
{
  QdChartLabelKind kind;
  PangoLayout *layout;
  QdChartRect rect;
  QdChartPlace offset;
  QdChartPlace anchor;
} QdChartLabel;

PangoContext *qd_chart_label_context (const QdChartStyle *style);
QdChartLabel *qd_chart_label_new     (PangoContext       *context,
                                      QdChartLabelKind    kind,
                                      const char         *caption,
                                      const QdColour     *caption_colour,
                                      const char         *figure,
                                      const QdColour     *figure_colour);
void          qd_chart_label_free    (QdChartLabel       *self);
const char   *qd_chart_label_get_text (const QdChartLabel *self);
void          qd_chart_label_narrow  (QdChartLabel       *self,
                                      double              width);
void          qd_chart_label_wrap    (QdChartLabel       *self,
                                      double              width);
void          qd_chart_label_centre  (QdChartLabel       *self,
                                      double              x,
                                      double              y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdChartLabel, qd_chart_label_free)

G_END_DECLS
