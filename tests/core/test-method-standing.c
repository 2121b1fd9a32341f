/* What all rules together say, case by case: each kind of metric at each time of the
 * cycle, and which health is shown.
 *
 * The cycle goes from day 701, a Monday, to day 801, so that each day is one percent
 * of it; check-ins are due on Fridays, the days 705, 712, 719, and so on to 796.
 */

#include "config.h"

#include <string.h>

#include "method/qd-standing.h"
#include "method-cases.h"

#define COMMITTED QD_COMMITMENT_COMMITTED
#define ASPIRATIONAL QD_COMMITMENT_ASPIRATIONAL

#define POINTS(...) (const QdPoint[]) { __VA_ARGS__ }
#define N_POINTS(...) G_N_ELEMENTS (((const QdPoint[]) { __VA_ARGS__ }))
#define READINGS(...) .readings = POINTS (__VA_ARGS__), .n_readings = N_POINTS (__VA_ARGS__)
#define PHASES(...) .phases = POINTS (__VA_ARGS__), .n_phases = N_POINTS (__VA_ARGS__)

#define CYCLE .first_day = 701, .last_day = 801, .rhythm = QD_RHYTHM_DEFAULT
#define CHANGE(from, to) .metric = QD_METRIC_CHANGE, .baseline = (from), .target = (to)
#define AT_LEAST(limit) .metric = QD_METRIC_AT_LEAST, .target = (limit)
#define FROM_0_TO_100 CYCLE, .commitment = COMMITTED, CHANGE (0, 100)
#define ABOVE_99 CYCLE, .commitment = COMMITTED, AT_LEAST (99)
#define MONTHLY_ABOVE_99 \
  .first_day = 701, .last_day = 801, .rhythm = { 30, 5 }, .commitment = COMMITTED, \
  AT_LEAST (99)
#define MILESTONES(done, all) \
  CYCLE, .commitment = COMMITTED, .metric = QD_METRIC_MILESTONES, \
  .n_done = (done), .n_milestones = (all)
#define YES_NO CYCLE, .commitment = COMMITTED, .metric = QD_METRIC_YES_NO
#define FIVE_FRIDAYS(a, b, c, d, e) \
  READINGS ({ 705, a }, { 712, b }, { 719, c }, { 726, d }, { 733, e }), .checked = 733

struct standing
{
  const char *name;
  QdFacts facts;
  QdDay today;
  double progress;
  double expected;
  double ratio;
  QdHealth suggested;
  QdHealth health;
  QdDay due;
};

static const struct standing changes[] = {
  { "on-track", { FROM_0_TO_100, READINGS ({ 747, 50 }), .checked = 747 }, 751,
    0.5, 0.5, 1, QD_HEALTH_ON_TRACK, QD_HEALTH_ON_TRACK, 754 },
  { "behind", { FROM_0_TO_100, READINGS ({ 747, 40 }), .checked = 747 }, 751,
    0.4, 0.5, 0.8, QD_HEALTH_BEHIND, QD_HEALTH_BEHIND, 754 },
  { "at-risk", { FROM_0_TO_100, READINGS ({ 747, 30 }), .checked = 747 }, 751,
    0.3, 0.5, 0.6, QD_HEALTH_AT_RISK, QD_HEALTH_AT_RISK, 754 },
  { "complete/nearly-exact",
    { FROM_0_TO_100, READINGS ({ 747, 100 - 1e-8 }), .checked = 747 }, 751,
    1 - 1e-10, 0.5, 2 - 2e-10, QD_HEALTH_COMPLETE, QD_HEALTH_COMPLETE, 754 },
  { "complete", { FROM_0_TO_100, READINGS ({ 747, 100 }), .checked = 747 }, 751,
    1, 0.5, 2, QD_HEALTH_COMPLETE, QD_HEALTH_COMPLETE, 754 },
  { "exceeded", { FROM_0_TO_100, READINGS ({ 747, 125 }), .checked = 747 }, 751,
    1.25, 0.5, 2.5, QD_HEALTH_COMPLETE, QD_HEALTH_COMPLETE, 754 },
  { "wrong-way", { FROM_0_TO_100, READINGS ({ 747, -10 }), .checked = 747 }, 751,
    -0.1, 0.5, -0.2, QD_HEALTH_AT_RISK, QD_HEALTH_AT_RISK, 754 },
  { "too-early", { FROM_0_TO_100, READINGS ({ 712, 0 }), .checked = 712 }, 716,
    0, 0.15, 0, QD_HEALTH_TOO_EARLY, QD_HEALTH_TOO_EARLY, 719 },
  { "no-more-too-early", { FROM_0_TO_100, READINGS ({ 712, 0 }), .checked = 712 }, 717,
    0, 0.16, 0, QD_HEALTH_AT_RISK, QD_HEALTH_AT_RISK, 719 },
  { "aspirational",
    { CYCLE, .commitment = ASPIRATIONAL, CHANGE (0, 100), READINGS ({ 747, 30 }),
      .checked = 747 }, 751,
    0.3, 0.5, 6.0 / 7, QD_HEALTH_BEHIND, QD_HEALTH_BEHIND, 754 },
  { "down",
    { CYCLE, .commitment = COMMITTED, CHANGE (30, 10), READINGS ({ 747, 20 }),
      .checked = 747 }, 751,
    0.5, 0.5, 1, QD_HEALTH_ON_TRACK, QD_HEALTH_ON_TRACK, 754 },
  { "no-distance",
    { CYCLE, .commitment = COMMITTED, CHANGE (50, 50), READINGS ({ 747, 60 }),
      .checked = 747 }, 751,
    NAN, 0.5, NAN, QD_HEALTH_PENDING, QD_HEALTH_PENDING, 754 },
  { "no-baseline",
    { CYCLE, .commitment = COMMITTED, CHANGE (NAN, 50), READINGS ({ 747, 60 }),
      .checked = 747 }, 751,
    NAN, 0.5, NAN, QD_HEALTH_PENDING, QD_HEALTH_PENDING, 754 },
  { "last-value-counts",
    { FROM_0_TO_100, READINGS ({ 733, 90 }, { 740, 10 }, { 747, 50 }), .checked = 747 }, 751,
    0.5, 0.5, 1, QD_HEALTH_ON_TRACK, QD_HEALTH_ON_TRACK, 754 },
  { "last-check-in-has-no-value",
    { FROM_0_TO_100, READINGS ({ 740, 50 }, { 747, NAN }), .checked = 747 }, 751,
    0.5, 0.5, 1, QD_HEALTH_ON_TRACK, QD_HEALTH_ON_TRACK, 754 },
  { "no-check-in-has-a-value",
    { FROM_0_TO_100, READINGS ({ 740, NAN }, { 747, NAN }), .checked = 747 }, 751,
    NAN, 0.5, NAN, QD_HEALTH_PENDING, QD_HEALTH_PENDING, 754 },
  { "never/before-cycle", { FROM_0_TO_100 }, 690,
    NAN, 0, NAN, QD_HEALTH_PENDING, QD_HEALTH_PENDING, 705 },
  { "never/first-day", { FROM_0_TO_100 }, 701,
    NAN, 0, NAN, QD_HEALTH_PENDING, QD_HEALTH_PENDING, 705 },
  { "never/day-before-due", { FROM_0_TO_100 }, 704,
    NAN, 0.03, NAN, QD_HEALTH_PENDING, QD_HEALTH_PENDING, 705 },
  { "never/due", { FROM_0_TO_100 }, 705,
    NAN, 0.04, NAN, QD_HEALTH_PENDING, QD_HEALTH_PENDING, 705 },
  { "never/end-of-grace", { FROM_0_TO_100 }, 708,
    NAN, 0.07, NAN, QD_HEALTH_PENDING, QD_HEALTH_PENDING, 705 },
  { "never/outdated", { FROM_0_TO_100 }, 709,
    NAN, 0.08, NAN, QD_HEALTH_PENDING, QD_HEALTH_OUTDATED, 705 },
  { "made/outdated-before-it-was", { FROM_0_TO_100, .since = 752 }, 752,
    NAN, 0.51, NAN, QD_HEALTH_PENDING, QD_HEALTH_PENDING, 761 },
  { "made/end-of-grace", { FROM_0_TO_100, .since = 752 }, 764,
    NAN, 0.63, NAN, QD_HEALTH_PENDING, QD_HEALTH_PENDING, 761 },
  { "made/outdated", { FROM_0_TO_100, .since = 752 }, 765,
    NAN, 0.64, NAN, QD_HEALTH_PENDING, QD_HEALTH_OUTDATED, 761 },
  { "carried-over/before-cycle",
    { FROM_0_TO_100, READINGS ({ 690, 20 }), .checked = 690 }, 695,
    0.2, 0, NAN, QD_HEALTH_TOO_EARLY, QD_HEALTH_TOO_EARLY, 705 },
  { "end-of-grace", { FROM_0_TO_100, READINGS ({ 733, 100 }), .checked = 733 }, 743,
    1, 0.42, 1 / 0.42, QD_HEALTH_COMPLETE, QD_HEALTH_COMPLETE, 740 },
  { "outdated-before-complete",
    { FROM_0_TO_100, READINGS ({ 733, 100 }), .checked = 733 }, 744,
    1, 0.43, 1 / 0.43, QD_HEALTH_COMPLETE, QD_HEALTH_OUTDATED, 740 },
  { "outdated-before-at-risk", { FROM_0_TO_100, READINGS ({ 733, 0 }), .checked = 733 }, 744,
    0, 0.43, 0, QD_HEALTH_AT_RISK, QD_HEALTH_OUTDATED, 740 },
  { "closed-before-outdated",
    { FROM_0_TO_100, READINGS ({ 733, 100 }), .checked = 733, .closed = TRUE }, 744,
    1, 0.43, 1 / 0.43, QD_HEALTH_COMPLETE, QD_HEALTH_CLOSED, QD_DAY_NONE },
  { "closed-before-pending", { FROM_0_TO_100, .closed = TRUE }, 850,
    NAN, 1, NAN, QD_HEALTH_PENDING, QD_HEALTH_CLOSED, QD_DAY_NONE },
  { "last-day", { FROM_0_TO_100, READINGS ({ 796, 80 }), .checked = 796 }, 801,
    0.8, 1, 0.8, QD_HEALTH_BEHIND, QD_HEALTH_BEHIND, QD_DAY_NONE },
  { "after-cycle", { FROM_0_TO_100, READINGS ({ 796, 80 }), .checked = 796 }, 900,
    0.8, 1, 0.8, QD_HEALTH_BEHIND, QD_HEALTH_BEHIND, QD_DAY_NONE },
  { "phases", { FROM_0_TO_100, READINGS ({ 747, 10 }), .checked = 747, PHASES ({ 751, 10 }) },
    751,
    0.1, 0.1, 1, QD_HEALTH_ON_TRACK, QD_HEALTH_ON_TRACK, 754 },
  { "phases/down",
    { CYCLE, .commitment = COMMITTED, CHANGE (100, 0), READINGS ({ 747, 94 }),
      .checked = 747, PHASES ({ 726, 100 }, { 776, 80 }) }, 751,
    0.06, 0.1, 0.6, QD_HEALTH_ON_TRACK, QD_HEALTH_ON_TRACK, 754 },
  { "phases/too-early-by-time",
    { FROM_0_TO_100, READINGS ({ 705, 10 }), .checked = 705, PHASES ({ 706, 80 }) }, 706,
    0.1, 0.8, 0.125, QD_HEALTH_TOO_EARLY, QD_HEALTH_TOO_EARLY, 712 },
  { "phases/no-baseline",
    { CYCLE, .commitment = COMMITTED, CHANGE (NAN, 100), READINGS ({ 747, 10 }),
      .checked = 747, PHASES ({ 751, 10 }) }, 751,
    NAN, NAN, NAN, QD_HEALTH_PENDING, QD_HEALTH_PENDING, 754 },
  { "one-day",
    { .first_day = 705, .last_day = 705, .rhythm = QD_RHYTHM_DEFAULT,
      .commitment = COMMITTED, CHANGE (0, 100) }, 705,
    NAN, 1, NAN, QD_HEALTH_PENDING, QD_HEALTH_PENDING, 705 },
  { "one-day/checked-in",
    { .first_day = 705, .last_day = 705, .rhythm = QD_RHYTHM_DEFAULT,
      .commitment = COMMITTED, CHANGE (0, 100), READINGS ({ 705, 60 }), .checked = 705 }, 705,
    0.6, 1, 0.6, QD_HEALTH_AT_RISK, QD_HEALTH_AT_RISK, QD_DAY_NONE },
  { "no-cycle",
    { .commitment = COMMITTED, CHANGE (0, 100), READINGS ({ 705, 60 }), .checked = 705 }, 751,
    0.6, NAN, NAN, QD_HEALTH_PENDING, QD_HEALTH_PENDING, QD_DAY_NONE },
};

static const struct standing limits[] = {
  { "never", { ABOVE_99 }, 703,
    NAN, NAN, NAN, QD_HEALTH_PENDING, QD_HEALTH_PENDING, 705 },
  { "never/outdated", { ABOVE_99 }, 709,
    0, 1, 0, QD_HEALTH_TOO_EARLY, QD_HEALTH_OUTDATED, 705 },
  { "not-for-a-due-day", { ABOVE_99, READINGS ({ 701, 99.5 }), .checked = 701 }, 703,
    NAN, NAN, NAN, QD_HEALTH_PENDING, QD_HEALTH_PENDING, 705 },
  { "early", { ABOVE_99, READINGS ({ 703, 99.5 }), .checked = 703 }, 703,
    1, 1, 1, QD_HEALTH_TOO_EARLY, QD_HEALTH_TOO_EARLY, 712 },
  { "kept", { ABOVE_99, FIVE_FRIDAYS (99, 99, 100, 100, 100) }, 734,
    1, 1, 1, QD_HEALTH_ON_TRACK, QD_HEALTH_ON_TRACK, 740 },
  { "kept/due", { ABOVE_99, FIVE_FRIDAYS (99, 99, 100, 100, 100) }, 740,
    1, 1, 1, QD_HEALTH_ON_TRACK, QD_HEALTH_ON_TRACK, 740 },
  { "kept/end-of-grace", { ABOVE_99, FIVE_FRIDAYS (99, 99, 100, 100, 100) }, 743,
    1, 1, 1, QD_HEALTH_ON_TRACK, QD_HEALTH_ON_TRACK, 740 },
  { "kept/outdated", { ABOVE_99, FIVE_FRIDAYS (99, 99, 100, 100, 100) }, 744,
    5.0 / 6, 1, 5.0 / 6, QD_HEALTH_BEHIND, QD_HEALTH_OUTDATED, 740 },
  { "kept/for-weeks-outdated", { ABOVE_99, FIVE_FRIDAYS (99, 99, 100, 100, 100) }, 768,
    5.0 / 9, 1, 5.0 / 9, QD_HEALTH_AT_RISK, QD_HEALTH_OUTDATED, 740 },
  /* Silent for two weeks: the second one counts after its grace, too. */
  { "kept/outdated/due-again", { ABOVE_99, FIVE_FRIDAYS (99, 99, 100, 100, 100) }, 747,
    5.0 / 6, 1, 5.0 / 6, QD_HEALTH_BEHIND, QD_HEALTH_OUTDATED, 740 },
  { "kept/outdated/end-of-grace", { ABOVE_99, FIVE_FRIDAYS (99, 99, 100, 100, 100) }, 750,
    5.0 / 6, 1, 5.0 / 6, QD_HEALTH_BEHIND, QD_HEALTH_OUTDATED, 740 },
  { "kept/outdated/grace-is-over", { ABOVE_99, FIVE_FRIDAYS (99, 99, 100, 100, 100) }, 751,
    5.0 / 7, 1, 5.0 / 7, QD_HEALTH_BEHIND, QD_HEALTH_OUTDATED, 740 },
  { "broken-once", { ABOVE_99, FIVE_FRIDAYS (99, 98, 100, 100, 100) }, 734,
    0.8, 1, 0.8, QD_HEALTH_BEHIND, QD_HEALTH_BEHIND, 740 },
  { "broken-twice", { ABOVE_99, FIVE_FRIDAYS (99, 98, 100, 98, 100) }, 734,
    0.6, 1, 0.6, QD_HEALTH_AT_RISK, QD_HEALTH_AT_RISK, 740 },
  { "no-value-once", { ABOVE_99, FIVE_FRIDAYS (99, NAN, 100, 100, 100) }, 734,
    0.8, 1, 0.8, QD_HEALTH_BEHIND, QD_HEALTH_BEHIND, 740 },
  { "aspirational",
    { CYCLE, .commitment = ASPIRATIONAL, AT_LEAST (99),
      FIVE_FRIDAYS (99, 98, 100, 98, 100) }, 734,
    0.6, 1, 6.0 / 7, QD_HEALTH_BEHIND, QD_HEALTH_BEHIND, 740 },
  { "before-cycle-does-not-count",
    { ABOVE_99, READINGS ({ 700, 100 }, { 705, 98 }), .checked = 705 }, 711,
    0, 1, 0, QD_HEALTH_TOO_EARLY, QD_HEALTH_TOO_EARLY, 712 },
  { "before-cycle-does-not-count/for-its-due-day",
    { .first_day = 705, .last_day = 801, .rhythm = QD_RHYTHM_DEFAULT,
      .commitment = COMMITTED, AT_LEAST (99), READINGS ({ 704, 100 }), .checked = 704 }, 709,
    0, 1, 0, QD_HEALTH_TOO_EARLY, QD_HEALTH_OUTDATED, 705 },
  { "first-day-counts",
    { .first_day = 701, .last_day = 801, .rhythm = { 7, 1 }, .commitment = COMMITTED,
      AT_LEAST (99), READINGS ({ 701, 100 }), .checked = 701 }, 707,
    1, 1, 1, QD_HEALTH_TOO_EARLY, QD_HEALTH_TOO_EARLY, 708 },
  { "first-of-a-week-does-not-count",
    { ABOVE_99, READINGS ({ 702, 100 }, { 705, 98 }), .checked = 705 }, 711,
    0, 1, 0, QD_HEALTH_TOO_EARLY, QD_HEALTH_TOO_EARLY, 712 },
  { "last-of-a-week-counts",
    { ABOVE_99, READINGS ({ 702, 98 }, { 708, 100 }), .checked = 708 }, 711,
    1, 1, 1, QD_HEALTH_TOO_EARLY, QD_HEALTH_TOO_EARLY, 712 },
  { "last-value-of-a-week-counts",
    { ABOVE_99, READINGS ({ 702, 98 }, { 705, 100 }, { 706, NAN }), .checked = 706 }, 711,
    1, 1, 1, QD_HEALTH_TOO_EARLY, QD_HEALTH_TOO_EARLY, 712 },
  { "last-of-a-day-counts",
    { ABOVE_99, READINGS ({ 705, 98 }, { 705, 100 }), .checked = 705 }, 711,
    1, 1, 1, QD_HEALTH_TOO_EARLY, QD_HEALTH_TOO_EARLY, 712 },
  { "next-week",
    { ABOVE_99, READINGS ({ 708, 100 }, { 709, 98 }), .checked = 709 }, 711,
    0.5, 1, 0.5, QD_HEALTH_TOO_EARLY, QD_HEALTH_TOO_EARLY, 719 },
  /* Looking often in a good week makes up for no bad one. */
  { "more-than-due/then-broken",
    { ABOVE_99, READINGS ({ 702, 100 }, { 703, 100 }, { 704, 100 }, { 705, 100 }, { 706, 100 },
                          { 712, 98 }, { 719, 98 }, { 726, 98 }), .checked = 726 }, 727,
    0.25, 1, 0.25, QD_HEALTH_AT_RISK, QD_HEALTH_AT_RISK, 733 },
  { "more-than-due/before-broken",
    { ABOVE_99, READINGS ({ 705, 98 }, { 712, 98 }, { 719, 98 }, { 724, 100 }, { 725, 100 },
                          { 726, 100 }), .checked = 726 }, 727,
    0.25, 1, 0.25, QD_HEALTH_AT_RISK, QD_HEALTH_AT_RISK, 733 },
  { "more-than-due",
    { ABOVE_99, READINGS ({ 703, 100 }, { 705, 100 }, { 706, 100 }), .checked = 706 }, 711,
    1, 1, 1, QD_HEALTH_TOO_EARLY, QD_HEALTH_TOO_EARLY, 712 },
  { "daily",
    { .first_day = 701, .last_day = 801, .rhythm = { 1, 1 }, .commitment = COMMITTED,
      AT_LEAST (99), READINGS ({ 701, 99 }, { 702, 99 }, { 703, 98 }, { 704, 99 }),
      .checked = 704 }, 704,
    0.75, 1, 0.75, QD_HEALTH_TOO_EARLY, QD_HEALTH_TOO_EARLY, 705 },
  { "made/before-first-due", { ABOVE_99, .since = 752 }, 760,
    NAN, NAN, NAN, QD_HEALTH_PENDING, QD_HEALTH_PENDING, 761 },
  { "made/first-due",
    { ABOVE_99, .since = 752, READINGS ({ 761, 100 }), .checked = 761 }, 761,
    1, 1, 1, QD_HEALTH_ON_TRACK, QD_HEALTH_ON_TRACK, 768 },
  { "made/later-ones-count",
    { ABOVE_99, .since = 752, READINGS ({ 761, 98 }, { 768, 100 }), .checked = 768 }, 768,
    0.5, 1, 0.5, QD_HEALTH_AT_RISK, QD_HEALTH_AT_RISK, 775 },
  { "made/silent-until-late",
    { ABOVE_99, .since = 752, READINGS ({ 768, 100 }), .checked = 768 }, 768,
    0.5, 1, 0.5, QD_HEALTH_AT_RISK, QD_HEALTH_AT_RISK, 775 },
  { "made/told-before-asked",
    { ABOVE_99, .since = 753, READINGS ({ 754, 98 }), .checked = 754 }, 754,
    0, 1, 0, QD_HEALTH_AT_RISK, QD_HEALTH_AT_RISK, 761 },
  { "made/told-for-last-before-asked",
    { ABOVE_99, .since = 795, READINGS ({ 796, 100 }), .checked = 796 }, 796,
    1, 1, 1, QD_HEALTH_ON_TRACK, QD_HEALTH_ON_TRACK, QD_DAY_NONE },
  { "made/asked-for-none-told-none", { ABOVE_99, .since = 795 }, 801,
    NAN, NAN, NAN, QD_HEALTH_PENDING, QD_HEALTH_PENDING, QD_DAY_NONE },
  { "made/outdated", { ABOVE_99, .since = 752 }, 765,
    0, 1, 0, QD_HEALTH_AT_RISK, QD_HEALTH_OUTDATED, 761 },
  { "no-limit",
    { CYCLE, .commitment = COMMITTED, AT_LEAST (NAN), FIVE_FRIDAYS (1, 2, 3, 4, 5) }, 734,
    NAN, 1, NAN, QD_HEALTH_PENDING, QD_HEALTH_PENDING, 740 },
  { "at-most",
    { CYCLE, .commitment = COMMITTED, .metric = QD_METRIC_AT_MOST, .target = 3,
      .upper = NAN, FIVE_FRIDAYS (1, 2, 3, 4, 5) }, 734,
    0.6, 1, 0.6, QD_HEALTH_AT_RISK, QD_HEALTH_AT_RISK, 740 },
  { "within",
    { CYCLE, .commitment = COMMITTED, .metric = QD_METRIC_WITHIN, .target = 2,
      .upper = 4, FIVE_FRIDAYS (1, 2, 3, 4, 4) }, 734,
    0.8, 1, 0.8, QD_HEALTH_BEHIND, QD_HEALTH_BEHIND, 740 },
  { "within/no-upper-limit",
    { CYCLE, .commitment = COMMITTED, .metric = QD_METRIC_WITHIN, .target = 2,
      .upper = NAN, FIVE_FRIDAYS (1, 2, 3, 4, 4) }, 734,
    NAN, 1, NAN, QD_HEALTH_PENDING, QD_HEALTH_PENDING, 740 },
  { "kept/day-before-last",
    { MONTHLY_ABOVE_99, READINGS ({ 705, 99 }, { 735, 99 }, { 765, 99 }, { 795, 99 }),
      .checked = 795 }, 800,
    1, 1, 1, QD_HEALTH_ON_TRACK, QD_HEALTH_ON_TRACK, QD_DAY_NONE },
  { "kept/last-day",
    { MONTHLY_ABOVE_99, READINGS ({ 705, 99 }, { 735, 99 }, { 765, 99 }, { 795, 99 }),
      .checked = 795 }, 801,
    1, 1, 1, QD_HEALTH_COMPLETE, QD_HEALTH_COMPLETE, QD_DAY_NONE },
  { "broken/last-day",
    { MONTHLY_ABOVE_99, READINGS ({ 705, 99 }, { 735, 98 }, { 765, 99 }, { 795, 99 }),
      .checked = 795 }, 801,
    0.75, 1, 0.75, QD_HEALTH_BEHIND, QD_HEALTH_BEHIND, QD_DAY_NONE },
  { "last-one-early",
    { MONTHLY_ABOVE_99, READINGS ({ 705, 99 }, { 735, 98 }, { 765, 99 }, { 790, 99 }),
      .checked = 790 }, 791,
    0.75, 1, 0.75, QD_HEALTH_BEHIND, QD_HEALTH_BEHIND, QD_DAY_NONE },
  { "closed/outdated",
    { ABOVE_99, FIVE_FRIDAYS (99, 99, 100, 100, 100), .closed = TRUE }, 768,
    5.0 / 9, 1, 5.0 / 9, QD_HEALTH_AT_RISK, QD_HEALTH_CLOSED, QD_DAY_NONE },
  { "no-cycle", { .commitment = COMMITTED, AT_LEAST (99), FIVE_FRIDAYS (99, 99, 99, 99, 99) },
    734,
    NAN, NAN, NAN, QD_HEALTH_PENDING, QD_HEALTH_PENDING, QD_DAY_NONE },
};

static const struct standing others[] = {
  { "milestones/never", { MILESTONES (2, 5) }, 703,
    0.4, 0.02, 20, QD_HEALTH_TOO_EARLY, QD_HEALTH_TOO_EARLY, 705 },
  { "milestones/never/done", { MILESTONES (5, 5) }, 703,
    1, 0.02, 50, QD_HEALTH_COMPLETE, QD_HEALTH_COMPLETE, 705 },
  { "milestones/never/outdated", { MILESTONES (2, 5) }, 709,
    0.4, 0.08, 5, QD_HEALTH_TOO_EARLY, QD_HEALTH_OUTDATED, 705 },
  { "milestones/behind", { MILESTONES (2, 5), .checked = 747 }, 751,
    0.4, 0.5, 0.8, QD_HEALTH_BEHIND, QD_HEALTH_BEHIND, 754 },
  { "milestones/values-do-not-count",
    { MILESTONES (2, 5), READINGS ({ 747, 5 }), .checked = 747, PHASES ({ 750, 1 }) }, 751,
    0.4, 0.5, 0.8, QD_HEALTH_BEHIND, QD_HEALTH_BEHIND, 754 },
  { "milestones/none", { MILESTONES (0, 0), .checked = 747 }, 751,
    NAN, 0.5, NAN, QD_HEALTH_PENDING, QD_HEALTH_PENDING, 754 },
  { "yes-no/unsaid", { YES_NO, .checked = 747 }, 751,
    NAN, 0.5, NAN, QD_HEALTH_PENDING, QD_HEALTH_PENDING, 754 },
  { "yes-no/no", { YES_NO, READINGS ({ 747, 0 }), .checked = 747 }, 751,
    0, 0.5, 0, QD_HEALTH_AT_RISK, QD_HEALTH_AT_RISK, 754 },
  { "yes-no/yes", { YES_NO, READINGS ({ 740, 0 }, { 747, 1 }), .checked = 747 }, 751,
    1, 0.5, 2, QD_HEALTH_COMPLETE, QD_HEALTH_COMPLETE, 754 },
  { "none", { CYCLE, .metric = QD_METRIC_NONE, READINGS ({ 747, 5 }), .checked = 747 }, 751,
    NAN, NAN, NAN, QD_HEALTH_PENDING, QD_HEALTH_PENDING, 754 },
  { "none/outdated", { CYCLE, .metric = QD_METRIC_NONE }, 751,
    NAN, NAN, NAN, QD_HEALTH_PENDING, QD_HEALTH_OUTDATED, 705 },
};

/* Days and roles only. */
static const struct flags
{
  const char *name;
  QdFacts facts;
  QdDay today;
  gboolean is_due;
  gboolean outdated;
  gboolean stuck;
} flags[] = {
  { "fresh", { CYCLE, .checked = 747 }, 751, FALSE, FALSE, FALSE },
  { "day-before-due", { CYCLE, .checked = 747 }, 753, FALSE, FALSE, FALSE },
  { "due", { CYCLE, .checked = 747 }, 754, TRUE, FALSE, FALSE },
  { "end-of-grace", { CYCLE, .checked = 747 }, 757, TRUE, FALSE, FALSE },
  { "outdated", { CYCLE, .checked = 747 }, 758, TRUE, TRUE, FALSE },
  { "outdated/closed", { CYCLE, .checked = 747, .closed = TRUE }, 758, FALSE, FALSE, FALSE },
  { "none-left", { CYCLE, .checked = 796 }, 900, FALSE, FALSE, FALSE },
  { "third-week", { CYCLE, .checked = 719, .role = QD_COLUMN_NOT_STARTED }, 721,
    FALSE, FALSE, FALSE },
  { "stuck", { CYCLE, .checked = 719, .role = QD_COLUMN_NOT_STARTED }, 722,
    FALSE, FALSE, TRUE },
  { "stuck/made-later", { CYCLE, .since = 752, .role = QD_COLUMN_NOT_STARTED }, 772,
    TRUE, TRUE, FALSE },
  { "stuck/made-long-ago", { CYCLE, .since = 752, .role = QD_COLUMN_NOT_STARTED }, 773,
    TRUE, TRUE, TRUE },
  { "stuck/outdated", { CYCLE, .role = QD_COLUMN_NOT_STARTED }, 722, TRUE, TRUE, TRUE },
  { "stuck/closed", { CYCLE, .checked = 719, .role = QD_COLUMN_NOT_STARTED, .closed = TRUE },
    722, FALSE, FALSE, FALSE },
  { "started", { CYCLE, .checked = 719, .role = QD_COLUMN_IN_PROGRESS }, 722,
    FALSE, FALSE, FALSE },
  { "complete", { FROM_0_TO_100, READINGS ({ 747, 100 }), .checked = 747,
                  .role = QD_COLUMN_COMPLETE }, 758, FALSE, FALSE, FALSE },
  { "complete/elsewhere", { FROM_0_TO_100, READINGS ({ 747, 100 }), .checked = 747,
                            .role = QD_COLUMN_IN_PROGRESS }, 758, TRUE, TRUE, FALSE },
  { "complete/below", { FROM_0_TO_100, READINGS ({ 747, 99 }), .checked = 747,
                        .role = QD_COLUMN_COMPLETE }, 758, TRUE, TRUE, FALSE },
};

#define RISING READINGS ({ 719, 10 }, { 726, 20 }, { 733, 30 }, { 740, 40 })
#define FALLING READINGS ({ 719, 60 }, { 726, 50 }, { 733, 40 }, { 740, 30 })

static const struct ahead
{
  const char *name;
  QdFacts facts;
  QdDay today;
  double landing;
  double weekly;
  double required;
} aheads[] = {
  { "change", { FROM_0_TO_100, RISING }, 745, 890.0 / 7, 10, 7.5 },
  { "change/last-day", { FROM_0_TO_100, RISING }, 801, 890.0 / 7, 10, NAN },
  { "change/first-day", { FROM_0_TO_100, READINGS ({ 690, 40 }) }, 701, NAN, NAN, 4.2 },
  { "change/before-cycle", { FROM_0_TO_100, READINGS ({ 690, 40 }) }, 600, NAN, NAN, 4.2 },
  { "change/also-before", { FROM_0_TO_100, READINGS ({ 686, 900 }, { 700, 500 }, { 719, 10 },
                                                     { 726, 20 }, { 733, 30 }, { 740, 40 }) },
    745, 890.0 / 7, 10, 7.5 },
  { "change/mostly-before", { FROM_0_TO_100, READINGS ({ 680, 1 }, { 686, 9 }, { 700, 5 },
                                                       { 740, 40 }) }, 745, NAN, NAN, 7.5 },
  { "change/few-readings", { FROM_0_TO_100, READINGS ({ 740, 40 }) }, 745, NAN, NAN, 7.5 },
  { "change/last-without-value", { FROM_0_TO_100, READINGS ({ 740, 40 }, { 747, NAN }) }, 745,
    NAN, NAN, 7.5 },
  { "change/never", { FROM_0_TO_100 }, 745, NAN, NAN, NAN },
  { "change/reached", { FROM_0_TO_100, READINGS ({ 740, 100 }) }, 745, NAN, NAN, NAN },
  { "change/nearly", { FROM_0_TO_100, READINGS ({ 740, 95 }) }, 745, NAN, NAN, 0.625 },
  { "change/nearly-exact", { FROM_0_TO_100, READINGS ({ 740, 100 - 1e-10 }) }, 745,
    NAN, NAN, NAN },
  { "change/exceeded", { FROM_0_TO_100, READINGS ({ 740, 150 }) }, 745, NAN, NAN, NAN },
  { "change/exceeded/down", { CYCLE, CHANGE (30, 10), READINGS ({ 740, 5 }) }, 745,
    NAN, NAN, NAN },
  { "change/no-baseline", { CYCLE, CHANGE (NAN, 100), READINGS ({ 740, 40 }) }, 745,
    NAN, NAN, 7.5 },
  { "at-least", { ABOVE_99, RISING }, 745, 890.0 / 7, 10, NAN },
  { "at-most", { CYCLE, .metric = QD_METRIC_AT_MOST, RISING }, 745, 890.0 / 7, 10, NAN },
  { "within", { CYCLE, .metric = QD_METRIC_WITHIN, RISING }, 745, 890.0 / 7, 10, NAN },
  { "change/none-left", { CYCLE, CHANGE (50, 20), FALLING }, 745, 0, -10, -1.25 },
  { "change/away-from-target", { CYCLE, CHANGE (50, 90), FALLING }, 745, 0, -10, 7.5 },
  { "change/below-zero", { CYCLE, CHANGE (50, -90), FALLING }, 745, -400.0 / 7, -10, -15 },
  { "change/once-below-zero", { CYCLE, CHANGE (50, 90), READINGS ({ 690, -10 }, { 719, 60 },
                                                                { 726, 50 }, { 733, 40 },
                                                                { 740, 30 }) },
    745, -400.0 / 7, -10, 7.5 },
  { "at-most/none-left", { CYCLE, .metric = QD_METRIC_AT_MOST, .target = 5, FALLING }, 745,
    0, -10, NAN },
  { "milestones", { MILESTONES (2, 5), RISING }, 745, NAN, NAN, NAN },
  { "yes-no", { YES_NO, RISING }, 745, NAN, NAN, NAN },
  { "none", { CYCLE, .metric = QD_METRIC_NONE, RISING }, 745, NAN, NAN, NAN },
};

/* Into memory that nobody has cleared. */
static void
get_standing (const QdFacts *facts,
              QdDay          today,
              QdStanding    *standing)
{
  memset (standing, 0x5a, sizeof *standing);
  qd_standing_of (facts, today, standing);
}

static void
test_standing (gconstpointer data)
{
  const struct standing *c = data;
  QdStanding standing;

  get_standing (&c->facts, c->today, &standing);

  assert_figure (standing.progress, c->progress);
  assert_figure (standing.expected, c->expected);
  assert_figure (standing.ratio, c->ratio);
  g_assert_cmpint (standing.suggested, ==, c->suggested);
  g_assert_cmpint (standing.health, ==, c->health);
  g_assert_cmpuint (standing.due, ==, c->due);
}

static void
test_flags (gconstpointer data)
{
  const struct flags *c = data;
  QdStanding standing;

  get_standing (&c->facts, c->today, &standing);

  g_assert_cmpint (standing.is_due, ==, c->is_due);
  g_assert_cmpint (standing.outdated, ==, c->outdated);
  g_assert_cmpint (standing.stuck, ==, c->stuck);
}

static void
test_ahead (gconstpointer data)
{
  const struct ahead *c = data;
  QdStanding standing;

  get_standing (&c->facts, c->today, &standing);

  assert_figure (standing.landing, c->landing);
  assert_figure (standing.weekly, c->weekly);
  assert_figure (standing.required, c->required);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES ("/method/standing/change/", changes, test_standing);
  ADD_CASES ("/method/standing/limit/", limits, test_standing);
  ADD_CASES ("/method/standing/other/", others, test_standing);
  ADD_CASES ("/method/standing/flags/", flags, test_flags);
  ADD_CASES ("/method/standing/ahead/", aheads, test_ahead);

  return g_test_run ();
}
