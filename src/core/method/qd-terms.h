#pragma once

#include "qd-clock.h"

G_BEGIN_DECLS

/* The numbers of all enumerations here stand in files: never change or reuse one,
 * only add. */

/**
 * QdColumnRole:
 *
 * What a column means to the rules of the method; its title is free.
 */
typedef enum
{
  QD_COLUMN_OTHER = 0,
  QD_COLUMN_NOT_STARTED = 1,
  QD_COLUMN_IN_PROGRESS = 2,
  QD_COLUMN_AT_RISK = 3,
  QD_COLUMN_COMPLETE = 4,
} QdColumnRole;

/**
 * QdCommitment:
 * @QD_COMMITMENT_ASPIRATIONAL: 0.7 is success
 * @QD_COMMITMENT_COMMITTED: 1.0 is expected
 */
typedef enum
{
  QD_COMMITMENT_ASPIRATIONAL = 0,
  QD_COMMITMENT_COMMITTED = 1,
} QdCommitment;

/**
 * QdMetricKind:
 * @QD_METRIC_NONE: no number yet
 * @QD_METRIC_CHANGE: from a baseline to a target, up or down
 * @QD_METRIC_AT_LEAST: stays at or above the target
 * @QD_METRIC_AT_MOST: stays at or below the target
 * @QD_METRIC_WITHIN: stays between the target and the upper limit
 * @QD_METRIC_MILESTONES: so many of its milestones are done
 * @QD_METRIC_YES_NO: not yet, or done: 0 or 1
 */
typedef enum
{
  QD_METRIC_NONE = 0,
  QD_METRIC_CHANGE = 1,
  QD_METRIC_AT_LEAST = 2,
  QD_METRIC_AT_MOST = 3,
  QD_METRIC_WITHIN = 4,
  QD_METRIC_MILESTONES = 5,
  QD_METRIC_YES_NO = 6,
} QdMetricKind;

/**
 * QdResultKind:
 * @QD_RESULT_UNSAID: nobody said
 * @QD_RESULT_OUTCOME: what changes for somebody
 * @QD_RESULT_OUTPUT: what the team produces
 */
typedef enum
{
  QD_RESULT_UNSAID = 0,
  QD_RESULT_OUTCOME = 1,
  QD_RESULT_OUTPUT = 2,
} QdResultKind;

/**
 * QdDecision:
 * @QD_DECISION_NONE: not decided yet
 * @QD_DECISION_DONE: there is nothing more to do
 * @QD_DECISION_CARRY_OVER: goes on in the next cycle
 * @QD_DECISION_SHELVE: waits for another cycle
 * @QD_DECISION_DROP: is not worth going on with
 *
 * What becomes of a key result when its cycle is closed.
 */
typedef enum
{
  QD_DECISION_NONE = 0,
  QD_DECISION_DONE = 1,
  QD_DECISION_CARRY_OVER = 2,
  QD_DECISION_SHELVE = 3,
  QD_DECISION_DROP = 4,
} QdDecision;

#define QD_N_DECISIONS 5

/**
 * QdHealth:
 * @QD_HEALTH_PENDING: nobody has checked in yet, and nothing is overdue
 * @QD_HEALTH_TOO_EARLY: too early in the cycle to say
 * @QD_HEALTH_ON_TRACK: as far as expected, or nearly
 * @QD_HEALTH_BEHIND: somewhat less far than expected
 * @QD_HEALTH_AT_RISK: much less far than expected
 * @QD_HEALTH_COMPLETE: the target is reached
 * @QD_HEALTH_OUTDATED: the last check-in is too long ago to say anything
 * @QD_HEALTH_CLOSED: the cycle was closed
 *
 * What the figures say. In no file; the order is no order of badness.
 */
typedef enum
{
  QD_HEALTH_PENDING,
  QD_HEALTH_TOO_EARLY,
  QD_HEALTH_ON_TRACK,
  QD_HEALTH_BEHIND,
  QD_HEALTH_AT_RISK,
  QD_HEALTH_COMPLETE,
  QD_HEALTH_OUTDATED,
  QD_HEALTH_CLOSED,
} QdHealth;

/**
 * QdPoint:
 * @day: a day
 * @value: a figure of that day, in the unit of the metric
 */
typedef struct
{
  QdDay day;
  double value;
} QdPoint;

const char *qd_decision_get_name      (QdDecision   decision);
const char *qd_column_role_get_name   (QdColumnRole role);
const char *qd_column_role_get_english_name
                                      (QdColumnRole role);
const char *qd_health_get_name        (QdHealth     health);
const char *qd_metric_kind_get_name   (QdMetricKind metric);
gboolean    qd_metric_kind_is_limit   (QdMetricKind metric);
gboolean    qd_metric_kind_has_number (QdMetricKind metric);

G_END_DECLS
