/* What people do at the end of a cycle, each as one transaction: grade key results,
 * decide what becomes of them, close the board, and make that of the next cycle.
 *
 * Closing puts nothing elsewhere: the board stays as it was, and qd-closed.c sees to
 * that. What waits from now on is told by its decision (qd-shelf.c).
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "method/qd-grade.h"
#include "qd-closing.h"
#include "qd-edit-carry.h"
#include "qd-edit-close.h"
#include "qd-edit-plan.h"
#include "qd-edit-require.h"
#include "qd-find.h"
#include "qd-store-private.h"

#define ALIVE(row) "coalesce(" row ".archived,0)=0 AND coalesce(" row ".deleted,0)=0"

/* The key results of a board that are in sight, in the order of the board. */
#define CARDS_OF_BOARD \
  " FROM card AS c JOIN \"column\" AS k ON k.id=c.parent WHERE k.parent=?1 AND " \
  ALIVE ("c") " AND " ALIVE ("k")
#define IN_ORDER " ORDER BY k.rank, k.id, c.rank, c.id"

/**
 * qd_edit_set_grade:
 * @store: a store
 * @card: a key result
 * @grade: from 0.0 to 1.0; NAN takes it off
 * @reason: (nullable): why it is graded so
 * @error: return location; %QD_ERROR_INVALID for what is no grade
 *
 * Returns: whether it is graded so
 */
gboolean
qd_edit_set_grade (QdStore     *store,
                   QdId         card,
                   double       grade,
                   const char  *reason,
                   GError     **error)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  g_autofree char *form = qd_grade_describe_form ();

  if (grade < 0.0 || grade > 1.0)
    return qd_edit_refuse (error, form);
  if (!qd_edit_require (store, transaction, QD_ENTITY_CARD, card, error))
    return FALSE;
  qd_edit_plan_figure (transaction, card, QD_FIELD_CARD_GRADE, grade);
  qd_transaction_set_text (transaction, card, QD_FIELD_CARD_GRADE_REASON, reason);

  return qd_transaction_commit (transaction, error);
}

/**
 * qd_edit_set_decision:
 * @decision: what becomes of the key result; %QD_DECISION_NONE takes it back
 *
 * Returns: whether it is decided so
 */
gboolean
qd_edit_set_decision (QdStore     *store,
                      QdId         card,
                      QdDecision   decision,
                      GError     **error)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

  if (!qd_edit_require (store, transaction, QD_ENTITY_CARD, card, error))
    return FALSE;
  if (decision == QD_DECISION_NONE)
    qd_transaction_clear (transaction, card, QD_FIELD_CARD_DECISION);
  else
    qd_transaction_set_integer (transaction, card, QD_FIELD_CARD_DECISION, (gint64) decision);

  return qd_transaction_commit (transaction, error);
}

/**
 * qd_edit_accept_grades:
 * @store: a store with models
 * @board: a board
 * @today: the day for which grades are proposed
 * @error: return location
 *
 * Gives the grades that the rules propose to all key results that have none.
 *
 * Returns: whether all of them are graded
 */
gboolean
qd_edit_accept_grades (QdStore  *store,
                       QdId      board,
                       QdDay     today,
                       GError  **error)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  g_autoptr (QdClosing) closing = NULL;

  if (!qd_edit_require (store, transaction, QD_ENTITY_BOARD, board, error))
    return FALSE;
  closing = qd_closing_read (store, board, today, error);
  for (guint i = 0; closing != NULL && i < closing->objectives->len; i++)
    {
      const QdClosingObjective *objective = closing->objectives->pdata[i];

      for (guint j = 0; j < objective->cards->len; j++)
        {
          const QdClosingCard *card = objective->cards->pdata[j];

          if (isnan (card->grade))
            qd_transaction_set_real (transaction, card->id, QD_FIELD_CARD_GRADE,
                                     card->proposed);
        }
    }

  return closing != NULL && qd_transaction_commit (transaction, error);
}

static gboolean
count_cards (QdStore     *store,
             QdId         board,
             const char  *condition,
             guint       *n,
             GError     **error)
{
  g_autofree char *sql = g_strconcat ("SELECT count(*)" CARDS_OF_BOARD " AND ", condition, NULL);
  gint64 count = 0;

  if (!qd_db_get_integer (qd_store_get_db (store), error, &count, sql, "i", board))
    return FALSE;
  *n = (guint) count;

  return TRUE;
}

/**
 * qd_edit_close_board:
 * @store: a store
 * @board: a board
 * @day: when its cycle ended for it
 * @error: return location; %QD_ERROR_INVALID where a key result is not graded, or not
 *   decided on
 *
 * Closes a board: it stays as it is until it is reopened. What was learned is asked for,
 * and not demanded.
 *
 * Returns: whether it is closed
 */
gboolean
qd_edit_close_board (QdStore  *store,
                     QdId      board,
                     QdDay     day,
                     GError  **error)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  g_autofree char *refusal = NULL;
  guint n_ungraded, n_undecided;

  g_return_val_if_fail (day != QD_DAY_NONE, FALSE);

  if (!qd_edit_require (store, transaction, QD_ENTITY_BOARD, board, error) ||
      !count_cards (store, board, "c.grade IS NULL", &n_ungraded, error) ||
      !count_cards (store, board, "coalesce(c.decision, 0)=0", &n_undecided, error))
    return FALSE;
  refusal = qd_closing_dup_refusal (n_ungraded, n_undecided);
  if (refusal != NULL)
    return qd_edit_refuse (error, refusal);
  qd_transaction_set_day (transaction, board, QD_FIELD_BOARD_CLOSED, day);

  return qd_transaction_commit (transaction, error);
}

/**
 * qd_edit_reopen_board:
 *
 * Lets a closed board be changed again. Grades, decisions and all that was said stay.
 *
 * Returns: whether it is open
 */
gboolean
qd_edit_reopen_board (QdStore  *store,
                      QdId      board,
                      GError  **error)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

  if (!qd_edit_require (store, transaction, QD_ENTITY_BOARD, board, error))
    return FALSE;
  qd_transaction_clear (transaction, board, QD_FIELD_BOARD_CLOSED);

  return qd_transaction_commit (transaction, error);
}

/* The cycle of a plan; a new one only where there is none of that name and these days. */
static gboolean
plan_cycle (QdStore           *store,
            QdTransaction     *transaction,
            const QdNextPlan  *plan,
            QdId              *cycle,
            GError           **error)
{
  g_autofree char *tidy = NULL;
  GError *failed = NULL;

  *cycle = plan->cycle;
  if (plan->cycle != QD_ID_NONE)
    return qd_edit_require (store, transaction, QD_ENTITY_CYCLE, plan->cycle, error);

  tidy = qd_edit_tidy_title (plan->cycle_title != NULL ? plan->cycle_title : "", error);
  if (tidy == NULL || !qd_edit_check_days (plan->first_day, plan->last_day, error))
    return FALSE;
  *cycle = qd_find_cycle (store, tidy, plan->first_day, plan->last_day, &failed);
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return FALSE;
    }
  if (*cycle == QD_ID_NONE)
    *cycle = qd_edit_plan_cycle (transaction, tidy, plan->first_day, plan->last_day);

  return TRUE;
}

/* What shall be carried over: what was chosen, or what was decided to be. */
static GArray *
list_cards (QdStore           *store,
            QdId               board,
            const QdNextPlan  *plan,
            GError           **error)
{
  g_autofree char *sql = NULL;

  if (plan->cards != NULL)
    return g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (QdId)), plan->cards,
                                plan->n_cards);

  sql = g_strdup_printf ("SELECT c.id" CARDS_OF_BOARD " AND c.decision=%d" IN_ORDER,
                         QD_DECISION_CARRY_OVER);

  return qd_db_list_ids (qd_store_get_db (store), sql, board, error);
}

static gboolean
has_any_of (GArray *cards,
            GArray *wanted)
{
  for (guint i = 0; i < cards->len; i++)
    for (guint j = 0; j < wanted->len; j++)
      if (g_array_index (cards, QdId, i) == g_array_index (wanted, QdId, j))
        return TRUE;

  return FALSE;
}

/* The objectives come in the order of their board, not in that of their key results. */
static gboolean
carry_objectives (QdCarry  *carry,
                  QdId      board,
                  GArray   *cards,
                  GError  **error)
{
  g_autoptr (GArray) objectives =
    qd_db_list_ids (qd_store_get_db (carry->store), "SELECT id FROM objective AS o WHERE parent=?1 AND "
                                    ALIVE ("o") " ORDER BY rank, id", board, error);

  for (guint i = 0; objectives != NULL && i < objectives->len; i++)
    {
      const QdId objective = g_array_index (objectives, QdId, i);
      g_autoptr (GArray) labelled =
        qd_db_list_ids (qd_store_get_db (carry->store), "SELECT id FROM card WHERE objective=?1", objective,
                          error);
      QdId there;

      if (labelled == NULL)
        return FALSE;
      if (has_any_of (labelled, cards) &&
          !qd_edit_carry_objective (carry, objective, &there, error))
        return FALSE;
    }

  return objectives != NULL;
}

static gboolean
carry_all (QdCarry           *carry,
           QdId               board,
           const QdNextPlan  *plan,
           GError           **error)
{
  g_autoptr (GArray) cards = list_cards (carry->store, board, plan, error);
  QdId there;

  if (cards == NULL || !carry_objectives (carry, board, cards, error))
    return FALSE;
  for (guint i = 0; i < cards->len; i++)
    if (!qd_edit_require (carry->store, carry->transaction, QD_ENTITY_CARD,
                          g_array_index (cards, QdId, i), error) ||
        !qd_edit_carry_card (carry, g_array_index (cards, QdId, i), &there, error))
      return FALSE;
  for (guint i = 0; i < plan->n_from_shelf; i++)
    if (!qd_edit_carry_from_shelf (carry, plan->from_shelf[i], &there, error))
      return FALSE;

  return qd_edit_carry_alignment (carry, error);
}

/* Whoever plans twice, in two windows or from a page that stayed open, would have all of
 * it twice. */
static gboolean
refuse_second (QdStore  *store,
               QdId      board,
               GError  **error)
{
  GError *failed = NULL;
  const QdId next = qd_closing_find_next (store, board, &failed);

  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return FALSE;
    }

  return next == QD_ID_NONE ||
         qd_edit_refuse (error, _("The next board was made already. Put it away first, or go on "
                                  "with it."));
}

/**
 * qd_edit_plan_next:
 * @store: a store
 * @board: a board, closed or not
 * @plan: what the next one shall begin with
 * @error: return location; %QD_ERROR_INVALID for a cycle without a name or days,
 *   %QD_ERROR_NOT_FOUND where something of the plan is gone
 *
 * Makes the board of the next cycle: of the same team, with the same columns and rhythm.
 * A key result that is carried over begins in Not Started, and where it came to: its
 * last value is its baseline. One that changed and has reached its target comes without
 * one, so that people set a new one. Limits stay, milestones come unticked and without
 * days. Objectives come with their key results, and contribute to what they did: to what
 * goes on from that in the new cycle, or to itself. Check-ins, comments, dependencies
 * and phased targets stay behind.
 *
 * Returns: the new board, or %QD_ID_NONE
 */
QdId
qd_edit_plan_next (QdStore           *store,
                   QdId               board,
                   const QdNextPlan  *plan,
                   GError           **error)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  g_auto (QdCarry) carry = { 0 };
  QdId cycle;

  qd_edit_carry_init (&carry, store, transaction);
  if (!qd_edit_require (store, transaction, QD_ENTITY_BOARD, board, error) ||
      !refuse_second (store, board, error) ||
      !plan_cycle (store, transaction, plan, &cycle, error) ||
      !qd_edit_carry_board (&carry, board, cycle, error) ||
      !carry_all (&carry, board, plan, error))
    return QD_ID_NONE;

  return qd_edit_commit_new (transaction, carry.board, error);
}
