#pragma once

#include "method/qd-calibration.h"
#include "qd-chart-label.h"

G_BEGIN_DECLS

/**
 * QdCalibrationLayout:
 * @area: all of the drawing
 * @plot: where the lines are
 * @grid: (element-type double): heights of the ticks of the axis
 * @weeks: (element-type double): where each week of the common scale ends
 * @confidence: (element-type QdChartPlace): mean confidence by week, from the first on
 *   of which there is one
 * @grade: (element-type QdChartPlace): mean grade of the same key results
 * @labels: (element-type QdChartLabel): all text; no two overlap, and all are inside
 *   the area
 *
 * Where everything of a calibration chart is, in pixels.
 */
typedef struct
{
  QdChartRect area;
  QdChartRect plot;
  GArray *grid;
  GArray *weeks;
  GArray *confidence;
  GArray *grade;
  GPtrArray *labels;
} QdCalibrationLayout;

QdCalibrationLayout *qd_calibration_layout_new  (const QdCalibration *calibration,
                                                 const QdChartStyle  *style,
                                                 double               width,
                                                 double               height);
void                 qd_calibration_layout_free (QdCalibrationLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdCalibrationLayout, qd_calibration_layout_free)

G_END_DECLS
