/* "flow" as a person or a script calls it. */

#include "config.h"

#include <string.h>

#include "cli-fixture.h"
#include "flow-fixture.h"

#define FLOW(result, ...) \
  CALL (result, "--file", self->scratch->path, "flow", __VA_ARGS__)

static const char told[] =
  "Customer Success, 2026 Q4\n"
  "  4 key results left Not Started, half of them within 11.5 days; “Cut churn to 2 %” took "
  "longest, 31 days.\n";

static const char ages[] =
  "\n  Age in Column\n"
  "    Interview 30 customers               Not Started, for 52 days\n"
  "    Publish the price list               Not Started, for 52 days\n"
  "    Shorten the first answer to 4 hours  In Progress, for 19 days\n"
  "    Ship the mobile client               Complete, for 16 days\n"
  "    Raise NPS from 31 to 45              Complete, for 12 days\n"
  "    Cut churn to 2 %                     At Risk, for 9 days\n";

static void
test_text (FlowFixture   *self,
           gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };

  FLOW (&result, "customer success");
  assert_done (&result, told);
  g_assert_true (g_str_has_prefix (result.out, told));
  g_assert_true (g_str_has_suffix (result.out, ages));
  assert_contains (result.out, "  “Cut churn to 2 %” has been at risk for 9 days.\n");
  assert_contains (result.out, "  All active key results checked in 3 weeks in a row. "
                               "November 20, 2026: 2 of 6 key results checked in so far.\n");
}

static void
test_json (FlowFixture   *self,
           gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };

  FLOW (&result, "Customer Success", "--json");
  assert_done (&result, "\"waited\"");
  assert_extracts (&result, "$.day", "2026-11-22");
  assert_extracts (&result, "$.boards[0].title", "Customer Success");
  assert_extracts (&result, "$.boards[0].waited.n", "4");
  assert_extracts (&result, "$.boards[0].waited.median_days", "11.5");
  assert_extracts (&result, "$.boards[0].recovered.longest_days", "14");
  assert_extracts (&result, "$.boards[0].at_risk.longest.title", "Cut churn to 2 %");
  assert_extracts (&result, "$.boards[0].streak.current", "3");
  assert_extracts (&result, "$.boards[0].streak.due_days[3].state", "missed");
  assert_extracts (&result, "$.boards[0].streak.due_days[3].n_checked", "5");
  assert_extracts (&result, "$.boards[0].streak.due_days[7].state", "open");
  assert_extracts (&result, "$.boards[0].cards[5].role", "at-risk");
  assert_extracts (&result, "$.boards[0].cards[5].days", "9");
  assert_extracts (&result, "$.boards[0].days[52].day", "2026-11-22");
  assert_extracts (&result, "$.boards[0].days[52].complete", "2");
  assert_extracts (&result, "$.boards[0].days[53]", "");
}

static void
test_empty (FlowFixture   *self,
            gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };

  FLOW (&result, "Customer Success");
  assert_done (&result, "No key result was in Not Started or at risk so far.");
  g_assert_null (strstr (result.out, "Age in Column"));
  FLOW (&result, "Customer Success", "--json");
  assert_extracts (&result, "$.boards[0].waited.n", "0");
  assert_extracts (&result, "$.boards[0].waited.median_days", "");
}

/* Which of two boards of a name it is says its cycle. */
static void
test_not_begun (FlowFixture   *self,
                gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };

  CALL_ON (&result, "2026-09-21", "--file", self->scratch->path, "flow", "Customer Success");
  assert_done (&result, "  The cycle 2026 Q4 of “Customer Success” begins on October 1, 2026. "
                        "From then on, this shows how long key results take");
  g_assert_null (strstr (result.out, "so far"));
  CALL_ON (&result, "2026-10-01", "--file", self->scratch->path, "flow", "Customer Success");
  assert_done (&result, "No key result was in Not Started or at risk so far.");
}

static void
test_refused (FlowFixture   *self,
              gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };

  FLOW (&result, "Growth");
  assert_refused (&result, 1, "There is no board “Growth”.");
  CALL (&result, "--file", self->scratch->path, "flow");
  assert_refused (&result, 2, "Usage: quarterdeck [--file PATH] flow BOARD [--json]");
}

int
main (int   argc,
      char *argv[])
{
  if (caller_is_called (argc, argv))
    return caller_be_called (argc, argv);

  g_test_init (&argc, &argv, NULL);

  g_test_add ("/cli/flow/text", FlowFixture, NULL, flow_fixture_set_up_full, test_text,
              flow_fixture_tear_down);
  g_test_add ("/cli/flow/json", FlowFixture, NULL, flow_fixture_set_up_full, test_json,
              flow_fixture_tear_down);
  g_test_add ("/cli/flow/empty", FlowFixture, NULL, flow_fixture_set_up, test_empty,
              flow_fixture_tear_down);
  g_test_add ("/cli/flow/not-begun", FlowFixture, NULL, flow_fixture_set_up, test_not_begun,
              flow_fixture_tear_down);
  g_test_add ("/cli/flow/refused", FlowFixture, NULL, flow_fixture_set_up, test_refused,
              flow_fixture_tear_down);

  return g_test_run ();
}
