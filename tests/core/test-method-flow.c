/* How cards go over a board, and how it keeps up with its check-ins: case by case, over
 * leap days, changes of the clock, and cycles that begin on any weekday.
 */

#include "config.h"

#include <string.h>
#include <time.h>

#include "method/qd-flow.h"
#include "method/qd-streak.h"
#include "method-cases.h"

/* Fridays are 705, 712, 719, …; as in test-method-rhythm.c, 701 is a Monday. */
#define FIRST 701u
#define LAST 791u

#define MAX_STAYS 8

/* A stay in days; 0 for still. The hour is one in the afternoon. */
typedef struct
{
  gint64 card;
  gint64 column;
  QdColumnRole role;
  QdDay from;
  QdDay until;
} DayStay;

#define NOT_STARTED 10, QD_COLUMN_NOT_STARTED
#define IN_PROGRESS 20, QD_COLUMN_IN_PROGRESS
#define AT_RISK 30, QD_COLUMN_AT_RISK
#define BLOCKED 31, QD_COLUMN_AT_RISK
#define COMPLETE 40, QD_COLUMN_COMPLETE
#define OTHER 50, QD_COLUMN_OTHER

/* In the time zone of the person, whatever the clock did before. */
static gint64
get_instant (QdDay day,
             guint hour)
{
  struct tm tm = { .tm_hour = (int) hour, .tm_isdst = -1 };
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  tm.tm_year = g_date_get_year (&date) - 1900;
  tm.tm_mon = (int) g_date_get_month (&date) - 1;
  tm.tm_mday = g_date_get_day (&date);

  return (gint64) mktime (&tm) * 1000;
}

static gsize
convert (const DayStay *days,
         QdStay        *stays)
{
  gsize n = 0;

  for (; n < MAX_STAYS && days[n].card != 0; n++)
    stays[n] = (QdStay) {
      days[n].card, days[n].column, days[n].role, get_instant (days[n].from, 13),
      days[n].until != 0 ? get_instant (days[n].until, 13) : QD_STAY_STILL,
    };

  return n;
}

/* "3/2.5/9@1": how many, the middle, the longest, and whose that is. */
static const struct flow
{
  const char *name;
  DayStay stays[MAX_STAYS];
  const char *waited;
  const char *waiting;
  const char *recovered;
  const char *at_risk;
  const char *ages; /* "card:days" */
} flows[] = {
  { "nothing", { { 0 } }, "", "", "", "", "" },
  { "waits", { { 1, NOT_STARTED, 701, 0 } }, "", "1/30/30@1", "", "", "1:30" },
  { "left", { { 1, NOT_STARTED, 701, 710 }, { 1, IN_PROGRESS, 710, 0 } },
    "1/9/9@1", "", "", "", "1:21" },
  { "left-on-the-day", { { 1, NOT_STARTED, 701, 701 }, { 1, IN_PROGRESS, 701, 0 } },
    "1/0/0@1", "", "", "", "1:30" },
  { "two",
    { { 1, NOT_STARTED, 701, 710 }, { 1, IN_PROGRESS, 710, 0 }, { 2, NOT_STARTED, 701, 720 },
      { 2, COMPLETE, 720, 0 } },
    "2/14/19@2", "", "", "", "1:21 2:11" },
  { "half-days",
    { { 1, NOT_STARTED, 701, 710 }, { 1, IN_PROGRESS, 710, 0 }, { 2, NOT_STARTED, 701, 711 },
      { 2, COMPLETE, 711, 0 } },
    "2/9.5/10@2", "", "", "", "1:21 2:20" },
  { "three",
    { { 1, NOT_STARTED, 701, 702 }, { 1, OTHER, 702, 0 }, { 2, NOT_STARTED, 701, 730 },
      { 2, COMPLETE, 730, 0 }, { 3, NOT_STARTED, 701, 704 }, { 3, AT_RISK, 704, 0 } },
    "3/3/29@2", "", "", "1/27/27@3", "1:29 3:27 2:1" },
  { "only-the-first-time",
    { { 1, NOT_STARTED, 701, 703 }, { 1, IN_PROGRESS, 703, 705 }, { 1, NOT_STARTED, 705, 720 },
      { 1, IN_PROGRESS, 720, 0 } },
    "1/2/2@1", "", "", "", "1:11" },
  { "back-in-not-started",
    { { 1, NOT_STARTED, 701, 703 }, { 1, IN_PROGRESS, 703, 705 }, { 1, NOT_STARTED, 705, 0 } },
    "1/2/2@1", "", "", "", "1:26" },
  { "put-away-and-back",
    { { 1, NOT_STARTED, 701, 703 }, { 1, NOT_STARTED, 713, 715 }, { 1, IN_PROGRESS, 715, 0 } },
    "1/4/4@1", "", "", "", "1:16" },
  { "put-away", { { 1, NOT_STARTED, 701, 703 } }, "", "", "", "", "" },
  { "put-away-and-back/age", { { 1, IN_PROGRESS, 701, 703 }, { 1, IN_PROGRESS, 729, 0 } },
    "", "", "", "", "1:4" },
  { "recovered", { { 1, AT_RISK, 701, 712 }, { 1, IN_PROGRESS, 712, 0 } },
    "", "", "1/11/11@1", "", "1:19" },
  { "recovered-at-once", { { 1, AT_RISK, 701, 712 }, { 1, COMPLETE, 712, 0 } },
    "", "", "1/11/11@1", "", "1:19" },
  { "two-spells",
    { { 1, AT_RISK, 701, 704 }, { 1, IN_PROGRESS, 704, 705 }, { 1, AT_RISK, 705, 710 },
      { 1, COMPLETE, 710, 0 } },
    "", "", "2/4/5@1", "", "1:21" },
  { "two-columns-at-risk",
    { { 1, AT_RISK, 701, 704 }, { 1, BLOCKED, 704, 710 }, { 1, IN_PROGRESS, 710, 0 } },
    "", "", "1/9/9@1", "", "1:21" },
  { "at-risk/two-columns", { { 1, AT_RISK, 701, 704 }, { 1, BLOCKED, 704, 0 } },
    "", "", "", "1/30/30@1", "1:27" },
  { "given-up", { { 1, AT_RISK, 701, 704 }, { 1, NOT_STARTED, 704, 0 } },
    "", "1/27/27@1", "", "", "1:27" },
  { "at-risk/other", { { 1, AT_RISK, 701, 704 }, { 1, OTHER, 704, 0 } },
    "", "", "", "", "1:27" },
  { "at-risk/put-away", { { 1, AT_RISK, 701, 704 } }, "", "", "", "", "" },
  { "clock-was-fast", { { 1, AT_RISK, 750, 0 } }, "", "", "", "1/0/0@1", "1:0" },
};

static char *
write_figures (const QdFlowFigures *figures)
{
  return figures->n == 0 ? g_strdup ("")
                         : g_strdup_printf ("%u/%g/%u@%" G_GINT64_FORMAT, figures->n,
                                            figures->median, figures->longest, figures->card);
}

static void
assert_figures (const QdFlowFigures *figures,
                const char          *expected)
{
  g_autofree char *text = write_figures (figures);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_flow (gconstpointer data)
{
  const struct flow *flow = data;
  QdStay stays[MAX_STAYS];
  const gsize n_stays = convert (flow->stays, stays);
  g_autoptr (QdFlow) got = qd_flow_new (stays, n_stays, FIRST, LAST, FIRST + 30);
  g_autoptr (GString) ages = g_string_new (NULL);

  assert_figures (&got->waited, flow->waited);
  assert_figures (&got->waiting, flow->waiting);
  assert_figures (&got->recovered, flow->recovered);
  assert_figures (&got->at_risk, flow->at_risk);
  for (guint i = 0; i < got->ages->len; i++)
    g_string_append_printf (ages, "%s%" G_GINT64_FORMAT ":%u", i > 0 ? " " : "",
                            g_array_index (got->ages, QdFlowAge, i).card,
                            g_array_index (got->ages, QdFlowAge, i).days);
  g_assert_cmpstr (ages->str, ==, flow->ages);
}

/* Each day against a look at every stay. */
static void
test_days (void)
{
  for (guint round = 0; round < 200; round++)
    {
      QdStay stays[60];
      gsize n = 0;
      g_autoptr (QdFlow) flow = NULL;
      const QdDay today = FIRST + (guint) g_test_rand_int_range (0, 120);

      for (gint64 card = 1; card <= 12; card++)
        {
          QdDay day = FIRST - 20 + (guint) g_test_rand_int_range (0, 60);

          for (guint i = 0; i < 5; i++)
            {
              const QdDay next = day + (guint) g_test_rand_int_range (0, 25);
              const QdColumnRole role = (QdColumnRole) g_test_rand_int_range (0, 5);
              const gboolean still = i == 4 && card % 2 == 0;

              stays[n++] = (QdStay) {
                card, (gint64) role, role, get_instant (day, 9),
                still ? QD_STAY_STILL : get_instant (next, 9),
              };
              day = next;
            }
        }

      flow = qd_flow_new (stays, n, FIRST, LAST, today);
      g_assert_cmpint (flow->days->len, ==, MIN (today, LAST) - FIRST + 1);
      for (guint i = 0; i < flow->days->len; i++)
        {
          const QdFlowDay *day = &g_array_index (flow->days, QdFlowDay, i);
          guint counts[QD_N_COLUMN_ROLES] = { 0 };

          g_assert_cmpint (day->day, ==, FIRST + i);
          for (gsize j = 0; j < n; j++)
            counts[stays[j].role] += qd_stay_covers (&stays[j], day->day) ? 1u : 0u;
          g_assert_cmpmem (counts, sizeof counts, day->counts, sizeof day->counts);
        }
    }
}

static void
test_span (void)
{
  const QdStay stays[] = {
    { 2, 1, QD_COLUMN_COMPLETE, get_instant (720, 1), QD_STAY_STILL },
    { 1, 1, QD_COLUMN_COMPLETE, get_instant (710, 1), QD_STAY_STILL },
  };
  g_autoptr (QdFlow) early = qd_flow_new (stays, 2, FIRST, LAST, FIRST - 1);
  g_autoptr (QdFlow) none = qd_flow_new (stays, 2, QD_DAY_NONE, QD_DAY_NONE, 730);
  g_autoptr (QdFlow) empty = qd_flow_new (NULL, 0, QD_DAY_NONE, QD_DAY_NONE, 730);
  g_autoptr (QdFlow) endless = qd_flow_new (stays, 2, 1, 3000000, 2900000);

  g_assert_cmpint (early->days->len, ==, 0);
  g_assert_cmpint (none->days->len, ==, 21);
  g_assert_cmpint (g_array_index (none->days, QdFlowDay, 0).day, ==, 710);
  g_assert_cmpint (g_array_index (none->days, QdFlowDay, 20).counts[QD_COLUMN_COMPLETE], ==, 2);
  g_assert_cmpint (empty->days->len, ==, 0);
  g_assert_cmpint (endless->days->len, <, 4000);
  g_assert_cmpint (g_array_index (endless->days, QdFlowDay, endless->days->len - 1).day, ==,
                   2900000);
}

/* A day is one of the calendar: also where it has 23 or 25 hours, and in a leap year. */
static void
test_calendar (void)
{
  static const struct
  {
    const char *zone;
    guint from[3], until[3];
    guint days;
  } cases[] = {
    { "Europe/Berlin", { 2026, 3, 28 }, { 2026, 3, 30 }, 2 },
    { "Europe/Berlin", { 2026, 10, 24 }, { 2026, 10, 26 }, 2 },
    { "America/New_York", { 2026, 3, 7 }, { 2026, 3, 9 }, 2 },
    { "America/Sao_Paulo", { 2018, 11, 3 }, { 2018, 11, 5 }, 2 },
    { "Australia/Lord_Howe", { 2026, 4, 4 }, { 2026, 4, 6 }, 2 },
    { "UTC", { 2028, 2, 28 }, { 2028, 3, 1 }, 2 },
    { "UTC", { 2026, 2, 28 }, { 2026, 3, 1 }, 1 },
    { "Pacific/Apia", { 2011, 12, 29 }, { 2011, 12, 31 }, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const QdDay from = qd_day_new (cases[i].from[0], cases[i].from[1], cases[i].from[2]);
      const QdDay until = qd_day_new (cases[i].until[0], cases[i].until[1], cases[i].until[2]);

      g_setenv ("TZ", cases[i].zone, TRUE);
      tzset ();
      for (guint hour = 0; hour < 24; hour += 23)
        {
          const QdStay stays[] = {
            { 1, 1, QD_COLUMN_NOT_STARTED, get_instant (from, 23 - hour),
              get_instant (until, hour) },
            { 1, 2, QD_COLUMN_COMPLETE, get_instant (until, hour), QD_STAY_STILL },
          };
          g_autoptr (QdFlow) flow = qd_flow_new (stays, 2, from, until, until);

          g_assert_cmpint (flow->waited.longest, ==, cases[i].days);
          g_assert_cmpint (flow->days->len, ==, cases[i].days + 1);
          g_assert_cmpint (g_array_index (flow->days, QdFlowDay, 0)
                             .counts[QD_COLUMN_NOT_STARTED], ==, 1);
          g_assert_cmpint (g_array_index (flow->days, QdFlowDay, cases[i].days)
                             .counts[QD_COLUMN_COMPLETE], ==, 1);
        }
    }
  g_setenv ("TZ", "UTC", TRUE);
  tzset ();
}

#define MAX_CHECKINS 8

/* One letter a due day: (k)ept, (m)issed, (i)dle, (o)pen; then the row and the longest. */
static const struct streak
{
  const char *name;
  QdDay today;
  struct
  {
    DayStay stays[3];
    QdDay checkins[MAX_CHECKINS];
    QdDay since;
  } cards[3];
  const char *marks;
  guint current;
  guint longest;
  QdDay closed;
  QdRhythm rhythm;
  QdDay first_day;
} streaks[] = {
  { "before-the-first", 704, { { { { 1, IN_PROGRESS, 701, 0 } }, { 0 }, 701 } }, "", 0, 0 },
  { "due-today", 705, { { { { 1, IN_PROGRESS, 701, 0 } }, { 0 }, 701 } }, "o", 0, 0 },
  { "last-day-of-grace", 708, { { { { 1, IN_PROGRESS, 701, 0 } }, { 0 }, 701 } }, "o", 0, 0 },
  { "over", 709, { { { { 1, IN_PROGRESS, 701, 0 } }, { 0 }, 701 } }, "m", 0, 0 },
  { "early", 705, { { { { 1, IN_PROGRESS, 701, 0 } }, { 702 }, 701 } }, "k", 1, 1 },
  { "late", 708, { { { { 1, IN_PROGRESS, 701, 0 } }, { 708 }, 701 } }, "k", 1, 1 },
  { "too-late", 712, { { { { 1, IN_PROGRESS, 701, 0 } }, { 709 }, 701 } }, "mk", 1, 1 },
  { "one-is-no-two", 716, { { { { 1, IN_PROGRESS, 701, 0 } }, { 708 }, 701 } }, "km", 0, 1 },
  { "row", 720, { { { { 1, IN_PROGRESS, 701, 0 } }, { 705, 712, 719 }, 701 } }, "kkk", 3, 3 },
  { "open-ends-no-row", 720, { { { { 1, IN_PROGRESS, 701, 0 } }, { 705, 712 }, 701 } },
    "kko", 2, 2 },
  { "longest", 733,
    { { { { 1, IN_PROGRESS, 701, 0 } }, { 705, 712, 726, 733 }, 701 } }, "kkmkk", 2, 2 },
  { "not-every-one", 709,
    { { { { 1, IN_PROGRESS, 701, 0 } }, { 705 }, 701 },
      { { { 2, IN_PROGRESS, 701, 0 } }, { 0 }, 701 } }, "m", 0, 0 },
  { "every-one", 709,
    { { { { 1, IN_PROGRESS, 701, 0 } }, { 705 }, 701 },
      { { { 2, NOT_STARTED, 701, 0 } }, { 704 }, 701 } }, "k", 1, 1 },
  { "made-late", 709,
    { { { { 1, IN_PROGRESS, 701, 0 } }, { 705 }, 701 },
      { { { 2, IN_PROGRESS, 702, 0 } }, { 0 }, 702 } }, "k", 1, 1 },
  { "nothing-there", 720, { { { { 1, IN_PROGRESS, 714, 0 } }, { 719 }, 714 } }, "iik", 1, 1 },
  { "idle-ends-no-row", 723,
    { { { { 1, IN_PROGRESS, 701, 710 }, { 1, IN_PROGRESS, 717, 0 } }, { 705, 719 }, 701 } },
    "kik", 2, 2 },
  { "put-away-in-the-grace", 709,
    { { { { 1, IN_PROGRESS, 701, 707 } }, { 0 }, 701 } }, "i", 0, 0 },
  { "put-away-after-it", 712,
    { { { { 1, IN_PROGRESS, 701, 709 } }, { 0 }, 701 } }, "mi", 0, 0 },
  { "complete", 716,
    { { { { 1, IN_PROGRESS, 701, 707 }, { 1, COMPLETE, 707, 0 } }, { 705 }, 701 } },
    "ki", 1, 1 },
  { "from-elsewhere", 720,
    { { { { 1, IN_PROGRESS, 719, 0 } }, { 705, 712, 719 }, 705 } }, "ikk", 2, 2 },
  { "closed", 730, { { { { 1, IN_PROGRESS, 701, 0 } }, { 705, 712 }, 701 } }, "kk", 2, 2, 715 },
  { "closed-in-the-grace", 730,
    { { { { 1, IN_PROGRESS, 701, 0 } }, { 705 }, 701 } }, "ki", 1, 1, 714 },
  { "closed-on-the-day", 730,
    { { { { 1, IN_PROGRESS, 701, 0 } }, { 705 }, 701 } }, "k", 1, 1, 712 },
  { "fortnight", 730, { { { { 1, IN_PROGRESS, 701, 0 } }, { 705, 719 }, 701 } }, "kk", 2, 2, 0,
    { 14, 5 } },
  { "daily", 707, { { { { 1, IN_PROGRESS, 701, 0 } }, { 702, 703, 705 }, 700 } }, "mkkokoo", 3, 3,
    0, { 1, 1 } },
  { "begins-on-tuesday", 712, { { { { 1, IN_PROGRESS, 690, 0 } }, { 705, 712 }, 690 } }, "kk", 2,
    2, 0, { 0 }, 702 },
  { "begins-on-friday", 712, { { { { 1, IN_PROGRESS, 690, 0 } }, { 705, 712 }, 690 } }, "kk", 2,
    2, 0, { 0 }, 705 },
  { "begins-on-saturday", 712, { { { { 1, IN_PROGRESS, 690, 0 } }, { 712 }, 690 } }, "k", 1, 1,
    0, { 0 }, 706 },
  { "begins-on-sunday", 712, { { { { 1, IN_PROGRESS, 690, 0 } }, { 712 }, 690 } }, "k", 1, 1,
    0, { 0 }, 707 },
};

static void
test_streak (gconstpointer data)
{
  static const char letters[] = {
    [QD_STREAK_KEPT] = 'k', [QD_STREAK_MISSED] = 'm', [QD_STREAK_IDLE] = 'i',
    [QD_STREAK_OPEN] = 'o',
  };
  const struct streak *streak = data;
  const QdStreakBoard board = {
    streak->rhythm.cadence != 0 ? streak->rhythm : (QdRhythm) QD_RHYTHM_DEFAULT,
    streak->first_day != 0 ? streak->first_day : FIRST, LAST, streak->closed,
  };
  QdStreakCard cards[G_N_ELEMENTS (streak->cards)] = { { 0 } };
  QdStay stays[G_N_ELEMENTS (streak->cards)][MAX_STAYS];
  g_autoptr (GString) marks = g_string_new (NULL);
  g_autoptr (QdStreak) got = NULL;
  gsize n = 0;

  for (; n < G_N_ELEMENTS (streak->cards) && streak->cards[n].stays[0].card != 0; n++)
    {
      DayStay days[MAX_STAYS] = { { 0 } };

      memcpy (days, streak->cards[n].stays, sizeof streak->cards[n].stays);
      cards[n].stays = stays[n];
      cards[n].n_stays = convert (days, stays[n]);
      cards[n].checkins = streak->cards[n].checkins;
      while (streak->cards[n].checkins[cards[n].n_checkins] != 0)
        cards[n].n_checkins++;
      cards[n].since = streak->cards[n].since;
    }

  got = qd_streak_new (&board, cards, n, streak->today);
  for (guint i = 0; i < got->marks->len; i++)
    g_string_append_c (marks, letters[g_array_index (got->marks, QdStreakMark, i).state]);
  g_assert_cmpstr (marks->str, ==, streak->marks);
  g_assert_cmpint (got->current, ==, streak->current);
  g_assert_cmpint (got->longest, ==, streak->longest);
}

/* What stands in Complete is over only when the figures say so, and by those of then. */
static void
test_reached (void)
{
  const QdStay stay = { 1, COMPLETE, get_instant (701, 9), QD_STAY_STILL };
  const QdPoint readings[] = { { 704, 60.0 }, { 711, 100.0 } };
  const QdDay checkins[] = { 704, 711 };
  const QdFacts facts = {
    .metric = QD_METRIC_CHANGE, .baseline = 0.0, .target = 100.0, .upper = NAN,
    .readings = readings, .n_readings = 2, .weight = 1.0, .role = QD_COLUMN_COMPLETE,
    .first_day = FIRST, .last_day = LAST, .since = 701, .rhythm = QD_RHYTHM_DEFAULT,
    .closed = TRUE,
  };
  const QdStreakBoard board = { QD_RHYTHM_DEFAULT, FIRST, LAST, QD_DAY_NONE };
  QdStreakCard card = { &stay, 1, checkins, 2, 701, &facts };
  g_autoptr (QdStreak) streak = qd_streak_new (&board, &card, 1, 730);
  const QdStreakMark *marks = (const QdStreakMark *) (gpointer) streak->marks->data;

  g_assert_cmpint (streak->marks->len, ==, 4);
  g_assert_cmpint (marks[0].state, ==, QD_STREAK_KEPT);
  g_assert_cmpint (marks[0].n_active, ==, 1);
  for (guint i = 1; i < 4; i++)
    g_assert_cmpint (marks[i].state, ==, QD_STREAK_IDLE);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  ADD_CASES ("/flow/figures/", flows, test_flow);
  g_test_add_func ("/flow/days", test_days);
  g_test_add_func ("/flow/span", test_span);
  g_test_add_func ("/flow/calendar", test_calendar);
  ADD_CASES ("/streak/", streaks, test_streak);
  g_test_add_func ("/streak/reached", test_reached);

  return g_test_run ();
}
