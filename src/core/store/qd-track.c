/* What was said of many cards, each as a whole: only the check-ins that count, in the
 * order that qd-checkin-order.c finds.
 */

#include "config.h"

#include <math.h>

#include "qd-track.h"

/* A check-in and what decides where it comes. */
typedef struct
{
  QdCheckinLink link;
  QdTrackPoint point;
} Step;

static void
step_free (gpointer data)
{
  Step *self = data;

  qd_checkin_link_clear (&self->link);
  g_free (self);
}

static Step *
read_step (sqlite3_stmt *row)
{
  const int value = QD_CHECKIN_LINK_N_COLUMNS + 1;
  Step *self = g_new0 (Step, 1);

  qd_checkin_link_read (&self->link, row);
  self->point.day = self->link.day != NULL ? qd_day_parse (self->link.day) : QD_DAY_NONE;
  self->point.value = sqlite3_column_type (row, value) != SQLITE_NULL
                        ? sqlite3_column_double (row, value) : NAN;
  self->point.confidence = qd_checkin_read_confidence (row, value + 1);

  return self;
}

/* Hands out the check-ins of a card and forgets them. */
static void
finish_card (QdId         card,
             GPtrArray   *steps,
             QdTrackFunc  take,
             gpointer     user_data)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (QdTrackPoint));

  qd_checkin_order (steps);
  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = g_ptr_array_index (steps, i);

      if (qd_checkin_link_counts (&step->link) && step->point.day != QD_DAY_NONE)
        g_array_append_val (points, step->point);
    }
  if (points->len > 0)
    take (card, (const QdTrackPoint *) (gpointer) points->data, points->len, user_data);
  g_ptr_array_set_size (steps, 0);
}

/**
 * qd_track_collect:
 * @db: a connection
 * @row: (nullable): check-ins, each beginning with %QD_TRACK_COLUMNS, by card; %NULL
 *   where @error is set
 * @take: is given the check-ins of one card after the other
 * @user_data: for it
 * @error: return location
 *
 * Returns: whether all could be read
 */
gboolean
qd_track_collect (QdDb          *db,
                  sqlite3_stmt  *row,
                  QdTrackFunc    take,
                  gpointer       user_data,
                  GError       **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (step_free);
  GError *failed = NULL;
  QdId card = QD_ID_NONE;

  if (row == NULL)
    return FALSE;

  while (qd_db_next (db, row, &failed))
    {
      const QdId next = sqlite3_column_int64 (row, QD_CHECKIN_LINK_N_COLUMNS);

      if (next != card)
        finish_card (card, steps, take, user_data);
      card = next;
      g_ptr_array_add (steps, read_step (row));
    }
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return FALSE;
    }
  finish_card (card, steps, take, user_data);

  return TRUE;
}
