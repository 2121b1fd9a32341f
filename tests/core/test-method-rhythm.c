/* When check-ins are due: case by case, against the calendar of GLib, and against
 * the same rule told in another way.
 *
 * Day 701 is a Monday, so the Fridays from there on are 705, 712, 719, and so on.
 */

#include "config.h"

#include "method/qd-rhythm.h"
#include "method-cases.h"

#define WEEKLY { 7, 5 }

static const struct due
{
  const char *name;
  QdRhythm rhythm;
  QdDay first_day;
  QdDay last_day;
  QdDay checked;
  QdDay due;
  QdDay since;
} dues[] = {
  { "never", WEEKLY, 701, 801, QD_DAY_NONE, 705 },
  { "before-cycle", WEEKLY, 701, 801, 700, 705 },
  { "cycle-begins-on-weekday", WEEKLY, 705, 801, QD_DAY_NONE, 705 },
  { "cycle-begins-day-after", WEEKLY, 706, 801, QD_DAY_NONE, 712 },
  { "first-day", WEEKLY, 701, 801, 701, 705 },
  { "nearer-to-the-week-before", WEEKLY, 706, 801, 708, 712 },
  { "early", WEEKLY, 701, 801, 702, 712 },
  { "on-the-day", WEEKLY, 701, 801, 705, 712 },
  { "day-late", WEEKLY, 701, 801, 706, 712 },
  { "three-days-late", WEEKLY, 701, 801, 708, 712 },
  { "for-the-next", WEEKLY, 701, 801, 709, 719 },
  { "on-the-next", WEEKLY, 701, 801, 712, 719 },
  { "weeks-later", WEEKLY, 701, 801, 740, 747 },
  { "last-but-one", WEEKLY, 701, 796, 789, 796 },
  { "none-left", WEEKLY, 701, 795, 789, QD_DAY_NONE },
  { "last", WEEKLY, 701, 801, 796, QD_DAY_NONE },
  { "after-cycle", WEEKLY, 701, 801, 900, QD_DAY_NONE },
  { "none-in-cycle", WEEKLY, 701, 704, QD_DAY_NONE, QD_DAY_NONE },
  { "one-day", WEEKLY, 705, 705, QD_DAY_NONE, 705 },
  { "one-day/checked-in", WEEKLY, 705, 705, 705, QD_DAY_NONE },
  { "one-day/other-weekday", WEEKLY, 704, 704, QD_DAY_NONE, QD_DAY_NONE },
  { "no-cycle", WEEKLY, QD_DAY_NONE, QD_DAY_NONE, 705, QD_DAY_NONE },
  { "no-first-day", WEEKLY, QD_DAY_NONE, 801, QD_DAY_NONE, QD_DAY_NONE },
  { "no-last-day", WEEKLY, 701, QD_DAY_NONE, QD_DAY_NONE, QD_DAY_NONE },
  { "monday", { 7, 1 }, 701, 801, QD_DAY_NONE, 701 },
  { "sunday", { 7, 7 }, 701, 801, QD_DAY_NONE, 707 },
  { "no-weekday", { 7, 0 }, 701, 801, QD_DAY_NONE, 705 },
  { "no-such-weekday", { 7, 8 }, 701, 801, QD_DAY_NONE, 705 },
  { "daily", { 1, 1 }, 701, 801, QD_DAY_NONE, 701 },
  { "daily/first-day", { 1, 1 }, 701, 801, 701, 702 },
  { "daily/on-the-day", { 1, 1 }, 701, 801, 717, 718 },
  { "no-cadence", { 0, 1 }, 701, 801, 717, 718 },
  { "every-other-day/on-the-day", { 2, 1 }, 701, 801, 703, 705 },
  { "every-other-day/day-late", { 2, 1 }, 701, 801, 704, 707 },
  { "three-days/day-late", { 3, 1 }, 701, 801, 705, 707 },
  { "three-days/two-days-late", { 3, 1 }, 701, 801, 706, 710 },
  { "five-days/two-days-late", { 5, 1 }, 701, 801, 708, 711 },
  { "five-days/three-days-late", { 5, 1 }, 701, 801, 709, 716 },
  { "two-weeks/three-days-late", { 14, 5 }, 701, 801, 708, 719 },
  { "two-weeks/four-days-late", { 14, 5 }, 701, 801, 709, 733 },
  { "longer-than-cycle", { 365, 5 }, 701, 801, QD_DAY_NONE, 705 },
  { "longer-than-cycle/checked-in", { 365, 5 }, 701, 801, 705, QD_DAY_NONE },
  { "endless-cadence", { G_MAXUINT, 5 }, 701, 801, 705, QD_DAY_NONE },
  { "made/before-cycle", WEEKLY, 701, 801, QD_DAY_NONE, 705, 650 },
  { "made/first-day", WEEKLY, 701, 801, QD_DAY_NONE, 705, 701 },
  { "made/grace-before-first", WEEKLY, 701, 801, QD_DAY_NONE, 712, 702 },
  { "made/grace-before-first/before-cycle", WEEKLY, 705, 801, QD_DAY_NONE, 712, 702 },
  { "made/on-the-day", WEEKLY, 701, 801, QD_DAY_NONE, 712, 705 },
  { "made/day-late", WEEKLY, 701, 801, QD_DAY_NONE, 712, 706 },
  { "made/three-days-late", WEEKLY, 701, 801, QD_DAY_NONE, 712, 708 },
  { "made/four-days-late", WEEKLY, 701, 801, QD_DAY_NONE, 719, 709 },
  { "made/in-week-8", WEEKLY, 701, 801, QD_DAY_NONE, 761, 752 },
  { "made/too-late", WEEKLY, 701, 801, QD_DAY_NONE, QD_DAY_NONE, 794 },
  { "made/after-cycle", WEEKLY, 701, 801, QD_DAY_NONE, QD_DAY_NONE, 900 },
  { "made/checked-before-cycle", WEEKLY, 701, 801, 650, 754, 750 },
  { "made/checked", WEEKLY, 701, 801, 754, 761, 750 },
  { "made/two-weeks", { 14, 5 }, 701, 801, QD_DAY_NONE, 719, 712 },
  { "made/two-weeks/four-days-before", { 14, 5 }, 701, 801, QD_DAY_NONE, 719, 715 },
  { "made/two-weeks/three-days-before", { 14, 5 }, 701, 801, QD_DAY_NONE, 733, 716 },
  { "made/daily", { 1, 1 }, 701, 801, QD_DAY_NONE, 711, 710 },
  { "made/three-days", { 3, 1 }, 701, 801, QD_DAY_NONE, 713, 710 },
  { "made/on-no-day", WEEKLY, 701, 801, QD_DAY_NONE, QD_DAY_NONE, G_MAXUINT32 },
  { "checked-on-no-day", WEEKLY, 701, 801, G_MAXUINT32, QD_DAY_NONE },
};

/* Which due day a check-in counts for. */
static const struct due answers[] = {
  { "before-cycle", WEEKLY, 701, 801, 700, QD_DAY_NONE },
  { "before-cycle/nearest", WEEKLY, 705, 801, 704, QD_DAY_NONE },
  { "too-early-for-first", WEEKLY, 701, 801, 701, QD_DAY_NONE },
  { "early", WEEKLY, 701, 801, 702, 705 },
  { "on-the-day", WEEKLY, 701, 801, 705, 705 },
  { "three-days-late", WEEKLY, 701, 801, 708, 705 },
  { "early-for-next", WEEKLY, 701, 801, 709, 712 },
  { "on-the-next", WEEKLY, 701, 801, 712, 712 },
  { "late-for-last", WEEKLY, 701, 801, 799, 796 },
  { "none-left", WEEKLY, 701, 801, 800, QD_DAY_NONE },
  { "last-day-is-due", WEEKLY, 701, 803, 800, 803 },
  { "after-cycle/late-for-last", WEEKLY, 701, 803, 806, 803 },
  { "after-cycle", WEEKLY, 701, 801, 900, QD_DAY_NONE },
  { "daily", { 1, 1 }, 701, 801, 717, 717 },
  { "no-cadence", { 0, 1 }, 701, 801, 717, 717 },
  { "three-days/day-late", { 3, 1 }, 701, 801, 705, 704 },
  { "three-days/early", { 3, 1 }, 701, 801, 706, 707 },
  { "two-weeks/three-days-late", { 14, 5 }, 701, 801, 708, 705 },
  { "two-weeks/early", { 14, 5 }, 701, 801, 709, 719 },
  { "endless-cadence", { G_MAXUINT, 5 }, 701, 801, 705, 705 },
  { "no-cycle", WEEKLY, QD_DAY_NONE, QD_DAY_NONE, 705, QD_DAY_NONE },
  { "no-last-day", WEEKLY, 701, QD_DAY_NONE, 705, QD_DAY_NONE },
  { "unchecked", WEEKLY, 701, 801, QD_DAY_NONE, QD_DAY_NONE },
};

static const struct count
{
  const char *name;
  QdRhythm rhythm;
  QdDay first_day;
  QdDay last_day;
  QdDay today;
  guint n;
} counts[] = {
  { "before-cycle", WEEKLY, 701, 801, 650, 0 },
  { "day-before-first", WEEKLY, 701, 801, 704, 0 },
  { "first", WEEKLY, 701, 801, 705, 1 },
  { "day-before-second", WEEKLY, 701, 801, 711, 1 },
  { "second", WEEKLY, 701, 801, 712, 2 },
  { "last-day", WEEKLY, 701, 801, 801, 14 },
  { "last-day-is-due", WEEKLY, 701, 803, 803, 15 },
  { "after-cycle", WEEKLY, 701, 801, 900, 14 },
  { "none-in-cycle", WEEKLY, 701, 704, 900, 0 },
  { "one-day", WEEKLY, 705, 705, 900, 1 },
  { "daily", { 1, 1 }, 701, 801, 710, 10 },
  { "no-cadence", { 0, 1 }, 701, 801, 710, 10 },
  { "two-weeks", { 14, 5 }, 701, 801, 733, 3 },
  { "endless-cadence", { G_MAXUINT, 5 }, 701, 801, 801, 1 },
  { "no-first-day", WEEKLY, QD_DAY_NONE, 801, 801, 0 },
  { "no-last-day", WEEKLY, 701, QD_DAY_NONE, 801, 0 },
  { "from-a-due-day", { 14, 5 }, 719, 801, 733, 2 },
};

static const struct outdated
{
  const char *name;
  QdDay due;
  QdDay today;
  gboolean outdated;
} outdateds[] = {
  { "before", 705, 700, FALSE },
  { "due", 705, 705, FALSE },
  { "end-of-grace", 705, 708, FALSE },
  { "grace-is-over", 705, 709, TRUE },
  { "long-ago", 705, 900, TRUE },
  { "none-due", QD_DAY_NONE, 900, FALSE },
};

static const struct stuck
{
  const char *name;
  QdColumnRole role;
  QdDay first_day;
  QdDay today;
  gboolean stuck;
  QdDay since;
} stucks[] = {
  { "before-cycle", QD_COLUMN_NOT_STARTED, 701, 600, FALSE },
  { "first-day", QD_COLUMN_NOT_STARTED, 701, 701, FALSE },
  { "third-week", QD_COLUMN_NOT_STARTED, 701, 721, FALSE },
  { "fourth-week", QD_COLUMN_NOT_STARTED, 701, 722, TRUE },
  { "last-weeks", QD_COLUMN_NOT_STARTED, 701, 790, TRUE },
  { "in-progress", QD_COLUMN_IN_PROGRESS, 701, 790, FALSE },
  { "at-risk", QD_COLUMN_AT_RISK, 701, 790, FALSE },
  { "complete", QD_COLUMN_COMPLETE, 701, 790, FALSE },
  { "other", QD_COLUMN_OTHER, 701, 790, FALSE },
  { "no-cycle", QD_COLUMN_NOT_STARTED, QD_DAY_NONE, 790, FALSE },
  { "no-cycle/made", QD_COLUMN_NOT_STARTED, QD_DAY_NONE, 790, FALSE, 700 },
  { "made/before-cycle", QD_COLUMN_NOT_STARTED, 701, 722, TRUE, 600 },
  { "made/today", QD_COLUMN_NOT_STARTED, 701, 752, FALSE, 752 },
  { "made/third-week", QD_COLUMN_NOT_STARTED, 701, 772, FALSE, 752 },
  { "made/fourth-week", QD_COLUMN_NOT_STARTED, 701, 773, TRUE, 752 },
};

static void
test_due (gconstpointer data)
{
  const struct due *c = data;

  g_assert_cmpuint (qd_rhythm_get_due (&c->rhythm, c->first_day, c->last_day, c->since,
                                       c->checked), ==, c->due);
}

static void
test_answered (gconstpointer data)
{
  const struct due *c = data;

  g_assert_cmpuint (qd_rhythm_get_answered (&c->rhythm, c->first_day, c->last_day,
                                            c->checked), ==, c->due);
}

static void
test_count (gconstpointer data)
{
  const struct count *c = data;

  g_assert_cmpuint (qd_rhythm_count_due (&c->rhythm, c->first_day, c->last_day, c->today), ==,
                    c->n);
}

static void
test_outdated (gconstpointer data)
{
  const struct outdated *c = data;

  g_assert_cmpint (qd_rhythm_is_outdated (c->due, c->today), ==, c->outdated);
}

static void
test_stuck (gconstpointer data)
{
  const struct stuck *c = data;

  g_assert_cmpint (qd_rhythm_is_stuck (c->role, c->first_day, c->since, c->today), ==, c->stuck);
}

/* Nothing said, it is Friday every week. */
static void
test_default (void)
{
  QdRhythm rhythm = QD_RHYTHM_DEFAULT;

  g_assert_cmpuint (rhythm.cadence, ==, 7);
  g_assert_cmpuint (rhythm.weekday, ==, G_DATE_FRIDAY);
}

static void
test_calendar (void)
{
  QdDay from = qd_day_new (2026, 12, 20);
  GDate date;

  g_date_clear (&date, 1);
  for (QdDay first_day = from; first_day < from + 400; first_day++)
    for (guint weekday = G_DATE_MONDAY; weekday <= G_DATE_SUNDAY; weekday++)
      {
        QdRhythm rhythm = { 7, weekday };
        QdDay due = qd_rhythm_get_due (&rhythm, first_day, first_day + 100, QD_DAY_NONE,
                                       QD_DAY_NONE);

        g_date_set_julian (&date, due);
        g_assert_cmpint (g_date_get_weekday (&date), ==, weekday);
        g_assert_cmpuint (due, >=, first_day);
        g_assert_cmpuint (due, <, first_day + 7);
      }
}

/* Goes through the due days one by one, from some before the cycle, to the one that
 * the check-in still counts for. */
static QdDay
walk_to_due (const QdRhythm *rhythm,
             QdDay           first_due,
             QdDay           last_day,
             QdDay           checked)
{
  QdDay due = first_due - 10 * rhythm->cadence;
  guint slack = 0;

  /* As late as counts, yet nearer to this due day than to the next. */
  while (slack < 3 && slack + 1 < rhythm->cadence - slack - 1)
    slack++;

  while (due + slack < checked)
    due += rhythm->cadence;
  due += rhythm->cadence;

  return MAX (due, first_due) <= last_day ? MAX (due, first_due) : QD_DAY_NONE;
}

static void
test_walk (void)
{
  for (guint cadence = 1; cadence <= 30; cadence++)
    for (guint weekday = G_DATE_MONDAY; weekday <= G_DATE_SUNDAY; weekday++)
      {
        QdRhythm rhythm = { cadence, weekday };
        guint n_due = 0;

        for (QdDay day = 701; day <= 791; day++)
          {
            QdDay first_due = 700 + weekday;

            n_due += day >= first_due && (day - first_due) % cadence == 0;
            g_assert_cmpuint (qd_rhythm_count_due (&rhythm, 701, 791, day), ==, n_due);
            g_assert_cmpuint (qd_rhythm_get_due (&rhythm, 701, 791, QD_DAY_NONE, day), ==,
                              walk_to_due (&rhythm, first_due, 791, day));
          }
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES ("/method/rhythm/due/", dues, test_due);
  ADD_CASES ("/method/rhythm/answered/", answers, test_answered);
  ADD_CASES ("/method/rhythm/count/", counts, test_count);
  ADD_CASES ("/method/rhythm/outdated/", outdateds, test_outdated);
  ADD_CASES ("/method/rhythm/stuck/", stucks, test_stuck);
  g_test_add_func ("/method/rhythm/default", test_default);
  g_test_add_func ("/method/rhythm/calendar", test_calendar);
  g_test_add_func ("/method/rhythm/walk", test_walk);

  return g_test_run ();
}
