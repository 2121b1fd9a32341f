#pragma once

#include "method/qd-coach.h"

/* A quarter that begins on a Thursday, with check-ins on Fridays. */
#define FIRST_DAY (qd_day_new (2026, 10, 1))
#define LAST_DAY (qd_day_new (2026, 12, 31))
#define TODAY (qd_day_new (2026, 11, 18))

#define GOOD_TITLE "Raise signups from 20 to 80"

/* A key result with which nothing is wrong, and its board. */
typedef struct
{
  QdPoint readings[1];
  QdFacts facts;
  QdStanding standing;
  QdCoachCard cards[3];
  QdCoachObjective objectives[2];
  QdCoachBoard board;
} CoachSample;

void coach_sample_init (CoachSample *self);
