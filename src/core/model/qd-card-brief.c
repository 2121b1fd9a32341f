/* What paper and reports tell of a card, in words.
 *
 * Only asks the rules of the method; where it stands and how it looks is for those
 * who write it.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-board-text.h"
#include "qd-card-brief.h"
#include "qd-metric-text.h"
#include "qd-number-text.h"

static char *
dup_share (const QdStanding *standing)
{
  g_autofree char *progress = qd_number_text_percent (standing->progress);
  g_autofree char *expected = qd_number_text_percent (standing->expected);

  if (isnan (standing->expected))
    return g_steal_pointer (&progress);

  /* Translators: two shares in percent: "25%, expected 64%" */
  return g_strdup_printf (_("%s, expected %s"), progress, expected);
}

static char *
dup_notes (const QdFacts    *facts,
           const QdStanding *standing)
{
  GString *notes = g_string_new (NULL);

  if (facts->blocked)
    qd_board_text_append (notes, g_strdup (_("blocked")));
  if (facts->n_waiting > 0)
    qd_board_text_append (notes, g_strdup (_("waiting")));
  /* Where nobody says anything any more, the health says so. */
  if (standing->is_due && !standing->outdated)
    qd_board_text_append (notes, g_strdup (_("check-in due")));

  return g_string_free (notes, FALSE);
}

static void
init_measured (QdCardBrief *self,
               QdKeyResult *key_result,
               QdDay        today)
{
  QdFacts facts;

  qd_key_result_get_facts (key_result, &facts);
  qd_standing_of (&facts, today, &self->standing);
  self->metric = qd_metric_text (key_result, qd_number_text_quantity);
  self->blocked = facts.blocked;
  self->notes = dup_notes (&facts, &self->standing);
  if (!isnan (self->standing.progress))
    {
      self->percent = qd_number_text_percent (self->standing.progress);
      self->share = dup_share (&self->standing);
    }
  if (qd_standing_has_health (&self->standing))
    self->health = qd_health_get_name (self->standing.health);
  if (facts.confidence != QD_CONFIDENCE_NONE)
    self->confidence = g_strdup_printf (_("confidence %d of %d"), facts.confidence,
                                        QD_CONFIDENCE_MAX);
}

/**
 * qd_card_brief_init:
 * @self: where to put it; to be cleared with qd_card_brief_clear()
 * @card: a card
 * @today: a day
 */
void
qd_card_brief_init (QdCardBrief *self,
                    QdCard      *card,
                    QdDay        today)
{
  QdObjective *objective;
  QdPerson *owner;

  g_return_if_fail (self != NULL);
  g_return_if_fail (QD_IS_CARD (card));

  *self = (QdCardBrief) { .standing = { .progress = NAN, .expected = NAN } };
  objective = qd_card_get_objective (card);
  owner = qd_card_get_owner (card);
  self->title = qd_board_text_title (card, G_MAXUINT);
  self->objective = objective != NULL ? qd_board_text_title (objective, G_MAXUINT) : NULL;
  self->owner = owner != NULL ? qd_board_text_title (owner, G_MAXUINT) : NULL;
  if (QD_IS_KEY_RESULT (card))
    init_measured (self, QD_KEY_RESULT (card), today);
  else
    self->notes = g_strdup ("");
}

/**
 * qd_card_brief_clear:
 * @self: what qd_card_brief_init() made
 */
void
qd_card_brief_clear (QdCardBrief *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->objective, g_free);
  g_clear_pointer (&self->metric, g_free);
  g_clear_pointer (&self->percent, g_free);
  g_clear_pointer (&self->share, g_free);
  g_clear_pointer (&self->owner, g_free);
  g_clear_pointer (&self->confidence, g_free);
  g_clear_pointer (&self->notes, g_free);
}
