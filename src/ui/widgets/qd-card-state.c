/* What there is to show of a card on a day, worked out once.
 *
 * Only asks the rules of the method; how it looks and what words say it is for
 * others.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "method/qd-coach.h"
#include "model/qd-key-result.h"

#include "qd-card-state.h"
#include "qd-number-text.h"

/* How long a day is believed to go on without a look at the clock. */
#define TODAY_USEC (G_USEC_PER_SEC / 2)

static QdDay known_day = QD_DAY_NONE;
static gint64 looked;

static void
note_answers (QdCardState *self,
              QdKeyResult *result)
{
  if (qd_key_result_get_summary (result)->answers == NULL)
    return;

  for (guint i = 0; i < self->n_disagreements; i++)
    {
      g_autofree char *facts = NULL;

      facts = qd_coach_dup_facts (self->disagreements[i], &self->facts, &self->standing,
                                  self->today);
      self->answered[i] = qd_key_result_is_answered (result, (int) self->disagreements[i],
                                                     facts);
    }
}

/**
 * qd_card_state_today:
 * @card: (nullable): a card
 *
 * Today, for many cards in a row: as qd_clock_today(), which asks for the time
 * zone each time.
 *
 * Returns: today, or for a card of the past the day as of which it shows
 */
QdDay
qd_card_state_today (QdCard *card)
{
  const QdDay as_of = card != NULL ? qd_card_get_as_of (card) : QD_DAY_NONE;
  const gint64 now = g_get_monotonic_time ();

  if (as_of != QD_DAY_NONE)
    return as_of;

  if (known_day == QD_DAY_NONE || now - looked > TODAY_USEC)
    {
      known_day = qd_clock_today ();
      looked = now;
    }

  return known_day;
}

/**
 * qd_card_state_forget_today:
 *
 * Has qd_card_state_today() look at the clock again, for another day began.
 */
void
qd_card_state_forget_today (void)
{
  known_day = QD_DAY_NONE;
}

/**
 * qd_card_state_init:
 * @self: where to put it
 * @card: a card
 * @today: a day
 */
void
qd_card_state_init (QdCardState *self,
                    QdCard      *card,
                    QdDay        today)
{
  QdKeyResult *result;

  g_return_if_fail (self != NULL);
  g_return_if_fail (QD_IS_CARD (card));

  *self = (QdCardState) { .today = today, .measured = QD_IS_KEY_RESULT (card), .grade = NAN };
  if (!self->measured)
    return;

  result = QD_KEY_RESULT (card);
  qd_key_result_get_facts (result, &self->facts);
  qd_standing_of (&self->facts, today, &self->standing);
  self->grade = qd_key_result_get_grade (result);
  self->n_comments = qd_key_result_get_summary (result)->n_comments;
  self->n_disagreements = qd_honesty_find (&self->facts, &self->standing,
                                           self->disagreements);
  note_answers (self, result);
}

/**
 * qd_card_state_find:
 * @self: the state of a card
 * @disagreement: a disagreement
 * @answered: (out) (optional): whether somebody answered it
 *
 * Returns: whether it is there
 */
gboolean
qd_card_state_find (const QdCardState *self,
                    QdDisagreement     disagreement,
                    gboolean          *answered)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->n_disagreements; i++)
    {
      if (self->disagreements[i] != disagreement)
        continue;

      if (answered != NULL)
        *answered = self->answered[i];
      return TRUE;
    }

  return FALSE;
}

/**
 * qd_card_state_get_disagreement:
 * @self: the state of a card
 *
 * Chooses among what disagrees. That the last check-in is too old is health, and
 * what was answered steps back behind what was not.
 *
 * Returns: what the badge is about, or 0 where there is none
 */
QdDisagreement
qd_card_state_get_disagreement (const QdCardState *self)
{
  QdDisagreement chosen = (QdDisagreement) 0;

  g_return_val_if_fail (self != NULL, (QdDisagreement) 0);

  for (guint i = 0; i < self->n_disagreements; i++)
    {
      if (self->disagreements[i] == QD_DISAGREEMENT_OUTDATED)
        continue;

      if (!self->answered[i])
        return self->disagreements[i];
      if (chosen == 0)
        chosen = self->disagreements[i];
    }

  return chosen;
}

/**
 * qd_card_state_has_sign:
 * @self: the state of a card
 * @sign: a sign
 *
 * Returns: whether the card has it. A card on which nobody has said anything yet
 *   has no health that would be worth a sign
 */
gboolean
qd_card_state_has_sign (const QdCardState *self,
                        QdCardSign         sign)
{
  const QdFacts *facts;

  g_return_val_if_fail (self != NULL, FALSE);

  facts = &self->facts;
  if (!self->measured)
    return FALSE;

  switch (sign)
    {
    case QD_CARD_SIGN_HEALTH:
      return qd_standing_has_health (&self->standing);

    case QD_CARD_SIGN_DISAGREEMENT:
      return qd_card_state_get_disagreement (self) != 0;

    case QD_CARD_SIGN_BLOCKER:
      return facts->blocked;

    case QD_CARD_SIGN_DEPENDENCY:
      return facts->n_waiting > 0;

    case QD_CARD_SIGN_MILESTONES:
      return facts->n_milestones > 0 && facts->metric != QD_METRIC_MILESTONES;

    case QD_CARD_SIGN_COMMENTS:
      return self->n_comments > 0;

    case QD_CARD_SIGN_CONFIDENCE:
      return facts->confidence != QD_CONFIDENCE_NONE;

    case QD_CARD_SIGN_AGE:
      return facts->checked != QD_DAY_NONE && !facts->closed;

    case QD_N_CARD_SIGNS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * qd_card_state_get_progress:
 * @self: the state of a card
 *
 * Returns: raw progress, 1.0 being 100 %, or NAN
 */
double
qd_card_state_get_progress (const QdCardState *self)
{
  g_return_val_if_fail (self != NULL, NAN);

  return self->measured ? self->standing.progress : NAN;
}

/**
 * qd_card_state_dup_health:
 * @self: the state of a key result
 *
 * Returns: (transfer full): its health in a word or two: "On track"; when its board is
 *   closed, the grade that it was given
 */
char *
qd_card_state_dup_health (const QdCardState *self)
{
  g_autofree char *grade = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->standing.health != QD_HEALTH_CLOSED || isnan (self->grade))
    return g_strdup (qd_health_get_name (self->standing.health));

  grade = qd_number_text_grade (self->grade);

  /* Translators: as in "Grade 0.7". */
  return g_strdup_printf (_("Grade %s"), grade);
}
