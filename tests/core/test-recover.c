/* Recovering: nothing crashes on a damaged file, what can be read of it lives on
 * in a sound one, and what is said to be saved is.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>

#include "scratch.h"
#include "store/qd-check.h"
#include "store/qd-db.h"
#include "store/qd-recover.h"

#define N_DAMAGED 40

/* What SQLite writes in, and where a page of a tree names its last child. */
#define PAGE_SIZE 4096
#define INTERIOR_INDEX 2
#define LAST_CHILD 8

static char *
recover (Scratch    *scratch,
         const char *target)
{
  g_autoptr (GError) error = NULL;
  char *report = NULL;

  qd_recover_file (scratch->path, target, &report, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (report);
  scratch_assert_sound (target);

  return report;
}

static void
test_recover_sound (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *target = scratch_name (scratch, "new.db");
  g_autofree char *report = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  scratch_fill (scratch, 20);
  before = scratch_dump (scratch->path);
  report = recover (scratch, target);
  after = scratch_dump (target);

  g_assert_cmpstr (before, ==, after);
  g_assert_true (g_str_has_suffix (report, "Nothing is lost."));
  g_assert_cmpint (scratch_ask (scratch->path, "SELECT dev FROM stream WHERE rid=1"), ==,
                   scratch_ask (target, "SELECT dev FROM stream WHERE rid=1"));
  g_assert_cmpint (scratch_ask (target, "SELECT rid FROM stream WHERE mine=1"), ==, 2);
}

/* Behind the gap everything goes on in another stream, with its old stamps. */
static void
test_recover_gap (void)
{
  static const struct {
    const char *sql;
    gint64 kept;
    gint64 lost;
  } cases[] = {
    { "DELETE FROM tx WHERE seq=10", 9, 1 },
    { "DELETE FROM tx WHERE seq=1", 0, 1 },
    { "DELETE FROM tx WHERE seq BETWEEN 10 AND 12", 9, 3 },
    { "UPDATE tx SET payload=replace(payload, 'measure', 'nothing') WHERE seq=3", 2, 1 },
    /* Where only the hash was damaged, the next one tells that nothing else was. */
    { "UPDATE tx SET hash=x'00112233445566778899aabbccddeeff' WHERE seq=10", -1, 0 },
    { "DELETE FROM stream", 0, 0 },
    { "DELETE FROM space", -1, 0 },
    { "UPDATE stream SET head=4611686018427387904", -1, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Scratch) scratch = scratch_new ();
      g_autofree char *target = scratch_name (scratch, "new.db");
      g_autofree char *report = NULL;
      gint64 n, lost, kept;

      scratch_fill (scratch, 12);
      n = scratch_count (scratch->path, "tx");
      scratch_execute (scratch->path, cases[i].sql);
      report = recover (scratch, target);
      g_test_message ("%s: %s", cases[i].sql, report);

      lost = n - scratch_count (target, "tx");
      kept = scratch_ask (target, "SELECT count(*) FROM tx WHERE rid=1");
      g_assert_cmpint (lost, ==, MAX (0, cases[i].lost));
      if (i != 5)
        g_assert_cmpint (kept, ==, cases[i].kept >= 0 ? cases[i].kept : n);
      g_assert_true (strstr (report, "Nothing is lost.") != NULL || cases[i].lost != 0);

      /* An undo names what it took back by the number it has now. */
      g_assert_cmpint (scratch_ask (target,
                                    "SELECT count(*) FROM tx AS u JOIN tx AS e ON e.rid=u.ref_rid"
                                    " AND e.seq=u.ref_seq AND e.stamp<u.stamp"
                                    " WHERE u.kind=1"), ==, 1);
    }
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* Without the pages that tell which tables there are, and where. */
static void
test_recover_without_schema (void)
{
  static const gsize lengths[] = { 16, 100, 4096, 5 * 4096 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (Scratch) scratch = scratch_new ();
      g_autofree char *target = scratch_name (scratch, "new.db");
      g_autofree char *contents = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *report = NULL;
      gsize length;

      scratch_fill (scratch, 20);
      before = scratch_dump (scratch->path);
      g_assert_true (g_file_get_contents (scratch->path, &contents, &length, NULL));
      memset (contents, 0xaa, lengths[i]);
      g_assert_true (g_file_set_contents (scratch->path, contents, (gssize) length, NULL));

      report = recover (scratch, target);
      g_assert_nonnull (strstr (report, "Nothing is lost."));
      after = scratch_dump (target);
      g_assert_cmpstr (before, ==, after);

      /* Nothing but the two files is left. */
      g_assert_cmpuint (count_files (scratch->folder), ==, 2);
    }
}

static guint8 *
page_of (char  *contents,
         guint  number)
{
  return (guint8 *) contents + (gsize) (number - 1) * PAGE_SIZE;
}

/* Overwrites the page on which the table "stream" begins and, where asked to, the
 * one on which the log ends.
 */
static void
spoil_stream (const char *path,
              gboolean    also_end)
{
  const guint stream = (guint) scratch_ask (path, "SELECT rootpage FROM sqlite_schema"
                                                  " WHERE name='stream'");
  const guint log = (guint) scratch_ask (path, "SELECT rootpage FROM sqlite_schema"
                                               " WHERE name='tx'");
  g_autofree char *contents = NULL;
  guint8 *page;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  for (page = page_of (contents, log); *page == INTERIOR_INDEX;)
    {
      guint32 child;

      memcpy (&child, page + LAST_CHILD, sizeof child);
      page = page_of (contents, GUINT32_FROM_BE (child));
    }
  if (also_end)
    memset (page, 0xaa, PAGE_SIZE);
  memset (page_of (contents, stream), 0xaa, PAGE_SIZE);
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
}

/* Where nothing tells how long the log was, all of it that is there is saved. */
static void
test_recover_end_unknown (void)
{
  for (guint also_end = 0; also_end < 2; also_end++)
    {
      g_autoptr (Scratch) scratch = scratch_new ();
      g_autofree char *target = scratch_name (scratch, "new.db");
      g_autofree char *report = NULL;
      gint64 n, saved;

      scratch_fill (scratch, 300);
      n = scratch_count (scratch->path, "tx");
      spoil_stream (scratch->path, also_end);
      report = recover (scratch, target);
      saved = scratch_count (target, "tx");

      g_assert_null (strstr (report, "changes are lost"));
      if (also_end)
        {
          g_assert_cmpint (saved, <, n);
          g_assert_cmpint (saved, >, n * 9 / 10);
          g_assert_null (strstr (report, "Nothing is lost."));
          g_assert_nonnull (strstr (report, "The end of the log cannot be read"));
        }
      else
        {
          g_assert_cmpint (saved, ==, n);
          g_assert_true (g_str_has_suffix (report, "Nothing is lost."));
        }
    }
}

/* Where the stream says that it begins behind its entries, they are saved. */
static void
test_recover_wrong_base (void)
{
  static const char * const cases[] = {
    "UPDATE stream SET base_seq=3",
    "UPDATE stream SET base_seq=9223372036854775807",
    "UPDATE stream SET base_seq=9223372036854775800",
    "UPDATE stream SET base_seq=4611686018427387904",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Scratch) scratch = scratch_new ();
      g_autofree char *target = scratch_name (scratch, "new.db");
      g_autofree char *report = NULL;

      scratch_fill (scratch, 6);
      scratch_execute (scratch->path, cases[i]);
      report = recover (scratch, target);
      g_test_message ("%s: %s", cases[i], report);
      g_assert_cmpint (scratch_count (target, "tx"), ==, scratch_count (scratch->path, "tx"));
      g_assert_true (g_str_has_suffix (report, "Nothing is lost."));
    }
}

/* On a disk of any size the new file is sound, or there is none. */
static void
test_recover_disk_full (gconstpointer data)
{
  const gboolean without_schema = GPOINTER_TO_INT (data);
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *folder = scratch_name (scratch, "mount");
  g_autofree char *target = g_build_filename (folder, "new.db", NULL);
  g_autofree char *contents = NULL;
  guint n_refused = 0, n_done = 0;
  gsize length;

  scratch_fill (scratch, 300);
  g_assert_true (g_file_get_contents (scratch->path, &contents, &length, NULL));
  if (without_schema)
    memset (contents, 0xaa, 100);
  g_assert_true (g_file_set_contents (scratch->path, contents, (gssize) length, NULL));
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);

  for (gsize eighths = 1; eighths < 32; eighths += 3)
    {
      g_autofree char *size = g_strdup_printf ("size=%" G_GSIZE_FORMAT, length / 8 * eighths);
      g_autoptr (GError) error = NULL;

      if (mount ("quarterdeck-test", folder, "tmpfs", 0, size) != 0)
        {
          g_test_skip ("A disk of its own needs more rights than these");
          return;
        }
      if (qd_recover_file (scratch->path, target, NULL, NULL, &error))
        {
          n_done++;
          g_assert_cmpuint (count_files (folder), ==, 1);
          scratch_assert_sound (target);
        }
      else
        {
          n_refused++;
          g_assert_error (error, QD_ERROR, QD_ERROR_NO_SPACE);
          g_assert_nonnull (strstr (error->message, "new.db"));
          g_assert_cmpuint (count_files (folder), ==, 0);
        }
      g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
    }
  g_assert_cmpuint (n_refused, >, 2);
  g_assert_cmpuint (n_done, >, 1);
}

/* Other people's files beside the new one are left alone, and whoever could not
 * read the old file cannot read the new one.
 */
static void
test_recover_beside (void)
{
  static const char * const names[] = { "new.db.part", "new.db.graft", "new.db.part-wal" };
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *target = scratch_name (scratch, "new.db");
  g_autofree char *report = NULL;
  GStatBuf status;

  scratch_fill (scratch, 2);
  g_assert_cmpint (g_chmod (scratch->path, 0640), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = scratch_name (scratch, names[i]);

      g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
    }
  report = recover (scratch, target);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = scratch_name (scratch, names[i]);
      g_autofree char *contents = NULL;

      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_cmpstr (contents, ==, "mine");
    }
  g_assert_cmpint (g_stat (target, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
}

static void
copy_file (const char *from,
           const char *to,
           const char *suffix)
{
  g_autofree char *from_full = g_strconcat (from, suffix, NULL);
  g_autofree char *to_full = g_strconcat (to, suffix, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (from_full, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (to_full, contents, (gssize) length, &error);
  g_assert_no_error (error);
}

/* What a program that was killed left in the log belongs to the file. */
static void
test_recover_with_log (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (Scratch) killed = scratch_new ();
  g_autofree char *target = scratch_name (killed, "new.db");
  g_autofree char *again = scratch_name (killed, "again.db");
  g_autofree char *contents = NULL;
  g_autofree char *report = NULL;
  g_autofree char *second_report = NULL;
  gsize length;

  scratch_fill (scratch, 6);
  {
    g_autoptr (QdStore) store = scratch_open (scratch);

    scratch_add_card (store, "In the log only");
    copy_file (scratch->path, killed->path, "");
    copy_file (scratch->path, killed->path, "-wal");
  }
  report = recover (killed, target);
  g_assert_cmpint (scratch_count (target, "card"), ==, 6);

  g_assert_true (g_file_get_contents (killed->path, &contents, &length, NULL));
  memset (contents, 0xaa, 100);
  g_assert_true (g_file_set_contents (killed->path, contents, (gssize) length, NULL));
  second_report = recover (killed, again);
  g_assert_cmpint (scratch_count (again, "card"), ==, 6);
  g_assert_cmpstr (report, ==, second_report);
}

static void
assert_not_recovered (Scratch    *scratch,
                      const char *path)
{
  g_autofree char *target = scratch_name (scratch, "unwanted.db");
  g_autoptr (GError) error = NULL;

  g_assert_false (qd_recover_file (path, target, NULL, NULL, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_NOT_OURS);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
}

static void
test_recover_foreign (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *text = scratch_name (scratch, "text.db");
  g_autofree char *noise = scratch_name (scratch, "noise.db");
  g_autofree char *foreign = scratch_name (scratch, "foreign.db");
  g_autofree char *contents = g_malloc (300000);

  memset (contents, 'x', 300000);
  g_assert_true (g_file_set_contents (text, contents, 300000, NULL));
  for (guint i = 0; i < 300000; i++)
    contents[i] = (char) g_test_rand_int ();
  g_assert_true (g_file_set_contents (noise, contents, 300000, NULL));
  scratch_execute (foreign,
                   "CREATE TABLE t(a INTEGER PRIMARY KEY, b); CREATE INDEX i ON t(b);"
                   "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n LIMIT 5000)"
                   " INSERT INTO t SELECT i, 'row ' || i FROM n");

  assert_not_recovered (scratch, text);
  assert_not_recovered (scratch, noise);
  assert_not_recovered (scratch, foreign);
}

static void
test_recover_refusals (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *target = scratch_name (scratch, "new.db");
  g_autofree char *absent = scratch_name (scratch, "no/folder/new.db");
  g_autofree char *log = scratch_name (scratch, "okrs.db-wal");
  g_autofree char *text = scratch_name (scratch, "text.db");
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  scratch_fill (scratch, 2);
  g_assert_true (g_file_set_contents (target, "mine", -1, NULL));
  g_assert_false (qd_recover_file (scratch->path, target, NULL, NULL, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_FAILED);
  g_assert_true (g_file_get_contents (target, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "mine");
  g_clear_error (&error);

  g_assert_false (qd_recover_file (scratch->path, absent, NULL, NULL, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_READ_ONLY);
  g_clear_error (&error);

  g_assert_false (qd_recover_file (scratch->path, log, NULL, NULL, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (text, "Nothing but a text, though a long enough one to "
                                            "fill the header of a database and then some.",
                                      -1, NULL));
  g_unlink (target);
  g_assert_false (qd_recover_file (text, target, NULL, NULL, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_NOT_OURS);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
}

static void
test_cancel (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *target = scratch_name (scratch, "new.db");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  scratch_fill (scratch, 10);
  g_cancellable_cancel (cancellable);
  g_assert_false (qd_recover_file (scratch->path, target, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (scratch->folder), ==, 1);
}

/* Every entry of the recovered file was in the file before it was damaged. */
static void
assert_subset (const char *path,
               const char *original)
{
  g_autoptr (QdDb) db = qd_db_open (path, QD_DB_READ_ONLY, NULL);
  g_autoptr (QdDb) whole = qd_db_open (original, QD_DB_READ_ONLY, NULL);
  sqlite3_stmt *row = qd_db_query (db, NULL, "SELECT stamp, payload->>'c' FROM tx", "");

  while (qd_db_next (db, row, NULL))
    {
      gint64 known = 0;

      g_assert_true (qd_db_get_integer (whole, NULL, &known,
                                        "SELECT 1 FROM tx WHERE stamp=?1 AND payload->>'c'=?2",
                                        "is", sqlite3_column_int64 (row, 0),
                                        qd_db_text (row, 1)));
      g_assert_cmpint (known, ==, 1);
    }
}

/* Opening either works or refuses with a reason; nothing crashes or hangs. */
static void
try_to_use (Scratch *scratch)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdStore) store = qd_store_open (scratch->path, QD_OPEN_DEFAULT, &error);
  g_autoptr (GListModel) boards = NULL;

  if (store == NULL)
    {
      g_assert_true (error->domain == QD_ERROR);
      g_assert_cmpuint (strlen (error->message), >, 10);
      return;
    }
  boards = g_object_ref (G_LIST_MODEL (qd_workspace_get_boards (qd_store_get_workspace (store))));
  for (guint i = 0; i < g_list_model_get_n_items (boards); i++)
    {
      g_autoptr (QdBoard) board = g_list_model_get_item (boards, i);

      qd_store_load_board (store, board, NULL);
    }
}

static void
test_damaged (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *original = scratch_name (scratch, "original.db");
  g_autofree char *contents = NULL;
  g_autofree char *report = NULL;
  gsize length;
  guint n_recovered = 0;

  scratch_fill (scratch, 60);
  g_assert_true (g_file_get_contents (scratch->path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (original, contents, (gssize) length, NULL));

  for (guint i = 0; i < N_DAMAGED; i++)
    {
      const guint32 seed = g_test_rand_int ();
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autofree char *target = scratch_name (scratch, "new.db");
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("seed %u", seed);
      g_assert_true (g_file_set_contents (scratch->path, contents, (gssize) length, NULL));
      scratch_damage (scratch->path, random, 1u << g_rand_int_range (random, 0, 10));

      /* The damage may be in what tells whose file it is, and of which format. */
      if (!qd_check_file (scratch->path, &findings, NULL, &error))
        g_assert_true (g_error_matches (error, QD_ERROR, QD_ERROR_NOT_OURS) ||
                       g_error_matches (error, QD_ERROR, QD_ERROR_NEWER) ||
                       g_error_matches (error, QD_ERROR, QD_ERROR_DAMAGED));
      g_clear_error (&error);
      if (qd_recover_file (scratch->path, target, NULL, NULL, &error))
        {
          n_recovered++;
          scratch_assert_sound (target);
          assert_subset (target, original);
          g_unlink (target);
        }
      else
        g_assert_true (error->domain == QD_ERROR);
      try_to_use (scratch);
    }
  g_assert_cmpuint (n_recovered, >, N_DAMAGED * 9 / 10);
}

/* A file that ends too early: a full disk, a copy that was broken off. */
static void
test_truncated (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *original = scratch_name (scratch, "original.db");
  g_autofree char *contents = NULL;
  gsize length;

  scratch_fill (scratch, 60);
  g_assert_true (g_file_get_contents (scratch->path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (original, contents, (gssize) length, NULL));

  for (gsize size = 0; size < length; size += 9000)
    {
      g_autofree char *target = scratch_name (scratch, "new.db");
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (scratch->path, contents, (gssize) size, NULL));
      /* A page that nobody uses may be missing. */
      if (qd_check_file (scratch->path, &findings, NULL, &error) && findings->len == 0)
        g_assert_cmpint (scratch_count (scratch->path, "tx"), ==, scratch_count (original, "tx"));
      if (qd_recover_file (scratch->path, target, NULL, NULL, NULL))
        {
          scratch_assert_sound (target);
          assert_subset (target, original);
          g_unlink (target);
        }
      try_to_use (scratch);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/recover/sound", test_recover_sound);
  g_test_add_func ("/recover/gap", test_recover_gap);
  g_test_add_func ("/recover/without-schema", test_recover_without_schema);
  g_test_add_func ("/recover/end-unknown", test_recover_end_unknown);
  g_test_add_func ("/recover/wrong-base", test_recover_wrong_base);
  g_test_add_data_func ("/recover/disk-full", GINT_TO_POINTER (FALSE), test_recover_disk_full);
  g_test_add_data_func ("/recover/disk-full/without-schema", GINT_TO_POINTER (TRUE),
                        test_recover_disk_full);
  g_test_add_func ("/recover/beside", test_recover_beside);
  g_test_add_func ("/recover/with-log", test_recover_with_log);
  g_test_add_func ("/recover/foreign", test_recover_foreign);
  g_test_add_func ("/recover/refusals", test_recover_refusals);
  g_test_add_func ("/recover/cancel", test_cancel);
  g_test_add_func ("/recover/damaged", test_damaged);
  g_test_add_func ("/recover/truncated", test_truncated);

  return g_test_run ();
}
