/* What a file says, as text, in three ways that must agree: the projections as
 * they stand in it; the projections as they follow from the payloads of its
 * log, worked out here by other means than the store's; and the models.
 *
 * Local numbers of streams never show in a text: two copies of a log that were
 * filled in another order must have equal texts.
 */

#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "model/qd-column.h"
#include "model/qd-key-result.h"
#include "state-dump.h"
#include "store/qd-entry.h"
#include "store/qd-field.h"

typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *statement;
} Query;

static void
query_begin (Query      *self,
             const char *path,
             const char *sql)
{
  g_assert_cmpint (sqlite3_open (path, &self->db), ==, SQLITE_OK);
  sqlite3_busy_timeout (self->db, 5000);
  sqlite3_prepare_v2 (self->db, sql, -1, &self->statement, NULL);
  g_assert_cmpstr (sqlite3_errmsg (self->db), ==, "not an error");
}

static gboolean
query_next (Query *self)
{
  int code = sqlite3_step (self->statement);

  g_assert_true (code == SQLITE_ROW || code == SQLITE_DONE);

  return code == SQLITE_ROW;
}

static void
query_end (Query *self)
{
  sqlite3_finalize (self->statement);
  sqlite3_close (self->db);
}

static void
append_text (GString    *text,
             const char *name,
             const char *value)
{
  g_autofree char *escaped = g_strescape (value, NULL);

  g_string_append_printf (text, " %s=\"%s\"", name, escaped);
}

static void
append_integer (GString    *text,
                const char *name,
                gint64      value)
{
  g_string_append_printf (text, " %s=%" G_GINT64_FORMAT, name, value);
}

/* A REAL column does not tell the two zeros apart. */
static void
append_real (GString    *text,
             const char *name,
             double      value)
{
  g_string_append_printf (text, " %s=%.17g", name, value == 0 ? 0 : value);
}

static void
append_column (GString    *text,
               const char *name,
               Query      *query,
               int         column)
{
  switch (sqlite3_column_type (query->statement, column))
    {
    case SQLITE_NULL:
      break;
    case SQLITE_INTEGER:
      append_integer (text, name, sqlite3_column_int64 (query->statement, column));
      break;
    case SQLITE_FLOAT:
      append_real (text, name, sqlite3_column_double (query->statement, column));
      break;
    default:
      append_text (text, name, (const char *) sqlite3_column_text (query->statement, column));
      break;
    }
}

/* All projections as they stand in the file, a row a line. */
char *
state_dump_tables (const char *path)
{
  GString *text = g_string_new (NULL);

  for (int kind = QD_ENTITY_CYCLE; kind <= QD_ENTITY_PERSON; kind++)
    {
      const char *table = qd_field_get_table ((QdEntityKind) kind);
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY id", table);
      Query query;

      query_begin (&query, path, sql);
      while (query_next (&query))
        {
          g_string_append (text, table);
          for (int i = 0; i < sqlite3_column_count (query.statement); i++)
            append_column (text, sqlite3_column_name (query.statement, i), &query, i);
          g_string_append_c (text, '\n');
        }
      query_end (&query);
    }

  return g_string_free (text, FALSE);
}

/* The winner of each cell of one kind, straight from the payloads: the greatest
 * stamp, of one stamp the greatest hash; nothing from beyond the year 2100.
 */
static const char winners_of_kind[] =
  "WITH change AS MATERIALIZED (SELECT json_extract(c.value,'$[0]') AS ent,"
  "   json_extract(c.value,'$[1]') AS field, json_extract(c.value,'$[3]') AS value,"
  "   tx.stamp, tx.hash FROM tx, json_each(tx.payload,'$.c') AS c"
  "   WHERE tx.stamp < %" G_GINT64_FORMAT "),"
  " ordered AS (SELECT ent, field, value, row_number() OVER"
  "   (PARTITION BY ent, field ORDER BY stamp DESC, hash DESC) AS n FROM change"
  "   WHERE field / 100 = %d)"
  " SELECT ent, field, value FROM ordered WHERE n = 1 ORDER BY ent, field";

/* One thing as its winners make it. */
typedef struct
{
  gint64 id;
  GString *line;
  gboolean exists;
  gboolean deleted;
  /* Of a check-in. */
  gint64 card;
  char *day;
  double value;
  gboolean has_value;
  gint64 created;
} Thing;

static void
thing_free (gpointer data)
{
  Thing *self = data;

  g_string_free (self->line, TRUE);
  g_free (self->day);
  g_free (self);
}

static void
append_cell (GString           *line,
             const QdFieldInfo *info,
             Query             *query)
{
  const int type = sqlite3_column_type (query->statement, 2);
  const char *value = (const char *) sqlite3_column_text (query->statement, 2);
  g_auto (GStrv) parts = NULL;

  switch (info->type)
    {
    case QD_FIELD_TYPE_INTEGER:
    case QD_FIELD_TYPE_ID:
      if (type == SQLITE_INTEGER)
        append_column (line, info->column, query, 2);
      break;
    case QD_FIELD_TYPE_REAL:
      if (type != SQLITE_NULL)
        append_real (line, info->column, g_ascii_strtod (value, NULL));
      break;
    case QD_FIELD_TYPE_PLACE:
      parts = g_strsplit (value != NULL && g_ascii_isdigit (*value) ? value : "0/", "/", 2);
      append_integer (line, "parent", g_ascii_strtoll (parts[0], NULL, 10));
      append_text (line, "rank", parts[1]);
      break;
    case QD_FIELD_TYPE_TEXT:
    case QD_FIELD_TYPE_DAY:
    default:
      if (type == SQLITE_TEXT)
        append_text (line, info->column, value);
      break;
    }
}

static void
note_cell (Thing *self,
           int    field,
           Query *query)
{
  const gint64 number = sqlite3_column_int64 (query->statement, 2);
  const char *value = (const char *) sqlite3_column_text (query->statement, 2);

  if (field % 100 == QD_FIELD_DELETED)
    self->deleted = number != 0;
  if (field % 100 == QD_FIELD_CREATED)
    {
      self->exists = value != NULL;
      self->created = number;
    }
  if (field == QD_FIELD_CHECKIN_CARD)
    self->card = number;
  if (field == QD_FIELD_CHECKIN_DAY)
    self->day = g_strdup (value);
  if (field == QD_FIELD_CHECKIN_VALUE && value != NULL)
    {
      self->has_value = TRUE;
      self->value = g_ascii_strtod (value, NULL);
    }
}

/* A place that was never written shows as its column's default does. */
static void
append_missing_place (GString           *line,
                      const QdFieldInfo *info)
{
  if (info->type == QD_FIELD_TYPE_PLACE)
    g_string_append (line, " parent=0 rank=\"\"");
}

/* The things of one kind, by id. */
static GPtrArray *
read_things (const char   *path,
             QdEntityKind  kind)
{
  GPtrArray *things = g_ptr_array_new_with_free_func (thing_free);
  g_autofree char *sql = g_strdup_printf (winners_of_kind, QD_STAMP_LIMIT, (int) kind);
  guint n_fields, next = 0;
  const QdFieldInfo *fields = qd_field_list (kind, &n_fields);
  Thing *thing = NULL;
  Query query;

  query_begin (&query, path, sql);
  while (query_next (&query))
    {
      const gint64 id = sqlite3_column_int64 (query.statement, 0);
      const int field = sqlite3_column_int (query.statement, 1);

      if (thing == NULL || thing->id != id)
        {
          for (; thing != NULL && next < n_fields; next++)
            append_missing_place (thing->line, &fields[next]);
          thing = g_new0 (Thing, 1);
          thing->id = id;
          thing->line = g_string_new (qd_field_get_table (kind));
          append_integer (thing->line, "id", id);
          g_ptr_array_add (things, thing);
          next = 0;
        }
      for (; next < n_fields && (int) fields[next].field < field; next++)
        append_missing_place (thing->line, &fields[next]);
      if (next < n_fields && (int) fields[next].field == field)
        append_cell (thing->line, &fields[next++], &query);
      note_cell (thing, field, &query);
    }
  query_end (&query);
  for (; thing != NULL && next < n_fields; next++)
    append_missing_place (thing->line, &fields[next]);

  return things;
}

/* The latest day counts, of one day the check-in made last. */
static gboolean
is_later (const Thing *a,
          const Thing *b)
{
  const int days = g_strcmp0 (a->day, b->day);

  if (days != 0)
    return days > 0;

  return a->created != b->created ? a->created > b->created : a->id > b->id;
}

static void
append_last_checkin (GString   *line,
                     gint64     card,
                     GPtrArray *checkins)
{
  const Thing *last = NULL;

  for (guint i = 0; i < checkins->len; i++)
    {
      const Thing *checkin = g_ptr_array_index (checkins, i);

      if (checkin->exists && !checkin->deleted && checkin->has_value && checkin->card == card &&
          (last == NULL || is_later (checkin, last)))
        last = checkin;
    }
  if (last == NULL)
    return;

  append_real (line, "current", last->value);
  if (last->day != NULL)
    append_text (line, "checked", last->day);
}

/* All projections as they follow from the payloads, in the form of
 * state_dump_tables().
 */
char *
state_dump_from_payloads (const char *path)
{
  g_autoptr (GPtrArray) checkins = read_things (path, QD_ENTITY_CHECKIN);
  GString *text = g_string_new (NULL);

  for (int kind = QD_ENTITY_CYCLE; kind <= QD_ENTITY_PERSON; kind++)
    {
      g_autoptr (GPtrArray) things = read_things (path, (QdEntityKind) kind);

      for (guint i = 0; i < things->len; i++)
        {
          Thing *thing = g_ptr_array_index (things, i);

          if (!thing->exists)
            continue;
          if (kind == QD_ENTITY_CARD)
            append_last_checkin (thing->line, thing->id, checkins);
          g_string_append_printf (text, "%s\n", thing->line->str);
        }
    }

  return g_string_free (text, FALSE);
}

/* Which entries there are, whatever stream they are kept in. */
char *
state_dump_entries (const char *path)
{
  GString *text = g_string_new (NULL);
  Query query;

  query_begin (&query, path,
               "SELECT uid, dev, seq, hex(hash) FROM tx JOIN stream USING(rid)"
               " JOIN space USING(sid) ORDER BY 1, 2, 3, 4");
  while (query_next (&query))
    g_string_append_printf (text, "%s %s %s %s\n", sqlite3_column_text (query.statement, 0),
                            sqlite3_column_text (query.statement, 1),
                            sqlite3_column_text (query.statement, 2),
                            sqlite3_column_text (query.statement, 3));
  query_end (&query);

  return g_string_free (text, FALSE);
}

static void
append_entity (GString    *text,
               const char *kind,
               QdEntity   *entity)
{
  g_assert_true (qd_entity_get_alive (entity));

  g_string_append (text, kind);
  append_integer (text, "id", qd_entity_get_id (entity));
  append_text (text, "title", qd_entity_get_title (entity));
}

static void
append_reference (GString    *text,
                  const char *name,
                  gpointer    entity)
{
  if (entity != NULL)
    append_integer (text, name, qd_entity_get_id (entity));
}

static void
append_card (GString  *text,
             QdColumn *column,
             QdCard   *card)
{
  QdKeyResult *key_result = QD_KEY_RESULT (card);

  g_assert_true (qd_card_get_column (card) == column);

  append_entity (text, "  card", QD_ENTITY (card));
  append_text (text, "rank", qd_entity_get_rank (QD_ENTITY (card)));
  append_text (text, "description", qd_card_get_description (card));
  append_reference (text, "objective", qd_card_get_objective (card));
  append_reference (text, "owner", qd_card_get_owner (card));
  append_integer (text, "metric", qd_key_result_get_metric (key_result));
  append_real (text, "baseline", qd_key_result_get_baseline (key_result));
  append_real (text, "target", qd_key_result_get_target (key_result));
  append_real (text, "current", qd_key_result_get_current (key_result));
  append_text (text, "unit", qd_key_result_get_unit (key_result));
  append_text (text, "measurement", qd_key_result_get_measurement (key_result));
  append_real (text, "weight", qd_key_result_get_weight (key_result));
  g_string_append_c (text, '\n');
}

static void
append_objective (GString     *text,
                  QdBoard     *board,
                  QdObjective *objective)
{
  g_assert_true (qd_objective_get_board (objective) == board);

  append_entity (text, " objective", QD_ENTITY (objective));
  append_text (text, "rank", qd_entity_get_rank (QD_ENTITY (objective)));
  append_text (text, "why", qd_objective_get_why (objective));
  append_integer (text, "colour", qd_objective_get_colour (objective));
  append_integer (text, "commitment", qd_objective_get_commitment (objective));
  append_real (text, "weight", qd_objective_get_weight (objective));
  append_integer (text, "parent", qd_objective_get_parent (objective));
  g_string_append_c (text, '\n');
}

/* A board as its models show it; its cards and objectives where it is loaded. */
char *
state_dump_board (QdBoard *board)
{
  QdOrderedList *columns = qd_board_get_columns (board);
  QdOrderedList *objectives = qd_board_get_objectives (board);
  GString *text = g_string_new (NULL);

  append_entity (text, "board", QD_ENTITY (board));
  append_text (text, "rank", qd_entity_get_rank (QD_ENTITY (board)));
  append_integer (text, "kind", qd_board_get_board_kind (board));
  append_reference (text, "team", qd_board_get_team (board));
  append_reference (text, "cycle", qd_board_get_cycle (board));
  append_integer (text, "loaded", qd_board_get_loaded (board));
  g_string_append_c (text, '\n');

  for (guint i = 0; qd_board_get_loaded (board) && i < qd_ordered_list_get_length (objectives); i++)
    append_objective (text, board, qd_ordered_list_peek (objectives, i));

  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdColumn *column = qd_ordered_list_peek (columns, i);
      QdOrderedList *cards = qd_column_get_cards (column);

      g_assert_true (qd_column_get_board (column) == board);
      append_entity (text, " column", QD_ENTITY (column));
      append_text (text, "rank", qd_entity_get_rank (QD_ENTITY (column)));
      append_integer (text, "role", qd_column_get_role (column));
      append_integer (text, "limit", qd_column_get_limit (column));
      append_integer (text, "cards", qd_column_get_n_cards (column));
      g_string_append_c (text, '\n');

      for (guint j = 0; qd_board_get_loaded (board) && j < qd_ordered_list_get_length (cards); j++)
        append_card (text, column, qd_ordered_list_peek (cards, j));
    }

  return g_string_free (text, FALSE);
}

/* Everything that models show, in the order of the lists. */
char *
state_dump_models (QdWorkspace *workspace)
{
  QdOrderedList *cycles = qd_workspace_get_cycles (workspace);
  QdOrderedList *teams = qd_workspace_get_teams (workspace);
  QdOrderedList *people = qd_workspace_get_people (workspace);
  QdOrderedList *boards = qd_workspace_get_boards (workspace);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < qd_ordered_list_get_length (cycles); i++)
    {
      QdCycle *cycle = qd_ordered_list_peek (cycles, i);

      append_entity (text, "cycle", QD_ENTITY (cycle));
      append_integer (text, "first", qd_cycle_get_first_day (cycle));
      append_integer (text, "last", qd_cycle_get_last_day (cycle));
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < qd_ordered_list_get_length (teams); i++)
    {
      QdTeam *team = qd_ordered_list_peek (teams, i);

      append_entity (text, "team", QD_ENTITY (team));
      append_reference (text, "parent", qd_team_get_parent (team));
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < qd_ordered_list_get_length (people); i++)
    {
      append_entity (text, "person", qd_ordered_list_peek (people, i));
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    {
      g_autofree char *board = state_dump_board (qd_ordered_list_peek (boards, i));

      g_string_append (text, board);
    }

  return g_string_free (text, FALSE);
}

/* Two texts are equal, or the first lines that differ are told. */
void
state_assert_same (const char *what,
                   const char *a,
                   const char *b)
{
  g_auto (GStrv) left = NULL;
  g_auto (GStrv) right = NULL;
  guint i = 0;

  if (strcmp (a, b) == 0)
    return;

  left = g_strsplit (a, "\n", -1);
  right = g_strsplit (b, "\n", -1);
  while (g_strcmp0 (left[i], right[i]) == 0)
    i++;
  g_error ("%s differ in line %u:\n  %s\n  %s", what, i + 1, left[i], right[i]);
}

static void
assert_stream (const char *path,
               gint64      rid,
               gint64      base_seq,
               gint64      head,
               QdHash     *hash,
               QdHash     *head_hash)
{
  g_autofree char *sql = NULL;
  gint64 seq = base_seq;
  Query query;

  sql = g_strdup_printf ("SELECT seq, payload, hash FROM tx WHERE rid=%" G_GINT64_FORMAT
                         " ORDER BY seq", rid);
  query_begin (&query, path, sql);
  while (query_next (&query))
    {
      QdHash kept, previous = *hash;

      g_assert_cmpint (sqlite3_column_int64 (query.statement, 0), ==, ++seq);
      qd_hash_chain (hash, &previous, (const char *) sqlite3_column_text (query.statement, 1));
      qd_hash_set (&kept, sqlite3_column_blob (query.statement, 2),
                   (gsize) sqlite3_column_bytes (query.statement, 2));
      g_assert_true (qd_hash_equal (hash, &kept));
    }
  query_end (&query);
  g_assert_cmpint (seq, ==, head);
  g_assert_true (qd_hash_equal (hash, head_hash));
}

/* Every stream is numbered without gaps from its base to its head, and each
 * hash is that of the one before and the payload. SQLite finds no fault.
 */
void
state_assert_log (const char *path)
{
  Query query;

  query_begin (&query, path, "SELECT rid, base_seq, head, base_hash, head_hash FROM stream");
  while (query_next (&query))
    {
      QdHash base, head;

      qd_hash_set (&base, sqlite3_column_blob (query.statement, 3),
                   (gsize) sqlite3_column_bytes (query.statement, 3));
      qd_hash_set (&head, sqlite3_column_blob (query.statement, 4),
                   (gsize) sqlite3_column_bytes (query.statement, 4));
      assert_stream (path, sqlite3_column_int64 (query.statement, 0),
                     sqlite3_column_int64 (query.statement, 1),
                     sqlite3_column_int64 (query.statement, 2), &base, &head);
    }
  query_end (&query);

  query_begin (&query, path, "PRAGMA integrity_check");
  g_assert_true (query_next (&query));
  g_assert_cmpstr ((const char *) sqlite3_column_text (query.statement, 0), ==, "ok");
  query_end (&query);
}

/* Full-text search covers the searched fields of every row, and nothing else. */
void
state_assert_search (const char *path)
{
  GString *wanted = g_string_new (NULL);
  g_autofree char *sql = NULL;
  Query query;

  for (int kind = QD_ENTITY_CYCLE; kind <= QD_ENTITY_PERSON; kind++)
    {
      guint n_fields;
      const QdFieldInfo *fields = qd_field_list ((QdEntityKind) kind, &n_fields);
      const char *title = "''";
      g_autoptr (GString) body = g_string_new ("''");
      gboolean searched = FALSE;

      for (guint i = 0; i < n_fields; i++)
        {
          if (g_str_equal (fields[i].column, "title"))
            title = "coalesce(title, '')";
          else if (fields[i].searched)
            g_string_append_printf (body, "||coalesce(%s||char(10), '')", fields[i].column);
          searched |= fields[i].searched;
        }
      if (searched)
        g_string_append_printf (wanted, "%s SELECT id, %s, %s, %d FROM \"%s\"",
                                wanted->len > 0 ? " UNION ALL" : "", title, body->str, kind,
                                fields[0].table);
    }

  sql = g_strdup_printf ("WITH wanted(id, title, body, kind) AS (%s),"
                         " kept AS (SELECT rowid, title, body, kind FROM search)"
                         " SELECT (SELECT count(*) FROM (SELECT * FROM wanted EXCEPT"
                         "   SELECT * FROM kept)) + (SELECT count(*) FROM"
                         "   (SELECT * FROM kept EXCEPT SELECT * FROM wanted))", wanted->str);
  g_string_free (wanted, TRUE);
  query_begin (&query, path, sql);
  g_assert_true (query_next (&query));
  g_assert_cmpint (sqlite3_column_int64 (query.statement, 0), ==, 0);
  query_end (&query);
}
