/* How many due days in a row a board kept up with its check-ins.
 *
 * About the board as a whole: who checked in, and who did not, is no matter here.
 */

#include "config.h"

#include "qd-streak.h"

/* Of a cycle with more due days, which only an error can bring, the last ones. */
#define MAX_MARKS 400u

/* What tells of days before it came here came from elsewhere, and is taken to have stood
 * where it came. */
static const QdStay *
find_stay (const QdStreakCard *card,
           QdDay               day)
{
  if (card->n_stays > 0 && day < qd_day_of_instant (card->stays[0].from))
    return card->since != QD_DAY_NONE && card->since <= day ? &card->stays[0] : NULL;

  for (gsize i = card->n_stays; i > 0; i--)
    {
      if (qd_stay_covers (&card->stays[i - 1], day))
        return &card->stays[i - 1];
    }

  return NULL;
}

/* Whether it stood in Complete and its figures of then had reached the target, whatever
 * board it is on now. Of a card whose figures are not known, the column is believed. */
static gboolean
was_over (const QdStreakBoard *board,
          const QdStreakCard  *card,
          const QdStay        *stay,
          QdDay                day)
{
  QdStanding standing;
  QdFacts facts;

  if (stay->role != QD_COLUMN_COMPLETE || card->facts == NULL)
    return stay->role == QD_COLUMN_COMPLETE;

  facts = *card->facts;
  facts.role = stay->role;
  facts.first_day = board->first_day;
  facts.last_day = board->last_day;
  facts.rhythm = board->rhythm;
  facts.closed = FALSE;
  while (facts.n_readings > 0 && facts.readings[facts.n_readings - 1].day > day)
    facts.n_readings--;
  qd_standing_of (&facts, day, &standing);

  return standing.suggested == QD_HEALTH_COMPLETE;
}

/* What was put away before the time was over asks nobody any more. */
static gboolean
was_active (const QdStreakBoard *board,
            const QdStreakCard  *card,
            QdDay                due,
            QdDay                today)
{
  const QdDay asked = qd_rhythm_get_due (&board->rhythm, board->first_day, board->last_day,
                                         card->since, QD_DAY_NONE);
  const QdStay *stay;

  if (asked == QD_DAY_NONE || asked > due)
    return FALSE;
  stay = find_stay (card, due);

  return stay != NULL && find_stay (card, MIN (due + QD_RHYTHM_GRACE, today)) != NULL &&
         !was_over (board, card, stay, due);
}

static gboolean
was_checked (const QdStreakBoard *board,
             const QdStreakCard  *card,
             QdDay                due)
{
  for (gsize i = 0; i < card->n_checkins; i++)
    {
      if (qd_rhythm_get_answered (&board->rhythm, board->first_day, board->last_day,
                                  card->checkins[i]) == due)
        return TRUE;
    }

  return FALSE;
}

static QdStreakState
judge (const QdStreakBoard *board,
       const QdStreakMark  *mark,
       QdDay                today)
{
  const QdDay until = mark->due + QD_RHYTHM_GRACE;

  if (mark->n_active == 0)
    return QD_STREAK_IDLE;

  if (mark->n_checked == mark->n_active)
    return QD_STREAK_KEPT;

  if (board->closed != QD_DAY_NONE && board->closed <= until)
    return QD_STREAK_IDLE;

  return today <= until ? QD_STREAK_OPEN : QD_STREAK_MISSED;
}

static void
add_mark (QdStreak            *self,
          const QdStreakBoard *board,
          const QdStreakCard  *cards,
          gsize                n_cards,
          QdDay                due,
          QdDay                today)
{
  QdStreakMark mark = { .due = due };

  for (gsize i = 0; i < n_cards; i++)
    {
      if (!was_active (board, &cards[i], due, today))
        continue;
      mark.n_active++;
      mark.n_checked += was_checked (board, &cards[i], due) ? 1u : 0u;
    }
  mark.state = judge (board, &mark, today);
  g_array_append_val (self->marks, mark);
}

static void
count_rows (QdStreak *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const QdStreakState state = g_array_index (self->marks, QdStreakMark, i).state;

      if (state == QD_STREAK_KEPT)
        self->current++;
      else if (state == QD_STREAK_MISSED)
        self->current = 0;
      self->longest = MAX (self->longest, self->current);
    }
}

/**
 * qd_streak_new:
 * @board: the board
 * @cards: (array length=n_cards): all key results that are or were on it
 * @n_cards: how many there are
 * @today: a day
 *
 * Tells of each due day of the cycle, up to today, whether all was checked in that was
 * active then, by these rules:
 *
 * - The due days are those of the rhythm that the board has now.
 * - A check-in counts for the one due day that qd_rhythm_get_answered() says, as
 *   everywhere: early, or late by the grace. One check-in never keeps two weeks. Its day
 *   counts, not when it was written: what is told later of a day counts for that.
 * - Active is what stood on the board at the end of the due day and was not put away or
 *   moved to another board before the grace was over; not what was made so late that
 *   nobody was asked for it yet, by qd_rhythm_get_due(); nor what stood in Complete and
 *   had reached its target, by qd_standing_of() with the check-ins up to that day.
 *   Target and milestones are those of today. A key result with check-ins from before it
 *   was written down, as an import brings them, was active since the first of them.
 * - Where nothing was active, the week neither counts nor ends a row.
 * - The week is open until the due day and %QD_RHYTHM_GRACE days after it are over, as
 *   for qd_rhythm_is_outdated(). While it is, it counts as soon as everything is
 *   checked in, and never ends a row before.
 * - From the day on which the board was closed, nothing is due; a week that was open
 *   then ends no row.
 *
 * Returns: (transfer full): how the board keeps up; without a cycle, there are no marks
 */
QdStreak *
qd_streak_new (const QdStreakBoard *board,
               const QdStreakCard  *cards,
               gsize                n_cards,
               QdDay                today)
{
  QdStreak *self;
  QdDay last_day;
  guint64 cadence, due;
  guint n_due;

  g_return_val_if_fail (board != NULL, NULL);
  g_return_val_if_fail (cards != NULL || n_cards == 0, NULL);

  self = g_new0 (QdStreak, 1);
  self->marks = g_array_new (FALSE, FALSE, sizeof (QdStreakMark));

  last_day = MIN (board->last_day, today);
  if (board->closed != QD_DAY_NONE)
    last_day = MIN (last_day, board->closed - 1);
  cadence = MAX (board->rhythm.cadence, 1u);
  n_due = qd_rhythm_count_due (&board->rhythm, board->first_day, board->last_day, last_day);
  due = qd_rhythm_get_due (&board->rhythm, board->first_day, board->last_day, QD_DAY_NONE,
                           QD_DAY_NONE);
  for (guint i = 0; i < n_due; i++, due += cadence)
    {
      if (n_due - i <= MAX_MARKS)
        add_mark (self, board, cards, n_cards, (QdDay) due, today);
    }
  count_rows (self);

  return self;
}

void
qd_streak_free (QdStreak *self)
{
  g_array_unref (self->marks);
  g_free (self);
}
