/* What a person says in a check-in, as one transaction.
 *
 * Refuses one that says nothing, or of a card that is not there any more. Which
 * check-ins count is decided in qd-checkin-order.c.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "method/qd-confidence.h"
#include "qd-db.h"
#include "qd-edit-checkin.h"
#include "qd-edit-plan.h"
#include "qd-edit-require.h"
#include "qd-store-private.h"

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
    return qd_edit_refuse (error, _("This number is too large. Choose a larger unit."));
  if (draft->confidence < QD_CONFIDENCE_NONE || draft->confidence > QD_CONFIDENCE_MAX)
    return qd_edit_refuse (error, _("Confidence is a number from 0 to 10."));
  if (draft->day == QD_DAY_NONE)
    return qd_edit_refuse (error, _("A check-in needs a day."));

  return !isnan (draft->value) || has_words (draft->note) || has_words (draft->blocker) ||
         draft->confidence != QD_CONFIDENCE_NONE ||
         qd_edit_refuse (error, _("This check-in says nothing yet. Give a value, a note, a "
                                  "blocker or how confident you are."));
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
  if (!qd_edit_require_beside (store, transaction, card, column, error) ||
      !qd_db_get_integer (qd_store_get_db (store), error, &parent,
                          "SELECT parent FROM card WHERE id=?1", "i", card))
    return FALSE;
  if (parent != column)
    qd_transaction_place (transaction, QD_ENTITY_CARD, card, column, QD_SIDE_LAST, QD_ID_NONE);

  return TRUE;
}

/* A blocker that is out of the way stays so where the check-in that noted it is
 * corrected in something else.
 */
static gboolean
plan_resolved (QdStore               *store,
               QdTransaction         *transaction,
               QdId                   checkin,
               const QdCheckinDraft  *draft,
               GError               **error)
{
  GError *failed = NULL;
  QdDay resolved = QD_DAY_NONE;
  QdDb *db = qd_store_get_db (store);
  sqlite3_stmt *row;

  if (draft->supersedes == QD_ID_NONE || !has_words (draft->blocker))
    return TRUE;

  row = qd_db_query (db, error, "SELECT resolved FROM checkin WHERE id=?1 AND blocker=?2"
                     " AND resolved IS NOT NULL", "is", draft->supersedes, draft->blocker);
  if (row == NULL)
    return FALSE;
  if (qd_db_next (db, row, &failed))
    {
      resolved = qd_day_parse (qd_db_text (row, 0));
      sqlite3_reset (row);
    }
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return FALSE;
    }
  if (resolved != QD_DAY_NONE)
    qd_transaction_set_day (transaction, checkin, QD_FIELD_CHECKIN_RESOLVED, resolved);

  return TRUE;
}

/**
 * qd_edit_check_in:
 * @store: a store
 * @card: a key result
 * @draft: what is said
 * @error: return location; %QD_ERROR_INVALID where it says nothing,
 *   %QD_ERROR_NOT_FOUND where the card or the column is not there any more
 *
 * Writes a check-in down, and moves the card in the same step where asked to. It is
 * said later than all that the card has, whatever clocks these were written by. A
 * correction leaves the earlier check-in as it is, and takes its place; a blocker of
 * the same words is resolved where it was there, one of other words is a new one.
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
  gint64 newest = 0;
  QdId id;

  if (!check_draft (draft, error))
    return QD_ID_NONE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  if (!qd_edit_require (store, transaction, QD_ENTITY_CARD, card, error) ||
      !qd_db_get_integer (qd_store_get_db (store), error, &newest,
                          "SELECT max(created) FROM checkin WHERE card=?1", "i", card))
    return QD_ID_NONE;
  id = qd_transaction_create_after (transaction, QD_ENTITY_CHECKIN, newest);
  qd_transaction_set_id (transaction, id, QD_FIELD_CHECKIN_CARD, card);
  qd_transaction_set_day (transaction, id, QD_FIELD_CHECKIN_DAY, draft->day);
  qd_edit_plan_figure (transaction, id, QD_FIELD_CHECKIN_VALUE, draft->value);
  qd_transaction_set_text (transaction, id, QD_FIELD_CHECKIN_NOTE, draft->note);
  qd_transaction_set_text (transaction, id, QD_FIELD_CHECKIN_BLOCKER, draft->blocker);
  if (draft->confidence != QD_CONFIDENCE_NONE)
    qd_transaction_set_integer (transaction, id, QD_FIELD_CHECKIN_CONFIDENCE,
                                draft->confidence);
  if (draft->supersedes != QD_ID_NONE)
    qd_transaction_set_id (transaction, id, QD_FIELD_CHECKIN_SUPERSEDES, draft->supersedes);
  if (!plan_resolved (store, transaction, id, draft, error) ||
      !plan_move (store, transaction, card, draft->column, error))
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
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

  if (!qd_edit_require (store, transaction, QD_ENTITY_CHECKIN, checkin, error))
    return FALSE;
  qd_edit_plan_day (transaction, checkin, QD_FIELD_CHECKIN_RESOLVED, day);

  return qd_transaction_commit (transaction, error);
}
