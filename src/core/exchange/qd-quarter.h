#pragma once

#include "qd-clock.h"

G_BEGIN_DECLS

/**
 * QdQuarter:
 * @number: 1 to 4
 * @year: its year, or 0 where none is named
 * @fiscal: whether it is a quarter of a fiscal year
 * @year_text: the fiscal year as it is written, "22" or "2022"; else empty
 * @start: where its name begins in the text, in bytes
 * @end: where its name ends
 *
 * A quarter that a text names.
 */
typedef struct
{
  guint number;
  guint year;
  gboolean fiscal;
  char year_text[5];
  gsize start;
  gsize end;
} QdQuarter;

gboolean  qd_quarter_find      (const char      *text,
                                QdQuarter       *quarter);
void      qd_quarter_complete  (QdQuarter       *quarter,
                                QdDay            today);
char     *qd_quarter_to_name   (const QdQuarter *quarter);
void      qd_quarter_get_days  (const QdQuarter *quarter,
                                QdDay           *first,
                                QdDay           *last);
gboolean  qd_quarter_find_days (const char      *text,
                                QdDay           *first,
                                QdDay           *last);

G_END_DECLS
