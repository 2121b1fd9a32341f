#pragma once

#include "qd-outline-private.h"
#include "qd-outline-survey.h"

G_BEGIN_DECLS

/**
 * QdOutlineCycle:
 * @name_line: number of the line that names the cycle, or 0
 * @days_line: number of the line that gives its days, or 0
 *
 * Where a document says which cycle it is about.
 */
typedef struct
{
  guint name_line;
  guint days_line;
} QdOutlineCycle;

void  qd_outline_read_cycle    (const QdLines         *lines,
                                const QdOutlineSurvey *survey,
                                QdDay                  today,
                                QdOutline             *outline,
                                QdOutlineCycle        *cycle);
char *qd_outline_title_to_team (const char            *title);

G_END_DECLS
