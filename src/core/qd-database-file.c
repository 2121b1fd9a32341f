/* Which files are databases, and which ones SQLite keeps beside them: nothing else may
 * ever be written over these, ours or not, whoever has them open.
 *
 * They are known by what they begin with, and by their names. That a handle is opened
 * and closed for it costs SQLite no lock, for the reason that qd-locks.c tells.
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "qd-database-file.h"
#include "qd-error.h"

/* What every database begins with, its last byte too. */
static const char magic[] = "SQLite format 3";

/* What SQLite adds to the name of a database for what it keeps beside it. */
const char * const qd_companion_suffixes[QD_N_COMPANIONS] = { "-wal", "-shm", "-journal" };

/* Nobody waits here for the other end of a pipe. */
static gboolean
is_database (const char *path)
{
  char start[sizeof magic];
  GStatBuf status;
  gssize length;
  int handle;

  if (g_stat (path, &status) != 0 || !S_ISREG (status.st_mode))
    return FALSE;

  handle = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (handle < 0)
    return FALSE;
  do
    length = read (handle, start, sizeof start);
  while (length < 0 && errno == EINTR);
  close (handle);

  return length == (gssize) sizeof start && memcmp (start, magic, sizeof magic) == 0;
}

static gboolean
is_companion (const char *path)
{
  for (guint i = 0; i < QD_N_COMPANIONS; i++)
    {
      g_autofree char *stem = NULL;

      if (!g_str_has_suffix (path, qd_companion_suffixes[i]))
        continue;

      stem = g_strndup (path, strlen (path) - strlen (qd_companion_suffixes[i]));
      if (is_database (stem))
        return TRUE;
    }

  return FALSE;
}

static gboolean
check (const char  *path,
       gboolean     companions_only,
       GError     **error)
{
  char *real = realpath (path, NULL);
  const char *target = real != NULL ? real : path;
  const gboolean refused = is_companion (target) || (!companions_only && is_database (target));
  g_autofree char *name = g_filename_display_name (path);

  free (real);
  if (refused)
    g_set_error (error, QD_ERROR, QD_ERROR_INVALID,
                 /* Translators: the name of a file. */
                 _("“%s” is a Quarterdeck file or another database, or belongs to one. "
                   "Nothing was written; choose another name."), name);

  return refused;
}

/**
 * qd_database_file_refuse:
 * @path: (type filename): where something else is to be written
 * @error: return location for %QD_ERROR_INVALID
 *
 * A database is one by each of its names, a link of either kind, too. What SQLite
 * keeps beside it is refused where it is not there yet, too.
 *
 * Returns: whether that would be over a database or what belongs to it
 */
gboolean
qd_database_file_refuse (const char  *path,
                         GError     **error)
{
  g_return_val_if_fail (path != NULL, TRUE);

  return check (path, FALSE, error);
}

/**
 * qd_database_file_refuse_companion:
 * @path: (type filename): where a database is to be written
 * @error: return location for %QD_ERROR_INVALID
 *
 * Returns: whether that would be over what belongs to another database
 */
gboolean
qd_database_file_refuse_companion (const char  *path,
                                   GError     **error)
{
  g_return_val_if_fail (path != NULL, TRUE);

  return check (path, TRUE, error);
}
