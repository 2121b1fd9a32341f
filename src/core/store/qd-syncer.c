/* Brings commits to the disk behind the interface's back.
 *
 * The store commits without waiting for the disk. This thread, with a
 * connection of its own, makes the write-ahead log durable soon after each
 * commit, and moves it into the file while nobody works: the first commit after
 * that has to wait for the disk once, so it does not happen between two edits.
 *
 * A second thread makes the weekly backup, so that syncing never waits for it.
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "qd-backup.h"
#include "qd-clock.h"
#include "qd-db.h"
#include "qd-syncer.h"

/* From the first commit to the disk; commits in between share one sync. */
#define SYNC_DELAY_US (300 * G_TIME_SPAN_MILLISECOND)

/* So long nobody works before the log is moved into the file, unless it has
 * grown beyond this size. */
#define IDLE_US (60 * G_TIME_SPAN_SECOND)
#define LOG_SIZE_MAX (4 * 1024 * 1024)

/* So long after the opening, and then once a day, a backup may be due. */
#define BACKUP_DELAY_US (10 * G_TIME_SPAN_SECOND)

struct _QdSyncer
{
  char *path;
  char *log_path;
  GThread *sync_thread;
  GThread *backup_thread;
  GCancellable *cancellable;

  /* The lock guards what is below. */
  GMutex lock;
  GCond woken;
  GCond stopped;
  gboolean dirty;
  gboolean stopping;
};

/* What the thread alone uses. */
typedef struct
{
  QdSyncer *syncer;
  QdDb *db;
  gboolean folder_synced;
  gboolean moved;
} Work;

static gboolean
sync_path (const char *path,
           int         flags)
{
  int fd = open (path, flags | O_CLOEXEC);
  gboolean synced;

  if (fd < 0)
    return errno == ENOENT;

  synced = fdatasync (fd) == 0;
  close (fd);

  return synced;
}

/* SQLite syncs the log itself before it moves it, but not while a reader keeps
 * it from being moved; and the log's name in the folder is synced only by the
 * connection that made it, which never syncs.
 */
static void
sync_log (Work *work)
{
  if (!sync_path (work->syncer->log_path, O_RDONLY))
    {
      g_warning ("“%s” cannot be brought to the disk: %s", work->syncer->log_path,
                 g_strerror (errno));
      return;
    }
  if (!work->folder_synced)
    {
      g_autofree char *folder = g_path_get_dirname (work->syncer->path);

      work->folder_synced = sync_path (folder, O_RDONLY | O_DIRECTORY);
    }
}

static gboolean
log_is_long (QdSyncer *self)
{
  struct stat status;

  return stat (self->log_path, &status) == 0 && status.st_size > LOG_SIZE_MAX;
}

/* That it fails, on a full disk or while others read, costs nothing: the log
 * stays and the next attempt goes on with it.
 */
static void
move_log (Work       *work,
          const char *sql)
{
  g_autoptr (GError) error = NULL;

  if (work->db == NULL)
    return;
  if (qd_db_exec (work->db, sql, &error))
    work->moved = TRUE;
  else
    g_info ("The log stays beside the file: %s", error->message);
}

static QdDb *
open_connection (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdDb) db = qd_db_open (path, QD_DB_READ_WRITE, &error);

  /* It never makes anybody wait, and never waits itself. */
  if (db == NULL ||
      !qd_db_exec (db, "PRAGMA synchronous=FULL; PRAGMA busy_timeout=0", &error))
    {
      g_warning ("No connection for syncing: %s", error->message);
      return NULL;
    }

  return g_steal_pointer (&db);
}

/* Waits, with the lock held, for a commit, for idle time or for the end. */
static void
wait_for_work (QdSyncer *self,
               gboolean  moved)
{
  const gint64 idle = g_get_monotonic_time () + IDLE_US;

  while (!self->dirty && !self->stopping)
    {
      if (moved)
        g_cond_wait (&self->woken, &self->lock);
      else if (!g_cond_wait_until (&self->woken, &self->lock, idle))
        return;
    }
}

/* Waits, with the lock held, for more commits to share the sync. */
static void
wait_for_more (QdSyncer *self)
{
  const gint64 due = g_get_monotonic_time () + SYNC_DELAY_US;

  while (!self->stopping && g_cond_wait_until (&self->woken, &self->lock, due))
    ;
}

static gpointer
run_backups (gpointer data)
{
  QdSyncer *self = data;
  gint64 due = g_get_monotonic_time () + BACKUP_DELAY_US;

  g_mutex_lock (&self->lock);
  while (!self->stopping)
    {
      g_autoptr (GError) error = NULL;

      if (g_cond_wait_until (&self->stopped, &self->lock, due))
        continue;

      g_mutex_unlock (&self->lock);
      if (!qd_backup_make_due (self->path, qd_clock_now (NULL), self->cancellable, &error) &&
          !g_cancellable_is_cancelled (self->cancellable))
        g_message ("No weekly backup was made: %s", error->message);
      due = g_get_monotonic_time () + G_TIME_SPAN_DAY;
      g_mutex_lock (&self->lock);
    }
  g_mutex_unlock (&self->lock);

  return NULL;
}

static gpointer
run_syncs (gpointer data)
{
  QdSyncer *self = data;
  Work work = { self, open_connection (self->path), FALSE, FALSE };
  gboolean stopping = FALSE;

  while (!stopping)
    {
      gboolean dirty;

      g_mutex_lock (&self->lock);
      wait_for_work (self, work.moved);
      if (self->dirty)
        wait_for_more (self);
      dirty = self->dirty;
      self->dirty = FALSE;
      stopping = self->stopping;
      g_mutex_unlock (&self->lock);

      if (dirty)
        {
          sync_log (&work);
          work.moved = FALSE;
        }
      if (!stopping && (!dirty || log_is_long (self)))
        move_log (&work, "PRAGMA wal_checkpoint(PASSIVE)");
    }

  move_log (&work, "PRAGMA wal_checkpoint(TRUNCATE)");
  g_clear_pointer (&work.db, qd_db_close);

  return NULL;
}

/**
 * qd_syncer_new:
 * @path: a file that is open for writing
 *
 * Returns: (transfer full): its syncer, which works until qd_syncer_free()
 */
QdSyncer *
qd_syncer_new (const char *path)
{
  QdSyncer *self = g_new0 (QdSyncer, 1);

  self->path = g_strdup (path);
  self->log_path = g_strconcat (path, "-wal", NULL);
  g_mutex_init (&self->lock);
  g_cond_init (&self->woken);
  g_cond_init (&self->stopped);
  self->cancellable = g_cancellable_new ();
  self->sync_thread = g_thread_new ("syncer", run_syncs, self);
  self->backup_thread = g_thread_new ("backup", run_backups, self);

  return self;
}

/**
 * qd_syncer_wake:
 * @self: a syncer
 *
 * To be called after every commit, which is then on the disk within a second.
 * Never waits.
 */
void
qd_syncer_wake (QdSyncer *self)
{
  g_mutex_lock (&self->lock);
  self->dirty = TRUE;
  g_cond_signal (&self->woken);
  g_mutex_unlock (&self->lock);
}

/**
 * qd_syncer_free:
 *
 * Brings everything to the disk, moves the log into the file where nobody else
 * is using it, and ends the threads. A backup that is being made comes to
 * nothing.
 */
void
qd_syncer_free (QdSyncer *self)
{
  g_cancellable_cancel (self->cancellable);
  g_mutex_lock (&self->lock);
  self->stopping = TRUE;
  g_cond_signal (&self->woken);
  g_cond_signal (&self->stopped);
  g_mutex_unlock (&self->lock);
  g_thread_join (self->backup_thread);
  g_thread_join (self->sync_thread);

  g_mutex_clear (&self->lock);
  g_cond_clear (&self->woken);
  g_cond_clear (&self->stopped);
  g_object_unref (self->cancellable);
  g_free (self->log_path);
  g_free (self->path);
  g_free (self);
}
