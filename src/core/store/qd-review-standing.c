/* What is so on a board, whatever was done: at risk, stuck, outdated, contradictory,
 * hardly believed in, and short of where it should land.
 *
 * Each is decided by the rules of the method; here is only how it is told.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "method/qd-coach.h"
#include "method/qd-pace.h"
#include "method/qd-progress.h"
#include "qd-number-text.h"
#include "qd-review-private.h"

#define N_DIGITS 3

typedef struct
{
  const QdReviewScope *scope;
  QdKeyResult *card;
  const char *title;
  QdFacts facts;
  QdStanding standing;
} View;

/* Takes both texts. */
static QdReviewItem *
add (const View      *view,
     QdReviewSection  section,
     char            *sentence,
     char            *reason)
{
  QdReviewItem *item = qd_review_add (view->scope, section,
                                      qd_entity_get_id (QD_ENTITY (view->card)), view->card,
                                      sentence);
  QdPerson *owner = qd_card_get_owner (QD_CARD (view->card));

  if (reason != NULL)
    {
      g_free (item->reason);
      item->reason = reason;
    }
  if (owner != NULL)
    item->owner = qd_review_dup_title_of (owner);

  return item;
}

/* Takes @part. */
static void
append (GString *words,
        char    *part)
{
  if (part != NULL && words->len > 0)
    g_string_append (words, " · ");
  if (part != NULL)
    g_string_append (words, part);
  g_free (part);
}

static char *
describe_pace (const View *view)
{
  g_autofree char *progress = NULL;
  g_autofree char *expected = NULL;

  if (isnan (view->standing.progress) || isnan (view->standing.expected))
    return NULL;

  progress = qd_number_text_percent (view->standing.progress);
  expected = qd_number_text_percent (view->standing.expected);

  return g_strdup_printf (_("At %s where %s is expected by now"), progress, expected);
}

/* What is in the way, the latest. */
static char *
describe_obstacle (const View *view)
{
  const QdSaid *said = qd_review_find_said (view->scope, view->card);
  const QdObstacle *last;
  g_autofree char *words = NULL;

  if (said == NULL || said->in_the_way->len == 0)
    return NULL;

  last = said->in_the_way->pdata[said->in_the_way->len - 1];
  words = qd_review_dup_words (last->text);

  return g_strdup_printf (_("Blocked: %s"), words);
}

static char *
describe_waiting (const View *view)
{
  const guint n = view->facts.n_waiting;

  return n > 0 ? g_strdup_printf (ngettext ("%u open dependency",
                                            "%u open dependencies", n), n)
               : NULL;
}

static char *
describe_risk (const View *view)
{
  GString *reason = g_string_new (NULL);

  append (reason, describe_pace (view));
  append (reason, describe_obstacle (view));
  append (reason, describe_waiting (view));

  return g_string_free (reason, FALSE);
}

/* By the figures, or because somebody said so: the column is the human's word. */
static void
tell_risk (const View *view)
{
  const QdHealth health = view->standing.health;

  if (view->facts.closed || view->facts.role == QD_COLUMN_COMPLETE)
    return;

  if (view->facts.role == QD_COLUMN_AT_RISK || health == QD_HEALTH_AT_RISK)
    add (view, QD_REVIEW_AT_RISK, g_strdup_printf (_("“%s” is at risk"), view->title),
         describe_risk (view));
  else if (health == QD_HEALTH_BEHIND)
    add (view, QD_REVIEW_AT_RISK, g_strdup_printf (_("“%s” is behind"), view->title),
         describe_risk (view));
}

static void
tell_stuck (const View *view,
            QdDay       today)
{
  if (!view->standing.stuck)
    return;

  add (view, QD_REVIEW_STUCK, g_strdup_printf (_("“%s” is stuck"), view->title),
       qd_honesty_explain (QD_DISAGREEMENT_STUCK, &view->facts, &view->standing, today));
}

static void
tell_outdated (const View *view,
               QdDay       today)
{
  if (!view->standing.outdated)
    return;

  add (view, QD_REVIEW_OUTDATED, g_strdup_printf (_("“%s” is outdated"), view->title),
       qd_honesty_explain (QD_DISAGREEMENT_OUTDATED, &view->facts, &view->standing, today));
}

/* What is stuck or outdated is told as such. */
static void
tell_disagreements (const View *view,
                    QdDay       today)
{
  QdDisagreement found[QD_N_DISAGREEMENTS];
  const guint n = qd_honesty_find (&view->facts, &view->standing, found);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *facts = NULL;
      QdReviewItem *item;

      if (found[i] == QD_DISAGREEMENT_STUCK || found[i] == QD_DISAGREEMENT_OUTDATED)
        continue;

      facts = qd_coach_dup_facts (found[i], &view->facts, &view->standing, today);
      if (qd_key_result_is_answered (view->card, (int) found[i], facts))
        continue;

      item = add (view, QD_REVIEW_DISAGREEING,
                  g_strdup_printf (_("“%s” does not add up"), view->title),
                  qd_honesty_explain (found[i], &view->facts, &view->standing, today));
      item->order = (int) found[i];
    }
}

static void
tell_low_confidence (const View *view)
{
  char *reason;

  if (view->facts.closed || view->facts.role == QD_COLUMN_COMPLETE ||
      qd_confidence_get_band (view->facts.confidence) != QD_CONFIDENCE_LOW)
    return;

  reason = describe_obstacle (view);
  add (view, QD_REVIEW_LOW_CONFIDENCE,
       g_strdup_printf (_("Confidence in “%s” is %d of %d"), view->title,
                        view->facts.confidence, QD_CONFIDENCE_MAX),
       reason != NULL ? reason : g_strdup (_("No blocker is noted")));
}

/* Whether the value of the last day is not what it should be; of what is aspired to, so
 * much is enough as the method calls success.
 */
static gboolean
is_short (const View *view)
{
  const QdFacts *facts = &view->facts;
  const double landing = view->standing.landing;
  double progress;

  if (facts->closed || isnan (landing) || isnan (facts->target) ||
      facts->role == QD_COLUMN_COMPLETE)
    return FALSE;
  if (qd_metric_kind_is_limit (facts->metric))
    return !qd_progress_is_inside (facts->metric, facts->target, facts->upper, landing);

  progress = qd_progress_of_change (facts->baseline, facts->target, landing);

  return !isnan (progress) &&
         !qd_progress_reaches (qd_pace_ratio (progress, 1.0, facts->commitment), 1.0);
}

/* A forecast is no measurement: more digits would only look like one. */
static char *
dup_forecast (const View *view,
              double      value)
{
  const double scale = pow (10.0, N_DIGITS - 1 - floor (log10 (fabs (value))));

  return qd_review_dup_value (view->card, isfinite (scale) ? round (value * scale) / scale
                                                           : value);
}

static char *
describe_landing (const View *view)
{
  const QdStanding *standing = &view->standing;
  g_autofree char *target = qd_review_dup_value (view->card, view->facts.target);
  g_autofree char *weekly = dup_forecast (view, standing->weekly);
  g_autofree char *required = NULL;

  if (isnan (standing->required))
    return g_strdup_printf (_("The target is %s; it moves by %s a week"), target, weekly);

  required = dup_forecast (view, standing->required);

  return g_strdup_printf (_("The target is %s; it moves by %s a week and would have to move "
                            "by %s"), target, weekly, required);
}

static void
tell_short (const View *view)
{
  g_autofree char *landing = NULL;

  if (!is_short (view))
    return;

  landing = dup_forecast (view, view->standing.landing);
  add (view, QD_REVIEW_SHORT,
       g_strdup_printf (_("“%s” lands at %s if it goes on like this"), view->title, landing),
       describe_landing (view));
}

static void
tell (const QdReviewScope *scope,
      QdKeyResult         *card)
{
  const QdDay today = scope->review->today;
  g_autofree char *title = qd_review_dup_title_of (card);
  View view = { .scope = scope, .card = card, .title = title };

  qd_key_result_get_facts (card, &view.facts);
  qd_standing_of (&view.facts, today, &view.standing);

  tell_risk (&view);
  tell_stuck (&view, today);
  tell_outdated (&view, today);
  tell_disagreements (&view, today);
  tell_low_confidence (&view);
  tell_short (&view);
}

/* Tells what is so on the board. */
void
qd_review_tell_standing (const QdReviewScope *scope)
{
  qd_review_for_each_card (scope, tell);
}
