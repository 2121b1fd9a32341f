/* Commits reach the disk within a second, several with one sync, and never by
 * making the one wait who commits.
 *
 * The program's own fdatasync() stands before the system's, and counts.
 */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "scratch.h"
#include "store/qd-db.h"
#include "store/qd-edit.h"

/* From a commit to the disk at the latest; more than promised, for machines that
 * do much else at the time. */
#define PATIENCE_US (5 * G_TIME_SPAN_SECOND)

static GThread *main_thread;
static int n_log_syncs;
static int n_own_syncs;
static int disk_fails;

int
fdatasync (int fd)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);
  char target[4096] = { 0 };

  if (g_thread_self () == main_thread)
    g_atomic_int_inc (&n_own_syncs);
  else if (readlink (link, target, sizeof target - 1) > 0 && g_str_has_suffix (target, "-wal"))
    g_atomic_int_inc (&n_log_syncs);
  if (g_thread_self () != main_thread && g_atomic_int_get (&disk_fails))
    {
      errno = EIO;
      return -1;
    }

  return (int) syscall (SYS_fdatasync, fd);
}

static void
forget_syncs (void)
{
  g_atomic_int_set (&n_log_syncs, 0);
  g_atomic_int_set (&n_own_syncs, 0);
}

static gboolean
wait_for_sync (void)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (g_atomic_int_get (&n_log_syncs) == 0 && g_get_monotonic_time () < end)
    g_usleep (5000);

  return g_atomic_int_get (&n_log_syncs) > 0;
}

static void
test_reaches_disk (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (QdStore) store = NULL;

  scratch_fill (scratch, 1);
  store = scratch_open (scratch);
  for (guint i = 0; i < 3; i++)
    {
      forget_syncs ();
      scratch_add_card (store, "To the disk");
      g_assert_true (wait_for_sync ());
    }
}

/* The log is beside the file, not beside the link to it. */
static void
test_link (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *folder = scratch_name (scratch, "folder");
  g_autofree char *link = g_build_filename (folder, "link.db", NULL);
  g_autoptr (QdStore) store = NULL;

  scratch_fill (scratch, 1);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (symlink (scratch->path, link), ==, 0);
  store = qd_store_open (link, QD_OPEN_WITHOUT_MODELS, NULL);
  forget_syncs ();
  scratch_add_card (store, "To the disk");
  g_assert_true (wait_for_sync ());
}

static void
test_commits_do_not_wait (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (QdStore) store = NULL;
  gint64 begun;
  int n_expected;

  scratch_fill (scratch, 1);
  store = scratch_open (scratch);
  scratch_add_card (store, "The first begins a new log");

  forget_syncs ();
  begun = g_get_monotonic_time ();
  for (guint i = 0; i < 100; i++)
    scratch_add_card (store, "Fast");
  g_assert_cmpint (g_atomic_int_get (&n_own_syncs), ==, 0);

  /* One for every 300 ms, and what was under way. */
  g_assert_true (wait_for_sync ());
  n_expected = (int) ((g_get_monotonic_time () - begun) / (300 * G_TIME_SPAN_MILLISECOND)) + 2;
  g_assert_cmpint (g_atomic_int_get (&n_log_syncs), <=, n_expected);
}

static void
on_failed (GString      *heard,
           const GError *failure)
{
  g_assert_error (failure, QD_ERROR, QD_ERROR_FAILED);
  g_string_append_printf (heard, "%s\n", failure->message);
}

/* Somebody hears that the disk does not take what is written: once, until it does
 * and fails anew.
 */
static void
test_disk_fails (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (QdStore) store = NULL;

  scratch_fill (scratch, 1);
  store = qd_store_open (scratch->path, QD_OPEN_DEFAULT, NULL);
  g_signal_connect_swapped (store, "failed", G_CALLBACK (on_failed), heard);
  g_atomic_int_set (&disk_fails, TRUE);
  for (guint i = 0; i < 2; i++)
    {
      forget_syncs ();
      scratch_add_card (store, "Not on the disk");
      g_assert_true (wait_for_sync ());
      for (guint j = 0; i == 0 && heard->len == 0 && j < 1000; j++)
        g_main_context_iteration (NULL, j > 0 && heard->len == 0);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_atomic_int_set (&disk_fails, FALSE);

  g_assert_nonnull (strstr (heard->str, g_strerror (EIO)));
  g_assert_cmpint (strchr (heard->str, '\n') - heard->str, ==, (gssize) heard->len - 1);
}

/* A closed file is one file: nothing is beside it. */
static void
test_close (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *log = g_strconcat (scratch->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (scratch->path, "-shm", NULL);
  g_autoptr (QdStore) store = NULL;

  scratch_fill (scratch, 1);
  store = scratch_open (scratch);
  scratch_add_card (store, "Just before the end");
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  qd_store_close (store);

  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (index, G_FILE_TEST_EXISTS));
  g_assert_cmpint (scratch_count (scratch->path, "card"), ==, 2);
}

static void
test_close_while_others_use_it (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *log = g_strconcat (scratch->path, "-wal", NULL);
  g_autoptr (QdStore) one = NULL;
  g_autoptr (QdStore) other = NULL;
  GStatBuf status;

  scratch_fill (scratch, 1);
  one = scratch_open (scratch);
  other = scratch_open (scratch);
  forget_syncs ();
  scratch_add_card (one, "One");
  g_assert_true (wait_for_sync ());
  forget_syncs ();
  scratch_add_card (other, "Two");

  /* Then the other's threads do not look into the file any more. */
  g_assert_true (wait_for_sync ());
  g_clear_object (&one);
  g_assert_cmpint (g_stat (log, &status), ==, 0);
  g_assert_cmpint (status.st_size, ==, 0);
  scratch_add_card (other, "Three");
  g_clear_object (&other);
  g_assert_cmpint (scratch_count (scratch->path, "card"), ==, 4);
  scratch_assert_sound (scratch->path);
}

/* Somebody who reads an old state keeps the log where it is, but nobody waits. */
static void
test_close_while_others_read (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (QdStore) store = NULL;
  g_autoptr (QdDb) reader = NULL;
  gint64 n_cards = 0, begun;

  scratch_fill (scratch, 1);
  store = scratch_open (scratch);
  scratch_add_card (store, "Before");
  reader = qd_db_open (scratch->path, QD_DB_READ_ONLY, NULL);
  g_assert_true (qd_db_begin_read (reader, NULL));
  g_assert_true (qd_db_get_integer (reader, NULL, &n_cards, "SELECT count(*) FROM card", ""));
  scratch_add_card (store, "After");

  begun = g_get_monotonic_time ();
  g_clear_object (&store);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 2 * G_TIME_SPAN_SECOND);

  n_cards = 0;
  g_assert_true (qd_db_get_integer (reader, NULL, &n_cards, "SELECT count(*) FROM card", ""));
  g_assert_cmpint (n_cards, ==, 2);
  g_clear_pointer (&reader, qd_db_close);
  g_assert_cmpint (scratch_count (scratch->path, "card"), ==, 3);
}

/* A log that grows long is moved into the file while work goes on. */
static void
test_long_log (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *title = g_strnfill (100000, 'x');
  const gint64 end = g_get_monotonic_time () + PATIENCE_US;
  g_autoptr (QdStore) store = NULL;
  GStatBuf status = { 0 };
  int n_waits = 0;

  scratch_fill (scratch, 1);
  store = scratch_open (scratch);
  for (guint i = 0; i < 20; i++)
    scratch_add_card (store, title);

  while (status.st_size < 2 * 1024 * 1024 && g_get_monotonic_time () < end)
    {
      g_usleep (5000);
      g_assert_cmpint (g_stat (scratch->path, &status), ==, 0);
    }
  g_assert_cmpint (status.st_size, >=, 2 * 1024 * 1024);

  /* Once all of it is moved, the next commit begins the log anew, and waits for that.
   * Those after it do not, however long the file of the log still is. */
  for (guint i = 0; i < 4; i++)
    {
      forget_syncs ();
      scratch_add_card (store, "Short");
      n_waits += g_atomic_int_get (&n_own_syncs);
      g_assert_true (wait_for_sync ());
      g_usleep (100 * G_TIME_SPAN_MILLISECOND);
    }
  g_assert_cmpint (n_waits, <=, 1);
}

static void
test_many_openings (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (QdStore) store = scratch_open (scratch);

      qd_edit_new_cycle (store, "2026 Q4", qd_day_new (2026, 10, 1), qd_day_new (2026, 12, 31),
                         NULL);
    }
  g_assert_cmpint (scratch_count (scratch->path, "cycle"), ==, 50);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  main_thread = g_thread_self ();

  g_test_add_func ("/syncer/reaches-disk", test_reaches_disk);
  g_test_add_func ("/syncer/link", test_link);
  g_test_add_func ("/syncer/commits-do-not-wait", test_commits_do_not_wait);
  g_test_add_func ("/syncer/disk-fails", test_disk_fails);
  g_test_add_func ("/syncer/close", test_close);
  g_test_add_func ("/syncer/close/others", test_close_while_others_use_it);
  g_test_add_func ("/syncer/close/readers", test_close_while_others_read);
  g_test_add_func ("/syncer/long-log", test_long_log);
  g_test_add_func ("/syncer/many-openings", test_many_openings);

  return g_test_run ();
}
