#pragma once

#include <gtk/gtk.h>

#include "method/qd-calibration.h"

G_BEGIN_DECLS

#define QD_TYPE_CALIBRATION_VIEW (qd_calibration_view_get_type ())
G_DECLARE_FINAL_TYPE (QdCalibrationView, qd_calibration_view, QD, CALIBRATION_VIEW, GtkWidget)

void qd_calibration_view_set_calibration (QdCalibrationView   *self,
                                          const QdCalibration *calibration);

G_END_DECLS
