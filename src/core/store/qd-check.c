/* Whether a file is sound: its pages, its tables, the chain of its log, and
 * everything that derives from the log, which is built a second time beside the
 * first and compared. That only reads, so it works on a file in use.
 *
 * Whatever derives from the log can also be made anew here.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <stdarg.h>

#include "qd-check.h"
#include "qd-field.h"
#include "qd-log.h"
#include "qd-projection.h"
#include "qd-schema.h"
#include "qd-store-private.h"

/* A file that is damaged throughout need not be described page by page. */
#define MAX_FINDINGS 50

/* Counts the rows that two tables of the same columns do not share. */
#define DIFFERENCE(columns, key, one, other) \
  "SELECT count(*) FROM (" \
  "SELECT " key " FROM (SELECT " columns " FROM " one \
  " EXCEPT SELECT " columns " FROM " other ") UNION " \
  "SELECT " key " FROM (SELECT " columns " FROM " other \
  " EXCEPT SELECT " columns " FROM " one "))"

typedef struct
{
  QdDb *db;
  GPtrArray *findings;
  GCancellable *cancellable;
} Check;

typedef struct
{
  gint64 rid;
  gint64 base;
  gint64 head;
  QdHash base_hash;
  QdHash head_hash;
} Chain;

static void
find (Check      *self,
      const char *format,
      ...) G_GNUC_PRINTF (2, 3);

static void
find (Check      *self,
      const char *format,
      ...)
{
  va_list arguments;

  if (self->findings->len > MAX_FINDINGS)
    return;
  if (self->findings->len == MAX_FINDINGS)
    {
      g_ptr_array_add (self->findings, g_strdup (_("There is more of the kind.")));
      return;
    }

  va_start (arguments, format);
  g_ptr_array_add (self->findings, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* What cannot be read is a finding; only what keeps us from looking is an
 * error. Takes @failed.
 */
static gboolean
survive (Check   *self,
         GError  *failed,
         GError **error)
{
  if (g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (failed, QD_ERROR, QD_ERROR_LOCKED) ||
      g_error_matches (failed, QD_ERROR, QD_ERROR_NO_SPACE))
    {
      g_propagate_error (error, failed);
      return FALSE;
    }
  find (self, "%s", failed->message);
  g_error_free (failed);

  return TRUE;
}

static gboolean
check_pages (Check   *self,
             GError **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row;

  row = qd_db_query (self->db, &failed, "PRAGMA integrity_check(20)", "");
  while (row != NULL && qd_db_next (self->db, row, &failed))
    {
      const char *text = qd_db_text (row, 0);

      if (g_strcmp0 (text, "ok") != 0)
        find (self, _("The file is damaged: %s."), text);
    }

  return failed == NULL || survive (self, failed, error);
}

/* Finds whatever is in the schema of @one, but not in that of @other: there with
 * the same words where @one is the fresh file, else at all.
 */
static gboolean
compare_schemas (Check     *self,
                 QdDb      *one,
                 QdDb      *other,
                 gboolean   fresh,
                 GError   **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row;

  row = qd_db_query (one, &failed,
                     "SELECT type, name, sql FROM sqlite_schema WHERE sql NOT NULL", "");
  while (row != NULL && qd_db_next (one, row, &failed))
    {
      gint64 found = 0;

      if (!qd_db_get_integer (other, &failed, &found,
                              "SELECT 1 FROM sqlite_schema"
                              " WHERE type=?1 AND name=?2 AND sql=coalesce(?3, sql)",
                              "sss", qd_db_text (row, 0), qd_db_text (row, 1),
                              fresh ? qd_db_text (row, 2) : NULL))
        {
          sqlite3_reset (row);
          break;
        }
      if (!found)
        find (self,
              fresh ? _("The table or index “%s” is missing or not as it should be.")
                    : _("“%s” does not belong in the file."), qd_db_text (row, 1));
    }

  return failed == NULL || survive (self, failed, error);
}

/* Compares the tables and indices with those of a new file, which has nothing that
 * acts by itself.
 */
static gboolean
check_tables (Check   *self,
              GError **error)
{
  g_autoptr (QdDb) fresh = qd_db_open (":memory:", QD_DB_READ_WRITE, error);

  return fresh != NULL && qd_schema_create (fresh, error) &&
         compare_schemas (self, fresh, self->db, TRUE, error) &&
         compare_schemas (self, self->db, fresh, FALSE, error);
}

/* Whether the columns beside the payload, by which the log is searched, say the
 * same as the payload.
 */
static gboolean
columns_fit (sqlite3_stmt  *row,
             const QdEntry *entry)
{
  const gint64 ref_rid = sqlite3_column_int64 (row, 7);
  const gint64 rid = sqlite3_column_int64 (row, 9);

  return sqlite3_column_int64 (row, 3) == entry->stamp &&
         sqlite3_column_int64 (row, 4) == entry->at &&
         g_strcmp0 (qd_db_text (row, 5), entry->author) == 0 &&
         sqlite3_column_int64 (row, 6) == (gint64) entry->kind &&
         sqlite3_column_int64 (row, 8) == entry->ref &&
         (entry->ref == 0 || ref_rid == rid);
}

/* Looks at one entry, of which @chain says what is expected, and moves on. */
static gboolean
check_entry (Check         *self,
             Chain         *chain,
             sqlite3_stmt  *row,
             GError       **error)
{
  const gint64 seq = sqlite3_column_int64 (row, 0);
  const char *payload = qd_db_text (row, 2);
  g_autoptr (QdEntry) entry = NULL;
  GError *failed = NULL;
  QdHash stored, computed;

  if (seq != chain->base + 1)
    find (self,
          _("Entries %" PRId64 " to %" PRId64 " of stream %" PRId64 " are missing."),
          chain->base + 1, seq - 1, chain->rid);

  qd_log_column_hash (row, 1, &stored);
  qd_hash_chain (&computed, &chain->base_hash, payload != NULL ? payload : "");
  if (seq == chain->base + 1 && !qd_hash_equal (&stored, &computed))
    find (self, _("Entry %" PRId64 " of stream %" PRId64
                  " does not fit the one before: one of them was altered."),
          seq, chain->rid);
  chain->base = seq;
  chain->base_hash = stored;

  entry = qd_entry_read (self->db, payload, &failed);
  if (entry == NULL)
    return survive (self, failed, error);
  if (!columns_fit (row, entry))
    find (self, _("Entry %" PRId64 " of stream %" PRId64
                  " is filed under another time, author or kind than its own."),
          seq, chain->rid);

  return TRUE;
}

static gboolean
check_chain (Check   *self,
             Chain   *chain,
             GError **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row;

  row = qd_db_query (self->db, &failed,
                     "SELECT seq, hash, payload, stamp, at, author, kind, ref_rid,"
                     " ref_seq, rid FROM tx WHERE rid=?1 ORDER BY seq", "i", chain->rid);
  while (row != NULL && qd_db_next (self->db, row, &failed))
    if (!check_entry (self, chain, row, &failed))
      {
        sqlite3_reset (row);
        break;
      }
  if (failed != NULL)
    return survive (self, failed, error);

  if (chain->base != chain->head || !qd_hash_equal (&chain->base_hash, &chain->head_hash))
    find (self, _("Stream %" PRId64 " ends at entry %" PRId64
                  ", but should end at entry %" PRId64 "."),
          chain->rid, chain->base, chain->head);

  return TRUE;
}

static gboolean
check_log (Check   *self,
           GError **error)
{
  g_autoptr (GArray) chains = g_array_new (FALSE, TRUE, sizeof (Chain));
  GError *failed = NULL;
  gint64 stray = 0;
  sqlite3_stmt *row;

  row = qd_db_query (self->db, &failed,
                     "SELECT rid, base_seq, head, base_hash, head_hash FROM stream", "");
  while (row != NULL && qd_db_next (self->db, row, &failed))
    {
      Chain chain = { 0 };

      chain.rid = sqlite3_column_int64 (row, 0);
      chain.base = sqlite3_column_int64 (row, 1);
      chain.head = sqlite3_column_int64 (row, 2);
      qd_log_column_hash (row, 3, &chain.base_hash);
      qd_log_column_hash (row, 4, &chain.head_hash);
      g_array_append_val (chains, chain);
    }
  for (guint i = 0; i < chains->len && failed == NULL; i++)
    check_chain (self, &g_array_index (chains, Chain, i), &failed);

  if (failed == NULL &&
      qd_db_get_integer (self->db, &failed, &stray,
                         "SELECT count(*) FROM tx"
                         " WHERE rid NOT IN (SELECT rid FROM stream)",
                         "") && stray > 0)
    find (self, ngettext ("%" PRId64 " entry of the log belongs to no stream.",
                          "%" PRId64 " entries of the log belong to no stream.",
                          (gulong) stray), stray);

  return failed == NULL || survive (self, failed, error);
}

static gboolean
compare (Check       *self,
         const char  *table,
         const char  *sql,
         GError     **error)
{
  gint64 n_differ = 0;

  if (!qd_db_get_integer (self->db, error, &n_differ, sql, ""))
    return FALSE;
  if (n_differ > 0)
    find (self, ngettext ("%" PRId64 " row of the table “%s” is not what the log says.",
                          "%" PRId64 " rows of the table “%s” are not what the log says.",
                          (gulong) n_differ), n_differ, table);

  return TRUE;
}

static gboolean
compare_projection (Check         *self,
                    QdEntityKind   kind,
                    GError       **error)
{
  const char *table = qd_field_get_table (kind);
  g_autofree char *sql = NULL;

  sql = g_strdup_printf (DIFFERENCE ("*", "id", "main.\"%1$s\"", "temp.\"%1$s\""), table);

  return compare (self, table, sql, error);
}

/* Builds all that derives from the log once more and compares it. */
static gboolean
check_derived (Check   *self,
               GError **error)
{
  GError *failed = NULL;
  gboolean done;

  done = qd_projection_build_shadow (self->db, self->cancellable, &failed) &&
         compare (self, "chg",
                  DIFFERENCE ("*", "ent, field, stamp, rid", "main.chg", "temp.chg"),
                  &failed);
  for (int kind = QD_ENTITY_CYCLE; done && kind <= QD_ENTITY_LAST; kind++)
    done = compare_projection (self, (QdEntityKind) kind, &failed);

  done = done &&
         compare (self, "search",
                  DIFFERENCE ("rowid, title, body, kind", "rowid", "main.search",
                              "temp.search"), &failed) &&
         qd_db_exec (self->db,
                     "CREATE VIRTUAL TABLE temp.words"
                     " USING fts5vocab(main, search, instance);"
                     "CREATE VIRTUAL TABLE temp.shadow_words"
                     " USING fts5vocab(temp, search, instance)", &failed) &&
         compare (self, "search",
                  DIFFERENCE ("*", "term, doc, col, offset", "words", "shadow_words"),
                  &failed);

  return done || survive (self, failed, error);
}

static gboolean
check_all (Check   *self,
           GError **error)
{
  GError *failed = NULL;
  gint64 format = 0;

  /* What is built to compare can be as large as the file: not into memory. */
  if (!qd_db_exec (self->db, "PRAGMA temp_store=FILE", error) ||
      !qd_db_begin_read (self->db, error))
    return FALSE;
  if (!qd_schema_get_format (self->db, &format, &failed))
    {
      if (!g_error_matches (failed, QD_ERROR, QD_ERROR_NOT_OURS))
        return survive (self, failed, error);
      g_propagate_error (error, failed);
      return FALSE;
    }
  if (format == 0)
    {
      qd_db_set_error (self->db, SQLITE_NOTADB, error);
      return FALSE;
    }
  if (format > QD_SCHEMA_FORMAT)
    {
      g_set_error_literal (error, QD_ERROR, QD_ERROR_NEWER,
                           _("This file was written by a newer Quarterdeck, which alone "
                             "can check it."));
      return FALSE;
    }
  if (!check_pages (self, error) || !check_log (self, error))
    return FALSE;

  /* What derives from the log is made anew when an older file is opened. */
  return format < QD_SCHEMA_FORMAT ||
         (check_tables (self, error) && check_derived (self, error));
}

/**
 * qd_check_file:
 * @path: a file
 * @findings: (out) (transfer full) (element-type utf8): what is wrong, each a
 *   translated sentence; empty for a sound file
 * @cancellable: (nullable): checked all the time
 * @error: return location; set where the file could not be checked, because it
 *   is not there, is none of ours, is newer, is locked, or because of
 *   @cancellable
 *
 * Changes nothing.
 *
 * Returns: whether the file was checked
 */
gboolean
qd_check_file (const char    *path,
               GPtrArray    **findings,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (QdDb) db = NULL;
  g_autofree char *name = g_filename_display_name (path);
  Check check = { NULL, found, cancellable };

  *findings = NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, QD_ERROR, QD_ERROR_NOT_FOUND, _("There is no file “%s”."),
                   name);
      return FALSE;
    }
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, QD_ERROR, QD_ERROR_NOT_OURS, _("“%s” is a folder, not a file."),
                   name);
      return FALSE;
    }
  db = qd_db_open (path, QD_DB_READ_ONLY, error);
  if (db == NULL)
    return FALSE;

  qd_db_set_cancellable (db, cancellable);
  check.db = db;
  if (!check_all (&check, error))
    return FALSE;
  *findings = g_steal_pointer (&found);

  return TRUE;
}

/**
 * qd_check_rebuild:
 * @path: a file
 * @cancellable: (nullable): checked all the time
 * @error: return location
 *
 * Makes everything that derives from the log anew. Others who have the file open
 * have to wait, and then see the result.
 *
 * Returns: whether it was done; the file is as before where not
 */
gboolean
qd_check_rebuild (const char    *path,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (QdStore) store = NULL;

  store = qd_store_open (path, QD_OPEN_EXISTING | QD_OPEN_WITHOUT_MODELS, error);
  if (store == NULL)
    return FALSE;
  if (qd_store_get_read_only (store))
    {
      g_set_error_literal (error, QD_ERROR, QD_ERROR_READ_ONLY,
                           qd_store_get_read_only_reason (store));
      return FALSE;
    }

  return qd_projection_rebuild (qd_store_get_db (store), cancellable, error);
}
