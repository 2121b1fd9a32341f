#pragma once

#include "qd-terms.h"

G_BEGIN_DECLS

/* A pace rests on at least so many check-ins over at least so many days, and what
 * became of targets is told of at least so many key results. */
#define QD_AMBITION_MIN_READINGS 3u
#define QD_AMBITION_MIN_DAYS 28u
#define QD_AMBITION_MIN_CLOSED 5u

/**
 * QdAmbition:
 * @required: what the value has to change by in a week, or NAN
 * @best: the most that it ever changed by in a week, in that direction, or NAN
 * @n_closed: key results that the team closed with a grade
 * @n_landed: those of them whose grade is a success
 *
 * How far a draft reaches, by what was before. Figures are in the unit of the metric.
 */
typedef struct
{
  double required;
  double best;
  guint n_closed;
  guint n_landed;
} QdAmbition;

double    qd_ambition_find_best_pace  (const QdPoint    *readings,
                                       gsize             n_readings,
                                       gboolean          falling);
gboolean  qd_ambition_is_beyond       (const QdAmbition *self);
char     *qd_ambition_describe_pace   (const QdAmbition *self,
                                       const char       *unit);
char     *qd_ambition_describe_landed (const QdAmbition *self);

G_END_DECLS
