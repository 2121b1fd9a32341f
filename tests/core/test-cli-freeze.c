/* "freeze" as a person or a script calls it: what it writes and where, and what it says
 * where it cannot.
 */

#include "config.h"

#include <string.h>

#include "cli-fixture.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit.h"
#include "store/qd-transaction.h"

#define FREEZE(result, ...) \
  CALL (result, "--file", self->scratch->path, "freeze", __VA_ARGS__)

static void
close_board (CliFixture *self,
             QdId        board)
{
  g_autoptr (QdStore) store = fixture_open (self->scratch->path, &self->clock);
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  g_autoptr (GError) error = NULL;

  if (board == self->board)
    {
      qd_transaction_set_real (transaction, self->nps, QD_FIELD_CARD_GRADE, 0.3);
      qd_transaction_set_text (transaction, self->nps, QD_FIELD_CARD_LEARNING, "Ask early");
    }
  qd_transaction_set_day (transaction, board, QD_FIELD_BOARD_CLOSED, qd_day_new (2026, 12, 31));
  qd_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

static QdId
add_board (CliFixture *self,
           const char *team,
           const char *cycle)
{
  g_autoptr (QdStore) store = fixture_open (self->scratch->path, &self->clock);
  g_autoptr (GError) error = NULL;
  QdId board;

  if (cycle != NULL)
    board = qd_edit_new_board_in_new_cycle (store, team, cycle, qd_day_new (2027, 1, 1),
                                            qd_day_new (2027, 3, 31), &error);
  else
    board = qd_edit_new_board (store, team,
                               qd_entity_get_id (qd_ordered_list_peek (
                                 qd_workspace_get_cycles (qd_store_get_workspace (store)), 0)),
                               &error);
  g_assert_no_error (error);

  return board;
}

static void
test_markdown (CliFixture    *self,
               gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };
  g_autofree char *first = NULL;

  close_board (self, self->board);
  FREEZE (&result, NULL);
  assert_done (&result, "# 2026 Q4\n\n2026-10-01 to 2026-12-31\n\n## Customer Success\n\n");
  assert_contains (result.out, "#### Raise NPS\n\n- Grade: 0.3\n- Learning: Ask early\n");
  assert_contains (result.out, "| 2026-11-20 | 35 | 6 | Slower than hoped but up | Legal review |\n");
  g_assert_null (strstr (result.out, "Ada"));
  first = g_strdup (result.out);

  /* On another day, of any name in any case. */
  CALL_ON (&result, "2029-01-01", "--file", self->scratch->path, "freeze", "2026 q4");
  assert_done (&result, "");
  g_assert_cmpstr (result.out, ==, first);
  FREEZE (&result, "--board", "customer success", "--format", "markdown", "-o", "-");
  assert_done (&result, "");
  g_assert_cmpstr (result.out, ==, first);
  FREEZE (&result, "--names");
  assert_done (&result, "- Owner: Ada\n");
  assert_contains (result.out, "| Legal review | Ada |\n");
}

static void
test_json (CliFixture    *self,
           gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };

  close_board (self, self->board);
  FREEZE (&result, "--format", "json");
  assert_done (&result, "\"schema\": \"quarterdeck-freeze\"");
  assert_extracts (&result, "$.cycles[0].boards[0].objectives[0].key_results[0].title",
                   "Raise NPS");
  assert_extracts (&result, "$.cycles[0].boards[0].objectives[0].key_results[0].check_ins[1].value",
                   "35");
}

static void
test_file (CliFixture    *self,
           gconstpointer  unused)
{
  static const char * const names[] = { "kept.md", "kept.markdown", "kept.JSON" };
  static const char * const beginnings[] = { "# 2026 Q4\n", "# 2026 Q4\n", "{\n  \"schema\"" };
  g_auto (CallerResult) result = { 0 };

  close_board (self, self->board);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = scratch_name (self->scratch, names[i]);
      g_autofree char *text = NULL;

      FREEZE (&result, "-o", path);
      assert_done (&result, "");
      g_assert_cmpstr (result.out, ==, "");
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_true (g_str_has_prefix (text, beginnings[i]));
    }

  FREEZE (&result, "-o", self->scratch->path, "--format", "json");
  assert_refused (&result, 1, "is a Quarterdeck file or another database");
}

static void
test_refused (CliFixture    *self,
              gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };
  QdId sales;

  FREEZE (&result, NULL);
  assert_refused (&result, 1, "No board is closed yet.");
  FREEZE (&result, "2026 Q4");
  assert_refused (&result, 1, "The board “Customer Success” is not closed yet. Only what is "
                              "closed can be frozen.");
  FREEZE (&result, "2020 Q1");
  assert_refused (&result, 1, "There is no board in a cycle “2020 Q1”.");
  FREEZE (&result, "--board", "Nobody");
  assert_refused (&result, 1, "There is no board “Nobody”.");
  FREEZE (&result, "--board", "Nobody", "2026 Q4");
  assert_refused (&result, 2, "“--board” says which boards; leave the cycle out.");
  FREEZE (&result, "--format", "pdf");
  assert_refused (&result, 2, "A freeze is markdown or json.");
  FREEZE (&result, "-o", "kept.txt");
  assert_refused (&result, 2, "The name of the file does not tell the format.");

  /* A cycle is closed when all of its boards are. */
  sales = add_board (self, "Sales", NULL);
  close_board (self, self->board);
  FREEZE (&result, "2026 Q4");
  assert_refused (&result, 1, "The board “Sales” is not closed yet.");
  FREEZE (&result, "--board", "Customer Success");
  assert_done (&result, "## Customer Success\n");
  close_board (self, sales);
  FREEZE (&result, "2026 Q4");
  assert_done (&result, "\n## Sales\n");
}

/* The newest cycle that is closed, not the one that has just begun. */
static void
test_newest (CliFixture    *self,
             gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };

  add_board (self, "Customer Success", "2027 Q1");
  close_board (self, self->board);
  FREEZE (&result, NULL);
  assert_done (&result, "# 2026 Q4\n");
  g_assert_null (strstr (result.out, "2027"));
}

static void
test_help (CliFixture    *self,
           gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };

  CALL (&result, "--help");
  assert_done (&result, "  freeze [CYCLE]");
  assert_contains (result.out, "notes stay as people wrote them");
}

/* The same bytes wherever it is written, also of a limit, whose first check-in is due after
 * the day it was made: on the Friday after a Monday, but not after a Tuesday.
 */
static void
test_zone (CliFixture    *self,
           gconstpointer  unused)
{
  const char * const arguments[] = { "--file", self->scratch->path, "freeze", NULL };
  const QdDay friday = qd_day_new (2026, 11, 6);
  g_auto (CallerResult) west = { 0 };
  g_auto (CallerResult) east = { 0 };
  g_autoptr (QdStore) store = fixture_open (self->scratch->path, &self->clock);
  QdId card;

  self->clock.now = qd_day_get_start (friday - 3) - 30 * 60 * 1000;
  card = qd_edit_new_card (store, fixture_column (store, self->board, 1), "Errors", QD_ID_NONE,
                           NULL, NULL);
  g_assert_true (qd_edit_set_metric (store, card, QD_METRIC_AT_MOST, NULL));
  g_assert_true (qd_edit_set_figure (store, card, QD_FIELD_CARD_TARGET, 5, NULL));
  cli_fixture_check_in (self, store, card, friday + 6, 9, 5, NULL, NULL);
  cli_fixture_check_in (self, store, card, friday + 13, 4, 5, NULL, NULL);
  g_clear_object (&store);
  close_board (self, self->board);

  caller_call_in (&west, "America/Los_Angeles", arguments);
  assert_done (&west, "");
  caller_call_in (&east, "Pacific/Kiritimati", arguments);
  assert_done (&east, "");
  g_assert_cmpstr (west.out, ==, east.out);
}

int
main (int    argc,
      char **argv)
{
  if (caller_is_called (argc, argv))
    return caller_be_called (argc, argv);

  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  ADD ("/cli-freeze/markdown", test_markdown);
  ADD ("/cli-freeze/json", test_json);
  ADD ("/cli-freeze/file", test_file);
  ADD ("/cli-freeze/refused", test_refused);
  ADD ("/cli-freeze/newest", test_newest);
  ADD ("/cli-freeze/help", test_help);
  ADD ("/cli-freeze/zone", test_zone);

  return g_test_run ();
}
