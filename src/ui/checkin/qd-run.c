/* Which card of a run of check-ins is the one to look at, and what became of the others.
 *
 * Knows no widget, and of the file only what it is told is due. How long it takes is
 * counted for the person who runs, while they do, and kept nowhere.
 */

#include "config.h"

#include "qd-run.h"

/* Whoever does nothing for longer than this, in microseconds, does something else. */
#define MAX_PAUSE (120 * G_TIME_SPAN_SECOND)

typedef struct
{
  QdBoard *board;
  QdKeyResult *card;
  gboolean done;    /* checked in on here */
  gboolean skipped; /* for later */
} Stop;

struct _QdRun
{
  GPtrArray *stops; /* of Stop */
  guint position;   /* in the stops; behind the last one at the end */
  gboolean again;   /* whether it was gone back to, though it is done */
  gint64 time;      /* in microseconds */
  gint64 last;      /* when something was done last, or 0 */
};

static Stop *
stop_new (const QdDueItem *item)
{
  Stop *self = g_new0 (Stop, 1);

  self->board = g_object_ref (item->board);
  self->card = g_object_ref (item->key_result);

  return self;
}

static void
stop_free (gpointer data)
{
  Stop *self = data;

  g_object_unref (self->board);
  g_object_unref (self->card);
  g_free (self);
}

static Stop *
get_stop (QdRun *self,
          guint  position)
{
  return g_ptr_array_index (self->stops, position);
}

static gboolean
contains (GPtrArray   *items,
          QdKeyResult *card)
{
  for (guint i = 0; i < items->len; i++)
    if (((const QdDueItem *) items->pdata[i])->key_result == card)
      return TRUE;

  return FALSE;
}

/* The place of a card, or that behind the last one. */
static guint
find (QdRun       *self,
      QdKeyResult *card)
{
  guint i = 0;

  while (i < self->stops->len && get_stop (self, i)->card != card)
    i++;

  return i;
}

/* To the first from here on that waits, else to one before that does. */
static void
settle (QdRun *self)
{
  const guint n = self->stops->len;

  self->again = FALSE;
  for (guint i = 0; i < n; i++)
    {
      const guint position = (self->position + i) % n;
      const Stop *stop = get_stop (self, position);

      if (!stop->done && !stop->skipped)
        {
          self->position = position;
          return;
        }
    }
  self->position = n;
}

QdRun *
qd_run_new (void)
{
  QdRun *self = g_new0 (QdRun, 1);

  self->stops = g_ptr_array_new_with_free_func (stop_free);

  return self;
}

void
qd_run_free (QdRun *self)
{
  g_ptr_array_unref (self->stops);
  g_free (self);
}

/**
 * qd_run_begin:
 * @items: (element-type QdDueItem): what is due
 *
 * Begins anew, at the first of them.
 */
void
qd_run_begin (QdRun     *self,
              GPtrArray *items)
{
  g_ptr_array_set_size (self->stops, 0);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (self->stops, stop_new (items->pdata[i]));
  self->position = 0;
  self->again = FALSE;
  self->time = 0;
  self->last = 0;
}

/**
 * qd_run_update:
 * @items: (element-type QdDueItem): what is due now
 *
 * Leaves out what somebody else saw to, and adds what is new. Where a check-in that was
 * made here was taken back, its card is the one to look at again; where the one to look
 * at went, the next one is.
 *
 * Returns: how many were left out
 */
guint
qd_run_update (QdRun     *self,
               GPtrArray *items)
{
  const gboolean ended = qd_run_get_card (self) == NULL;
  guint n_gone = 0;
  Stop *again = NULL;

  for (guint i = self->stops->len; i > 0; i--)
    {
      Stop *stop = get_stop (self, i - 1);
      const gboolean due = contains (items, stop->card);

      if (stop->done && due)
        {
          stop->done = FALSE;
          again = stop;
        }
      else if (!stop->done && !due)
        {
          g_ptr_array_remove_index (self->stops, i - 1);
          if (self->position >= i)
            self->position--;
          n_gone++;
        }
    }
  for (guint i = 0; i < items->len; i++)
    if (find (self, ((QdDueItem *) items->pdata[i])->key_result) == self->stops->len)
      g_ptr_array_add (self->stops, stop_new (items->pdata[i]));

  if (again != NULL)
    qd_run_go_to (self, again->card);
  else if (ended)
    self->position = self->stops->len;
  else if (!self->again &&
           (qd_run_get_card (self) == NULL || get_stop (self, self->position)->done ||
            get_stop (self, self->position)->skipped))
    settle (self);

  return n_gone;
}

/**
 * qd_run_get_card:
 *
 * Returns: (transfer none) (nullable): the card to look at, or %NULL at the end
 */
QdKeyResult *
qd_run_get_card (QdRun *self)
{
  return self->position < self->stops->len ? get_stop (self, self->position)->card : NULL;
}

/**
 * qd_run_get_board:
 *
 * Returns: (transfer none) (nullable): the board of the card to look at
 */
QdBoard *
qd_run_get_board (QdRun *self)
{
  return self->position < self->stops->len ? get_stop (self, self->position)->board : NULL;
}

/**
 * qd_run_is_again:
 *
 * Returns: whether the card to look at was gone back to, and was checked in on here: it
 *   is there to be corrected
 */
gboolean
qd_run_is_again (QdRun *self)
{
  return self->again;
}

/**
 * qd_run_get_n:
 *
 * Returns: how many there are in all
 */
guint
qd_run_get_n (QdRun *self)
{
  return self->stops->len;
}

/**
 * qd_run_get_place:
 *
 * Returns: the place of the card to look at, from 1 on
 */
guint
qd_run_get_place (QdRun *self)
{
  return MIN (self->position + 1, self->stops->len);
}

/**
 * qd_run_get_done:
 *
 * Returns: how many were checked in on here
 */
guint
qd_run_get_done (QdRun *self)
{
  guint n = 0;

  for (guint i = 0; i < self->stops->len; i++)
    n += get_stop (self, i)->done ? 1 : 0;

  return n;
}

/**
 * qd_run_get_time:
 *
 * Returns: how long cards were looked at, in microseconds
 */
gint64
qd_run_get_time (QdRun *self)
{
  return self->time;
}

/**
 * qd_run_list_left:
 *
 * Returns: (transfer full) (element-type QdKeyResult): those that are left for later
 */
GPtrArray *
qd_run_list_left (QdRun *self)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->stops->len; i++)
    if (!get_stop (self, i)->done)
      g_ptr_array_add (cards, g_object_ref (get_stop (self, i)->card));

  return cards;
}

/**
 * qd_run_finish:
 *
 * Notes that a check-in was made on the card to look at, and goes on.
 */
void
qd_run_finish (QdRun *self)
{
  g_return_if_fail (self->position < self->stops->len);

  get_stop (self, self->position)->done = TRUE;
  settle (self);
}

/**
 * qd_run_skip:
 *
 * Leaves the card to look at for later, and goes on.
 */
void
qd_run_skip (QdRun *self)
{
  g_return_if_fail (self->position < self->stops->len);

  if (!self->again)
    get_stop (self, self->position)->skipped = TRUE;
  settle (self);
}

/**
 * qd_run_go_back:
 *
 * Goes back to the one before.
 *
 * Returns: whether there is one
 */
gboolean
qd_run_go_back (QdRun *self)
{
  Stop *stop;

  if (self->position == 0)
    return FALSE;

  self->position--;
  stop = get_stop (self, self->position);
  stop->skipped = FALSE;
  self->again = stop->done;

  return TRUE;
}

/**
 * qd_run_go_to:
 * @card: one of those that are not done
 *
 * Goes to that card.
 */
void
qd_run_go_to (QdRun       *self,
              QdKeyResult *card)
{
  const guint position = find (self, card);

  g_return_if_fail (position < self->stops->len);

  get_stop (self, position)->skipped = FALSE;
  self->position = position;
  self->again = FALSE;
}

/**
 * qd_run_tick:
 * @now: by the monotonic clock, in microseconds
 *
 * Notes that the person is there and does something. Pauses of more than two minutes
 * do not count.
 */
void
qd_run_tick (QdRun  *self,
             gint64  now)
{
  if (self->last != 0 && now - self->last <= MAX_PAUSE)
    self->time += now - self->last;
  self->last = now;
}

/**
 * qd_run_rest:
 *
 * Notes that no card is looked at until the next qd_run_tick().
 */
void
qd_run_rest (QdRun *self)
{
  self->last = 0;
}
