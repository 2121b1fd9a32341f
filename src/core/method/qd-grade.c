/* How a key result is judged when its cycle is closed.
 *
 * A grade is proposed here and given by people. It is about a result, and a board's
 * about a plan; never about a person, and never a ranking.
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "qd-grade.h"
#include "qd-number-text.h"
#include "qd-progress.h"
#include "qd-roll-up.h"

/* From these on, a grade is yellow, or green. */
#define YELLOW 0.4
#define GREEN 0.7

/* From these on, a grade is a success. */
#define ASPIRATIONAL_SUCCESS 0.7
#define COMMITTED_SUCCESS 1.0

/* Raw progress from which on a target was overshot by far: half as much again is no
 * luck any more, there is something to learn about setting targets. */
#define OVERSHOT 1.5

/* The means at which a board gets another sentence. */
#define TOO_SAFE 0.85
#define HEALTHY 0.60
#define PARTLY 0.40

/**
 * qd_grade_propose:
 * @progress: raw progress, 1.0 being 100 %, or NAN
 *
 * The grade that the method's rule for grades proposes: clamped progress, rounded
 * to one decimal, half up. What is by less than %QD_PROGRESS_TOLERANCE short of a
 * half is one.
 *
 * Returns: the grade, from 0.0 to 1.0; 0.0 where nobody has checked in
 */
double
qd_grade_propose (double progress)
{
  return round (10.0 * (qd_progress_clamp (progress) + QD_PROGRESS_TOLERANCE)) / 10.0;
}

/**
 * qd_grade_get_band:
 * @grade: a grade or a mean of grades, from 0.0 to 1.0, or NAN
 *
 * The method's rule for grades: below 0.4 is red, below 0.7 yellow, and green from
 * there on.
 *
 * Returns: the band; %QD_GRADE_NONE where there is no grade
 */
QdGradeBand
qd_grade_get_band (double grade)
{
  if (isnan (grade))
    return QD_GRADE_NONE;
  if (qd_progress_reaches (grade, GREEN))
    return QD_GRADE_GREEN;
  if (qd_progress_reaches (grade, YELLOW))
    return QD_GRADE_YELLOW;

  return QD_GRADE_RED;
}

/**
 * qd_grade_is_success:
 * @grade: a grade, from 0.0 to 1.0, or NAN
 * @commitment: of the objective
 *
 * The method's rule for grades: 0.7 is a success where the objective is
 * aspirational, and 1.0 is expected where it is committed.
 *
 * Returns: whether the grade is a success; %FALSE where there is none
 */
gboolean
qd_grade_is_success (double       grade,
                     QdCommitment commitment)
{
  double limit = commitment == QD_COMMITMENT_COMMITTED ? COMMITTED_SUCCESS
                                                       : ASPIRATIONAL_SUCCESS;

  return qd_progress_reaches (grade, limit);
}

/**
 * qd_grade_get_word:
 * @grade: a grade or a mean of grades, from 0.0 to 1.0, or NAN
 * @commitment: of the objective
 *
 * A grade tells how far something came. No word here judges it, and none is about
 * people.
 *
 * Returns: (transfer none): the grade in a word or two, translated
 */
const char *
qd_grade_get_word (double       grade,
                   QdCommitment commitment)
{
  if (qd_progress_reaches (grade, COMMITTED_SUCCESS))
    return C_("grade", "All the way");
  if (qd_grade_is_success (grade, commitment))
    return C_("grade", "As far as hoped");

  switch (qd_grade_get_band (grade))
    {
    case QD_GRADE_GREEN:
      return C_("grade", "Most of the way");

    case QD_GRADE_YELLOW:
      return C_("grade", "Part of the way");

    case QD_GRADE_RED:
      return C_("grade", "First steps");

    case QD_GRADE_NONE:
    default:
      return C_("grade", "Not graded yet");
    }
}

/**
 * qd_grade_asks_learning:
 * @grade: the grade that was given, from 0.0 to 1.0; NAN for the one that is proposed
 * @progress: raw progress, 1.0 being 100 %, or NAN
 * @commitment: of the objective
 *
 * Whether a key result came to lie so far from its target that one sentence about what
 * was learned is worth asking for: by the method's rule for grades it was no success,
 * or it came to one and a half times the way or more.
 *
 * Returns: whether to ask
 */
gboolean
qd_grade_asks_learning (double       grade,
                        double       progress,
                        QdCommitment commitment)
{
  if (isnan (grade))
    grade = qd_grade_propose (progress);

  return !qd_grade_is_success (grade, commitment) || qd_progress_reaches (progress, OVERSHOT);
}

/**
 * qd_grade_roll_up:
 * @grades: (array length=n): grade of each, from 0.0 to 1.0, or NAN
 * @weights: (array length=n): weight of each
 * @n: how many there are
 *
 * Grade of an objective from its key results, or of a board from its objectives:
 *
 * |[
 * g = Σ w · g ÷ Σ w
 * ]|
 *
 * What is not graded is left out, with its weight. A weight that is negative, infinite
 * or NAN counts as 0; where no weight is left, all are equal.
 *
 * Returns: the grade, from 0.0 to 1.0; NAN where nothing is graded
 */
double
qd_grade_roll_up (const double *grades,
                  const double *weights,
                  gsize         n)
{
  return qd_roll_up_aligned (NAN, grades, weights, n);
}

/**
 * qd_grade_state_board:
 * @mean: the mean of a board's grades, from 0.0 to 1.0, or NAN
 *
 * As qd_grade_describe_board(), for what has to be the same in every language.
 *
 * Returns: an English sentence, to be translated, or "" where there is no mean
 */
const char *
qd_grade_state_board (double mean)
{
  if (isnan (mean))
    return "";
  if (!qd_progress_reaches (TOO_SAFE, mean))
    return N_("The targets were probably too safe.");
  if (qd_progress_reaches (mean, HEALTHY))
    return N_("This was a healthy stretch.");
  if (qd_progress_reaches (mean, PARTLY))
    return N_("The plan partly landed.");

  return N_("The plan outran capacity.");
}

/**
 * qd_grade_describe_board:
 * @mean: the mean of a board's grades, from 0.0 to 1.0, or NAN
 *
 * What the method's rule for grades says of a board: something about its plan.
 *
 * Returns: a translated sentence, or "" where there is no mean
 */
const char *
qd_grade_describe_board (double mean)
{
  const char *sentence = qd_grade_state_board (mean);

  return *sentence != '\0' ? _(sentence) : "";
}

/**
 * qd_grade_describe_form:
 *
 * Returns: (transfer full): what a grade looks like, as a translated sentence
 */
char *
qd_grade_describe_form (void)
{
  g_autofree char *example = qd_number_text_grade (0.7);

  /* Translators: a grade, as in "0.7" */
  return g_strdup_printf (_("A grade is a number from 0 to 1, as in %s."), example);
}
