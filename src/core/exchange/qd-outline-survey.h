#pragma once

#include "qd-outline-lines.h"

G_BEGIN_DECLS

/* The index of no line. */
#define QD_LINE_NONE G_MAXUINT

/**
 * QdOutlineSurvey:
 * @team_level: level of the headings that are teams, 0 where none are
 * @title: index of the heading that is the title of the document, or
 *   %QD_LINE_NONE
 * @loose: whether it has neither objectives nor marks, so that plain bullets
 *   are key results
 *
 * How a document uses Markdown to say what is a team, an objective and a key
 * result.
 */
typedef struct
{
  guint team_level;
  guint title;
  gboolean loose;
} QdOutlineSurvey;

void     qd_outline_survey         (QdLines         *lines,
                                    QdOutlineSurvey *survey);
gboolean qd_outline_only_announces (const QdLine    *line);

G_END_DECLS
