/* SQLite's codes as sentences for people: what happened, what became of the data,
 * and what to do.
 */

#include "config.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <sqlite3.h>

#include "qd-error.h"
#include "qd-failure.h"

static void
explain_full (int          code,
              const char  *name,
              GError     **error)
{
  if ((code & 0xff) == SQLITE_FULL)
    g_set_error (error, QD_ERROR, QD_ERROR_NO_SPACE,
                 _("The disk is full. The last change was not saved; everything before "
                   "it is safe in “%s”. Make room and try again."), name);
  else
    g_set_error (error, QD_ERROR, QD_ERROR_NO_SPACE,
                 _("The disk is full, so “%s” cannot be opened. What is in it is safe. Make "
                   "room and try again."), name);
}

/**
 * qd_failure_is_full:
 * @code: what SQLite returned, extended
 * @reason: the errno of it
 *
 * SQLite calls a disk full only where it wrote to it itself. The index of its log is
 * memory, for which the file system has to find room.
 *
 * Returns: whether it failed for lack of room
 */
gboolean
qd_failure_is_full (int code,
                    int reason)
{
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return TRUE;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return code == SQLITE_IOERR_SHMSIZE || reason == ENOSPC || reason == EDQUOT;
    default:
      return FALSE;
    }
}

/**
 * qd_failure_explain:
 * @code: what SQLite returned, extended
 * @reason: the errno of it
 * @path: the file
 * @message: what SQLite itself says
 * @error: (out): return location
 *
 * Puts a failure into words for people.
 */
void
qd_failure_explain (int          code,
                    int          reason,
                    const char  *path,
                    const char  *message,
                    GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (qd_failure_is_full (code, reason))
    {
      explain_full (code, name, error);
      return;
    }

  switch (code & 0xff)
    {
    case SQLITE_READONLY:
    case SQLITE_PERM:
      g_set_error (error, QD_ERROR, QD_ERROR_READ_ONLY,
                   _("“%s” cannot be written. Nothing was changed."), name);
      break;
    case SQLITE_CANTOPEN:
      g_set_error (error, QD_ERROR, QD_ERROR_READ_ONLY,
                   _("“%s” cannot be opened. Check that the folder exists and that you "
                     "may write there."), name);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, QD_ERROR, QD_ERROR_LOCKED,
                   _("Another program is holding “%s”. Nothing was changed; close the "
                     "other program and try again."), name);
      break;
    case SQLITE_NOTADB:
      g_set_error (error, QD_ERROR, QD_ERROR_NOT_OURS,
                   _("“%s” is not a Quarterdeck file. It was left as it is."), name);
      break;
    case SQLITE_CORRUPT:
      g_set_error (error, QD_ERROR, QD_ERROR_DAMAGED,
                   _("“%s” is damaged. It was left as it is; restore a backup or recover "
                     "what can be read into a new file."), name);
      break;
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                           _("Cancelled. Nothing was changed."));
      break;
    default:
      g_set_error (error, QD_ERROR, QD_ERROR_FAILED,
                   _("“%s” could not be read or written (%s). Nothing was changed."),
                   name, message);
      break;
    }
}
