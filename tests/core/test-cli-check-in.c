/* "check-in" as a person or a script calls it: what it writes, what it says of it,
 * and that nothing is written where something is refused.
 */

#include "config.h"

#include "cli-fixture.h"
#include "store/qd-edit.h"

static gint64
count_checkins (CliFixture *self)
{
  return scratch_count (self->scratch->path, "checkin");
}

static void
test_check_in (CliFixture    *self,
               gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };
  const char *path = self->scratch->path;

  CALL (&result, "--file", path, "check-in", "nps", "40", "--note", "  A good week ",
        "--blocker=No budget", "--confidence", "8");
  assert_done (&result, "Checked in on “Raise NPS”: 35 → 40\u00a0points (50%)\n");
  g_assert_cmpint (count_checkins (self), ==, 3);
  g_assert_cmpint (scratch_ask (path, "SELECT count(*) FROM checkin WHERE day='2026-11-22'"
                                " AND value=40 AND note='A good week'"
                                " AND blocker='No budget' AND confidence=8"), ==, 1);

  /* One undo step. */
  CALL (&result, "--file", path, "undo");
  g_assert_cmpint (count_checkins (self), ==, 2);
}

/* As people type them; each a minute after the one before, as it takes its order from
 * when it was made. */
static void
test_values (CliFixture    *self,
             gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };
  const char *path = self->scratch->path;

  CALL_ON (&result, "2026-11-22T09:31", "--file", path, "check-in", "Pages load", "3,5");
  assert_done (&result, "Checked in on “Pages load”: 3.5 (25%)\n");
  CALL_ON (&result, "2026-11-22T09:32", "--file", path, "check-in", "Pages load", "-2");
  assert_done (&result, "Checked in on “Pages load”: 3.5 → \u22122 (300%)\n");
  CALL_ON (&result, "2026-11-22T09:33", "--file", path, "check-in", "Pages load", "1.2k");
  assert_done (&result, "\u22122 → 1200 (");
  CALL_ON (&result, "2026-11-22T09:34", "--file", path, "check-in", "people", "no");
  assert_done (&result, "Checked in on “Ask 数 people”: no (0%)\n");
  CALL_ON (&result, "2026-11-22T09:35", "--file", path, "check-in", "people", "Yes");
  assert_done (&result, "Checked in on “Ask 数 people”: no → yes (100%)\n");
  g_assert_cmpint (scratch_ask (path, "SELECT sum(value) FROM checkin JOIN card"
                                " ON card.id=checkin.card WHERE metric=6"), ==, 1);
}

static void
test_no_value (CliFixture    *self,
               gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };
  const char *path = self->scratch->path;

  CALL (&result, "--file", path, "check-in", "NPS", "-", "--confidence", "0");
  assert_done (&result, "Checked in on “Raise NPS”: confidence 0 of 10\n");
  CALL (&result, "--file", path, "check-in", "NPS", "NONE", "--note", "Nothing new");
  assert_done (&result, "Checked in on “Raise NPS”: no value\n");
  g_assert_cmpint (scratch_ask (path, "SELECT count(*) FROM checkin WHERE value IS NULL"),
                   ==, 2);
}

/* What is told of an earlier day stands between its neighbours. */
static void
test_day (CliFixture    *self,
          gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };
  const char *path = self->scratch->path;

  CALL (&result, "--file", path, "check-in", "NPS", "34", "--day", "2026-11-15");
  assert_done (&result, "Checked in on “Raise NPS” for 2026-11-15: 33 → 34\u00a0points\n");
  g_assert_cmpint (scratch_ask (path, "SELECT value FROM checkin WHERE day='2026-11-15'"),
                   ==, 34);
  CALL (&result, "--file", path, "check-in", "NPS", "36", "--day=2026-11-22");
  assert_done (&result, "Checked in on “Raise NPS”: 35 → 36\u00a0points (30%)\n");
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
    { { "check-in", "no such card", "3" }, "There is no card “no such card”." },
    { { "check-in", "a", "3" }, "fits more than one card" },
    { { "check-in", "NPS", "many" }, "“many” is no number." },
    { { "check-in", "NPS", "5 users" }, "the unit is “points”" },
    { { "check-in", "NPS", "" }, "A check-in needs a value." },
    { { "check-in", "NPS", "-" }, "This check-in says nothing yet." },
    { { "check-in", "NPS", "none", "--note", "  " }, "This check-in says nothing yet." },
    { { "check-in", "NPS", "3", "--confidence", "11" },
      "Confidence is a number from 0 to 10.", TRUE },
    { { "check-in", "NPS", "3", "--confidence", "-1" },
      "Confidence is a number from 0 to 10.", TRUE },
    { { "check-in", "NPS", "3", "--confidence", "high" },
      "Confidence is a number from 0 to 10.", TRUE },
    { { "check-in", "NPS", "3", "--day", "yesterday" }, "“yesterday” is no day.", TRUE },
    { { "check-in", "NPS", "3", "--day", "2026-02-30" }, "“2026-02-30” is no day.", TRUE },
    { { "check-in", "NPS", "3", "--day", "2026-11-23" }, "today or an earlier day", TRUE },
    { { "check-in", "NPS", "3", "--day", "1000-01-01" },
      "1000-01-01 is not in the cycle “2026 Q4”, which lasts from 2026-10-01 to 2026-12-31." },
    { { "check-in", "NPS", "3", "--day", "2026-09-30" }, "Give a day of it with --day." },
    { { "check-in", "", "3" }, "No card is named." },
    { { "check-in", " ", "3" }, "No card is named." },
    { { "show", "" }, "No card is named." },
    { { "check-in", "NPS", "3", "--confidence", "" },
      "Confidence is a number from 0 to 10.", TRUE },
    { { "check-in", "NPS", "3", "--confidence", "5.5" },
      "Confidence is a number from 0 to 10.", TRUE },
    { { "check-in", "people", "2" }, "answered by “yes” or “no”" },
    { { "show", "no such card" }, "There is no card “no such card”." },
    { { "status", "--board", "Nobody" }, "There is no board “Nobody”." },
  };
  g_auto (CallerResult) result = { 0 };
  const gint64 n_entries = scratch_count (self->scratch->path, "tx");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) words = g_ptr_array_new ();

      g_ptr_array_add (words, (char *) "--file");
      g_ptr_array_add (words, self->scratch->path);
      for (guint j = 0; cases[i].call[j] != NULL; j++)
        g_ptr_array_add (words, (char *) cases[i].call[j]);
      g_ptr_array_add (words, NULL);
      caller_call (&result, (const char * const *) words->pdata);
      assert_refused (&result, cases[i].is_usage ? 2 : 1, cases[i].reason);
      g_assert_cmpint (scratch_count (self->scratch->path, "tx"), ==, n_entries);
    }
}

static void
test_refused_kinds (CliFixture    *self,
                    gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };
  const char *path = self->scratch->path;

  {
    g_autoptr (QdStore) store = fixture_open (path, &self->clock);

    g_assert_true (qd_edit_set_metric (store, self->page, QD_METRIC_MILESTONES, NULL));
    g_assert_true (qd_edit_archive (store, QD_ENTITY_CARD, self->answer, TRUE, NULL));
  }
  CALL (&result, "--file", path, "check-in", "Pages load", "3");
  assert_refused (&result, 1, "counts its milestones");
  CALL (&result, "--file", path, "check-in", "people", "yes");
  assert_refused (&result, 1, "“people” is on no board any more.");
  CALL (&result, "--file", path, "show", "people");
  assert_refused (&result, 1, "“people” is on no board any more.");
  g_assert_cmpint (count_checkins (self), ==, 2);

  CALL (&result, "--file", path, "check-in", "Pages load", "-", "--confidence", "4");
  assert_done (&result, "confidence 4 of 10");

  /* Nor is it, where the board is in the archive. */
  {
    g_autoptr (QdStore) store = fixture_open (path, &self->clock);

    g_assert_true (qd_edit_archive (store, QD_ENTITY_BOARD, self->board, TRUE, NULL));
  }
  CALL (&result, "--file", path, "check-in", "NPS", "36");
  assert_refused (&result, 1, "“NPS” is on no board any more.");
  g_assert_cmpint (count_checkins (self), ==, 3);
}

/* A cycle that is over takes what was true on one of its days. */
static void
test_after_cycle (CliFixture    *self,
                  gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };
  const char *path = self->scratch->path;

  CALL_ON (&result, "2027-01-04", "--file", path, "check-in", "NPS", "36");
  assert_refused (&result, 1, "2027-01-04 is not in the cycle “2026 Q4”");
  CALL_ON (&result, "2027-01-04", "--file", path, "check-in", "NPS", "36", "--day",
           "2026-12-31");
  assert_done (&result, "for 2026-12-31: 35 → 36");
  CALL_ON (&result, "2027-01-04", "--file", path, "check-in", "NPS", "34", "--day",
           "2026-10-01");
  assert_done (&result, "for 2026-10-01: 34");
}

/* A timer calls the program without a locale, and a keyboard may have other digits. */
static void
test_no_locale (CliFixture    *self,
                gconstpointer  unused)
{
  g_autofree char *locale = g_strdup (g_getenv ("LC_ALL"));
  g_auto (CallerResult) result = { 0 };
  const char *path = self->scratch->path;

  g_setenv ("LC_ALL", "C", TRUE);
  CALL (&result, "--file", path, "check-in", "数", "yes", "--note", "Größer – 数",
        "--confidence", "\u0667");
  if (locale != NULL)
    g_setenv ("LC_ALL", locale, TRUE);
  else
    g_unsetenv ("LC_ALL");
  assert_done (&result, "Checked in on ");
  g_assert_cmpint (scratch_ask (path, "SELECT count(*) FROM checkin WHERE note='Größer – 数'"
                                " AND confidence=7"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  if (caller_is_called (argc, argv))
    return caller_be_called (argc, argv);

  g_test_init (&argc, &argv, NULL);

  ADD ("/cli/check-in", test_check_in);
  ADD ("/cli/check-in/values", test_values);
  ADD ("/cli/check-in/no-value", test_no_value);
  ADD ("/cli/check-in/day", test_day);
  ADD ("/cli/refused", test_refused);
  ADD ("/cli/refused/kinds", test_refused_kinds);
  ADD ("/cli/check-in/after-cycle", test_after_cycle);
  ADD ("/cli/check-in/no-locale", test_no_locale);

  return g_test_run ();
}
