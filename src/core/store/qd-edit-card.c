/* What a person does with a key result, each as one transaction.
 *
 * Refuses what no later step could make sense of: figures that are none, a target
 * that is the baseline, comments that say nothing; and to change what is not there
 * any more. Check-ins are in qd-edit-checkin.c.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-db.h"
#include "qd-edit-card.h"
#include "qd-edit-plan.h"
#include "qd-edit-require.h"
#include "qd-store-private.h"

static gboolean
set_one_day (QdStore  *store,
             QdId      id,
             QdField   field,
             QdDay     day,
             GError  **error)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

  if (!qd_edit_require (store, transaction, qd_field_get_entity_kind (field), id, error))
    return FALSE;
  qd_edit_plan_day (transaction, id, field, day);

  return qd_transaction_commit (transaction, error);
}

static gboolean
set_one_integer (QdStore  *store,
                 QdId      id,
                 QdField   field,
                 gint64    value,
                 GError  **error)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

  if (!qd_edit_require (store, transaction, qd_field_get_entity_kind (field), id, error))
    return FALSE;
  qd_transaction_set_integer (transaction, id, field, value);

  return qd_transaction_commit (transaction, error);
}

/* With a target that is the baseline, nothing could ever move. Looked at with the
 * lock held, so that no other program brings the two together.
 */
static gboolean
check_change (QdStore     *store,
              QdId         card,
              const char  *condition,
              double       value,
              GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM card WHERE id=?1 AND %s"
                                          " AND ?2 IS ?2 AND ?3 IS ?3", condition);
  gint64 is_same = 0;

  if (!qd_db_get_integer (qd_store_get_db (store), error, &is_same, sql, "idi", card, value,
                          (gint64) QD_METRIC_CHANGE))
    return FALSE;

  return !is_same ||
         qd_edit_refuse (error, _("Baseline and target are the same, so nothing could be seen "
                                  "to move. Give one of them another value."));
}

/**
 * qd_edit_set_metric:
 * @store: a store
 * @card: a key result
 * @metric: how its figures are to be read
 * @error: return location; %QD_ERROR_INVALID where baseline and target are the same
 *   and it shall change from the one to the other
 *
 * Returns: whether they are read so
 */
gboolean
qd_edit_set_metric (QdStore       *store,
                    QdId           card,
                    QdMetricKind   metric,
                    GError       **error)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

  if (!qd_edit_require (store, transaction, QD_ENTITY_CARD, card, error) ||
      (metric == QD_METRIC_CHANGE && !check_change (store, card, "baseline=target", 0, error)))
    return FALSE;
  qd_transaction_set_integer (transaction, card, QD_FIELD_CARD_METRIC, (gint64) metric);

  return qd_transaction_commit (transaction, error);
}

/**
 * qd_edit_check_weight:
 * @weight: how much something counts beside others of its kind, or NAN
 * @error: return location; %QD_ERROR_INVALID
 *
 * Returns: whether it can be a weight
 */
gboolean
qd_edit_check_weight (double    weight,
                      GError  **error)
{
  if (weight < 0)
    return qd_edit_refuse (error, _("A weight cannot be less than 0."));

  return !isinf (weight) ||
         qd_edit_refuse (error, _("This number is too large. Choose a larger unit."));
}

/**
 * qd_edit_set_figure:
 * @store: a store
 * @id: a key result or an objective
 * @field: its baseline, target, upper limit or weight
 * @value: the figure, or NAN
 * @error: return location; %QD_ERROR_INVALID for a figure that is infinite, a weight
 *   below 0, or a target that is the baseline
 *
 * Returns: whether the figure is kept
 */
gboolean
qd_edit_set_figure (QdStore  *store,
                    QdId      id,
                    QdField   field,
                    double    value,
                    GError  **error)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

  if (isinf (value))
    return qd_edit_refuse (error, _("This number is too large. Choose a larger unit."));
  if ((field == QD_FIELD_CARD_WEIGHT || field == QD_FIELD_OBJECTIVE_WEIGHT) &&
      !qd_edit_check_weight (value, error))
    return FALSE;
  if (!qd_edit_require (store, transaction, qd_field_get_entity_kind (field), id, error))
    return FALSE;
  if (field == QD_FIELD_CARD_BASELINE &&
      !check_change (store, id, "metric=?3 AND target=?2", value, error))
    return FALSE;
  if (field == QD_FIELD_CARD_TARGET &&
      !check_change (store, id, "metric=?3 AND baseline=?2", value, error))
    return FALSE;
  qd_edit_plan_figure (transaction, id, field, value);

  return qd_transaction_commit (transaction, error);
}

/**
 * qd_edit_set_text:
 * @store: a store
 * @id: a thing
 * @field: one of its texts that may be empty
 * @text: the text
 * @typing: whether it is being typed: then it becomes one undo step with what was
 *   typed there just before
 * @error: return location
 *
 * Returns: whether the text is kept
 */
gboolean
qd_edit_set_text (QdStore     *store,
                  QdId         id,
                  QdField      field,
                  const char  *text,
                  gboolean     typing,
                  GError     **error)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

  if (!qd_edit_require (store, transaction, qd_field_get_entity_kind (field), id, error))
    return FALSE;
  if (typing)
    qd_transaction_coalesce (transaction);
  qd_transaction_set_text (transaction, id, field, text);

  return qd_transaction_commit (transaction, error);
}

/**
 * qd_edit_set_result:
 * @result: whether the key result is an outcome or an output
 *
 * Returns: whether it is noted
 */
gboolean
qd_edit_set_result (QdStore       *store,
                    QdId           card,
                    QdResultKind   result,
                    GError       **error)
{
  return set_one_integer (store, card, QD_FIELD_CARD_RESULT, (gint64) result, error);
}

/**
 * qd_edit_set_commitment:
 * @commitment: whether the objective is committed or aspirational
 *
 * Returns: whether it is noted
 */
gboolean
qd_edit_set_commitment (QdStore       *store,
                        QdId           objective,
                        QdCommitment   commitment,
                        GError       **error)
{
  return set_one_integer (store, objective, QD_FIELD_OBJECTIVE_COMMITMENT, (gint64) commitment,
                          error);
}

/**
 * qd_edit_set_rhythm:
 * @rhythm: when check-ins of the board are due
 *
 * Returns: whether they are due then
 */
gboolean
qd_edit_set_rhythm (QdStore         *store,
                    QdId             board,
                    const QdRhythm  *rhythm,
                    GError         **error)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

  if (!qd_edit_require (store, transaction, QD_ENTITY_BOARD, board, error))
    return FALSE;
  qd_transaction_set_integer (transaction, board, QD_FIELD_BOARD_CADENCE, rhythm->cadence);
  qd_transaction_set_integer (transaction, board, QD_FIELD_BOARD_WEEKDAY, rhythm->weekday);

  return qd_transaction_commit (transaction, error);
}

/**
 * qd_edit_new_milestone:
 * @title: what has to be reached
 *
 * Adds a milestone behind those that the card has.
 *
 * Returns: the new milestone, or %QD_ID_NONE
 */
QdId
qd_edit_new_milestone (QdStore     *store,
                       QdId         card,
                       const char  *title,
                       GError     **error)
{
  g_autofree char *tidy = qd_edit_tidy_title (title, error);
  g_autoptr (QdTransaction) transaction = NULL;
  QdId id;

  if (tidy == NULL)
    return QD_ID_NONE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  if (!qd_edit_require (store, transaction, QD_ENTITY_CARD, card, error))
    return QD_ID_NONE;
  id = qd_transaction_create (transaction, QD_ENTITY_MILESTONE);
  qd_transaction_place (transaction, QD_ENTITY_MILESTONE, id, card, QD_SIDE_LAST, QD_ID_NONE);
  qd_transaction_set_text (transaction, id, QD_FIELD_MILESTONE_TITLE, tidy);

  return qd_edit_commit_new (transaction, id, error);
}

/**
 * qd_edit_set_milestone_done:
 * @done: whether the milestone is reached
 *
 * Returns: whether it is noted
 */
gboolean
qd_edit_set_milestone_done (QdStore   *store,
                            QdId       milestone,
                            gboolean   done,
                            GError   **error)
{
  return set_one_integer (store, milestone, QD_FIELD_MILESTONE_DONE, done ? 1 : 0, error);
}

/**
 * qd_edit_set_milestone_due:
 * @due: by when it should be reached, or %QD_DAY_NONE
 *
 * Returns: whether it is noted
 */
gboolean
qd_edit_set_milestone_due (QdStore  *store,
                           QdId      milestone,
                           QdDay     due,
                           GError  **error)
{
  return set_one_day (store, milestone, QD_FIELD_MILESTONE_DUE, due, error);
}

static gboolean
check_phase (QdDay    day,
             double   value,
             GError **error)
{
  return (day != QD_DAY_NONE && isfinite (value)) ||
         qd_edit_refuse (error, _("A phased target needs a day and a number."));
}

/**
 * qd_edit_new_phase:
 * @day: a day of the cycle
 * @value: what the metric should be then
 *
 * Returns: the new phased target, or %QD_ID_NONE
 */
QdId
qd_edit_new_phase (QdStore  *store,
                   QdId      card,
                   QdDay     day,
                   double    value,
                   GError  **error)
{
  g_autoptr (QdTransaction) transaction = NULL;
  QdId id;

  if (!check_phase (day, value, error))
    return QD_ID_NONE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  if (!qd_edit_require (store, transaction, QD_ENTITY_CARD, card, error))
    return QD_ID_NONE;
  id = qd_transaction_create (transaction, QD_ENTITY_PHASE);
  qd_transaction_set_id (transaction, id, QD_FIELD_PHASE_CARD, card);
  qd_transaction_set_day (transaction, id, QD_FIELD_PHASE_DAY, day);
  qd_transaction_set_real (transaction, id, QD_FIELD_PHASE_VALUE, value);

  return qd_edit_commit_new (transaction, id, error);
}

/**
 * qd_edit_change_phase:
 *
 * As qd_edit_new_phase(), for one that is there.
 *
 * Returns: whether it is changed
 */
gboolean
qd_edit_change_phase (QdStore  *store,
                      QdId      phase,
                      QdDay     day,
                      double    value,
                      GError  **error)
{
  g_autoptr (QdTransaction) transaction = NULL;

  if (!check_phase (day, value, error))
    return FALSE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  if (!qd_edit_require (store, transaction, QD_ENTITY_PHASE, phase, error))
    return FALSE;
  qd_transaction_set_day (transaction, phase, QD_FIELD_PHASE_DAY, day);
  qd_transaction_set_real (transaction, phase, QD_FIELD_PHASE_VALUE, value);

  return qd_transaction_commit (transaction, error);
}

/**
 * qd_edit_new_dependency:
 * @title: what the card waits for
 * @waits_for: (nullable): whom: a team, a person, somebody outside
 * @flagged: since when
 *
 * Returns: the new dependency, or %QD_ID_NONE
 */
QdId
qd_edit_new_dependency (QdStore     *store,
                        QdId         card,
                        const char  *title,
                        const char  *waits_for,
                        QdDay        flagged,
                        GError     **error)
{
  g_autofree char *tidy = qd_edit_tidy_title (title, error);
  g_autoptr (QdTransaction) transaction = NULL;
  QdId id;

  if (tidy == NULL)
    return QD_ID_NONE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  if (!qd_edit_require (store, transaction, QD_ENTITY_CARD, card, error))
    return QD_ID_NONE;
  id = qd_transaction_create (transaction, QD_ENTITY_DEPENDENCY);
  qd_transaction_set_id (transaction, id, QD_FIELD_DEPENDENCY_CARD, card);
  qd_transaction_set_text (transaction, id, QD_FIELD_DEPENDENCY_TITLE, tidy);
  qd_transaction_set_text (transaction, id, QD_FIELD_DEPENDENCY_ON, waits_for);
  qd_edit_plan_day (transaction, id, QD_FIELD_DEPENDENCY_FLAGGED, flagged);

  return qd_edit_commit_new (transaction, id, error);
}

/**
 * qd_edit_flag_dependency:
 * @day: since when one waits, or %QD_DAY_NONE
 *
 * Returns: whether it is noted
 */
gboolean
qd_edit_flag_dependency (QdStore  *store,
                         QdId      dependency,
                         QdDay     day,
                         GError  **error)
{
  return set_one_day (store, dependency, QD_FIELD_DEPENDENCY_FLAGGED, day, error);
}

/**
 * qd_edit_escalate_dependency:
 * @day: when those who can help were told; %QD_DAY_NONE takes it back
 *
 * Returns: whether it is noted
 */
gboolean
qd_edit_escalate_dependency (QdStore  *store,
                             QdId      dependency,
                             QdDay     day,
                             GError  **error)
{
  return set_one_day (store, dependency, QD_FIELD_DEPENDENCY_ESCALATED, day, error);
}

/**
 * qd_edit_resolve_dependency:
 * @day: when the waiting ended; %QD_DAY_NONE takes it back
 *
 * Returns: whether it is noted
 */
gboolean
qd_edit_resolve_dependency (QdStore  *store,
                            QdId      dependency,
                            QdDay     day,
                            GError  **error)
{
  return set_one_day (store, dependency, QD_FIELD_DEPENDENCY_RESOLVED, day, error);
}

/**
 * qd_edit_new_comment:
 * @text: what somebody says to the card
 *
 * Returns: the new comment, or %QD_ID_NONE
 */
QdId
qd_edit_new_comment (QdStore     *store,
                     QdId         card,
                     const char  *text,
                     GError     **error)
{
  g_autofree char *tidy = g_strstrip (g_strdup (text));
  g_autoptr (QdTransaction) transaction = NULL;
  QdId id;

  if (*tidy == '\0')
    {
      qd_edit_refuse (error, _("This comment says nothing yet."));
      return QD_ID_NONE;
    }

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  if (!qd_edit_require (store, transaction, QD_ENTITY_CARD, card, error))
    return QD_ID_NONE;
  id = qd_transaction_create (transaction, QD_ENTITY_COMMENT);
  qd_transaction_set_id (transaction, id, QD_FIELD_COMMENT_CARD, card);
  qd_transaction_set_text (transaction, id, QD_FIELD_COMMENT_TEXT, tidy);

  return qd_edit_commit_new (transaction, id, error);
}

/* Whether what an advice is about is there: a card, an objective or a board. */
static gboolean
require_about (QdStore        *store,
               QdTransaction  *transaction,
               QdId            about,
               GError        **error)
{
  static const QdEntityKind kinds[] = { QD_ENTITY_OBJECTIVE, QD_ENTITY_BOARD };
  QdEntityKind kind = QD_ENTITY_CARD;

  if (!qd_transaction_lock (transaction, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\" WHERE id=?1",
                                              qd_field_get_table (kinds[i]));
      gint64 is_one = 0;

      if (!qd_db_get_integer (qd_store_get_db (store), error, &is_one, sql, "i", about))
        return FALSE;
      if (is_one)
        kind = kinds[i];
    }

  return qd_edit_require (store, transaction, kind, about, error);
}

/**
 * qd_edit_answer:
 * @about: the card, objective or board that an advice is about
 * @rule: the number of the advice
 * @facts: what it rests on now; the answer holds while this stays the same
 * @text: (nullable): what somebody says to it
 *
 * Returns: the new answer, or %QD_ID_NONE
 */
QdId
qd_edit_answer (QdStore     *store,
                QdId         about,
                int          rule,
                const char  *facts,
                const char  *text,
                GError     **error)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  QdId id;

  if (!require_about (store, transaction, about, error))
    return QD_ID_NONE;
  id = qd_transaction_create (transaction, QD_ENTITY_ANSWER);
  qd_transaction_set_id (transaction, id, QD_FIELD_ANSWER_ABOUT, about);
  qd_transaction_set_integer (transaction, id, QD_FIELD_ANSWER_RULE, rule);
  qd_transaction_set_text (transaction, id, QD_FIELD_ANSWER_FACTS, facts);
  qd_transaction_set_text (transaction, id, QD_FIELD_ANSWER_TEXT, text);

  return qd_edit_commit_new (transaction, id, error);
}
