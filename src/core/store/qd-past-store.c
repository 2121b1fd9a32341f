/* A store of the past: boards as they were on some day, for everything that takes a
 * store.
 *
 * A state is read in a thread, into a connection of its own, and then taken by the store
 * in the thread of the models, which only sets what differs. Whoever asks that
 * connection finds the past in place of the tables of today, the log included. Nothing
 * writes.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-past-projection.h"
#include "qd-past-store-private.h"
#include "qd-store-private.h"

struct _QdPastState
{
  QdDb *db;
  QdTurnRows *rows;
  gint64 instant;
};

struct _QdPastTurn
{
  QdStore *past;
  QdPastState *state;
  QdTurn *turn;
};

static gboolean
read_state (QdDb        *db,
            const QdId  *boards,
            guint        n_boards,
            gint64       instant,
            GError     **error)
{
  const gint64 stamp = qd_past_get_stamp_of (instant);

  if (!qd_db_begin_read (db, error))
    return FALSE;
  if (qd_past_project (db, boards, n_boards, stamp, error) &&
      qd_past_hide_later (db, stamp, error))
    return qd_db_commit (db, error);

  qd_db_rollback (db);

  return FALSE;
}

/**
 * qd_past_end_of_day:
 * @day: a day
 *
 * Returns: its last instant in the time zone of the person, in milliseconds since the
 *   Unix epoch
 */
gint64
qd_past_end_of_day (QdDay day)
{
  return qd_day_get_start (day + 1) - 1;
}

/**
 * qd_past_state_read:
 * @path: the file
 * @boards: (array length=n_boards): boards; those that did not exist are left out
 * @n_boards: how many
 * @instant: as of when, in milliseconds since the Unix epoch
 * @cancellable: (nullable): looked at all the time
 * @error: return location
 *
 * Takes a while, as it looks for everything in the log: to be called from a thread.
 *
 * Returns: (transfer full) (nullable): the boards as they were, with all that was on
 *   them, and cycles, teams and people
 */
QdPastState *
qd_past_state_read (const char    *path,
                    const QdId    *boards,
                    guint          n_boards,
                    gint64         instant,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (QdTurnRows) rows = NULL;
  g_autoptr (QdDb) db = NULL;
  QdPastState *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (boards != NULL || n_boards == 0, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  db = qd_db_open (path, QD_DB_READ_ONLY, error);
  if (db == NULL)
    return NULL;
  qd_db_set_cancellable (db, cancellable);
  if (!read_state (db, boards, n_boards, instant, error))
    return NULL;
  rows = qd_turn_rows_read (db, error);
  if (rows == NULL)
    return NULL;
  qd_db_set_cancellable (db, NULL);

  self = g_new0 (QdPastState, 1);
  self->rows = g_steal_pointer (&rows);
  self->db = g_steal_pointer (&db);
  self->instant = instant;

  return self;
}

void
qd_past_state_free (QdPastState *self)
{
  g_clear_pointer (&self->db, qd_db_close);
  g_clear_pointer (&self->rows, qd_turn_rows_free);
  g_free (self);
}

/* As the boards were then, under "temp". */
QdDb *
qd_past_state_get_db (QdPastState *self)
{
  return self->db;
}

/**
 * qd_past_store_new:
 * @of: the store whose past it is; it may be closed later
 *
 * Returns: (transfer full): a store that shows nothing and can be asked for nothing
 *   but its models before the first qd_past_store_show()
 */
QdStore *
qd_past_store_new (QdStore *of)
{
  g_return_val_if_fail (QD_IS_STORE (of), NULL);

  return qd_store_new_past (qd_store_get_path (of),
                            _("This is the past, which nobody can change. Go back to today "
                              "to go on working."));
}

/* Not in the thread of the models: to free tables takes a while. */
static void
free_before (GTask        *task,
             gpointer      source,
             gpointer      state,
             GCancellable *cancellable)
{
  QdPastState *self = state;

  g_clear_pointer (&self->db, qd_db_close);
  g_clear_pointer (&self->rows, qd_turn_rows_free);
}

static void
free_state (gpointer state)
{
  qd_past_state_free (state);
}

static void
forget (QdPastState *state)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, state, free_state);
  g_task_run_in_thread (task, free_before);
}

/**
 * qd_past_turn_new:
 * @past: a store of the past, which lives longer
 * @state: (transfer full): what to show
 * @error: return location
 *
 * Begins to bring the models to the state: what was shown before are the same objects, and
 * only what differs is notified. Boards that were loaded stay so; what did not exist is not
 * alive.
 *
 * Returns: (transfer full) (nullable): what is left to do, to be gone on with in pieces;
 *   %NULL where not all of it could be read
 */
QdPastTurn *
qd_past_turn_new (QdStore      *past,
                  QdPastState  *state,
                  GError      **error)
{
  QdPastTurn *self;
  QdTurn *turn;

  g_return_val_if_fail (QD_IS_STORE (past), NULL);
  g_return_val_if_fail (state != NULL, NULL);

  turn = qd_store_begin_turn (past, &state->db, state->rows, state->instant, error);
  if (turn == NULL)
    {
      qd_store_end_turn (past);
      forget (state);
      return NULL;
    }

  self = g_new0 (QdPastTurn, 1);
  self->past = past;
  self->state = state;
  self->turn = turn;

  return self;
}

/**
 * qd_past_turn_go_on:
 * @self: a turn that is not at its end
 *
 * Does a little more. At the end, #QdWorkspace:as-of and the clock of the store have
 * followed, and #QdStore::changed is emitted.
 *
 * Returns: whether there is more to do
 */
gboolean
qd_past_turn_go_on (QdPastTurn *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (qd_turn_go_on (self->turn))
    return TRUE;

  qd_store_end_turn (self->past);

  return FALSE;
}

/**
 * qd_past_turn_free:
 * @self: a turn; where it is not at its end, the models are of two days until the next one
 */
void
qd_past_turn_free (QdPastTurn *self)
{
  qd_turn_free (self->turn);
  forget (self->state);
  g_free (self);
}

/**
 * qd_past_store_show:
 * @self: a store of the past
 * @state: (transfer full): what to show
 * @error: return location
 *
 * Shows the state in one piece, as qd_past_turn_new().
 *
 * Returns: whether all of it could be read
 */
gboolean
qd_past_store_show (QdStore      *self,
                    QdPastState  *state,
                    GError      **error)
{
  g_autoptr (QdPastTurn) turn = qd_past_turn_new (self, state, error);

  while (turn != NULL && qd_past_turn_go_on (turn))
    ;

  return turn != NULL;
}
