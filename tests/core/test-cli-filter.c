/* A report of a saved view that has a filter: the cards that do not match are left out,
 * and that is said, in every format; so is what of the filter cannot be applied.
 */

#include "config.h"

#include <string.h>

#include "cli-fixture.h"
#include "pdf-text.h"
#include "store/qd-edit-align.h"
#include "store/qd-edit-view.h"
#include "store/qd-edit.h"

#define REPORT(result, ...) \
  CALL (result, "--file", self->cli.scratch->path, "report", "--view", "Ours", __VA_ARGS__)

/**
 * Fixture:
 * @cli: a board with an objective, two cards of it, and a card of none
 * @other: another, with a card of an objective that is aligned to that one, and one of
 *   an objective that is not
 * @family: the objective of the first
 * @alone: the objective that is not aligned
 */
typedef struct
{
  CliFixture cli;
  QdId other;
  QdId family;
  QdId alone;
} Fixture;

static QdId
add_objective (QdStore    *store,
               QdId        board,
               const char *title,
               QdId        parent,
               const char *card)
{
  g_autoptr (GError) error = NULL;
  QdId objective = qd_edit_new_objective (store, board, title, "", 1, parent, &error);

  g_assert_no_error (error);
  qd_edit_new_card (store, fixture_column (store, board, 1), card, objective, NULL, &error);
  g_assert_no_error (error);

  return objective;
}

static void
set_up (Fixture       *self,
        gconstpointer  unused)
{
  g_autoptr (QdStore) store = NULL;
  QdBoard *board;

  cli_fixture_set_up (&self->cli, NULL);
  store = fixture_open (self->cli.scratch->path, &self->cli.clock);
  board = fixture_load_board (store, self->cli.board);
  self->family = qd_entity_get_id (qd_ordered_list_peek (qd_board_get_objectives (board), 0));
  self->other = qd_edit_new_board (store, "Growth",
                                   qd_entity_get_id (QD_ENTITY (qd_board_get_cycle (board))),
                                   NULL);
  g_assert_cmpint (self->other, !=, QD_ID_NONE);
  add_objective (store, self->other, "Keep them", self->family, "Fewer leave");
  self->alone = add_objective (store, self->other, "Be found", QD_ID_NONE, "More visits");
}

static void
tear_down (Fixture       *self,
           gconstpointer  unused)
{
  cli_fixture_tear_down (&self->cli, NULL);
}

/* A view of both boards. Takes @token, of which there may be more, one on a line. */
static void
add_view (Fixture   *self,
          QdDensity  density,
          char      *token)
{
  g_autoptr (QdStore) store = fixture_open (self->cli.scratch->path, &self->cli.clock);
  g_auto (GStrv) filter = g_strsplit (token, "\n", -1);
  const QdId boards[] = { self->cli.board, self->other };
  const QdViewDraft draft = { "Ours", boards, 2, density, (const char * const *) filter };

  g_assert_cmpint (qd_edit_new_view (store, &draft, NULL), !=, QD_ID_NONE);
  g_free (token);
}

static char *
family (QdId objective)
{
  return g_strdup_printf ("family:%" G_GINT64_FORMAT, objective);
}

/* The cards of the family, and no others, each between two texts. */
static void
assert_cards (const CallerResult *result,
              const char         *before,
              const char         *after)
{
  static const char * const titles[] = {
    "Raise NPS", "Pages load", "Fewer leave", "More visits", "Ask 数 people",
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *card = g_strconcat (before, titles[i], after, NULL);
      const gboolean found = strstr (result->out, card) != NULL;

      if (found != (i < 3))
        g_error ("“%s” is %s in:\n%s", titles[i], found ? "there" : "not there", result->out);
    }
}

/* Aligned objectives of the other board belong to it. */
static void
test_markdown (Fixture       *self,
               gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };

  add_view (self, QD_DENSITY_CARDS, family (self->family));
  REPORT (&result, NULL);
  assert_done (&result, "# Ours\n\nNovember 22, 2026\n\nFilter: Objective Delight our customers\n\n");
  assert_cards (&result, "- **", "**\n");
  assert_contains (result.out, ", 2 of 3 cards match the filter\n");
  assert_contains (result.out, ", 1 of 2 cards match the filter\n");
  assert_contains (result.out, "### Not Started (0 of 1)\n\nNo card matches the filter.\n");
  assert_contains (result.out, "### In Progress (2)\n");
  assert_contains (result.out, "### In Progress (1 of 2)\n");
  assert_contains (result.out, "### Complete (0)\n\nNo cards\n");

  REPORT (&result, "--density", "compact");
  assert_done (&result, "\nFilter: Objective Delight our customers\n\n");
  assert_contains (result.out, "- Fewer leave\n");
  g_assert_null (strstr (result.out, "More visits"));

  REPORT (&result, "--density", "counts");
  assert_done (&result, "\nFilter: Objective Delight our customers\n\n| Board |");
  assert_contains (result.out, "\n| Customer Success | 0 of 1 | 2 | 0 | 0 | ");
  assert_contains (result.out, "\n| Growth | 0 | 1 of 2 | 0 | 0 | ");
}

static void
test_html (Fixture       *self,
           gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };

  add_view (self, QD_DENSITY_CARDS, family (self->family));
  REPORT (&result, "--format", "html");
  assert_done (&result, "<p dir=\"auto\">Filter: Objective Delight our customers</p>\n");
  assert_cards (&result, "<h4 dir=\"auto\">", "</h4>");
  assert_contains (result.out, ", 1 of 2 cards match the filter</p>");
  assert_contains (result.out, "Not Started <span class=\"count\">0 of 1</span></h3>\n"
                               "<p class=\"faint\">No card matches the filter.</p>\n");

  REPORT (&result, "--format", "html", "--density", "counts");
  assert_done (&result, "Filter: Objective Delight our customers</p>\n");
  assert_contains (result.out, "<td>1 of 2</td>");
}

/* What pdftotext reads of a report; FALSE without it. */
static gboolean
read_pdf (Fixture      *self,
          CallerResult *result,
          const char   *density)
{
  g_autofree char *path = scratch_name (self->cli.scratch, "report.pdf");

  REPORT (result, "--density", density, "-o", path);
  assert_done (result, "");
  g_free (result->out);
  result->out = pdf_text_read (path, "-raw");

  return result->out != NULL;
}

static void
test_pdf (Fixture       *self,
          gconstpointer  unused)
{
  static const char reason[] = "Filter: Objective Delight our customers\n";
  g_auto (CallerResult) result = { 0 };

  add_view (self, QD_DENSITY_CARDS, family (self->family));
  if (!read_pdf (self, &result, "cards"))
    return;

  /* Each board has a head of its own. */
  g_assert_cmpuint (pdf_text_count (result.out, reason), ==, 2);
  assert_cards (&result, "", "");
  assert_contains (result.out, "2 of 3 cards match the filter");
  assert_contains (result.out, "1 of 2 cards match the filter");
  assert_contains (result.out, "0 of 1");

  read_pdf (self, &result, "compact");
  g_assert_cmpuint (pdf_text_count (result.out, reason), ==, 1);
  assert_cards (&result, "", "");
  assert_contains (result.out, "0 of 1");

  read_pdf (self, &result, "counts");
  g_assert_cmpuint (pdf_text_count (result.out, reason), ==, 1);
  assert_contains (result.out, "1 of 2");
  assert_contains (result.out, "3 of 4");
}

/* A filter that no card matches is told, and no column of a board is lost. */
static void
test_empty (Fixture       *self,
            gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };

  add_view (self, QD_DENSITY_CARDS, g_strdup ("text:nowhere [x]\nhealth:complete"));
  REPORT (&result, NULL);
  assert_done (&result, "\nFilter: Text “nowhere \\[x\\]”, Health Complete\n\n");
  assert_contains (result.out, "0 of 3 cards match the filter\n");
  assert_contains (result.out, "### In Progress (0 of 2)\n\nNo card matches the filter.\n");
  g_assert_null (strstr (result.out, "- **"));

  for (guint density = 0; density < QD_N_DENSITIES; density++)
    {
      if (!read_pdf (self, &result, qd_enum_get_nick (QD_TYPE_DENSITY, (int) density)))
        return;
      assert_contains (result.out, "Filter: Text “nowhere [x]”, Health Complete\n");
      g_assert_null (strstr (result.out, "Raise NPS"));
    }
}

/* What a newer version or somebody else has written stays in the file and asks for
 * nothing; that is said. */
static void
test_unknown (Fixture       *self,
              gconstpointer  unused)
{
  g_autofree char *token = family (self->family);
  g_auto (CallerResult) result = { 0 };
  g_autofree char *kept = NULL;

  add_view (self, QD_DENSITY_CARDS,
            g_strdup_printf ("tag:\033[2J<b>\n%s\nhealth:splendid\n\nowner:4711\n999999", token));
  REPORT (&result, NULL);
  g_assert_cmpint (result.status, ==, 0);
  assert_contains (result.err, "What this version does not know in the filter of the view is "
                               "left out: “tag:");
  assert_contains (result.err, "”, “health:splendid”\n");
  assert_contains (result.err, "What the filter of the view asks for and is not there any more "
                               "is left out: Owner Unknown, Objective Unknown\n");
  assert_harmless (&result);
  assert_contains (result.out, "\nFilter: Objective Delight our customers\n\n");
  assert_cards (&result, "- **", "**\n");
  kept = fixture_text (self->cli.scratch->path, "SELECT count (*) FROM view WHERE filter LIKE "
                                                "'%health:splendid%owner:4711%'");
  g_assert_cmpstr (kept, ==, "1");
}

/* Where nothing of it is left, all cards are told of, and no filter. */
static void
test_nothing_left (Fixture       *self,
                   gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };

  add_view (self, QD_DENSITY_CARDS, g_strnfill (5000, 'x'));
  REPORT (&result, NULL);
  g_assert_cmpint (result.status, ==, 0);
  g_assert_cmpuint (strlen (result.err), <, 500);
  assert_contains (result.out, "- **More visits**\n");
  g_assert_null (strstr (result.out, "Filter"));
  g_assert_null (strstr (result.out, "match"));
}

/* What is one's own is told by one's name. */
static void
test_mine (Fixture       *self,
           gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };

  add_view (self, QD_DENSITY_CARDS, g_strdup ("mine"));
  REPORT (&result, NULL);
  assert_refused (&result, 1, "It is not known who you are. Give “--me” with your name, or say "
                              "it in the preferences of the program.");

  REPORT (&result, "--me", "aDA");
  assert_done (&result, "\nFilter: Owner aDA\n\n");
  assert_contains (result.out, "- **Raise NPS");
  g_assert_null (strstr (result.out, "More visits"));
  g_assert_null (strstr (result.out, "Ask 数 people"));

  caller_remember_name (self->cli.scratch->folder, " Ada ");
  REPORT (&result, NULL);
  assert_done (&result, "\nFilter: Owner Ada\n\n");
  REPORT (&result, "--me", "Nobody else");
  assert_done (&result, "\nFilter: Owner Nobody else\n\n");
  assert_contains (result.out, "0 of 3 cards match the filter\n");
}

/* A review is of whole boards. */
static void
test_review (Fixture       *self,
             gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };

  add_view (self, QD_DENSITY_CARDS, family (self->family));
  REPORT (&result, "--review");
  g_assert_cmpint (result.status, ==, 0);
  assert_contains (result.err, "A review is of all cards: the filter of the view is not "
                               "applied.\n");
  assert_contains (result.out, "More visits");
}

int
main (int   argc,
      char *argv[])
{
  if (caller_is_called (argc, argv))
    return caller_be_called (argc, argv);

  g_test_init (&argc, &argv, NULL);

#define ADD_TEST(name, function) \
  g_test_add ("/cli-filter/" name, Fixture, NULL, set_up, function, tear_down)

  ADD_TEST ("markdown", test_markdown);
  ADD_TEST ("html", test_html);
  ADD_TEST ("pdf", test_pdf);
  ADD_TEST ("empty", test_empty);
  ADD_TEST ("unknown", test_unknown);
  ADD_TEST ("nothing-left", test_nothing_left);
  ADD_TEST ("review", test_review);
  ADD_TEST ("mine", test_mine);

  return g_test_run ();
}
