#pragma once

#include "qd-key-result.h"

G_BEGIN_DECLS

/**
 * QdCardBrief:
 * @title: its title, all of it, as one line
 * @objective: (nullable): the title of its objective
 * @metric: (nullable): its figures: "200 → 500, now 350 users"
 * @percent: (nullable): its progress: "50%"
 * @share: (nullable): the same, and what is expected: "50%, expected 46%"
 * @health: (nullable): the word of its health, where that says anything
 * @owner: (nullable): who owns it
 * @confidence: (nullable): "confidence 6 of 10"
 * @notes: what else has to be known: "blocked, check-in due", or ""
 * @blocked: whether a blocker is noted that is not resolved
 * @standing: what the rules say about it
 *
 * What is told of a card where there is no place for all.
 */
typedef struct
{
  char *title;
  char *objective;
  char *metric;
  char *percent;
  char *share;
  const char *health;
  char *owner;
  char *confidence;
  char *notes;
  gboolean blocked;
  QdStanding standing;
} QdCardBrief;

void qd_card_brief_init  (QdCardBrief *self,
                          QdCard      *card,
                          QdDay        today);
void qd_card_brief_clear (QdCardBrief *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QdCardBrief, qd_card_brief_clear)

G_END_DECLS
