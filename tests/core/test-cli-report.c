/* "report" as a person or a script calls it: what it writes in each format, which
 * boards, and what it says where it cannot.
 */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#include "cli-fixture.h"
#include "store/qd-db.h"
#include "store/qd-edit-view.h"
#include "store/qd-edit.h"

#define REPORT(result, ...) \
  CALL (result, "--file", self->scratch->path, "report", __VA_ARGS__)

static void
test_markdown (CliFixture    *self,
               gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };

  CALL (&result, "--file", self->scratch->path, "report");
  assert_done (&result, "## Customer Success\n");
  assert_contains (result.out, "### Not Started (1)\n\n- **Ask 数 people**\n");
  assert_contains (result.out, "- **Raise NPS**\n"
                               "  - Objective: Delight our customers\n"
                               "  - 30 → 50, now 35\u00a0points (25%, expected 64%)\n"
                               "  - At risk, Ada, confidence 6 of 10, blocked, waiting\n");
  assert_contains (result.out, "### Complete (0)\n\nNo cards\n");
  g_assert_true (g_str_has_prefix (result.out, "# Boards\n\nNovember 22, 2026\n\n"));
}

static void
test_densities (CliFixture    *self,
                gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };

  REPORT (&result, "--density", "compact");
  assert_done (&result, "- Raise NPS — 25%\n");
  REPORT (&result, "--density", "counts", "-o", "-");
  assert_done (&result, "| Board | Not Started | In Progress | At Risk | Complete | Progress |"
                        " Expected | Net confidence | Check-ins due |\n"
                        "| :-- | --: | --: | --: | --: | --: | --: | --: | --: |\n"
                        "| Customer Success | 1 | 2 | 0 | 0 | ");
}

/* What the colour of a card says is said, too, however little else is. */
static void
test_html_words (CliFixture    *self,
                 gconstpointer  unused)
{
  static const char * const densities[] = { "compact", "cards" };
  g_auto (CallerResult) result = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (densities); i++)
    {
      const char *card, *end, *objective;

      REPORT (&result, "--format", "html", "--density", densities[i]);
      assert_done (&result, "Not Started <span class=\"count\">1</span></h3>\n");
      card = strstr (result.out, "<h4 dir=\"auto\">Raise NPS</h4>");
      g_assert_nonnull (card);
      end = strstr (card, "</li>");
      objective = strstr (card, "<p class=\"faint\">Delight our customers</p>");
      g_assert_true (objective != NULL && objective < end);
    }
}

static void
assert_nests (const char *html)
{
  const char *checker = g_getenv ("HTML_NESTS");
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *complaint = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (checker);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                              &error, checker, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, html, NULL, NULL, &complaint, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (complaint, ==, "");
  g_assert_true (g_subprocess_get_successful (process));
}

/* What stands in a title is a title, whatever it would be elsewhere. */
static void
test_hostile (CliFixture    *self,
              gconstpointer  unused)
{
  static const char title[] = "</h4><script>alert(\"1\")</script> | **b** [x](y) `c` # \033[2J";
  g_auto (CallerResult) result = { 0 };

  {
    g_autoptr (QdStore) store = fixture_open (self->scratch->path, &self->clock);

    g_assert_true (qd_edit_rename (store, QD_ENTITY_CARD, self->nps, title, NULL));
    g_assert_true (qd_edit_rename (store, QD_ENTITY_CARD, self->page, "12. - item\n# heading", NULL));
    g_assert_true (qd_edit_rename (store, QD_ENTITY_BOARD, self->board, "<b>&amp;\"'|", NULL));
  }
  for (guint density = 0; density < 3; density++)
    {
      static const char * const words[] = { "counts", "compact", "cards" };

      REPORT (&result, "--format", "html", "--density", words[density]);
      assert_done (&result, "<!DOCTYPE html>\n");
      g_assert_null (strstr (result.out, "<script"));
      g_assert_null (strstr (result.out, "http"));
      assert_contains (result.out, "&lt;b&gt;&amp;amp;&quot;&apos;|");
      assert_harmless (&result);
      assert_nests (result.out);
    }

  REPORT (&result, "--density", "cards");
  assert_done (&result, "- **\\</h4\\>\\<script\\>alert(\"1\")\\</script\\> \\| \\*\\*b\\*\\* "
                        "\\[x\\](y) \\`c\\` \\#");
  assert_contains (result.out, "- **12\\. - item \\# heading**\n");
  assert_contains (result.out, "## \\<b\\>\\&amp;\"'\\|\n");
  assert_harmless (&result);
}

static char *
read_start (const char *path,
            gsize       length)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpuint (size, >, length);

  return g_strndup (bytes, length);
}

/* The name of the file tells the format, unless it is said. */
static void
test_formats (CliFixture    *self,
              gconstpointer  unused)
{
  static const struct {
    const char *name;
    const char *format;
    const char *start;
  } cases[] = {
    { "boards.pdf", NULL, "%PDF-" },
    { "boards.PNG", NULL, "\211PNG" },
    { "boards.md", NULL, "# Boards\n" },
    { "boards.htm", NULL, "<!DOCTYPE html>" },
    { "boards.txt", "markdown", "# Boards\n" },
    { "boards.png", "pdf", "%PDF-" },
  };
  g_auto (CallerResult) result = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = scratch_name (self->scratch, cases[i].name);
      g_autofree char *start = NULL;

      if (cases[i].format != NULL)
        REPORT (&result, "-o", path, "--format", cases[i].format);
      else
        REPORT (&result, "-o", path);
      assert_done (&result, "");
      g_assert_cmpstr (result.out, ==, "");
      start = read_start (path, strlen (cases[i].start));
      g_assert_cmpstr (start, ==, cases[i].start);
    }
}

static void
test_refused (CliFixture    *self,
              gconstpointer  unused)
{
  static const struct {
    const char *call[7];
    const char *reason;
    gboolean is_usage;
  } cases[] = {
    { { "--format", "odt" }, "A format is pdf, png, markdown or html.", TRUE },
    { { "-o", "boards" }, "The name of the file does not tell the format.", TRUE },
    { { "--format", "pdf" }, "goes into a file: give “-o”", TRUE },
    { { "--format", "png", "-o", "-" }, "goes into a file: give “-o”", TRUE },
    { { "-o", "x.pdf", "--paper", "a3" }, "A paper is a4 or letter.", TRUE },
    { { "-o", "x.png", "--paper", "a4" }, "leave “--paper” out", TRUE },
    { { "-o", "x.png", "--scale", "0" }, "A scale is a number from 0.1 to 10", TRUE },
    { { "-o", "x.png", "--scale", "2x" }, "A scale is a number from 0.1 to 10", TRUE },
    { { "-o", "x.png", "--scale", "nan" }, "A scale is a number from 0.1 to 10", TRUE },
    { { "-o", "x.pdf", "--scale", "2" }, "leave “--scale” out", TRUE },
    { { "--density", "thick" }, "A density is counts, compact or cards.", TRUE },
    { { "--board", "Nobody" }, "There is no board “Nobody”." },
    { { "--view", "Nothing" }, "There is no view “Nothing”." },
    { { "--view", "One", "--board", "Two" }, "leave “--board” out", TRUE },
    { { "-o", "", "--format", "html" }, "“” could not be written (" },
    { { "-o", "/nowhere/x.pdf" }, "“/nowhere/x.pdf” could not be written (" },
    { { "-o", "/nowhere/x.md" }, "“/nowhere/x.md” could not be written (" },
  };
  g_auto (CallerResult) result = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *words[10] = { "--file", self->scratch->path, "report" };

      for (guint j = 0; cases[i].call[j] != NULL; j++)
        words[3 + j] = cases[i].call[j];
      caller_call (&result, words);
      assert_refused (&result, cases[i].is_usage ? 2 : 1, cases[i].reason);
      /* Nobody gave a file such a name. */
      g_assert_false (g_regex_match_simple ("/x\\.[a-z]+\\.", result.err, 0, 0));
    }
  g_assert_false (g_file_test ("x.pdf", G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test ("x.png", G_FILE_TEST_EXISTS));
}

static ino_t
get_inode (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);

  return status.st_ino;
}

/* Refuses in every format; every other time it is the review, from the first or the
 * second on.
 */
static void
assert_spared (CliFixture *self,
               const char *target,
               const char *name,
               guint       first)
{
  static const char * const forms[] = { "html", "markdown", "pdf", "png" };
  g_autofree char *reason = NULL;
  g_auto (CallerResult) result = { 0 };

  reason = g_strdup_printf ("%s” is a Quarterdeck file or another database, or belongs to one. "
                            "Nothing was written", name);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      if ((first + i) % 2 == 0)
        REPORT (&result, "--review", "--format", forms[i], "-o", target);
      else
        REPORT (&result, "--format", forms[i], "-o", target);
      assert_refused (&result, 1, reason);
    }
}

/* A report never takes the place of a workspace, nor of what belongs to one: that of
 * which it tells or another, by whatever name, open or not.
 */
static void
test_workspace (CliFixture    *self,
                gconstpointer  unused)
{
  static const char * const names[] = {
    "okrs.db", "other.db", "link.html", "second.html", "log.html", "okrs.db-wal", "okrs.db-shm",
    "okrs.db-journal",
  };
  enum { N_THERE = G_N_ELEMENTS (names) - 1 };
  g_auto (GStrv) paths = g_new0 (char *, G_N_ELEMENTS (names) + 1);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length, length_after;
  ino_t inodes[G_N_ELEMENTS (names)];
  g_autoptr (QdDb) db = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    paths[i] = scratch_name (self->scratch, names[i]);
  fixture_copy (self->scratch->path, paths[1]);
  g_assert_cmpint (symlink (names[0], paths[2]), ==, 0);
  g_assert_cmpint (link (paths[0], paths[3]), ==, 0);
  g_assert_cmpint (symlink (names[5], paths[4]), ==, 0);
  db = qd_db_open (paths[0], QD_DB_READ_WRITE, NULL);
  g_assert_true (qd_db_exec (db, "SELECT * FROM meta", NULL));
  g_assert_true (g_file_get_contents (paths[0], &before, &length, NULL));
  for (guint i = 0; i < N_THERE; i++)
    inodes[i] = get_inode (paths[i]);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_spared (self, paths[i], names[i], i);

  g_assert_true (g_file_get_contents (paths[0], &after, &length_after, NULL));
  g_assert_cmpmem (before, length, after, length_after);
  for (guint i = 0; i < N_THERE; i++)
    g_assert_cmpuint (get_inode (paths[i]), ==, inodes[i]);
  g_assert_false (g_file_test (paths[N_THERE], G_FILE_TEST_EXISTS));
  scratch_assert_sound (paths[0]);
}

/* Other files with such names, and links to others, are like any file. */
static void
test_replaced (CliFixture    *self,
               gconstpointer  unused)
{
  g_autofree char *target = scratch_name (self->scratch, "notes-wal");
  g_autofree char *link_name = scratch_name (self->scratch, "link.md");
  g_auto (CallerResult) result = { 0 };

  g_assert_true (g_file_set_contents (target, "SQLite format 2, or none", -1, NULL));
  g_assert_cmpint (symlink ("notes-wal", link_name), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *start = NULL;

      REPORT (&result, "--format", i == 0 ? "markdown" : "html", "-o",
              i == 0 ? target : link_name);
      assert_done (&result, "");
      start = read_start (target, 9);
      g_assert_cmpstr (start, ==, i == 0 ? "# Boards\n" : "<!DOCTYPE");
      g_assert_true (g_file_test (link_name, G_FILE_TEST_IS_SYMLINK));
    }
}

/* Nothing can be written into it, not even by root; %FALSE where that cannot be. */
static gboolean
close_folder (const char *folder)
{
  if (geteuid () != 0)
    return g_chmod (folder, 0500) == 0;

  if (mount ("quarterdeck-test", folder, "tmpfs", MS_RDONLY, NULL) == 0)
    return TRUE;
  g_test_skip ("Mounting is not permitted here");

  return FALSE;
}

static void
test_folders (CliFixture    *self,
              gconstpointer  unused)
{
  static const char * const forms[] = { "pdf", "png", "markdown", "html" };
  g_autofree char *folder = scratch_name (self->scratch, "closed");
  g_autofree char *target = scratch_name (self->scratch, "closed/report");
  g_auto (CallerResult) result = { 0 };
  gboolean closed;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      REPORT (&result, "--format", forms[i], "-o", folder);
      assert_refused (&result, 1, "closed” could not be written (");
      assert_contains (result.err, g_strerror (EISDIR));
    }

  closed = close_folder (folder);
  for (guint i = 0; closed && i < G_N_ELEMENTS (forms); i++)
    {
      REPORT (&result, "--format", forms[i], "-o", target);
      assert_refused (&result, 1, "closed/report” could not be written (");
      assert_contains (result.err, g_strerror (geteuid () == 0 ? EROFS : EACCES));
    }
  if (closed && geteuid () == 0)
    g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
}

/* A disk that is full is told, whatever was to be written on it. */
static void
test_full (CliFixture    *self,
           gconstpointer  unused)
{
  static const char * const forms[] = { "pdf", "png", "markdown", "html" };
  const char *words[] = { "--file", self->scratch->path, "report", NULL };
  g_auto (CallerResult) result = { 0 };

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("There is no /dev/full here");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      REPORT (&result, "--format", forms[i], "-o", "/dev/full");
      assert_refused (&result, 1, "“/dev/full” could not be written (");
      assert_contains (result.err, g_strerror (ENOSPC));
    }
  caller_call_into (&result, "/dev/full", words);
  g_assert_cmpint (result.status, ==, 1);
  assert_contains (result.err, "Not all could be written to standard output: ");
}

/* Of boards of one name, that of today; others by the name of their cycle, too. */
static void
test_boards (CliFixture    *self,
             gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };

  {
    g_autoptr (QdStore) store = fixture_open (self->scratch->path, &self->clock);

    g_assert_cmpint (qd_edit_new_board_in_new_cycle (store, "Growth", "2026 Q3",
                                                     qd_day_new (2026, 7, 1),
                                                     qd_day_new (2026, 9, 30), NULL),
                     !=, QD_ID_NONE);
    g_assert_cmpint (qd_edit_new_board_in_new_cycle (store, "Customer Success", "2026 Q2",
                                                     qd_day_new (2026, 4, 1),
                                                     qd_day_new (2026, 6, 30), NULL),
                     !=, QD_ID_NONE);
  }
  CALL (&result, "--file", self->scratch->path, "report");
  assert_done (&result, "## Customer Success\n\n2026 Q4, ");
  g_assert_null (strstr (result.out, "Growth"));
  g_assert_null (strstr (result.out, "2026 Q2"));
  REPORT (&result, "--board", "growth", "--board=CUSTOMER success");
  assert_done (&result, "## Growth\n\n2026 Q3, over");
  assert_contains (result.out, "## Customer Success\n\n2026 Q4, ");
  g_assert_null (strstr (result.out, "2026 Q2"));
  REPORT (&result, "--board", "Customer Success, 2026 Q2");
  assert_done (&result, "## Customer Success\n\n2026 Q2, over");
}

static void
add_view (QdStore    *store,
          const char *title,
          const QdId *board,
          QdDensity   density,
          const char *token)
{
  const char *filter[] = { token, NULL };
  const QdViewDraft draft = { title, board, 1, density, filter };

  g_assert_cmpint (qd_edit_new_view (store, &draft, NULL), !=, QD_ID_NONE);
}

/* A saved view says which boards, and how densely, unless that is said. */
static void
test_view (CliFixture    *self,
           gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };

  {
    g_autoptr (QdStore) store = fixture_open (self->scratch->path, &self->clock);

    add_view (store, "Monday", &self->board, QD_DENSITY_COUNTS, NULL);
    add_view (store, "Late", &self->board, QD_DENSITY_COMPACT, "health:at-risk");
  }
  REPORT (&result, "--view", "monday");
  assert_done (&result, "# Monday\n");
  assert_contains (result.out, "| Customer Success | 1 | 2 | ");
  REPORT (&result, "--view", "Monday", "--density", "compact");
  assert_done (&result, "- Raise NPS — 25%\n");

  REPORT (&result, "--view", "Late");
  g_assert_cmpint (result.status, ==, 0);
  assert_contains (result.out, "- Raise NPS — 25%\n");
  assert_contains (result.out, "\nFilter: Health At risk\n");

  {
    g_autoptr (QdStore) store = fixture_open (self->scratch->path, &self->clock);

    g_assert_true (qd_edit_archive (store, QD_ENTITY_BOARD, self->board, TRUE, NULL));
  }
  REPORT (&result, "--view", "Late");
  assert_refused (&result, 1, "None of the boards of the view “Late” is there any more.");
  CALL (&result, "--file", self->scratch->path, "report");
  assert_refused (&result, 1, "There is no board yet.");
}

int
main (int   argc,
      char *argv[])
{
  if (caller_is_called (argc, argv))
    return caller_be_called (argc, argv);

  g_test_init (&argc, &argv, NULL);

  g_test_add ("/cli-report/markdown", CliFixture, NULL, cli_fixture_set_up, test_markdown,
              cli_fixture_tear_down);
  g_test_add ("/cli-report/densities", CliFixture, NULL, cli_fixture_set_up, test_densities,
              cli_fixture_tear_down);
  g_test_add ("/cli-report/html-words", CliFixture, NULL, cli_fixture_set_up,
              test_html_words, cli_fixture_tear_down);
  g_test_add ("/cli-report/hostile", CliFixture, NULL, cli_fixture_set_up, test_hostile,
              cli_fixture_tear_down);
  g_test_add ("/cli-report/formats", CliFixture, NULL, cli_fixture_set_up, test_formats,
              cli_fixture_tear_down);
  g_test_add ("/cli-report/refused", CliFixture, NULL, cli_fixture_set_up, test_refused,
              cli_fixture_tear_down);
  g_test_add ("/cli-report/workspace", CliFixture, NULL, cli_fixture_set_up, test_workspace,
              cli_fixture_tear_down);
  g_test_add ("/cli-report/replaced", CliFixture, NULL, cli_fixture_set_up, test_replaced,
              cli_fixture_tear_down);
  g_test_add ("/cli-report/folders", CliFixture, NULL, cli_fixture_set_up, test_folders,
              cli_fixture_tear_down);
  g_test_add ("/cli-report/full", CliFixture, NULL, cli_fixture_set_up, test_full,
              cli_fixture_tear_down);
  g_test_add ("/cli-report/boards", CliFixture, NULL, cli_fixture_set_up, test_boards,
              cli_fixture_tear_down);
  g_test_add ("/cli-report/view", CliFixture, NULL, cli_fixture_set_up, test_view,
              cli_fixture_tear_down);

  return g_test_run ();
}
