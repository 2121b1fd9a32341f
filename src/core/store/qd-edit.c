/* What a person does, each as one transaction.
 *
 * Texts are tidied here, so that no title has line breaks or is empty, whoever
 * asks. What comes first in a transaction is what its undo step is named for;
 * people, teams and cycles that it needs do not count.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qd-db.h"
#include "qd-edit.h"
#include "qd-store-private.h"

static const QdColumnRole roles_of_new_board[] = {
  QD_COLUMN_NOT_STARTED, QD_COLUMN_IN_PROGRESS, QD_COLUMN_AT_RISK, QD_COLUMN_COMPLETE,
};

/* A title on one line, or an error where nothing is left of it. */
static char *
tidy_title (const char  *title,
            GError     **error)
{
  g_autofree char *tidy = NULL;

  if (title == NULL || !g_utf8_validate (title, -1, NULL))
    {
      g_set_error_literal (error, QD_ERROR, QD_ERROR_INVALID,
                           _("The title is not valid UTF-8 text. Nothing was changed."));
      return NULL;
    }

  tidy = g_strdelimit (g_strdup (title), "\r\n\t", ' ');
  g_strstrip (tidy);
  if (*tidy == '\0')
    {
      g_set_error_literal (error, QD_ERROR, QD_ERROR_INVALID,
                           _("A title cannot be empty. Nothing was changed."));
      return NULL;
    }

  return g_steal_pointer (&tidy);
}

/* Commits, and hands through the id of what was made. */
static QdId
commit_new (QdTransaction  *transaction,
            QdId            id,
            GError        **error)
{
  return qd_transaction_commit (transaction, error) ? id : QD_ID_NONE;
}

static gboolean
check_days (QdDay    first_day,
            QdDay    last_day,
            GError **error)
{
  if (first_day != QD_DAY_NONE && last_day != QD_DAY_NONE && first_day <= last_day)
    return TRUE;

  g_set_error_literal (error, QD_ERROR, QD_ERROR_INVALID,
                       _("A cycle needs a first day and a last day that is not before it."));

  return FALSE;
}

/* An existing team of this name, or a new one as part of the transaction. */
static gboolean
find_or_plan_team (QdStore        *store,
                   QdTransaction  *transaction,
                   const char     *title,
                   QdId           *team,
                   GError        **error)
{
  GError *failed = NULL;

  *team = qd_edit_find_titled (store, QD_ENTITY_TEAM, title, &failed);
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return FALSE;
    }
  if (*team == QD_ID_NONE)
    {
      *team = qd_transaction_create (transaction, QD_ENTITY_TEAM);
      qd_transaction_set_text (transaction, *team, QD_FIELD_TEAM_TITLE, title);
      qd_transaction_place (transaction, QD_ENTITY_TEAM, *team, QD_ID_NONE, QD_SIDE_LAST,
                            QD_ID_NONE);
    }

  return TRUE;
}

/* Where a card goes in another board, its objective goes with it if that board
 * has one of the same title; otherwise the label stays behind.
 */
static gboolean
plan_label_of_moved (QdStore        *store,
                     QdTransaction  *transaction,
                     QdId            card,
                     QdId            column,
                     GError        **error)
{
  static const char find[] =
    "SELECT (SELECT o.id FROM objective AS o WHERE o.parent=k.parent AND o.title=mine.title"
    "  AND coalesce(o.archived,0)=0 AND coalesce(o.deleted,0)=0 ORDER BY o.rank, o.id LIMIT 1)"
    " FROM card AS c JOIN objective AS mine ON mine.id=c.objective"
    " JOIN \"column\" AS k ON k.id=?2"
    " WHERE c.id=?1 AND mine.parent<>k.parent";
  QdDb *db = qd_store_get_db (store);
  gint64 objective = -1;

  if (!qd_db_get_integer (db, error, &objective, find, "ii", card, column))
    return FALSE;
  if (objective >= 0)
    qd_transaction_set_id (transaction, card, QD_FIELD_CARD_OBJECTIVE, objective);

  return TRUE;
}

/**
 * qd_edit_rename:
 * @store: a store
 * @kind: what @id is
 * @id: what to rename
 * @title: its new title; line breaks become spaces
 * @error: return location; %QD_ERROR_INVALID for an empty title
 *
 * Returns: whether it is called so
 */
gboolean
qd_edit_rename (QdStore       *store,
                QdEntityKind   kind,
                QdId           id,
                const char    *title,
                GError       **error)
{
  g_autofree char *tidy = tidy_title (title, error);
  g_autoptr (QdTransaction) transaction = NULL;

  if (tidy == NULL)
    return FALSE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  qd_transaction_set_text (transaction, id, qd_field_of (kind, QD_FIELD_TITLE), tidy);

  return qd_transaction_commit (transaction, error);
}

/**
 * qd_edit_archive:
 * @archived: whether to put it away or to bring it back
 *
 * Takes a thing out of sight, or brings it back to where it was. Nothing in it
 * is lost.
 *
 * Returns: whether it is so
 */
gboolean
qd_edit_archive (QdStore       *store,
                 QdEntityKind   kind,
                 QdId           id,
                 gboolean       archived,
                 GError       **error)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  const QdField field = qd_field_of (kind, QD_FIELD_ARCHIVED);

  if (archived)
    qd_transaction_set_integer (transaction, id, field, 1);
  else
    qd_transaction_clear (transaction, id, field);

  return qd_transaction_commit (transaction, error);
}

/**
 * qd_edit_move:
 * @store: a store
 * @kind: what @id is: a card, column, objective, board or team
 * @id: what to move
 * @parent: what it shall stand in; for a card its column
 * @side: where there
 * @anchor: the neighbour that @side speaks of, or %QD_ID_NONE
 * @error: return location
 *
 * Moves a thing. With a filter on, name a visible neighbour: those hidden keep
 * their order. A card that changes boards takes its objective along if the
 * other board has one of the same title.
 *
 * Returns: whether it stands there
 */
gboolean
qd_edit_move (QdStore       *store,
              QdEntityKind   kind,
              QdId           id,
              QdId           parent,
              QdSide         side,
              QdId           anchor,
              GError       **error)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

  qd_transaction_place (transaction, kind, id, parent, side, anchor);
  if (kind == QD_ENTITY_CARD &&
      !plan_label_of_moved (store, transaction, id, parent, error))
    return FALSE;

  return qd_transaction_commit (transaction, error);
}

/**
 * qd_edit_new_cycle:
 * @title: its name
 * @first_day: its first day
 * @last_day: its last day, inclusive
 *
 * Returns: the new cycle, or %QD_ID_NONE
 */
QdId
qd_edit_new_cycle (QdStore     *store,
                   const char  *title,
                   QdDay        first_day,
                   QdDay        last_day,
                   GError     **error)
{
  g_autofree char *tidy = tidy_title (title, error);
  g_autoptr (QdTransaction) transaction = NULL;

  if (tidy == NULL || !check_days (first_day, last_day, error))
    return QD_ID_NONE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

  return commit_new (transaction,
                     qd_edit_plan_cycle (transaction, tidy, first_day, last_day), error);
}

/**
 * qd_edit_change_cycle:
 *
 * Renames a cycle and sets its days, in one step.
 *
 * Returns: whether the cycle is as asked for
 */
gboolean
qd_edit_change_cycle (QdStore     *store,
                      QdId         cycle,
                      const char  *title,
                      QdDay        first_day,
                      QdDay        last_day,
                      GError     **error)
{
  g_autofree char *tidy = tidy_title (title, error);
  g_autoptr (QdTransaction) transaction = NULL;

  if (tidy == NULL || !check_days (first_day, last_day, error))
    return FALSE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  qd_transaction_set_text (transaction, cycle, QD_FIELD_CYCLE_TITLE, tidy);
  qd_transaction_set_day (transaction, cycle, QD_FIELD_CYCLE_FIRST_DAY, first_day);
  qd_transaction_set_day (transaction, cycle, QD_FIELD_CYCLE_LAST_DAY, last_day);

  return qd_transaction_commit (transaction, error);
}

/**
 * qd_edit_new_board:
 * @store: a store
 * @team: name of the team; one that is not known yet is made
 * @cycle: the cycle
 * @error: return location
 *
 * Makes an OKR board with the four columns of the method.
 *
 * Returns: the new board, or %QD_ID_NONE
 */
QdId
qd_edit_new_board (QdStore     *store,
                   const char  *team,
                   QdId         cycle,
                   GError     **error)
{
  g_autofree char *tidy = tidy_title (team, error);
  g_autoptr (QdTransaction) transaction = NULL;
  QdBoardPlan plan;
  QdId id;

  if (tidy == NULL)
    return QD_ID_NONE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  qd_edit_plan_board (transaction, tidy, cycle, &plan);
  if (!find_or_plan_team (store, transaction, tidy, &id, error))
    return QD_ID_NONE;
  qd_transaction_set_id (transaction, plan.board, QD_FIELD_BOARD_TEAM, id);

  return commit_new (transaction, plan.board, error);
}

/**
 * qd_edit_new_board_in_new_cycle:
 *
 * As qd_edit_new_board() and qd_edit_new_cycle(), in one step.
 *
 * Returns: the new board, or %QD_ID_NONE
 */
QdId
qd_edit_new_board_in_new_cycle (QdStore     *store,
                                const char  *team,
                                const char  *cycle_title,
                                QdDay        first_day,
                                QdDay        last_day,
                                GError     **error)
{
  g_autofree char *tidy = tidy_title (team, error);
  g_autofree char *cycle_tidy = tidy != NULL ? tidy_title (cycle_title, error) : NULL;
  g_autoptr (QdTransaction) transaction = NULL;
  QdBoardPlan plan;
  QdId cycle, id;

  if (cycle_tidy == NULL || !check_days (first_day, last_day, error))
    return QD_ID_NONE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  cycle = qd_edit_plan_cycle (transaction, cycle_tidy, first_day, last_day);
  qd_edit_plan_board (transaction, tidy, cycle, &plan);
  if (!find_or_plan_team (store, transaction, tidy, &id, error))
    return QD_ID_NONE;
  qd_transaction_set_id (transaction, plan.board, QD_FIELD_BOARD_TEAM, id);

  return commit_new (transaction, plan.board, error);
}

/**
 * qd_edit_new_column:
 *
 * Adds a column of no special role at the end of a board.
 *
 * Returns: the new column, or %QD_ID_NONE
 */
QdId
qd_edit_new_column (QdStore     *store,
                    QdId         board,
                    const char  *title,
                    GError     **error)
{
  g_autofree char *tidy = tidy_title (title, error);
  g_autoptr (QdTransaction) transaction = NULL;
  QdId id;

  if (tidy == NULL)
    return QD_ID_NONE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  id = qd_transaction_create (transaction, QD_ENTITY_COLUMN);
  qd_transaction_set_text (transaction, id, QD_FIELD_COLUMN_TITLE, tidy);
  qd_transaction_set_integer (transaction, id, QD_FIELD_COLUMN_ROLE, QD_COLUMN_OTHER);
  qd_transaction_place (transaction, QD_ENTITY_COLUMN, id, board, QD_SIDE_LAST, QD_ID_NONE);

  return commit_new (transaction, id, error);
}

/**
 * qd_edit_set_column_limit:
 * @limit: most cards that should be in progress there; 0 for no limit
 *
 * Returns: whether the limit is set
 */
gboolean
qd_edit_set_column_limit (QdStore  *store,
                          QdId      column,
                          guint     limit,
                          GError  **error)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

  if (limit > 0)
    qd_transaction_set_integer (transaction, column, QD_FIELD_COLUMN_LIMIT, limit);
  else
    qd_transaction_clear (transaction, column, QD_FIELD_COLUMN_LIMIT);

  return qd_transaction_commit (transaction, error);
}

/**
 * qd_edit_new_objective:
 * @why: (nullable): why it matters
 * @colour: 0 … %QD_N_COLOURS - 1
 *
 * Returns: the new objective, or %QD_ID_NONE
 */
QdId
qd_edit_new_objective (QdStore     *store,
                       QdId         board,
                       const char  *title,
                       const char  *why,
                       guint        colour,
                       GError     **error)
{
  g_autofree char *tidy = tidy_title (title, error);
  g_autoptr (QdTransaction) transaction = NULL;

  if (tidy == NULL)
    return QD_ID_NONE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

  return commit_new (transaction,
                     qd_edit_plan_objective (transaction, board, tidy, why, colour), error);
}

/**
 * qd_edit_change_objective:
 *
 * Sets title, reason and colour of an objective, in one step.
 *
 * Returns: whether the objective is as asked for
 */
gboolean
qd_edit_change_objective (QdStore     *store,
                          QdId         objective,
                          const char  *title,
                          const char  *why,
                          guint        colour,
                          GError     **error)
{
  g_autofree char *tidy = tidy_title (title, error);
  g_autoptr (QdTransaction) transaction = NULL;

  if (tidy == NULL)
    return FALSE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  qd_transaction_set_text (transaction, objective, QD_FIELD_OBJECTIVE_TITLE, tidy);
  qd_transaction_set_text (transaction, objective, QD_FIELD_OBJECTIVE_WHY, why);
  qd_transaction_set_integer (transaction, objective, QD_FIELD_OBJECTIVE_COLOUR,
                              colour % QD_N_COLOURS);

  return qd_transaction_commit (transaction, error);
}

/**
 * qd_edit_new_card:
 * @objective: what it belongs to, or %QD_ID_NONE
 *
 * Adds a key result at the end of a column.
 *
 * Returns: the new card, or %QD_ID_NONE
 */
QdId
qd_edit_new_card (QdStore     *store,
                  QdId         column,
                  const char  *title,
                  QdId         objective,
                  GError     **error)
{
  g_autofree char *tidy = tidy_title (title, error);
  g_autoptr (QdTransaction) transaction = NULL;

  if (tidy == NULL)
    return QD_ID_NONE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

  return commit_new (transaction,
                     qd_edit_plan_card (transaction, column, tidy, objective), error);
}

/**
 * qd_edit_set_objective:
 * @objective: an objective of the card's board; %QD_ID_NONE takes the label off
 *
 * Returns: whether the card is labelled so
 */
gboolean
qd_edit_set_objective (QdStore  *store,
                       QdId      card,
                       QdId      objective,
                       GError  **error)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

  qd_transaction_set_id (transaction, card, QD_FIELD_CARD_OBJECTIVE, objective);

  return qd_transaction_commit (transaction, error);
}

/**
 * qd_edit_set_owner:
 * @name: (nullable): a person; one that is not known yet is made; %NULL and ""
 *   leave the card without an owner
 *
 * Returns: whether the card belongs to that person
 */
gboolean
qd_edit_set_owner (QdStore     *store,
                   QdId         card,
                   const char  *name,
                   GError     **error)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  g_autofree char *tidy = NULL;
  GError *failed = NULL;
  QdId person;

  if (name == NULL || *name == '\0')
    {
      qd_transaction_set_id (transaction, card, QD_FIELD_CARD_OWNER, QD_ID_NONE);
      return qd_transaction_commit (transaction, error);
    }

  tidy = tidy_title (name, error);
  if (tidy == NULL)
    return FALSE;
  person = qd_edit_find_titled (store, QD_ENTITY_PERSON, tidy, &failed);
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return FALSE;
    }
  if (person == QD_ID_NONE)
    {
      person = qd_transaction_create (transaction, QD_ENTITY_PERSON);
      qd_transaction_set_text (transaction, person, QD_FIELD_PERSON_TITLE, tidy);
    }
  qd_transaction_set_id (transaction, card, QD_FIELD_CARD_OWNER, person);

  return qd_transaction_commit (transaction, error);
}

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
