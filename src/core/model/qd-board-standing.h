#pragma once

#include "qd-key-result.h"

G_BEGIN_DECLS

/**
 * QdObjectiveStanding:
 * @progress: from 0.0 to 1.0, 1.0 being 100 %, or NAN where it has no key results
 * @expected: expected progress, likewise, or NAN where none of them has one
 * @health: that of its weakest key result; %QD_HEALTH_PENDING where it has none
 * @n_key_results: how many key results it has
 *
 * What the rules say about an objective.
 */
typedef struct
{
  double progress;
  double expected;
  QdHealth health;
  guint n_key_results;
} QdObjectiveStanding;

/**
 * QdBoardStanding:
 * @progress: from 0.0 to 1.0, 1.0 being 100 %, or NAN where it has no key results
 * @expected: expected progress, likewise, or NAN where none of them has one
 * @has_net_confidence: whether there is anything to tell it from
 * @net_confidence: in percent, from −100 to 100; 0 where there is none
 * @n_key_results: how many key results it has
 * @n_due: those of them whose check-in is due today or was before
 * @n_outdated: those of them whose grace is over, too
 *
 * What the rules say about a board.
 */
typedef struct
{
  double progress;
  double expected;
  gboolean has_net_confidence;
  int net_confidence;
  guint n_key_results;
  guint n_due;
  guint n_outdated;
} QdBoardStanding;

void qd_objective_standing_of (QdBoard             *board,
                               QdObjective         *objective,
                               QdDay                today,
                               QdObjectiveStanding *standing);
void qd_board_standing_of     (QdBoard             *board,
                               QdDay                today,
                               QdBoardStanding     *standing);

G_END_DECLS
