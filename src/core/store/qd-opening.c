/* Opens a file: makes a new one, brings an older format to today's after a
 * backup, falls back to reading only, and refuses the rest.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-backup.h"
#include "qd-gate.h"
#include "qd-identity.h"
#include "qd-opening.h"
#include "qd-projection.h"
#include "qd-schema.h"

/* Only inside the transaction is it certain that nobody else is at it. */
static gboolean
upgrade_file (QdDb        *db,
              const char  *path,
              GError     **error)
{
  gint64 format;

  if (!qd_backup_make (path, "before-upgrade", NULL, error) || !qd_db_begin (db, error))
    return FALSE;

  if (qd_schema_get_format (db, &format, error) &&
      (format >= QD_SCHEMA_FORMAT ||
       (qd_schema_upgrade (db, format, error) && qd_projection_rebuild (db, NULL, error))))
    return qd_db_commit (db, error);
  qd_db_rollback (db);

  return FALSE;
}

/* Opens the file and asks for its format. On a full disk a file can still be read,
 * where there is nothing but the file itself to read.
 */
static gboolean
connect_to (const char  *path,
            gboolean     exists,
            QdDb       **db,
            gint64      *format,
            char       **read_only_reason,
            GError     **error)
{
  GError *failed = NULL;

  *db = qd_db_open (path, *read_only_reason != NULL ? QD_DB_READ_ONLY : QD_DB_READ_WRITE,
                    &failed);
  if (*db != NULL && qd_schema_get_format (*db, format, &failed))
    return TRUE;
  if (!exists || *read_only_reason != NULL ||
      !g_error_matches (failed, QD_ERROR, QD_ERROR_NO_SPACE))
    {
      g_propagate_error (error, failed);
      return FALSE;
    }
  g_error_free (failed);

  g_clear_pointer (db, qd_db_close);
  *read_only_reason = g_strdup (_("The disk is full. The file can be read but not changed. "
                                  "Make room and open it again."));
  *db = qd_db_open (path, QD_DB_READ_ONLY, error);

  return *db != NULL && qd_schema_get_format (*db, format, error);
}

/* A newer program may have upgraded the file since it was opened here, or somebody
 * put a backup in its place.
 */
static gboolean
check_format (QdDb    *db,
              GError **error)
{
  gint64 format = 0;

  if (!qd_db_get_integer (db, error, &format, "PRAGMA user_version", ""))
    return FALSE;
  if (format == QD_SCHEMA_FORMAT)
    return TRUE;

  g_set_error_literal (error, QD_ERROR,
                       format > QD_SCHEMA_FORMAT ? QD_ERROR_NEWER : QD_ERROR_FAILED,
                       _("Another Quarterdeck has brought this file to a different format. "
                         "Nothing was changed; close the file and open it again."));

  return FALSE;
}

/* What is written into a file that was deleted or replaced goes with the last
 * program that has it open. */
static gboolean
check_place (QdDb        *db,
             const char  *path,
             GError     **error)
{
  g_autofree char *name = NULL;
  int moved = 0;

  sqlite3_file_control (qd_db_get_handle (db), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  if (!moved)
    return TRUE;

  name = g_filename_display_name (path);
  g_set_error (error, QD_ERROR, QD_ERROR_NOT_FOUND,
               _("“%s” was moved, replaced or deleted while it was open. Nothing was changed; "
                 "put it back, or open it where it is now."), name);

  return FALSE;
}

/**
 * qd_opening_open:
 * @path: the file
 * @db: (out): the connection
 * @place: (out): of qd_identity_describe_place()
 * @read_only_reason: (out) (nullable): why the file can only be read
 * @error: return location
 *
 * The out arguments belong to the caller also on failure.
 *
 * Returns: whether the file is open and of today's format, or can be read as if
 *   it were
 */
gboolean
qd_opening_open (const char  *path,
                 QdDb       **db,
                 char       **place,
                 char       **read_only_reason,
                 GError     **error)
{
  const gboolean exists = g_file_test (path, G_FILE_TEST_EXISTS);
  gint64 format = 0;

  if (!qd_gate_check_place (path, exists, read_only_reason, error))
    return FALSE;

  if (!connect_to (path, exists, db, &format, read_only_reason, error))
    return FALSE;
  *place = qd_identity_describe_place (path);

  if (format > QD_SCHEMA_FORMAT)
    {
      g_free (*read_only_reason);
      *read_only_reason =
        g_strdup (_("This file was written by a newer Quarterdeck. It can be read but not "
                    "changed here; update Quarterdeck to go on working with it."));
      return TRUE;
    }
  if (*read_only_reason != NULL)
    return format == QD_SCHEMA_FORMAT ||
           (format == 0 ? qd_gate_refuse_empty (path, error)
                        : qd_gate_refuse_old (path, error));
  if (format == 0)
    return qd_schema_create (*db, error);

  return format == QD_SCHEMA_FORMAT || upgrade_file (*db, path, error);
}

/**
 * qd_opening_check:
 * @db: a connection, inside a transaction
 * @path: the file that was opened
 * @error: return location; %QD_ERROR_NOT_FOUND where it is not there any more,
 *   %QD_ERROR_NEWER or %QD_ERROR_FAILED where another program changed its format
 *
 * Returns: whether the file is still the one that was opened, and can be written
 */
gboolean
qd_opening_check (QdDb        *db,
                  const char  *path,
                  GError     **error)
{
  return check_place (db, path, error) && check_format (db, error);
}
