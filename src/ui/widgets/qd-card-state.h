#pragma once

#include "method/qd-honesty.h"
#include "model/qd-card.h"

G_BEGIN_DECLS

/**
 * QdCardSign:
 *
 * The signs of a card, in the order in which they stand.
 */
typedef enum
{
  QD_CARD_SIGN_HEALTH,
  QD_CARD_SIGN_DISAGREEMENT,
  QD_CARD_SIGN_BLOCKER,
  QD_CARD_SIGN_DEPENDENCY,
  QD_CARD_SIGN_MILESTONES,
  QD_CARD_SIGN_COMMENTS,
  QD_CARD_SIGN_CONFIDENCE,
  QD_CARD_SIGN_AGE,
  QD_N_CARD_SIGNS
} QdCardSign;

/**
 * QdCardState:
 * @today: the day for which it holds
 * @measured: whether the card is a key result; nothing else is set where not
 * @facts: what is known; its lists are good until the card changes
 * @standing: what the rules say about it
 * @grade: the grade that it was given when its board was closed, or NAN
 * @n_comments: how many comments it has
 * @n_disagreements: how many disagreements there are
 * @disagreements: the first @n_disagreements are, the most important first
 * @answered: for each of them whether somebody answered it
 *
 * What there is to show of a card on a day.
 */
typedef struct
{
  QdDay today;
  gboolean measured;
  QdFacts facts;
  QdStanding standing;
  double grade;
  guint n_comments;
  guint n_disagreements;
  QdDisagreement disagreements[QD_N_DISAGREEMENTS];
  gboolean answered[QD_N_DISAGREEMENTS];
} QdCardState;

QdDay          qd_card_state_today            (QdCard *card);
void           qd_card_state_forget_today     (void);
void           qd_card_state_init             (QdCardState       *self,
                                               QdCard            *card,
                                               QdDay              today);
gboolean       qd_card_state_find             (const QdCardState *self,
                                               QdDisagreement     disagreement,
                                               gboolean          *answered);
QdDisagreement qd_card_state_get_disagreement (const QdCardState *self);
gboolean       qd_card_state_has_sign         (const QdCardState *self,
                                               QdCardSign         sign);
double         qd_card_state_get_progress     (const QdCardState *self);
char          *qd_card_state_dup_health       (const QdCardState *self);

G_END_DECLS
