/* What a person does with a key result, each as one transaction.
 *
 * Refuses what no later step could make sense of: figures that are none, a target
 * that is the baseline, check-ins and comments that say nothing.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "method/qd-confidence.h"
#include "qd-db.h"
#include "qd-edit-card.h"
#include "qd-edit-plan.h"
#include "qd-store-private.h"

static gboolean
refuse (GError     **error,
        const char  *text)
{
  g_set_error_literal (error, QD_ERROR, QD_ERROR_INVALID, text);

  return FALSE;
}

static void
set_figure (QdTransaction *transaction,
            QdId           id,
            QdField        field,
            double         value)
{
  if (isnan (value))
    qd_transaction_clear (transaction, id, field);
  else
    qd_transaction_set_real (transaction, id, field, value);
}

static void
set_words (QdTransaction *transaction,
           QdId           id,
           QdField        field,
           const char    *text)
{
  if (text == NULL || *text == '\0')
    qd_transaction_clear (transaction, id, field);
  else
    qd_transaction_set_text (transaction, id, field, text);
}

static void
set_day (QdTransaction *transaction,
         QdId           id,
         QdField        field,
         QdDay          day)
{
  if (day == QD_DAY_NONE)
    qd_transaction_clear (transaction, id, field);
  else
    qd_transaction_set_day (transaction, id, field, day);
}

static gboolean
set_one_day (QdStore  *store,
             QdId      id,
             QdField   field,
             QdDay     day,
             GError  **error)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

  set_day (transaction, id, field, day);

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

  qd_transaction_set_integer (transaction, id, field, value);

  return qd_transaction_commit (transaction, error);
}

/* With a target that is the baseline, nothing could ever move. Looked at with the
 * lock held, so that no other program brings the two together.
 */
static gboolean
check_change (QdStore        *store,
              QdTransaction  *transaction,
              QdId            card,
              const char     *condition,
              double          value,
              GError        **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM card WHERE id=?1 AND %s",
                                          condition);
  gint64 is_same = 0;

  if (!qd_transaction_lock (transaction, error) ||
      !qd_db_get_integer (qd_store_get_db (store), error, &is_same, sql, "id", card, value))
    return FALSE;

  return !is_same || refuse (error, _("Baseline and target are the same, so nothing could be "
                                      "seen to move. Give one of them another value."));
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

  if (metric == QD_METRIC_CHANGE &&
      !check_change (store, transaction, card, "baseline=target AND ?2 IS ?2", 0, error))
    return FALSE;
  qd_transaction_set_integer (transaction, card, QD_FIELD_CARD_METRIC, (gint64) metric);

  return qd_transaction_commit (transaction, error);
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
    return refuse (error, _("This number is too large. Choose a larger unit."));
  if ((field == QD_FIELD_CARD_WEIGHT || field == QD_FIELD_OBJECTIVE_WEIGHT) && value < 0)
    return refuse (error, _("A weight cannot be less than 0."));
  if (field == QD_FIELD_CARD_BASELINE &&
      !check_change (store, transaction, id, "metric=1 AND target=?2", value, error))
    return FALSE;
  if (field == QD_FIELD_CARD_TARGET &&
      !check_change (store, transaction, id, "metric=1 AND baseline=?2", value, error))
    return FALSE;
  set_figure (transaction, id, field, value);

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

  if (typing)
    qd_transaction_coalesce (transaction);
  set_words (transaction, id, field, text);

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
         refuse (error, _("A phased target needs a day and a number."));
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
  id = qd_transaction_create (transaction, QD_ENTITY_DEPENDENCY);
  qd_transaction_set_id (transaction, id, QD_FIELD_DEPENDENCY_CARD, card);
  qd_transaction_set_text (transaction, id, QD_FIELD_DEPENDENCY_TITLE, tidy);
  set_words (transaction, id, QD_FIELD_DEPENDENCY_ON, waits_for);
  set_day (transaction, id, QD_FIELD_DEPENDENCY_FLAGGED, flagged);

  return qd_edit_commit_new (transaction, id, error);
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

static gboolean
has_words (const char *text)
{
  while (text != NULL && g_ascii_isspace (*text))
    text++;

  return text != NULL && *text != '\0';
}

static gboolean
check_draft (const QdCheckinDraft  *draft,
             GError               **error)
{
  if (isinf (draft->value))
    return refuse (error, _("This number is too large. Choose a larger unit."));
  if (draft->confidence < QD_CONFIDENCE_NONE || draft->confidence > QD_CONFIDENCE_MAX)
    return refuse (error, _("Confidence is a number from 0 to 10."));
  if (draft->day == QD_DAY_NONE)
    return refuse (error, _("A check-in needs a day."));

  return !isnan (draft->value) || has_words (draft->note) || has_words (draft->blocker) ||
         draft->confidence != QD_CONFIDENCE_NONE ||
         refuse (error, _("This check-in says nothing yet. Give a value, a note, a blocker or "
                          "how confident you are."));
}

/* A card that is there already stays at its place. */
static gboolean
plan_move (QdStore        *store,
           QdTransaction  *transaction,
           QdId            card,
           QdId            column,
           GError        **error)
{
  gint64 parent = QD_ID_NONE;

  if (column == QD_ID_NONE)
    return TRUE;
  if (!qd_transaction_lock (transaction, error) ||
      !qd_db_get_integer (qd_store_get_db (store), error, &parent,
                          "SELECT parent FROM card WHERE id=?1", "i", card))
    return FALSE;
  if (parent != column)
    qd_transaction_place (transaction, QD_ENTITY_CARD, card, column, QD_SIDE_LAST, QD_ID_NONE);

  return TRUE;
}

/**
 * qd_edit_check_in:
 * @store: a store
 * @card: a key result
 * @draft: what is said
 * @error: return location; %QD_ERROR_INVALID where it says nothing
 *
 * Writes a check-in down, and moves the card in the same step where asked to. A
 * correction leaves the earlier check-in as it is.
 *
 * Returns: the new check-in, or %QD_ID_NONE
 */
QdId
qd_edit_check_in (QdStore               *store,
                  QdId                   card,
                  const QdCheckinDraft  *draft,
                  GError               **error)
{
  g_autoptr (QdTransaction) transaction = NULL;
  QdId id;

  if (!check_draft (draft, error))
    return QD_ID_NONE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  id = qd_transaction_create (transaction, QD_ENTITY_CHECKIN);
  qd_transaction_set_id (transaction, id, QD_FIELD_CHECKIN_CARD, card);
  qd_transaction_set_day (transaction, id, QD_FIELD_CHECKIN_DAY, draft->day);
  set_figure (transaction, id, QD_FIELD_CHECKIN_VALUE, draft->value);
  set_words (transaction, id, QD_FIELD_CHECKIN_NOTE, draft->note);
  set_words (transaction, id, QD_FIELD_CHECKIN_BLOCKER, draft->blocker);
  if (draft->confidence != QD_CONFIDENCE_NONE)
    qd_transaction_set_integer (transaction, id, QD_FIELD_CHECKIN_CONFIDENCE,
                                draft->confidence);
  if (draft->supersedes != QD_ID_NONE)
    qd_transaction_set_id (transaction, id, QD_FIELD_CHECKIN_SUPERSEDES, draft->supersedes);
  if (!plan_move (store, transaction, card, draft->column, error))
    return QD_ID_NONE;

  return qd_edit_commit_new (transaction, id, error);
}

/**
 * qd_edit_resolve_blocker:
 * @checkin: the check-in that noted it
 * @day: when it was out of the way; %QD_DAY_NONE takes it back
 *
 * Returns: whether it is noted
 */
gboolean
qd_edit_resolve_blocker (QdStore  *store,
                         QdId      checkin,
                         QdDay     day,
                         GError  **error)
{
  return set_one_day (store, checkin, QD_FIELD_CHECKIN_RESOLVED, day, error);
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
      refuse (error, _("This comment says nothing yet."));
      return QD_ID_NONE;
    }

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  id = qd_transaction_create (transaction, QD_ENTITY_COMMENT);
  qd_transaction_set_id (transaction, id, QD_FIELD_COMMENT_CARD, card);
  qd_transaction_set_text (transaction, id, QD_FIELD_COMMENT_TEXT, tidy);

  return qd_edit_commit_new (transaction, id, error);
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
  QdId id = qd_transaction_create (transaction, QD_ENTITY_ANSWER);

  qd_transaction_set_id (transaction, id, QD_FIELD_ANSWER_ABOUT, about);
  qd_transaction_set_integer (transaction, id, QD_FIELD_ANSWER_RULE, rule);
  qd_transaction_set_text (transaction, id, QD_FIELD_ANSWER_FACTS, facts);
  set_words (transaction, id, QD_FIELD_ANSWER_TEXT, text);

  return qd_edit_commit_new (transaction, id, error);
}
