/* "due" as a script calls it: what it lists, of whom and of which board, and what it
 * says where it cannot.
 */

#include "config.h"

#include "cli-fixture.h"
#include "store/qd-edit.h"

#define DUE(result, now, ...) \
  CALL_ON (result, now, "--file", self->scratch->path, "due", __VA_ARGS__)

/* A Friday, three of them after the last that two key results have heard of. */
#define NOW "2026-11-27T09:30"

static void
test_list (CliFixture    *self,
           gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };

  CALL_ON (&result, NOW, "--file", self->scratch->path, "due");
  assert_done (&result,
               "2026-10-09  Customer Success  Ask 数 people  —    outdated\n"
               "2026-10-09  Customer Success  Pages load     —    outdated\n"
               "2026-11-27  Customer Success  Raise NPS      Ada\n");
}

static void
test_owner (CliFixture    *self,
            gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };

  DUE (&result, NOW, "--owner", "ADA");
  g_assert_cmpstr (result.out, ==, "2026-11-27  Customer Success  Raise NPS  Ada\n");
  assert_done (&result, "Raise NPS");
  DUE (&result, "2026-11-26T09:30", "--owner=Ada");
  assert_done (&result, "No check-in is due.\n");
  DUE (&result, NOW, "--owner", "Mara");
  assert_refused (&result, 1, "There is nobody called “Mara”.");
  DUE (&result, NOW, "--owner", "");
  assert_refused (&result, 1, "There is nobody called “”.");
  DUE (&result, NOW, "--owner");
  assert_refused (&result, 2, "An argument is missing after “--owner”.");
}

static void
test_board (CliFixture    *self,
            gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };

  {
    g_autoptr (QdStore) store = fixture_open (self->scratch->path, &self->clock);

    fixture_new_board (store, "Growth");
  }
  DUE (&result, NOW, "--board", "growth");
  assert_done (&result, "No check-in is due.\n");
  DUE (&result, NOW, "--board", "customer success", "--owner", "Ada");
  g_assert_cmpstr (result.out, ==, "2026-11-27  Customer Success  Raise NPS  Ada\n");
  DUE (&result, NOW, "--board", "growth", "--board", "Customer Success, 2026 Q4");
  assert_done (&result, "2026-11-27  Customer Success  Raise NPS      Ada\n");
  DUE (&result, NOW, "--board", "Sales");
  assert_refused (&result, 1, "There is no board “Sales”.");
}

static void
test_mine (CliFixture    *self,
           gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };
  g_autofree char *owed = NULL;

  DUE (&result, NOW, "--mine");
  assert_refused (&result, 1, "It is not known who you are. Give “--owner” with your name, or "
                              "say it in the preferences of the program.");
  DUE (&result, NOW, "--mine", "--owner", "Ada");
  assert_refused (&result, 2, "“--mine” says whose check-ins; leave “--owner” out.");

  DUE (&result, NOW, "--owner", "Ada");
  owed = g_strdup (result.out);
  g_assert_cmpstr (owed, !=, "");
  caller_remember_name (self->scratch->folder, "Ada");
  DUE (&result, NOW, "--mine");
  g_assert_cmpstr (result.out, ==, owed);
}

static void
test_json (CliFixture    *self,
           gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, self->nps);

  DUE (&result, NOW, "--json");
  assert_extracts (&result, "$.day", "2026-11-27");
  assert_extracts (&result, "$.cards[0].title", "Ask 数 people");
  assert_extracts (&result, "$.cards[0].owner", "");
  assert_extracts (&result, "$.cards[0].outdated", "1");
  assert_extracts (&result, "$.cards[0].due", "2026-10-09");
  assert_extracts (&result, "$.cards[2].id", id);
  assert_extracts (&result, "$.cards[2].owner.title", "Ada");
  assert_extracts (&result, "$.cards[2].outdated", "0");
  assert_extracts (&result, "$.cards[2].board.title", "Customer Success");
  assert_extracts (&result, "$.cards[3]", "");
}

int
main (int   argc,
      char *argv[])
{
  if (caller_is_called (argc, argv))
    return caller_be_called (argc, argv);

  g_test_init (&argc, &argv, NULL);

  ADD ("/cli/due/list", test_list);
  ADD ("/cli/due/owner", test_owner);
  ADD ("/cli/due/board", test_board);
  ADD ("/cli/due/json", test_json);
  ADD ("/cli/due/mine", test_mine);

  return g_test_run ();
}
