#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QdDay:
 *
 * A calendar day as its proleptic Julian day number as #GDate counts it
 * (1 = January 1 of the year 1); 0 is no day.
 */
typedef guint32 QdDay;

#define QD_DAY_NONE 0u

/**
 * QdClockFunc:
 *
 * Returns: milliseconds since 1970-01-01T00:00:00Z
 */
typedef gint64 (*QdClockFunc) (gpointer user_data);

gint64  qd_clock_now       (gpointer    unused);
QdDay   qd_clock_today     (void);

QdDay   qd_day_new         (guint       year,
                            guint       month,
                            guint       day);
QdDay   qd_day_parse       (const char *iso);
QdDay   qd_day_of_instant  (gint64      instant);
gint64  qd_day_get_start   (QdDay       day);
char   *qd_day_to_iso      (QdDay       day);
char   *qd_day_to_display  (QdDay       day);
char   *qd_day_to_long     (QdDay       day);
QdDay   qd_day_add_months  (QdDay       day,
                            int         months);
void    qd_day_get_quarter (QdDay       day,
                            QdDay      *first,
                            QdDay      *last);
char   *qd_day_quarter_name (QdDay      day);

G_END_DECLS
