/* When check-ins are due, and what it means when none came.
 *
 * Days only: what a check-in says is no matter here.
 */

#include "config.h"

#include "qd-rhythm.h"

/* After three weeks, a key result should have been started. */
#define STUCK_DAYS 21u

static guint
get_cadence (const QdRhythm *rhythm)
{
  return MAX (rhythm->cadence, 1u);
}

/* The first weekday of the rhythm in the cycle. Wide, as are all sums with the
 * cadence, which may come from a file. */
static guint64
get_first_due (const QdRhythm *rhythm,
               QdDay           first_day)
{
  guint wanted = rhythm->weekday;
  /* The first day of all was a Monday. */
  guint weekday = (first_day - 1u) % 7u + 1u;

  if (wanted < G_DATE_MONDAY || wanted > G_DATE_SUNDAY)
    wanted = QD_RHYTHM_WEEKDAY;

  return (guint64) first_day + (wanted + 7u - weekday) % 7u;
}

/* How long after a due day a check-in still counts for it: the grace, but never
 * so long that it is as near to the next one. */
static guint
get_slack (const QdRhythm *rhythm)
{
  return MIN (QD_RHYTHM_GRACE, (get_cadence (rhythm) - 1u) / 2u);
}

/* The first due day of the cycle from @earliest on. */
static guint64
find_due (const QdRhythm *rhythm,
          QdDay           first_day,
          guint64         earliest)
{
  guint64 cadence = get_cadence (rhythm);
  guint64 due = get_first_due (rhythm, first_day);

  if (earliest > due)
    due += (earliest - due + cadence - 1u) / cadence * cadence;

  return due;
}

/* The due day after the one that a check-in of @checked counts for. */
static guint64
find_next (const QdRhythm *rhythm,
           QdDay           first_day,
           QdDay           checked)
{
  return find_due (rhythm, first_day,
                   (guint64) checked + get_cadence (rhythm) - get_slack (rhythm));
}

/**
 * qd_rhythm_get_due:
 * @rhythm: of the board
 * @first_day: of the cycle, or %QD_DAY_NONE
 * @last_day: of the cycle, or %QD_DAY_NONE
 * @since: when the key result was made, or %QD_DAY_NONE
 * @checked: day of the last check-in, or %QD_DAY_NONE
 *
 * When the next check-in is due, by the method's rule for staleness. Due days are
 * every @cadence days, the first being the first @weekday in the cycle; a cadence
 * of 0 counts as 1, a weekday that is none as %QD_RHYTHM_WEEKDAY.
 *
 * A check-in counts for the due day that it is nearest to, so it may be early, and
 * late by g = min (%QD_RHYTHM_GRACE, (cadence − 1) ÷ 2) days. The next one is due
 * on
 *
 * |[
 * the first due day ≥ checked + cadence − g
 * ]|
 *
 * Without a check-in since the first day of the cycle, it is the first due day that
 * is more than g days after @since.
 *
 * Returns: the day, which may be over already, or %QD_DAY_NONE where none is left in
 *   the cycle
 */
QdDay
qd_rhythm_get_due (const QdRhythm *rhythm,
                   QdDay           first_day,
                   QdDay           last_day,
                   QdDay           since,
                   QdDay           checked)
{
  guint64 due;

  if (first_day == QD_DAY_NONE)
    return QD_DAY_NONE;

  /* Nobody is asked as soon as he has written the key result. No day is as long ago
   * as %QD_DAY_NONE. */
  due = checked >= first_day
          ? find_next (rhythm, first_day, checked)
          : find_due (rhythm, first_day, (guint64) since + get_slack (rhythm) + 1u);

  return due <= last_day ? (QdDay) due : QD_DAY_NONE;
}

/**
 * qd_rhythm_get_answered:
 * @rhythm: of the board
 * @first_day: of the cycle, or %QD_DAY_NONE
 * @last_day: of the cycle, or %QD_DAY_NONE
 * @checked: day of a check-in
 *
 * Which due day a check-in counts for: the one that it is nearest to, as for
 * qd_rhythm_get_due().
 *
 * Returns: the due day, or %QD_DAY_NONE where the check-in was made outside the cycle,
 *   or too early for the first due day
 */
QdDay
qd_rhythm_get_answered (const QdRhythm *rhythm,
                        QdDay           first_day,
                        QdDay           last_day,
                        QdDay           checked)
{
  guint64 cadence = get_cadence (rhythm);
  guint64 next;

  if (first_day == QD_DAY_NONE || checked < first_day)
    return QD_DAY_NONE;

  next = find_next (rhythm, first_day, checked);
  if (next < get_first_due (rhythm, first_day) + cadence || next - cadence > last_day)
    return QD_DAY_NONE;

  return (QdDay) (next - cadence);
}

/**
 * qd_rhythm_count_due:
 * @rhythm: of the board
 * @first_day: of the cycle, or %QD_DAY_NONE
 * @last_day: of the cycle, or %QD_DAY_NONE
 * @today: a day
 *
 * Returns: how many due days of the cycle there are up to @today, inclusive
 */
guint
qd_rhythm_count_due (const QdRhythm *rhythm,
                     QdDay           first_day,
                     QdDay           last_day,
                     QdDay           today)
{
  QdDay until = MIN (today, last_day);
  guint64 due;

  if (first_day == QD_DAY_NONE)
    return 0;

  due = get_first_due (rhythm, first_day);
  if (until < due)
    return 0;

  return (guint) ((until - due) / get_cadence (rhythm)) + 1u;
}

/**
 * qd_rhythm_is_outdated:
 * @due: when a check-in was due, or %QD_DAY_NONE
 * @today: a day
 *
 * Whether nobody has checked in for so long that the last figures say nothing any
 * more: by the method's rule for staleness, when the due day and another
 * %QD_RHYTHM_GRACE days are over.
 *
 * Returns: whether it is so
 */
gboolean
qd_rhythm_is_outdated (QdDay due,
                       QdDay today)
{
  return due != QD_DAY_NONE && today > due + QD_RHYTHM_GRACE;
}

/**
 * qd_rhythm_is_stuck:
 * @role: of the column that the card is in
 * @first_day: of the cycle, or %QD_DAY_NONE
 * @since: when the key result was made, or %QD_DAY_NONE
 * @today: a day
 *
 * Whether a key result should have been started by now: by the method's rule for
 * staleness, when it is in Not Started and the third week of the cycle is over, and
 * so are three weeks since it was made.
 *
 * Returns: whether it is so
 */
gboolean
qd_rhythm_is_stuck (QdColumnRole role,
                    QdDay        first_day,
                    QdDay        since,
                    QdDay        today)
{
  return role == QD_COLUMN_NOT_STARTED &&
         first_day != QD_DAY_NONE &&
         today >= MAX (first_day, since) + STUCK_DAYS;
}
