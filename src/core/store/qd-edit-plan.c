/* Parts of what a person does, for transactions that do several things at once:
 * each adds its wishes to a transaction that the caller commits.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qd-db.h"
#include "qd-edit-plan.h"
#include "qd-store-private.h"

static const QdColumnRole roles_of_new_board[] = {
  QD_COLUMN_NOT_STARTED, QD_COLUMN_IN_PROGRESS, QD_COLUMN_AT_RISK, QD_COLUMN_COMPLETE,
};

/**
 * qd_edit_plan_board:
 * @transaction: where to
 * @title: its title
 * @cycle: its cycle, or %QD_ID_NONE
 * @plan: (out): the board and its columns
 *
 * Wishes for an OKR board with the four columns of the method.
 */
void
qd_edit_plan_board (QdTransaction *transaction,
                    const char    *title,
                    QdId           cycle,
                    QdBoardPlan   *plan)
{
  memset (plan, 0, sizeof *plan);
  plan->board = qd_transaction_create (transaction, QD_ENTITY_BOARD);
  qd_transaction_set_text (transaction, plan->board, QD_FIELD_BOARD_TITLE, title);
  qd_transaction_set_integer (transaction, plan->board, QD_FIELD_BOARD_KIND, QD_BOARD_OKR);
  qd_transaction_place (transaction, QD_ENTITY_BOARD, plan->board, cycle, QD_SIDE_LAST,
                        QD_ID_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (roles_of_new_board); i++)
    {
      QdColumnRole role = roles_of_new_board[i];
      QdId column = qd_transaction_create (transaction, QD_ENTITY_COLUMN);

      plan->columns[role] = column;
      qd_transaction_set_text (transaction, column, QD_FIELD_COLUMN_TITLE,
                               qd_edit_get_role_title (role));
      qd_transaction_set_integer (transaction, column, QD_FIELD_COLUMN_ROLE, role);
      qd_transaction_place (transaction, QD_ENTITY_COLUMN, column, plan->board, QD_SIDE_LAST,
                            QD_ID_NONE);
    }
}

/**
 * qd_edit_plan_cycle:
 *
 * Returns: the cycle that @transaction now wishes for
 */
QdId
qd_edit_plan_cycle (QdTransaction *transaction,
                    const char    *title,
                    QdDay          first_day,
                    QdDay          last_day)
{
  QdId id = qd_transaction_create (transaction, QD_ENTITY_CYCLE);

  qd_transaction_set_text (transaction, id, QD_FIELD_CYCLE_TITLE, title);
  qd_transaction_set_day (transaction, id, QD_FIELD_CYCLE_FIRST_DAY, first_day);
  qd_transaction_set_day (transaction, id, QD_FIELD_CYCLE_LAST_DAY, last_day);

  return id;
}

/**
 * qd_edit_plan_objective:
 *
 * Returns: the objective that @transaction now wishes for
 */
QdId
qd_edit_plan_objective (QdTransaction *transaction,
                        QdId           board,
                        const char    *title,
                        const char    *why,
                        guint          colour)
{
  QdId id = qd_transaction_create (transaction, QD_ENTITY_OBJECTIVE);

  qd_transaction_set_text (transaction, id, QD_FIELD_OBJECTIVE_TITLE, title);
  qd_transaction_set_text (transaction, id, QD_FIELD_OBJECTIVE_WHY, why);
  qd_transaction_set_integer (transaction, id, QD_FIELD_OBJECTIVE_COLOUR,
                              colour % QD_N_COLOURS);
  qd_transaction_place (transaction, QD_ENTITY_OBJECTIVE, id, board, QD_SIDE_LAST, QD_ID_NONE);

  return id;
}

/**
 * qd_edit_plan_card:
 *
 * Returns: the key result that @transaction now wishes for
 */
QdId
qd_edit_plan_card (QdTransaction *transaction,
                   QdId           column,
                   const char    *title,
                   QdId           objective)
{
  QdId id = qd_transaction_create (transaction, QD_ENTITY_CARD);

  qd_transaction_set_text (transaction, id, QD_FIELD_CARD_TITLE, title);
  qd_transaction_set_integer (transaction, id, QD_FIELD_CARD_KIND, QD_CARD_KEY_RESULT);
  qd_transaction_set_id (transaction, id, QD_FIELD_CARD_OBJECTIVE, objective);
  qd_transaction_place (transaction, QD_ENTITY_CARD, id, column, QD_SIDE_LAST, QD_ID_NONE);

  return id;
}

/**
 * qd_edit_get_role_title:
 *
 * Returns: (transfer none): what a column of the role is called on a new board,
 *   translated
 */
const char *
qd_edit_get_role_title (QdColumnRole role)
{
  switch (role)
    {
    case QD_COLUMN_NOT_STARTED:
      return _("Not Started");
    case QD_COLUMN_IN_PROGRESS:
      return _("In Progress");
    case QD_COLUMN_AT_RISK:
      return _("At Risk");
    case QD_COLUMN_COMPLETE:
      return _("Complete");
    case QD_COLUMN_OTHER:
    default:
      return _("Column");
    }
}

/**
 * qd_edit_find_titled:
 * @store: a store
 * @kind: a kind that has titles
 * @title: a title
 * @error: return location
 *
 * Returns: a living thing of that title, in any case, or %QD_ID_NONE
 */
QdId
qd_edit_find_titled (QdStore       *store,
                     QdEntityKind   kind,
                     const char    *title,
                     GError       **error)
{
  g_autofree char *wanted = g_utf8_casefold (title, -1);
  QdDb *db = qd_store_get_db (store);
  GError *failed = NULL;
  char sql[128];
  QdId found = QD_ID_NONE;
  sqlite3_stmt *row;

  g_snprintf (sql, sizeof sql,
              "SELECT id, title FROM \"%s\" WHERE coalesce(archived,0)=0"
              " AND coalesce(deleted,0)=0 AND title IS NOT NULL", qd_field_get_table (kind));
  row = qd_db_query (db, error, sql, "");
  while (row != NULL && found == QD_ID_NONE && qd_db_next (db, row, &failed))
    {
      g_autofree char *folded = g_utf8_casefold (qd_db_text (row, 1), -1);

      if (g_str_equal (folded, wanted))
        found = sqlite3_column_int64 (row, 0);
    }
  if (row != NULL)
    sqlite3_reset (row);
  if (failed != NULL)
    g_propagate_error (error, failed);

  return found;
}
