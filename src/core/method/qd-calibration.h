#pragma once

#include "qd-confidence.h"

G_BEGIN_DECLS

/* The weeks of the common scale, and how many key results it takes to say anything. */
#define QD_CALIBRATION_WEEKS 13u
#define QD_CALIBRATION_MIN 12u
/* Of fewer than so many with one confidence nothing is told: a key result is somebody's. */
#define QD_CALIBRATION_BAND_MIN 3u

/* Halfway through, on the common scale. */
#define QD_CALIBRATION_MIDDLE 7u

/**
 * QdSaid:
 * @day: of which day a check-in tells
 * @confidence: from 0 to %QD_CONFIDENCE_MAX, or %QD_CONFIDENCE_NONE
 */
typedef struct
{
  QdDay day;
  int confidence;
} QdSaid;

/**
 * QdCalibrationCase:
 * @grade: from 0.0 to 1.0, or NAN
 * @confidence: what had been said last by the end of each week, or
 *   %QD_CONFIDENCE_NONE
 *
 * A key result whose cycle is closed. Whose it was is not known here.
 */
typedef struct
{
  double grade;
  int confidence[QD_CALIBRATION_WEEKS];
} QdCalibrationCase;

/**
 * QdCalibrationMean:
 * @n: how many key results it is a mean of
 * @confidence: their mean confidence as a share, from 0.0 to 1.0; NAN of none
 * @grade: their mean grade, from 0.0 to 1.0; NAN of none
 */
typedef struct
{
  guint n;
  double confidence;
  double grade;
} QdCalibrationMean;

/**
 * QdCalibration:
 * @n: key results with a grade and a confidence
 * @n_missing: how many more it takes to say anything; the rest is empty above 0
 * @weeks: those that somebody had said a confidence of by then, by week
 * @bands: those of a #QdConfidenceBand halfway through; nobody is of
 *   %QD_CONFIDENCE_UNKNOWN
 *
 * What people believed on the way, and what came of it.
 */
typedef struct
{
  guint n;
  guint n_missing;
  QdCalibrationMean weeks[QD_CALIBRATION_WEEKS];
  QdCalibrationMean bands[QD_CONFIDENCE_HIGH + 1];
} QdCalibration;

void   qd_calibration_case_init     (QdCalibrationCase       *self,
                                     double                   grade,
                                     QdDay                    first_day,
                                     QdDay                    last_day,
                                     const QdSaid            *said,
                                     gsize                    n_said);
void   qd_calibration_of            (const QdCalibrationCase *cases,
                                     gsize                    n_cases,
                                     QdCalibration           *calibration);
char  *qd_calibration_describe      (const QdCalibration     *self);
char  *qd_calibration_describe_band (const QdCalibration     *self,
                                     QdConfidenceBand         band);

G_END_DECLS
