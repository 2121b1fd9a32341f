/* What is opened, how, and what is refused with which words: places, kinds of
 * files, locks, full disks. A file that is refused is left as it was.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <linux/magic.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "scratch.h"
#include "store/qd-check.h"
#include "store/qd-db.h"
#include "store/qd-edit.h"
#include "store/qd-gate.h"
#include "store/qd-store-private.h"

#define NOBODY 65534

/* As root nothing is forbidden by mode: such tests run as somebody else, in a
 * process of their own.
 */
static gboolean
in_process_of_nobody (void)
{
  GStatBuf status;

  if (!g_test_subprocess ())
    {
      if (geteuid () == 0 &&
          (g_stat (g_get_tmp_dir (), &status) != 0 || (status.st_mode & 0003) != 0003))
        {
          g_test_skip ("The folder for temporary files is not for everybody");
          return FALSE;
        }
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return FALSE;
    }
  if (geteuid () == 0)
    g_assert_cmpint (setresuid (NOBODY, NOBODY, NOBODY), ==, 0);

  return TRUE;
}

/* A small disk of its own at @path; undone by umount2(). */
static gboolean
mount_small (const char *path)
{
  g_assert_cmpint (g_mkdir (path, 0777), ==, 0);
  if (mount ("quarterdeck-test", path, "tmpfs", 0, "size=3m") == 0)
    return TRUE;
  g_test_skip ("Mounting is not permitted here");

  return FALSE;
}

static void
assert_refused (const char *path,
                int         code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before = 0, length_after = 0;

  g_file_get_contents (path, &before, &length_before, NULL);
  g_assert_null (qd_store_open (path, QD_OPEN_WITHOUT_MODELS, &error));
  g_assert_error (error, QD_ERROR, code);
  g_assert_true (g_str_has_suffix (error->message, "."));

  g_file_get_contents (path, &after, &length_after, NULL);
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
assert_reads_only (const char *path,
                   const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdStore) store = qd_store_open (path, QD_OPEN_DEFAULT, &error);
  gint64 n_cards = 0;

  g_assert_no_error (error);
  g_assert_true (qd_store_get_read_only (store));
  g_assert_nonnull (strstr (qd_store_get_read_only_reason (store), word));
  g_assert_true (qd_db_get_integer (qd_store_get_db (store), NULL, &n_cards,
                                    "SELECT count(*) FROM card", ""));
  g_assert_cmpint (n_cards, >, 0);

  g_assert_cmpint (qd_edit_new_cycle (store, "2027 Q1", qd_day_new (2027, 1, 1),
                                      qd_day_new (2027, 3, 31), &error), ==, QD_ID_NONE);
  g_assert_error (error, QD_ERROR, QD_ERROR_READ_ONLY);
}

static void
test_network (void)
{
  static const guint32 shares[] = {
    NFS_SUPER_MAGIC, SMB_SUPER_MAGIC, SMB2_SUPER_MAGIC, 0xff534d42, FUSE_SUPER_MAGIC,
    V9FS_MAGIC, AFS_SUPER_MAGIC, AFS_FS_MAGIC, CODA_SUPER_MAGIC, NCP_SUPER_MAGIC, 0x00c36400,
    0x786f4256,
  };
  static const guint32 disks[] = {
    EXT4_SUPER_MAGIC, BTRFS_SUPER_MAGIC, XFS_SUPER_MAGIC, TMPFS_MAGIC, OVERLAYFS_SUPER_MAGIC,
    MSDOS_SUPER_MAGIC, F2FS_SUPER_MAGIC, 0x2fc12fc1 /* ZFS */, 0,
  };

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    g_assert_true (qd_gate_is_network (shares[i]));
  for (guint i = 0; i < G_N_ELEMENTS (disks); i++)
    g_assert_false (qd_gate_is_network (disks[i]));
}

static void
test_kinds_of_files (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *folder = scratch_name (scratch, "folder");
  g_autofree char *pipe = scratch_name (scratch, "pipe");
  g_autofree char *text = scratch_name (scratch, "text");
  g_autofree char *short_text = scratch_name (scratch, "short");
  g_autofree char *foreign = scratch_name (scratch, "foreign.db");
  g_autofree char *nowhere = scratch_name (scratch, "no/such/folder.db");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_true (g_file_set_contents (text, "Nothing but a text, though a long enough one to "
                                            "fill the header of a database and then some.",
                                      -1, NULL));
  g_assert_true (g_file_set_contents (short_text, "?", -1, NULL));
  scratch_execute (foreign, "CREATE TABLE t(a); INSERT INTO t VALUES(1)");

  assert_refused (folder, QD_ERROR_NOT_OURS);
  assert_refused (text, QD_ERROR_NOT_OURS);
  assert_refused (short_text, QD_ERROR_NOT_OURS);
  assert_refused (foreign, QD_ERROR_NOT_OURS);
  assert_refused (nowhere, QD_ERROR_READ_ONLY);
  assert_refused ("/proc/quarterdeck.db", QD_ERROR_READ_ONLY);

  /* Reading it would wait for ever. */
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (qd_store_open (pipe, QD_OPEN_DEFAULT, &error));
    g_assert_error (error, QD_ERROR, QD_ERROR_NOT_OURS);
  }
}

static void
test_absent (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (qd_store_open (scratch->path, QD_OPEN_EXISTING, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (scratch->path, G_FILE_TEST_EXISTS));
}

static void
assert_resolves (const char *path,
                 const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdStore) store = qd_store_open (path, QD_OPEN_WITHOUT_MODELS, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (qd_store_get_path (store), ==, expected);
  g_assert_true (g_file_test (expected, G_FILE_TEST_IS_REGULAR));
}

/* A link is as good as the file that it leads to, and what SQLite would take for a
 * database in memory is a name like any other.
 */
static void
test_names (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *link = scratch_name (scratch, "link.db");
  g_autofree char *dangling = scratch_name (scratch, "dangling.db");
  g_autofree char *memory = scratch_name (scratch, ":memory:");
  g_autofree char *here = g_get_current_dir ();

  scratch_fill (scratch, 1);
  g_assert_cmpint (symlink ("okrs.db", link), ==, 0);
  g_assert_cmpint (symlink ("nothing.db", dangling), ==, 0);
  assert_resolves (link, scratch->path);
  assert_refused (dangling, QD_ERROR_NOT_FOUND);
  assert_refused ("", QD_ERROR_INVALID);

  g_assert_cmpint (g_chdir (scratch->folder), ==, 0);
  assert_resolves ("./okrs.db", scratch->path);
  assert_resolves (":memory:", memory);
  g_assert_cmpint (g_chdir (here), ==, 0);
}

/* A file of ours has tables and the number of a format, or neither. */
static void
test_no_format (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();

  scratch_fill (scratch, 1);
  scratch_execute (scratch->path, "PRAGMA user_version=0");
  assert_refused (scratch->path, QD_ERROR_DAMAGED);
  scratch_execute (scratch->path, "PRAGMA user_version=-1");
  assert_refused (scratch->path, QD_ERROR_DAMAGED);
}

/* What "touch" made becomes a file like any other. */
static void
test_empty (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();

  g_assert_true (g_file_set_contents (scratch->path, "", 0, NULL));
  scratch_fill (scratch, 1);
  scratch_assert_sound (scratch->path);
}

static void
test_newer (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();

  scratch_fill (scratch, 2);
  scratch_execute (scratch->path, "PRAGMA user_version=99");
  assert_reads_only (scratch->path, "newer");
  g_assert_cmpint (scratch_ask (scratch->path, "PRAGMA user_version"), ==, 99);
}

static void
test_file_read_only (void)
{
  g_autoptr (Scratch) scratch = NULL;

  if (!in_process_of_nobody ())
    return;

  scratch = scratch_new ();
  scratch_fill (scratch, 2);
  g_assert_cmpint (g_chmod (scratch->path, 0400), ==, 0);
  assert_reads_only (scratch->path, "file");
}

static void
test_empty_read_only (void)
{
  g_autoptr (Scratch) scratch = NULL;
  g_autoptr (GError) error = NULL;

  if (!in_process_of_nobody ())
    return;

  scratch = scratch_new ();
  g_assert_true (g_file_set_contents (scratch->path, "", 0, NULL));
  g_assert_cmpint (g_chmod (scratch->path, 0400), ==, 0);
  g_assert_null (qd_store_open (scratch->path, QD_OPEN_DEFAULT, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "empty"));
}

static void
test_folder_read_only (void)
{
  g_autoptr (Scratch) scratch = NULL;
  g_autofree char *other = NULL;

  if (!in_process_of_nobody ())
    return;

  scratch = scratch_new ();
  scratch_fill (scratch, 2);
  g_assert_cmpint (g_chmod (scratch->folder, 0500), ==, 0);
  assert_reads_only (scratch->path, "folder");
  other = scratch_name (scratch, "other.db");
  assert_refused (other, QD_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (scratch->folder, 0700), ==, 0);
}

static void
test_unreadable (void)
{
  g_autoptr (Scratch) scratch = NULL;

  if (!in_process_of_nobody ())
    return;

  scratch = scratch_new ();
  scratch_fill (scratch, 2);
  g_assert_cmpint (g_chmod (scratch->path, 0), ==, 0);
  assert_refused (scratch->path, QD_ERROR_READ_ONLY);
}

/* The last changes are in the log, of which no index can be made there. To open
 * without them would show a board of yesterday.
 */
static void
test_read_only_with_log (void)
{
  g_autoptr (Scratch) scratch = NULL;
  g_autofree char *log = NULL;

  if (!in_process_of_nobody ())
    return;

  scratch = scratch_new ();
  scratch_fill (scratch, 2);
  log = g_strconcat (scratch->path, "-wal", NULL);
  g_assert_true (g_file_set_contents (log, "As if killed", -1, NULL));
  g_assert_cmpint (g_chmod (scratch->folder, 0500), ==, 0);
  assert_refused (scratch->path, QD_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (scratch->folder, 0700), ==, 0);
}

static void
test_older_read_only (void)
{
  g_autoptr (Scratch) scratch = NULL;

  if (!in_process_of_nobody ())
    return;

  scratch = scratch_new ();
  scratch_fill (scratch, 2);
  scratch_execute (scratch->path, "PRAGMA user_version=1");
  g_assert_cmpint (g_chmod (scratch->path, 0400), ==, 0);
  assert_refused (scratch->path, QD_ERROR_READ_ONLY);
}

static void
test_mount_read_only (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *folder = scratch_name (scratch, "mount");

  if (!mount_small (folder))
    return;

  g_free (scratch->path);
  scratch->path = g_build_filename (folder, "okrs.db", NULL);
  scratch_fill (scratch, 2);
  g_assert_cmpint (mount (NULL, folder, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  assert_reads_only (scratch->path, "cannot be written");
  scratch_assert_sound (scratch->path);
  g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
}

/* Adds cards until one is refused; returns how many there are. */
static gint64
fill_up (QdStore  *store,
         GError  **error)
{
  g_autofree char *title = g_strnfill (3000, 'x');
  QdId column = scratch_ask (qd_store_get_path (store), "SELECT min(id) FROM \"column\"");
  gint64 n_cards = scratch_count (qd_store_get_path (store), "card");

  while (n_cards < 10000 &&
         qd_edit_new_card (store, column, title, QD_ID_NONE, NULL, error) != QD_ID_NONE)
    n_cards++;

  return n_cards;
}

/* Every card that was accepted is there, and once there is room it goes on. */
static void
test_full (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (QdStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_cards;

  scratch_fill (scratch, 2);
  store = scratch_open (scratch);
  g_assert_true (qd_db_exec (qd_store_get_db (store), "PRAGMA max_page_count=200", NULL));
  n_cards = fill_up (store, &error);
  g_assert_error (error, QD_ERROR, QD_ERROR_NO_SPACE);
  g_assert_cmpint (n_cards, >, 10);
  g_assert_cmpint (scratch_count (scratch->path, "card"), ==, n_cards);
  scratch_assert_sound (scratch->path);

  g_assert_true (qd_db_exec (qd_store_get_db (store), "PRAGMA max_page_count=10000", NULL));
  scratch_add_card (store, "There is room again");
  g_clear_object (&store);
  g_assert_cmpint (scratch_count (scratch->path, "card"), ==, n_cards + 1);
  scratch_assert_sound (scratch->path);
}

static void
test_disk_full (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *folder = scratch_name (scratch, "mount");
  g_autoptr (QdStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_cards;

  if (!mount_small (folder))
    return;

  g_free (scratch->path);
  scratch->path = g_build_filename (folder, "okrs.db", NULL);
  scratch_fill (scratch, 2);
  store = scratch_open (scratch);
  n_cards = fill_up (store, &error);
  g_assert_error (error, QD_ERROR, QD_ERROR_NO_SPACE);
  g_assert_cmpint (n_cards, >, 2);
  g_clear_object (&store);
  g_assert_cmpint (scratch_count (scratch->path, "card"), ==, n_cards);
  scratch_assert_sound (scratch->path);
  g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
}

static void
fill_disk (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "junk", NULL);
  char junk[4096] = { 0 };
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  setvbuf (file, NULL, _IONBF, 0);
  while (fwrite (junk, 1, sizeof junk, file) == sizeof junk)
    ;
  fclose (file);
}

/* What is on a full disk can be read, is found sound, and cannot be changed. */
static void
test_disk_full_reads (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *folder = scratch_name (scratch, "mount");
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  if (!mount_small (folder))
    return;

  g_free (scratch->path);
  scratch->path = g_build_filename (folder, "okrs.db", NULL);
  scratch_fill (scratch, 2);
  fill_disk (folder);

  assert_reads_only (scratch->path, "The disk is full.");
  g_assert_true (qd_check_file (scratch->path, &findings, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_false (qd_check_rebuild (scratch->path, NULL, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "The disk is full."));
  g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
}

static void
copy_into (const char *path,
           const char *suffix,
           const char *folder)
{
  g_autofree char *from = g_strconcat (path, suffix, NULL);
  g_autofree char *name = g_path_get_basename (from);
  g_autofree char *to = g_build_filename (folder, name, NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (to, bytes, (gssize) length, NULL));
}

/* A log that was left behind needs room to be read: that is said, and nothing else
 * is taken for the reason. */
static void
test_disk_full_log (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *folder = scratch_name (scratch, "mount");
  g_autofree char *name = g_path_get_basename (scratch->path);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (QdStore) store = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  if (!mount_small (folder))
    return;

  scratch_fill (scratch, 2);
  store = scratch_open (scratch);
  scratch_add_card (store, "In the log only");
  copy_into (scratch->path, "", folder);
  copy_into (scratch->path, "-wal", folder);
  fill_disk (folder);

  assert_refused (path, QD_ERROR_NO_SPACE);
  g_assert_false (qd_check_file (path, &findings, NULL, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_NO_SPACE);
  g_assert_true (g_str_has_prefix (error->message, "The disk is full"));
  g_assert_null (strstr (error->message, "rebuild"));
  g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
}

/* The other process of test_locked(): holds the file until it is killed. */
static int
hold (const char *path,
      const char *sql)
{
  g_autoptr (QdDb) db = qd_db_open (path, QD_DB_READ_WRITE, NULL);

  if (db == NULL || !qd_db_exec (db, sql, NULL))
    return 1;
  g_print ("holding\n");
  for (;;)
    pause ();
}

static GSubprocess *
begin_to_hold (const char *path,
               const char *sql)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *process;
  char line[8];

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/proc/self/exe", "--hold",
                              path, sql, NULL);
  g_assert_no_error (error);
  g_assert_true (g_input_stream_read_all (g_subprocess_get_stdout_pipe (process), line,
                                          sizeof line, NULL, NULL, &error));
  g_assert_no_error (error);

  return process;
}

static void
end_to_hold (GSubprocess *process)
{
  g_subprocess_force_exit (process);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
}

static void
test_locked (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (GSubprocess) process = NULL;

  scratch_fill (scratch, 2);
  process = begin_to_hold (scratch->path, "PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE");
  assert_refused (scratch->path, QD_ERROR_LOCKED);

  end_to_hold (process);
  scratch_fill (scratch, 2);
}

/* While another process writes, this one can read and look, and write after. */
static void
test_locked_for_writing (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (QdStore) store = NULL;
  g_autoptr (GError) error = NULL;

  scratch_fill (scratch, 2);
  process = begin_to_hold (scratch->path, "BEGIN IMMEDIATE");
  store = scratch_open (scratch);
  g_assert_true (qd_db_exec (qd_store_get_db (store), "PRAGMA busy_timeout=100", NULL));
  g_assert_cmpint (qd_edit_new_cycle (store, "2027 Q1", qd_day_new (2027, 1, 1),
                                      qd_day_new (2027, 3, 31), &error), ==, QD_ID_NONE);
  g_assert_error (error, QD_ERROR, QD_ERROR_LOCKED);
  g_assert_cmpint (scratch_count (scratch->path, "cycle"), ==, 1);

  end_to_hold (process);
  scratch_add_card (store, "Now it works");
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], "--hold"))
    return hold (argv[2], argv[3]);

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gate/network", test_network);
  g_test_add_func ("/gate/kinds-of-files", test_kinds_of_files);
  g_test_add_func ("/gate/absent", test_absent);
  g_test_add_func ("/gate/names", test_names);
  g_test_add_func ("/gate/no-format", test_no_format);
  g_test_add_func ("/gate/empty", test_empty);
  g_test_add_func ("/gate/newer", test_newer);
  g_test_add_func ("/gate/read-only/file", test_file_read_only);
  g_test_add_func ("/gate/read-only/empty", test_empty_read_only);
  g_test_add_func ("/gate/read-only/folder", test_folder_read_only);
  g_test_add_func ("/gate/read-only/unreadable", test_unreadable);
  g_test_add_func ("/gate/read-only/with-log", test_read_only_with_log);
  g_test_add_func ("/gate/read-only/older", test_older_read_only);
  g_test_add_func ("/gate/read-only/mount", test_mount_read_only);
  g_test_add_func ("/gate/full", test_full);
  g_test_add_func ("/gate/full/disk", test_disk_full);
  g_test_add_func ("/gate/full/disk/reads", test_disk_full_reads);
  g_test_add_func ("/gate/full/disk/log", test_disk_full_log);
  g_test_add_func ("/gate/locked", test_locked);
  g_test_add_func ("/gate/locked/for-writing", test_locked_for_writing);

  return g_test_run ();
}
