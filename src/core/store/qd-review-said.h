#pragma once

#include "qd-review-past.h"

G_BEGIN_DECLS

/* For core/store only. */

/**
 * QdObstacle:
 * @checkin: the check-in that tells of it first
 * @teller: the one that tells of it last
 * @text: what is, or was, in the way
 *
 * A blocker that somebody noted.
 */
typedef struct
{
  QdId checkin;
  QdId teller;
  char *text;
} QdObstacle;

/**
 * QdSaid:
 * @then: the value as it was known then, or NAN
 * @before: the same as it is known by now: corrected, or without what was taken back
 * @now: the value now, or NAN
 * @last: the check-in that says it, or %QD_ID_NONE
 * @note: what that says of it, or ""
 * @retold: the check-in that corrects or took back what was said then, or %QD_ID_NONE
 * @corrected: whether that corrects it
 * @in_the_way: (element-type QdObstacle): blockers that are not resolved, the latest last
 * @new_obstacles: (element-type QdObstacle): those of them that were not in the way then
 * @gone_obstacles: (element-type QdObstacle): those that are not in the way any more
 *
 * What was said of a card by then and since.
 */
typedef struct
{
  double then;
  double before;
  double now;
  QdId last;
  char *note;
  QdId retold;
  gboolean corrected;
  GPtrArray *in_the_way;
  GPtrArray *new_obstacles;
  GPtrArray *gone_obstacles;
} QdSaid;

GHashTable *qd_said_read (QdDb     *db,
                          QdId      board,
                          QdPast   *past,
                          GError  **error);

G_END_DECLS
