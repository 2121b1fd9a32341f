/* What a team believed on its way through a cycle, by what the grades said in the end.
 *
 * It is about plans: nothing that comes in here says whose a key result was, and little
 * is told of few. Cycles of different lengths are put on a common scale, so that the
 * middle of one is compared with the middle of another.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-calibration.h"
#include "qd-number-text.h"
#include "qd-progress.h"

/* Confidence and grade that are no further apart agree: a step of either scale. */
#define CLOSE 0.1

static gboolean
is_said (int confidence)
{
  return qd_confidence_get_band (confidence) != QD_CONFIDENCE_UNKNOWN;
}

/* The week of the common scale, from 0 on, in which a day of the cycle ends. */
static guint
find_week (QdDay first_day,
           QdDay last_day,
           QdDay day)
{
  const guint64 n_days = (guint64) last_day - first_day + 1u;

  if (day < first_day)
    return 0;

  return (guint) (((guint64) (day - first_day) * QD_CALIBRATION_WEEKS) / n_days);
}

static gboolean
counts (const QdCalibrationCase *one)
{
  return isfinite (one->grade) && is_said (one->confidence[QD_CALIBRATION_WEEKS - 1]);
}

static void
add (QdCalibrationMean *mean,
     int                confidence,
     double             grade)
{
  mean->n++;
  mean->confidence += (double) confidence / QD_CONFIDENCE_MAX;
  mean->grade += grade;
}

/* Makes a mean of sums. */
static void
divide (QdCalibrationMean *mean)
{
  mean->confidence = mean->n > 0 ? mean->confidence / mean->n : NAN;
  mean->grade = mean->n > 0 ? mean->grade / mean->n : NAN;
}

static void
add_case (QdCalibration           *self,
          const QdCalibrationCase *one)
{
  const int middle = one->confidence[QD_CALIBRATION_MIDDLE - 1];

  for (guint week = 0; week < QD_CALIBRATION_WEEKS; week++)
    if (is_said (one->confidence[week]))
      add (&self->weeks[week], one->confidence[week], one->grade);
  if (is_said (middle))
    add (&self->bands[qd_confidence_get_band (middle)], middle, one->grade);
}

static char *
say_missing (guint n_missing)
{
  return g_strdup_printf (ngettext ("%u more key result with a confidence and a grade, and it "
                                    "can be told how well the two agree.",
                                    "%u more key results with a confidence and a grade, and it "
                                    "can be told how well the two agree.", n_missing),
                          n_missing);
}

/**
 * qd_calibration_case_init:
 * @self: (out caller-allocates): a case
 * @grade: from 0.0 to 1.0, or NAN
 * @first_day: of the cycle
 * @last_day: of the cycle, not before @first_day
 * @said: (array length=n_said): what its check-ins say, in their order
 * @n_said: how many there are
 *
 * Puts a key result on the common scale. With d days from the first of the cycle on and
 * n days in it, a check-in is of week
 *
 * |[
 * w = ⌊13 · d ÷ n⌋ + 1
 * ]|
 *
 * so that a week is a thirteenth of the cycle, which it is in a quarter. What was said
 * holds until something else is said. What was said before the cycle is of its first
 * week; what was said behind its end is hindsight, of no week, and left out.
 */
void
qd_calibration_case_init (QdCalibrationCase *self,
                          double             grade,
                          QdDay              first_day,
                          QdDay              last_day,
                          const QdSaid      *said,
                          gsize              n_said)
{
  g_return_if_fail (first_day <= last_day);

  self->grade = grade;
  for (guint week = 0; week < QD_CALIBRATION_WEEKS; week++)
    self->confidence[week] = QD_CONFIDENCE_NONE;

  for (gsize i = 0; i < n_said; i++)
    if (is_said (said[i].confidence))
      for (guint week = find_week (first_day, last_day, said[i].day);
           week < QD_CALIBRATION_WEEKS; week++)
        self->confidence[week] = said[i].confidence;
}

/**
 * qd_calibration_of:
 * @cases: (array length=n_cases): key results whose cycles are closed
 * @n_cases: how many there are
 * @calibration: (out caller-allocates): what can be told of them
 *
 * The method's rule for calibration: in each week, the mean confidence of the key
 * results that somebody had said one of, by the mean grade of the same key results.
 * Nothing is told of fewer than %QD_CALIBRATION_MIN that have both a grade and a
 * confidence.
 */
void
qd_calibration_of (const QdCalibrationCase *cases,
                   gsize                    n_cases,
                   QdCalibration           *calibration)
{
  *calibration = (QdCalibration) { 0 };

  for (gsize i = 0; i < n_cases; i++)
    calibration->n += counts (&cases[i]) ? 1 : 0;
  if (calibration->n < QD_CALIBRATION_MIN)
    calibration->n_missing = QD_CALIBRATION_MIN - calibration->n;
  else
    for (gsize i = 0; i < n_cases; i++)
      if (counts (&cases[i]))
        add_case (calibration, &cases[i]);

  for (guint week = 0; week < QD_CALIBRATION_WEEKS; week++)
    divide (&calibration->weeks[week]);
  for (guint band = 0; band < G_N_ELEMENTS (calibration->bands); band++)
    divide (&calibration->bands[band]);
}

/**
 * qd_calibration_describe:
 * @self: what can be told
 *
 * Returns: (transfer full): how confidence halfway through and grades agree, or how many
 *   key results are still missing; translated
 */
char *
qd_calibration_describe (const QdCalibration *self)
{
  const QdCalibrationMean *middle = &self->weeks[QD_CALIBRATION_MIDDLE - 1];
  g_autofree char *confidence = NULL;
  g_autofree char *grade = NULL;
  double gap;

  if (self->n_missing > 0)
    return say_missing (self->n_missing);
  if (middle->n == 0)
    return g_strdup (_("Nobody said a confidence in the first half of a cycle."));

  gap = middle->confidence - middle->grade;
  confidence = qd_number_text (round (100.0 * middle->confidence) / 10.0);
  grade = qd_number_text (round (100.0 * middle->grade) / 100.0);
  if (qd_progress_reaches (CLOSE, fabs (gap)))
    /* Translators: a mean confidence and a mean grade */
    return g_strdup_printf (_("Halfway through, confidence was %s of 10, and the grades came to "
                              "%s: the two agree."), confidence, grade);
  if (gap > 0.0)
    /* Translators: a mean confidence and a mean grade */
    return g_strdup_printf (_("Halfway through, confidence was %s of 10, and the grades came to "
                              "%s: less landed than was believed."), confidence, grade);

  /* Translators: a mean confidence and a mean grade */
  return g_strdup_printf (_("Halfway through, confidence was %s of 10, and the grades came to "
                            "%s: more landed than was believed."), confidence, grade);
}

/**
 * qd_calibration_describe_band:
 * @self: what can be told
 * @band: low, medium or high
 *
 * Returns: (transfer full) (nullable): what became of the key results of that confidence
 *   halfway through, translated; %NULL where there were none
 */
char *
qd_calibration_describe_band (const QdCalibration *self,
                              QdConfidenceBand     band)
{
  const QdCalibrationMean *mean;
  g_autofree char *grade = NULL;

  g_return_val_if_fail (band >= QD_CONFIDENCE_LOW && band <= QD_CONFIDENCE_HIGH, NULL);

  mean = &self->bands[band];
  if (mean->n < QD_CALIBRATION_BAND_MIN)
    return NULL;

  grade = qd_number_text (round (100.0 * mean->grade) / 100.0);
  if (band == QD_CONFIDENCE_LOW)
    /* Translators: a count, and a grade or the mean of several */
    return g_strdup_printf (ngettext ("%u key result had a low confidence halfway through; its "
                                      "grade was %s.",
                                      "%u key results had a low confidence halfway through; "
                                      "their mean grade was %s.", mean->n), mean->n, grade);
  if (band == QD_CONFIDENCE_MEDIUM)
    /* Translators: a count, and a grade or the mean of several */
    return g_strdup_printf (ngettext ("%u key result had a medium confidence halfway through; "
                                      "its grade was %s.",
                                      "%u key results had a medium confidence halfway through; "
                                      "their mean grade was %s.", mean->n), mean->n, grade);

  /* Translators: a count, and a grade or the mean of several */
  return g_strdup_printf (ngettext ("%u key result had a high confidence halfway through; its "
                                    "grade was %s.",
                                    "%u key results had a high confidence halfway through; "
                                    "their mean grade was %s.", mean->n), mean->n, grade);
}
