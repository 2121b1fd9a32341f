/* The step that mends what an advice is about, where there is one.
 *
 * Some write to the file at once; others only bring the person to the place, as
 * only they know what to say there.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/qd-key-result.h"
#include "store/qd-details.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit.h"

#include "qd-advice-remedy.h"

static const struct
{
  int rule;
  QdRemedyKind kind;
  QdColumnRole role;
} remedies[] = {
  { QD_DISAGREEMENT_COMPLETE_BELOW, QD_REMEDY_MOVE, QD_COLUMN_IN_PROGRESS },
  { QD_DISAGREEMENT_DONE_ELSEWHERE, QD_REMEDY_MOVE, QD_COLUMN_COMPLETE },
  { QD_DISAGREEMENT_NO_BLOCKER, QD_REMEDY_CHECK_IN, QD_COLUMN_OTHER },
  { QD_DISAGREEMENT_LOW_CONFIDENCE, QD_REMEDY_MOVE, QD_COLUMN_AT_RISK },
  { QD_DISAGREEMENT_BEHIND_PACE, QD_REMEDY_MOVE, QD_COLUMN_AT_RISK },
  { QD_DISAGREEMENT_STUCK, QD_REMEDY_MOVE, QD_COLUMN_IN_PROGRESS },
  { QD_DISAGREEMENT_OUTDATED, QD_REMEDY_CHECK_IN, QD_COLUMN_OTHER },
  { QD_DISAGREEMENT_NOT_ESCALATED, QD_REMEDY_ESCALATE, QD_COLUMN_OTHER },
  { QD_ADVICE_FEW_OBJECTIVES, QD_REMEDY_NEW_OBJECTIVE, QD_COLUMN_OTHER },
  { QD_ADVICE_NO_NUMBER, QD_REMEDY_OPEN, QD_COLUMN_OTHER },
  { QD_ADVICE_ONE_NUMBER, QD_REMEDY_OPEN, QD_COLUMN_OTHER },
  { QD_ADVICE_OUTPUT_VERB, QD_REMEDY_OUTCOME, QD_COLUMN_OTHER },
  { QD_ADVICE_NO_BASELINE, QD_REMEDY_OPEN, QD_COLUMN_OTHER },
  { QD_ADVICE_NO_TARGET, QD_REMEDY_OPEN, QD_COLUMN_OTHER },
  { QD_ADVICE_NO_MEASUREMENT, QD_REMEDY_OPEN, QD_COLUMN_OTHER },
  { QD_ADVICE_NO_OWNER, QD_REMEDY_OPEN, QD_COLUMN_OTHER },
  { QD_ADVICE_YES_NO, QD_REMEDY_OPEN, QD_COLUMN_OTHER },
};

/* The column of a role on the board that a card is on. */
static QdColumn *
find_column (QdCard       *card,
             QdColumnRole  role)
{
  QdColumn *column = qd_card_get_column (card);
  QdBoard *board = column != NULL ? qd_column_get_board (column) : NULL;
  QdOrderedList *columns;

  if (board == NULL)
    return NULL;

  columns = qd_board_get_columns (board);
  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdColumn *other = qd_ordered_list_peek (columns, i);

      if (qd_column_get_role (other) == role)
        return other;
    }

  return NULL;
}

/* The first that waits and was not escalated. */
static QdId
find_dependency (QdStore  *store,
                 QdId      card,
                 GError  **error)
{
  g_autoptr (QdDetails) details = qd_details_read (store, card, error);

  if (details == NULL)
    return QD_ID_NONE;

  for (guint i = 0; i < details->dependencies->len; i++)
    {
      const QdDependency *dependency = g_ptr_array_index (details->dependencies, i);

      if (dependency->resolved == QD_DAY_NONE && dependency->escalated == QD_DAY_NONE)
        return dependency->id;
    }

  return QD_ID_NONE;
}

static gboolean
escalate (QdStore  *store,
          QdId      card,
          GError  **error)
{
  g_autoptr (GError) failed = NULL;
  QdId dependency = find_dependency (store, card, &failed);

  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }

  /* Somebody else was faster. */
  if (dependency == QD_ID_NONE)
    return TRUE;

  return qd_edit_escalate_dependency (store, dependency, qd_clock_today (), error);
}

/* Several dependencies are several steps. */
static gboolean
is_one_step (QdRemedyKind  kind,
             QdKeyResult  *result)
{
  const QdSummary *summary = qd_key_result_get_summary (result);

  return kind != QD_REMEDY_ESCALATE || summary->n_waiting == summary->n_escalated + 1;
}

/**
 * qd_advice_remedy_find:
 * @store: the file
 * @advice: advice about something in it
 * @remedy: (out caller-allocates): what would mend it
 */
void
qd_advice_remedy_find (QdStore        *store,
                       const QdAdvice *advice,
                       QdRemedy       *remedy)
{
  QdEntity *subject;

  g_return_if_fail (QD_IS_STORE (store));
  g_return_if_fail (advice != NULL);
  g_return_if_fail (remedy != NULL);

  *remedy = (QdRemedy) { .kind = QD_REMEDY_NONE, .subject = advice->subject };
  subject = qd_store_lookup (store, advice->subject);
  for (guint i = 0; i < G_N_ELEMENTS (remedies); i++)
    {
      if (remedies[i].rule != advice->rule)
        continue;

      remedy->kind = remedies[i].kind;
      if (QD_IS_KEY_RESULT (subject) && !is_one_step (remedy->kind, QD_KEY_RESULT (subject)))
        remedy->kind = QD_REMEDY_OPEN;
      if (remedy->kind == QD_REMEDY_MOVE && QD_IS_CARD (subject))
        remedy->column = find_column (QD_CARD (subject), remedies[i].role);
      if (remedy->kind == QD_REMEDY_MOVE && remedy->column == NULL)
        remedy->kind = QD_REMEDY_NONE;
    }
}

/**
 * qd_advice_remedy_dup_label:
 * @remedy: a remedy
 *
 * Returns: (transfer full) (nullable): what its button says; %NULL where there is
 *   none
 */
char *
qd_advice_remedy_dup_label (const QdRemedy *remedy)
{
  g_return_val_if_fail (remedy != NULL, NULL);

  switch (remedy->kind)
    {
    case QD_REMEDY_MOVE:
      /* Translators: the title of a column, on a button */
      return g_strdup_printf (_("Move to %s"),
                              qd_entity_get_title (QD_ENTITY (remedy->column)));

    case QD_REMEDY_OUTCOME:
      return g_strdup (_("Set as Outcome"));

    case QD_REMEDY_ESCALATE:
      return g_strdup (_("Mark as Escalated"));

    case QD_REMEDY_CHECK_IN:
      return g_strdup (_("Check In"));

    case QD_REMEDY_OPEN:
      return g_strdup (_("Open Details"));

    case QD_REMEDY_NEW_OBJECTIVE:
      return g_strdup (_("New Objective"));

    case QD_REMEDY_NONE:
    default:
      return NULL;
    }
}

/**
 * qd_advice_remedy_is_writing:
 * @remedy: a remedy
 *
 * Returns: whether qd_advice_remedy_apply() does it; else the person has to
 */
gboolean
qd_advice_remedy_is_writing (const QdRemedy *remedy)
{
  g_return_val_if_fail (remedy != NULL, FALSE);

  return remedy->kind == QD_REMEDY_MOVE ||
         remedy->kind == QD_REMEDY_OUTCOME ||
         remedy->kind == QD_REMEDY_ESCALATE;
}

/**
 * qd_advice_remedy_apply:
 * @remedy: one that writes
 * @store: the file
 * @error: return location
 *
 * Returns: whether it is done
 */
gboolean
qd_advice_remedy_apply (const QdRemedy  *remedy,
                        QdStore         *store,
                        GError         **error)
{
  g_return_val_if_fail (remedy != NULL, FALSE);
  g_return_val_if_fail (qd_advice_remedy_is_writing (remedy), FALSE);

  if (remedy->kind == QD_REMEDY_MOVE)
    return qd_edit_move (store, QD_ENTITY_CARD, remedy->subject,
                         qd_entity_get_id (QD_ENTITY (remedy->column)),
                         QD_SIDE_LAST, QD_ID_NONE, error);
  if (remedy->kind == QD_REMEDY_OUTCOME)
    return qd_edit_set_result (store, remedy->subject, QD_RESULT_OUTCOME, error);

  return escalate (store, remedy->subject, error);
}
