/* What there is to add about the signs of a card, in whole words.
 *
 * A badge gives its reason as a sentence, and what was answered to it.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "exchange/qd-health-text.h"
#include "method/qd-coach.h"
#include "store/qd-details.h"

#include "qd-card-tips.h"
#include "qd-card-text.h"
#include "qd-day-text.h"
#include "qd-number-format.h"

/* The reason, and what was said to it if anything was. */
static char *
explain (const QdCardState *state,
         QdDisagreement     disagreement,
         QdStore           *store,
         QdCard            *card)
{
  g_autofree char *reason = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *answer = NULL;
  g_autofree char *clipped = NULL;
  gboolean answered = FALSE;

  reason = qd_honesty_explain (disagreement, &state->facts, &state->standing, state->today);
  qd_card_state_find (state, disagreement, &answered);
  if (!answered)
    return g_steal_pointer (&reason);

  if (store != NULL)
    {
      facts = qd_coach_dup_facts (disagreement, &state->facts, &state->standing,
                                  state->today);
      answer = qd_details_dup_answer (store, qd_entity_get_id (QD_ENTITY (card)),
                                      (int) disagreement, facts, NULL);
    }
  if (answer == NULL || *answer == '\0')
    /* Translators: the reason of a badge that somebody dismissed */
    return g_strdup_printf (_("%s (dismissed)"), reason);

  clipped = qd_card_text_clip (answer);
  /* Translators: the reason of a badge, and what somebody said to it */
  return g_strdup_printf (_("%s\nAnswer: “%s”"), reason, clipped);
}

static char *
explain_health (const QdCardState *state,
                QdStore           *store,
                QdCard            *card)
{
  g_autofree char *health = qd_card_state_dup_health (state);
  g_autofree char *reason = NULL;

  if (qd_card_state_find (state, QD_DISAGREEMENT_OUTDATED, NULL))
    reason = explain (state, QD_DISAGREEMENT_OUTDATED, store, card);
  else
    reason = qd_health_text_explain (&state->facts, &state->standing, state->today);

  /* Translators: the health of a key result, and why it is so */
  return g_strdup_printf (_("%s: %s"), health, reason);
}

/* All of them, one line each: the sign is that of the first. */
static char *
explain_disagreements (const QdCardState *state,
                       QdStore           *store,
                       QdCard            *card)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < state->n_disagreements; i++)
    {
      g_autofree char *line = NULL;

      if (state->disagreements[i] == QD_DISAGREEMENT_OUTDATED)
        continue;

      line = explain (state, state->disagreements[i], store, card);
      if (lines->len > 0)
        g_string_append_c (lines, '\n');
      g_string_append (lines, line);
    }

  return g_string_free (lines, FALSE);
}

static char *
describe_dependencies (const QdFacts *facts)
{
  g_autofree char *waiting = NULL;
  g_autofree char *escalated = NULL;

  waiting = g_strdup_printf (ngettext ("Waits for %u thing", "Waits for %u things",
                                       facts->n_waiting),
                             facts->n_waiting);
  if (facts->n_escalated == 0)
    return g_steal_pointer (&waiting);

  escalated = g_strdup_printf (ngettext ("%u is escalated", "%u are escalated",
                                         facts->n_escalated),
                               facts->n_escalated);

  /* Translators: "Waits for 2 things; 1 is escalated" */
  return g_strdup_printf (_("%s; %s"), waiting, escalated);
}

static char *
describe_age (const QdCardState *state)
{
  g_autofree char *checked = qd_day_text_full (state->facts.checked);
  g_autofree char *due = NULL;

  if (state->standing.due == QD_DAY_NONE)
    return g_strdup_printf (_("Last check-in on %s"), checked);

  due = qd_day_text_full (state->standing.due);

  /* Translators: two days */
  return g_strdup_printf (_("Last check-in on %s, next due on %s"), checked, due);
}

/**
 * qd_card_tips_dup:
 * @state: the state of a card
 * @sign: one of its signs
 * @store: (nullable): the file that knows what was answered
 * @card: the card
 *
 * Returns: (transfer full): what the sign says, in words
 */
char *
qd_card_tips_dup (const QdCardState *state,
                  QdCardSign         sign,
                  QdStore           *store,
                  QdCard            *card)
{
  const QdFacts *facts;

  g_return_val_if_fail (state != NULL, NULL);
  g_return_val_if_fail (QD_IS_CARD (card), NULL);

  facts = &state->facts;
  switch (sign)
    {
    case QD_CARD_SIGN_HEALTH:
      return explain_health (state, store, card);

    case QD_CARD_SIGN_DISAGREEMENT:
      return explain_disagreements (state, store, card);

    case QD_CARD_SIGN_BLOCKER:
      return g_strdup (_("A blocker is noted that is not resolved"));

    case QD_CARD_SIGN_DEPENDENCY:
      return describe_dependencies (facts);

    case QD_CARD_SIGN_MILESTONES:
      return g_strdup_printf (ngettext ("%u of %u milestone done", "%u of %u milestones done",
                                        facts->n_milestones),
                              facts->n_done, facts->n_milestones);

    case QD_CARD_SIGN_COMMENTS:
      return g_strdup_printf (ngettext ("%u comment", "%u comments", state->n_comments),
                              state->n_comments);

    case QD_CARD_SIGN_CONFIDENCE:
      /* Translators: "Confidence 7 of 10, high" */
      return g_strdup_printf (_("Confidence %d of %d, %s"), facts->confidence,
                              QD_CONFIDENCE_MAX,
                              qd_confidence_get_word (facts->confidence));

    case QD_CARD_SIGN_AGE:
      return describe_age (state);

    case QD_N_CARD_SIGNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * qd_card_tips_dup_progress:
 * @state: the state of a card
 *
 * Returns: (transfer full) (nullable): its progress and what is expected, in
 *   words; %NULL where there is none
 */
char *
qd_card_tips_dup_progress (const QdCardState *state)
{
  g_autofree char *progress = NULL;
  g_autofree char *expected = NULL;

  g_return_val_if_fail (state != NULL, NULL);

  if (isnan (qd_card_state_get_progress (state)))
    return NULL;

  progress = qd_number_format_percent (state->standing.progress);
  if (isnan (state->standing.expected))
    return g_strdup_printf (_("Progress %s"), progress);

  expected = qd_number_format_percent (state->standing.expected);

  /* Translators: two shares in percent */
  return g_strdup_printf (_("Progress %s, expected %s"), progress, expected);
}
