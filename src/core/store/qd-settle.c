/* Brings up to date what depends on several rows: what a card shows of the things
 * that belong to it, and full-text search.
 *
 * All of it can be made again from the projections, and these from the log.
 */

#include "config.h"

#include <string.h>

#include "qd-settle.h"

#define ALIVE(row) "coalesce(" row ".deleted,0)=0 AND coalesce(" row ".archived,0)=0"

/* The check-ins of a card but for those that a later one corrects. */
#define CHECKINS(schema) \
  schema ".checkin AS k WHERE k.card=c.id AND " ALIVE ("k") \
  " AND NOT EXISTS (SELECT 1 FROM " schema ".checkin AS n WHERE n.card=k.card" \
  "  AND n.supersedes=k.id AND " ALIVE ("n") ")"

/* The latest day counts, of one day what was said last. */
#define LATEST_FIRST " ORDER BY k.day DESC, k.created DESC, k.id DESC LIMIT 1"

#define COUNT(schema, table, condition) \
  "(SELECT count(*) FROM " schema "." table " AS k WHERE " ALIVE ("k") " AND " condition ")"

/* Lists are lines of a day and its value, with as many digits as a double has. */
#define LINES(rows, order) \
  "(SELECT group_concat(line, char(10)) FROM (SELECT k.day||' '||printf('%!.17g',k.value)" \
  "  AS line FROM " rows " AND k.day IS NOT NULL AND k.value IS NOT NULL ORDER BY " order "))"

#define SUMMARIZE(schema) \
  "UPDATE " schema ".card AS c SET" \
  " current=(SELECT k.value FROM " CHECKINS (schema) " AND k.value IS NOT NULL" \
  LATEST_FIRST ")," \
  " checked=(SELECT max(k.day) FROM " CHECKINS (schema) ")," \
  " confidence=(SELECT k.confidence FROM " CHECKINS (schema) " AND k.confidence IS NOT NULL" \
  LATEST_FIRST ")," \
  " blocked=EXISTS (SELECT 1 FROM " CHECKINS (schema) " AND k.blocker<>''" \
  "  AND k.resolved IS NULL)," \
  " readings=" LINES (CHECKINS (schema), "k.day, k.created, k.id") "," \
  " phases=" LINES (schema ".phase AS k WHERE k.card=c.id AND " ALIVE ("k"), "k.day, k.id") "," \
  " n_milestones=" COUNT (schema, "milestone", "k.parent=c.id") "," \
  " n_done=" COUNT (schema, "milestone", "k.parent=c.id AND k.done<>0") "," \
  " n_waiting=" COUNT (schema, "dependency", "k.card=c.id AND k.resolved IS NULL") "," \
  " n_escalated=" COUNT (schema, "dependency", "k.card=c.id AND k.resolved IS NULL" \
                         " AND k.escalated IS NOT NULL") "," \
  " n_comments=" COUNT (schema, "comment", "k.card=c.id") "," \
  " answers=(SELECT group_concat(line, char(10)) FROM (SELECT k.rule||' '||coalesce(k.facts,'')" \
  "  AS line FROM " schema ".answer AS k WHERE k.about=c.id AND " ALIVE ("k") \
  "  ORDER BY k.created, k.id))"

static gboolean
summarize (QdDb     *db,
           QdId      card,
           GError  **error)
{
  return qd_db_run (db, error, SUMMARIZE ("main") " WHERE id=?1", "i", card);
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
 * - current, confidence: of the last check-in that says
 * - checked: day of the last check-in
 * - blocked: whether a blocker is noted that is not resolved
 * - readings, phases: lines of "2026-11-22 350.0", by day
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
  return qd_db_exec (db, g_str_equal (schema, "temp") ? SUMMARIZE ("temp") : SUMMARIZE ("main"),
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
  switch (kind)
    {
    case QD_ENTITY_MILESTONE:
      return QD_FIELD_MILESTONE_PLACE;
    case QD_ENTITY_CHECKIN:
      return QD_FIELD_CHECKIN_CARD;
    case QD_ENTITY_COMMENT:
      return QD_FIELD_COMMENT_CARD;
    case QD_ENTITY_DEPENDENCY:
      return QD_FIELD_DEPENDENCY_CARD;
    case QD_ENTITY_PHASE:
      return QD_FIELD_PHASE_CARD;
    case QD_ENTITY_ANSWER:
      return QD_FIELD_ANSWER_ABOUT;
    case QD_ENTITY_NONE:
    case QD_ENTITY_CYCLE:
    case QD_ENTITY_TEAM:
    case QD_ENTITY_BOARD:
    case QD_ENTITY_COLUMN:
    case QD_ENTITY_OBJECTIVE:
    case QD_ENTITY_CARD:
    case QD_ENTITY_PERSON:
    default:
      return 0;
    }
}
