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
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "qd-backup.h"
#include "qd-clock.h"
#include "qd-db.h"
#include "qd-error.h"
#include "qd-syncer.h"

/* From the first commit to the disk; commits in between share one sync. */
#define SYNC_DELAY_US (300 * G_TIME_SPAN_MILLISECOND)

/* So long nobody works before the log is moved into the file, unless so many
 * pages are in use in it; it never shrinks while the file is open. */
#define IDLE_US (60 * G_TIME_SPAN_SECOND)
#define LOG_PAGES_MAX 1024

/* So long after the opening, and then once a day, a backup may be due. */
#define BACKUP_DELAY_US (10 * G_TIME_SPAN_SECOND)

struct _QdSyncer
{
  QdDb *db; /* (unowned): whose commits are synced; not for our threads */
  char *path;
  char *log_path;
  GThread *sync_thread;
  GThread *backup_thread;
  GCancellable *cancellable;
  GMainContext *context;
  QdSyncerFunc report;
  gpointer user_data;

  /* The lock guards what is below. */
  GMutex lock;
  GCond woken;
  GCond stopped;
  gboolean dirty;
  gboolean stopping;
  int n_log_pages;
  GSource *pending; /* (nullable): a failure that is yet to be told of */
  GError *failure;  /* (nullable) */
};

/* What the thread alone uses. */
typedef struct
{
  QdSyncer *syncer;
  QdDb *db;
  gboolean folder_synced;
  gboolean failed;
  gboolean moved;
} Work;

static gboolean
on_report (gpointer data)
{
  QdSyncer *self = data;
  g_autoptr (GError) failure = NULL;

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->pending, g_source_unref);
  failure = g_steal_pointer (&self->failure);
  g_mutex_unlock (&self->lock);

  self->report (failure, self->user_data);

  return G_SOURCE_REMOVE;
}

/* Tells the thread that made the syncer; of several failures that it did not yet
 * hear of, the first.
 */
static void
tell (QdSyncer   *self,
      const char *text)
{
  if (self->report == NULL)
    {
      g_warning ("%s", text);
      return;
    }

  g_mutex_lock (&self->lock);
  if (self->pending == NULL)
    {
      self->failure = g_error_new_literal (QD_ERROR, QD_ERROR_FAILED, text);
      self->pending = g_idle_source_new ();
      g_source_set_callback (self->pending, on_report, self, NULL);
      g_source_attach (self->pending, self->context);
    }
  g_mutex_unlock (&self->lock);
}

static gboolean
sync_path (const char *path,
           int         flags)
{
  int fd = open (path, flags | O_CLOEXEC);
  int reason;

  if (fd < 0)
    return errno == ENOENT;

  reason = fdatasync (fd) == 0 ? 0 : errno;
  close (fd);
  errno = reason;

  return reason == 0;
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
      g_autofree char *text = NULL;

      text = g_strdup_printf (_("Your changes are kept, but a power cut could take the latest "
                                "of them: the disk does not confirm them (%s). Save a copy "
                                "elsewhere and look after the disk."), g_strerror (errno));
      /* Every commit tries again; once is enough to hear of it. */
      if (!work->failed)
        tell (work->syncer, text);
      work->failed = TRUE;
      return;
    }
  work->failed = FALSE;
  if (!work->folder_synced)
    {
      g_autofree char *folder = g_path_get_dirname (work->syncer->path);

      work->folder_synced = sync_path (folder, O_RDONLY | O_DIRECTORY);
    }
}

/* That it fails, on a full disk or while others read, costs nothing: the log
 * stays and the next attempt goes on with it.
 */
static void
move_log (Work *work,
          int   mode)
{
  int n_pages = 0, n_moved = 0;
  int code;

  if (work->db == NULL)
    return;

  code = sqlite3_wal_checkpoint_v2 (qd_db_get_handle (work->db), "main", mode, &n_pages,
                                    &n_moved);
  work->moved = code == SQLITE_OK && n_moved == n_pages;
  if (!work->moved)
    g_info ("%d of %d pages of the log stay beside the file: %s", n_pages - n_moved, n_pages,
            sqlite3_errstr (code));
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

/* Called by SQLite at the end of every commit. Never waits. */
static int
on_commit (gpointer    data,
           sqlite3    *handle,
           const char *schema,
           int         n_log_pages)
{
  QdSyncer *self = data;

  g_mutex_lock (&self->lock);
  self->dirty = TRUE;
  self->n_log_pages = n_log_pages;
  g_cond_signal (&self->woken);
  g_mutex_unlock (&self->lock);

  return SQLITE_OK;
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
      g_autofree char *text = NULL;

      if (g_cond_wait_until (&self->stopped, &self->lock, due))
        continue;

      g_mutex_unlock (&self->lock);
      if (!qd_backup_make_due (self->path, qd_clock_now (NULL), self->cancellable, &error) &&
          !g_cancellable_is_cancelled (self->cancellable))
        {
          text = g_strdup_printf (_("No weekly backup was made: %s"), error->message);
          tell (self, text);
        }
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
  Work work = { .syncer = self, .db = open_connection (self->path) };
  gboolean stopping = FALSE;

  while (!stopping)
    {
      gboolean dirty, is_long;

      g_mutex_lock (&self->lock);
      wait_for_work (self, work.moved);
      if (self->dirty)
        wait_for_more (self);
      dirty = self->dirty;
      self->dirty = FALSE;
      is_long = self->n_log_pages > LOG_PAGES_MAX;
      stopping = self->stopping;
      g_mutex_unlock (&self->lock);

      if (dirty)
        {
          sync_log (&work);
          work.moved = FALSE;
        }
      if (!stopping && (!dirty || is_long))
        move_log (&work, SQLITE_CHECKPOINT_PASSIVE);
    }

  move_log (&work, SQLITE_CHECKPOINT_TRUNCATE);
  g_clear_pointer (&work.db, qd_db_close);

  return NULL;
}

/**
 * qd_syncer_new:
 * @db: (transfer none): the connection whose commits are brought to the disk; it
 *   must outlive the syncer
 * @path: its file, not a link to it
 * @report: (nullable): what to do where something fails behind the back of the
 *   one who commits; called in the thread-default main context of now, which must
 *   be this thread's; without, it is logged
 * @user_data: for @report
 *
 * From now on every commit of @db is on the disk within a second.
 *
 * Returns: (transfer full): a syncer, which works until qd_syncer_free()
 */
QdSyncer *
qd_syncer_new (QdDb         *db,
               const char   *path,
               QdSyncerFunc  report,
               gpointer      user_data)
{
  QdSyncer *self = g_new0 (QdSyncer, 1);

  self->db = db;
  self->path = g_strdup (path);
  self->log_path = g_strconcat (path, "-wal", NULL);
  self->context = g_main_context_ref_thread_default ();
  self->report = report;
  self->user_data = user_data;
  g_mutex_init (&self->lock);
  g_cond_init (&self->woken);
  g_cond_init (&self->stopped);
  self->cancellable = g_cancellable_new ();
  self->sync_thread = g_thread_new ("syncer", run_syncs, self);
  self->backup_thread = g_thread_new ("backup", run_backups, self);
  sqlite3_wal_hook (qd_db_get_handle (db), on_commit, self);

  return self;
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
  sqlite3_wal_hook (qd_db_get_handle (self->db), NULL, NULL);
  g_cancellable_cancel (self->cancellable);
  g_mutex_lock (&self->lock);
  self->stopping = TRUE;
  g_cond_signal (&self->woken);
  g_cond_signal (&self->stopped);
  g_mutex_unlock (&self->lock);
  g_thread_join (self->backup_thread);
  g_thread_join (self->sync_thread);
  if (self->pending != NULL)
    g_source_destroy (self->pending);

  g_clear_pointer (&self->pending, g_source_unref);
  g_clear_error (&self->failure);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->woken);
  g_cond_clear (&self->stopped);
  g_object_unref (self->cancellable);
  g_free (self->log_path);
  g_free (self->path);
  g_free (self);
}
