/* A board with which nearly nothing is wrong, for the tests of what may be. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "coach-sample.h"

/**
 * coach_sample_init:
 * @self: (out caller-allocates): points into itself, so it is not to be copied
 *
 * Makes a board of two objectives and three key results that share their figures:
 * two belong to the first objective, which is aligned, and one to the second.
 */
void
coach_sample_init (CoachSample *self)
{
  memset (self, 0, sizeof *self);

  self->readings[0] = (QdPoint) { TODAY - 5, 54 };
  self->facts = (QdFacts) {
    .metric = QD_METRIC_CHANGE, .baseline = 20, .target = 80, .upper = NAN,
    .readings = self->readings, .n_readings = 1, .weight = 1,
    .commitment = QD_COMMITMENT_COMMITTED, .role = QD_COLUMN_IN_PROGRESS,
    .checked = TODAY - 5, .confidence = 7, .first_day = FIRST_DAY, .last_day = LAST_DAY,
    .rhythm = QD_RHYTHM_DEFAULT,
  };
  qd_standing_of (&self->facts, TODAY, &self->standing);

  for (guint i = 0; i < G_N_ELEMENTS (self->cards); i++)
    self->cards[i] = (QdCoachCard) {
      .id = 100 + i, .objective = i < 2 ? 10 : 11, .title = GOOD_TITLE,
      .has_owner = TRUE, .has_measurement = TRUE, .result = QD_RESULT_UNSAID,
      .facts = &self->facts, .standing = &self->standing,
    };
  self->objectives[0] = (QdCoachObjective) { .id = 10, .parent = 5, .title = "Be loved" };
  self->objectives[1] = (QdCoachObjective) { .id = 11, .title = "Be fast" };
  self->board = (QdCoachBoard) {
    .id = 1, .objectives = self->objectives, .n_objectives = 2,
    .cards = self->cards, .n_cards = 3, .anyone_above = TRUE,
  };
}
