#pragma once

#include "qd-terms.h"

G_BEGIN_DECLS

/**
 * QdGradeBand:
 * @QD_GRADE_NONE: not graded
 * @QD_GRADE_RED: below 0.4
 * @QD_GRADE_YELLOW: from 0.4, below 0.7
 * @QD_GRADE_GREEN: from 0.7
 */
typedef enum
{
  QD_GRADE_NONE,
  QD_GRADE_RED,
  QD_GRADE_YELLOW,
  QD_GRADE_GREEN,
} QdGradeBand;

double       qd_grade_propose        (double        progress);
QdGradeBand  qd_grade_get_band       (double        grade);
gboolean     qd_grade_is_success     (double        grade,
                                      QdCommitment  commitment);
const char  *qd_grade_get_word       (double        grade,
                                      QdCommitment  commitment);
gboolean     qd_grade_asks_learning  (double        grade,
                                      double        progress,
                                      QdCommitment  commitment);
double       qd_grade_roll_up        (const double *grades,
                                      const double *weights,
                                      gsize         n);
const char  *qd_grade_state_board    (double        mean);
const char  *qd_grade_describe_board (double        mean);
char        *qd_grade_describe_form  (void);

G_END_DECLS
