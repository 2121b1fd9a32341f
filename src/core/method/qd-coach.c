/* Advice about a board, its objectives and its key results.
 *
 * Advice and never a lock: each says what was found and what to do about it. Which
 * advice was dismissed is kept elsewhere, by what it rests on, so that is the same
 * as long as nothing happens, whatever day or language it is.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-coach.h"
#include "qd-wording.h"

#define OBJECTIVES_MIN 2
#define KEY_RESULTS_MIN 2

/* A rule that looks at one thing of a card. @fact is what it rests on, or %NULL
 * where that is the kind of the metric. */
typedef struct
{
  QdAdviceRule rule;
  gboolean (*applies) (const QdCoachCard *card);
  const char *reason;
  const char *remedy;
  const char *fact;
} CardRule;

static void
take_advice (GPtrArray  *advices,
             int         rule,
             gint64      subject,
             const char *title,
             char       *reason,
             char       *remedy,
             char       *facts)
{
  QdAdvice *advice = g_new0 (QdAdvice, 1);

  advice->rule = rule;
  advice->subject = subject;
  advice->title = g_strdup (title);
  advice->reason = reason;
  advice->remedy = remedy;
  advice->facts = facts;

  g_ptr_array_add (advices, advice);
}

static void
advise_objective_count (const QdCoachBoard *board,
                        GPtrArray          *advices)
{
  guint n = (guint) board->n_objectives;
  char *reason;

  if (n >= OBJECTIVES_MIN && n <= QD_COACH_MAX_OBJECTIVES)
    return;

  if (n > QD_COACH_MAX_OBJECTIVES)
    {
      take_advice (advices, QD_ADVICE_MANY_OBJECTIVES, board->id, NULL,
                   g_strdup_printf (ngettext ("The board has %u objective.",
                                              "The board has %u objectives.", n),
                                    n),
                   g_strdup (_("Keep the two to four that matter most this cycle, and "
                               "put the others aside for a later one.")),
                   g_strdup_printf ("n=%u", n));
      return;
    }

  reason = g_strdup (n == 0 ? _("The key results belong to no objective yet.")
                            : _("The board has a single objective."));
  take_advice (advices, QD_ADVICE_FEW_OBJECTIVES, board->id, NULL, reason,
               g_strdup (_("Two to four objectives say what matters and leave room "
                           "to choose.")),
               g_strdup_printf ("n=%u", n));
}

static void
advise_alignment (const QdCoachBoard *board,
                  GPtrArray          *advices)
{
  gsize n = board->n_objectives;
  gsize n_aligned = 0;

  for (gsize i = 0; i < n; i++)
    if (board->objectives[i].parent != 0)
      n_aligned++;

  if (n > 0 && n_aligned == 0 && board->anyone_above)
    take_advice (advices, QD_ADVICE_NO_ALIGNMENT, board->id, NULL,
                 g_strdup (_("No objective is aligned with one of another board.")),
                 g_strdup (_("Choose for at least one objective which other one it "
                             "contributes to.")),
                 g_strdup_printf ("n=%" G_GSIZE_FORMAT ";aligned=0", n));

  if (n >= OBJECTIVES_MIN && n_aligned == n)
    take_advice (advices, QD_ADVICE_TOP_DOWN, board->id, NULL,
                 g_strdup (_("Every objective is aligned with one of another board.")),
                 g_strdup (_("Leave room for an objective of the team’s own: those who "
                             "do the work know what matters.")),
                 g_strdup_printf ("n=%" G_GSIZE_FORMAT ";aligned=%" G_GSIZE_FORMAT,
                                  n, n_aligned));
}

static gboolean
is_output (const QdCoachCard *card)
{
  if (card->result != QD_RESULT_UNSAID)
    return card->result == QD_RESULT_OUTPUT;

  return qd_wording_begins_with_output (card->title, NULL);
}

static void
advise_key_result_count (const QdCoachObjective *objective,
                         guint                   n,
                         GPtrArray              *advices)
{
  char *reason;

  if (n >= KEY_RESULTS_MIN && n <= QD_COACH_MAX_KEY_RESULTS)
    return;

  if (n > QD_COACH_MAX_KEY_RESULTS)
    {
      take_advice (advices, QD_ADVICE_MANY_KEY_RESULTS, objective->id, objective->title,
                   g_strdup_printf (ngettext ("It has %u key result.",
                                              "It has %u key results.", n),
                                    n),
                   g_strdup (_("Keep the two to four that say most about it.")),
                   g_strdup_printf ("n=%u", n));
      return;
    }

  reason = g_strdup (n == 0 ? _("It has no key result yet.")
                            : _("It has a single key result."));
  take_advice (advices, QD_ADVICE_FEW_KEY_RESULTS, objective->id, objective->title,
               reason,
               g_strdup (_("Two to four key results say when the objective is "
                           "reached.")),
               g_strdup_printf ("n=%u", n));
}

static void
advise_objective (const QdCoachBoard     *board,
                  const QdCoachObjective *objective,
                  GPtrArray              *advices)
{
  guint n = 0;
  gboolean all_outputs = TRUE;

  for (gsize i = 0; i < board->n_cards; i++)
    {
      if (board->cards[i].objective != objective->id)
        continue;

      n++;
      all_outputs = all_outputs && is_output (&board->cards[i]);
    }

  advise_key_result_count (objective, n, advices);

  if (n >= KEY_RESULTS_MIN && all_outputs)
    take_advice (advices, QD_ADVICE_ALL_OUTPUTS, objective->id, objective->title,
                 g_strdup (_("All its key results say what the team produces.")),
                 g_strdup (_("Add one that says what changes thanks to that.")),
                 g_strdup_printf ("n=%u", n));

  if (qd_wording_has_digits (objective->title))
    take_advice (advices, QD_ADVICE_DIGITS_IN_OBJECTIVE, objective->id,
                 objective->title,
                 g_strdup (_("The objective has a number in it.")),
                 g_strdup (_("Say in words where you want to be, and leave the numbers "
                             "to its key results.")),
                 g_strdup (objective->title));
}

/* The latest day on which check-ins were due, made or not and whether or not there was
 * this key result already: what rests on it ends with the next one. */
static QdDay
get_last_due (const QdFacts *facts,
              QdDay          today)
{
  QdDay first = qd_rhythm_get_due (&facts->rhythm, facts->first_day, facts->last_day,
                                   QD_DAY_NONE, QD_DAY_NONE);
  QdDay until = MIN (today, facts->last_day);
  guint cadence = MAX (facts->rhythm.cadence, 1u);

  if (first == QD_DAY_NONE || until < first)
    return facts->first_day;

  return first + (until - first) / cadence * cadence;
}

static char *
describe_progress (const QdFacts    *facts,
                   const QdStanding *standing)
{
  if (isnan (standing->progress))
    return g_strdup_printf ("p=;role=%d", facts->role);

  return g_strdup_printf ("p=%.0f;role=%d", round (standing->progress * 100.0) + 0.0,
                          facts->role);
}

static const char *
get_remedy (QdDisagreement disagreement)
{
  switch (disagreement)
    {
    case QD_DISAGREEMENT_COMPLETE_BELOW:
      return _("Move it back until the target is reached, or say why this is enough.");

    case QD_DISAGREEMENT_DONE_ELSEWHERE:
      return _("Move it to Complete, or say what is still missing.");

    case QD_DISAGREEMENT_NO_BLOCKER:
      return _("Note what holds it up, so that somebody can help.");

    case QD_DISAGREEMENT_LOW_CONFIDENCE:
      return _("Note what is in the way and what comes next, or move it to At Risk.");

    case QD_DISAGREEMENT_BEHIND_PACE:
      return _("Move it to At Risk, or say why it will catch up.");

    case QD_DISAGREEMENT_STUCK:
      return _("Start it, or put it aside for a later cycle.");

    case QD_DISAGREEMENT_OUTDATED:
      return _("Check in: the value, what moved, what is in the way.");

    case QD_DISAGREEMENT_NOT_ESCALATED:
      return _("Tell those who can resolve it, and mark it as escalated.");

    default:
      g_return_val_if_reached (NULL);
    }
}

static void
advise_disagreements (const QdCoachCard *card,
                      QdDay              today,
                      GPtrArray         *advices)
{
  QdDisagreement found[QD_N_DISAGREEMENTS];
  guint n = qd_honesty_find (card->facts, card->standing, found);

  for (guint i = 0; i < n; i++)
    take_advice (advices, (int) found[i], card->id, card->title,
                 qd_honesty_explain (found[i], card->facts, card->standing, today),
                 g_strdup (get_remedy (found[i])),
                 qd_coach_dup_facts (found[i], card->facts, card->standing, today));
}

static gboolean
has_target (const QdCoachCard *card)
{
  const QdFacts *facts = card->facts;

  return qd_metric_kind_has_number (facts->metric) &&
         !isnan (facts->target) &&
         (facts->metric != QD_METRIC_WITHIN || !isnan (facts->upper));
}

static gboolean
lacks_baseline (const QdCoachCard *card)
{
  return card->facts->metric == QD_METRIC_CHANGE && isnan (card->facts->baseline);
}

static gboolean
lacks_target (const QdCoachCard *card)
{
  return qd_metric_kind_has_number (card->facts->metric) && !has_target (card);
}

static gboolean
lacks_measurement (const QdCoachCard *card)
{
  return has_target (card) && !card->has_measurement;
}

static gboolean
lacks_owner (const QdCoachCard *card)
{
  return !card->has_owner;
}

static gboolean
is_yes_no (const QdCoachCard *card)
{
  return card->facts->metric == QD_METRIC_YES_NO;
}

/* Whether the metric has no figure at all, so that only the title could. A limit
 * has one number, and where it starts is no matter. */
static gboolean
needs_numbers (const QdCoachCard *card,
               QdWording          wording)
{
  switch (card->facts->metric)
    {
    case QD_METRIC_NONE:
      return wording != QD_WORDING_GOOD;

    case QD_METRIC_CHANGE:
      return wording != QD_WORDING_GOOD &&
             isnan (card->facts->baseline) &&
             isnan (card->facts->target);

    case QD_METRIC_AT_LEAST:
    case QD_METRIC_AT_MOST:
    case QD_METRIC_WITHIN:
      return wording == QD_WORDING_TASK && !has_target (card);

    case QD_METRIC_MILESTONES:
    case QD_METRIC_YES_NO:
    default:
      return FALSE;
    }
}

/* One advice at most: who asks what changes gets an answer with numbers. */
static void
advise_wording (const QdCoachCard *card,
                GPtrArray         *advices)
{
  const char *title = card->title != NULL ? card->title : "";
  QdWording wording;

  if (card->result != QD_RESULT_OUTCOME && qd_wording_begins_with_output (title, NULL))
    {
      take_advice (advices, QD_ADVICE_OUTPUT_VERB, card->id, card->title,
                   g_strdup (_("It says what is produced, not what changes.")),
                   qd_wording_advise (title),
                   g_strdup (title));
      return;
    }

  wording = qd_wording_judge (title);
  if (!needs_numbers (card, wording))
    return;

  if (wording == QD_WORDING_TASK)
    take_advice (advices, QD_ADVICE_NO_NUMBER, card->id, card->title,
                 g_strdup (_("It has no number: it may be a task in disguise.")),
                 qd_wording_advise_numbers (title),
                 g_strdup (title));
  else
    take_advice (advices, QD_ADVICE_ONE_NUMBER, card->id, card->title,
                 g_strdup (_("It does not say from what to what.")),
                 qd_wording_advise_numbers (title),
                 g_strdup (title));
}

static const CardRule CARD_RULES[] = {
  { QD_ADVICE_NO_BASELINE, lacks_baseline,
    N_("It has no baseline."),
    N_("Measure where it stands now, before anything changes."), NULL },
  { QD_ADVICE_NO_TARGET, lacks_target,
    N_("It has no target."),
    N_("Say which number would be a success at the end of the cycle."), NULL },
  { QD_ADVICE_NO_MEASUREMENT, lacks_measurement,
    N_("Nobody said how it is measured."),
    N_("Note where the number comes from, so that anybody gets the same one."), NULL },
  { QD_ADVICE_YES_NO, is_yes_no,
    N_("It can only be done or not: is it a task in disguise?"),
    N_("Say what should be different once it is done, and measure that."), NULL },
  { QD_ADVICE_NO_OWNER, lacks_owner,
    N_("It has no owner."),
    N_("Choose one person who checks in every time."), "owner=0" },
};

static void
advise_fields (const QdCoachCard *card,
               GPtrArray         *advices)
{
  for (gsize i = 0; i < G_N_ELEMENTS (CARD_RULES); i++)
    {
      const CardRule *rule = &CARD_RULES[i];
      char *fact;

      if (!rule->applies (card))
        continue;

      fact = rule->fact != NULL
               ? g_strdup (rule->fact)
               : g_strdup_printf ("metric=%d", card->facts->metric);
      take_advice (advices, (int) rule->rule, card->id, card->title,
                   g_strdup (_(rule->reason)), g_strdup (_(rule->remedy)), fact);
    }
}

/**
 * qd_advice_free:
 *
 * Frees the advice and its texts.
 */
void
qd_advice_free (QdAdvice *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->reason);
  g_free (self->remedy);
  g_free (self->facts);
  g_free (self);
}

/**
 * qd_coach_advise:
 * @board: a board with its objectives and key results; each key result has its
 *   facts and standing of @today
 * @today: a day
 *
 * Looks at a board by the method's rule for the coach. A board with neither
 * objectives nor key results gets no advice.
 *
 * The facts of an advice are the same on every day, in every language and every
 * time, unless what it rests on changes; those about a missing check-in also change
 * with every due day.
 *
 * Returns: (transfer full) (element-type QdAdvice): advice on the board, on its
 *   objectives and on its key results, in that order and each in the order given
 */
GPtrArray *
qd_coach_advise (const QdCoachBoard *board,
                 QdDay               today)
{
  GPtrArray *advices;

  g_return_val_if_fail (board != NULL, NULL);

  advices = g_ptr_array_new_with_free_func ((GDestroyNotify) qd_advice_free);
  qd_coach_advise_objectives (board, advices);
  for (gsize i = 0; i < board->n_cards; i++)
    qd_coach_advise_card (&board->cards[i], today, advices);

  return advices;
}

/**
 * qd_coach_advise_objectives:
 * @board: as for qd_coach_advise(), but nobody looks at facts and standings
 * @advices: (element-type QdAdvice): where to put advice on the board and on its
 *   objectives
 *
 * A part of qd_coach_advise(), for who does it bit by bit.
 */
void
qd_coach_advise_objectives (const QdCoachBoard *board,
                            GPtrArray          *advices)
{
  g_return_if_fail (board != NULL);
  g_return_if_fail (advices != NULL);

  if (board->n_objectives == 0 && board->n_cards == 0)
    return;

  advise_objective_count (board, advices);
  advise_alignment (board, advices);

  for (gsize i = 0; i < board->n_objectives; i++)
    advise_objective (board, &board->objectives[i], advices);
}

/**
 * qd_coach_advise_card:
 * @card: a key result with its facts and standing of @today
 * @today: a day
 * @advices: (element-type QdAdvice): where to put advice on it
 *
 * A part of qd_coach_advise(), for who does it bit by bit.
 */
void
qd_coach_advise_card (const QdCoachCard *card,
                      QdDay              today,
                      GPtrArray         *advices)
{
  g_return_if_fail (card != NULL);
  g_return_if_fail (advices != NULL);

  advise_disagreements (card, today, advices);
  advise_wording (card, advices);
  advise_fields (card, advices);
}

/**
 * qd_coach_dup_facts:
 * @disagreement: one that qd_honesty_find() found
 * @facts: the key result
 * @standing: what the rules say about it
 * @today: a day
 *
 * Returns: (transfer full): what the advice on it rests on, as in #QdAdvice
 */
char *
qd_coach_dup_facts (QdDisagreement    disagreement,
                    const QdFacts    *facts,
                    const QdStanding *standing,
                    QdDay             today)
{
  g_autofree char *due = NULL;

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (standing != NULL, NULL);

  switch (disagreement)
    {
    case QD_DISAGREEMENT_NO_BLOCKER:
      return g_strdup_printf ("role=%d", facts->role);

    case QD_DISAGREEMENT_LOW_CONFIDENCE:
      return g_strdup_printf ("c=%d;role=%d", facts->confidence, facts->role);

    case QD_DISAGREEMENT_STUCK:
    case QD_DISAGREEMENT_OUTDATED:
      due = qd_day_to_iso (get_last_due (facts, today));
      return g_strdup_printf ("due=%s", due != NULL ? due : "");

    case QD_DISAGREEMENT_NOT_ESCALATED:
      return g_strdup_printf ("waiting=%u;escalated=%u", facts->n_waiting,
                              facts->n_escalated);

    case QD_DISAGREEMENT_COMPLETE_BELOW:
    case QD_DISAGREEMENT_DONE_ELSEWHERE:
    case QD_DISAGREEMENT_BEHIND_PACE:
    default:
      return describe_progress (facts, standing);
    }
}
