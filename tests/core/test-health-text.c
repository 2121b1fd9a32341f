/* Why a key result has its health: each reason in its own words, from figures that
 * the rules themselves have judged.
 *
 * Day 701 is a Monday, and the cycle lasts until day 801; check-ins are due on
 * Fridays, the first on day 705, if nothing else is said.
 */

#include "config.h"

#include <string.h>

#include "exchange/qd-health-text.h"
#include "method-cases.h"

#define CYCLE .first_day = 701, .last_day = 801, .rhythm = QD_RHYTHM_DEFAULT
#define CHANGE(from, to) .metric = QD_METRIC_CHANGE, .baseline = (from), .target = (to)
#define AT_MOST(limit) .metric = QD_METRIC_AT_MOST, .target = (limit)
#define WITHIN(lower, higher) \
  .metric = QD_METRIC_WITHIN, .target = (lower), .upper = (higher)
#define READING(day, value) \
  .readings = (const QdPoint[]) { { day, value } }, .n_readings = 1, .checked = (day)

static const struct reason
{
  const char *name;
  QdFacts facts;
  QdDay today;
  const char *reason; /* how it begins */
} reasons[] = {
  { "no-metric", { CYCLE }, 703, "Nobody said yet how it is measured" },
  { "no-baseline", { CYCLE, CHANGE (NAN, 9) }, 703, "It has no baseline yet" },
  { "no-target", { CYCLE, CHANGE (1, NAN) }, 703, "It has no target yet" },
  { "no-limit", { CYCLE, AT_MOST (NAN) }, 703, "It has no limit yet" },
  { "no-lower-limit", { CYCLE, WITHIN (NAN, 9) }, 703, "It has no limits yet" },
  { "no-upper-limit", { CYCLE, WITHIN (1, NAN) }, 703, "It has no limits yet" },
  { "no-milestones", { CYCLE, .metric = QD_METRIC_MILESTONES }, 703,
    "It has no milestones yet" },
  { "no-cycle", { .rhythm = QD_RHYTHM_DEFAULT, CHANGE (1, 9), READING (703, 5) }, 703,
    "The board has no cycle" },
  { "never", { CYCLE, CHANGE (1, 9) }, 703, "Nobody checked in yet" },
  { "never/yes-no", { CYCLE, .metric = QD_METRIC_YES_NO }, 703, "Nobody checked in yet" },
  { "no-value", { CYCLE, CHANGE (1, 9), .checked = 703 }, 703,
    "No check-in gives a value yet" },
  { "no-value/limit", { CYCLE, AT_MOST (9), READING (701, NAN) }, 703,
    "No check-in gives a value yet" },
  { "no-distance", { CYCLE, CHANGE (9, 9), READING (703, 5) }, 703,
    "Its baseline and its target are the same" },
  { "not-due", { CYCLE, AT_MOST (9), READING (701, 5) }, 703, "Check-ins count from " },
  { "not-due/within", { CYCLE, WITHIN (1, 9), READING (701, 5) }, 703,
    "Check-ins count from " },
  { "never-due",
    { .first_day = 701, .last_day = 704, .rhythm = QD_RHYTHM_DEFAULT, AT_MOST (9),
      READING (701, 5) }, 703,
    "No check-in is due in this cycle" },
  { "before-cycle", { CYCLE, CHANGE (1, 9), READING (690, 5) }, 700,
    "The cycle has not begun yet" },
  { "early", { CYCLE, CHANGE (1, 9), READING (701, 5) }, 701,
    "The cycle has only just begun" },
  { "complete", { CYCLE, CHANGE (1, 9), READING (751, 9) }, 751, "The target is reached" },
  { "pace", { CYCLE, CHANGE (1, 9), READING (751, 3) }, 751,
    "At 25% where 50% is expected by now" },
  { "outdated", { CYCLE, CHANGE (1, 9) }, 751,
    "No check-in yet; the first one was due on " },
  { "closed", { CYCLE, CHANGE (1, 9), .closed = TRUE }, 751, "The cycle is closed" },
};

static char *
explain (const QdFacts *facts,
         QdDay          today)
{
  QdStanding standing;

  qd_standing_of (facts, today, &standing);
  return qd_health_text_explain (facts, &standing, today);
}

static void
test_reason (gconstpointer data)
{
  const struct reason *c = data;
  g_autofree char *reason = explain (&c->facts, c->today);

  if (!g_str_has_prefix (reason, c->reason))
    g_error ("“%s” does not begin with “%s”", reason, c->reason);
}

/* From Wednesday on, although somebody checked in on the Thursday before. */
static void
test_day (void)
{
  const QdDay first_day = qd_day_new (2026, 10, 1);
  const QdFacts facts = {
    .first_day = first_day, .last_day = qd_day_new (2026, 12, 31), .rhythm = { 7, 3 },
    AT_MOST (100), READING (first_day, 99.5),
  };
  g_autofree char *reason = explain (&facts, first_day);
  g_autofree char *due = qd_day_to_long (qd_day_new (2026, 10, 7));

  g_assert_nonnull (strstr (reason, due));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES ("/health-text/reason/", reasons, test_reason);
  g_test_add_func ("/health-text/day", test_day);

  return g_test_run ();
}
