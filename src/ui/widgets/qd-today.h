#pragma once

#include <glib-object.h>

#include "qd-clock.h"

G_BEGIN_DECLS

#define QD_TYPE_TODAY (qd_today_get_type ())
G_DECLARE_FINAL_TYPE (QdToday, qd_today, QD, TODAY, GObject)

QdToday *qd_today_new     (void);

QdDay    qd_today_get_day (QdToday *self);

G_END_DECLS
