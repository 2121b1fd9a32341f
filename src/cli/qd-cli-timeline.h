#pragma once

#include "store/qd-details.h"

G_BEGIN_DECLS

/**
 * QdMoment:
 * @day: of which day it tells, or %QD_DAY_NONE
 * @at: when it was written, in milliseconds since the Unix epoch, or 0
 * @author: (nullable): who wrote it, or imported it
 * @checkin: (nullable): the check-in that it is
 * @comment: (nullable): the comment that it is
 * @position: where it comes in the details
 *
 * A check-in or a comment.
 */
typedef struct
{
  QdDay day;
  gint64 at;
  const char *author;
  const QdCheckin *checkin;
  const QdComment *comment;
  guint position;
} QdMoment;

/**
 * QdCardPast:
 * @details: what belongs to the card
 * @makers: (element-type QdId QdMaker): who made its check-ins and comments
 * @moments: (element-type QdMoment): its check-ins and comments, the latest first
 *
 * What became of a card, as it was when it was read.
 */
typedef struct
{
  QdDetails *details;
  GHashTable *makers;
  GArray *moments;
} QdCardPast;

QdCardPast *qd_card_past_read (QdStore     *store,
                               QdId         card,
                               GError     **error);
void        qd_card_past_free (QdCardPast  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdCardPast, qd_card_past_free)

G_END_DECLS
