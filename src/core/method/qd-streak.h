#pragma once

#include "qd-flow.h"
#include "qd-standing.h"

G_BEGIN_DECLS

/**
 * QdStreakState:
 * @QD_STREAK_KEPT: every key result that was active was checked in
 * @QD_STREAK_MISSED: not every one was
 * @QD_STREAK_IDLE: there was nothing to check in
 * @QD_STREAK_OPEN: not every one was yet, and there is still time
 */
typedef enum
{
  QD_STREAK_KEPT,
  QD_STREAK_MISSED,
  QD_STREAK_IDLE,
  QD_STREAK_OPEN,
} QdStreakState;

/**
 * QdStreakMark:
 * @due: the day on which check-ins were due
 * @state: what came of it
 * @n_active: how many key results were active
 * @n_checked: how many of them were checked in
 */
typedef struct
{
  QdDay due;
  QdStreakState state;
  guint n_active;
  guint n_checked;
} QdStreakMark;

/**
 * QdStreakCard:
 * @stays: (array length=n_stays): its stays on the board, in the order of time
 * @n_stays: how many there are
 * @checkins: (array length=n_checkins): the days of its check-ins, in any order
 * @n_checkins: how many there are
 * @since: when it was made, or %QD_DAY_NONE
 * @facts: (nullable): the key result as it is today, where that is known; its place, its
 *   cycle and its rhythm do not matter
 *
 * A key result that is or was on the board.
 */
typedef struct
{
  const QdStay *stays;
  gsize n_stays;
  const QdDay *checkins;
  gsize n_checkins;
  QdDay since;
  const QdFacts *facts;
} QdStreakCard;

/**
 * QdStreakBoard:
 * @rhythm: of the board
 * @first_day: of its cycle, or %QD_DAY_NONE
 * @last_day: of its cycle, or %QD_DAY_NONE
 * @closed: the day on which it was closed, or %QD_DAY_NONE
 */
typedef struct
{
  QdRhythm rhythm;
  QdDay first_day;
  QdDay last_day;
  QdDay closed;
} QdStreakBoard;

/**
 * QdStreak:
 * @marks: (element-type QdStreakMark): of each due day up to today, in their order
 * @current: how many were kept in a row up to now
 * @longest: how many were in the longest row of the cycle
 *
 * How a board keeps up with its check-ins. Of no person is anything said.
 */
typedef struct
{
  GArray *marks;
  guint current;
  guint longest;
} QdStreak;

QdStreak *qd_streak_new  (const QdStreakBoard *board,
                          const QdStreakCard  *cards,
                          gsize                n_cards,
                          QdDay                today);
void      qd_streak_free (QdStreak            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdStreak, qd_streak_free)

G_END_DECLS
