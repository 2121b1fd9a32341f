/* "report --review" as a person or a script calls it: what it tells in each format, since
 * when, and what it says where it cannot.
 */

#include "config.h"

#include <errno.h>
#include <string.h>

#include "cli-fixture.h"
#include "pdf-text.h"
#include "store/qd-edit-view.h"
#include "store/qd-edit.h"

#define REVIEW(result, ...) \
  CALL (result, "--file", self->scratch->path, "report", "--review", __VA_ARGS__)

/* After the board was made. */
#define EARLY "2026-10-02"

static const char told[] =
  "# Review of Customer Success\n"
  "\n"
  "November 22, 2026\n"
  "\n"
  "Changes since October 2, 2026 · Never reviewed\n"
  "\n"
  "## What Changed (1)\n"
  "\n"
  "- “Pages load” moved from In Progress to At Risk\n"
  "  - Customer Success · Mara · November 20, 2026\n"
  "\n"
  "## At Risk or Behind (2)\n"
  "\n"
  "- “Raise NPS” is at risk\n"
  "  - At 25% where 64% is expected by now · Blocked: Legal review · 1 open dependency\n"
  "  - Customer Success · Owner: Ada\n"
  "- “Pages load” is at risk\n"
  "  - Customer Success\n"
  "\n"
  "## Stuck in Not Started (1)\n";

static const char waiting[] =
  "## Waiting for Others (1)\n"
  "\n"
  "### Website team (1)\n"
  "\n"
  "- “Raise NPS” waits for “The form” from Website team\n"
  "  - For 20 days, not escalated\n"
  "  - Customer Success · Owner: Ada\n";

static void
set_up (CliFixture    *self,
        gconstpointer  unused)
{
  g_autoptr (QdStore) store = NULL;

  cli_fixture_set_up (self, NULL);
  self->clock.now += G_GINT64_CONSTANT (50) * 24 * 3600 * 1000;
  store = fixture_open (self->scratch->path, &self->clock);
  qd_store_set_author (store, "Mara");
  g_assert_true (qd_edit_move (store, QD_ENTITY_CARD, self->page,
                               fixture_column (store, self->board, 2), QD_SIDE_LAST,
                               QD_ID_NONE, NULL));
}

static void
test_markdown (CliFixture    *self,
               gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };

  REVIEW (&result, "--since", EARLY);
  assert_done (&result, told);
  g_assert_true (g_str_has_prefix (result.out, told));
  g_assert_true (g_str_has_suffix (result.out, waiting));
}

/* Since the last review, as on the page, unless a day is given. The day itself counts. */
static void
test_since (CliFixture    *self,
            gconstpointer  unused)
{
  static const char line[] = "- “Pages load” moved";
  g_auto (CallerResult) result = { 0 };

  REVIEW (&result, "-o", "-");
  assert_done (&result, line);
  assert_contains (result.out, "Changes since November 15, 2026 · Never reviewed; what changed in "
                               "the last seven days\n");
  REVIEW (&result, "--since", "2026-11-20");
  assert_done (&result, line);
  REVIEW (&result, "--since=2026-11-21");
  assert_done (&result, "\n\nChanges since November 21, 2026 · Never reviewed\n");
  g_assert_null (strstr (result.out, line));

  {
    g_autoptr (QdStore) store = fixture_open (self->scratch->path, &self->clock);
    const QdReviewed reviewed = { self->board, self->clock.now };

    g_assert_true (qd_edit_mark_reviewed (store, &reviewed, 1, NULL));
  }
  REVIEW (&result, "-o", "-");
  assert_done (&result, "Changes since November 20, 2026 · Last reviewed on November 20, 2026\n");
  g_assert_null (strstr (result.out, line));
  REVIEW (&result, "--since", EARLY);
  assert_done (&result, line);
}

/* Several boards are named, and a view says what they are called together. */
static void
test_boards (CliFixture    *self,
             gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };

  {
    g_autoptr (QdStore) store = fixture_open (self->scratch->path, &self->clock);
    const QdId boards[] = { fixture_new_board (store, "Growth"), self->board };
    const QdViewDraft draft = { "Monday", boards, 2, QD_DENSITY_CARDS, NULL };

    g_assert_cmpint (qd_edit_new_view (store, &draft, NULL), !=, QD_ID_NONE);
  }
  REVIEW (&result, "--board", "Growth", "--board", "Customer Success");
  assert_done (&result, "# Review of 2 boards\n");
  assert_contains (result.out, "\n\nGrowth · Customer Success\n\n## What Changed (2)\n\n- The ");
  REVIEW (&result, "--view", "Monday");
  assert_done (&result, "# Review of Monday\n");
  REVIEW (&result, "--board", "Growth", "--since", "2026-11-22");
  assert_done (&result, "# Review of Growth\n\nNovember 22, 2026\n\n"
                        "Changes since November 22, 2026 · Never reviewed\n\n"
                        "Nothing changed, nothing is stuck, and there is nothing to follow up "
                        "on.\n");
}

static void
assert_nests (const char *html)
{
  const char *command[] = { g_getenv ("HTML_NESTS"), NULL };
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *complaint = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (command[0]);
  process = g_subprocess_newv (command,
                               G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                               &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, html, NULL, NULL, &complaint, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (complaint, ==, "");
}

static void
test_html (CliFixture    *self,
           gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };

  REVIEW (&result, "--since", EARLY, "--format", "html");
  assert_done (&result, "<title>Review of Customer Success</title>\n");
  assert_contains (result.out, "<h2 dir=\"auto\">What Changed <span class=\"count\">1</span></h2>\n"
                               "<ul class=\"lines\">\n<li>\n"
                               "<p dir=\"auto\">“Pages load” moved from In Progress to At Risk</p>\n"
                               "<p dir=\"auto\" class=\"faint\">Customer Success · Mara · "
                               "November 20, 2026</p>\n</li>\n</ul>\n<h2");
  assert_contains (result.out, "<h3 dir=\"auto\">Website team <span class=\"count\">1</span></h3>\n"
                               "<ul");
  assert_nests (result.out);
}

/* What stands in a title is a title, whatever it would be elsewhere. */
static void
test_hostile (CliFixture    *self,
              gconstpointer  unused)
{
  static const char title[] = "</p><script>alert(\"1\")</script> | **b** [x](y) `c` # \033[2J\n- a";
  g_autofree char *path = scratch_name (self->scratch, "review.pdf");
  g_auto (CallerResult) result = { 0 };

  {
    g_autoptr (QdStore) store = fixture_open (self->scratch->path, &self->clock);

    g_assert_true (qd_edit_rename (store, QD_ENTITY_CARD, self->page, title, NULL));
    g_assert_true (qd_edit_rename (store, QD_ENTITY_BOARD, self->board, "<b>&amp;\"'|", NULL));
  }
  REVIEW (&result, "--since", EARLY, "--format", "html");
  assert_done (&result, "<!DOCTYPE html>\n");
  g_assert_null (strstr (result.out, "<script"));
  assert_contains (result.out, "&lt;b&gt;&amp;amp;&quot;&apos;| · Mara");
  assert_harmless (&result);
  assert_nests (result.out);

  REVIEW (&result, "--since", EARLY);
  assert_done (&result, "# Review of \\<b\\>\\&amp;\"'\\|\n");
  assert_contains (result.out, "- “\\</p\\>\\<script\\>alert(\"1\")\\</script\\> \\| \\*\\*b\\*\\* "
                               "\\[x\\](y) \\`c\\` \\#");
  g_assert_null (strstr (result.out, "\n- a"));
  assert_harmless (&result);

  REVIEW (&result, "--since", EARLY, "-o", path);
  assert_done (&result, "");
}

/* As one line; NULL without pdftotext. */
static char *
read_pdf (const char *path,
          const char *how)
{
  char *text = pdf_text_read (path, how);

  return text != NULL ? g_strdelimit (text, "\n", ' ') : NULL;
}

/* What one of the documents says is in the other, once and in the same order. Its head
 * stands on each page.
 */
static void
assert_tells (const char *pdf,
              const char *markdown)
{
  g_auto (GStrv) lines = g_strsplit (strstr (markdown, "## "), "\n", -1);
  const char *rest = pdf;
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *text = lines[i] + strspn (lines[i], " #-");

      if (*text == '\0')
        continue;
      rest = strstr (rest, text);
      if (rest == NULL)
        g_error ("“%s” is not in its place in:\n%s", text, pdf);
      rest += strlen (text);
      n++;
    }
  g_assert_cmpuint (n, >, 30);
  g_assert_null (strstr (strstr (pdf, "moved from") + 1, "moved from"));
}

static void
test_pdf (CliFixture    *self,
          gconstpointer  unused)
{
  static const struct {
    const char *paper;
    const char *page;
  } papers[] = {
    { "a4", "<page width=\"595.2" },
    { "letter", "<page width=\"612.000000\" height=\"792.000000\">" },
  };
  g_autofree char *path = scratch_name (self->scratch, "review.pdf");
  g_auto (CallerResult) markdown = { 0 };
  g_auto (CallerResult) result = { 0 };

  REVIEW (&markdown, "--since", EARLY);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *boxes = NULL;

      REVIEW (&result, "--since", EARLY, "--paper", papers[i].paper, "-o", path);
      assert_done (&result, "");
      text = read_pdf (path, "-raw");
      if (text == NULL)
        return;
      boxes = read_pdf (path, "-bbox");
      assert_contains (boxes, papers[i].page);
      g_assert_true (g_str_has_prefix (text, "Review of Customer Success "));
      assert_contains (text, "Page 1 of 1 November 22, 2026");
      assert_tells (text, markdown.out);
    }
}

/* The width of a picture, of which it tells before anything else. */
static guint
get_width (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 24);
  g_assert_true (g_str_has_prefix (bytes, "\211PNG"));

  return (guint) (guchar) bytes[18] << 8 | (guchar) bytes[19];
}

/* One picture, as large as was asked for. */
static void
test_png (CliFixture    *self,
          gconstpointer  unused)
{
  g_autofree char *path = scratch_name (self->scratch, "review.png");
  g_auto (CallerResult) result = { 0 };
  guint width;

  REVIEW (&result, "--scale", "1", "-o", path);
  assert_done (&result, "");
  width = get_width (path);
  REVIEW (&result, "--scale", "2.5", "-o", path);
  assert_done (&result, "");
  g_assert_cmpuint (get_width (path), >=, width * 5 / 2 - 1);
  g_assert_cmpuint (get_width (path), <=, width * 5 / 2 + 3);
}

static void
test_refused (CliFixture    *self,
              gconstpointer  unused)
{
  static const struct {
    const char *call[6];
    const char *reason;
    gboolean is_usage;
  } cases[] = {
    { { "--since", "2026-11-01" },
      "Only a review tells of changes; give “--review”, too.", TRUE },
    { { "--review", "--since", "lately" }, "“lately” is no day.", TRUE },
    { { "--review", "--since", "2026-11-23" }, "since today or an earlier day.", TRUE },
    { { "--review", "--density", "cards" }, "A review has no density", TRUE },
    { { "--review", "--format", "pdf" }, "goes into a file: give “-o”", TRUE },
    { { "--review", "--board", "Nobody" }, "There is no board “Nobody”." },
    { { "--review", "-o", "/nowhere/x.pdf" }, "“/nowhere/x.pdf” could not be written (" },
    { { "--review", "-o", "/nowhere/x.png" }, "“/nowhere/x.png” could not be written (" },
    { { "--review", "-o", "/nowhere/x.md" }, "“/nowhere/x.md” could not be written (" },
    { { "--review", "-o", "/nowhere/x.html" }, "“/nowhere/x.html” could not be written (" },
  };
  g_auto (CallerResult) result = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *words[10] = { "--file", self->scratch->path, "report" };

      for (guint j = 0; cases[i].call[j] != NULL; j++)
        words[3 + j] = cases[i].call[j];
      caller_call (&result, words);
      assert_refused (&result, cases[i].is_usage ? 2 : 1, cases[i].reason);
    }
}

/* What cannot be written whole leaves what was there, and nothing beside it. */
static void
test_full (CliFixture    *self,
           gconstpointer  unused)
{
  static const char * const forms[] = { "pdf", "png", "markdown", "html" };
  g_auto (CallerResult) result = { 0 };

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("There is no /dev/full here");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      REVIEW (&result, "--format", forms[i], "-o", "/dev/full");
      assert_refused (&result, 1, "“/dev/full” could not be written (");
      assert_contains (result.err, g_strerror (ENOSPC));
    }
}

int
main (int   argc,
      char *argv[])
{
  if (caller_is_called (argc, argv))
    return caller_be_called (argc, argv);

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli-review/markdown", CliFixture, NULL, set_up, test_markdown,
              cli_fixture_tear_down);
  g_test_add ("/cli-review/since", CliFixture, NULL, set_up, test_since,
              cli_fixture_tear_down);
  g_test_add ("/cli-review/boards", CliFixture, NULL, set_up, test_boards,
              cli_fixture_tear_down);
  g_test_add ("/cli-review/html", CliFixture, NULL, set_up, test_html,
              cli_fixture_tear_down);
  g_test_add ("/cli-review/hostile", CliFixture, NULL, set_up, test_hostile,
              cli_fixture_tear_down);
  g_test_add ("/cli-review/pdf", CliFixture, NULL, set_up, test_pdf,
              cli_fixture_tear_down);
  g_test_add ("/cli-review/png", CliFixture, NULL, set_up, test_png,
              cli_fixture_tear_down);
  g_test_add ("/cli-review/refused", CliFixture, NULL, set_up, test_refused,
              cli_fixture_tear_down);
  g_test_add ("/cli-review/full", CliFixture, NULL, set_up, test_full,
              cli_fixture_tear_down);

  return g_test_run ();
}
