/* What is in a file: the tables of the log, the projections that the field
 * registry describes, and the steps that bring an older file to today's format.
 *
 * Tables are STRICT. Projections have no foreign keys and nothing UNIQUE but
 * ids: a merge must never fail on a constraint.
 */

#include "config.h"

#include "qd-field.h"
#include "qd-schema.h"

/* As long as SQLite waits elsewhere. */
#define MODE_TRIES 200
#define MODE_PAUSE (25 * G_TIME_SPAN_MILLISECOND)

#define CELLS_TABLE(schema) \
  "CREATE TABLE " schema ".chg(ent INTEGER NOT NULL, field INTEGER NOT NULL," \
  "  stamp INTEGER NOT NULL, rid INTEGER NOT NULL, seq INTEGER NOT NULL," \
  "  base ANY, value ANY," \
  "  PRIMARY KEY(ent, field, stamp, rid)) STRICT, WITHOUT ROWID;"

#define SEARCH_TABLE(schema) \
  "CREATE VIRTUAL TABLE " schema ".search USING fts5(title, body, kind UNINDEXED," \
  "  tokenize=\"unicode61 remove_diacritics 2\", prefix='2 3');"

/* Who ever stood in, or belonged to, whom: "as of" needs it. With OR, because SQLite
 * does not see that field=603 implies an IN. */
#define PARENT_INDEX \
  "CREATE INDEX chg_parent ON chg(value, field, ent)" \
  "  WHERE field=303 OR field=403 OR field=503 OR field=603 OR field=703" \
  "  OR field=803 OR field=903 OR field=1003 OR field=1203 OR field=1303;"

/* What took something back, and what that was. */
#define REF_INDEX \
  "CREATE INDEX tx_ref ON tx(ref_rid, ref_seq, kind) WHERE ref_seq IS NOT NULL;"

static const char log_tables[] =
  "CREATE TABLE meta(k TEXT PRIMARY KEY, v ANY) STRICT, WITHOUT ROWID;"
  "CREATE TABLE space(sid INTEGER PRIMARY KEY, uid INTEGER NOT NULL UNIQUE,"
  "  name TEXT) STRICT;"
  /* A stream begins behind entry base_seq of hash base_hash: 0 and nothing but
   * for a branch, which begins where two copies of one device parted. */
  "CREATE TABLE stream(rid INTEGER PRIMARY KEY, sid INTEGER NOT NULL,"
  "  dev INTEGER NOT NULL, branch BLOB NOT NULL, mine INTEGER NOT NULL,"
  "  owner TEXT, base_seq INTEGER NOT NULL DEFAULT 0,"
  "  base_hash BLOB NOT NULL DEFAULT x'', head INTEGER NOT NULL DEFAULT 0,"
  "  head_hash BLOB NOT NULL DEFAULT x'', published INTEGER NOT NULL DEFAULT 0,"
  "  fenced INTEGER NOT NULL DEFAULT 0, UNIQUE(sid, dev, branch)) STRICT;"
  "CREATE TABLE tx(rid INTEGER NOT NULL, seq INTEGER NOT NULL,"
  "  stamp INTEGER NOT NULL, at INTEGER NOT NULL, author TEXT,"
  "  kind INTEGER NOT NULL, ref_rid INTEGER, ref_seq INTEGER,"
  "  hash BLOB NOT NULL, payload TEXT NOT NULL,"
  "  PRIMARY KEY(rid, seq)) STRICT, WITHOUT ROWID;"
  REF_INDEX
  CELLS_TABLE ("main")
  PARENT_INDEX
  /* Entries that came before their predecessor. */
  "CREATE TABLE held(sid INTEGER NOT NULL, dev INTEGER NOT NULL,"
  "  seq INTEGER NOT NULL, prev BLOB NOT NULL, hash BLOB NOT NULL,"
  "  payload TEXT NOT NULL,"
  "  PRIMARY KEY(sid, dev, seq, hash)) STRICT, WITHOUT ROWID;";

static const char *
column_type (QdFieldType type)
{
  switch (type)
    {
    case QD_FIELD_TYPE_INTEGER:
    case QD_FIELD_TYPE_ID:
      return "INTEGER";
    case QD_FIELD_TYPE_REAL:
      return "REAL";
    case QD_FIELD_TYPE_TEXT:
    case QD_FIELD_TYPE_DAY:
    case QD_FIELD_TYPE_PLACE:
    default:
      return "TEXT";
    }
}

/* What few rows have is found without reading all of them: what waits on the shelf, and
 * what goes on elsewhere. Returns (nullable): which rows, for an index on a column.
 */
static const char *
few_rows (QdEntityKind  kind,
          const char   *column)
{
  if (g_str_equal (column, "continues"))
    return "continues IS NOT NULL";
  if (g_str_equal (column, "archived") &&
      (kind == QD_ENTITY_OBJECTIVE || kind == QD_ENTITY_CARD))
    return "archived=2";
  if (g_str_equal (column, "decision"))
    return "decision=3";

  return NULL;
}

static char *
projection_sql (const char   *schema,
                QdEntityKind  kind)
{
  guint n_fields;
  const QdFieldInfo *fields = qd_field_list (kind, &n_fields);
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "CREATE TABLE %s.\"%s\"(id INTEGER PRIMARY KEY",
                   schema, fields[0].table);
  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].type == QD_FIELD_TYPE_PLACE)
        g_string_append (sql, ", parent INTEGER NOT NULL DEFAULT 0,"
                              " rank TEXT NOT NULL DEFAULT ''");
      else
        g_string_append_printf (sql, ", %s %s", fields[i].column,
                                column_type (fields[i].type));
    }

  if (kind == QD_ENTITY_CARD)
    g_string_append (sql, ", " QD_SCHEMA_SUMMARY);
  g_string_append (sql, ") STRICT;");

  for (guint i = 0; i < n_fields; i++)
    {
      const char *few = few_rows (kind, fields[i].column);

      if (fields[i].type == QD_FIELD_TYPE_PLACE)
        g_string_append_printf (sql, "CREATE INDEX %s.%s_place ON \"%s\"(parent, rank, id);",
                                schema, fields[0].table, fields[0].table);
      else if (few != NULL)
        g_string_append_printf (sql, "CREATE INDEX %s.%s_%s ON \"%s\"(%s) WHERE %s;", schema,
                                fields[0].table, fields[i].column, fields[0].table,
                                fields[i].column, few);
      else if (g_str_equal (fields[i].column, "card") ||
               g_str_equal (fields[i].column, "about"))
        g_string_append_printf (sql, "CREATE INDEX %s.%s_%s ON \"%s\"(%s);", schema,
                                fields[0].table, fields[i].column, fields[0].table,
                                fields[i].column);
    }

  return g_string_free (sql, FALSE);
}

/* Format 2 brought full-text search. The index is filled by the rebuild that
 * ends every upgrade.
 */
static gboolean
upgrade_1_to_2 (QdDb    *db,
                GError **error)
{
  return qd_db_exec (db, SEARCH_TABLE ("main"), error);
}

/* Format 3 brought phased targets and answers to advice. */
static gboolean
upgrade_2_to_3 (QdDb    *db,
                GError **error)
{
  return qd_db_exec (db, "DROP INDEX chg_parent;" PARENT_INDEX, error);
}

/* Format 4 keeps one reading of each day with a card, the last. All are settled by
 * the rebuild that ends every upgrade. A program of format 3 would settle them by its
 * own rules and must not write.
 */
static gboolean
upgrade_3_to_4 (QdDb    *db,
                GError **error)
{
  return TRUE;
}

/* Format 5 brought views of several boards, whose table is made with all others. */
static gboolean
upgrade_4_to_5 (QdDb    *db,
                GError **error)
{
  return TRUE;
}

/* Format 6 brought what is said when a cycle is closed, and the shelf: a program of
 * format 5 would show what waits there in its archive, and write to closed boards.
 */
static gboolean
upgrade_5_to_6 (QdDb    *db,
                GError **error)
{
  return qd_db_exec (db, REF_INDEX, error);
}

static gboolean (* const upgrades[]) (QdDb *db, GError **error) = {
  NULL,
  upgrade_1_to_2,
  upgrade_2_to_3,
  upgrade_3_to_4,
  upgrade_4_to_5,
  upgrade_5_to_6,
};

G_STATIC_ASSERT (G_N_ELEMENTS (upgrades) == QD_SCHEMA_FORMAT);

/* In one statement: another program may make the file meanwhile. */
static gboolean
read_marks (QdDb    *db,
            gint64  *application,
            gint64  *format,
            gint64  *n_tables,
            GError **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row;

  row = qd_db_query (db, error,
                     "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)"
                     " FROM pragma_application_id, pragma_user_version", "");
  if (row == NULL)
    return FALSE;

  if (qd_db_next (db, row, &failed))
    {
      *application = sqlite3_column_int64 (row, 0);
      *format = sqlite3_column_int64 (row, 1);
      *n_tables = sqlite3_column_int64 (row, 2);
    }
  sqlite3_reset (row);
  if (failed != NULL)
    g_propagate_error (error, failed);

  return failed == NULL;
}

/**
 * qd_schema_get_format:
 * @db: a connection
 * @format: (out): format of the file; 0 for an empty one
 * @error: return location; %QD_ERROR_NOT_OURS where another program wrote it,
 *   %QD_ERROR_DAMAGED where it is ours but of no format that ever was
 *
 * Returns: whether the file is empty or ours
 */
gboolean
qd_schema_get_format (QdDb    *db,
                      gint64  *format,
                      GError **error)
{
  gint64 application = 0, n_tables = 0;

  *format = 0;
  if (!read_marks (db, &application, format, &n_tables, error))
    return FALSE;

  if ((application == QD_SCHEMA_APPLICATION_ID && *format >= 1) ||
      (application == 0 && *format == 0 && n_tables == 0))
    return TRUE;

  /* We write both numbers together: one without the other is damage. */
  qd_db_set_error (db, application == QD_SCHEMA_APPLICATION_ID ? SQLITE_CORRUPT : SQLITE_NOTADB,
                   error);

  return FALSE;
}

static gboolean
create_tables (QdDb    *db,
               GError **error)
{
  return qd_db_exec (db, log_tables, error) &&
         qd_schema_create_projections (db, "main", error) &&
         qd_db_exec (db, SEARCH_TABLE ("main"), error) &&
         qd_db_execf (db, error, "PRAGMA application_id=%d; PRAGMA user_version=%d",
                      QD_SCHEMA_APPLICATION_ID, QD_SCHEMA_FORMAT);
}

/* SQLite does not wait for another program that does the same at the moment. */
static gboolean
set_journal_mode (QdDb    *db,
                  GError **error)
{
  for (guint n_left = MODE_TRIES;; n_left--)
    {
      GError *failed = NULL;

      if (qd_db_exec (db, "PRAGMA journal_mode=WAL", &failed))
        return TRUE;
      if (n_left == 0 || !g_error_matches (failed, QD_ERROR, QD_ERROR_LOCKED))
        {
          g_propagate_error (error, failed);
          return FALSE;
        }
      g_error_free (failed);
      g_usleep (MODE_PAUSE);
    }
}

/**
 * qd_schema_create:
 * @db: a connection to an empty file
 * @error: return location
 *
 * Makes the tables, unless another process did so a moment ago.
 *
 * Returns: whether the file now has tables
 */
gboolean
qd_schema_create (QdDb    *db,
                  GError **error)
{
  gint64 format;

  if (!set_journal_mode (db, error) || !qd_db_begin (db, error))
    return FALSE;

  if (qd_schema_get_format (db, &format, error) && (format != 0 || create_tables (db, error)))
    return qd_db_commit (db, error);

  qd_db_rollback (db);

  return FALSE;
}

/**
 * qd_schema_upgrade:
 * @db: a connection, inside a transaction
 * @from: the format of the file, older than today's
 * @error: return location
 *
 * Takes all steps to today's format. The caller rebuilds the projections
 * afterwards, in the same transaction.
 *
 * Returns: whether all steps were taken
 */
gboolean
qd_schema_upgrade (QdDb    *db,
                   gint64   from,
                   GError **error)
{
  g_return_val_if_fail (from >= 1 && from < QD_SCHEMA_FORMAT, FALSE);

  for (gint64 format = from; format < QD_SCHEMA_FORMAT; format++)
    if (!upgrades[format] (db, error))
      return FALSE;

  /* Fields and kinds may have been added since: the tables that show them are made
   * anew. */
  for (int kind = QD_ENTITY_CYCLE; kind <= QD_ENTITY_LAST; kind++)
    if (!qd_db_execf (db, error, "DROP TABLE IF EXISTS main.\"%s\"",
                      qd_field_get_table ((QdEntityKind) kind)))
      return FALSE;
  if (!qd_schema_create_projections (db, "main", error))
    return FALSE;

  return qd_db_execf (db, error, "PRAGMA user_version=%d", QD_SCHEMA_FORMAT);
}

/**
 * qd_schema_create_projections:
 * @db: a connection
 * @schema: "main", or "temp" for the state of another day
 * @error: return location
 *
 * Returns: whether the tables and their indices were made
 */
gboolean
qd_schema_create_projections (QdDb        *db,
                              const char  *schema,
                              GError     **error)
{
  for (int kind = QD_ENTITY_CYCLE; kind <= QD_ENTITY_LAST; kind++)
    {
      g_autofree char *sql = projection_sql (schema, (QdEntityKind) kind);

      if (!qd_db_exec (db, sql, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * qd_schema_create_shadow:
 * @db: a connection
 * @error: return location
 *
 * Makes temporary tables for everything that derives from the log. While they
 * are there, they hide the tables of the file from statements that name no
 * schema.
 *
 * Returns: whether they were made
 */
gboolean
qd_schema_create_shadow (QdDb    *db,
                         GError **error)
{
  return qd_db_exec (db, CELLS_TABLE ("temp") SEARCH_TABLE ("temp"), error) &&
         qd_schema_create_projections (db, "temp", error);
}

/**
 * qd_schema_clear_projections:
 *
 * Returns: whether every projection of @schema is empty now
 */
gboolean
qd_schema_clear_projections (QdDb        *db,
                             const char  *schema,
                             GError     **error)
{
  for (int kind = QD_ENTITY_CYCLE; kind <= QD_ENTITY_LAST; kind++)
    if (!qd_db_execf (db, error, "DELETE FROM %s.\"%s\"", schema,
                      qd_field_get_table ((QdEntityKind) kind)))
      return FALSE;

  return TRUE;
}
