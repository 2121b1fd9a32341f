/* "show" and "status" as a person or a script calls them: what they print, and what
 * programs can read of it.
 */

#include "config.h"

#include <string.h>

#include "cli-fixture.h"
#include "store/qd-edit.h"

static void
test_show (CliFixture    *self,
           gconstpointer  unused)
{
  static const char wanted[] =
    "Raise NPS\n"
    "  Board       Customer Success, 2026 Q4\n"
    "  Column      In Progress\n"
    "  Objective   Delight our customers\n"
    "  Owner       Ada\n"
    "  Metric      from 30\u00a0points to 50\u00a0points, now 35\u00a0points"
    " (25%, expected 64%)\n"
    "  Health      At risk: At 25% where 64% is expected by now\n"
    "  Confidence  6 of 10, medium\n"
    "  Blocked     Legal review\n"
    "  Due         2026-11-27\n"
    "  Needed      2.69\u00a0points a week to reach the target\n"
    "  Badges      Behind pace: In Progress, but at 25% where 64% is expected by now\n"
    "              Not escalated: At risk, but 1 dependency is not escalated\n"
    "\n"
    "Milestones\n"
    "  [x] Ask all customers\n"
    "  [ ] Answer them, due 2026-12-01\n"
    "\n"
    "Waits for\n"
    "  [ ] The form (Website team), since 2026-11-02\n"
    "\n"
    "Phased targets\n"
    "  2026-12-01  45\u00a0points\n"
    "\n"
    "Check-ins and comments\n"
    "  2026-11-20  Ada  33 → 35\u00a0points, confidence 6 of 10\n"
    "      Slower than hoped\n"
    "      but up\n"
    "      Blocker: Legal review\n"
    "  2026-11-13  Ada  33\u00a0points, confidence 7 of 10\n";
  g_auto (CallerResult) result = { 0 };

  CALL (&result, "--file", self->scratch->path, "show", "NPS");
  assert_done (&result, "");
  g_assert_cmpstr (result.out, ==, wanted);
}

/* A card that was only just written. */
static void
test_show_bare (CliFixture    *self,
                gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };

  CALL_ON (&result, "2026-10-01T12:00:00", "--file", self->scratch->path, "show", "people");
  assert_done (&result, "");
  g_assert_cmpstr (result.out, ==,
                   "Ask 数 people\n"
                   "  Board      Customer Success, 2026 Q4\n"
                   "  Column     Not Started\n"
                   "  Objective  none\n"
                   "  Owner      nobody\n"
                   "  Metric     yes or no (—, expected 0%)\n"
                   "  Health     Pending: Nobody checked in yet\n"
                   "  Due        2026-10-09\n");
}

/* Each kind of metric in its own words. */
static void
test_show_metrics (CliFixture    *self,
                   gconstpointer  unused)
{
  static const struct {
    QdMetricKind metric;
    const char *words;
  } cases[] = {
    { QD_METRIC_NONE, "  Metric     now 1.5\n" },
    { QD_METRIC_CHANGE, "  Metric     from 4 to 2, now 1.5 (125%, expected 2%)\n" },
    { QD_METRIC_AT_LEAST, "  Metric     at or above 2, now 1.5 (0%, expected 100%)\n" },
    { QD_METRIC_AT_MOST, "  Metric     at or below 2, now 1.5 (100%, expected 100%)\n" },
    { QD_METRIC_WITHIN, "  Metric     between 2 and 3, now 1.5 (0%, expected 100%)\n" },
    { QD_METRIC_MILESTONES, "  Metric     0 of 1 milestone done (0%, expected 2%)\n" },
    { QD_METRIC_YES_NO, "  Metric     yes or no, now yes (100%, expected 2%)\n" },
  };
  g_auto (CallerResult) result = { 0 };
  const char *path = self->scratch->path;

  {
    g_autoptr (QdStore) store = fixture_open (path, &self->clock);

    cli_fixture_check_in (self, store, self->page, qd_day_new (2026, 10, 2), 1.5,
                          QD_CONFIDENCE_NONE, NULL, NULL);
    g_assert_true (qd_edit_set_figure (store, self->page, QD_FIELD_CARD_UPPER, 3, NULL));
    g_assert_cmpint (qd_edit_new_milestone (store, self->page, "Half of it", NULL),
                     !=, QD_ID_NONE);
  }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      {
        g_autoptr (QdStore) store = fixture_open (path, &self->clock);

        g_assert_true (qd_edit_set_metric (store, self->page, cases[i].metric, NULL));
      }
      CALL_ON (&result, "2026-10-03", "--file", path, "show", "Pages load");
      assert_done (&result, cases[i].words);
    }
}

/* The latest first, whatever they are; no more than ten. */
static void
test_show_moments (CliFixture    *self,
                   gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };
  const char *path = self->scratch->path;
  const char *last;

  {
    g_autoptr (QdStore) store = fixture_open (path, &self->clock);

    qd_store_set_author (store, "Bob 数");
    for (guint day = 1; day <= 11; day++)
      cli_fixture_check_in (self, store, self->page, qd_day_new (2026, 10, day), day,
                            QD_CONFIDENCE_NONE, NULL, NULL);
    self->clock.now = FIXTURE_NOW + G_GINT64_CONSTANT (20) * 24 * 3600 * 1000;
    g_assert_cmpint (qd_edit_new_comment (store, self->page, "Well done\n\nall", NULL),
                     !=, QD_ID_NONE);
  }
  CALL (&result, "--file", path, "show", "Pages load");
  assert_done (&result, "\n"
                        "Check-ins and comments\n"
                        "  2026-10-21  Bob 数  comment\n"
                        "      Well done\n"
                        "      all\n"
                        "  2026-10-11  Bob 数  10 → 11\n");
  assert_contains (result.out, "  2026-10-03  Bob 数  2 → 3\n  … and 2 more\n");
  last = strstr (result.out, "2026-10-02");
  g_assert_null (last);

  assert_contains (result.out, "  Forecast   92 on 2026-12-31, at 7 a week\n"
                               "  Needed     \u22121.62 a week to reach the target\n");

  CALL (&result, "--file", path, "show", "Pages load", "--json");
  assert_extracts (&result, "$.card.check_ins[10].day", "2026-10-01");
  assert_extracts (&result, "$.card.comments[0].text", "Well done\n\nall");
  assert_extracts (&result, "$.card.comments[0].author", "Bob 数");
  assert_extracts (&result, "$.card.comments[0].at", "2026-10-21T09:00:00Z");
}

/* A later check-in corrects an earlier one; somebody answers a badge. */
static void
test_show_answers (CliFixture    *self,
                   gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };
  const char *path = self->scratch->path;
  QdCheckinDraft draft = { .day = qd_day_new (2026, 11, 20), .value = 36,
                           .confidence = QD_CONFIDENCE_NONE };

  {
    g_autoptr (QdStore) store = fixture_open (path, &self->clock);

    qd_store_set_author (store, "Ada");
    self->clock.now += 60 * 1000;
    draft.supersedes = scratch_ask (path, "SELECT id FROM checkin WHERE value=35");
    g_assert_cmpint (qd_edit_check_in (store, self->nps, &draft, NULL), !=, QD_ID_NONE);
    g_assert_cmpint (qd_edit_answer (store, self->nps, 8, "waiting=1;escalated=0", "Soon", NULL),
                     !=, QD_ID_NONE);
  }
  CALL (&result, "--file", path, "show", "NPS");
  assert_done (&result, "  2026-11-20  Ada  33 → 36\u00a0points\n"
                        "  2026-11-20  Ada  33 → 35\u00a0points, confidence 6 of 10,"
                        " corrected later\n");
  assert_contains (result.out, "Not escalated (answered): ");
  assert_contains (result.out, "Behind pace: ");

  CALL (&result, "--file", path, "show", "NPS", "--json");
  assert_extracts (&result, "$.card.badges[0].rule", "5");
  assert_extracts (&result, "$.card.badges[0].answered", "0");
  assert_extracts (&result, "$.card.badges[1].rule", "8");
  assert_extracts (&result, "$.card.badges[1].answered", "1");
}

static void
test_show_json (CliFixture    *self,
                gconstpointer  unused)
{
  static const struct {
    const char *path;
    const char *value;
  } cases[] = {
    { "$.day", "2026-11-22" },
    { "$.card.title", "Raise NPS" },
    { "$.card.board.title", "Customer Success" },
    { "$.card.board.cycle.title", "2026 Q4" },
    { "$.card.board.cycle.first_day", "2026-10-01" },
    { "$.card.board.cycle.last_day", "2026-12-31" },
    { "$.card.board.cycle.week", "8" },
    { "$.card.board.cycle.n_weeks", "13" },
    { "$.card.column.title", "In Progress" },
    { "$.card.column.role", "in-progress" },
    { "$.card.objective.title", "Delight our customers" },
    { "$.card.owner.title", "Ada" },
    { "$.card.metric", "change" },
    { "$.card.unit", "points" },
    { "$.card.baseline", "30" },
    { "$.card.target", "50" },
    { "$.card.upper", "" },
    { "$.card.current", "35" },
    { "$.card.progress", "0.25" },
    { "$.card.health", "at-risk" },
    { "$.card.health_reason", "At 25% where 64% is expected by now" },
    { "$.card.confidence", "6" },
    { "$.card.checked", "2026-11-20" },
    { "$.card.due", "2026-11-27" },
    { "$.card.is_due", "0" },
    { "$.card.outdated", "0" },
    { "$.card.blocked", "1" },
    { "$.card.result", "" },
    { "$.card.weight", "1" },
    { "$.card.measurement", "" },
    { "$.card.description", "" },
    { "$.card.forecast", "" },
    { "$.card.badges[0].name", "Behind pace" },
    { "$.card.milestones[0].title", "Ask all customers" },
    { "$.card.milestones[0].done", "1" },
    { "$.card.milestones[1].due", "2026-12-01" },
    { "$.card.phases[0].day", "2026-12-01" },
    { "$.card.phases[0].value", "45" },
    { "$.card.dependencies[0].title", "The form" },
    { "$.card.dependencies[0].waits_for", "Website team" },
    { "$.card.dependencies[0].flagged", "2026-11-02" },
    { "$.card.dependencies[0].resolved", "" },
    { "$.card.check_ins[0].day", "2026-11-20" },
    { "$.card.check_ins[0].author", "Ada" },
    { "$.card.check_ins[0].value", "35" },
    { "$.card.check_ins[0].before", "33" },
    { "$.card.check_ins[0].confidence", "6" },
    { "$.card.check_ins[0].note", "Slower than hoped\nbut up" },
    { "$.card.check_ins[0].blocker", "Legal review" },
    { "$.card.check_ins[0].resolved", "" },
    { "$.card.check_ins[0].superseded", "0" },
    { "$.card.check_ins[1].before", "" },
    { "$.card.comments", "[]" },
  };
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, self->nps);
  g_auto (CallerResult) result = { 0 };

  CALL (&result, "--file", self->scratch->path, "show", id, "--json");
  assert_done (&result, "");
  assert_extracts (&result, "$.card.id", id);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_extracts (&result, cases[i].path, cases[i].value);
}

static void
test_status (CliFixture    *self,
             gconstpointer  unused)
{
  static const char wanted[] =
    "Customer Success, 2026 Q4\n"
    "  week 8 of 13, progress 6%, expected 59%, net confidence \u221233,"
    " 3 key results, 2 check-ins due, 2 outdated\n"
    "\n"
    "  Not Started\n"
    "    Ask 数 people    —  Outdated  —\n"
    "\n"
    "  In Progress\n"
    "    Raise NPS      25%  At risk   Ada  blocked\n"
    "    Pages load       —  Outdated  —\n";
  g_auto (CallerResult) result = { 0 };
  g_autofree char *early = NULL;

  CALL (&result, "--file", self->scratch->path, "status");
  assert_done (&result, "");
  g_assert_cmpstr (result.out, ==, wanted);

  /* Due, but in its grace. */
  CALL_ON (&result, "2026-10-10", "--file", self->scratch->path, "status", "--board",
           "customer SUCCESS");
  assert_done (&result, "  week 2 of 13, ");
  assert_contains (result.out, "    Ask 数 people    —  Pending           —    check-in due\n");

  CALL_ON (&result, "2026-09-30", "--file", self->scratch->path, "status");
  assert_done (&result, "  not begun yet, ");
  CALL_ON (&result, "2027-01-01", "--file", self->scratch->path, "status");
  assert_done (&result, "  over, ");
}

/* What is in the way is told first of all, and no longer once it is out of it. */
static void
test_blocked (CliFixture    *self,
              gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };
  const char *path = self->scratch->path;

  {
    g_autoptr (QdStore) store = fixture_open (path, &self->clock);

    cli_fixture_check_in (self, store, self->nps, qd_day_new (2026, 11, 21), 36, 6, NULL,
                          "Legal says no\nin writing");
  }
  CALL (&result, "--file", path, "show", "NPS");
  assert_done (&result, "  Blocked     Legal says no in writing\n"
                        "              Legal review\n"
                        "  Due         ");

  {
    g_autoptr (QdStore) store = fixture_open (path, &self->clock);
    QdId checkin = scratch_ask (path, "SELECT id FROM checkin WHERE value=36");

    g_assert_true (qd_edit_resolve_blocker (store, checkin, qd_day_new (2026, 11, 21), NULL));
  }
  CALL (&result, "--file", path, "show", "NPS");
  assert_done (&result, "  Blocked     Legal review\n  Due         ");

  CALL_ON (&result, "2026-11-28", "--file", path, "status");
  assert_done (&result, "  Ada  blocked, check-in due\n");

  {
    g_autoptr (QdStore) store = fixture_open (path, &self->clock);
    QdId checkin = scratch_ask (path, "SELECT id FROM checkin WHERE value=35");

    g_assert_true (qd_edit_resolve_blocker (store, checkin, qd_day_new (2026, 11, 21), NULL));
  }
  CALL (&result, "--file", path, "show", "NPS");
  assert_done (&result, "");
  g_assert_null (strstr (result.out, "  Blocked "));
  CALL (&result, "--file", path, "status");
  g_assert_null (strstr (result.out, "blocked"));
}

/* What is not all is nowhere shown as all. */
static void
test_nearly_all (CliFixture    *self,
                 gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };
  const char *path = self->scratch->path;

  {
    g_autoptr (QdStore) store = fixture_open (path, &self->clock);

    g_assert_true (qd_edit_move (store, QD_ENTITY_CARD, self->nps,
                                 fixture_column (store, self->board, 3), QD_SIDE_AFTER,
                                 QD_ID_NONE, NULL));
  }
  CALL (&result, "--file", path, "check-in", "NPS", "49.92");
  assert_done (&result, "49.92\u00a0points (99%)\n");
  CALL (&result, "--file", path, "show", "NPS");
  assert_done (&result, "now 49.92\u00a0points (99%, ");
  assert_contains (result.out, "In Complete, but at 99%\n");
  CALL (&result, "--file", path, "status");
  assert_done (&result, "Raise NPS      99%  ");
}

/* What was written in mid-cycle is neither late nor stuck before anybody could have
 * told of it. */
static void
test_status_new (CliFixture    *self,
                 gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };
  const char *path = self->scratch->path;

  {
    g_autoptr (QdStore) store = fixture_open (path, &self->clock);
    QdId card;

    /* November 22, a Sunday. */
    self->clock.now = FIXTURE_NOW + G_GINT64_CONSTANT (52) * 24 * 3600 * 1000;
    card = qd_edit_new_card (store, fixture_column (store, self->board, 0), "Win back three",
                             QD_ID_NONE, NULL, NULL);
    g_assert_cmpint (card, !=, QD_ID_NONE);
    g_assert_true (qd_edit_set_metric (store, card, QD_METRIC_YES_NO, NULL));
  }
  CALL (&result, "--file", path, "show", "Win back");
  assert_done (&result, "  Health     Pending: Nobody checked in yet\n"
                        "  Due        2026-11-27\n");
  g_assert_null (strstr (result.out, "Badges"));

  CALL_ON (&result, "2026-12-01", "--file", path, "show", "Win back");
  assert_done (&result, "Outdated: No check-in yet; the first one was due on November 27, 2026\n");
  g_assert_null (strstr (result.out, "Stuck"));

  CALL_ON (&result, "2026-12-13", "--file", path, "show", "Win back");
  assert_done (&result, "Stuck: Still not started in week 11 of the cycle\n");
}

/* Nothing more is needed of what went beyond its target. */
static void
test_show_exceeded (CliFixture    *self,
                    gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };
  const char *path = self->scratch->path;

  {
    g_autoptr (QdStore) store = fixture_open (path, &self->clock);

    cli_fixture_check_in (self, store, self->page, qd_day_new (2026, 11, 20), 1,
                          QD_CONFIDENCE_NONE, NULL, NULL);
  }
  CALL (&result, "--file", path, "show", "Pages load");
  assert_done (&result, "(150%, expected 57%)");
  g_assert_null (strstr (result.out, "Needed"));
  CALL (&result, "--file", path, "show", "Pages load", "--json");
  assert_extracts (&result, "$.card.required_pace", "");
}

static void
test_status_json (CliFixture    *self,
                  gconstpointer  unused)
{
  static const struct {
    const char *path;
    const char *value;
  } cases[] = {
    { "$.day", "2026-11-22" },
    { "$.boards[0].title", "Customer Success" },
    { "$.boards[0].cycle.title", "2026 Q4" },
    { "$.boards[0].cycle.week", "8" },
    { "$.boards[0].progress", "0.0625" },
    { "$.boards[0].net_confidence", "-33" },
    { "$.boards[0].n_key_results", "3" },
    { "$.boards[0].n_due", "2" },
    { "$.boards[0].n_outdated", "2" },
    { "$.boards[0].objectives[0].title", "Delight our customers" },
    { "$.boards[0].objectives[0].weight", "1" },
    { "$.boards[0].objectives[0].progress", "0.125" },
    { "$.boards[0].objectives[0].health", "at-risk" },
    { "$.boards[0].objectives[0].n_key_results", "2" },
    { "$.boards[0].objectives[1]", "" },
    { "$.boards[0].columns[0].role", "not-started" },
    { "$.boards[0].columns[0].cards[0].title", "Ask 数 people" },
    { "$.boards[0].columns[0].cards[0].objective", "" },
    { "$.boards[0].columns[0].cards[0].owner", "" },
    { "$.boards[0].columns[0].cards[0].metric", "yes-no" },
    { "$.boards[0].columns[0].cards[0].progress", "" },
    { "$.boards[0].columns[0].cards[0].confidence", "" },
    { "$.boards[0].columns[0].cards[0].health", "outdated" },
    { "$.boards[0].columns[0].cards[0].outdated", "1" },
    { "$.boards[0].columns[1].title", "In Progress" },
    { "$.boards[0].columns[1].cards[0].progress", "0.25" },
    { "$.boards[0].columns[3].cards", "[]" },
    { "$.boards[1]", "" },
  };
  g_auto (CallerResult) result = { 0 };
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, self->board);

  CALL (&result, "--file", self->scratch->path, "status", "--json");
  assert_done (&result, "");
  assert_extracts (&result, "$.boards[0].id", id);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_extracts (&result, cases[i].path, cases[i].value);
}

/* Boards of one name are all told, the newest cycle first, and none that is
 * archived. */
static void
test_status_boards (CliFixture    *self,
                    gconstpointer  unused)
{
  g_auto (CallerResult) result = { 0 };
  const char *path = self->scratch->path;
  QdId newer, other, cycle;

  {
    g_autoptr (QdStore) store = fixture_open (path, &self->clock);

    cycle = qd_edit_new_cycle (store, "2027 Q1", qd_day_new (2027, 1, 1),
                               qd_day_new (2027, 3, 31), NULL);
    other = qd_edit_new_board (store, "Marketing", cycle, NULL);
    newer = qd_edit_new_board (store, "Customer Success", cycle, NULL);
    g_assert_cmpint (newer, !=, QD_ID_NONE);
  }
  CALL (&result, "--file", path, "status", "--board", "Customer Success", "--json");
  assert_extracts (&result, "$.boards[0].cycle.title", "2027 Q1");
  assert_extracts (&result, "$.boards[0].progress", "");
  assert_extracts (&result, "$.boards[0].net_confidence", "");
  assert_extracts (&result, "$.boards[1].cycle.title", "2026 Q4");
  assert_extracts (&result, "$.boards[2]", "");
  CALL (&result, "--file", path, "status", "--board", "customer success, 2026 Q4", "--json");
  assert_extracts (&result, "$.boards[0].cycle.title", "2026 Q4");
  assert_extracts (&result, "$.boards[1]", "");
  CALL (&result, "--file", path, "status", "--board", "marketing", "--board",
        "Customer Success, 2027 Q1", "--json");
  assert_extracts (&result, "$.boards[0].title", "Marketing");
  assert_extracts (&result, "$.boards[1].cycle.title", "2027 Q1");
  assert_extracts (&result, "$.boards[2]", "");
  CALL (&result, "--file", path, "status", "--board", "Customer Success, 2025 Q4");
  assert_refused (&result, 1, "There is no board “Customer Success, 2025 Q4”.");
  CALL (&result, "--file", path, "status");
  assert_done (&result, "Marketing, 2027 Q1\n  not begun yet, 0 key results\n"
                        "\nCustomer Success, 2027 Q1\n");

  {
    g_autoptr (QdStore) store = fixture_open (path, &self->clock);

    g_assert_true (qd_edit_archive (store, QD_ENTITY_BOARD, other, TRUE, NULL));
  }
  CALL (&result, "--file", path, "status", "--json");
  assert_extracts (&result, "$.boards[0].title", "Customer Success");
  assert_extracts (&result, "$.boards[1].title", "Customer Success");
  assert_extracts (&result, "$.boards[2]", "");

  {
    g_autoptr (QdStore) store = fixture_open (path, &self->clock);

    g_assert_true (qd_edit_archive (store, QD_ENTITY_CYCLE, cycle, TRUE, NULL));
  }
  CALL (&result, "--file", path, "status", "--json");
  assert_extracts (&result, "$.boards[0].cycle.title", "2026 Q4");
  assert_extracts (&result, "$.boards[1]", "");
}

static void
test_status_empty (CliFixture    *self,
                   gconstpointer  unused)
{
  g_autofree char *path = scratch_name (self->scratch, "empty.db");
  g_auto (CallerResult) result = { 0 };

  {
    g_autoptr (QdStore) store = fixture_open (path, NULL);
  }
  CALL (&result, "--file", path, "status");
  assert_done (&result, "There is no board yet.\n");
  CALL (&result, "--file", path, "status", "--json");
  assert_extracts (&result, "$.boards", "[]");
}

/* Nothing that somebody wrote steers the terminal or breaks a line. */
static void
test_harmless (CliFixture    *self,
               gconstpointer  unused)
{
  static const char evil[] = "Evil \033[2J\n\007\xc2\x9b" "31m";
  g_auto (CallerResult) result = { 0 };
  const char *path = self->scratch->path;

  {
    g_autoptr (QdStore) store = fixture_open (path, &self->clock);

    qd_store_set_author (store, evil);
    g_assert_true (qd_edit_rename (store, QD_ENTITY_CARD, self->nps, evil, NULL));
    g_assert_true (qd_edit_set_owner (store, self->nps, evil, NULL));
    g_assert_true (qd_edit_set_text (store, self->nps, QD_FIELD_CARD_UNIT, evil, FALSE, NULL));
    g_assert_true (qd_edit_set_text (store, self->nps, QD_FIELD_CARD_MEASUREMENT, evil, FALSE,
                                     NULL));
    g_assert_cmpint (qd_edit_new_milestone (store, self->nps, evil, NULL), !=, QD_ID_NONE);
    g_assert_cmpint (qd_edit_new_dependency (store, self->nps, evil, evil,
                                             qd_day_new (2026, 11, 1), NULL), !=, QD_ID_NONE);
    cli_fixture_check_in (self, store, self->nps, qd_day_new (2026, 11, 21), 36, 5, evil, evil);
  }
  CALL (&result, "--file", path, "show", "Evil");
  assert_done (&result, "Evil  [2J");
  assert_harmless (&result);
  CALL (&result, "--file", path, "show", "Evil", "--json");
  assert_done (&result, "Evil ");
  assert_harmless (&result);
  assert_extracts (&result, "$.card.check_ins[0].note", evil);
  CALL (&result, "--file", path, "status");
  assert_done (&result, "Evil ");
  assert_harmless (&result);
  CALL (&result, "--file", path, "check-in", "Evil", "37");
  assert_done (&result, "Checked in on “Evil ");
  assert_harmless (&result);
  g_assert_null (strchr (strchr (result.out, '\n') + 1, '\n'));
}

int
main (int   argc,
      char *argv[])
{
  if (caller_is_called (argc, argv))
    return caller_be_called (argc, argv);

  g_test_init (&argc, &argv, NULL);

  ADD ("/cli/show", test_show);
  ADD ("/cli/show/bare", test_show_bare);
  ADD ("/cli/show/metrics", test_show_metrics);
  ADD ("/cli/show/moments", test_show_moments);
  ADD ("/cli/show/answers", test_show_answers);
  ADD ("/cli/show/exceeded", test_show_exceeded);
  ADD ("/cli/show/json", test_show_json);
  ADD ("/cli/status", test_status);
  ADD ("/cli/show/blocked", test_blocked);
  ADD ("/cli/show/nearly-all", test_nearly_all);
  ADD ("/cli/status/new", test_status_new);
  ADD ("/cli/status/json", test_status_json);
  ADD ("/cli/status/boards", test_status_boards);
  ADD ("/cli/status/empty", test_status_empty);
  ADD ("/cli/key-results/harmless", test_harmless);

  return g_test_run ();
}
