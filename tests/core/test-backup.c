/* Backups: made whole, weekly, kept as long as promised, and restored without a
 * moment at which there is no file.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "qd-clock.h"
#include "scratch.h"
#include "store/qd-backup.h"
#include "store/qd-edit.h"

#define DAY_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

/* 2100-01-01 12:00 UTC: later than what is made by the clock of the machine. */
#define START_MS G_GINT64_CONSTANT (4102488000000)

static GPtrArray *
list (Scratch *scratch)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *backups = qd_backup_list (scratch->path, &error);

  g_assert_no_error (error);

  return backups;
}

static guint
count_labelled (Scratch    *scratch,
                const char *label)
{
  g_autoptr (GPtrArray) backups = list (scratch);
  guint n = 0;

  for (guint i = 0; i < backups->len; i++)
    {
      const QdBackup *backup = g_ptr_array_index (backups, i);

      if (g_strcmp0 (backup->label, label) == 0)
        n++;
    }

  return n;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_make (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const QdBackup *backup;

  scratch_fill (scratch, 20);
  before = scratch_dump (scratch->path);
  g_assert_true (qd_backup_make (scratch->path, NULL, NULL, &error));
  g_assert_no_error (error);

  backups = list (scratch);
  g_assert_cmpuint (backups->len, ==, 1);
  backup = g_ptr_array_index (backups, 0);
  g_assert_null (backup->label);
  g_assert_cmpint (backup->size, >, 4096);
  g_assert_cmpint (ABS (backup->made - qd_clock_now (NULL)), <, 60 * 1000);
  g_assert_true (g_str_has_prefix (backup->path, scratch->path));

  scratch_assert_sound (backup->path);
  after = scratch_dump (backup->path);
  g_assert_cmpstr (before, ==, after);
}

/* What is only in the log yet belongs to the backup, and writing goes on. */
static void
test_make_while_open (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  scratch_fill (scratch, 3);
  {
    g_autoptr (QdStore) store = scratch_open (scratch);

    scratch_add_card (store, "In the log only");
    g_assert_true (qd_backup_make (scratch->path, NULL, NULL, &error));
    scratch_add_card (store, "Too late for the backup");
  }

  backups = list (scratch);
  g_assert_cmpint (scratch_count (((QdBackup *) backups->pdata[0])->path, "card"), ==, 4);
  g_assert_cmpint (scratch_count (scratch->path, "card"), ==, 5);
}

static void
test_cancel (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;

  scratch_fill (scratch, 3);
  g_cancellable_cancel (cancellable);
  g_assert_false (qd_backup_make (scratch->path, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  folder = g_strconcat (scratch->path, ".backups", NULL);
  g_assert_cmpuint (count_files (folder), ==, 0);
}

static void
test_rotation (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  gint64 now = START_MS;

  scratch_fill (scratch, 2);
  for (guint i = 0; i < 6; i++)
    g_assert_true (qd_backup_make (scratch->path, "before-upgrade", NULL, &error));

  /* Opened every day for fifteen weeks. */
  for (guint day = 0; day < 15 * 7; day++)
    {
      g_assert_true (qd_backup_make_due (scratch->path, now, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (count_labelled (scratch, NULL), ==, MIN (day / 7 + 1, QD_BACKUP_KEEP));
      now += DAY_MS;
    }

  backups = list (scratch);
  for (guint i = 0; i + 1 < backups->len; i++)
    g_assert_cmpint (((QdBackup *) backups->pdata[i])->made, >=,
                     ((QdBackup *) backups->pdata[i + 1])->made);
  g_assert_cmpint (((QdBackup *) backups->pdata[0])->made, ==, START_MS + 14 * 7 * DAY_MS);
  g_assert_cmpuint (count_labelled (scratch, "before-upgrade"), ==, 4);
}

/* A backup from next year, made while the clock was wrong, puts nothing off. */
static void
test_clock_back (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();

  scratch_fill (scratch, 1);
  g_assert_true (qd_backup_make_due (scratch->path, START_MS + 365 * DAY_MS, NULL, NULL));
  g_assert_true (qd_backup_make_due (scratch->path, START_MS, NULL, NULL));
  g_assert_true (qd_backup_make_due (scratch->path, START_MS + DAY_MS, NULL, NULL));
  g_assert_cmpuint (count_labelled (scratch, NULL), ==, 2);
}

static void
test_foreign_names (void)
{
  static const char * const names[] = {
    "okrs 2026-11-22 09-30-00", "okrs 2026-11-22.db", "okrs 2026-13-22 09-30-00.db",
    "okrs 2026-11-22 09-30-00x.db", "other 2026-11-22 09-30-00.db", "okrs.db", "okrs",
    "okrs 2026-11-22 09-30-00.db-wal",
  };
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *folder = g_strconcat (scratch->path, ".backups", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
    }
  backups = list (scratch);
  g_assert_cmpuint (backups->len, ==, 0);

  scratch_fill (scratch, 1);
  for (guint i = 0; i < 10; i++)
    g_assert_true (qd_backup_make (scratch->path, NULL, NULL, NULL));
  g_assert_cmpuint (count_files (folder), ==, G_N_ELEMENTS (names) + QD_BACKUP_KEEP);
}

/* A copy is a file like any other: whole, sound, and alone in its folder. */
static void
test_copy (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = scratch_name (scratch, "copies");
  g_autofree char *target = g_build_filename (folder, "copy.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  scratch_fill (scratch, 10);
  before = scratch_dump (scratch->path);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  {
    g_autoptr (QdStore) store = scratch_open (scratch);

    g_assert_true (qd_backup_copy (scratch->path, target, NULL, &error));
    g_assert_no_error (error);
    g_assert_cmpuint (count_files (folder), ==, 1);
    after = scratch_dump (target);
    g_assert_cmpstr (before, ==, after);

    /* The next one takes its place. */
    scratch_add_card (store, "After the first copy");
    g_assert_true (qd_backup_copy (scratch->path, target, NULL, &error));
    g_assert_no_error (error);
  }
  g_assert_cmpint (scratch_count (target, "card"), ==, 11);
  scratch_assert_sound (target);
  g_assert_cmpuint (count_labelled (scratch, "before-restore"), ==, 0);
}

static void
assert_not_copied (Scratch    *scratch,
                   const char *source,
                   const char *target,
                   int         code)
{
  g_autoptr (GError) error = NULL;
  const guint n_files = count_files (scratch->folder);

  g_assert_false (qd_backup_copy (source, target, NULL, &error));
  g_assert_error (error, QD_ERROR, code);
  g_assert_cmpuint (count_files (scratch->folder), ==, n_files);
}

/* Nobody loses the file that they have open, this one included. */
static void
test_copy_refusals (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *other = scratch_name (scratch, "other.db");
  g_autofree char *altered = scratch_name (scratch, "altered.db");
  g_autofree char *nowhere = scratch_name (scratch, "nowhere/copy.db");
  g_autofree char *log = scratch_name (scratch, "okrs.db-wal");
  g_autoptr (GError) error = NULL;

  scratch_fill (scratch, 3);
  g_assert_true (qd_backup_copy (scratch->path, altered, NULL, &error));
  g_assert_true (qd_backup_copy (scratch->path, other, NULL, &error));
  g_assert_no_error (error);
  scratch_execute (altered, "UPDATE tx SET payload=replace(payload, 'measure', 'nothing')"
                            " WHERE seq=3");
  {
    g_autoptr (QdStore) store = scratch_open (scratch);

    assert_not_copied (scratch, other, scratch->path, QD_ERROR_LOCKED);
    assert_not_copied (scratch, scratch->path, scratch->path, QD_ERROR_LOCKED);
    assert_not_copied (scratch, other, log, QD_ERROR_INVALID);
    assert_not_copied (scratch, scratch->path, log, QD_ERROR_INVALID);
    scratch_add_card (store, "Goes on");
  }
  g_assert_cmpint (scratch_count (scratch->path, "card"), ==, 4);
  scratch_assert_sound (scratch->path);
  assert_not_copied (scratch, altered, other, QD_ERROR_DAMAGED);
  assert_not_copied (scratch, other, nowhere, QD_ERROR_READ_ONLY);
  scratch_assert_sound (other);
}

static void
test_restore (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *kept = NULL;
  gint64 device;

  scratch_fill (scratch, 10);
  before = scratch_dump (scratch->path);
  device = scratch_ask (scratch->path, "SELECT dev FROM stream WHERE mine=1");
  g_assert_true (qd_backup_make (scratch->path, NULL, NULL, NULL));
  {
    g_autoptr (QdStore) store = scratch_open (scratch);

    scratch_add_card (store, "After the backup");
  }

  backups = list (scratch);
  g_assert_true (qd_backup_restore (scratch->path, ((QdBackup *) backups->pdata[0])->path,
                                    &kept, NULL, &error));
  g_assert_no_error (error);
  restored = scratch_dump (scratch->path);
  g_assert_cmpstr (before, ==, restored);
  g_assert_cmpint (scratch_count (kept, "card"), ==, 11);
  scratch_assert_sound (kept);
  g_assert_cmpuint (count_labelled (scratch, "before-restore"), ==, 1);

  /* It goes on as another device, for both may live. */
  {
    g_autoptr (QdStore) store = scratch_open (scratch);

    scratch_add_card (store, "Another future");
  }
  g_assert_cmpint (scratch_ask (scratch->path, "SELECT dev FROM stream WHERE mine=1"), !=,
                   device);
  g_assert_cmpint (scratch_count (scratch->path, "stream"), ==, 2);
  scratch_assert_sound (scratch->path);
}

static void
test_restore_where_nothing_is (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *other = scratch_name (scratch, "other.db");
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  scratch_fill (scratch, 3);
  g_assert_true (qd_backup_restore (other, scratch->path, &kept, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (kept);
  scratch_assert_sound (other);
}

/* The file that needs it most is one that cannot be opened any more. Here its
 * log cannot be read either, and is kept beside it.
 */
static void
test_restore_over_damaged (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *log = g_strconcat (scratch->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (scratch->path, "-shm", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *kept_log = NULL;
  g_autofree char *contents = NULL;

  scratch_fill (scratch, 10);
  g_assert_true (qd_backup_make (scratch->path, NULL, NULL, NULL));
  g_assert_true (g_file_set_contents (scratch->path, "Not even a header", -1, NULL));
  g_assert_true (g_file_set_contents (log, "A log", -1, NULL));
  g_unlink (index);
  g_assert_cmpint (g_mkdir (index, 0700), ==, 0);

  backups = list (scratch);
  g_assert_true (qd_backup_restore (scratch->path, ((QdBackup *) backups->pdata[0])->path,
                                    &kept, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_rmdir (index), ==, 0);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_cmpint (scratch_count (scratch->path, "card"), ==, 10);

  g_assert_true (g_file_get_contents (kept, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "Not even a header");
  g_clear_pointer (&contents, g_free);
  kept_log = g_strconcat (kept, "-wal", NULL);
  g_assert_true (g_file_get_contents (kept_log, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "A log");
}

static void
assert_refused (Scratch    *scratch,
                const char *backup,
                int         code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *kept = NULL;
  const guint n_files = count_files (scratch->folder);

  g_assert_true (g_file_get_contents (scratch->path, &before, NULL, NULL));
  g_assert_false (qd_backup_restore (scratch->path, backup, &kept, NULL, &error));
  g_assert_error (error, QD_ERROR, code);
  g_assert_null (kept);
  g_assert_true (g_file_get_contents (scratch->path, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_files (scratch->folder), ==, n_files);
}

static void
test_restore_refusals (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *text = scratch_name (scratch, "text.db");
  g_autofree char *foreign = scratch_name (scratch, "foreign.db");
  g_autofree char *empty = scratch_name (scratch, "empty.db");
  g_autofree char *altered = scratch_name (scratch, "altered.db");
  g_autofree char *absent = scratch_name (scratch, "absent.db");
  g_autofree char *kept = NULL;

  scratch_fill (scratch, 10);
  g_assert_true (g_file_set_contents (text, "A text, and a long one at that. It goes on for "
                                            "more than a hundred bytes, as a header does.",
                                      -1, NULL));
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  scratch_execute (foreign, "CREATE TABLE t(a)");
  g_assert_true (qd_backup_restore (altered, scratch->path, &kept, NULL, NULL));
  scratch_execute (altered, "UPDATE tx SET payload=replace(payload, 'measure', 'nothing')"
                            " WHERE seq=3");

  assert_refused (scratch, text, QD_ERROR_NOT_OURS);
  assert_refused (scratch, empty, QD_ERROR_NOT_OURS);
  assert_refused (scratch, foreign, QD_ERROR_NOT_OURS);
  assert_refused (scratch, altered, QD_ERROR_DAMAGED);
  assert_refused (scratch, absent, QD_ERROR_READ_ONLY);
}

static void
test_restore_in_use (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *backup = scratch_name (scratch, "backup.db");
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (QdStore) store = NULL;

  scratch_fill (scratch, 2);
  g_assert_true (qd_backup_restore (backup, scratch->path, &kept, NULL, NULL));

  store = scratch_open (scratch);
  g_assert_false (qd_backup_restore (scratch->path, backup, &kept, NULL, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_LOCKED);
  scratch_add_card (store, "Goes on");
}

static guint
mode_of (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);

  return status.st_mode & 0777;
}

/* What is nobody else's business does not become that by being copied. */
static void
test_modes (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *copy = scratch_name (scratch, "copy.db");
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  const QdBackup *backup;

  scratch_fill (scratch, 1);
  g_assert_cmpint (g_chmod (scratch->path, 0640), ==, 0);
  g_assert_true (qd_backup_make (scratch->path, NULL, NULL, &error));
  g_assert_true (qd_backup_copy (scratch->path, copy, NULL, &error));
  backups = list (scratch);
  backup = g_ptr_array_index (backups, 0);
  g_assert_cmphex (mode_of (backup->path), ==, 0640);
  g_assert_cmphex (mode_of (copy), ==, 0640);

  g_assert_cmpint (g_chmod (scratch->path, 0600), ==, 0);
  g_assert_true (qd_backup_restore (scratch->path, backup->path, &kept, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmphex (mode_of (scratch->path), ==, 0600);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/backup/make", test_make);
  g_test_add_func ("/backup/make/while-open", test_make_while_open);
  g_test_add_func ("/backup/make/cancel", test_cancel);
  g_test_add_func ("/backup/rotation", test_rotation);
  g_test_add_func ("/backup/rotation/clock-back", test_clock_back);
  g_test_add_func ("/backup/rotation/foreign-names", test_foreign_names);
  g_test_add_func ("/backup/copy", test_copy);
  g_test_add_func ("/backup/copy/refusals", test_copy_refusals);
  g_test_add_func ("/backup/restore", test_restore);
  g_test_add_func ("/backup/restore/nothing-there", test_restore_where_nothing_is);
  g_test_add_func ("/backup/restore/over-damaged", test_restore_over_damaged);
  g_test_add_func ("/backup/restore/refusals", test_restore_refusals);
  g_test_add_func ("/backup/restore/in-use", test_restore_in_use);
  g_test_add_func ("/backup/modes", test_modes);

  return g_test_run ();
}
