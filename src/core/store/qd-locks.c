/* Locks on files that belong to the program's own handles alone.
 *
 * SQLite takes the classic locks of POSIX, and those have a trap: a process
 * that closes any handle of a file gives up all its locks on it. Every file
 * dialog reads the beginning of each file in a folder to find out its kind, so
 * one look into the folder of the open database would unlock it, and a second
 * program could write over our log. Linux also has locks that belong to an open
 * file description (fcntl(2), "Open file description locks"); other processes
 * see both kinds alike. SQLite counts on all its handles of one file sharing
 * their locks, so they are all taken on one description for each file, which
 * we keep.
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

#include "qd-locks.h"

typedef struct
{
  dev_t device;
  ino_t inode;
  int handle; /* ours, of the description that has the locks */
} Holder;

G_LOCK_DEFINE_STATIC (holders);
static GHashTable *holders; /* (element-type Holder Holder) */

static guint
holder_hash (gconstpointer data)
{
  const Holder *holder = data;

  return (guint) (holder->inode ^ holder->device);
}

static gboolean
holder_equal (gconstpointer a,
              gconstpointer b)
{
  const Holder *one = a;
  const Holder *other = b;

  return one->inode == other->inode && one->device == other->device;
}

static void
holder_free (gpointer data)
{
  Holder *holder = data;

  close (holder->handle);
  g_free (holder);
}

static Holder *
find_holder (int     handle,
             Holder *key)
{
  struct stat status;

  if (fstat (handle, &status) != 0)
    return NULL;

  key->device = status.st_dev;
  key->inode = status.st_ino;

  return g_hash_table_lookup (holders, key);
}

/* The first handle that wants a lock lends its description to all others. */
static Holder *
ensure_holder (int handle)
{
  Holder key = { .handle = -1 };
  Holder *holder = find_holder (handle, &key);

  if (holder == NULL && (key.handle = fcntl (handle, F_DUPFD_CLOEXEC, 0)) >= 0)
    {
      holder = g_memdup2 (&key, sizeof key);
      g_hash_table_add (holders, holder);
    }

  return holder;
}

static int
use_lock (int           handle,
          int           command,
          struct flock *lock)
{
  Holder *holder;
  int result = -1;

  G_LOCK (holders);
  holder = ensure_holder (handle);
  lock->l_pid = 0;
  if (holder != NULL)
    result = fcntl (holder->handle, command == F_GETLK ? F_OFD_GETLK : F_OFD_SETLK, lock);
  G_UNLOCK (holders);

  /* The description is of a handle that only reads: to the one that writes, that
   * is like a reader elsewhere. */
  if (result != 0 && errno == EBADF)
    errno = EAGAIN;

  return result;
}

/* Called by SQLite in the place of fcntl(). */
static int
locks_fcntl (int handle,
             int command,
             ...)
{
  va_list arguments;
  int result;

  va_start (arguments, command);
  if (command == F_SETLK || command == F_GETLK)
    result = use_lock (handle, command, va_arg (arguments, struct flock *));
  else
    result = fcntl (handle, command, va_arg (arguments, int));
  va_end (arguments);

  return result;
}

/* Called by SQLite in the place of close(). It never closes a handle of a file
 * while it needs a lock on it, for the reason above, and relies on a close to
 * give up those that it has. */
static int
locks_close (int handle)
{
  Holder key;
  Holder *holder;

  G_LOCK (holders);
  holder = find_holder (handle, &key);
  if (holder != NULL)
    {
      struct flock all = { .l_type = F_UNLCK, .l_whence = SEEK_SET };

      fcntl (holder->handle, F_OFD_SETLK, &all);
      g_hash_table_remove (holders, holder);
    }
  G_UNLOCK (holders);

  return close (handle);
}

/**
 * qd_locks_install:
 *
 * Gives SQLite these locks for every file that the process opens with it from
 * now on. To be called before the first is opened; once is enough.
 */
void
qd_locks_install (void)
{
  static gsize installed = 0;

  if (g_once_init_enter (&installed))
    {
      sqlite3_vfs *vfs = sqlite3_vfs_find ("unix");

      g_assert (vfs != NULL);

      holders = g_hash_table_new_full (holder_hash, holder_equal, holder_free, NULL);
      vfs->xSetSystemCall (vfs, "fcntl", (sqlite3_syscall_ptr) locks_fcntl);
      vfs->xSetSystemCall (vfs, "close", (sqlite3_syscall_ptr) locks_close);
      g_once_init_leave (&installed, 1);
    }
}
