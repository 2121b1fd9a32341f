/* What a person does, each as one transaction.
 *
 * Texts are tidied here, so that no title has line breaks or is empty, whoever
 * asks. What comes first in a transaction is what its undo step is named for;
 * people, teams and cycles that it needs do not count.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "qd-alignment.h"
#include "qd-edit-align.h"
#include "qd-edit-card.h"
#include "qd-edit-label.h"
#include "qd-edit-plan.h"
#include "qd-edit.h"

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
  g_autofree char *tidy = qd_edit_tidy_title (title, error);
  g_autoptr (QdTransaction) transaction = NULL;

  if (tidy == NULL)
    return FALSE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  qd_transaction_set_text (transaction, id, qd_field_of (kind, QD_FIELD_TITLE), tidy);

  return qd_transaction_commit (transaction, error);
}

/**
 * qd_edit_type_title:
 *
 * As qd_edit_rename(), while somebody types: spaces at the end stay, as another word
 * may follow, and what is typed becomes one undo step.
 *
 * Returns: whether it is called so
 */
gboolean
qd_edit_type_title (QdStore       *store,
                    QdEntityKind   kind,
                    QdId           id,
                    const char    *title,
                    GError       **error)
{
  g_autofree char *tidy = qd_edit_tidy_title (title, error);
  g_autofree char *typed = NULL;
  const char *end = title + strlen (title);
  g_autoptr (QdTransaction) transaction = NULL;

  if (tidy == NULL)
    return FALSE;

  while (end > title && end[-1] == ' ')
    end--;
  typed = g_strconcat (tidy, end, NULL);
  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  qd_transaction_coalesce (transaction);
  qd_transaction_set_text (transaction, id, qd_field_of (kind, QD_FIELD_TITLE), typed);

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
    qd_transaction_set_integer (transaction, id, field, QD_KEEPING_ARCHIVE);
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
 * other board has one of the same title or family: qd_edit_plan_label().
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
      !qd_edit_plan_label (store, transaction, id, parent, error))
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
  g_autofree char *tidy = qd_edit_tidy_title (title, error);
  g_autoptr (QdTransaction) transaction = NULL;

  if (tidy == NULL || !qd_edit_check_days (first_day, last_day, error))
    return QD_ID_NONE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

  return qd_edit_commit_new (transaction,
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
  g_autofree char *tidy = qd_edit_tidy_title (title, error);
  g_autoptr (QdTransaction) transaction = NULL;

  if (tidy == NULL || !qd_edit_check_days (first_day, last_day, error))
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
  g_autofree char *tidy = qd_edit_tidy_title (team, error);
  g_autoptr (QdTransaction) transaction = NULL;
  QdBoardPlan plan;
  QdId id;

  if (tidy == NULL)
    return QD_ID_NONE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  qd_edit_plan_board (transaction, tidy, cycle, &plan);
  if (!qd_edit_plan_named (store, transaction, QD_ENTITY_TEAM, tidy, &id, error))
    return QD_ID_NONE;
  qd_transaction_set_id (transaction, plan.board, QD_FIELD_BOARD_TEAM, id);

  return qd_edit_commit_new (transaction, plan.board, error);
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
  g_autofree char *tidy = qd_edit_tidy_title (team, error);
  g_autofree char *cycle_tidy =
    tidy != NULL ? qd_edit_tidy_title (cycle_title, error) : NULL;
  g_autoptr (QdTransaction) transaction = NULL;
  QdBoardPlan plan;
  QdId cycle, id;

  if (cycle_tidy == NULL || !qd_edit_check_days (first_day, last_day, error))
    return QD_ID_NONE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  cycle = qd_edit_plan_cycle (transaction, cycle_tidy, first_day, last_day);
  qd_edit_plan_board (transaction, tidy, cycle, &plan);
  if (!qd_edit_plan_named (store, transaction, QD_ENTITY_TEAM, tidy, &id, error))
    return QD_ID_NONE;
  qd_transaction_set_id (transaction, plan.board, QD_FIELD_BOARD_TEAM, id);

  return qd_edit_commit_new (transaction, plan.board, error);
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
  g_autofree char *tidy = qd_edit_tidy_title (title, error);
  g_autoptr (QdTransaction) transaction = NULL;
  QdId id;

  if (tidy == NULL)
    return QD_ID_NONE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  id = qd_transaction_create (transaction, QD_ENTITY_COLUMN);
  qd_transaction_set_text (transaction, id, QD_FIELD_COLUMN_TITLE, tidy);
  qd_transaction_set_integer (transaction, id, QD_FIELD_COLUMN_ROLE, QD_COLUMN_OTHER);
  qd_transaction_place (transaction, QD_ENTITY_COLUMN, id, board, QD_SIDE_LAST, QD_ID_NONE);

  return qd_edit_commit_new (transaction, id, error);
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

/* What was never written shows the usual, and need not be written to say so. */
static void
set_commitment_and_weight (QdStore                *store,
                           QdTransaction          *transaction,
                           QdId                    id,
                           const QdObjectiveDraft *draft)
{
  QdEntity *entity = qd_store_lookup (store, id);
  QdObjective *shown = QD_IS_OBJECTIVE (entity) ? QD_OBJECTIVE (entity) : NULL;

  if (shown == NULL || qd_objective_get_commitment (shown) != draft->commitment)
    qd_transaction_set_integer (transaction, id, QD_FIELD_OBJECTIVE_COMMITMENT,
                                (gint64) draft->commitment);

  if (isnan (draft->weight))
    qd_transaction_clear (transaction, id, QD_FIELD_OBJECTIVE_WEIGHT);
  else if (shown == NULL || qd_objective_get_weight (shown) != draft->weight)
    qd_transaction_set_real (transaction, id, QD_FIELD_OBJECTIVE_WEIGHT, draft->weight);
}

/* A parent that is archived, or in a ring, is not shown, and stays where nobody chose
 * another. */
static gboolean
plan_parent (QdStore                 *store,
             QdTransaction           *transaction,
             QdId                     id,
             const QdObjectiveDraft  *draft,
             GError                 **error)
{
  QdEntity *entity = qd_store_lookup (store, id);
  QdObjective *shown = NULL;

  if (QD_IS_OBJECTIVE (entity))
    shown = qd_alignment_get_parent (store, QD_OBJECTIVE (entity));
  if (draft->parent == (shown != NULL ? qd_entity_get_id (QD_ENTITY (shown)) : QD_ID_NONE))
    return TRUE;

  return qd_edit_plan_parent (store, transaction, id, draft->parent, error);
}

/**
 * qd_edit_new_objective:
 * @why: (nullable): why it matters
 * @colour: 0 … %QD_N_COLOURS - 1
 * @parent: the objective that it contributes to, or %QD_ID_NONE
 *
 * Returns: the new objective, or %QD_ID_NONE
 */
QdId
qd_edit_new_objective (QdStore     *store,
                       QdId         board,
                       const char  *title,
                       const char  *why,
                       guint        colour,
                       QdId         parent,
                       GError     **error)
{
  g_autofree char *tidy = qd_edit_tidy_title (title, error);
  g_autoptr (QdTransaction) transaction = NULL;
  QdId objective;

  if (tidy == NULL)
    return QD_ID_NONE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  objective = qd_edit_plan_objective (transaction, board, tidy, why, colour);
  if (parent != QD_ID_NONE &&
      !qd_edit_plan_parent (store, transaction, objective, parent, error))
    return QD_ID_NONE;

  return qd_edit_commit_new (transaction, objective, error);
}

/**
 * qd_edit_change_objective:
 * @draft: what it shall be
 * @error: return location; %QD_ERROR_INVALID for a title that says nothing, a weight
 *   that is none, or a parent that would close a ring
 *
 * Sets all that an objective says of itself, in one step.
 *
 * Returns: whether the objective is as asked for
 */
gboolean
qd_edit_change_objective (QdStore                 *store,
                          QdId                     objective,
                          const QdObjectiveDraft  *draft,
                          GError                 **error)
{
  g_autofree char *tidy = qd_edit_tidy_title (draft->title, error);
  g_autoptr (QdTransaction) transaction = NULL;

  if (tidy == NULL || !qd_edit_check_weight (draft->weight, error))
    return FALSE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  qd_transaction_set_text (transaction, objective, QD_FIELD_OBJECTIVE_TITLE, tidy);
  qd_transaction_set_text (transaction, objective, QD_FIELD_OBJECTIVE_WHY, draft->why);
  qd_transaction_set_integer (transaction, objective, QD_FIELD_OBJECTIVE_COLOUR,
                              draft->colour % QD_N_COLOURS);
  set_commitment_and_weight (store, transaction, objective, draft);
  if (!plan_parent (store, transaction, objective, draft, error))
    return FALSE;

  return qd_transaction_commit (transaction, error);
}

/**
 * qd_edit_new_card:
 * @objective: what it belongs to, or %QD_ID_NONE
 * @numbers: (nullable): what it begins with
 *
 * Adds a key result at the end of a column.
 *
 * Returns: the new card, or %QD_ID_NONE
 */
QdId
qd_edit_new_card (QdStore              *store,
                  QdId                  column,
                  const char           *title,
                  QdId                  objective,
                  const QdCardNumbers  *numbers,
                  GError              **error)
{
  g_autofree char *tidy = qd_edit_tidy_title (title, error);
  g_autoptr (QdTransaction) transaction = NULL;
  QdId card;

  if (tidy == NULL)
    return QD_ID_NONE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  card = qd_edit_plan_card (transaction, column, tidy, objective);
  if (numbers != NULL)
    qd_edit_plan_numbers (transaction, card, numbers);

  return qd_edit_commit_new (transaction, card, error);
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
  QdId person;

  if (name == NULL || *name == '\0')
    {
      qd_transaction_set_id (transaction, card, QD_FIELD_CARD_OWNER, QD_ID_NONE);
      return qd_transaction_commit (transaction, error);
    }

  tidy = qd_edit_tidy_title (name, error);
  if (tidy == NULL ||
      !qd_edit_plan_named (store, transaction, QD_ENTITY_PERSON, tidy, &person, error))
    return FALSE;
  qd_transaction_set_id (transaction, card, QD_FIELD_CARD_OWNER, person);

  return qd_transaction_commit (transaction, error);
}
