/* Files in the making: each has a name that nobody else has, and nobody but its
 * owner may read it. It gets the name that was asked for once it is whole and on
 * the disk.
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "qd-database-file.h"
#include "qd-error.h"
#include "qd-part.h"
#include "qd-rank.h"

static guint
mode_of (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (status.st_mode & 0666) | 0600 : 0600;
}

/**
 * qd_part_create:
 * @target: what the file will be called
 * @error: return location; %QD_ERROR_INVALID where @target belongs to another file
 *
 * Makes an empty file beside @target. Either qd_part_finish() or
 * qd_part_discard() it.
 *
 * Returns: (transfer full) (nullable): its name until it is whole
 */
char *
qd_part_create (const char  *target,
                GError     **error)
{
  if (qd_database_file_refuse_companion (target, error))
    return NULL;

  for (;;)
    {
      g_autofree char *part = NULL;
      guint32 number;
      int fd;

      qd_random_bytes (&number, sizeof number);
      part = g_strdup_printf ("%s.%08x.part", target, number);
      fd = open (part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
      if (fd >= 0)
        {
          close (fd);
          return g_steal_pointer (&part);
        }
      if (errno != EEXIST)
        {
          qd_part_fail (target, errno, error);
          return NULL;
        }
    }
}

/**
 * qd_part_finish:
 * @part: a file of qd_part_create(), which no connection has open
 * @target: the name that it was made for
 * @like: another file: who may read that may read this one from now on
 * @error: return location; set where there is a file of that name by now, or
 *   where the disk refuses
 *
 * Gives a whole file its name.
 *
 * Returns: whether @target is on the disk; where not, @part may still be there
 */
gboolean
qd_part_finish (const char  *part,
                const char  *target,
                const char  *like,
                GError     **error)
{
  if (!qd_part_sync (part, like, error))
    return FALSE;

  qd_part_delete_companions (part);
  if (renameat2 (AT_FDCWD, part, AT_FDCWD, target, RENAME_NOREPLACE) != 0)
    return errno == EEXIST ? qd_part_refuse_existing (target, error)
                           : qd_part_fail (target, errno, error);
  if (!qd_part_sync_folder_of (target, error))
    {
      g_unlink (target);
      return FALSE;
    }

  return TRUE;
}

/**
 * qd_part_replace:
 * @part: a file of qd_part_create(), which no connection has open
 * @target: the name that it was made for; nobody has open what bears it
 * @like: another file: who may read that may read this one from now on
 * @error: return location
 *
 * Puts a whole file in the place of another, if there is one. At every instant
 * there is a whole file of that name.
 *
 * Returns: whether @target is on the disk; where @part is still there, all is as
 *   before
 */
gboolean
qd_part_replace (const char  *part,
                 const char  *target,
                 const char  *like,
                 GError     **error)
{
  if (!qd_part_sync (part, like, error))
    return FALSE;

  qd_part_delete_companions (part);
  /* A log left beside the name would be taken for that of the new file. */
  qd_part_delete_companions (target);
  if (g_rename (part, target) != 0)
    return qd_part_fail (target, errno, error);

  return qd_part_sync_folder_of (target, error);
}

/**
 * qd_part_discard:
 * @part: a file of qd_part_create()
 *
 * Deletes it, and what SQLite put beside it.
 */
void
qd_part_discard (const char *part)
{
  g_unlink (part);
  qd_part_delete_companions (part);
}

/**
 * qd_part_delete_companions:
 * @path: a file that no connection has open
 *
 * Deletes what SQLite may have put beside it.
 */
void
qd_part_delete_companions (const char *path)
{
  for (guint i = 0; i < QD_N_COMPANIONS; i++)
    {
      g_autofree char *name = g_strconcat (path, qd_companion_suffixes[i], NULL);

      g_unlink (name);
    }
}

/**
 * qd_part_sync:
 * @path: a file
 * @like: another file: who may read that may read this one from now on
 * @error: return location
 *
 * Returns: whether what is in the file is on the disk
 */
gboolean
qd_part_sync (const char  *path,
              const char  *like,
              GError     **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  gboolean synced = fd >= 0 && fchmod (fd, mode_of (like)) == 0 && fsync (fd) == 0;

  if (!synced)
    qd_part_fail (path, errno, error);
  if (fd >= 0)
    close (fd);

  return synced;
}

/**
 * qd_part_sync_folder_of:
 * @path: a file
 * @error: return location
 *
 * Without this a power cut can take the new name of a file away again.
 *
 * Returns: whether the names beside the file, and its own, are on the disk
 */
gboolean
qd_part_sync_folder_of (const char  *path,
                        GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean synced = fd >= 0 && fsync (fd) == 0;

  if (!synced)
    qd_part_fail (folder, errno, error);
  if (fd >= 0)
    close (fd);

  return synced;
}

/**
 * qd_part_refuse_existing:
 * @target: a name that is taken
 * @error: return location
 *
 * Returns: %FALSE, with @error set
 */
gboolean
qd_part_refuse_existing (const char  *target,
                         GError     **error)
{
  g_autofree char *name = g_filename_display_name (target);

  g_set_error (error, QD_ERROR, QD_ERROR_FAILED,
               _("There is a file “%s” already. Nothing was written; choose another "
                 "name."), name);

  return FALSE;
}

/**
 * qd_part_fail:
 * @path: what could not be written
 * @reason: an errno
 * @error: return location; %QD_ERROR_NO_SPACE or %QD_ERROR_READ_ONLY
 *
 * Returns: %FALSE, with @error set
 */
gboolean
qd_part_fail (const char  *path,
              int          reason,
              GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, QD_ERROR,
               reason == ENOSPC || reason == EDQUOT ? QD_ERROR_NO_SPACE
                                                    : QD_ERROR_READ_ONLY,
               _("“%s” could not be written (%s)."), name, g_strerror (reason));

  return FALSE;
}
