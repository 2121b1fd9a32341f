/* Whether a place is fit for a file: asked before SQLite sees it, so that what
 * is refused was not touched.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <linux/magic.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "qd-gate.h"

/* What every database begins with, in bytes. */
#define HEADER_SIZE 100

/* Not in every linux/magic.h. */
#define MAGIC_CIFS 0xff534d42
#define MAGIC_CEPH 0x00c36400
#define MAGIC_VBOXSF 0x786f4256

static gboolean
refuse (GError     **error,
        QdError      code,
        const char  *format,
        ...) G_GNUC_PRINTF (3, 4);

static gboolean
refuse (GError     **error,
        QdError      code,
        const char  *format,
        ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (QD_ERROR, (int) code, format, arguments));
  va_end (arguments);

  return FALSE;
}

/* Says no for what is mounted read-only even to root. */
static gboolean
can_write (const char *path)
{
  return access (path, W_OK) == 0;
}

/* Where SQLite puts the log: beside the file itself, not beside a link to it. */
static char *
folder_of (const char *path)
{
  g_autofree char *real = realpath (path, NULL);

  return g_path_get_dirname (real != NULL ? real : path);
}

/* A log with changes, and no index of it by which they could be read. */
static gboolean
has_unread_log (const char *path)
{
  g_autofree char *real = realpath (path, NULL);
  g_autofree char *log = g_strconcat (real, "-wal", NULL);
  g_autofree char *index = g_strconcat (real, "-shm", NULL);
  struct stat status;

  return stat (log, &status) == 0 && status.st_size > 0 && stat (index, &status) != 0;
}

static gboolean
check_share (const char  *path,
             GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);
  struct statfs status;

  if (statfs (path, &status) != 0 || !qd_gate_is_network ((guint32) status.f_type))
    return TRUE;

  return refuse (error, QD_ERROR_NETWORK,
                 _("“%s” lies on a network share, where a file that several programs write "
                   "is damaged sooner or later. Copy it to a disk of this computer and "
                   "open it there."), name);
}

static gboolean
check_folder (const char  *path,
              GError     **error)
{
  g_autofree char *folder = folder_of (path);
  g_autofree char *name = g_filename_display_name (folder);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return refuse (error, QD_ERROR_READ_ONLY,
                   _("The folder “%s” does not exist. Nothing was written."), name);
  if (!check_share (folder, error))
    return FALSE;

  return can_write (folder) ||
         refuse (error, QD_ERROR_READ_ONLY,
                 _("The folder “%s” cannot be written. Nothing was written."), name);
}

static gboolean
check_file (const char  *path,
            char       **read_only_reason,
            GError     **error)
{
  g_autofree char *folder = folder_of (path);
  g_autofree char *name = g_filename_display_name (path);
  struct stat status;

  if (stat (path, &status) != 0 || access (path, R_OK) != 0)
    return refuse (error, QD_ERROR_READ_ONLY, _("“%s” cannot be read."), name);
  if (S_ISDIR (status.st_mode))
    return refuse (error, QD_ERROR_NOT_OURS, _("“%s” is a folder, not a file."), name);
  /* To open a pipe would wait for ever. */
  if (!S_ISREG (status.st_mode))
    return refuse (error, QD_ERROR_NOT_OURS, _("“%s” is not a regular file."), name);
  /* SQLite takes a file of one byte for an empty one, and writes over it. */
  if (status.st_size > 0 && status.st_size < HEADER_SIZE)
    return refuse (error, QD_ERROR_NOT_OURS,
                   _("“%s” is not a Quarterdeck file. It was left as it is."), name);
  if (!check_share (path, error))
    return FALSE;

  if (!can_write (folder) && has_unread_log (path))
    return refuse (error, QD_ERROR_READ_ONLY,
                   _("“%s” was not closed properly, so its last changes are in another file, "
                     "“%s-wal”. They cannot be brought together where nothing can be written. "
                     "Copy both files to a folder of your own and open the copy."), name,
                   name);
  if (!can_write (path))
    *read_only_reason = g_strdup (_("The file cannot be written. It can be read but not "
                                    "changed."));
  else if (!can_write (folder))
    *read_only_reason = g_strdup (_("The folder that the file is in cannot be written. The "
                                    "file can be read but not changed."));

  return TRUE;
}

/**
 * qd_gate_is_network:
 * @type: the type of a file system, as statfs() tells it
 *
 * SQLite's locks and its shared memory do not hold across machines. Every FUSE
 * file system counts, because its type does not tell a local one from sshfs.
 *
 * Returns: whether a file there may be written by another machine
 */
gboolean
qd_gate_is_network (guint32 type)
{
  switch (type)
    {
    case NFS_SUPER_MAGIC:
    case SMB_SUPER_MAGIC:
    case SMB2_SUPER_MAGIC:
    case MAGIC_CIFS:
    case FUSE_SUPER_MAGIC:
    case V9FS_MAGIC:
    case AFS_SUPER_MAGIC:
    case AFS_FS_MAGIC:
    case CODA_SUPER_MAGIC:
    case NCP_SUPER_MAGIC:
    case MAGIC_CEPH:
    case MAGIC_VBOXSF:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * qd_gate_resolve:
 * @path: a file that shall be opened or made, or a link to it
 * @error: return location; %QD_ERROR_INVALID for an empty name,
 *   %QD_ERROR_NOT_FOUND for a link that leads nowhere
 *
 * SQLite keeps the log beside the file that a link leads to, and takes some names
 * for something else; where a path begins at the root, it is only ever a file.
 *
 * Returns: (transfer full) (nullable): the file itself, from the root, whether it
 *   exists or not
 */
char *
qd_gate_resolve (const char  *path,
                 GError     **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *real = realpath (path, NULL);

  if (real != NULL)
    return g_steal_pointer (&real);
  if (*path == '\0')
    {
      refuse (error, QD_ERROR_INVALID, _("A file needs a name. Nothing was written."));
      return NULL;
    }
  if (g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      refuse (error, QD_ERROR_NOT_FOUND,
              _("“%s” is a link to a file that is not there. Nothing was written."), shown);
      return NULL;
    }

  folder = g_path_get_dirname (path);
  name = g_path_get_basename (path);
  real = realpath (folder, NULL);

  return real != NULL ? g_build_filename (real, name, NULL)
                      : g_canonicalize_filename (path, NULL);
}

/**
 * qd_gate_check_place:
 * @path: a file that shall be opened
 * @exists: whether it is there; else it shall be made
 * @read_only_reason: (out) (nullable): why it can be read but not written, as
 *   sentences for people
 * @error: return location; %QD_ERROR_NETWORK, %QD_ERROR_NOT_OURS or
 *   %QD_ERROR_READ_ONLY
 *
 * Returns: whether the file may be opened
 */
gboolean
qd_gate_check_place (const char  *path,
                     gboolean     exists,
                     char       **read_only_reason,
                     GError     **error)
{
  *read_only_reason = NULL;

  return exists ? check_file (path, read_only_reason, error) : check_folder (path, error);
}

/**
 * qd_gate_refuse_old:
 * @path: a file of an older format that cannot be written
 * @error: return location, set to %QD_ERROR_READ_ONLY
 *
 * Returns: %FALSE
 */
gboolean
qd_gate_refuse_old (const char  *path,
                    GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  return refuse (error, QD_ERROR_READ_ONLY,
                 _("“%s” was written by an older Quarterdeck and must be brought up to date, "
                   "but cannot be written here. Copy it to a folder of your own and open "
                   "the copy."), name);
}

/**
 * qd_gate_refuse_empty:
 * @path: an empty file that cannot be written
 * @error: return location, set to %QD_ERROR_READ_ONLY
 *
 * Returns: %FALSE
 */
gboolean
qd_gate_refuse_empty (const char  *path,
                      GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  return refuse (error, QD_ERROR_READ_ONLY,
                 _("“%s” is empty and cannot be written, so nothing can be kept in it."),
                 name);
}
