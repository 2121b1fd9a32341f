/* What a file says, as text, in three ways that must agree: the projections as
 * they stand in it; the projections as they follow from the payloads of its
 * log, in state-payloads.c; and the models.
 *
 * Local numbers of streams never show in a text: two copies of a log that were
 * filled in another order must have equal texts.
 */

#include "config.h"

#include <string.h>

#include "model/qd-column.h"
#include "model/qd-key-result.h"
#include "state-dump.h"
#include "state-text.h"
#include "store/qd-entry.h"
#include "store/qd-field.h"

/* Lines of a day and a number, whose digits SQLite chose. */
static void
append_points (GString    *text,
               const char *name,
               const char *lines)
{
  g_auto (GStrv) split = g_strsplit (lines, "\n", -1);
  g_autoptr (GString) points = g_string_new (NULL);

  for (guint i = 0; split[i] != NULL; i++)
    {
      const char *space = strrchr (split[i], ' ');
      char *end = NULL;
      double value;

      g_assert_nonnull (space);
      value = g_ascii_strtod (space, &end);
      g_assert_true (end > space + 1 && *end == '\0');
      g_string_append_printf (points, "%s%.*s %.17g", i > 0 ? "\n" : "",
                              (int) (space - split[i]), split[i], value);
    }
  append_text (text, name, points->str);
}

static void
append_row (GString *text,
            Query   *query)
{
  for (int i = 0; i < sqlite3_column_count (query->statement); i++)
    {
      const char *name = sqlite3_column_name (query->statement, i);
      const char *value = (const char *) sqlite3_column_text (query->statement, i);

      if (value != NULL && (g_str_equal (name, "readings") || g_str_equal (name, "phases")))
        append_points (text, name, value);
      else
        append_column (text, name, query, i);
    }
}

/* All projections as they stand in the file, a row a line. */
char *
state_dump_tables (const char *path)
{
  GString *text = g_string_new (NULL);

  for (int kind = QD_ENTITY_CYCLE; kind <= QD_ENTITY_LAST; kind++)
    {
      const char *table = qd_field_get_table ((QdEntityKind) kind);
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY id", table);
      Query query;

      query_begin (&query, path, sql);
      while (query_next (&query))
        {
          g_string_append (text, table);
          append_row (text, &query);
          g_string_append_c (text, '\n');
        }
      query_end (&query);
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
append_readings (GString       *text,
                 const char    *name,
                 const QdPoint *points,
                 gsize          n_points)
{
  g_string_append_printf (text, " %s=", name);
  for (gsize i = 0; i < n_points; i++)
    g_string_append_printf (text, "%d:%.17g;", points[i].day, points[i].value);
}

static void
append_summary (GString         *text,
                const QdSummary *summary)
{
  append_real (text, "current", summary->current);
  append_integer (text, "checked", summary->checked);
  append_integer (text, "confidence", summary->confidence);
  append_integer (text, "blocked", summary->blocked);
  append_readings (text, "readings", summary->readings, summary->n_readings);
  append_readings (text, "phases", summary->phases, summary->n_phases);
  append_integer (text, "milestones", summary->n_milestones);
  append_integer (text, "done", summary->n_done);
  append_integer (text, "waiting", summary->n_waiting);
  append_integer (text, "escalated", summary->n_escalated);
  append_integer (text, "comments", summary->n_comments);
  append_text (text, "answers", summary->answers != NULL ? summary->answers : "");
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
  append_real (text, "upper", qd_key_result_get_upper (key_result));
  append_text (text, "unit", qd_key_result_get_unit (key_result));
  append_text (text, "measurement", qd_key_result_get_measurement (key_result));
  append_real (text, "weight", qd_key_result_get_weight (key_result));
  append_real (text, "grade", qd_key_result_get_grade (key_result));
  append_integer (text, "result", qd_key_result_get_result (key_result));
  append_summary (text, qd_key_result_get_summary (key_result));
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

/* A board as its models show it; its cards where it is loaded. */
char *
state_dump_board (QdBoard *board)
{
  QdOrderedList *columns = qd_board_get_columns (board);
  QdOrderedList *objectives = qd_board_get_objectives (board);
  GString *text = g_string_new (NULL);
  QdRhythm rhythm;

  qd_board_get_rhythm (board, &rhythm);
  append_entity (text, "board", QD_ENTITY (board));
  append_text (text, "rank", qd_entity_get_rank (QD_ENTITY (board)));
  append_integer (text, "kind", qd_board_get_board_kind (board));
  append_reference (text, "team", qd_board_get_team (board));
  append_reference (text, "cycle", qd_board_get_cycle (board));
  append_integer (text, "cadence", rhythm.cadence);
  append_integer (text, "weekday", rhythm.weekday);
  append_integer (text, "reviewed", qd_board_get_reviewed (board));
  append_integer (text, "closed", qd_board_get_closed (board));
  append_integer (text, "loaded", qd_board_get_loaded (board));
  g_string_append_c (text, '\n');

  for (guint i = 0; i < qd_ordered_list_get_length (objectives); i++)
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

static void
append_view (GString *text,
             QdView  *view)
{
  g_autofree char *filter = g_strjoinv ("\n", (char **) qd_view_get_filter (view));
  const QdId *boards;
  guint n_boards;

  append_entity (text, "view", QD_ENTITY (view));
  append_text (text, "rank", qd_entity_get_rank (QD_ENTITY (view)));
  append_integer (text, "density", qd_view_get_density (view));
  append_text (text, "filter", filter);
  boards = qd_view_get_boards (view, &n_boards);
  for (guint i = 0; i < n_boards; i++)
    append_integer (text, "board", boards[i]);
  g_string_append_c (text, '\n');
}

/* Everything that models show, in the order of the lists. */
char *
state_dump_models (QdWorkspace *workspace)
{
  QdOrderedList *cycles = qd_workspace_get_cycles (workspace);
  QdOrderedList *teams = qd_workspace_get_teams (workspace);
  QdOrderedList *people = qd_workspace_get_people (workspace);
  QdOrderedList *boards = qd_workspace_get_boards (workspace);
  QdOrderedList *views = qd_workspace_get_views (workspace);
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
      append_text (text, "rank", qd_entity_get_rank (QD_ENTITY (team)));
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
  for (guint i = 0; i < qd_ordered_list_get_length (views); i++)
    append_view (text, qd_ordered_list_peek (views, i));

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

  for (int kind = QD_ENTITY_CYCLE; kind <= QD_ENTITY_LAST; kind++)
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
