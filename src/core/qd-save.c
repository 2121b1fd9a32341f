/* Files that were made in memory come under their name all at once: under that name
 * there is the old file or the new one, and never half of it. Databases are never
 * written over.
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "qd-database-file.h"
#include "qd-error.h"
#include "qd-save.h"

/* What may read the file is what the person lets read new files. */
#define MODE 0666

/* ".ABC123" */
#define N_ADDED 7

static QdError
code_of (const GError *failed)
{
  if (g_error_matches (failed, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return QD_ERROR_NO_SPACE;

  if (g_error_matches (failed, G_FILE_ERROR, G_FILE_ERROR_NOENT) ||
      g_error_matches (failed, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    return QD_ERROR_NOT_FOUND;

  if (g_error_matches (failed, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
      g_error_matches (failed, G_FILE_ERROR, G_FILE_ERROR_PERM) ||
      g_error_matches (failed, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    return QD_ERROR_READ_ONLY;

  return QD_ERROR_FAILED;
}

static gboolean
fail (const char  *path,
      QdError      code,
      const char  *reason,
      GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  /* Translators: the name of a file, and a reason from the system. */
  g_set_error (error, QD_ERROR, code,
               _("“%s” could not be written (%s). What was there before is unchanged."), name,
               reason);

  return FALSE;
}

/* Devices and pipes have a name that is not to be given to something else. */
static gboolean
is_no_file (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 && !S_ISREG (status.st_mode) && !S_ISDIR (status.st_mode);
}

/* Returns 0, or why not all could be written. */
static int
write_all (int         descriptor,
           const char *bytes,
           gsize       length)
{
  while (length > 0)
    {
      const gssize written = write (descriptor, bytes, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return errno;
      bytes += written;
      length -= (gsize) written;
    }

  return 0;
}

static gboolean
pour (const char  *path,
      const char  *bytes,
      gsize        length,
      GError     **error)
{
  const int descriptor = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  int failure = descriptor < 0 ? errno : write_all (descriptor, bytes, length);

  if (descriptor >= 0 && close (descriptor) != 0 && failure == 0)
    failure = errno;
  if (failure == 0)
    return TRUE;

  g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (failure),
                       g_strerror (failure));

  return FALSE;
}

/* GLib writes beside the file, under a name that nobody knows, and then says that one:
 * that of the file and seven more letters. */
static char *
dup_reason (const char *path,
            const char *message)
{
  g_autofree char *name = g_filename_display_name (path);
  GString *reason = g_string_new (NULL);
  const char *at = message;

  for (const char *found = strstr (at, name); *name != '\0' && found != NULL;
       found = strstr (at, name))
    {
      const char *end = found + strlen (name);

      g_string_append_len (reason, at, end - at);
      at = *end == '.' && strlen (end) > N_ADDED ? end + N_ADDED : end;
    }
  g_string_append (reason, at);

  return g_string_free (reason, FALSE);
}

/**
 * qd_save_bytes:
 * @path: (type filename): where it goes; a file there is replaced, behind a link, too
 * @bytes: what is in it
 * @length: how many bytes
 * @error: return location; %QD_ERROR_NOT_FOUND, %QD_ERROR_READ_ONLY,
 *   %QD_ERROR_NO_SPACE or %QD_ERROR_FAILED; %QD_ERROR_INVALID for a database
 *
 * Returns: whether all of it was written; else what was there before is unchanged
 */
gboolean
qd_save_bytes (const char     *path,
               gconstpointer   bytes,
               gsize           length,
               GError        **error)
{
  g_autoptr (GError) failed = NULL;
  g_autofree char *reason = NULL;
  char *real = NULL;
  gboolean saved;

  g_return_val_if_fail (path != NULL, FALSE);

  if (qd_database_file_refuse (path, error))
    return FALSE;

  if (is_no_file (path))
    saved = pour (path, bytes, length, &failed);
  else
    {
      real = realpath (path, NULL);
      saved = g_file_set_contents_full (real != NULL ? real : path, bytes, (gssize) length,
                                        G_FILE_SET_CONTENTS_CONSISTENT, MODE, &failed);
    }
  if (!saved)
    reason = dup_reason (real != NULL ? real : path, failed->message);
  free (real);

  return saved || fail (path, code_of (failed), reason, error);
}

/**
 * qd_save_fail:
 * @path: (type filename): where it should have gone
 * @reason: why it could not be made
 * @error: return location for %QD_ERROR_FAILED
 *
 * Returns: %FALSE
 */
gboolean
qd_save_fail (const char  *path,
              const char  *reason,
              GError     **error)
{
  return fail (path, QD_ERROR_FAILED, reason, error);
}
