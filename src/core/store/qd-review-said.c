/* What the check-ins of the cards of a board said at some instant, and what they say
 * by now: values, and blockers.
 *
 * Both are found by the one order of check-ins, over those that were in sight then and
 * over those that are now. Knows no sentences.
 */

#include "config.h"

#include <math.h>

#include "qd-checkin-order.h"
#include "qd-review-said.h"

/* A check-in, in one of the two orders. */
typedef struct _Step Step;

/* What a check-in says. */
typedef struct
{
  QdId card;
  double value;
  char *note;
  char *blocker;
  gboolean resolved;
  gboolean was_resolved;
  gboolean was_there;
} Saying;

struct _Step
{
  QdCheckinLink link;
  const Saying *saying;
};

/* The check-ins of one card. */
typedef struct
{
  GPtrArray *sayings;
  GPtrArray *then;
  GPtrArray *now;
} Talk;

/* All that ever belonged to a card of ?1, also what has no row any more, each with
 * when it came and whether anybody can have touched it after ?2. One that was
 * made again has several rows, together and the first first, as the index has them. The
 * sign takes the affinity from an id.
 */
static const char checkins_of_board[] =
  "SELECT " QD_CHECKIN_LINK_COLUMNS ", standing, p.ent, p.stamp,"
  " CASE WHEN s.archived IS NULL AND s.deleted IS NULL AND s.resolved IS NULL"
  "  AND coalesce(s.blocker, '')='' THEN 0 ELSE EXISTS (SELECT 1 FROM chg AS t"
  "  WHERE t.ent=p.ent AND t.field IN (801, 802, 810) AND t.stamp>?2) END,"
  " s.value, s.note, s.blocker, s.resolved IS NOT NULL"
  " FROM (SELECT d.id AS standing FROM \"column\" AS k CROSS JOIN card AS d ON d.parent=k.id"
  "  WHERE k.parent=?1) CROSS JOIN chg AS p ON p.value=+standing AND p.field=803"
  " LEFT JOIN checkin AS s ON s.id=p.ent";

G_STATIC_ASSERT (QD_FIELD_CHECKIN_ARCHIVED == 801 && QD_FIELD_CHECKIN_DELETED == 802 &&
                 QD_FIELD_CHECKIN_CARD == 803 && QD_FIELD_CHECKIN_RESOLVED == 810);

/* The columns of such a row, behind those of the link. */
enum
{
  COLUMN_CARD = QD_CHECKIN_LINK_N_COLUMNS,
  COLUMN_ID,
  COLUMN_STAMP,
  COLUMN_IS_TOUCHED,
  COLUMN_VALUE,
  COLUMN_NOTE,
  COLUMN_BLOCKER,
  COLUMN_RESOLVED,
};

/* What a check-in said that is not there any more, as fields in their order. */
static const char cells_of_checkin[] =
  "SELECT field, value FROM chg WHERE ent=?1 AND stamp<=?2 ORDER BY field, stamp";

static void
saying_free (gpointer data)
{
  Saying *self = data;

  g_free (self->note);
  g_free (self->blocker);
  g_free (self);
}

static void
step_free (gpointer data)
{
  Step *self = data;

  qd_checkin_link_clear (&self->link);
  g_free (self);
}

static Talk *
talk_new (void)
{
  Talk *self = g_new0 (Talk, 1);

  self->sayings = g_ptr_array_new_with_free_func (saying_free);
  self->then = g_ptr_array_new_with_free_func (step_free);
  self->now = g_ptr_array_new_with_free_func (step_free);

  return self;
}

static void
talk_free (gpointer data)
{
  Talk *self = data;

  g_ptr_array_unref (self->now);
  g_ptr_array_unref (self->then);
  g_ptr_array_unref (self->sayings);
  g_free (self);
}

static Talk *
get_talk (GHashTable *talks,
          QdId        card)
{
  Talk *talk = g_hash_table_lookup (talks, &card);

  if (talk == NULL)
    {
      talk = talk_new ();
      g_hash_table_insert (talks, g_memdup2 (&card, sizeof card), talk);
    }

  return talk;
}

static void
obstacle_free (gpointer data)
{
  QdObstacle *self = data;

  g_free (self->text);
  g_free (self);
}

static QdObstacle *
obstacle_copy (const QdObstacle *other)
{
  QdObstacle *self = g_memdup2 (other, sizeof *other);

  self->text = g_strdup (other->text);

  return self;
}

static GPtrArray *
obstacles_new (void)
{
  return g_ptr_array_new_with_free_func (obstacle_free);
}

static void
said_free (gpointer data)
{
  QdSaid *self = data;

  g_free (self->note);
  g_ptr_array_unref (self->in_the_way);
  g_ptr_array_unref (self->new_obstacles);
  g_ptr_array_unref (self->gone_obstacles);
  g_free (self);
}

/* Most were there then as they are now. */
static gboolean
find_then (QdPast               *past,
           const QdCheckinLink  *link,
           Saying               *saying,
           gboolean              is_new,
           gboolean              is_touched,
           GError              **error)
{
  const QdPastCell *resolved;

  saying->was_there = link->alive && !is_new;
  saying->was_resolved = saying->resolved;
  if (!is_touched)
    return TRUE;

  if (!qd_past_add_checkin (past, link->id, error) ||
      !qd_past_was_there (past, link->id, QD_ENTITY_CHECKIN, &saying->was_there, error))
    return FALSE;
  resolved = qd_past_find (past, link->id, QD_FIELD_CHECKIN_RESOLVED);
  if (resolved != NULL)
    saying->was_resolved = resolved->was.type != QD_VALUE_NULL;

  return TRUE;
}

static void
add_step (GPtrArray           *steps,
          const QdCheckinLink *link,
          const Saying        *saying,
          gboolean             alive)
{
  Step *step = g_new0 (Step, 1);

  step->link.id = link->id;
  step->link.corrects = link->corrects;
  step->link.created = link->created;
  step->link.day = g_strdup (link->day);
  step->link.alive = alive;
  step->saying = saying;
  g_ptr_array_add (steps, step);
}

static gboolean
is_new (QdPast       *past,
        sqlite3_stmt *row)
{
  return sqlite3_column_int64 (row, COLUMN_STAMP) > qd_past_get_stamp (past);
}

static gboolean
add_row (GHashTable    *talks,
         QdPast        *past,
         sqlite3_stmt  *row,
         GError       **error)
{
  Talk *talk = get_talk (talks, sqlite3_column_int64 (row, COLUMN_CARD));
  Saying *saying = g_new0 (Saying, 1);
  Step *step = g_new0 (Step, 1);

  g_ptr_array_add (talk->sayings, saying);
  g_ptr_array_add (talk->now, step);
  qd_checkin_link_read (&step->link, row);
  step->saying = saying;
  saying->value = sqlite3_column_type (row, COLUMN_VALUE) != SQLITE_NULL
                    ? sqlite3_column_double (row, COLUMN_VALUE) : NAN;
  saying->note = g_strdup (qd_db_text (row, COLUMN_NOTE));
  saying->blocker = g_strdup (qd_db_text (row, COLUMN_BLOCKER));
  saying->resolved = sqlite3_column_int (row, COLUMN_RESOLVED) != 0;
  if (!find_then (past, &step->link, saying, is_new (past, row),
                  sqlite3_column_int (row, COLUMN_IS_TOUCHED) != 0, error))
    return FALSE;
  add_step (talk->then, &step->link, saying, saying->was_there);

  return TRUE;
}

/* Of one that was made again, whether it was there in between. */
static gboolean
find_again (GHashTable    *talks,
            QdPast        *past,
            sqlite3_stmt  *row,
            GError       **error)
{
  Talk *talk = get_talk (talks, sqlite3_column_int64 (row, COLUMN_CARD));
  const QdId id = sqlite3_column_int64 (row, COLUMN_ID);
  Step *then = talk->then->len > 0 ? talk->then->pdata[talk->then->len - 1] : NULL;
  Saying *saying;

  if (then == NULL || then->link.id != id)
    return TRUE;

  saying = talk->sayings->pdata[talk->sayings->len - 1];
  if (!find_then (past, &then->link, saying, FALSE, TRUE, error))
    return FALSE;
  then->link.alive = saying->was_there;

  return TRUE;
}

static void
read_cell (int            field,
           const QdValue *value,
           QdCheckinLink *link,
           Saying        *saying)
{
  const char *text = value->type == QD_VALUE_TEXT ? value->text : NULL;

  if (field == QD_FIELD_CHECKIN_CARD)
    saying->card = qd_value_get_integer (value);
  else if (field == QD_FIELD_CHECKIN_CREATED)
    link->created = qd_value_get_integer (value);
  else if (field == QD_FIELD_CHECKIN_SUPERSEDES)
    link->corrects = qd_value_get_integer (value);
  else if (field == QD_FIELD_CHECKIN_VALUE)
    saying->value = text != NULL ? g_ascii_strtod (text, NULL)
                                 : (double) qd_value_get_integer (value);
  else if (field == QD_FIELD_CHECKIN_RESOLVED)
    saying->was_resolved = text != NULL;
  else if (field == QD_FIELD_CHECKIN_DAY)
    {
      g_free (link->day);
      link->day = g_strdup (text);
    }
  else if (field == QD_FIELD_CHECKIN_BLOCKER)
    {
      g_free (saying->blocker);
      saying->blocker = g_strdup (text);
    }
}

/* One whose making was undone since, and which has no row any more. */
static gboolean
add_undone (QdDb          *db,
            QdPast        *past,
            QdId           id,
            GHashTable    *talks,
            GError       **error)
{
  GError *failed = NULL;
  QdCheckinLink link = { .id = id };
  gboolean there = FALSE;
  Saying *saying;
  sqlite3_stmt *row;
  Talk *talk;

  if (!qd_past_add_checkin (past, id, error) ||
      !qd_past_was_there (past, id, QD_ENTITY_CHECKIN, &there, error))
    return FALSE;
  if (!there)
    return TRUE;

  row = qd_db_query (db, error, cells_of_checkin, "ii", id, qd_past_get_stamp (past));
  saying = g_new0 (Saying, 1);
  saying->value = NAN;
  while (row != NULL && qd_db_next (db, row, &failed))
    {
      g_auto (QdValue) value = QD_VALUE_INIT;

      qd_db_value (row, 1, &value);
      read_cell (sqlite3_column_int (row, 0), &value, &link, saying);
    }
  talk = get_talk (talks, saying->card);
  g_ptr_array_add (talk->sayings, saying);
  add_step (talk->then, &link, saying, TRUE);
  qd_checkin_link_clear (&link);
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL;
}

static gboolean
read_rows (QdDb          *db,
           QdId           board,
           QdPast        *past,
           GHashTable    *talks,
           GError       **error)
{
  g_autoptr (GArray) undone = g_array_new (FALSE, FALSE, sizeof (QdId));
  GError *failed = NULL;
  QdId last = QD_ID_NONE;
  sqlite3_stmt *row = qd_db_query (db, error, checkins_of_board, "ii", board,
                                   qd_past_get_stamp (past));

  while (row != NULL && failed == NULL && qd_db_next (db, row, &failed))
    {
      const QdId id = sqlite3_column_int64 (row, COLUMN_ID);
      const gboolean has_row = sqlite3_column_type (row, 0) != SQLITE_NULL;

      if (id == last)
        find_again (talks, past, row, &failed);
      else if (has_row)
        add_row (talks, past, row, &failed);
      else if (!is_new (past, row))
        g_array_append_val (undone, id);
      last = id;
    }
  if (row != NULL)
    sqlite3_reset (row);
  for (guint i = 0; failed == NULL && i < undone->len; i++)
    add_undone (db, past, g_array_index (undone, QdId, i), talks, &failed);
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL;
}

/* Also one that tells of the same, in the same words. */
static QdObstacle *
find_obstacle (GPtrArray  *obstacles,
               QdId        checkin,
               const char *text)
{
  for (guint i = 0; i < obstacles->len; i++)
    {
      QdObstacle *obstacle = obstacles->pdata[i];

      if (obstacle->checkin == checkin || g_str_equal (obstacle->text, text))
        return obstacle;
    }

  return NULL;
}

static GPtrArray *
list_obstacles (GPtrArray *steps,
                gboolean   then)
{
  GPtrArray *obstacles = obstacles_new ();

  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = steps->pdata[i];
      const char *text = step->saying->blocker;
      QdObstacle *obstacle;

      if (!qd_checkin_link_counts (&step->link) || text == NULL || *text == '\0' ||
          (then ? step->saying->was_resolved : step->saying->resolved))
        continue;

      obstacle = find_obstacle (obstacles, step->link.origin->id, text);
      if (obstacle == NULL)
        {
          obstacle = g_new0 (QdObstacle, 1);
          obstacle->checkin = step->link.origin->id;
          obstacle->text = g_strdup (text);
          g_ptr_array_add (obstacles, obstacle);
        }
      obstacle->teller = step->link.id;
    }

  return obstacles;
}

/* Those that are not among @others. */
static GPtrArray *
leave_out (GPtrArray *obstacles,
           GPtrArray *others)
{
  GPtrArray *left = obstacles_new ();

  for (guint i = 0; i < obstacles->len; i++)
    {
      const QdObstacle *obstacle = obstacles->pdata[i];

      if (find_obstacle (others, obstacle->checkin, obstacle->text) == NULL)
        g_ptr_array_add (left, obstacle_copy (obstacle));
    }

  return left;
}

/* The last that has a value. What takes the place of something that was there then
 * tells of then, too.
 */
static const Step *
find_last (GPtrArray *steps,
           gboolean   then)
{
  for (guint i = steps->len; i > 0; i--)
    {
      const Step *step = steps->pdata[i - 1];
      const Step *origin = (const Step *) step->link.origin;

      if (qd_checkin_link_counts (&step->link) && !isnan (step->saying->value) &&
          (!then || step->saying->was_there || origin->saying->was_there))
        return step;
    }

  return NULL;
}

static const Step *
find_step (GPtrArray *steps,
           QdId       id)
{
  for (guint i = 0; i < steps->len; i++)
    if (((const Step *) steps->pdata[i])->link.id == id)
      return steps->pdata[i];

  return NULL;
}

/* What became of the check-in that had the value then. */
static void
find_retold (QdSaid     *self,
             const Step *then,
             GPtrArray  *now)
{
  const Step *step = find_step (now, then->link.id);

  if (step != NULL && qd_checkin_link_counts (&step->link))
    return;

  self->corrected = step != NULL && step->link.origin->said != NULL;
  self->retold = self->corrected ? step->link.origin->said->id : then->link.id;
}

static QdSaid *
compare (Talk *talk)
{
  g_autoptr (GPtrArray) were = NULL;
  QdSaid *self = g_new0 (QdSaid, 1);
  const Step *then, *before, *now;

  qd_checkin_order (talk->then);
  qd_checkin_order (talk->now);
  then = find_last (talk->then, FALSE);
  before = find_last (talk->now, TRUE);
  now = find_last (talk->now, FALSE);
  self->then = then != NULL ? then->saying->value : NAN;
  self->before = before != NULL ? before->saying->value : NAN;
  self->now = now != NULL ? now->saying->value : NAN;
  self->last = now != NULL ? now->link.id : QD_ID_NONE;
  self->note = g_strdup (now != NULL && now->saying->note != NULL ? now->saying->note : "");
  if (then != NULL)
    find_retold (self, then, talk->now);

  were = list_obstacles (talk->then, TRUE);
  self->in_the_way = list_obstacles (talk->now, FALSE);
  self->new_obstacles = leave_out (self->in_the_way, were);
  self->gone_obstacles = leave_out (were, self->in_the_way);

  return self;
}

/**
 * qd_said_read:
 * @db: a connection
 * @board: a board
 * @past: what of it was another way, to which check-ins are added that were touched since
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type QdId QdSaid): what was said of each
 *   card of which somebody said something
 */
GHashTable *
qd_said_read (QdDb    *db,
              QdId     board,
              QdPast  *past,
              GError **error)
{
  g_autoptr (GHashTable) talks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        talk_free);
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                       said_free);
  GHashTableIter iter;
  gpointer card, talk;

  if (!read_rows (db, board, past, talks, error))
    return NULL;

  g_hash_table_iter_init (&iter, talks);
  while (g_hash_table_iter_next (&iter, &card, &talk))
    g_hash_table_insert (said, g_memdup2 (card, sizeof (QdId)), compare (talk));

  return g_steal_pointer (&said);
}
