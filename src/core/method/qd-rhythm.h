#pragma once

#include "qd-terms.h"

G_BEGIN_DECLS

/**
 * QdRhythm:
 * @cadence: days from one check-in to the next, at least 1
 * @weekday: the weekday of the first one, from %G_DATE_MONDAY to %G_DATE_SUNDAY
 *
 * When check-ins of a board are due.
 */
typedef struct
{
  guint cadence;
  guint weekday;
} QdRhythm;

#define QD_RHYTHM_CADENCE 7u
#define QD_RHYTHM_WEEKDAY 5u
#define QD_RHYTHM_GRACE 3u
#define QD_RHYTHM_DEFAULT { QD_RHYTHM_CADENCE, QD_RHYTHM_WEEKDAY }

QdDay    qd_rhythm_get_due      (const QdRhythm *rhythm,
                                 QdDay           first_day,
                                 QdDay           last_day,
                                 QdDay           since,
                                 QdDay           checked);
QdDay    qd_rhythm_get_answered (const QdRhythm *rhythm,
                                 QdDay           first_day,
                                 QdDay           last_day,
                                 QdDay           checked);
guint    qd_rhythm_count_due    (const QdRhythm *rhythm,
                                 QdDay           first_day,
                                 QdDay           last_day,
                                 QdDay           today);
gboolean qd_rhythm_is_outdated  (QdDay           due,
                                 QdDay           today);
gboolean qd_rhythm_is_stuck     (QdColumnRole    role,
                                 QdDay           first_day,
                                 QdDay           since,
                                 QdDay           today);

G_END_DECLS
