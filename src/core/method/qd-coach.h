#pragma once

#include "qd-honesty.h"

G_BEGIN_DECLS

/* More objectives on a board, or key results of an objective, and focus is lost. */
#define QD_COACH_MAX_OBJECTIVES 4
#define QD_COACH_MAX_KEY_RESULTS 4

/**
 * QdAdviceRule:
 *
 * What an advice is about. Below 100 those of #QdDisagreement. The numbers stand in
 * files: one is only ever added.
 */
typedef enum
{
  QD_ADVICE_FEW_OBJECTIVES = 101,
  QD_ADVICE_MANY_OBJECTIVES = 102,
  QD_ADVICE_FEW_KEY_RESULTS = 103,
  QD_ADVICE_MANY_KEY_RESULTS = 104,
  QD_ADVICE_NO_NUMBER = 105,
  QD_ADVICE_ONE_NUMBER = 106,
  QD_ADVICE_OUTPUT_VERB = 107,
  QD_ADVICE_NO_BASELINE = 108,
  QD_ADVICE_NO_TARGET = 109,
  QD_ADVICE_NO_MEASUREMENT = 110,
  QD_ADVICE_NO_OWNER = 111,
  QD_ADVICE_YES_NO = 112,
  QD_ADVICE_DIGITS_IN_OBJECTIVE = 113,
  QD_ADVICE_ALL_OUTPUTS = 114,
  QD_ADVICE_NO_ALIGNMENT = 115,
  QD_ADVICE_TOP_DOWN = 116,
} QdAdviceRule;

/**
 * QdCoachCard:
 * @id: of the card
 * @objective: id of its objective, or 0
 * @title: what it says
 * @has_owner: whether it is somebody's
 * @has_measurement: whether it says how it is measured
 * @result: outcome or output
 * @facts: its figures
 * @standing: what the rules say about them
 */
typedef struct
{
  gint64 id;
  gint64 objective;
  const char *title;
  gboolean has_owner;
  gboolean has_measurement;
  QdResultKind result;
  const QdFacts *facts;
  const QdStanding *standing;
} QdCoachCard;

/**
 * QdCoachObjective:
 * @id: of the objective
 * @parent: id of the objective that it is aligned to, or 0
 * @title: what it says
 */
typedef struct
{
  gint64 id;
  gint64 parent;
  const char *title;
} QdCoachObjective;

/**
 * QdCoachBoard:
 * @id: of the board
 * @objectives: (array length=n_objectives): its objectives
 * @n_objectives: how many
 * @cards: (array length=n_cards): its key results
 * @n_cards: how many
 * @anyone_above: whether any other board of the cycle has objectives to align to
 */
typedef struct
{
  gint64 id;
  const QdCoachObjective *objectives;
  gsize n_objectives;
  const QdCoachCard *cards;
  gsize n_cards;
  gboolean anyone_above;
} QdCoachBoard;

/**
 * QdAdvice:
 * @rule: a #QdAdviceRule or a #QdDisagreement
 * @subject: id of the card, objective or board that it is about
 * @title: (nullable): title of the subject; %NULL for the board
 * @reason: what was found, as a translated sentence
 * @remedy: what to do about it, as a translated sentence
 * @facts: what it rests on, for comparison: an advice that was dismissed stays
 *   dismissed while this stays the same
 */
typedef struct
{
  int rule;
  gint64 subject;
  char *title;
  char *reason;
  char *remedy;
  char *facts;
} QdAdvice;

void       qd_advice_free             (QdAdvice           *self);

GPtrArray *qd_coach_advise            (const QdCoachBoard *board,
                                       QdDay               today);
void       qd_coach_advise_objectives (const QdCoachBoard *board,
                                       GPtrArray          *advices);
void       qd_coach_advise_card       (const QdCoachCard  *card,
                                       QdDay               today,
                                       GPtrArray          *advices);
char      *qd_coach_dup_facts         (QdDisagreement      disagreement,
                                       const QdFacts      *facts,
                                       const QdStanding   *standing,
                                       QdDay               today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdAdvice, qd_advice_free)

G_END_DECLS
