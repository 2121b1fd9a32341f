/* What has to be there before a person changes it: another window or another program
 * may have taken it away while a form was open.
 *
 * Looks with the lock of the transaction held, so that it is still there when that is
 * committed.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-db.h"
#include "qd-edit-require.h"
#include "qd-field.h"
#include "qd-store-private.h"

static const char *
get_gone_text (QdEntityKind kind)
{
  switch (kind)
    {
    case QD_ENTITY_BOARD:
      return _("The board was archived or deleted in the meantime. Nothing was changed.");
    case QD_ENTITY_COLUMN:
      return _("The column was archived or deleted in the meantime. Nothing was changed.");
    case QD_ENTITY_OBJECTIVE:
      return _("The objective was archived or deleted in the meantime. Nothing was changed.");
    case QD_ENTITY_CARD:
      return _("The card was archived or deleted in the meantime. Nothing was changed.");
    case QD_ENTITY_NONE:
    case QD_ENTITY_CYCLE:
    case QD_ENTITY_TEAM:
    case QD_ENTITY_MILESTONE:
    case QD_ENTITY_CHECKIN:
    case QD_ENTITY_COMMENT:
    case QD_ENTITY_DEPENDENCY:
    case QD_ENTITY_PERSON:
    case QD_ENTITY_PHASE:
    case QD_ENTITY_ANSWER:
    case QD_ENTITY_VIEW:
    default:
      return _("This was removed in the meantime. Nothing was changed.");
    }
}

/* Whether a thing is there, and what it stands in. */
static gboolean
look_up (QdDb               *db,
         QdEntityKind        kind,
         QdId                id,
         const QdFieldInfo  *owner,
         QdId               *parent,
         GError            **error)
{
  gint64 found = -1;
  char sql[160];

  g_snprintf (sql, sizeof sql, "SELECT coalesce(%s, 0) FROM \"%s\" WHERE id=?1"
              " AND coalesce(archived, 0)=0 AND coalesce(deleted, 0)=0",
              owner != NULL ? owner->column : "0", qd_field_get_table (kind));
  if (!qd_db_get_integer (db, error, &found, sql, "i", id))
    return FALSE;
  if (found < 0)
    {
      g_set_error_literal (error, QD_ERROR, QD_ERROR_NOT_FOUND, get_gone_text (kind));
      return FALSE;
    }
  *parent = found;

  return TRUE;
}

/* From a thing through all that it stands in to its board. Views stand in nothing, and
 * a team is there without the one that it is a part of. */
static gboolean
climb (QdDb          *db,
       QdEntityKind   kind,
       QdId           id,
       QdId          *board,
       GError       **error)
{
  const QdFieldInfo *owner;

  *board = QD_ID_NONE;
  do
    {
      QdId parent;

      owner = qd_field_get_owner (kind);
      if (!look_up (db, kind, id, owner, &parent, error))
        return FALSE;

      if (kind == QD_ENTITY_BOARD)
        *board = id;
      if (owner == NULL || owner->owner == kind)
        break;
      id = parent;
      kind = owner->owner;
    }
  while (*board == QD_ID_NONE);

  return TRUE;
}

/**
 * qd_edit_require:
 * @store: a store
 * @transaction: what shall change it, which is locked
 * @kind: what it is: a board or something on one, a team, or a view
 * @id: which one
 * @error: return location; %QD_ERROR_NOT_FOUND
 *
 * Returns: whether the thing and all that it stands in are there and in sight
 */
gboolean
qd_edit_require (QdStore        *store,
                 QdTransaction  *transaction,
                 QdEntityKind    kind,
                 QdId            id,
                 GError        **error)
{
  QdId board;

  return qd_transaction_lock (transaction, error) &&
         climb (qd_store_get_db (store), kind, id, &board, error);
}

/**
 * qd_edit_require_beside:
 * @store: a store
 * @transaction: what shall move the card there, which is locked
 * @card: a card
 * @column: a column
 * @error: return location; %QD_ERROR_NOT_FOUND
 *
 * Returns: whether both are there, on the same board
 */
gboolean
qd_edit_require_beside (QdStore        *store,
                        QdTransaction  *transaction,
                        QdId            card,
                        QdId            column,
                        GError        **error)
{
  QdDb *db = qd_store_get_db (store);
  QdId board, other;

  if (!qd_transaction_lock (transaction, error) ||
      !climb (db, QD_ENTITY_CARD, card, &board, error) ||
      !climb (db, QD_ENTITY_COLUMN, column, &other, error))
    return FALSE;
  if (board == other)
    return TRUE;

  g_set_error_literal (error, QD_ERROR, QD_ERROR_NOT_FOUND,
                       _("The column is on another board than the card. Nothing was changed."));

  return FALSE;
}
