/* Backups: whole copies of a file in a folder beside it.
 *
 *   quarterdeck.db
 *   quarterdeck.db.backups/quarterdeck 2026-11-22 09-30-00.db
 *   quarterdeck.db.backups/quarterdeck 2026-11-22 09-31-07 before-upgrade.db
 *
 * A name tells when its backup was made, and why where that was not the weekly
 * habit. A backup bears its name only once it is complete and on the disk.
 * Everything here opens connections of its own and may run in any thread.
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "qd-backup.h"
#include "qd-check.h"
#include "qd-clock.h"
#include "qd-part.h"
#include "qd-schema.h"

#define WEEK_MS (G_GINT64_CONSTANT (7) * 24 * 60 * 60 * 1000)

/* Of backups made for another reason, so many of each are kept. */
#define KEEP_LABELLED 4

/* Pages copied between two looks at the cancellable. */
#define STEP_PAGES 512

#define TIME_LENGTH 19

static char *
backups_folder (const char *path)
{
  return g_strconcat (path, ".backups", NULL);
}

/* The name of the file without ".db". */
static char *
stem_of (const char *path)
{
  char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, ".db"))
    name[strlen (name) - 3] = '\0';

  return name;
}

static char *
describe_time (gint64 now)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now / 1000);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);

  return g_date_time_format (local, "%Y-%m-%d %H-%M-%S");
}

/* The backup that bears @name; %NULL where the name is another one's. */
static QdBackup *
parse_name (const char *folder,
            const char *stem,
            const char *name)
{
  const gsize length = strlen (stem);
  int year, month, day, hour, minute, second, end = 0;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) made = NULL;
  g_autoptr (QdBackup) self = NULL;
  GStatBuf status;

  if (!g_str_has_prefix (name, stem) || name[length] != ' ' ||
      !g_str_has_suffix (name, ".db") ||
      sscanf (name + length + 1, "%4d-%2d-%2d %2d-%2d-%2d%n", &year, &month, &day, &hour,
              &minute, &second, &end) != 6 ||
      end != TIME_LENGTH)
    return NULL;

  made = g_date_time_new (zone, year, month, day, hour, minute, second);
  name += length + 1 + TIME_LENGTH;
  if (made == NULL || (*name != ' ' && *name != '.'))
    return NULL;

  self = g_new0 (QdBackup, 1);
  self->made = g_date_time_to_unix (made) * 1000;
  if (*name == ' ')
    self->label = g_strndup (name + 1, strlen (name + 1) - strlen (".db"));
  self->path = g_build_filename (folder, name - length - 1 - TIME_LENGTH, NULL);
  if (g_stat (self->path, &status) != 0)
    return NULL;
  self->size = status.st_size;

  return g_steal_pointer (&self);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const QdBackup *one = *(QdBackup * const *) a;
  const QdBackup *other = *(QdBackup * const *) b;

  if (one->made != other->made)
    return one->made > other->made ? -1 : 1;

  return strcmp (other->path, one->path);
}

/* Copies pages from one state of the source, which writers do not disturb. */
static gboolean
copy_pages (QdDb          *source,
            QdDb          *target,
            GCancellable  *cancellable,
            GError       **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (qd_db_get_handle (target), "main",
                                                qd_db_get_handle (source), "main");
  int code = SQLITE_OK;

  if (backup == NULL)
    code = sqlite3_errcode (qd_db_get_handle (target));
  while (code == SQLITE_OK)
    code = g_cancellable_is_cancelled (cancellable)
             ? SQLITE_INTERRUPT : sqlite3_backup_step (backup, STEP_PAGES);
  if (backup != NULL)
    sqlite3_backup_finish (backup);
  if (code != SQLITE_DONE)
    qd_db_set_error (target, code, error);

  return code == SQLITE_DONE;
}

static gboolean
copy_file (const char    *path,
           const char    *target,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (QdDb) source = qd_db_open (path, QD_DB_READ_ONLY, error);
  g_autoptr (QdDb) copy = NULL;
  gint64 format = 0;
  gboolean copied;

  if (source == NULL || !qd_db_begin_read (source, error))
    return FALSE;

  /* The first query fixes the state that is copied. */
  copied = qd_schema_get_format (source, &format, error);
  if (copied)
    copy = qd_db_open (target, QD_DB_READ_WRITE, error);
  copied = copied && copy != NULL && copy_pages (source, copy, cancellable, error);
  qd_db_rollback (source);

  g_clear_pointer (&copy, qd_db_close);

  return copied;
}

/* The name that a backup made at @now gets, which nothing bears yet; its folder
 * exists afterwards.
 */
static char *
new_name (const char  *path,
          const char  *label,
          gint64       now,
          GError     **error)
{
  g_autofree char *folder = backups_folder (path);
  g_autofree char *stem = stem_of (path);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      qd_part_fail (folder, errno, error);
      return NULL;
    }
  for (;; now += 1000)
    {
      g_autofree char *when = describe_time (now);
      g_autofree char *name = NULL;
      g_autofree char *full = NULL;

      name = g_strconcat (stem, " ", when, label != NULL ? " " : "",
                          label != NULL ? label : "", ".db", NULL);
      full = g_build_filename (folder, name, NULL);
      if (!g_file_test (full, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&full);
    }
}

/* Deletes what is older than the newest @keep backups with this label. That it
 * cannot be done takes nothing from what was done before.
 */
static void
prune (const char *path,
       const char *label,
       guint       keep)
{
  g_autoptr (GPtrArray) backups = qd_backup_list (path, NULL);
  guint n_same = 0;

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      const QdBackup *backup = g_ptr_array_index (backups, i);

      if (g_strcmp0 (backup->label, label) == 0 && ++n_same > keep)
        {
          g_unlink (backup->path);
          qd_part_delete_companions (backup->path);
        }
    }
}

static gboolean
make (const char    *path,
      const char    *label,
      gint64         now,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autofree char *target = new_name (path, label, now, error);
  g_autofree char *part = NULL;

  if (target == NULL)
    return FALSE;

  part = qd_part_create (target, error);
  if (part == NULL)
    return FALSE;
  if (!copy_file (path, part, cancellable, error) ||
      !qd_part_finish (part, target, path, error))
    {
      qd_part_discard (part);
      return FALSE;
    }
  prune (path, label, label != NULL ? KEEP_LABELLED : QD_BACKUP_KEEP);

  return TRUE;
}

/* A copy that somebody is about to work with must be sound. */
static gboolean
check_copy (const char    *copy,
            const char    *source,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *name = NULL;

  if (!qd_check_file (copy, &findings, cancellable, error))
    return FALSE;
  if (findings->len == 0)
    return TRUE;

  name = g_filename_display_name (source);
  g_set_error (error, QD_ERROR, QD_ERROR_DAMAGED,
               /* Translators: the name of a file, and a sentence that tells what
                * is wrong with it. */
               _("“%s” is damaged, so nothing was done with it. %s"), name,
               (const char *) g_ptr_array_index (findings, 0));

  return FALSE;
}

static gboolean
copy_soundly (const char    *source,
              const char    *part,
              GCancellable  *cancellable,
              GError       **error)
{
  return copy_file (source, part, cancellable, error) &&
         check_copy (part, source, cancellable, error);
}

/* Moves the log of the present file into it, and makes sure that nobody is using
 * the file. One that is too damaged for that keeps its log.
 */
static gboolean
settle_present (const char  *path,
                GError     **error)
{
  GError *failed = NULL;
  g_autoptr (QdDb) db = qd_db_open (path, QD_DB_READ_WRITE, &failed);

  if (db != NULL &&
      qd_db_exec (db,
                  "PRAGMA busy_timeout=500; PRAGMA locking_mode=EXCLUSIVE;"
                  "BEGIN EXCLUSIVE; COMMIT;"
                  "PRAGMA wal_checkpoint(TRUNCATE)", &failed))
    return TRUE;
  if (g_error_matches (failed, QD_ERROR, QD_ERROR_LOCKED))
    {
      g_propagate_error (error, failed);
      return FALSE;
    }
  g_error_free (failed);

  return TRUE;
}

/* A second name for the file, so that the first can go to another one without a
 * moment at which there is none. Where the disk has no second names, a copy.
 */
static gboolean
keep_as (const char  *path,
         const char  *kept,
         GError     **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (kept);

  if (link (path, kept) == 0)
    return TRUE;

  return g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, error) &&
         qd_part_sync (kept, path, error);
}

static gboolean
keep_present (const char  *path,
              char       **kept,
              GError     **error)
{
  g_autofree char *name = NULL;
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf status;

  if (!settle_present (path, error))
    return FALSE;
  name = new_name (path, "before-restore", qd_clock_now (NULL), error);
  if (name == NULL || !keep_as (path, name, error))
    return FALSE;

  *kept = g_steal_pointer (&name);
  if (g_stat (log, &status) == 0 && status.st_size > 0)
    {
      g_autofree char *kept_log = g_strconcat (*kept, "-wal", NULL);

      if (!keep_as (log, kept_log, error))
        return FALSE;
    }

  return qd_part_sync_folder_of (*kept, error);
}

/* After a failure the present file must not go on living under two names, unless
 * its log has only the second one left.
 */
static void
forget_kept (char **kept)
{
  g_autofree char *log = g_strconcat (*kept, "-wal", NULL);

  if (!g_file_test (log, G_FILE_TEST_EXISTS))
    g_unlink (*kept);
  g_clear_pointer (kept, g_free);
}

void
qd_backup_free (QdBackup *self)
{
  g_free (self->path);
  g_free (self->label);
  g_free (self);
}

/**
 * qd_backup_make:
 * @path: a file
 * @label: (nullable): why, as a part of the name; %NULL for a weekly one
 * @cancellable: (nullable): checked between pages
 * @error: return location
 *
 * Copies the file as it is now. Nobody who writes it has to wait.
 *
 * Returns: whether the backup is complete and on the disk
 */
gboolean
qd_backup_make (const char    *path,
                const char    *label,
                GCancellable  *cancellable,
                GError       **error)
{
  return make (path, label, qd_clock_now (NULL), cancellable, error);
}

/**
 * qd_backup_make_due:
 * @path: a file
 * @now: the time, in milliseconds since the Unix epoch
 * @cancellable: (nullable): checked between pages
 * @error: return location
 *
 * Makes the weekly backup where the last one is a week old, and deletes the
 * weekly ones before the last %QD_BACKUP_KEEP.
 *
 * Returns: whether nothing is due any more
 */
gboolean
qd_backup_make_due (const char    *path,
                    gint64         now,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (GPtrArray) backups = qd_backup_list (path, error);

  if (backups == NULL)
    return FALSE;

  /* One from the future, made while the clock was wrong, puts nothing off. */
  for (guint i = 0; i < backups->len; i++)
    {
      const QdBackup *backup = g_ptr_array_index (backups, i);

      if (backup->label == NULL && backup->made <= now && now - backup->made < WEEK_MS)
        return TRUE;
    }

  return make (path, NULL, now, cancellable, error);
}

/**
 * qd_backup_list:
 * @path: a file
 * @error: return location
 *
 * Returns: (transfer full) (element-type QdBackup) (nullable): its backups, the
 *   newest first
 */
GPtrArray *
qd_backup_list (const char  *path,
                GError     **error)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *folder = backups_folder (path);
  g_autofree char *stem = stem_of (path);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  backups = g_ptr_array_new_with_free_func ((GDestroyNotify) qd_backup_free);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&backups);

  dir = g_dir_open (folder, 0, NULL);
  if (dir == NULL)
    {
      g_autofree char *display = g_filename_display_name (folder);

      g_set_error (error, QD_ERROR, QD_ERROR_READ_ONLY, _("The folder “%s” cannot be read."),
                   display);
      return NULL;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      QdBackup *backup = parse_name (folder, stem, name);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_newest_first);

  return g_steal_pointer (&backups);
}

/**
 * qd_backup_copy:
 * @path: a file
 * @target: where the copy goes; what is there is replaced
 * @cancellable: (nullable): checked until what is there is touched
 * @error: return location; %QD_ERROR_LOCKED where somebody has @target open,
 *   %QD_ERROR_DAMAGED where the file is not sound
 *
 * Copies the file as it is now. Nobody who writes it has to wait. Unlike with
 * qd_backup_restore(), nothing is kept of what was at @target.
 *
 * Returns: whether the copy is complete and on the disk; else all is as before
 */
gboolean
qd_backup_copy (const char    *path,
                const char    *target,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autofree char *part = qd_part_create (target, error);
  gboolean copied;

  if (part == NULL)
    return FALSE;

  copied = copy_soundly (path, part, cancellable, error) &&
           (!g_file_test (target, G_FILE_TEST_EXISTS) ||
            settle_present (target, error)) &&
           qd_part_replace (part, target, path, error);
  qd_part_discard (part);

  return copied;
}

/**
 * qd_backup_restore:
 * @path: a file that nobody has open; it need not exist
 * @backup: a backup of it, or any other Quarterdeck file
 * @kept: (out) (transfer full) (nullable): where the present file is kept;
 *   %NULL where there was none
 * @cancellable: (nullable): checked until the present file is touched
 * @error: return location; %QD_ERROR_LOCKED where somebody has the file open,
 *   %QD_ERROR_DAMAGED where the backup is not sound
 *
 * Puts a copy of the backup in the place of the file. At every instant there is
 * a whole file at @path, if there was one, and the present one is kept among
 * the backups.
 *
 * Returns: whether the copy is in place; else all is as before
 */
gboolean
qd_backup_restore (const char    *path,
                   const char    *backup,
                   char         **kept,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autofree char *part = NULL;
  const char *like = path;
  gboolean restored;

  g_return_val_if_fail (kept != NULL, FALSE);

  *kept = NULL;
  part = qd_part_create (path, error);
  if (part == NULL)
    return FALSE;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    like = backup;

  restored = copy_soundly (backup, part, cancellable, error) &&
             (!g_file_test (path, G_FILE_TEST_EXISTS) ||
              keep_present (path, kept, error)) &&
             qd_part_replace (part, path, like, error);

  /* It is in place as soon as it has its name. */
  if (g_file_test (part, G_FILE_TEST_EXISTS))
    {
      qd_part_discard (part);
      if (*kept != NULL)
        forget_kept (kept);
    }
  else
    prune (path, "before-restore", KEEP_LABELLED);

  return restored;
}
