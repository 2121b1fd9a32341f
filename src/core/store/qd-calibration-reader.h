#pragma once

#include <gio/gio.h>

#include "method/qd-calibration.h"
#include "qd-store.h"

G_BEGIN_DECLS

gboolean qd_calibration_read      (QdStore        *store,
                                   QdId            team,
                                   QdCalibration  *calibration,
                                   GError        **error);
gboolean qd_calibration_read_file (const char     *path,
                                   QdId            team,
                                   GCancellable   *cancellable,
                                   QdCalibration  *calibration,
                                   GError        **error);

G_END_DECLS
