#pragma once

#include <sqlite3.h>

#include "model/qd-summary.h"
#include "model/qd-types.h"

G_BEGIN_DECLS

/* For core/store only. */

/**
 * QdCardRow:
 *
 * A row of cards as plain values, for a model to be told of: texts are null where there
 * are none, figures NAN, days %QD_DAY_NONE.
 */
typedef struct
{
  QdId id;
  gboolean alive;
  const char *title;
  QdId column;
  const char *rank;
  const char *description;
  QdId objective;
  QdId owner;
  QdMetricKind metric;
  double baseline;
  double target;
  const char *unit;
  const char *measurement;
  double weight;
  double upper;
  QdResultKind result;
  QdSummary summary;
  double grade;
  QdDay made;
} QdCardRow;

#define QD_CARD_ROW_COLUMNS \
  "parent, rank, description, objective, owner, metric, baseline, target, unit," \
  " measurement, weight, upper, result, current, checked, confidence, blocked, readings," \
  " phases, n_milestones, n_done, n_waiting, n_escalated, n_comments, answers, created," \
  " grade"

void qd_card_row_read  (QdCardRow    *self,
                        sqlite3_stmt *row,
                        GStringChunk *texts);
void qd_card_row_clear (QdCardRow    *self);

G_END_DECLS
