#pragma once

#include "method/qd-terms.h"

G_BEGIN_DECLS

/**
 * QdSummary:
 * @current: value of the last check-in that says one, or NAN
 * @checked: day of the last check-in, or %QD_DAY_NONE
 * @confidence: of the last check-in that says, or %QD_CONFIDENCE_NONE
 * @blocked: whether a blocker is noted that is not resolved
 * @readings: (array length=n_readings): values of its check-ins, by day, the last one of
 *   each
 * @n_readings: how many
 * @phases: (array length=n_phases): values that it should have on the way, by day
 * @n_phases: how many
 * @n_milestones: how many milestones it has
 * @n_done: how many of them are done
 * @n_waiting: dependencies that are not resolved
 * @n_escalated: those of them that are escalated
 * @n_comments: how many comments it has
 * @answers: (nullable): lines of the number of an advice and the facts for which it
 *   was answered
 *
 * What a key result shows of the things that belong to it. Figures are in its unit.
 */
typedef struct
{
  double current;
  QdDay checked;
  int confidence;
  gboolean blocked;
  QdPoint *readings;
  gsize n_readings;
  QdPoint *phases;
  gsize n_phases;
  guint n_milestones;
  guint n_done;
  guint n_waiting;
  guint n_escalated;
  guint n_comments;
  char *answers;
} QdSummary;

void     qd_summary_clear     (QdSummary       *self);
gboolean qd_summary_equal     (const QdSummary *self,
                               const QdSummary *other);
QdDay    qd_summary_get_since (const QdSummary *self,
                               QdDay            made);

G_END_DECLS
