/* What belongs to one card, read when somebody looks at it: milestones, phased
 * targets, dependencies, check-ins and comments. A card on a board shows only a
 * summary of them.
 *
 * Hands out plain values, which nobody keeps up to date: read again when the store
 * says that something changed.
 */

#include "config.h"

#include <math.h>

#include "qd-checkin-order.h"
#include "qd-db.h"
#include "qd-details.h"
#include "qd-store-private.h"

#define ALIVE "coalesce(deleted,0)=0 AND coalesce(archived,0)=0"

typedef gpointer (* ReadRow) (sqlite3_stmt *row);

static char *
column_text (sqlite3_stmt *row,
             int           column)
{
  const char *text = qd_db_text (row, column);

  return g_strdup (text != NULL ? text : "");
}

static QdDay
column_day (sqlite3_stmt *row,
            int           column)
{
  const char *text = qd_db_text (row, column);

  return text != NULL ? qd_day_parse (text) : QD_DAY_NONE;
}

static double
column_real (sqlite3_stmt *row,
             int           column)
{
  return sqlite3_column_type (row, column) != SQLITE_NULL ? sqlite3_column_double (row, column)
                                                          : NAN;
}

static gpointer
read_milestone (sqlite3_stmt *row)
{
  QdMilestone *milestone = g_new0 (QdMilestone, 1);

  milestone->id = sqlite3_column_int64 (row, 0);
  milestone->title = column_text (row, 1);
  milestone->done = sqlite3_column_int (row, 2) != 0;
  milestone->due = column_day (row, 3);

  return milestone;
}

static void
milestone_free (gpointer data)
{
  QdMilestone *self = data;

  g_free (self->title);
  g_free (self);
}

static gpointer
read_phase (sqlite3_stmt *row)
{
  QdPhase *phase = g_new0 (QdPhase, 1);

  phase->id = sqlite3_column_int64 (row, 0);
  phase->day = column_day (row, 1);
  phase->value = column_real (row, 2);

  return phase;
}

static gpointer
read_dependency (sqlite3_stmt *row)
{
  QdDependency *dependency = g_new0 (QdDependency, 1);

  dependency->id = sqlite3_column_int64 (row, 0);
  dependency->title = column_text (row, 1);
  dependency->waits_for = column_text (row, 2);
  dependency->flagged = column_day (row, 3);
  dependency->escalated = column_day (row, 4);
  dependency->resolved = column_day (row, 5);

  return dependency;
}

static void
dependency_free (gpointer data)
{
  QdDependency *self = data;

  g_free (self->title);
  g_free (self->waits_for);
  g_free (self);
}

/* A check-in and what decides where it comes. */
typedef struct
{
  QdCheckinLink link;
  QdCheckin *checkin;
} Step;

static gpointer
read_step (sqlite3_stmt *row)
{
  const int first = QD_CHECKIN_LINK_N_COLUMNS;
  Step *self = g_new0 (Step, 1);
  QdCheckin *checkin = g_new0 (QdCheckin, 1);

  qd_checkin_link_read (&self->link, row);
  self->checkin = checkin;
  checkin->id = self->link.id;
  checkin->day = self->link.day != NULL ? qd_day_parse (self->link.day) : QD_DAY_NONE;
  checkin->value = column_real (row, first);
  checkin->before = NAN;
  checkin->note = column_text (row, first + 1);
  checkin->blocker = column_text (row, first + 2);
  checkin->resolved = column_day (row, first + 3);
  checkin->confidence = qd_checkin_read_confidence (row, first + 4);

  return self;
}

static void
checkin_free (gpointer data)
{
  QdCheckin *self = data;

  g_free (self->note);
  g_free (self->blocker);
  g_free (self);
}

static void
step_free (gpointer data)
{
  Step *self = data;

  qd_checkin_link_clear (&self->link);
  g_clear_pointer (&self->checkin, checkin_free);
  g_free (self);
}

static gpointer
read_comment (sqlite3_stmt *row)
{
  QdComment *comment = g_new0 (QdComment, 1);

  comment->id = sqlite3_column_int64 (row, 0);
  comment->text = column_text (row, 1);

  return comment;
}

static void
comment_free (gpointer data)
{
  QdComment *self = data;

  g_free (self->text);
  g_free (self);
}

static GPtrArray *
read_all (QdDb            *db,
          const char      *sql,
          QdId             card,
          ReadRow          read,
          GDestroyNotify   free_one,
          GError         **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_one);
  GError *failed = NULL;
  sqlite3_stmt *row = qd_db_query (db, error, sql, "i", card);

  while (row != NULL && qd_db_next (db, row, &failed))
    g_ptr_array_add (list, read (row));
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL ? g_steal_pointer (&list) : NULL;
}

/* What a check-in corrects was never a step on the way. */
static void
note_values_before (GPtrArray *checkins)
{
  double before = NAN;

  for (guint i = 0; i < checkins->len; i++)
    {
      QdCheckin *checkin = g_ptr_array_index (checkins, i);

      checkin->before = before;
      if (!checkin->superseded && !isnan (checkin->value))
        before = checkin->value;
    }
}

/* Those in sight, in their order. */
static GPtrArray *
read_checkins (QdDb    *db,
               QdId     card,
               GError **error)
{
  g_autoptr (GPtrArray) steps =
    read_all (db, "SELECT " QD_CHECKIN_LINK_COLUMNS ", value, note, blocker, resolved, confidence"
                  " FROM checkin WHERE card=?1", card, read_step, step_free, error);
  GPtrArray *checkins;

  if (steps == NULL)
    return NULL;

  checkins = g_ptr_array_new_with_free_func (checkin_free);
  qd_checkin_order (steps);
  for (guint i = 0; i < steps->len; i++)
    {
      Step *step = steps->pdata[i];

      if (!step->link.alive)
        continue;
      step->checkin->superseded = !qd_checkin_link_counts (&step->link);
      g_ptr_array_add (checkins, g_steal_pointer (&step->checkin));
    }
  note_values_before (checkins);

  return checkins;
}

/**
 * qd_details_read:
 * @store: a store
 * @card: a card
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what belongs to the card; nothing for an id
 *   that names none
 */
QdDetails *
qd_details_read (QdStore  *store,
                 QdId      card,
                 GError  **error)
{
  g_autoptr (QdDetails) self = g_new0 (QdDetails, 1);
  QdDb *db;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  db = qd_store_get_db (store);
  self->milestones =
    read_all (db, "SELECT id, title, done, due FROM milestone WHERE parent=?1 AND " ALIVE
                  " ORDER BY rank, id", card, read_milestone, milestone_free, error);
  if (self->milestones == NULL)
    return NULL;
  self->phases =
    read_all (db, "SELECT id, day, value FROM phase WHERE card=?1 AND " ALIVE
                  " ORDER BY day, id", card, read_phase, g_free, error);
  if (self->phases == NULL)
    return NULL;
  self->dependencies =
    read_all (db, "SELECT id, title, waits_for, flagged, escalated, resolved FROM dependency"
                  " WHERE card=?1 AND " ALIVE " ORDER BY resolved IS NOT NULL, created, id",
              card, read_dependency, dependency_free, error);
  if (self->dependencies == NULL)
    return NULL;
  self->checkins = read_checkins (db, card, error);
  if (self->checkins == NULL)
    return NULL;
  self->comments =
    read_all (db, "SELECT id, text FROM comment WHERE card=?1 AND " ALIVE
                  " ORDER BY created, id", card, read_comment, comment_free, error);
  if (self->comments == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

void
qd_details_free (QdDetails *self)
{
  g_clear_pointer (&self->milestones, g_ptr_array_unref);
  g_clear_pointer (&self->phases, g_ptr_array_unref);
  g_clear_pointer (&self->dependencies, g_ptr_array_unref);
  g_clear_pointer (&self->checkins, g_ptr_array_unref);
  g_clear_pointer (&self->comments, g_ptr_array_unref);
  g_free (self);
}

/**
 * qd_details_find_checkin:
 *
 * Returns: (transfer none) (nullable): the check-in of an id
 */
const QdCheckin *
qd_details_find_checkin (const QdDetails *self,
                         QdId             id)
{
  for (guint i = 0; i < self->checkins->len; i++)
    {
      const QdCheckin *checkin = g_ptr_array_index (self->checkins, i);

      if (checkin->id == id)
        return checkin;
    }

  return NULL;
}

/**
 * qd_details_find_comment:
 *
 * Returns: (transfer none) (nullable): the comment of an id
 */
const QdComment *
qd_details_find_comment (const QdDetails *self,
                         QdId             id)
{
  for (guint i = 0; i < self->comments->len; i++)
    {
      const QdComment *comment = g_ptr_array_index (self->comments, i);

      if (comment->id == id)
        return comment;
    }

  return NULL;
}

/**
 * qd_details_dup_answer:
 * @store: a store
 * @about: the card, objective or board that an advice is about
 * @rule: the number of the advice
 * @facts: what it rests on now
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what somebody said to it, "" where it was only
 *   dismissed; %NULL where nobody answered it for these facts
 */
char *
qd_details_dup_answer (QdStore     *store,
                       QdId         about,
                       int          rule,
                       const char  *facts,
                       GError     **error)
{
  GError *failed = NULL;
  char *answer = NULL;
  QdDb *db;
  sqlite3_stmt *row;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  db = qd_store_get_db (store);
  row = qd_db_query (db, error,
                     "SELECT coalesce(text,'') FROM answer WHERE about=?1 AND rule=?2"
                     " AND coalesce(facts,'')=?3 AND " ALIVE
                     " ORDER BY created DESC, id DESC LIMIT 1",
                     "iis", about, (gint64) rule, facts);
  if (row == NULL)
    return NULL;

  if (qd_db_next (db, row, &failed))
    {
      answer = column_text (row, 0);
      sqlite3_reset (row);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return answer;
}
