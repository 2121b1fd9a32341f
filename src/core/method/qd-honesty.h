#pragma once

#include "qd-standing.h"

G_BEGIN_DECLS

/**
 * QdDisagreement:
 * @QD_DISAGREEMENT_COMPLETE_BELOW: in Complete, but below 100 %
 * @QD_DISAGREEMENT_DONE_ELSEWHERE: at 100 %, but not in Complete
 * @QD_DISAGREEMENT_NO_BLOCKER: in At Risk, but no blocker is noted
 * @QD_DISAGREEMENT_LOW_CONFIDENCE: in a healthy column, but confidence is low
 * @QD_DISAGREEMENT_BEHIND_PACE: in In Progress, but the pace says at risk
 * @QD_DISAGREEMENT_STUCK: in Not Started for too long
 * @QD_DISAGREEMENT_OUTDATED: nobody says anything any more
 * @QD_DISAGREEMENT_NOT_ESCALATED: at risk and waiting, but nobody was told
 *
 * Where column, figures and confidence disagree. The numbers stand in files: one
 * is only ever added.
 */
typedef enum
{
  QD_DISAGREEMENT_COMPLETE_BELOW = 1,
  QD_DISAGREEMENT_DONE_ELSEWHERE = 2,
  QD_DISAGREEMENT_NO_BLOCKER = 3,
  QD_DISAGREEMENT_LOW_CONFIDENCE = 4,
  QD_DISAGREEMENT_BEHIND_PACE = 5,
  QD_DISAGREEMENT_STUCK = 6,
  QD_DISAGREEMENT_OUTDATED = 7,
  QD_DISAGREEMENT_NOT_ESCALATED = 8,
} QdDisagreement;

#define QD_N_DISAGREEMENTS 8

guint       qd_honesty_find     (const QdFacts    *facts,
                                 const QdStanding *standing,
                                 QdDisagreement   *found);
const char *qd_honesty_get_name (QdDisagreement    disagreement);
char       *qd_honesty_explain  (QdDisagreement    disagreement,
                                 const QdFacts    *facts,
                                 const QdStanding *standing,
                                 QdDay             today);

G_END_DECLS
