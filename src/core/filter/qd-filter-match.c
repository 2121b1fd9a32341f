/* Whether a card is what a filter asks for.
 *
 * Of the parts that ask about one thing a card meets any, of the things it meets all;
 * no parts hide nothing. It is the only place that knows what a part means to a card:
 * the window, paper and reports ask here, so that they show the same.
 */

#include "config.h"

#include "model/qd-key-result.h"
#include "store/qd-alignment.h"
#include "store/qd-due.h"

#include "qd-filter-match.h"
#include "qd-filter-words.h"

/* Who asks, and for which day. */
typedef struct
{
  const QdFilterWanted *wanted;
  QdStore *store; /* (nullable): without one no card is of a family, or one's own */
  QdDay today;
} Asker;

/* A card that is looked at, and what the rules say about it once they were
 * asked. */
typedef struct
{
  QdCard *card;
  gboolean judged;
  QdStanding standing;
} Subject;

static QdId
get_id (gpointer entity)
{
  return entity != NULL ? qd_entity_get_id (entity) : QD_ID_NONE;
}

static const QdStanding *
judge (Subject *subject,
       QdDay    today)
{
  if (!subject->judged)
    {
      QdFacts facts;

      qd_key_result_get_facts (QD_KEY_RESULT (subject->card), &facts);
      qd_standing_of (&facts, today, &subject->standing);
      subject->judged = TRUE;
    }

  return &subject->standing;
}

/* Whether a key result is what a part asks of key results. */
static gboolean
meets_as_key_result (const Asker        *asker,
                     Subject            *subject,
                     const QdFilterPart *part)
{
  QdKeyResult *key_result = QD_KEY_RESULT (subject->card);
  const QdSummary *summary = qd_key_result_get_summary (key_result);

  switch ((int) part->kind)
    {
    case QD_FILTER_HEALTH:
      return judge (subject, asker->today)->health == (QdHealth) part->value;

    case QD_FILTER_DUE:
      return judge (subject, asker->today)->is_due;

    case QD_FILTER_METRIC:
      return qd_key_result_get_metric (key_result) == (QdMetricKind) part->value;

    case QD_FILTER_BLOCKED:
      return summary->blocked || summary->n_waiting > 0;

    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Whether cards of an objective are what a part asks of labels. */
static gboolean
meets_as_label (QdStore            *store,
                QdObjective        *objective,
                const QdFilterPart *part)
{
  switch ((int) part->kind)
    {
    case QD_FILTER_OBJECTIVE:
      return get_id (objective) == part->value;

    case QD_FILTER_FAMILY:
      return objective != NULL && store != NULL &&
             qd_alignment_is_within (store, objective, part->value);

    case QD_FILTER_COLOUR:
      return objective != NULL && qd_objective_get_colour (objective) == part->value;

    default:
      return FALSE;
    }
}

static gboolean
meets_as_role (QdCard             *card,
               const QdFilterPart *part)
{
  QdColumn *column = qd_card_get_column (card);

  return column != NULL && qd_column_get_role (column) == (QdColumnRole) part->value;
}

/* Whether whoever looks owns a card; nobody does before they said who they are. */
static gboolean
meets_as_mine (QdStore *store,
               QdCard  *card)
{
  const char *me = store != NULL ? qd_workspace_get_me (qd_store_get_workspace (store)) : NULL;

  return me != NULL && qd_due_is_owned (card, me);
}

static gboolean
meets (const Asker        *asker,
       Subject            *subject,
       const QdFilterPart *part)
{
  switch (part->kind)
    {
    case QD_FILTER_OBJECTIVE:
    case QD_FILTER_FAMILY:
    case QD_FILTER_COLOUR:
      return meets_as_label (asker->store, qd_card_get_objective (subject->card), part);

    case QD_FILTER_OWNER:
      return get_id (qd_card_get_owner (subject->card)) == part->value;

    case QD_FILTER_MINE:
      return meets_as_mine (asker->store, subject->card);

    case QD_FILTER_ROLE:
      return meets_as_role (subject->card, part);

    case QD_FILTER_TEXT:
      return qd_filter_words_match ((const char * const *) asker->wanted->words,
                                    subject->card);

    case QD_FILTER_HEALTH:
    case QD_FILTER_METRIC:
    case QD_FILTER_DUE:
    case QD_FILTER_BLOCKED:
    default:
      return QD_IS_KEY_RESULT (subject->card) &&
             meets_as_key_result (asker, subject, part);
    }
}

/**
 * qd_filter_match:
 * @wanted: what is asked for
 * @store: (nullable): the file that the card is in; without one no card is of a family,
 *   and none is one's own
 * @today: the day for which it is looked at
 * @card: a card
 *
 * Returns: whether the card is all that is asked for
 */
gboolean
qd_filter_match (const QdFilterWanted *wanted,
                 QdStore              *store,
                 QdDay                 today,
                 QdCard               *card)
{
  return qd_filter_match_get_questions (wanted, store, today, card) == wanted->questions;
}

/**
 * qd_filter_match_get_questions:
 * @wanted: what is asked for
 * @store: (nullable): the file that the card is in; without one no card is of a family,
 *   and none is one's own
 * @today: the day for which it is looked at
 * @card: a card
 *
 * Returns: bits of the questions of which the card is what is asked for: see
 *   qd_filter_part_get_question()
 */
guint
qd_filter_match_get_questions (const QdFilterWanted *wanted,
                               QdStore              *store,
                               QdDay                 today,
                               QdCard               *card)
{
  const Asker asker = { wanted, store, today };
  Subject subject = { .card = card };
  guint met = 0;

  for (guint i = 0; i < wanted->parts->len; i++)
    {
      const QdFilterPart *part = qd_filter_wanted_get (wanted, i);
      const guint question = QD_FILTER_BIT (qd_filter_part_get_question (part));

      if ((met & question) == 0 && meets (&asker, &subject, part))
        met |= question;
    }

  return met;
}

/**
 * qd_filter_match_label:
 * @wanted: what is asked for
 * @store: (nullable): the file that the objective is in
 * @objective: (nullable): an objective, or %NULL for none
 *
 * Returns: whether cards of the objective are asked for, by whatever name
 */
gboolean
qd_filter_match_label (const QdFilterWanted *wanted,
                       QdStore              *store,
                       QdObjective          *objective)
{
  for (guint i = 0; i < wanted->parts->len; i++)
    {
      if (meets_as_label (store, objective, qd_filter_wanted_get (wanted, i)))
        return TRUE;
    }

  return FALSE;
}
