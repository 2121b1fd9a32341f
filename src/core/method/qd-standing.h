#pragma once

#include "qd-confidence.h"
#include "qd-rhythm.h"

G_BEGIN_DECLS

/**
 * QdFacts:
 * @metric: how the figures are to be read
 * @baseline: where the metric started, or NAN
 * @target: where it should land, or the limit (the lower one of two), or NAN
 * @upper: the upper limit of %QD_METRIC_WITHIN, or NAN
 * @readings: (array length=n_readings): values of its check-ins, by day, the last one of
 *   each
 * @n_readings: how many there are
 * @phases: (array length=n_phases): values that it should have on the way, by day
 * @n_phases: how many there are
 * @n_milestones: how many milestones it has
 * @n_done: how many of them are done
 * @weight: its share in its objective
 * @commitment: of its objective
 * @role: of the column it is in
 * @checked: day of the last check-in, or %QD_DAY_NONE
 * @confidence: of the last check-in that says, or %QD_CONFIDENCE_NONE
 * @blocked: whether a blocker is noted that is not resolved
 * @n_waiting: dependencies that are not resolved
 * @n_escalated: those of them that are escalated
 * @first_day: of the cycle
 * @last_day: of the cycle
 * @since: when it was made, or %QD_DAY_NONE where that is not known or no matter; no
 *   later than its first check-in
 * @rhythm: of the board
 * @closed: whether the cycle is closed
 *
 * All that the rules need to know of a key result. Figures are in the unit of its
 * metric.
 */
typedef struct
{
  QdMetricKind metric;
  double baseline;
  double target;
  double upper;
  const QdPoint *readings;
  gsize n_readings;
  const QdPoint *phases;
  gsize n_phases;
  guint n_milestones;
  guint n_done;
  double weight;
  QdCommitment commitment;
  QdColumnRole role;
  QdDay checked;
  int confidence;
  gboolean blocked;
  guint n_waiting;
  guint n_escalated;
  QdDay first_day;
  QdDay last_day;
  QdDay since;
  QdRhythm rhythm;
  gboolean closed;
} QdFacts;

/**
 * QdStanding:
 * @progress: raw progress, 1.0 being 100 %, or NAN
 * @expected: expected progress, likewise
 * @ratio: progress by expected progress, or NAN
 * @landing: where the metric lands on the last day by the forecast, or NAN
 * @weekly: what it moves in a week by the forecast, or NAN
 * @required: what it has to move in a week to reach the target, or NAN; also where it
 *   is reached
 * @suggested: health by the pace alone
 * @health: health as it is shown, by the order of precedence
 * @due: when the next check-in is due, or %QD_DAY_NONE
 * @is_due: whether that is today or was before
 * @outdated: whether the grace is over, too
 * @stuck: whether it was not started for too long
 *
 * What the rules say about a key result.
 */
typedef struct
{
  double progress;
  double expected;
  double ratio;
  double landing;
  double weekly;
  double required;
  QdHealth suggested;
  QdHealth health;
  QdDay due;
  gboolean is_due;
  gboolean outdated;
  gboolean stuck;
} QdStanding;

void     qd_standing_of         (const QdFacts    *facts,
                                 QdDay             today,
                                 QdStanding       *standing);
gboolean qd_standing_has_health (const QdStanding *self);

G_END_DECLS
