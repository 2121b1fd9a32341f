/* How long cards take on their way over a board, and how the board fills and empties.
 *
 * Knows only who was where, and when; where that comes from is no matter here. A day is
 * one of the calendar where the person is, however many hours it has.
 */

#include "config.h"

#include "qd-flow.h"

/* A cycle that is longer, which only an error can bring, is told from its end. */
#define MAX_DAYS 3660u

/* Consecutive stays of a card that count as one. */
typedef struct
{
  const QdStay *first;
  const QdStay *last;
  const QdStay *next; /* (nullable): of the same card */
} Run;

typedef struct
{
  guint days;
  gint64 card;
} Spell;

static gboolean
is_same_role (const QdStay *a,
              const QdStay *b)
{
  return a->role == b->role;
}

static gboolean
is_same_column (const QdStay *a,
                const QdStay *b)
{
  return a->column == b->column;
}

/* The run that begins with @first. */
static Run
find_run (const QdStay *first,
          const QdStay *end,
          gboolean    (*is_same) (const QdStay *a,
                                  const QdStay *b))
{
  Run run = { first, first, NULL };

  while (run.last + 1 < end && run.last[1].card == first->card &&
         is_same (&run.last[1], first))
    run.last++;
  if (run.last + 1 < end && run.last[1].card == first->card)
    run.next = run.last + 1;

  return run;
}

/* By a clock that was fast, a stay begins after today. */
static guint
count_days (const QdStay *stay,
            QdDay         today)
{
  const QdDay from = qd_day_of_instant (stay->from);
  const QdDay until = stay->until == QD_STAY_STILL ? today : qd_day_of_instant (stay->until);

  return until > from ? until - from : 0;
}

/* What lies between two stays of a run, while the card was put away, is not counted. */
static guint
count_run (const Run *run,
           QdDay      today)
{
  guint n_days = 0;

  for (const QdStay *stay = run->first; stay <= run->last; stay++)
    n_days += count_days (stay, today);

  return n_days;
}

static gboolean
is_still (const Run *run)
{
  return run->last->until == QD_STAY_STILL;
}

static gboolean
is_recovery (const QdStay *next)
{
  return next->role == QD_COLUMN_IN_PROGRESS || next->role == QD_COLUMN_COMPLETE;
}

static int
compare_spells (gconstpointer a,
                gconstpointer b)
{
  const Spell *one = a;
  const Spell *other = b;

  return (one->days > other->days) - (one->days < other->days);
}

static void
add_spell (GArray    *spells,
           const Run *run,
           QdDay      today)
{
  const Spell spell = { count_run (run, today), run->first->card };

  g_array_append_val (spells, spell);
}

/* Takes @spells. */
static void
take_figures (QdFlowFigures *figures,
              GArray        *spells)
{
  const guint n = spells->len;

  if (n > 0)
    {
      const Spell *sorted;

      g_array_sort (spells, compare_spells);
      sorted = (const Spell *) (gpointer) spells->data;
      figures->n = n;
      figures->median = (sorted[(n - 1) / 2].days + sorted[n / 2].days) / 2.0;
      figures->longest = sorted[n - 1].days;
      figures->card = sorted[n - 1].card;
    }
  g_array_unref (spells);
}

static void
tell_spells (QdFlow       *self,
             const QdStay *stays,
             const QdStay *end,
             QdDay         today)
{
  GArray *waited = g_array_new (FALSE, FALSE, sizeof (Spell));
  GArray *waiting = g_array_new (FALSE, FALSE, sizeof (Spell));
  GArray *recovered = g_array_new (FALSE, FALSE, sizeof (Spell));
  GArray *at_risk = g_array_new (FALSE, FALSE, sizeof (Spell));
  gint64 started = 0;

  for (const QdStay *stay = stays; stay < end;)
    {
      const Run run = find_run (stay, end, is_same_role);

      if (stay->role == QD_COLUMN_NOT_STARTED && started != stay->card)
        {
          if (run.next != NULL || is_still (&run))
            add_spell (run.next != NULL ? waited : waiting, &run, today);
          started = stay->card;
        }
      else if (stay->role == QD_COLUMN_AT_RISK)
        {
          if (run.next != NULL ? is_recovery (run.next) : is_still (&run))
            add_spell (run.next != NULL ? recovered : at_risk, &run, today);
        }
      stay = run.last + 1;
    }

  take_figures (&self->waited, waited);
  take_figures (&self->waiting, waiting);
  take_figures (&self->recovered, recovered);
  take_figures (&self->at_risk, at_risk);
}

static int
compare_ages (gconstpointer a,
              gconstpointer b)
{
  const QdFlowAge *one = a;
  const QdFlowAge *other = b;

  if (one->days != other->days)
    return one->days > other->days ? -1 : 1;

  return (one->card > other->card) - (one->card < other->card);
}

static void
tell_ages (QdFlow       *self,
           const QdStay *stays,
           const QdStay *end,
           QdDay         today)
{
  for (const QdStay *stay = stays; stay < end;)
    {
      const Run run = find_run (stay, end, is_same_column);

      if (is_still (&run))
        {
          const QdFlowAge age = {
            run.last->card, run.last->column, run.last->role, count_run (&run, today)
          };

          g_array_append_val (self->ages, age);
        }
      stay = run.last + 1;
    }
  g_array_sort (self->ages, compare_ages);
}

static QdDay
find_first_day (const QdStay *stays,
                const QdStay *end)
{
  QdDay first_day = QD_DAY_NONE;

  for (const QdStay *stay = stays; stay < end; stay++)
    {
      const QdDay day = qd_day_of_instant (stay->from);

      if (first_day == QD_DAY_NONE || day < first_day)
        first_day = day;
    }

  return first_day;
}

/* Where each stay begins and where it ends, and then the sums. */
static void
tell_days (QdFlow       *self,
           const QdStay *stays,
           const QdStay *end,
           QdDay         first_day,
           QdDay         last_day)
{
  const guint n_days = last_day - first_day + 1;
  QdFlowDay *days;

  g_array_set_size (self->days, n_days);
  days = (QdFlowDay *) (gpointer) self->days->data;

  for (const QdStay *stay = stays; stay < end; stay++)
    {
      const QdDay from = MAX (qd_day_of_instant (stay->from), first_day);
      const QdDay until = stay->until == QD_STAY_STILL ? last_day + 1
                                                       : qd_day_of_instant (stay->until);

      if (until <= from || from > last_day)
        continue;
      days[from - first_day].counts[stay->role]++;
      /* Unsigned numbers come round again in the sums. */
      if (until <= last_day)
        days[until - first_day].counts[stay->role]--;
    }

  for (guint i = 0; i < n_days; i++)
    {
      days[i].day = first_day + i;
      for (guint role = 0; i > 0 && role < QD_N_COLUMN_ROLES; role++)
        days[i].counts[role] += days[i - 1].counts[role];
    }
}

/**
 * qd_flow_new:
 * @stays: (array length=n_stays): the stays of all cards on the board; those of a card
 *   together, in the order of time, without overlaps
 * @n_stays: how many there are
 * @first_day: of the cycle, or %QD_DAY_NONE for the day of the first stay
 * @last_day: of the cycle, or %QD_DAY_NONE for today
 * @today: a day
 *
 * Tells how cards went over the board, by these rules:
 *
 * - A spell is as many days as there are midnights in it: what came and went on one
 *   day has 0. What is put away is not counted: a card that is brought back to the
 *   column that it was in goes on there.
 * - Age in column is of the cards that are there, and begins anew in each column.
 * - Not Started is the role, not one column; only the first spell of a card counts. It
 *   has left it when it stood in a column of another role next, on this board; what
 *   was put away, or moved to another board, has neither left nor does it wait.
 * - At Risk is the role, too; each spell of a card counts. It recovered when it stood
 *   in In Progress or Complete next. One that went back to Not Started or to another
 *   column has neither recovered, nor is it at risk any more.
 * - A day counts a card where it stood when the day ended, or where it stands now. The
 *   days go from the first of the cycle to the last, or to today.
 *
 * Returns: (transfer full): how cards went
 */
QdFlow *
qd_flow_new (const QdStay *stays,
             gsize         n_stays,
             QdDay         first_day,
             QdDay         last_day,
             QdDay         today)
{
  QdFlow *self = g_new0 (QdFlow, 1);
  const QdStay *end = n_stays > 0 ? stays + n_stays : stays;

  g_return_val_if_fail (stays != NULL || n_stays == 0, NULL);

  self->ages = g_array_new (FALSE, FALSE, sizeof (QdFlowAge));
  self->days = g_array_new (FALSE, TRUE, sizeof (QdFlowDay));
  tell_spells (self, stays, end, today);
  tell_ages (self, stays, end, today);

  last_day = last_day != QD_DAY_NONE ? MIN (last_day, today) : today;
  if (first_day == QD_DAY_NONE)
    first_day = find_first_day (stays, end);
  if (first_day != QD_DAY_NONE && first_day <= last_day)
    tell_days (self, stays, end, MAX (first_day, last_day - MIN (MAX_DAYS, last_day) + 1),
               last_day);

  return self;
}

void
qd_flow_free (QdFlow *self)
{
  g_array_unref (self->ages);
  g_array_unref (self->days);
  g_free (self);
}

/**
 * qd_stay_covers:
 * @self: a stay
 * @day: a day
 *
 * Returns: whether the card stood there when the day ended
 */
gboolean
qd_stay_covers (const QdStay *self,
                QdDay         day)
{
  return qd_day_of_instant (self->from) <= day &&
         (self->until == QD_STAY_STILL || qd_day_of_instant (self->until) > day);
}
