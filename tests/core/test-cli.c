/* The program without a display, as a person or a script calls it: what it
 * prints, what it writes, and how it ends. What it tells of key results is in
 * test-cli-key-results.c, what is checked in in test-cli-check-in.c.
 */

#include "config.h"

#include <errno.h>
#include <gio/gio.h>
#include <string.h>

#include "cli-caller.h"
#include "scratch.h"

static const char outline_text[] =
  "# 2026 Q4\n"
  "\n"
  "## Customer Success\n"
  "\n"
  "1. **Delight our customers**\n"
  "   - KR: Raise the net promoter score from 22 to 40\n"
  "   - KR: First answer within 2 hours\n"
  "\n"
  "## Marketing\n"
  "\n"
  "1. **Be found**\n"
  "   - KR: 50 qualified leads a week\n";

static char *
write_outline (Scratch *scratch)
{
  char *path = scratch_name (scratch, "okrs.md");

  g_assert_true (g_file_set_contents (path, outline_text, -1, NULL));

  return path;
}

static void
test_help (void)
{
  static const char * const told[] = {
    "status", "--board NAME", "--json", "report", "--view NAME", "--format FORMAT",
    "--paper PAPER", "--density DENSITY", "--review", "--since YYYY-MM-DD", "--scale N", "-o OUT",
    "show CARD", "check-in CARD VALUE", "--note TEXT",
    "--blocker TEXT", "--confidence N", "--day YYYY-MM-DD", "import FILE", "check", "rebuild",
    "history [CARD]", "undo", "redo", "recover NEWFILE",
    "--file PATH", "--sample", "--screenshot OUT.png", "--board NAME", "--dark", "--size WxH",
    "--new-window", "--version", "--help", "QUARTERDECK_NOW", "Exit status", "XDG_DATA_HOME",
  };
  g_auto (CallerResult) result = { 0 };

  CALL (&result, "--help");
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    assert_done (&result, told[i]);

  CALL (&result, "import", "-h");
  assert_done (&result, "import FILE");
}

static void
test_version (void)
{
  g_auto (CallerResult) result = { 0 };

  CALL (&result, "--version");
  assert_done (&result, "Quarterdeck " QD_VERSION "\n");
}

/* These are for the program with windows. */
static void
test_windows (void)
{
  static const char * const calls[][5] = {
    { "--sample", NULL },
    { "--file", "some.db", NULL },
    { "--file=some.db", NULL },
    { "-f", "some.db", NULL },
    { "-fsome.db", NULL },
    { "--screenshot", "out.png", "--board", "import", NULL },
    { "--board=check", "--size", "800x600", "--dark", NULL },
    { "--new-window", NULL },
    { "--gapplication-service", NULL },
    { NULL },
  };
  g_auto (CallerResult) result = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      caller_call (&result, calls[i]);
      g_assert_cmpint (result.status, ==, CALLER_STATUS_WINDOW);
      g_assert_cmpstr (result.out, ==, "");
      g_assert_cmpstr (result.err, ==, "");
    }
}

static void
test_usage (void)
{
  static const struct {
    const char *call[6];
    const char *reason;
    const char *usage;
  } cases[] = {
    { { "frobnicate" }, "There is no command “frobnicate”", "[COMMAND]" },
    { { "some.db" }, "There is no command “some.db”", "[COMMAND]" },
    { { "" }, "There is no command “”", "[COMMAND]" },
    { { "import" }, "An argument is missing after “import”", "import FILE…" },
    { { "check", "now" }, "There are too many arguments after “check”", "check" },
    { { "history", "one", "two" }, "There are too many arguments after “history”",
      "history [CARD]" },
    { { "recover" }, "An argument is missing after “recover”", "recover NEWFILE" },
    { { "--frobnicate" }, "There is no option “--frobnicate”", "[COMMAND]" },
    { { "check", "-x" }, "There is no option “-x”", "[COMMAND]" },
    { { "check", "--dark" }, "“check” does not take the option “--dark”", "check" },
    { { "--file" }, "An argument is missing after “--file”", "[COMMAND]" },
    { { "check", "--file" }, "An argument is missing after “--file”", "[COMMAND]" },
    { { "--screenshot" }, "An argument is missing after “--screenshot”", "[COMMAND]" },
    { { "check-in", "NPS" }, "An argument is missing after “check-in”",
      "check-in CARD VALUE [--note TEXT] [--blocker TEXT] [--confidence N]"
      " [--day YYYY-MM-DD]\n" },
    { { "check-in", "NPS", "3", "4" }, "There are too many arguments after “check-in”",
      "check-in CARD VALUE" },
    { { "check-in", "NPS", "3", "--note" }, "An argument is missing after “--note”",
      "[COMMAND]" },
    { { "check-in", "NPS", "3", "--json" }, "“check-in” does not take the option “--json”",
      "check-in CARD VALUE" },
    { { "show" }, "An argument is missing after “show”", "show CARD [--json]" },
    { { "show", "NPS", "--board", "Team" }, "“show” does not take the option “--board”",
      "show CARD" },
    { { "show", "NPS", "--json=yes" }, "The option “--json” takes no value", "[COMMAND]" },
    { { "status", "Team" }, "There are too many arguments after “status”",
      "status [--board NAME] [--json]" },
    { { "check", "--board", "Team" }, "“check” does not take the option “--board”", "check" },
    { { "--json" }, "The option “--json” needs a command", "[COMMAND]" },
    { { "--sample", "--note=x" }, "The option “--note” needs a command", "[COMMAND]" },
  };
  g_auto (CallerResult) result = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      caller_call (&result, cases[i].call);
      assert_refused (&result, 2, cases[i].reason);
      assert_contains (result.err, "Usage: quarterdeck");
      assert_contains (result.err, cases[i].usage);
    }
}

static void
test_import (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *outline = write_outline (scratch);
  g_auto (CallerResult) result = { 0 };

  CALL (&result, "--file", scratch->path, "import", outline);
  assert_done (&result, "3 key results");
  g_assert_cmpint (scratch_count (scratch->path, "board"), ==, 2);
  g_assert_cmpint (scratch_count (scratch->path, "card"), ==, 3);
  g_assert_cmpint (scratch_count (scratch->path, "tx"), ==, 1);
  scratch_assert_sound (scratch->path);
}

/* Of several files none is brought in where one cannot be read. */
static void
test_import_unreadable (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *outline = write_outline (scratch);
  g_autofree char *absent = scratch_name (scratch, "absent.md");
  g_autofree char *binary = scratch_name (scratch, "binary.md");
  g_auto (CallerResult) result = { 0 };

  CALL (&result, "import", outline, absent, "--file", scratch->path);
  assert_refused (&result, 1, "absent.md");
  g_assert_false (g_file_test (scratch->path, G_FILE_TEST_EXISTS));

  g_assert_true (g_file_set_contents (binary, "# Team\n- KR: \xff\xfe\n", -1, NULL));
  CALL (&result, "import", binary, "--file", scratch->path);
  assert_refused (&result, 1, "binary.md");
  g_assert_false (g_file_test (scratch->path, G_FILE_TEST_EXISTS));
}

static void
test_undo_redo (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *outline = write_outline (scratch);
  g_auto (CallerResult) result = { 0 };

  CALL (&result, "--file", scratch->path, "import", outline);
  CALL (&result, "undo", "--file", scratch->path);
  assert_done (&result, "\n");
  g_assert_cmpint (scratch_count (scratch->path, "card"), ==, 0);
  CALL (&result, "undo", "--file", scratch->path);
  assert_refused (&result, 1, "There is nothing to undo.");

  CALL (&result, "redo", "--file", scratch->path);
  assert_done (&result, "\n");
  g_assert_cmpint (scratch_count (scratch->path, "card"), ==, 3);
  CALL (&result, "redo", "--file", scratch->path);
  assert_refused (&result, 1, "There is nothing to redo.");
  scratch_assert_sound (scratch->path);
}

static void
test_history (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *outline = write_outline (scratch);
  g_auto (CallerResult) result = { 0 };
  g_auto (GStrv) lines = NULL;

  CALL (&result, "--file", scratch->path, "import", outline);
  CALL (&result, "--file", scratch->path, "undo");
  CALL (&result, "--file", scratch->path, "redo");
  CALL (&result, "--file", scratch->path, "history");
  assert_done (&result, "2026-11-22 09:30  ");
  lines = g_strsplit (result.out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);

  CALL (&result, "--file", scratch->path, "history", "promoter");
  assert_done (&result, "2026-11-22 09:30  ");
  CALL (&result, "--file", scratch->path, "history", "no such card");
  assert_refused (&result, 1, "There is no card “no such card”.");
  CALL (&result, "--file", scratch->path, "history", "e");
  assert_refused (&result, 1, "fits more than one card");
}

/* What stands in a title does not reach the terminal as a command to it. */
static void
test_history_harmless (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_auto (CallerResult) result = { 0 };

  scratch_fill (scratch, 1);
  {
    g_autoptr (QdStore) store = scratch_open (scratch);

    qd_store_set_author (store, "Mallory\033[2J\nroot");
    scratch_add_card (store, "Title \033]0;owned\007 and \xc2\x9b" "31m more");
  }
  CALL (&result, "--file", scratch->path, "history");
  assert_done (&result, "Mallory [2J root");
  g_assert_null (strchr (result.out, '\033'));
  g_assert_null (strchr (result.out, '\007'));
  g_assert_null (strstr (result.out, "\xc2\x9b"));
}

/* Neither does what stands in a file that is brought in, nor what it is called. */
static void
test_harmless (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *outline = scratch_name (scratch, "o\033[2Jkrs.md");
  g_autofree char *binary = scratch_name (scratch, "b\033[2Jinary.md");
  g_auto (CallerResult) result = { 0 };

  g_assert_true (g_file_set_contents (outline, "# 2026 Q4\n## Team\n1. **One**\n"
                                               "   - KR: Two\n     - Status: \033]0;x\007\n"
                                               "\n\033[31mLost words\n", -1, NULL));
  g_assert_true (g_file_set_contents (binary, "# Team\n- KR: \xff\xfe\n", -1, NULL));
  CALL (&result, "--file", scratch->path, "import", outline);
  assert_done (&result, "1 key result in 2026 Q4.\n");
  assert_contains (result.out, "the board has no such column");
  assert_harmless (&result);

  CALL (&result, "--file", scratch->path, "import", binary);
  assert_refused (&result, 1, "b [2Jinary.md");
  assert_harmless (&result);
  CALL (&result, "\033[2J");
  assert_refused (&result, 2, "There is no command");
  assert_harmless (&result);
}

/* However many bytes its characters have, a long title is cut. */
static void
test_history_long (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *title = NULL;
  g_auto (CallerResult) result = { 0 };
  GString *long_title = g_string_new (NULL);

  for (guint i = 0; i < 1000; i++)
    g_string_append (long_title, "😀");
  title = g_string_free (long_title, FALSE);
  scratch_fill (scratch, 1);
  {
    g_autoptr (QdStore) store = scratch_open (scratch);

    scratch_add_card (store, title);
  }
  CALL (&result, "--file", scratch->path, "undo");
  assert_done (&result, "\n");
  g_assert_cmpuint (strlen (result.out), <, 300);
}

static void
test_check (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *recovered = scratch_name (scratch, "recovered.db");
  g_auto (CallerResult) result = { 0 };

  scratch_fill (scratch, 6);
  CALL (&result, "check", "--file", scratch->path);
  assert_done (&result, "is sound.");

  scratch_execute (scratch->path, "UPDATE card SET title='Quietly changed'");
  CALL (&result, "check", "--file", scratch->path);
  assert_refused (&result, 1, "5 rows of the table “card” are not what the log says.");
  CALL (&result, "rebuild", "--file", scratch->path);
  assert_done (&result, "was rebuilt from its log.");
  CALL (&result, "check", "--file", scratch->path);
  assert_done (&result, "is sound.");

  scratch_execute (scratch->path, "DELETE FROM tx WHERE seq=3");
  CALL (&result, "check", "--file", scratch->path);
  assert_refused (&result, 1, "Entries 3 to 3 of stream 1 are missing.");
  CALL (&result, "recover", recovered, "--file", scratch->path);
  assert_done (&result, "1 change is lost.");
  CALL (&result, "check", "--file", recovered);
  assert_done (&result, "is sound.");
}

static void
test_absent_file (void)
{
  static const char * const words[] = {
    "check", "rebuild", "history", "undo", "redo", "status",
  };
  g_autoptr (Scratch) scratch = scratch_new ();
  g_auto (CallerResult) result = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      CALL (&result, "--file", scratch->path, words[i]);
      assert_refused (&result, 1, "There is no file");
      g_assert_false (g_file_test (scratch->path, G_FILE_TEST_EXISTS));
    }
}

/* The usual file lies in the data folder, which is made on first use. */
static void
test_usual_file (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *outline = write_outline (scratch);
  g_autofree char *usual = scratch_name (scratch, "data/quarterdeck/quarterdeck.db");
  g_autofree char *folder = scratch_name (scratch, "data");
  g_autofree char *before = g_strdup (g_getenv ("XDG_DATA_HOME"));
  g_auto (CallerResult) result = { 0 };

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  CALL (&result, "--help");
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  CALL (&result, "import", outline);
  assert_done (&result, "3 key results");
  g_assert_cmpint (scratch_count (usual, "card"), ==, 3);

  if (before != NULL)
    g_setenv ("XDG_DATA_HOME", before, TRUE);
  else
    g_unsetenv ("XDG_DATA_HOME");
}

/* What nobody gets to read was not done. */
static void
test_full_output (void)
{
  static const char * const calls[][4] = {
    { "--version" }, { "--help" }, { "status", "--json" }, { "status" }, { "history" },
  };
  g_autoptr (Scratch) scratch = scratch_new ();
  g_auto (CallerResult) result = { 0 };

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("There is no /dev/full here");
      return;
    }

  scratch_fill (scratch, 2);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      const char *words[] = {
        "--file", scratch->path, calls[i][0], calls[i][1], calls[i][2], NULL,
      };

      caller_call_into (&result, "/dev/full", words);
      g_assert_cmpint (result.status, ==, 1);
      assert_contains (result.err, "Not all could be written to standard output: ");
      assert_contains (result.err, g_strerror (ENOSPC));
      caller_call_into (&result, "/dev/null", words);
      g_assert_cmpint (result.status, ==, 0);
      g_assert_cmpstr (result.err, ==, "");
    }
}

int
main (int   argc,
      char *argv[])
{
  if (caller_is_called (argc, argv))
    return caller_be_called (argc, argv);

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/help", test_help);
  g_test_add_func ("/cli/version", test_version);
  g_test_add_func ("/cli/windows", test_windows);
  g_test_add_func ("/cli/usage", test_usage);
  g_test_add_func ("/cli/import", test_import);
  g_test_add_func ("/cli/import/unreadable", test_import_unreadable);
  g_test_add_func ("/cli/undo-redo", test_undo_redo);
  g_test_add_func ("/cli/history", test_history);
  g_test_add_func ("/cli/history/harmless", test_history_harmless);
  g_test_add_func ("/cli/history/long", test_history_long);
  g_test_add_func ("/cli/harmless", test_harmless);
  g_test_add_func ("/cli/check", test_check);
  g_test_add_func ("/cli/absent-file", test_absent_file);
  g_test_add_func ("/cli/usual-file", test_usual_file);
  g_test_add_func ("/cli/full-output", test_full_output);

  return g_test_run ();
}
