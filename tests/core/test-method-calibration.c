/* Calibration and ambition, case by case, on both sides of each limit.
 *
 * The cases are worked out by hand from the rules of the method.
 */

#include "config.h"

#include "method-cases.h"
#include "method/qd-ambition.h"
#include "method/qd-calibration.h"

#define N QD_CONFIDENCE_NONE
#define ALL(c) c, c, c, c, c, c, c, c, c, c, c, c, c

/* A cycle of 26 days, two a week of the common scale, from day 1001 to 1026; another
 * one of 92 days, as October to December has, and one of a single week. */
static const struct scale
{
  const char *name;
  QdDay first_day;
  QdDay last_day;
  gsize n;
  QdSaid said[4];
  int confidence[QD_CALIBRATION_WEEKS];
} scales[] = {
  { "nobody", 1001, 1026, 0, { { 0 } }, { ALL (N) } },
  { "first-day", 1001, 1026, 1, { { 1001, 6 } }, { ALL (6) } },
  { "end-of-first-week", 1001, 1026, 1, { { 1002, 6 } }, { ALL (6) } },
  { "second-week", 1001, 1026, 1, { { 1003, 6 } }, { N, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6 } },
  { "last-day", 1001, 1026, 1, { { 1026, 6 } }, { N, N, N, N, N, N, N, N, N, N, N, N, 6 } },
  { "before", 1001, 1026, 1, { { 900, 6 } }, { ALL (6) } },
  { "hindsight", 1001, 1026, 2, { { 1001, 6 }, { 1027, 9 } }, { ALL (6) } },
  { "last-counts", 1001, 1026, 3, { { 1001, 6 }, { 1002, 4 }, { 1013, 8 } },
    { 4, 4, 4, 4, 4, 4, 8, 8, 8, 8, 8, 8, 8 } },
  { "unsaid-changes-nothing", 1001, 1026, 2, { { 1001, 6 }, { 1005, N } }, { ALL (6) } },
  { "nonsense-changes-nothing", 1001, 1026, 2, { { 1001, 6 }, { 1005, 11 } }, { ALL (6) } },
  { "zero-is-said", 1001, 1026, 2, { { 1001, 6 }, { 1003, 0 } },
    { 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 } },
  { "quarter-day-8", 1001, 1092, 1, { { 1008, 5 } }, { ALL (5) } },
  { "quarter-day-9", 1001, 1092, 1, { { 1009, 5 } }, { N, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5 } },
  { "short", 1001, 1007, 1, { { 1004, 5 } }, { N, N, N, N, N, 5, 5, 5, 5, 5, 5, 5, 5 } },
  { "one-day", 1001, 1001, 1, { { 1001, 5 } }, { ALL (5) } },
};

static void
test_scale (gconstpointer data)
{
  const struct scale *test = data;
  QdCalibrationCase got;

  qd_calibration_case_init (&got, 0.5, test->first_day, test->last_day, test->said, test->n);
  g_assert_cmpfloat (got.grade, ==, 0.5);
  for (guint week = 0; week < QD_CALIBRATION_WEEKS; week++)
    g_assert_cmpint (got.confidence[week], ==, test->confidence[week]);
}

static void
fill (QdCalibrationCase *cases,
      guint              n,
      double             grade,
      int                confidence)
{
  for (guint i = 0; i < n; i++)
    {
      cases[i].grade = grade;
      for (guint week = 0; week < QD_CALIBRATION_WEEKS; week++)
        cases[i].confidence[week] = confidence;
    }
}

static void
assert_text (char       *taken,
             const char *wanted)
{
  g_autofree char *text = taken;

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_too_few (void)
{
  QdCalibrationCase cases[QD_CALIBRATION_MIN + 2];
  QdCalibration got;

  qd_calibration_of (NULL, 0, &got);
  g_assert_cmpuint (got.n, ==, 0);
  g_assert_cmpuint (got.n_missing, ==, QD_CALIBRATION_MIN);

  /* One that nobody graded, and one that nobody said anything of. */
  fill (cases, QD_CALIBRATION_MIN + 2, 0.5, 8);
  cases[3].grade = NAN;
  for (guint week = 0; week < QD_CALIBRATION_WEEKS; week++)
    cases[5].confidence[week] = N;
  qd_calibration_of (cases, QD_CALIBRATION_MIN + 1, &got);
  g_assert_cmpuint (got.n, ==, QD_CALIBRATION_MIN - 1);
  g_assert_cmpuint (got.n_missing, ==, 1);
  for (guint week = 0; week < QD_CALIBRATION_WEEKS; week++)
    {
      g_assert_cmpuint (got.weeks[week].n, ==, 0);
      g_assert_true (isnan (got.weeks[week].confidence));
      g_assert_true (isnan (got.weeks[week].grade));
    }
  g_assert_cmpuint (got.bands[QD_CONFIDENCE_HIGH].n, ==, 0);
  assert_text (qd_calibration_describe (&got),
               "1 more key result with a confidence and a grade, and it can be told how well "
               "the two agree.");
  assert_text (qd_calibration_describe_band (&got, QD_CONFIDENCE_HIGH), NULL);

  qd_calibration_of (cases, QD_CALIBRATION_MIN + 2, &got);
  g_assert_cmpuint (got.n, ==, QD_CALIBRATION_MIN);
  g_assert_cmpuint (got.n_missing, ==, 0);
  g_assert_cmpuint (got.weeks[0].n, ==, QD_CALIBRATION_MIN);
}

static void
test_weeks (void)
{
  QdCalibrationCase cases[12];
  QdCalibration got;

  fill (cases, 8, 0.5, 8);
  fill (cases + 8, 4, 0.8, 3);
  for (guint i = 8; i < 12; i++)
    for (guint week = 0; week < 4; week++)
      cases[i].confidence[week] = N;
  qd_calibration_of (cases, 12, &got);

  /* Only those that had said something by then, also of the grades. */
  g_assert_cmpuint (got.weeks[3].n, ==, 8);
  assert_figure (got.weeks[3].confidence, 0.8);
  assert_figure (got.weeks[3].grade, 0.5);
  g_assert_cmpuint (got.weeks[4].n, ==, 12);
  assert_figure (got.weeks[4].confidence, (8 * 0.8 + 4 * 0.3) / 12);
  assert_figure (got.weeks[4].grade, (8 * 0.5 + 4 * 0.8) / 12);

  g_assert_cmpuint (got.bands[QD_CONFIDENCE_HIGH].n, ==, 8);
  assert_figure (got.bands[QD_CONFIDENCE_HIGH].grade, 0.5);
  g_assert_cmpuint (got.bands[QD_CONFIDENCE_MEDIUM].n, ==, 0);
  assert_figure (got.bands[QD_CONFIDENCE_MEDIUM].grade, NAN);
  g_assert_cmpuint (got.bands[QD_CONFIDENCE_LOW].n, ==, 4);
  assert_figure (got.bands[QD_CONFIDENCE_LOW].grade, 0.8);
  g_assert_cmpuint (got.bands[QD_CONFIDENCE_UNKNOWN].n, ==, 0);
  assert_text (qd_calibration_describe_band (&got, QD_CONFIDENCE_LOW),
               "4 key results had a low confidence halfway through; their mean grade was 0.8.");
  assert_text (qd_calibration_describe_band (&got, QD_CONFIDENCE_MEDIUM), NULL);
  assert_text (qd_calibration_describe_band (&got, QD_CONFIDENCE_HIGH),
               "8 key results had a high confidence halfway through; their mean grade was 0.5.");
}

/* The bands go by what was said by the end of week 7, no more and no less. */
static void
test_middle (void)
{
  QdCalibrationCase cases[12];
  QdCalibration got;

  fill (cases, 12, 0.5, 5);
  for (guint week = 0; week < QD_CALIBRATION_WEEKS; week++)
    {
      cases[0].confidence[week] = week < 6 ? 1 : 9;
      cases[1].confidence[week] = week < 7 ? 1 : 9;
      cases[2].confidence[week] = week < 7 ? N : 9;
    }
  qd_calibration_of (cases, 12, &got);
  g_assert_cmpuint (got.bands[QD_CONFIDENCE_HIGH].n, ==, 1);
  g_assert_cmpuint (got.bands[QD_CONFIDENCE_LOW].n, ==, 1);
  g_assert_cmpuint (got.bands[QD_CONFIDENCE_MEDIUM].n, ==, 9);
  /* One alone would tell of somebody. */
  g_assert_cmpuint (got.bands[QD_CONFIDENCE_LOW].n, ==, 1);
  assert_text (qd_calibration_describe_band (&got, QD_CONFIDENCE_LOW), NULL);
}

static const struct verdict
{
  const char *name;
  int confidence;
  double grade;
  const char *text;
} verdicts[] = {
  { "agrees", 6, 0.6,
    "Halfway through, confidence was 6 of 10, and the grades came to 0.6: the two agree." },
  { "close-above", 7, 0.6,
    "Halfway through, confidence was 7 of 10, and the grades came to 0.6: the two agree." },
  { "close-below", 5, 0.6,
    "Halfway through, confidence was 5 of 10, and the grades came to 0.6: the two agree." },
  { "too-sure", 8, 0.6,
    "Halfway through, confidence was 8 of 10, and the grades came to 0.6: less landed than was "
    "believed." },
  { "too-modest", 4, 0.6,
    "Halfway through, confidence was 4 of 10, and the grades came to 0.6: more landed than was "
    "believed." },
};

static void
test_verdict (gconstpointer data)
{
  const struct verdict *test = data;
  QdCalibrationCase cases[QD_CALIBRATION_MIN];
  QdCalibration got;

  fill (cases, QD_CALIBRATION_MIN, test->grade, test->confidence);
  qd_calibration_of (cases, QD_CALIBRATION_MIN, &got);
  assert_text (qd_calibration_describe (&got), test->text);
}

/* Late words only: nothing can be said of the middle. */
static void
test_silent_middle (void)
{
  QdCalibrationCase cases[QD_CALIBRATION_MIN];
  QdCalibration got;

  fill (cases, QD_CALIBRATION_MIN, 0.5, 5);
  for (guint i = 0; i < QD_CALIBRATION_MIN; i++)
    for (guint week = 0; week < QD_CALIBRATION_MIDDLE; week++)
      cases[i].confidence[week] = N;
  qd_calibration_of (cases, QD_CALIBRATION_MIN, &got);
  assert_text (qd_calibration_describe (&got),
               "Nobody said a confidence in the first half of a cycle.");
}

static const struct pace
{
  const char *name;
  gboolean falling;
  gsize n;
  QdPoint readings[10];
  double best;
} paces[] = {
  { "none", FALSE, 0, { { 0 } }, NAN },
  { "two", FALSE, 2, { { 700, 1 }, { 728, 9 } }, NAN },
  { "too-short", FALSE, 3, { { 700, 1 }, { 714, 2 }, { 727, 9 } }, NAN },
  { "just-long-enough", FALSE, 3, { { 700, 1 }, { 714, 2 }, { 728, 9 } }, 2 },
  { "longer", FALSE, 3, { { 700, 1 }, { 714, 2 }, { 756, 9 } }, 1 },
  { "unknown-values", FALSE, 4, { { 700, 1 }, { 714, NAN }, { 716, 2 }, { 728, 9 } }, 2 },
  { "unknown-leaves-two", FALSE, 3, { { 700, 1 }, { 714, NAN }, { 728, 9 } }, NAN },
  { "best-of-two", FALSE, 5, { { 700, 0 }, { 714, 0 }, { 728, 4 }, { 742, 6 }, { 756, 12 } }, 2 },
  { "best-in-the-middle", FALSE, 5,
    { { 700, 0 }, { 714, 0 }, { 728, 8 }, { 742, 16 }, { 756, 16 } }, 4 },
  { "longer-is-better", FALSE, 4, { { 700, 0 }, { 714, 1 }, { 728, 0 }, { 735, 10 } }, 2 },
  { "falling", TRUE, 4, { { 700, 20 }, { 714, 18 }, { 728, 12 }, { 742, 14 } }, -2 },
  { "only-the-wrong-way", TRUE, 3, { { 700, 1 }, { 714, 2 }, { 728, 9 } }, 2 },
  { "level", FALSE, 3, { { 700, 5 }, { 714, 5 }, { 728, 5 } }, 0 },
  { "months", FALSE, 3, { { 700, 0 }, { 730, 30 }, { 770, 30 } }, 3 },
};

static void
test_pace (gconstpointer data)
{
  const struct pace *test = data;

  assert_figure (qd_ambition_find_best_pace (test->readings, test->n, test->falling),
                 test->best);
}

/* The short way finds what all spans would. */
static void
test_every_span (void)
{
  for (guint round = 0; round < 500; round++)
    {
      const guint n = (guint) g_test_rand_int_range (0, 30);
      const gboolean falling = g_test_rand_int_range (0, 2) != 0;
      QdPoint readings[30];
      QdDay day = 1000;
      double wanted = NAN;

      for (guint i = 0; i < n; i++)
        {
          day += (QdDay) g_test_rand_int_range (1, 20);
          readings[i] = (QdPoint) { day, g_test_rand_int_range (-50, 50) };
        }
      for (guint i = 0; i < n; i++)
        for (guint j = i + 2; j < n; j++)
          {
            const double days = readings[j].day - readings[i].day;
            const double pace = 7 * (readings[j].value - readings[i].value) / days;

            if (days >= 28 && (isnan (wanted) || (falling ? pace < wanted : pace > wanted)))
              wanted = pace;
          }
      assert_figure (qd_ambition_find_best_pace (readings, n, falling), wanted);
    }
}

static const struct reach
{
  const char *name;
  double required;
  double best;
  gboolean beyond;
  const char *unit;
  const char *text;
} reaches[] = {
  { "beyond", 2.1, 1.4, TRUE, "points",
    "This needs 2.1\u00a0points a week; the best it ever did was 1.4." },
  { "just-so", 1.4, 1.4, FALSE, "", "This needs 1.4 a week; the best it ever did was 1.4." },
  { "within", 1, 1.4, FALSE, "%", "This needs 1% a week; the best it ever did was 1.4%." },
  { "falls-beyond", -2, -1, TRUE, "",
    "This needs \u22122 a week; the best it ever did was \u22121." },
  { "falls-within", -1, -2, FALSE, "",
    "This needs \u22121 a week; the best it ever did was \u22122." },
  { "never-fell", -1, 2, TRUE, "",
    "This needs \u22121 a week; over four weeks it never went down yet." },
  { "never-moved-down", -1, 0, TRUE, "%",
    "This needs \u22121% a week; over four weeks it never went down yet." },
  { "never-rose", 1, -0.5, TRUE, "points",
    "This needs 1\u00a0points a week; over four weeks it never went up yet." },
  { "never-moved-up", 1, 0, TRUE, "",
    "This needs 1 a week; over four weeks it never went up yet." },
  { "no-history", 2, NAN, FALSE, "", NULL },
  { "no-target", NAN, 2, FALSE, "", NULL },
};

static void
test_reach (gconstpointer data)
{
  const struct reach *test = data;
  const QdAmbition ambition = { .required = test->required, .best = test->best };

  g_assert_true (qd_ambition_is_beyond (&ambition) == test->beyond);
  assert_text (qd_ambition_describe_pace (&ambition, test->unit), test->text);
}

static void
test_landed (void)
{
  QdAmbition ambition = { .n_closed = 4, .n_landed = 4 };

  assert_text (qd_ambition_describe_landed (&ambition), NULL);
  ambition.n_closed = 5;
  assert_text (qd_ambition_describe_landed (&ambition),
               "Of 5 key results that this team closed, 4 landed.");
  ambition = (QdAmbition) { .n_closed = 14, .n_landed = 9 };
  assert_text (qd_ambition_describe_landed (&ambition),
               "Of 14 key results that this team closed, 9 landed.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES ("/calibration/scale/", scales, test_scale);
  g_test_add_func ("/calibration/too-few", test_too_few);
  g_test_add_func ("/calibration/weeks", test_weeks);
  g_test_add_func ("/calibration/middle", test_middle);
  ADD_CASES ("/calibration/verdict/", verdicts, test_verdict);
  g_test_add_func ("/calibration/silent-middle", test_silent_middle);
  ADD_CASES ("/ambition/pace/", paces, test_pace);
  g_test_add_func ("/ambition/every-span", test_every_span);
  ADD_CASES ("/ambition/reach/", reaches, test_reach);
  g_test_add_func ("/ambition/landed", test_landed);

  return g_test_run ();
}
