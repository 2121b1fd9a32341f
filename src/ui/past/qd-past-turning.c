/* Another day of many boards in pieces, so that whoever pulls the slider never waits for a
 * window that does not move.
 *
 * A board or two are there at once, as two frames would show them by halves. What comes
 * next takes the place of what is not through yet.
 */

#include "config.h"

#include "qd-past-turning.h"

/* In microseconds: for what is there at once, and from then on between two frames. */
#define FIRST_PIECE (24 * G_TIME_SPAN_MILLISECOND)
#define PIECE (8 * G_TIME_SPAN_MILLISECOND)

struct _QdPastTurning
{
  QdStore *past;
  QdPastTurnedFunc turned;
  gpointer owner;

  QdPastTurn *turn; /* (nullable): what is under way */
  guint source_id;
};

/* Returns whether there is more to do. */
static gboolean
go_on (QdPastTurning *self,
       gint64         piece)
{
  const gint64 end = g_get_monotonic_time () + piece;
  gboolean more;

  do
    more = qd_past_turn_go_on (self->turn);
  while (more && g_get_monotonic_time () < end);

  return more;
}

static void
finish (QdPastTurning *self)
{
  g_clear_pointer (&self->turn, qd_past_turn_free);
  self->turned (self->owner, NULL);
}

static gboolean
on_idle (gpointer user_data)
{
  QdPastTurning *self = user_data;

  if (go_on (self, PIECE))
    return G_SOURCE_CONTINUE;

  self->source_id = 0;
  finish (self);

  return G_SOURCE_REMOVE;
}

/**
 * qd_past_turning_new:
 * @past: a store of the past, which lives longer
 * @turned: called for each state that is not overtaken by the next one
 * @owner: its parameter
 */
QdPastTurning *
qd_past_turning_new (QdStore          *past,
                     QdPastTurnedFunc  turned,
                     gpointer          owner)
{
  QdPastTurning *self = g_new0 (QdPastTurning, 1);

  self->past = past;
  self->turned = turned;
  self->owner = owner;

  return self;
}

void
qd_past_turning_free (QdPastTurning *self)
{
  qd_past_turning_stop (self);
  g_free (self);
}

/**
 * qd_past_turning_show:
 * @self: a turning
 * @state: (transfer full): what to show
 *
 * Shows it, at once where there is little of it.
 */
void
qd_past_turning_show (QdPastTurning *self,
                      QdPastState   *state)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (state != NULL);

  qd_past_turning_stop (self);
  self->turn = qd_past_turn_new (self->past, state, &error);
  if (self->turn == NULL)
    self->turned (self->owner, error);
  else if (go_on (self, FIRST_PIECE))
    self->source_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_idle, self, NULL);
  else
    finish (self);
}

/**
 * qd_past_turning_stop:
 * @self: a turning
 *
 * Leaves what is under way as it is: only another state makes it whole.
 */
void
qd_past_turning_stop (QdPastTurning *self)
{
  g_clear_handle_id (&self->source_id, g_source_remove);
  g_clear_pointer (&self->turn, qd_past_turn_free);
}
