#pragma once

#include "qd-transaction.h"

G_BEGIN_DECLS

/**
 * QdCheckinDraft:
 * @day: of which day it tells
 * @value: what the metric is now, or NAN
 * @note: (nullable): what moved
 * @blocker: (nullable): what is in the way
 * @confidence: from 0 to 10, or %QD_CONFIDENCE_NONE
 * @column: where the card goes in the same step, or %QD_ID_NONE
 * @supersedes: an earlier check-in that this one corrects, or %QD_ID_NONE
 */
typedef struct
{
  QdDay day;
  double value;
  const char *note;
  const char *blocker;
  int confidence;
  QdId column;
  QdId supersedes;
} QdCheckinDraft;

QdId      qd_edit_check_in        (QdStore               *store,
                                   QdId                   card,
                                   const QdCheckinDraft  *draft,
                                   GError               **error);
gboolean  qd_edit_resolve_blocker (QdStore               *store,
                                   QdId                   checkin,
                                   QdDay                  day,
                                   GError               **error);

G_END_DECLS
