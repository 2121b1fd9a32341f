/* Confidence, forecast and grade, case by case, on both sides of each limit.
 *
 * The cases are worked out by hand from the rules of the method.
 */

#include "config.h"

#include "method/qd-confidence.h"
#include "method/qd-forecast.h"
#include "method/qd-grade.h"
#include "method-cases.h"

#define ON_TRACK QD_HEALTH_ON_TRACK
#define AT_RISK QD_HEALTH_AT_RISK
#define COMPLETE QD_HEALTH_COMPLETE
#define BEHIND QD_HEALTH_BEHIND
#define CLOSED QD_HEALTH_CLOSED

static const struct band
{
  const char *name;
  int confidence;
  QdConfidenceBand band;
} bands[] = {
  { "unsaid", QD_CONFIDENCE_NONE, QD_CONFIDENCE_UNKNOWN },
  { "0", 0, QD_CONFIDENCE_LOW },
  { "3", 3, QD_CONFIDENCE_LOW },
  { "4", 4, QD_CONFIDENCE_MEDIUM },
  { "first", QD_CONFIDENCE_FIRST, QD_CONFIDENCE_MEDIUM },
  { "6", 6, QD_CONFIDENCE_MEDIUM },
  { "7", 7, QD_CONFIDENCE_HIGH },
  { "10", 10, QD_CONFIDENCE_HIGH },
  { "11", 11, QD_CONFIDENCE_UNKNOWN },
  { "negative", -5, QD_CONFIDENCE_UNKNOWN },
};

static const struct net
{
  const char *name;
  gsize n;
  QdHealth healths[8];
  gboolean counted;
  int net;
} nets[] = {
  { "none", 0, { 0 }, FALSE, 0 },
  { "all-closed", 2, { CLOSED, CLOSED }, FALSE, 0 },
  { "on-track", 1, { ON_TRACK }, TRUE, 100 },
  { "complete", 1, { COMPLETE }, TRUE, 100 },
  { "at-risk", 1, { AT_RISK }, TRUE, -100 },
  { "behind", 1, { BEHIND }, TRUE, 0 },
  { "pending", 1, { QD_HEALTH_PENDING }, TRUE, 0 },
  { "too-early", 1, { QD_HEALTH_TOO_EARLY }, TRUE, 0 },
  { "outdated", 1, { QD_HEALTH_OUTDATED }, TRUE, 0 },
  { "even", 2, { ON_TRACK, AT_RISK }, TRUE, 0 },
  { "mixed", 5, { ON_TRACK, ON_TRACK, COMPLETE, BEHIND, AT_RISK }, TRUE, 40 },
  { "closed-does-not-count", 3, { ON_TRACK, CLOSED, BEHIND }, TRUE, 50 },
  { "third", 3, { ON_TRACK, BEHIND, BEHIND }, TRUE, 33 },
  { "two-thirds", 3, { ON_TRACK, ON_TRACK, BEHIND }, TRUE, 67 },
  { "half-up", 8, { ON_TRACK, BEHIND, BEHIND, BEHIND, BEHIND, BEHIND, BEHIND, BEHIND },
    TRUE, 13 },
  { "half-down", 8, { AT_RISK, BEHIND, BEHIND, BEHIND, BEHIND, BEHIND, BEHIND, BEHIND },
    TRUE, -13 },
};

/* The last day is 801. */
static const struct forecast
{
  const char *name;
  gsize n;
  QdPoint readings[9];
  gboolean found;
  double landing;
  double weekly;
} forecasts[] = {
  { "none", 0, { { 0 } }, FALSE, 0, 0 },
  { "three", 3, { { 701, 1 }, { 708, 2 }, { 715, 3 } }, FALSE, 0, 0 },
  { "four", 4, { { 710, 1 }, { 717, 2 }, { 724, 3 }, { 731, 4 } }, TRUE, 14, 1 },
  { "falling", 4, { { 710, 8 }, { 717, 6 }, { 724, 4 }, { 731, 2 } }, TRUE, -18, -2 },
  { "level", 4, { { 710, 5 }, { 717, 5 }, { 724, 5 }, { 731, 5 } }, TRUE, 5, 0 },
  { "scattered", 4, { { 761, 0 }, { 771, 10 }, { 781, 0 }, { 791, 10 } }, TRUE, 10, 1.4 },
  { "uneven-days", 4, { { 701, 0 }, { 702, 0 }, { 703, 0 }, { 706, 7 } }, TRUE, 148.75, 10.5 },
  { "five", 5, { { 751, 9 }, { 761, 1 }, { 771, 2 }, { 781, 3 }, { 791, 4 } }, TRUE,
    1.4, -0.56 },
  { "six", 6,
    { { 741, 12 }, { 751, 0 }, { 761, 1 }, { 771, 2 }, { 781, 3 }, { 791, 4 } }, TRUE,
    2.0 / 3, -0.6 },
  { "seven/first-does-not-count", 7,
    { { 701, 99 }, { 741, 12 }, { 751, 0 }, { 761, 1 }, { 771, 2 }, { 781, 3 }, { 791, 4 } },
    TRUE, 2.0 / 3, -0.6 },
  { "missing-ones-do-not-count", 7,
    { { 710, 1 }, { 711, NAN }, { 717, 2 }, { 724, 3 }, { 725, NAN }, { 731, 4 },
      { 732, NAN } },
    TRUE, 14, 1 },
  { "older-ones-instead-of-missing", 8,
    { { 741, 12 }, { 751, 0 }, { 761, 1 }, { 771, 2 }, { 781, 3 }, { 791, 4 }, { 792, NAN },
      { 793, INFINITY } },
    TRUE, 2.0 / 3, -0.6 },
  { "too-many-missing", 5,
    { { 710, 1 }, { 717, NAN }, { 724, NAN }, { 731, 4 }, { 738, 5 } }, FALSE, 0, 0 },
  { "one-day", 4, { { 710, 1 }, { 710, 2 }, { 710, 3 }, { 710, 4 } }, FALSE, 0, 0 },
  { "last-six-of-one-day", 7,
    { { 701, 0 }, { 710, 1 }, { 710, 2 }, { 710, 3 }, { 710, 4 }, { 710, 5 }, { 710, 6 } },
    FALSE, 0, 0 },
  { "two-days", 4, { { 781, 1 }, { 781, 3 }, { 791, 4 }, { 791, 6 } }, TRUE, 8, 2.1 },
  { "two-days/first-alone", 4, { { 771, 8 }, { 791, 1 }, { 791, 2 }, { 791, 3 } }, TRUE,
    -1, -2.1 },
  { "two-days/last-alone", 4, { { 781, 1 }, { 781, 2 }, { 781, 3 }, { 791, 10 } }, TRUE,
    18, 5.6 },
  { "after-last-day", 4, { { 801, 1 }, { 808, 2 }, { 815, 3 }, { 822, 4 } }, TRUE, 1, 1 },
  { "large-values", 4,
    { { 770, 1e15 + 1 }, { 777, 1e15 + 2 }, { 784, 1e15 + 3 }, { 791, 1e15 + 4 } }, TRUE,
    1e15 + 4 + 10.0 / 7, 1 },
};

static const struct required
{
  const char *name;
  double current;
  double target;
  QdDay today;
  QdDay last_day;
  double weekly;
} requireds[] = {
  { "up", 40, 60, 731, 801, 2 },
  { "down", 60, 40, 731, 801, -2 },
  { "reached", 60, 60, 731, 801, 0 },
  { "exceeded", 62, 60, 787, 801, -1 },
  { "part-of-a-week", 40, 60, 791, 801, 14 },
  { "day-before-last", 40, 60, 800, 801, 140 },
  { "last-day", 40, 60, 801, 801, NAN },
  { "after", 40, 60, 802, 801, NAN },
  { "no-cycle", 40, 60, 731, QD_DAY_NONE, NAN },
  { "never-checked-in", NAN, 60, 731, 801, NAN },
  { "no-target", 40, NAN, 731, 801, NAN },
};

static const struct propose
{
  const char *name;
  double progress;
  double grade;
} proposes[] = {
  { "none", 0, 0 },
  { "all", 1, 1 },
  { "exceeded", 1.25, 1 },
  { "endless", INFINITY, 1 },
  { "wrong-way", -0.3, 0 },
  { "never-checked-in", NAN, 0 },
  { "tenth", 0.7, 0.7 },
  { "down", 0.84, 0.8 },
  { "half", 0.85, 0.9 },
  { "half/rounding-error", 0.85 - 5e-10, 0.9 },
  { "half/nearly", 0.85 - 2e-9, 0.8 },
  { "half/computed", (0.3 - 0.1) / 0.8 + 0.1, 0.4 },
  { "lowest-half", 0.05, 0.1 },
  { "highest-half", 0.95, 1 },
  { "below-lowest-half", 0.0499, 0 },
};

static const struct grade
{
  const char *name;
  double grade;
  QdGradeBand band;
  gboolean aspirational_success;
  gboolean committed_success;
} grades[] = {
  { "none", NAN, QD_GRADE_NONE, FALSE, FALSE },
  { "0.0", 0, QD_GRADE_RED, FALSE, FALSE },
  { "0.3", 0.3, QD_GRADE_RED, FALSE, FALSE },
  { "0.39", 0.39, QD_GRADE_RED, FALSE, FALSE },
  { "0.4", 0.4, QD_GRADE_YELLOW, FALSE, FALSE },
  { "0.4/mean", (0.1 + 0.3 + 0.8) / 3, QD_GRADE_YELLOW, FALSE, FALSE },
  { "0.6", 0.6, QD_GRADE_YELLOW, FALSE, FALSE },
  { "0.69", 0.69, QD_GRADE_YELLOW, FALSE, FALSE },
  { "0.7", 0.7, QD_GRADE_GREEN, TRUE, FALSE },
  { "0.7/mean", (0.7 + 0.7 + 0.7) / 3, QD_GRADE_GREEN, TRUE, FALSE },
  { "0.9", 0.9, QD_GRADE_GREEN, TRUE, FALSE },
  { "0.99", 0.99, QD_GRADE_GREEN, TRUE, FALSE },
  { "1.0", 1, QD_GRADE_GREEN, TRUE, TRUE },
};

static const struct sentence
{
  const char *name;
  double mean;
  const char *sentence;
} sentences[] = {
  { "none", NAN, "" },
  { "1.0", 1, "The targets were probably too safe." },
  { "0.86", 0.86, "The targets were probably too safe." },
  { "0.85", 0.85, "This was a healthy stretch." },
  { "0.85/mean", (0.8 + 0.9 + 0.8 + 0.9) / 4, "This was a healthy stretch." },
  { "0.84", 0.84, "This was a healthy stretch." },
  { "0.61", 0.61, "This was a healthy stretch." },
  { "0.6", 0.6, "This was a healthy stretch." },
  { "0.6/mean", (0.7 + 0.7 + 0.4) / 3, "This was a healthy stretch." },
  { "0.59", 0.59, "The plan partly landed." },
  { "0.4", 0.4, "The plan partly landed." },
  { "0.39", 0.39, "The plan outran capacity." },
  { "0.0", 0, "The plan outran capacity." },
};

/* Words tell how far something came; none of them judges. */
static const struct word
{
  const char *name;
  double grade;
  const char *aspirational;
  const char *committed;
} words[] = {
  { "none", NAN, "Not graded yet", "Not graded yet" },
  { "0.0", 0, "First steps", "First steps" },
  { "0.39", 0.39, "First steps", "First steps" },
  { "0.4", 0.4, "Part of the way", "Part of the way" },
  { "0.69", 0.69, "Part of the way", "Part of the way" },
  { "0.7", 0.7, "As far as hoped", "Most of the way" },
  { "0.99", 0.99, "As far as hoped", "Most of the way" },
  { "1.0", 1, "All the way", "All the way" },
};

static const struct learning
{
  const char *name;
  double grade;
  double progress;
  gboolean aspirational;
  gboolean committed;
} learnings[] = {
  { "never-checked-in", NAN, NAN, TRUE, TRUE },
  { "proposed/missed", NAN, 0.3, TRUE, TRUE },
  { "proposed/limit-below", NAN, 0.64, TRUE, TRUE },
  { "proposed/limit", NAN, 0.65, FALSE, TRUE },
  { "proposed/reached", NAN, 1, FALSE, FALSE },
  { "proposed/nearly-all", NAN, 0.94, FALSE, TRUE },
  { "graded/missed", 0.6, 0.9, TRUE, TRUE },
  { "graded/0.7", 0.7, 0.2, FALSE, TRUE },
  { "graded/0.9", 0.9, 1, FALSE, TRUE },
  { "graded/1.0", 1, 1, FALSE, FALSE },
  { "graded/1.0-of-nothing", 1, NAN, FALSE, FALSE },
  { "overshot/somewhat", 1, 1.49, FALSE, FALSE },
  { "overshot/by-far", 1, 1.5, TRUE, TRUE },
  { "overshot/computed", 1, 0.1 * 15, TRUE, TRUE },
  { "overshot/endless", 1, INFINITY, TRUE, TRUE },
  { "wrong-way", NAN, -2, TRUE, TRUE },
};

/* The formula is that of roll-ups, whose cases are in test-method-roll-up.c. */
static const struct mean
{
  const char *name;
  double grades[3];
  double weights[3];
  gsize n;
  double mean;
} means[] = {
  { "nothing", { 0 }, { 0 }, 0, NAN },
  { "none-graded", { NAN, NAN }, { 1, 1 }, 2, NAN },
  { "one", { 0.4 }, { 1 }, 1, 0.4 },
  { "zero", { 0 }, { 1 }, 1, 0 },
  { "equal", { 0.2, 0.7, 0.9 }, { 1, 1, 1 }, 3, 0.6 },
  { "weights", { 0.2, 1 }, { 3, 1 }, 2, 0.4 },
  { "weights/all-none", { 0.2, 0.8 }, { 0, 0 }, 2, 0.5 },
  { "ungraded-is-left-out", { 0.8, NAN, 0.4 }, { 1, 8, 1 }, 3, 0.6 },
};

static void
test_band (gconstpointer data)
{
  const struct band *c = data;

  g_assert_cmpint (qd_confidence_get_band (c->confidence), ==, c->band);
}

static void
test_first (void)
{
  g_assert_cmpint (QD_CONFIDENCE_NONE, ==, -1);
  g_assert_cmpint (QD_CONFIDENCE_FIRST, ==, 5);
}

static void
test_net (gconstpointer data)
{
  const struct net *c = data;
  int net = 12345;

  g_assert_cmpint (qd_confidence_net (c->healths, c->n, &net), ==, c->counted);
  g_assert_cmpint (net, ==, c->counted ? c->net : 12345);
}

static void
test_forecast (gconstpointer data)
{
  const struct forecast *c = data;
  double landing = 12345;
  double weekly = 12345;

  g_assert_cmpint (qd_forecast_land (c->readings, c->n, 801, &landing, &weekly), ==, c->found);
  assert_figure (landing, c->found ? c->landing : 12345);
  assert_figure (weekly, c->found ? c->weekly : 12345);
}

static void
test_required (gconstpointer data)
{
  const struct required *c = data;

  assert_figure (qd_forecast_required_pace (c->current, c->target, c->today, c->last_day),
                 c->weekly);
}

static void
test_word (gconstpointer data)
{
  const struct word *c = data;

  g_assert_cmpstr (qd_grade_get_word (c->grade, QD_COMMITMENT_ASPIRATIONAL), ==,
                   c->aspirational);
  g_assert_cmpstr (qd_grade_get_word (c->grade, QD_COMMITMENT_COMMITTED), ==, c->committed);
}

static void
test_learning (gconstpointer data)
{
  const struct learning *c = data;

  g_assert_cmpint (qd_grade_asks_learning (c->grade, c->progress, QD_COMMITMENT_ASPIRATIONAL),
                   ==, c->aspirational);
  g_assert_cmpint (qd_grade_asks_learning (c->grade, c->progress, QD_COMMITMENT_COMMITTED), ==,
                   c->committed);
}

static void
test_mean (gconstpointer data)
{
  const struct mean *c = data;

  assert_figure (qd_grade_roll_up (c->grades, c->weights, c->n), c->mean);
}

/* The very number, so that it is shown as that and found in a table of bands. */
static void
test_propose (gconstpointer data)
{
  const struct propose *c = data;

  g_assert_cmpfloat (qd_grade_propose (c->progress), ==, c->grade);
}

static void
test_grade (gconstpointer data)
{
  const struct grade *c = data;

  g_assert_cmpint (qd_grade_get_band (c->grade), ==, c->band);
  g_assert_cmpint (qd_grade_is_success (c->grade, QD_COMMITMENT_ASPIRATIONAL), ==,
                   c->aspirational_success);
  g_assert_cmpint (qd_grade_is_success (c->grade, QD_COMMITMENT_COMMITTED), ==,
                   c->committed_success);
}

static void
test_sentence (gconstpointer data)
{
  const struct sentence *c = data;

  g_assert_cmpstr (qd_grade_describe_board (c->mean), ==, c->sentence);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES ("/method/confidence/band/", bands, test_band);
  g_test_add_func ("/method/confidence/first", test_first);
  ADD_CASES ("/method/confidence/net/", nets, test_net);
  ADD_CASES ("/method/forecast/land/", forecasts, test_forecast);
  ADD_CASES ("/method/forecast/required/", requireds, test_required);
  ADD_CASES ("/method/grade/propose/", proposes, test_propose);
  ADD_CASES ("/method/grade/bands/", grades, test_grade);
  ADD_CASES ("/method/grade/board/", sentences, test_sentence);
  ADD_CASES ("/method/grade/word/", words, test_word);
  ADD_CASES ("/method/grade/learning/", learnings, test_learning);
  ADD_CASES ("/method/grade/mean/", means, test_mean);

  return g_test_run ();
}
