#pragma once

#include "qd-freeze.h"
#include "store/qd-closing.h"
#include "store/qd-details.h"

G_BEGIN_DECLS

/* For the writers of a freeze only. */

/**
 * QdFrozenKeyResult:
 * @said: what was said of it in the end
 * @metric: how the figures are to be read
 * @baseline: where the metric started, or NAN
 * @target: where it should have landed, or the limit (the lower one of two), or NAN
 * @upper: the upper limit of %QD_METRIC_WITHIN, or NAN
 * @unit: of the figures, or ""
 * @owner: (nullable): whose it was; %NULL without names
 * @details: its milestones and check-ins
 * @makers: (nullable) (element-type QdId QdMaker): who checked in; %NULL without names
 */
typedef struct
{
  const QdClosingCard *said;
  QdMetricKind metric;
  double baseline;
  double target;
  double upper;
  char *unit;
  char *owner;
  QdDetails *details;
  GHashTable *makers;
} QdFrozenKeyResult;

/**
 * QdFrozenBoard:
 * @team: (nullable): title of its team
 * @closing: what was said in the end
 * @key_results: (element-type QdFrozenKeyResult): one for each card of @closing, in the
 *   order of its objectives
 */
typedef struct
{
  char *team;
  QdClosing *closing;
  GPtrArray *key_results;
} QdFrozenBoard;

/**
 * QdFrozenCycle:
 * @title: (nullable): of the cycle; %NULL for boards that are in none
 * @first_day: of the cycle, or %QD_DAY_NONE
 * @last_day: likewise
 * @boards: (element-type QdFrozenBoard): in their order
 */
typedef struct
{
  char *title;
  QdDay first_day;
  QdDay last_day;
  GPtrArray *boards;
} QdFrozenCycle;

struct _QdFreeze
{
  gboolean names;
  GPtrArray *cycles; /* of QdFrozenCycle */
};

const char *qd_freeze_get_decision (QdDecision               decision);
const char *qd_freeze_get_author   (const QdFrozenKeyResult *key_result,
                                    const QdCheckin         *checkin);

G_END_DECLS
