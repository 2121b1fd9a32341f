#pragma once

#include "method/qd-ambition.h"
#include "qd-store.h"

G_BEGIN_DECLS

/**
 * QdAmbitionDraft:
 * @team: of the board that it is drafted for, or %QD_ID_NONE
 * @before: the key result whose history it has: itself, or the one that it carries on;
 *   %QD_ID_NONE for none
 * @metric: how the figures are to be read
 * @unit: of the figures, or ""
 * @baseline: where the metric starts, or NAN
 * @target: where it should land, or NAN
 * @first_day: of the cycle
 * @last_day: of the cycle
 *
 * A key result that somebody thinks of.
 */
typedef struct
{
  QdId team;
  QdId before;
  QdMetricKind metric;
  const char *unit;
  double baseline;
  double target;
  QdDay first_day;
  QdDay last_day;
} QdAmbitionDraft;

gboolean qd_ambition_read (QdStore                *store,
                           const QdAmbitionDraft  *draft,
                           QdAmbition             *ambition,
                           GError                **error);

G_END_DECLS
