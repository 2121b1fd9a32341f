#pragma once

#include "qd-objective.h"

G_BEGIN_DECLS

/**
 * QdHue:
 * @light: on light ground, as 0xrrggbb
 * @dark: on dark ground, likewise
 *
 * A colour that means something.
 */
typedef struct
{
  guint32 light;
  guint32 dark;
} QdHue;

const QdHue *qd_hue_of_colour    (guint         colour);
const QdHue *qd_hue_of_objective (QdObjective  *objective);
const QdHue *qd_hue_of_health    (QdHealth      health);
const QdHue *qd_hue_of_role      (QdColumnRole  role);

const char  *qd_hue_get_name     (guint         colour);

G_END_DECLS
