/* Brings commits to the disk behind the interface's back.
 *
 * The store commits without waiting for the disk. This thread, with a
 * connection of its own, makes the write-ahead log durable soon after each
 * commit, and moves it into the file while nobody works: the first commit after
 * that has to wait for the disk once, so it does not happen between two edits.
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "qd-db.h"
#include "qd-syncer.h"

/* From the first commit to the disk; commits in between share one sync. */
#define SYNC_DELAY_US (300 * G_TIME_SPAN_MILLISECOND)

/* So long nobody works before the log is moved into the file, unless it has
 * grown beyond this size. */
#define IDLE_US (60 * G_TIME_SPAN_SECOND)
#define LOG_SIZE_MAX (4 * 1024 * 1024)

struct _QdSyncer
{
  char *path;
  char *log_path;
  GThread *thread;

  /* The lock guards what is below. */
  GMutex lock;
  GCond woken;
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
run (gpointer data)
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
 * Returns: (transfer full): its syncer, which runs until qd_syncer_free()
 */
QdSyncer *
qd_syncer_new (const char *path)
{
  QdSyncer *self = g_new0 (QdSyncer, 1);

  self->path = g_strdup (path);
  self->log_path = g_strconcat (path, "-wal", NULL);
  g_mutex_init (&self->lock);
  g_cond_init (&self->woken);
  self->thread = g_thread_new ("syncer", run, self);

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
 * is using it, and ends the thread.
 */
void
qd_syncer_free (QdSyncer *self)
{
  g_mutex_lock (&self->lock);
  self->stopping = TRUE;
  g_cond_signal (&self->woken);
  g_mutex_unlock (&self->lock);
  g_thread_join (self->thread);

  g_mutex_clear (&self->lock);
  g_cond_clear (&self->woken);
  g_free (self->log_path);
  g_free (self->path);
  g_free (self);
}
