/* The one door to SQL.
 *
 * Statements are kept by their text and reset after use. A write transaction
 * begins IMMEDIATE, so that nothing read in it can be stale when it writes; it
 * may be begun again by whoever is called inside, and only the outermost commit
 * counts. Every SQLite code becomes an error here and nowhere else, in the words of
 * qd-failure.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "qd-db.h"
#include "qd-failure.h"
#include "qd-locks.h"

/* Steps of SQLite's machine between two looks at the cancellable. */
#define PROGRESS_STEPS 10000

/* How long another program may hold the file before we give up. */
#define BUSY_TIMEOUT_MS 5000

struct _QdDb
{
  sqlite3 *handle;
  char *path;
  GHashTable *statements;
  guint depth;
  gboolean failed;
  gboolean tidy;
};

static gboolean
fail (QdDb    *self,
      int      code,
      GError **error)
{
  qd_db_set_error (self, code, error);

  return FALSE;
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static sqlite3_stmt *
prepare (QdDb        *self,
         const char  *sql,
         GError     **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  int code;

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      return statement;
    }

  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT,
                             &statement, NULL);
  if (code != SQLITE_OK)
    {
      fail (self, code, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, g_strdup (sql), statement);

  return statement;
}

static void
bind_value (sqlite3_stmt  *statement,
            int            index,
            const QdValue *value)
{
  switch (value->type)
    {
    case QD_VALUE_INTEGER:
      sqlite3_bind_int64 (statement, index, value->integer);
      break;
    case QD_VALUE_TEXT:
      sqlite3_bind_text (statement, index, value->text, -1, SQLITE_TRANSIENT);
      break;
    case QD_VALUE_NULL:
    default:
      sqlite3_bind_null (statement, index);
      break;
    }
}

/* Binds one argument a letter: i gint64, d double, s text or NULL, v const
 * QdValue *, b const void * and gsize. Texts must stay until the last step.
 */
static void
bind (sqlite3_stmt *statement,
      const char   *types,
      va_list       arguments)
{
  for (int i = 0; types[i] != '\0'; i++)
    {
      const void *bytes;

      switch (types[i])
        {
        case 'i':
          sqlite3_bind_int64 (statement, i + 1, va_arg (arguments, gint64));
          break;
        case 'd':
          sqlite3_bind_double (statement, i + 1, va_arg (arguments, double));
          break;
        case 's':
          sqlite3_bind_text (statement, i + 1, va_arg (arguments, const char *), -1,
                             SQLITE_STATIC);
          break;
        case 'v':
          bind_value (statement, i + 1, va_arg (arguments, const QdValue *));
          break;
        case 'b':
          bytes = va_arg (arguments, const void *);
          sqlite3_bind_blob64 (statement, i + 1, bytes,
                               va_arg (arguments, gsize), SQLITE_STATIC);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

static sqlite3_stmt *
query_valist (QdDb        *self,
              GError     **error,
              const char  *sql,
              const char  *types,
              va_list      arguments)
{
  sqlite3_stmt *statement = prepare (self, sql, error);

  if (statement != NULL)
    bind (statement, types, arguments);

  return statement;
}

static gboolean
log_is_empty (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf status;

  return g_stat (log, &status) != 0 || status.st_size == 0;
}

/* A connection that only reads leaves an empty log and its index behind, where it
 * found none. One that may write takes them away if nobody else needs them.
 */
static void
tidy_up (const char *path)
{
  sqlite3 *handle = NULL;

  if (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                       NULL) == SQLITE_OK)
    sqlite3_exec (handle, "PRAGMA schema_version", NULL, NULL, NULL);
  sqlite3_close_v2 (handle);
}

/* Where nothing can be written, or no room is left, SQLite cannot make the index of
 * its log either, and refuses. With no log there, the file itself is all there is to
 * read.
 */
static int
do_without_log (QdDb *self)
{
  int code = sqlite3_exec (self->handle, "PRAGMA schema_version", NULL, NULL, NULL);
  const gboolean full = qd_failure_is_full (sqlite3_extended_errcode (self->handle),
                                            sqlite3_system_errno (self->handle));
  g_autofree char *real = realpath (self->path, NULL);
  g_autofree char *uri = NULL;
  g_autofree char *immutable = NULL;

  code &= 0xff;
  if ((code != SQLITE_CANTOPEN && code != SQLITE_READONLY && !full) || real == NULL ||
      !log_is_empty (real))
    return SQLITE_OK;

  uri = g_filename_to_uri (real, NULL, NULL);
  immutable = g_strconcat (uri, "?immutable=1", NULL);
  sqlite3_close_v2 (self->handle);

  return sqlite3_open_v2 (immutable, &self->handle,
                          SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
}

static int
on_progress (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static gboolean
configure (QdDb     *self,
           QdDbMode  mode,
           GError  **error)
{
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_extended_result_codes (self->handle, 1);

  /* A kept statement is planned once. Otherwise SQLite would plan it anew at every
   * value bound to what a partial index asks for, as to the field of a cell. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_QPSG, 1, NULL);

  /* None of ours has any; in a file that somebody sent they could do anything. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);

  if (!qd_db_exec (self,
                   "PRAGMA foreign_keys=OFF; PRAGMA temp_store=MEMORY;"
                   "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;", error))
    return FALSE;

  /* A helper thread checkpoints and syncs: no edit ever waits for the disk. */
  return mode == QD_DB_READ_ONLY ||
         qd_db_exec (self, "PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=0;", error);
}

static gboolean
begin (QdDb        *self,
       const char  *sql,
       GError     **error)
{
  if (self->depth == 0)
    {
      if (!qd_db_run (self, error, sql, ""))
        return FALSE;
      self->failed = FALSE;
    }
  self->depth++;

  return TRUE;
}

/**
 * qd_db_open:
 * @path: the file
 * @mode: whether it is written; a file that is written is created where there
 *   is none
 * @error: return location
 *
 * Opens a connection. Looks at nothing in the file yet, so a file of another
 * kind is only noticed at the first query.
 *
 * Returns: (transfer full) (nullable): the connection
 */
QdDb *
qd_db_open (const char  *path,
            QdDbMode     mode,
            GError     **error)
{
  g_autoptr (QdDb) self = g_new0 (QdDb, 1);
  int flags = mode == QD_DB_READ_ONLY
                ? SQLITE_OPEN_READONLY
                : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  int code;

  qd_locks_install ();

  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            finalize_statement);

  code = sqlite3_open_v2 (path, &self->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);
  if (code == SQLITE_OK && mode == QD_DB_READ_ONLY)
    {
      self->tidy = log_is_empty (path);
      code = do_without_log (self);
    }
  if (code != SQLITE_OK)
    {
      fail (self, code, error);
      return NULL;
    }
  if (!configure (self, mode, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
qd_db_close (QdDb *self)
{
  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->handle);
  if (self->tidy)
    tidy_up (self->path);
  g_free (self->path);
  g_free (self);
}

/**
 * qd_db_get_handle:
 *
 * Returns: (transfer none): SQLite's own connection, for backups and checkpoints
 */
sqlite3 *
qd_db_get_handle (QdDb *self)
{
  return self->handle;
}

/**
 * qd_db_set_cancellable:
 * @self: a connection
 * @cancellable: (nullable) (transfer none): which must outlive the connection, or be
 *   taken back with %NULL
 *
 * From now on a statement that runs while @cancellable is cancelled fails with
 * %G_IO_ERROR_CANCELLED.
 */
void
qd_db_set_cancellable (QdDb         *self,
                       GCancellable *cancellable)
{
  sqlite3_progress_handler (self->handle, cancellable != NULL ? PROGRESS_STEPS : 0,
                            cancellable != NULL ? on_progress : NULL, cancellable);
}

/**
 * qd_db_exec:
 * @self: a connection
 * @sql: one or more statements that are not worth keeping
 * @error: return location
 *
 * Returns: whether all of them ran
 */
gboolean
qd_db_exec (QdDb        *self,
            const char  *sql,
            GError     **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || fail (self, code, error);
}

/**
 * qd_db_execf:
 * @self: a connection
 * @error: return location
 * @format: printf format of names from the field registry, never of user data
 *
 * Returns: whether the statements ran
 */
gboolean
qd_db_execf (QdDb        *self,
             GError     **error,
             const char  *format,
             ...)
{
  g_autofree char *sql = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return qd_db_exec (self, sql, error);
}

/**
 * qd_db_query:
 * @self: a connection
 * @error: return location
 * @sql: one statement
 * @types: one letter an argument: `i` gint64, `d` double, `s` text, `v` const
 *   #QdValue *, `b` bytes and their gsize
 *
 * Binds a kept statement. Read it with qd_db_next() to its end, or
 * sqlite3_reset() it: one left open holds a read transaction.
 *
 * Returns: (transfer none) (nullable): the statement
 */
sqlite3_stmt *
qd_db_query (QdDb        *self,
             GError     **error,
             const char  *sql,
             const char  *types,
             ...)
{
  sqlite3_stmt *statement;
  va_list arguments;

  va_start (arguments, types);
  statement = query_valist (self, error, sql, types, arguments);
  va_end (arguments);

  return statement;
}

/**
 * qd_db_next:
 * @self: a connection
 * @statement: of qd_db_query()
 * @error: return location, which tells the end from a failure
 *
 * Returns: whether there is another row; otherwise the statement was reset
 */
gboolean
qd_db_next (QdDb          *self,
            sqlite3_stmt  *statement,
            GError       **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    return TRUE;

  if (code != SQLITE_DONE)
    fail (self, code, error);
  sqlite3_reset (statement);

  return FALSE;
}

/**
 * qd_db_run:
 *
 * As qd_db_query(), for a statement without rows.
 *
 * Returns: whether it ran
 */
gboolean
qd_db_run (QdDb        *self,
           GError     **error,
           const char  *sql,
           const char  *types,
           ...)
{
  sqlite3_stmt *statement;
  va_list arguments;

  va_start (arguments, types);
  statement = query_valist (self, error, sql, types, arguments);
  va_end (arguments);

  return statement != NULL && qd_db_finish (self, statement, error);
}

/**
 * qd_db_finish:
 * @self: a connection
 * @statement: of qd_db_query()
 * @error: return location
 *
 * Runs a statement to its end, whatever rows it has, and resets it.
 *
 * Returns: whether it ran
 */
gboolean
qd_db_finish (QdDb          *self,
              sqlite3_stmt  *statement,
              GError       **error)
{
  int code;

  do
    code = sqlite3_step (statement);
  while (code == SQLITE_ROW);

  if (code != SQLITE_DONE)
    fail (self, code, error);
  sqlite3_reset (statement);

  return code == SQLITE_DONE;
}

/**
 * qd_db_get_integer:
 * @self: a connection
 * @error: return location
 * @result: (out): first column of the first row; left alone where there is none
 * @sql: one statement
 * @types: as in qd_db_query()
 *
 * Returns: whether the query ran
 */
gboolean
qd_db_get_integer (QdDb        *self,
                   GError     **error,
                   gint64      *result,
                   const char  *sql,
                   const char  *types,
                   ...)
{
  sqlite3_stmt *statement;
  va_list arguments;
  int code;

  va_start (arguments, types);
  statement = query_valist (self, error, sql, types, arguments);
  va_end (arguments);

  if (statement == NULL)
    return FALSE;

  code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    *result = sqlite3_column_int64 (statement, 0);
  else if (code != SQLITE_DONE)
    fail (self, code, error);
  sqlite3_reset (statement);

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

/**
 * qd_db_list_ids:
 * @self: a connection
 * @sql: a query of one parameter
 * @id: the parameter
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the first column of all
 *   rows
 */
GArray *
qd_db_list_ids (QdDb        *self,
                const char  *sql,
                gint64       id,
                GError     **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *row = qd_db_query (self, error, sql, "i", id);
  GError *failed = NULL;

  while (row != NULL && qd_db_next (self, row, &failed))
    {
      const gint64 found = sqlite3_column_int64 (row, 0);

      g_array_append_val (ids, found);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL ? g_steal_pointer (&ids) : NULL;
}

/**
 * qd_db_begin:
 *
 * Begins a write transaction, or joins the one that is open. Each success needs
 * one qd_db_commit() or qd_db_rollback().
 *
 * Returns: whether the file is ours to write
 */
gboolean
qd_db_begin (QdDb    *self,
             GError **error)
{
  return begin (self, "BEGIN IMMEDIATE", error);
}

/**
 * qd_db_begin_read:
 *
 * Begins a transaction that sees one state of the file, or joins the open one.
 *
 * Returns: whether it began
 */
gboolean
qd_db_begin_read (QdDb    *self,
                  GError **error)
{
  return begin (self, "BEGIN", error);
}

/**
 * qd_db_commit:
 *
 * Ends what qd_db_begin() began. Where somebody inside rolled back, or the
 * commit itself fails, everything is rolled back.
 *
 * Returns: whether the changes are in the file, or will be at the outermost
 *   commit
 */
gboolean
qd_db_commit (QdDb    *self,
              GError **error)
{
  g_return_val_if_fail (self->depth > 0, FALSE);

  if (self->failed)
    {
      qd_db_rollback (self);
      g_set_error_literal (error, QD_ERROR, QD_ERROR_FAILED,
                           _("A part of the change failed; nothing was written."));
      return FALSE;
    }

  if (self->depth > 1)
    {
      self->depth--;
      return TRUE;
    }

  if (!qd_db_run (self, error, "COMMIT", ""))
    {
      qd_db_rollback (self);
      return FALSE;
    }
  self->depth = 0;

  return TRUE;
}

/**
 * qd_db_rollback:
 *
 * Ends what qd_db_begin() began and lets the whole transaction come to nothing.
 */
void
qd_db_rollback (QdDb *self)
{
  g_return_if_fail (self->depth > 0);

  self->failed = TRUE;
  if (--self->depth > 0)
    return;

  /* SQLite may have rolled back by itself already. */
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * qd_db_text:
 *
 * Returns: (transfer none) (nullable): a text column of the present row
 */
const char *
qd_db_text (sqlite3_stmt *statement,
            int           column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

/**
 * qd_db_value:
 * @statement: a statement with a row
 * @column: which column
 * @value: (inout): an initialized value
 *
 * Reads a cell of the log. A number with a fraction, which only a foreign
 * program could have put there, is read as its text.
 */
void
qd_db_value (sqlite3_stmt *statement,
             int           column,
             QdValue      *value)
{
  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_NULL:
      qd_value_clear (value);
      break;
    case SQLITE_INTEGER:
      qd_value_set_integer (value, sqlite3_column_int64 (statement, column));
      break;
    default:
      qd_value_set_text (value, qd_db_text (statement, column));
      break;
    }
}

/**
 * qd_db_set_error:
 * @self: a connection
 * @code: what SQLite returned
 * @error: (out): return location
 *
 * Puts SQLite's code into words for people.
 */
void
qd_db_set_error (QdDb    *self,
                 int      code,
                 GError **error)
{
  qd_failure_explain (code, sqlite3_system_errno (self->handle), self->path,
                      sqlite3_errmsg (self->handle), error);
}
