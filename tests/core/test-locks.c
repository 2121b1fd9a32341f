/* That the locks on an open file stay, whatever else the program reads, and
 * that several connections share them.
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "scratch.h"
#include "store/qd-db.h"

static QdDb *
open_db (const char *path,
         QdDbMode    mode)
{
  g_autoptr (GError) error = NULL;
  QdDb *db = qd_db_open (path, mode, &error);

  g_assert_no_error (error);

  return db;
}

static void
exec (QdDb       *db,
      const char *sql)
{
  g_autoptr (GError) error = NULL;

  qd_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

/* A file with a log, open, in the middle of a read. */
static QdDb *
open_logged (const char *path)
{
  QdDb *db = open_db (path, QD_DB_READ_WRITE);

  exec (db, "PRAGMA journal_mode=WAL; CREATE TABLE IF NOT EXISTS t (n);"
            "INSERT INTO t VALUES (1); BEGIN; SELECT * FROM t;");

  return db;
}

/* What a file dialog does to learn the kind of a file. */
static void
look_into (const char *path,
           const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  char beginning[64];
  int handle = open (name, O_RDONLY | O_CLOEXEC);

  g_assert_cmpint (handle, >=, 0);
  g_assert_cmpint (read (handle, beginning, sizeof beginning), >=, 0);
  g_assert_cmpint (close (handle), ==, 0);
}

/* Whether somebody else could not write to a file. To the classic locks of
 * POSIX, a lock of a description is always somebody else's. */
static gboolean
is_locked (const char *path,
           const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  int handle = open (name, O_RDWR | O_CLOEXEC);

  if (handle < 0)
    return FALSE;
  g_assert_cmpint (fcntl (handle, F_GETLK, &lock), ==, 0);
  close (handle);

  return lock.l_type != F_UNLCK;
}

static void
test_a_look_takes_no_lock_away (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  const char *path = scratch->path;
  QdDb *db = open_logged (path);

  g_assert_true (is_locked (path, ""));
  g_assert_true (is_locked (path, "-shm"));

  look_into (path, "");
  look_into (path, "-wal");
  look_into (path, "-shm");

  g_assert_true (is_locked (path, ""));
  g_assert_true (is_locked (path, "-shm"));

  qd_db_close (db);
  g_assert_false (is_locked (path, ""));
}

static void
test_connections_share_them (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  const char *path = scratch->path;
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  QdDb *first = open_logged (path);
  QdDb *second = open_logged (path);

  exec (first, "COMMIT; INSERT INTO t VALUES (2);");
  qd_db_close (first);
  g_assert_true (is_locked (path, ""));
  g_assert_true (is_locked (path, "-shm"));

  /* The last one puts all that is in the log into the file. */
  exec (second, "COMMIT; INSERT INTO t VALUES (3);");
  qd_db_close (second);
  g_assert_false (is_locked (path, ""));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

static void
test_a_reader_first (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  const char *path = scratch->path;
  QdDb *reader, *writer;

  qd_db_close (open_logged (path));

  reader = open_db (path, QD_DB_READ_ONLY);
  exec (reader, "SELECT * FROM t;");
  writer = open_logged (path);
  exec (writer, "COMMIT; INSERT INTO t VALUES (2);");

  qd_db_close (reader);
  g_assert_true (is_locked (path, ""));
  qd_db_close (writer);
  g_assert_false (is_locked (path, ""));
}

/* As many files as one likes, one after the other, at the same place. */
static void
test_a_file_made_anew (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  const char *path = scratch->path;

  for (int i = 0; i < 5; i++)
    {
      QdDb *db = open_logged (path);

      g_assert_true (is_locked (path, ""));
      qd_db_close (db);
      g_assert_false (is_locked (path, ""));
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/locks/a-look-takes-no-lock-away", test_a_look_takes_no_lock_away);
  g_test_add_func ("/locks/connections-share-them", test_connections_share_them);
  g_test_add_func ("/locks/a-reader-first", test_a_reader_first);
  g_test_add_func ("/locks/a-file-made-anew", test_a_file_made_anew);

  return g_test_run ();
}
