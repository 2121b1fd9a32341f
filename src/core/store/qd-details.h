#pragma once

#include "qd-store.h"

G_BEGIN_DECLS

/**
 * QdMilestone:
 * @id: of the milestone
 * @title: what has to be reached
 * @done: whether it is
 * @due: by when it should be, or %QD_DAY_NONE
 */
typedef struct
{
  QdId id;
  char *title;
  gboolean done;
  QdDay due;
} QdMilestone;

/**
 * QdPhase:
 * @id: of the phased target
 * @day: when
 * @value: what the metric should be then
 */
typedef struct
{
  QdId id;
  QdDay day;
  double value;
} QdPhase;

/**
 * QdDependency:
 * @id: of the dependency
 * @title: what the card waits for
 * @waits_for: whom it waits for, "" where nobody said
 * @flagged: since when, or %QD_DAY_NONE
 * @escalated: when those who can help were told, or %QD_DAY_NONE
 * @resolved: when the waiting ended, or %QD_DAY_NONE
 */
typedef struct
{
  QdId id;
  char *title;
  char *waits_for;
  QdDay flagged;
  QdDay escalated;
  QdDay resolved;
} QdDependency;

/**
 * QdCheckin:
 * @id: of the check-in
 * @day: of which day it tells
 * @value: what the metric was, or NAN
 * @before: what it was by the check-in before, or NAN
 * @note: what moved, or ""
 * @blocker: what was in the way, or ""
 * @resolved: when the blocker was out of the way, or %QD_DAY_NONE
 * @confidence: from 0 to 10, or %QD_CONFIDENCE_NONE
 * @superseded: whether another one that corrects it, or the same as it, counts instead
 */
typedef struct
{
  QdId id;
  QdDay day;
  double value;
  double before;
  char *note;
  char *blocker;
  QdDay resolved;
  int confidence;
  gboolean superseded;
} QdCheckin;

/**
 * QdComment:
 * @id: of the comment
 * @text: what somebody said
 */
typedef struct
{
  QdId id;
  char *text;
} QdComment;

/**
 * QdDetails:
 * @milestones: (element-type QdMilestone): in their order
 * @phases: (element-type QdPhase): by day
 * @dependencies: (element-type QdDependency): the open ones first, each by age
 * @checkins: (element-type QdCheckin): by day, the latest last; those that were
 *   corrected, too, each before what corrects it where that tells of the same day
 * @comments: (element-type QdComment): by age
 *
 * What belongs to a card, as it was when it was read.
 */
typedef struct
{
  GPtrArray *milestones;
  GPtrArray *phases;
  GPtrArray *dependencies;
  GPtrArray *checkins;
  GPtrArray *comments;
} QdDetails;

QdDetails       *qd_details_read          (QdStore          *store,
                                           QdId              card,
                                           GError          **error);
void             qd_details_free          (QdDetails        *self);
const QdCheckin *qd_details_find_checkin  (const QdDetails  *self,
                                           QdId              id);
const QdComment *qd_details_find_comment  (const QdDetails  *self,
                                           QdId              id);
char            *qd_details_dup_answer    (QdStore          *store,
                                           QdId              about,
                                           int               rule,
                                           const char       *facts,
                                           GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdDetails, qd_details_free)

G_END_DECLS
