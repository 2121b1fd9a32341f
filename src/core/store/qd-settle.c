/* Brings up to date what depends on several rows: what a card shows of the things
 * that belong to it, and full-text search.
 *
 * All of it can be made again from the projections, and these from the log.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "method/qd-confidence.h"
#include "qd-checkin-order.h"
#include "qd-db.h"
#include "qd-settle.h"

#define ALIVE(row) "coalesce(" row ".deleted,0)=0 AND coalesce(" row ".archived,0)=0"

/* Lists are lines of a day and its value, with as many digits as a double has. */
#define LINE "day||' '||printf('%!.17g', value)"

/* What check-ins say is told separately. */
#define SUMMARIZE(schema) \
  "UPDATE " schema ".card AS c SET current=NULL, confidence=NULL, checked=NULL, blocked=0," \
  " readings=NULL," \
  " phases=(SELECT group_concat(" LINE ", char(10)) FILTER (WHERE value IS NOT NULL)" \
  "  FROM (SELECT k.day, k.value FROM " schema ".phase AS k" \
  "  WHERE k.card=c.id AND " ALIVE ("k") " ORDER BY k.day, k.id))," \
  " (n_milestones, n_done)=(SELECT count(*), count(nullif(k.done, 0)) FROM " schema \
  ".milestone AS k WHERE k.parent=c.id AND " ALIVE ("k") ")," \
  " (n_waiting, n_escalated)=(SELECT count(*), count(k.escalated) FROM " schema \
  ".dependency AS k WHERE k.card=c.id AND k.resolved IS NULL AND " ALIVE ("k") ")," \
  " n_comments=(SELECT count(*) FROM " schema ".comment AS k" \
  "  WHERE k.card=c.id AND " ALIVE ("k") ")," \
  " answers=(SELECT group_concat(line, char(10)) FROM (SELECT k.rule||' '||coalesce(k.facts,'')" \
  "  AS line FROM " schema ".answer AS k WHERE k.about=c.id AND " ALIVE ("k") \
  "  ORDER BY k.created, k.id))"

#define CHECKINS(schema) \
  "SELECT " QD_CHECKIN_LINK_COLUMNS ", card, value, " LINE ", confidence," \
  " coalesce(blocker,'')<>'' AND resolved IS NULL FROM " schema ".checkin"

/* What an UPDATE needs of a check-in. */
typedef struct
{
  QdCheckinLink link;
  double value;
  char *line;
  int confidence;
  gboolean blocked;
} Step;

static Step *
read_step (sqlite3_stmt *row)
{
  const int first = QD_CHECKIN_LINK_N_COLUMNS;
  Step *self = g_new0 (Step, 1);

  qd_checkin_link_read (&self->link, row);
  self->value = sqlite3_column_type (row, first + 1) != SQLITE_NULL
                  ? sqlite3_column_double (row, first + 1) : NAN;
  self->line = g_strdup (qd_db_text (row, first + 2));
  self->confidence = qd_checkin_read_confidence (row, first + 3);
  self->blocked = sqlite3_column_int (row, first + 4) != 0;

  return self;
}

static void
step_free (gpointer data)
{
  Step *self = data;

  qd_checkin_link_clear (&self->link);
  g_free (self->line);
  g_free (self);
}

/* A line for each day that has a value, and of each the last one: whoever tells
 * another one later on the day has it better.
 */
static char *
list_readings (GPtrArray *steps)
{
  GString *lines = g_string_new (NULL);
  const char *day = NULL;
  gsize start = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = steps->pdata[i];

      if (!qd_checkin_link_counts (&step->link) || step->line == NULL || isnan (step->value))
        continue;
      if (day != NULL && g_str_equal (day, step->link.day))
        g_string_truncate (lines, start);
      else if (lines->len > 0)
        g_string_append_c (lines, '\n');
      day = step->link.day;
      start = lines->len;
      g_string_append (lines, step->line);
    }

  return g_string_free (lines, lines->len == 0);
}

/* What the check-ins of a card say, which are taken out of @steps. */
static gboolean
tell_checkins (QdDb        *db,
               const char  *schema,
               QdId         card,
               GPtrArray   *steps,
               GError     **error)
{
  g_autofree char *sql = NULL;
  g_autofree char *readings = NULL;
  double current = NAN;
  const char *checked = NULL;
  int confidence = QD_CONFIDENCE_NONE;
  gboolean blocked = FALSE;
  gboolean told;

  if (steps->len == 0)
    return TRUE;

  qd_checkin_order (steps);
  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = steps->pdata[i];

      if (!qd_checkin_link_counts (&step->link))
        continue;
      if (!isnan (step->value))
        current = step->value;
      if (step->confidence != QD_CONFIDENCE_NONE)
        confidence = step->confidence;
      checked = step->link.day;
      blocked |= step->blocked;
    }

  readings = list_readings (steps);
  sql = g_strdup_printf ("UPDATE %s.card SET current=?2, confidence=nullif(?3, %d), checked=?4,"
                         " blocked=?5, readings=?6 WHERE id=?1", schema, QD_CONFIDENCE_NONE);
  told = qd_db_run (db, error, sql, "idisis", card, current, (gint64) confidence, checked,
                    (gint64) blocked, readings);
  g_ptr_array_set_size (steps, 0);

  return told;
}

/* Goes through @row, of CHECKINS, in which those of a card lie together. */
static gboolean
tell_cards (QdDb          *db,
            const char    *schema,
            sqlite3_stmt  *row,
            GError       **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (step_free);
  GError *failed = NULL;
  QdId card = QD_ID_NONE;

  while (row != NULL && failed == NULL && qd_db_next (db, row, &failed))
    {
      const QdId next = sqlite3_column_int64 (row, QD_CHECKIN_LINK_N_COLUMNS);

      if (next != card && !tell_checkins (db, schema, card, steps, &failed))
        break;
      card = next;
      g_ptr_array_add (steps, read_step (row));
    }
  if (row != NULL)
    sqlite3_reset (row);
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL && tell_checkins (db, schema, card, steps, error);
}

static gboolean
summarize (QdDb     *db,
           QdId      card,
           GError  **error)
{
  return qd_db_run (db, error, SUMMARIZE ("main") " WHERE id=?1", "i", card) &&
         tell_cards (db, "main", qd_db_query (db, error, CHECKINS ("main") " WHERE card=?1", "i",
                                              card), error);
}

/* Every card that the thing ever belonged to: one that it has left must forget it,
 * whoever took it away. A place is "<parent>/<rank>", of which the number counts.
 */
static gboolean
summarize_owners (QdDb     *db,
                  QdId      thing,
                  int       field,
                  GError  **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row;

  row = qd_db_query (db, error,
                     "SELECT DISTINCT CAST(value AS INTEGER) FROM chg WHERE ent=?1 AND field=?2"
                     " AND value IS NOT NULL", "ii", thing, (gint64) field);
  while (row != NULL && qd_db_next (db, row, &failed))
    if (!summarize (db, sqlite3_column_int64 (row, 0), &failed))
      {
        sqlite3_reset (row);
        break;
      }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL;
}

static const char *
searched_title (QdEntityKind kind)
{
  return kind == QD_ENTITY_CHECKIN || kind == QD_ENTITY_COMMENT ? "''" : "coalesce(title,'')";
}

/* The SQL that reads what full-text search sees of a kind; %NULL for none. */
static char *
search_sql (QdEntityKind kind)
{
  guint n_fields, n_searched = 0;
  const QdFieldInfo *fields = qd_field_list (kind, &n_fields);
  g_autoptr (GString) body = g_string_new ("''");

  for (guint i = 0; i < n_fields; i++)
    {
      if (!fields[i].searched)
        continue;
      n_searched++;
      if (strcmp (fields[i].column, "title") != 0)
        g_string_append_printf (body, "||coalesce(%s||char(10),'')", fields[i].column);
    }
  if (n_searched == 0)
    return NULL;

  /* An id names one thing for ever; what says otherwise must not stop a rebuild. */
  return g_strdup_printf ("INSERT OR REPLACE INTO search(rowid, title, body, kind)"
                          " SELECT id, %s, %s, %d FROM \"%s\"",
                          searched_title (kind), body->str, (int) kind,
                          qd_field_get_table (kind));
}

static gboolean
index_words (QdDb          *db,
             QdId           entity,
             QdEntityKind   kind,
             GError       **error)
{
  g_autofree char *insert = search_sql (kind);
  g_autofree char *one = NULL;

  if (insert == NULL)
    return TRUE;
  one = g_strconcat (insert, " WHERE id=?1", NULL);

  return qd_db_run (db, error, "DELETE FROM search WHERE rowid=?1", "i", entity) &&
         qd_db_run (db, error, one, "i", entity);
}

static gboolean
settle_one (QdDb            *db,
            const QdChange  *change,
            GHashTable      *indexed,
            GHashTable      *settled,
            GError         **error)
{
  const QdFieldInfo *info = qd_field_lookup (change->field);
  QdEntityKind kind;
  int field;

  if (info == NULL)
    return TRUE;
  kind = qd_field_get_entity_kind (info->field);

  if ((info->searched || info->merge == QD_FIELD_MERGE_CREATED) &&
      g_hash_table_add (indexed, (gpointer) &change->entity) &&
      !index_words (db, change->entity, kind, error))
    return FALSE;

  if (info->field == QD_FIELD_CARD_CREATED)
    return summarize (db, change->entity, error);

  field = qd_settle_get_owner_field (kind);

  return field == 0 || !g_hash_table_add (settled, (gpointer) &change->entity) ||
         summarize_owners (db, change->entity, field, error);
}

/**
 * qd_settle_changes:
 * @db: a connection, inside a transaction
 * @changes: (element-type QdChange): what was just projected
 * @error: return location
 *
 * Brings up to date what depends on what was changed.
 *
 * Returns: whether everything is up to date
 */
gboolean
qd_settle_changes (QdDb    *db,
                   GArray  *changes,
                   GError **error)
{
  g_autoptr (GHashTable) indexed = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) settled = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < changes->len; i++)
    if (!settle_one (db, &g_array_index (changes, QdChange, i), indexed, settled, error))
      return FALSE;

  return TRUE;
}

/**
 * qd_settle_cards:
 * @db: a connection, inside a transaction
 * @schema: "main", or "temp" for the temporary projections
 * @error: return location
 *
 * Makes the summaries of all cards anew:
 *
 * - current, confidence: of the last check-in that says, by qd_checkin_order()
 * - checked: day of the last check-in
 * - blocked: whether a blocker is noted that is not resolved
 * - readings: lines of "2026-11-22 350.0" by day, one for each that has a value
 * - phases: likewise, but all of them
 * - n_milestones, n_done: milestones, and those that are done
 * - n_waiting, n_escalated: dependencies that are not resolved, and those of them
 *   that are escalated
 * - n_comments: comments
 * - answers: lines of the number of an advice and the facts for which it was
 *   answered
 *
 * Returns: whether they are up to date
 */
gboolean
qd_settle_cards (QdDb        *db,
                 const char  *schema,
                 GError     **error)
{
  const gboolean temporary = g_str_equal (schema, "temp");

  return qd_db_exec (db, temporary ? SUMMARIZE ("temp") : SUMMARIZE ("main"), error) &&
         tell_cards (db, schema,
                     qd_db_query (db, error, temporary ? CHECKINS ("temp") " ORDER BY card"
                                                       : CHECKINS ("main") " ORDER BY card", ""),
                     error);
}

/**
 * qd_settle_search:
 * @db: a connection, inside a transaction
 * @error: return location
 *
 * Makes the index of full-text search anew.
 *
 * Returns: whether it was made
 */
gboolean
qd_settle_search (QdDb    *db,
                  GError **error)
{
  if (!qd_db_exec (db, "DELETE FROM search", error))
    return FALSE;

  for (int kind = QD_ENTITY_CYCLE; kind <= QD_ENTITY_LAST; kind++)
    {
      g_autofree char *insert = search_sql ((QdEntityKind) kind);

      if (insert != NULL && !qd_db_exec (db, insert, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * qd_settle_get_owner_field:
 * @kind: what kind of thing
 *
 * Returns: the field in which things of the kind say to which card they belong; 0
 *   for those that belong to none
 */
int
qd_settle_get_owner_field (QdEntityKind kind)
{
  const QdFieldInfo *info = qd_field_get_owner (kind);

  return info != NULL && info->owner == QD_ENTITY_CARD ? (int) info->field : 0;
}
