/* Checking and rebuilding: what is wrong is found, and what derives from the log
 * can be made anew.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "scratch.h"
#include "store/qd-check.h"

static GPtrArray *
check (const char *path)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = NULL;

  g_assert_true (qd_check_file (path, &findings, NULL, &error));
  g_assert_no_error (error);
  g_assert_nonnull (findings);

  return findings;
}

static void
assert_check_fails (const char *path,
                    int         code)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (qd_check_file (path, &findings, NULL, &error));
  g_assert_error (error, QD_ERROR, code);
  g_assert_null (findings);
}

static void
test_sound (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();

  scratch_fill (scratch, 30);
  scratch_assert_sound (scratch->path);
}

static void
test_sound_while_open (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (QdStore) store = NULL;

  scratch_fill (scratch, 3);
  store = scratch_open (scratch);
  scratch_add_card (store, "In the log only");
  scratch_assert_sound (scratch->path);
  scratch_add_card (store, "And on");
}

/* Each of these, done to a sound file behind the program's back, is found. */
static void
test_findings (void)
{
  static const struct {
    const char *sql;
    const char *finding;
  } cases[] = {
    { "DELETE FROM tx WHERE seq=4", "Entries 4 to 4 of stream 1 are missing" },
    { "DELETE FROM tx WHERE seq=(SELECT max(seq) FROM tx)", "Stream 1 ends at entry" },
    { "UPDATE tx SET payload=replace(payload, 'measure', 'nothing') WHERE seq=3",
      "Entry 3 of stream 1 does not fit the one before" },
    { "UPDATE tx SET hash=x'00112233445566778899aabbccddeeff' WHERE seq=3",
      "Entry 3 of stream 1 does not fit the one before" },
    { "UPDATE tx SET payload='{}' WHERE seq=3", "cannot be read" },
    { "UPDATE tx SET author='somebody else' WHERE seq=3",
      "Entry 3 of stream 1 is filed under another" },
    { "UPDATE tx SET stamp=stamp+1 WHERE seq=3", "Entry 3 of stream 1 is filed under another" },
    { "UPDATE tx SET kind=3 WHERE seq=3", "Entry 3 of stream 1 is filed under another" },
    { "UPDATE stream SET head=head+1", "but should end at entry" },
    { "UPDATE stream SET head_hash=x''", "but should end at entry" },
    { "UPDATE stream SET rid=2", "belong to no stream" },
    { "UPDATE card SET title='Quietly changed' WHERE id=(SELECT min(id) FROM card)",
      "1 row of the table “card” is not what the log says" },
    { "UPDATE card SET current=7 WHERE id=(SELECT min(id) FROM card)", "“card”" },
    { "DELETE FROM person", "“person”" },
    { "INSERT INTO team(id, title) VALUES(1, 'Ghosts')", "“team”" },
    { "DELETE FROM chg WHERE field=604 AND ent=(SELECT min(id) FROM card)",
      "1 row of the table “chg”" },
    { "UPDATE chg SET value='x' WHERE field=604", "rows of the table “chg”" },
    { "INSERT INTO chg VALUES(1, 604, 1, 1, 1, NULL, 'x')", "“chg”" },
    { "UPDATE search SET title='hidden' WHERE rowid=(SELECT min(id) FROM card)", "“search”" },
    { "UPDATE search_content SET c0='hidden' WHERE id=(SELECT min(id) FROM card)",
      "“search”" },
    { "DELETE FROM search_data WHERE id>10", "is damaged" },
    { "DROP INDEX card_place", "The table or index “card_place” is missing" },
    { "DROP TABLE comment", "The table or index “comment” is missing" },
    { "CREATE TRIGGER stowaway AFTER UPDATE ON card BEGIN DELETE FROM tx; END",
      "“stowaway” does not belong in the file" },
    { "CREATE VIEW stowaway AS SELECT 1", "“stowaway” does not belong in the file" },
    { "CREATE INDEX stowaway ON card(title)", "“stowaway” does not belong in the file" },
    { "CREATE TRIGGER card AFTER UPDATE ON card BEGIN DELETE FROM tx; END",
      "“card” does not belong in the file" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Scratch) scratch = scratch_new ();
      g_autoptr (GPtrArray) findings = NULL;
      gboolean found = FALSE;

      scratch_fill (scratch, 6);
      scratch_execute (scratch->path, cases[i].sql);
      findings = check (scratch->path);
      for (guint j = 0; j < findings->len; j++)
        found |= strstr (g_ptr_array_index (findings, j), cases[i].finding) != NULL;
      if (!found)
        g_error ("%s: not found, but %u others, as: %s", cases[i].sql, findings->len,
                 findings->len > 0 ? (char *) g_ptr_array_index (findings, 0) : "none");
    }
}

/* What somebody put into a file to act by itself does not. */
static void
test_foreign_trigger (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  gint64 n;

  scratch_fill (scratch, 2);
  scratch_execute (scratch->path,
                   "CREATE TRIGGER stowaway AFTER INSERT ON card BEGIN DELETE FROM tx; END");
  n = scratch_count (scratch->path, "tx");
  {
    g_autoptr (QdStore) store = scratch_open (scratch);

    scratch_add_card (store, "One more");
  }
  g_assert_cmpint (scratch_count (scratch->path, "tx"), ==, n + 1);
}

static void
test_refusals (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *text = scratch_name (scratch, "text.db");
  g_autofree char *empty = scratch_name (scratch, "empty.db");
  g_autofree char *foreign = scratch_name (scratch, "foreign.db");
  g_autofree char *newer = scratch_name (scratch, "newer.db");
  g_autofree char *absent = scratch_name (scratch, "absent.db");

  g_assert_true (g_file_set_contents (text, "Nothing but a text, though a long enough one to "
                                            "fill the header of a database and then some.",
                                      -1, NULL));
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  scratch_execute (foreign, "CREATE TABLE t(a)");
  scratch_fill (scratch, 1);
  g_assert_cmpint (g_rename (scratch->path, newer), ==, 0);
  scratch_execute (newer, "PRAGMA user_version=99");

  assert_check_fails (scratch->folder, QD_ERROR_NOT_OURS);
  assert_check_fails (text, QD_ERROR_NOT_OURS);
  assert_check_fails (empty, QD_ERROR_NOT_OURS);
  assert_check_fails (foreign, QD_ERROR_NOT_OURS);
  assert_check_fails (newer, QD_ERROR_NEWER);
  assert_check_fails (absent, QD_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (absent, G_FILE_TEST_EXISTS));
}

static void
test_cancel (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  scratch_fill (scratch, 10);
  g_cancellable_cancel (cancellable);

  g_assert_false (qd_check_file (scratch->path, &findings, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_assert_false (qd_check_rebuild (scratch->path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  scratch_assert_sound (scratch->path);
}

static void
test_rebuild (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  scratch_fill (scratch, 30);
  before = scratch_dump (scratch->path);
  scratch_execute (scratch->path,
                   "DELETE FROM chg; DELETE FROM card; DELETE FROM search;"
                   "UPDATE objective SET title='Quietly changed'");

  g_assert_true (qd_check_rebuild (scratch->path, NULL, &error));
  g_assert_no_error (error);
  after = scratch_dump (scratch->path);
  g_assert_cmpstr (before, ==, after);
  scratch_assert_sound (scratch->path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/check/sound", test_sound);
  g_test_add_func ("/check/sound/while-open", test_sound_while_open);
  g_test_add_func ("/check/findings", test_findings);
  g_test_add_func ("/check/foreign-trigger", test_foreign_trigger);
  g_test_add_func ("/check/refusals", test_refusals);
  g_test_add_func ("/check/cancel", test_cancel);
  g_test_add_func ("/check/rebuild", test_rebuild);

  return g_test_run ();
}
