/* A chart in every state that a key result can be in. */

#include "config.h"

#include <math.h>

#include "chart-states.h"

#define DAY(week) (CHART_FIRST + (week) * 7u)

#define READINGS(array) .readings = (array), .n_readings = G_N_ELEMENTS (array)
#define PHASES(array) .phases = (array), .n_phases = G_N_ELEMENTS (array)

#define SPAN(first, last, now) .first_day = (first), .last_day = (last), .today = (now)
#define CYCLE SPAN (CHART_FIRST, CHART_LAST, CHART_TODAY)

#define FIGURES(kind, from, to, high, unit) \
  .metric = QD_METRIC_##kind, .baseline = (from), .target = (to), .upper = (high), \
  .format = chart_format_number, .format_axis = format_plain, \
  .format_data = (gpointer) (unit)

/* From a baseline to a target, and to stay somewhere. */
#define CHANGE(from, to, unit) FIGURES (CHANGE, from, to, NAN, unit)
#define LIMIT(kind, low, high, unit) FIGURES (kind, NAN, low, high, unit)

static char *
format_plain (double   value,
              gpointer unit)
{
  return chart_format_number (value, NULL);
}

static const QdPoint RISING[] = {
  { DAY (1), 212 }, { DAY (2), 240 }, { DAY (3), 262 },
  { DAY (4), 310 }, { DAY (5), 322 }, { DAY (7), 350 },
};

static const QdPoint FALLING[] = {
  { DAY (1), 9.1 }, { DAY (2), 8.7 }, { DAY (3), 8.9 },
  { DAY (4), 7.2 }, { DAY (6), 6.8 }, { DAY (7), 6.1 },
};

static const QdPoint ONE[] = {
  { DAY (2), 240 },
};

static const QdPoint OVER[] = {
  { DAY (1), 260 }, { DAY (2), 330 }, { DAY (4), 480 }, { DAY (5), 560 }, { DAY (7), 710 },
};

static const QdPoint SLOW[] = {
  { DAY (1), 205 }, { DAY (2), 215 }, { DAY (4), 220 }, { DAY (5), 245 }, { DAY (7), 250 },
};

static const QdPoint PHASED[] = {
  { DAY (4), 220 }, { DAY (8), 300 },
};

static const QdPoint REACHED[] = {
  { DAY (1), 230 }, { DAY (3), 390 }, { DAY (7), 500 },
};

static const QdPoint UPTIME[] = {
  { DAY (1), 99.6 }, { DAY (2), 99.7 }, { DAY (3), 99.2 },
  { DAY (4), 99.55 }, { DAY (5), 99.8 }, { DAY (7), 99.75 },
};

static const QdPoint RANGE[] = {
  { DAY (1), 21 }, { DAY (2), 24 }, { DAY (3), 27 },
  { DAY (4), 23.5 }, { DAY (5), 22 }, { DAY (7), 18 },
};

static const QdPoint DONE[] = {
  { DAY (1), 0.1 }, { DAY (3), 0.2 }, { DAY (5), 0.45 }, { DAY (7), 0.6 },
};

static const QdPoint NO[] = {
  { DAY (2), 0 }, { DAY (4), 0 }, { DAY (7), 0 },
};

static const QdPoint YES[] = {
  { DAY (2), 0 }, { DAY (4), 0 }, { DAY (6), 1 },
};

static const QdPoint SAME[] = {
  { DAY (1), 42 }, { DAY (3), 42 }, { DAY (5), 42 }, { DAY (7), 42 },
};

static const QdPoint HUGE_VALUES[] = {
  { DAY (1), 1.1e15 }, { DAY (3), 1.4e15 }, { DAY (6), 1.9e15 }, { DAY (7), 2.3e15 },
};

static const QdPoint TINY[] = {
  { DAY (1), 4.6e-9 }, { DAY (3), 4.1e-9 }, { DAY (6), 3.4e-9 }, { DAY (7), 3.2e-9 },
};

static const QdPoint NEGATIVE[] = {
  { DAY (1), -38 }, { DAY (3), -22 }, { DAY (6), -9 }, { DAY (7), 4 },
};

static const QdPoint ONE_DAY[] = {
  { CHART_TODAY, 350 },
};

static const QdPoint STRAY[] = {
  { CHART_LAST + 3, 900 }, { DAY (7), 350 }, { CHART_FIRST - 9, 20 }, { DAY (5), NAN },
  { DAY (3), 262 }, { DAY (6), INFINITY }, { QD_DAY_NONE, 1 },
};

static const QdPoint BEFORE[] = {
  { CHART_FIRST - 3, 190 },
};

const ChartState CHART_STATES[] = {
  { "rising",
    { CYCLE, CHANGE (200, 500, NULL), READINGS (RISING), .landing = 520 },
    "From 200 to 500, now 350 after 6 check-ins. Expected by today: 371.429. "
    "By the forecast it lands at 520 on December 31." },
  { "short",
    { CYCLE, CHANGE (200, 500, "users"), READINGS (SLOW), .landing = 300 },
    "From 200 users to 500 users, now 250 users after 5 check-ins. "
    "Expected by today: 371.429 users. "
    "By the forecast it lands at 300 users on December 31, short of the target." },
  { "falling",
    { CYCLE, CHANGE (9.5, 4, "days"), READINGS (FALLING), .landing = 3.6 },
    "From 9.5 days to 4 days, now 6.1 days after 6 check-ins. "
    "Expected by today: 6.35714 days. "
    "By the forecast it lands at 3.6 days on December 31." },
  { "falling-short",
    { CYCLE, CHANGE (9.5, 4, "days"), READINGS (FALLING), .landing = 4.9 },
    "From 9.5 days to 4 days, now 6.1 days after 6 check-ins. "
    "Expected by today: 6.35714 days. "
    "By the forecast it lands at 4.9 days on December 31, short of the target." },
  { "no-value",
    { CYCLE, CHANGE (200, 500, NULL), .landing = NAN },
    "From 200 to 500. No check-in in this cycle yet. Expected by today: 371.429." },
  { "one-value",
    { CYCLE, CHANGE (200, 500, NULL), READINGS (ONE), .landing = NAN },
    "From 200 to 500, now 240 after 1 check-in. Expected by today: 371.429." },
  { "overshoot",
    { CYCLE, CHANGE (200, 500, NULL), READINGS (OVER), .landing = 1130 },
    "From 200 to 500, now 710 after 5 check-ins. The target is exceeded. "
    "Expected by today: 371.429. By the forecast it lands at 1130 on December 31." },
  { "reached",
    { CYCLE, CHANGE (200, 500, NULL), READINGS (REACHED), .landing = NAN },
    "From 200 to 500, now 500 after 3 check-ins. The target is reached. "
    "Expected by today: 371.429." },
  { "phased",
    { CYCLE, CHANGE (200, 500, NULL), READINGS (SLOW), PHASES (PHASED), .landing = 300 },
    "From 200 to 500, now 250 after 5 check-ins. Expected by today: 288.571. "
    "By the forecast it lands at 300 on December 31, short of the target." },
  { "far-forecast",
    { CYCLE, CHANGE (200, 500, NULL), READINGS (RISING), .landing = 48000 },
    "From 200 to 500, now 350 after 6 check-ins. Expected by today: 371.429. "
    "By the forecast it lands at 48000 on December 31." },
  { "at-least",
    { CYCLE, LIMIT (AT_LEAST, 99.5, NAN, "%"), READINGS (UPTIME), .landing = 99.9 },
    "To stay at or above 99.5 %. Now 99.75 % after 6 check-ins. "
    "It was outside at 1 check-in. By the forecast it lands at 99.9 % on December 31." },
  { "at-most",
    { CYCLE, LIMIT (AT_MOST, 8, NAN, "tickets"), READINGS (FALLING), .landing = 4.5 },
    "To stay at or below 8 tickets. Now 6.1 tickets after 6 check-ins. "
    "It was outside at 3 check-ins. By the forecast it lands at 4.5 tickets on "
    "December 31." },
  { "within",
    { CYCLE, LIMIT (WITHIN, 20, 25, "°C"), READINGS (RANGE), .landing = 17 },
    "To stay between 20 °C and 25 °C. Now 18 °C after 6 check-ins. "
    "It was outside at 2 check-ins. By the forecast it lands at 17 °C on December 31, "
    "outside the limits." },
  { "within-turned",
    { CYCLE, LIMIT (WITHIN, 25, 10, NULL), READINGS (TINY), .landing = NAN },
    "To stay between 10 and 25. Now 3.2e-09 after 4 check-ins. "
    "It was outside at 4 check-ins." },
  { "limit-unknown",
    { CYCLE, LIMIT (WITHIN, 20, NAN, NULL), READINGS (RANGE), .landing = 17 },
    "No target is set. Now 18 after 6 check-ins. "
    "By the forecast it lands at 17 on December 31." },
  { "milestones",
    { CYCLE, FIGURES (MILESTONES, NAN, NAN, NAN, NULL), READINGS (DONE),
      .landing = 1.02 },
    "60% of the milestones done after 4 check-ins. Expected by today: 57%. "
    "By the forecast it lands at 100% on December 31." },
  { "not-yet",
    { CYCLE, FIGURES (YES_NO, NAN, NAN, NAN, NULL), READINGS (NO), .landing = NAN },
    "Not done yet after 3 check-ins." },
  { "yes",
    { CYCLE, FIGURES (YES_NO, NAN, NAN, NAN, NULL), READINGS (YES), .landing = NAN },
    "Done after 3 check-ins." },
  { "all-equal",
    { CYCLE, CHANGE (42, 42, NULL), READINGS (SAME), .landing = 42 },
    "From 42 to 42, now 42 after 4 check-ins. The target is reached. "
    "Expected by today: 42. By the forecast it lands at 42 on December 31." },
  { "all-equal-leaves",
    { CYCLE, CHANGE (42, 42, NULL), READINGS (SAME), .landing = 60 },
    "From 42 to 42, now 42 after 4 check-ins. The target is reached. "
    "Expected by today: 42. By the forecast it lands at 60 on December 31." },
  { "huge",
    { CYCLE, CHANGE (1e15, 3e15, "active workspaces per month"), READINGS (HUGE_VALUES),
      .landing = 3.4e15 },
    "From 1e+15 active workspaces per month to 3e+15 active workspaces per month, "
    "now 2.3e+15 active workspaces per month after 4 check-ins. "
    "Expected by today: 2.14286e+15 active workspaces per month. "
    "By the forecast it lands at 3.4e+15 active workspaces per month on December 31." },
  { "tiny",
    { CYCLE, CHANGE (5e-9, 1e-9, "s"), READINGS (TINY), .landing = 2e-9 },
    "From 5e-09 s to 1e-09 s, now 3.2e-09 s after 4 check-ins. "
    "Expected by today: 2.71429e-09 s. "
    "By the forecast it lands at 2e-09 s on December 31, short of the target." },
  { "negative",
    { CYCLE, CHANGE (-40, 10, NULL), READINGS (NEGATIVE), .landing = 31 },
    "From -40 to 10, now 4 after 4 check-ins. Expected by today: -11.4286. "
    "By the forecast it lands at 31 on December 31." },
  { "one-day",
    { SPAN (CHART_TODAY, CHART_TODAY, CHART_TODAY), CHANGE (200, 500, NULL),
      READINGS (ONE_DAY), .landing = NAN },
    "From 200 to 500, now 350 after 1 check-in. Expected by today: 500." },
  { "stray",
    { CYCLE, CHANGE (200, 500, NULL), READINGS (STRAY), .landing = NAN },
    "From 200 to 500, now 350 after 2 check-ins. Expected by today: 371.429." },
  { "all-before",
    { CYCLE, CHANGE (200, 500, NULL), READINGS (BEFORE), .landing = 300 },
    "From 200 to 500. No check-in in this cycle yet. Expected by today: 371.429." },
  { "no-baseline",
    { CYCLE, CHANGE (NAN, 500, NULL), READINGS (RISING), .landing = 520 },
    "To 500. Now 350 after 6 check-ins. By the forecast it lands at 520 on December 31." },
  { "no-target",
    { CYCLE, CHANGE (200, NAN, NULL), READINGS (RISING), .landing = 520 },
    "No target is set. Now 350 after 6 check-ins. "
    "By the forecast it lands at 520 on December 31." },
  { "nothing",
    { CYCLE, FIGURES (NONE, NAN, NAN, NAN, NULL), .landing = NAN },
    "No target is set. No check-in in this cycle yet." },
  { "not-begun",
    { SPAN (CHART_FIRST, CHART_LAST, CHART_FIRST - 4), CHANGE (200, 500, NULL),
      .landing = NAN },
    "From 200 to 500. No check-in in this cycle yet. The cycle begins on October 1." },
  { "over",
    { SPAN (CHART_FIRST, CHART_LAST, CHART_LAST + 9), CHANGE (200, 500, NULL),
      READINGS (RISING), .landing = NAN },
    "From 200 to 500, now 350 after 6 check-ins. The cycle ended on December 31." },
  { "two-years",
    { SPAN (CHART_FIRST, CHART_LAST + 640, CHART_TODAY), CHANGE (200, 500, NULL),
      READINGS (RISING), .landing = 900 },
    "From 200 to 500, now 350 after 6 check-ins. Expected by today: 221.341. "
    "By the forecast it lands at 900 on October 1, 2028." },
};

const guint N_CHART_STATES = G_N_ELEMENTS (CHART_STATES);

/**
 * chart_format_number:
 * @value: a number
 * @unit: (nullable): its unit
 *
 * Returns: (transfer full): the two
 */
char *
chart_format_number (double   value,
                     gpointer unit)
{
  if (unit == NULL)
    return g_strdup_printf ("%g", value);

  return g_strdup_printf ("%g %s", value, (const char *) unit);
}
