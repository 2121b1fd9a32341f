#pragma once

#include <glib-object.h>

#include "model/qd-workspace.h"

G_BEGIN_DECLS

#define QD_TYPE_TODAY (qd_today_get_type ())
G_DECLARE_FINAL_TYPE (QdToday, qd_today, QD, TODAY, GObject)

QdToday *qd_today_new     (QdWorkspace *workspace);

QdDay    qd_today_get_day (QdToday     *self);

G_END_DECLS
