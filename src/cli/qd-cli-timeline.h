#pragma once

#include "store/qd-details.h"

G_BEGIN_DECLS

/**
 * QdMoment:
 * @day: of which day it tells, or %QD_DAY_NONE
 * @at: when it was written, in milliseconds since the Unix epoch, or 0
 * @author: (nullable): who wrote it
 * @checkin: (nullable): the check-in that it is
 * @comment: (nullable): the comment that it is
 *
 * A check-in or a comment. Nobody knows who made those that came with many others
 * in one import.
 */
typedef struct
{
  QdDay day;
  gint64 at;
  const char *author;
  const QdCheckin *checkin;
  const QdComment *comment;
} QdMoment;

/**
 * QdPast:
 * @details: what belongs to the card
 * @history: (element-type QdHistoryEntry): what was done to it
 * @moments: (element-type QdMoment): its check-ins and comments, the latest first
 *
 * What became of a card, as it was when it was read.
 */
typedef struct
{
  QdDetails *details;
  GPtrArray *history;
  GArray *moments;
} QdPast;

QdPast *qd_past_read (QdStore  *store,
                      QdId      card,
                      GError  **error);
void    qd_past_free (QdPast   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdPast, qd_past_free)

G_END_DECLS
