#pragma once

#include "qd-settings.h"

G_BEGIN_DECLS

#define QD_TYPE_APPEARANCE (qd_appearance_get_type ())
G_DECLARE_FINAL_TYPE (QdAppearance, qd_appearance, QD, APPEARANCE, GObject)

QdAppearance *qd_appearance_new (QdSettings *settings);

G_END_DECLS
