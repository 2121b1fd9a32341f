/* How far people have come with closing a board: each key result with the grade that
 * the rules propose and with what was said of it, and what that makes of the
 * objectives and the board.
 *
 * Proposes and asks; what is written is in qd-edit-close.c. Grades and what was said
 * come from the file, progress from the models.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "method/qd-grade.h"
#include "qd-closing.h"
#include "qd-store-private.h"

/* What counts for the key results without an objective, as for progress. */
#define USUAL_WEIGHT 1.0

typedef struct
{
  QdDb *db;
  QdClosing *closing;
  QdDay day;
  guint n_undecided;
  QdId first_left;
} Reading;

static void
card_free (gpointer data)
{
  QdClosingCard *self = data;

  g_free (self->title);
  g_free (self->reason);
  g_free (self->learning);
  g_free (self->shelf_reason);
  g_free (self);
}

static void
objective_free (gpointer data)
{
  QdClosingObjective *self = data;

  g_free (self->title);
  g_ptr_array_unref (self->cards);
  g_free (self);
}

static QdClosingObjective *
objective_new (QdObjective *objective)
{
  QdClosingObjective *self = g_new0 (QdClosingObjective, 1);

  self->grade = NAN;
  self->cards = g_ptr_array_new_with_free_func (card_free);
  if (objective == NULL)
    {
      self->title = g_strdup ("");
      self->weight = USUAL_WEIGHT;
    }
  else
    {
      self->id = qd_entity_get_id (QD_ENTITY (objective));
      self->title = g_strdup (qd_entity_get_title (QD_ENTITY (objective)));
      self->commitment = qd_objective_get_commitment (objective);
      self->weight = qd_objective_get_weight (objective);
    }

  return self;
}

static char *
dup_column (sqlite3_stmt *row,
            int           column)
{
  const char *text = qd_db_text (row, column);

  return g_strdup (text != NULL ? text : "");
}

/* What was said of it at the end of its cycle. */
static gboolean
read_said (QdDb           *db,
           QdClosingCard  *card,
           GError        **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row;

  row = qd_db_query (db, error,
                     "SELECT grade, grade_reason, learning, shelf_reason, decision FROM card"
                     " WHERE id=?1", "i", card->id);
  if (row == NULL)
    return FALSE;
  if (qd_db_next (db, row, &failed))
    {
      if (sqlite3_column_type (row, 0) != SQLITE_NULL)
        card->grade = sqlite3_column_double (row, 0);
      card->reason = dup_column (row, 1);
      card->learning = dup_column (row, 2);
      card->shelf_reason = dup_column (row, 3);
      card->decision = (QdDecision) sqlite3_column_int (row, 4);
      sqlite3_reset (row);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return failed == NULL;
}

static QdClosingLack
find_lacks (const QdClosingCard *card)
{
  QdClosingLack lacks = 0;

  if (isnan (card->grade))
    lacks |= QD_CLOSING_LACKS_GRADE;
  if (card->decision == QD_DECISION_NONE)
    lacks |= QD_CLOSING_LACKS_DECISION;
  if (card->asks_learning && (card->learning == NULL || *card->learning == '\0'))
    lacks |= QD_CLOSING_LACKS_LEARNING;

  return lacks;
}

static gboolean
is_open (const QdClosingCard *card)
{
  return (card->lacks & (QD_CLOSING_LACKS_GRADE | QD_CLOSING_LACKS_DECISION)) != 0;
}

static gboolean
add_card (Reading             *reading,
          QdClosingObjective  *objective,
          QdKeyResult         *key_result,
          GError             **error)
{
  QdClosingCard *card = g_new0 (QdClosingCard, 1);
  QdStanding standing;
  QdFacts facts;

  g_ptr_array_add (objective->cards, card);
  qd_key_result_get_facts (key_result, &facts);
  qd_standing_of (&facts, reading->day, &standing);
  card->id = qd_entity_get_id (QD_ENTITY (key_result));
  card->objective = objective->id;
  card->title = g_strdup (qd_entity_get_title (QD_ENTITY (key_result)));
  card->role = facts.role;
  card->commitment = objective->commitment;
  card->weight = facts.weight;
  card->last = qd_key_result_get_current (key_result);
  card->progress = standing.progress;
  card->proposed = qd_grade_propose (standing.progress);
  card->grade = NAN;
  if (!read_said (reading->db, card, error))
    return FALSE;

  card->asks_learning = qd_grade_asks_learning (card->grade, card->progress, card->commitment);
  card->lacks = find_lacks (card);

  return TRUE;
}

/* The key results of an objective, or those without one, by column and place. */
static gboolean
add_cards (Reading             *reading,
           QdClosingObjective  *into,
           QdBoard             *board,
           QdObjective         *objective,
           GError             **error)
{
  QdOrderedList *columns = qd_board_get_columns (board);

  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdOrderedList *cards = qd_column_get_cards (qd_ordered_list_peek (columns, i));

      for (guint j = 0; j < qd_ordered_list_get_length (cards); j++)
        {
          gpointer card = qd_ordered_list_peek (cards, j);

          if (QD_IS_KEY_RESULT (card) && qd_card_get_objective (card) == objective &&
              !add_card (reading, into, card, error))
            return FALSE;
        }
    }

  return TRUE;
}

static void
sum_up_objective (Reading            *reading,
                  QdClosingObjective *objective)
{
  const guint n = objective->cards->len;
  g_autofree double *grades = g_new (double, n);
  g_autofree double *weights = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      const QdClosingCard *card = objective->cards->pdata[i];

      grades[i] = card->grade;
      weights[i] = card->weight;
      reading->closing->n_ungraded += (card->lacks & QD_CLOSING_LACKS_GRADE) != 0;
      reading->n_undecided += (card->lacks & QD_CLOSING_LACKS_DECISION) != 0;
      reading->closing->n_open += is_open (card);
      reading->closing->n_left += card->lacks != 0;
      reading->closing->n_cards++;
      if (is_open (card) && reading->closing->next == QD_ID_NONE)
        reading->closing->next = card->id;
      if (card->lacks != 0 && reading->first_left == QD_ID_NONE)
        reading->first_left = card->id;
    }
  objective->grade = qd_grade_roll_up (grades, weights, n);
}

static void
sum_up (Reading *reading)
{
  QdClosing *closing = reading->closing;
  const guint n = closing->objectives->len;
  g_autofree double *grades = g_new (double, n);
  g_autofree double *weights = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      QdClosingObjective *objective = closing->objectives->pdata[i];

      sum_up_objective (reading, objective);
      grades[i] = objective->grade;
      weights[i] = objective->weight;
    }
  if (closing->next == QD_ID_NONE)
    closing->next = reading->first_left;
  closing->grade = qd_grade_roll_up (grades, weights, n);
  closing->sentence = qd_grade_describe_board (closing->grade);
  if (closing->closed == QD_DAY_NONE)
    closing->refusal = qd_closing_dup_refusal (closing->n_ungraded, reading->n_undecided);
}

static gboolean
read_board (Reading  *reading,
            QdBoard  *board,
            GError  **error)
{
  QdOrderedList *objectives = qd_board_get_objectives (board);
  QdClosing *closing = reading->closing;
  QdClosingObjective *rest;

  for (guint i = 0; i < qd_ordered_list_get_length (objectives); i++)
    {
      QdObjective *objective = qd_ordered_list_peek (objectives, i);
      QdClosingObjective *one = objective_new (objective);

      g_ptr_array_add (closing->objectives, one);
      if (!add_cards (reading, one, board, objective, error))
        return FALSE;
    }

  rest = objective_new (NULL);
  g_ptr_array_add (closing->objectives, rest);
  if (!add_cards (reading, rest, board, NULL, error))
    return FALSE;
  if (rest->cards->len == 0)
    g_ptr_array_remove_index (closing->objectives, closing->objectives->len - 1);

  return TRUE;
}

/**
 * qd_closing_read:
 * @store: a store with models
 * @board: a board
 * @today: the day for which it is; a closed board is read as of the day of its closing
 * @error: return location; %QD_ERROR_NOT_FOUND where the board is not in sight
 *
 * Returns: (transfer full) (nullable): how far people have come with closing it
 */
QdClosing *
qd_closing_read (QdStore  *store,
                 QdId      board,
                 QdDay     today,
                 GError  **error)
{
  g_autoptr (QdClosing) self = NULL;
  QdEntity *entity;
  Reading reading = { 0 };

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  entity = qd_store_lookup (store, board);
  if (!QD_IS_BOARD (entity) || !qd_entity_get_alive (entity))
    {
      g_set_error_literal (error, QD_ERROR, QD_ERROR_NOT_FOUND,
                           _("The board was archived or deleted in the meantime."));
      return NULL;
    }
  if (!qd_store_load_board (store, QD_BOARD (entity), error))
    return NULL;

  self = g_new0 (QdClosing, 1);
  self->board = board;
  self->title = g_strdup (qd_entity_get_title (entity));
  self->closed = qd_board_get_closed (QD_BOARD (entity));
  self->objectives = g_ptr_array_new_with_free_func (objective_free);
  reading.db = qd_store_get_db (store);
  reading.closing = self;
  reading.day = self->closed != QD_DAY_NONE ? MIN (today, self->closed) : today;
  if (!read_board (&reading, QD_BOARD (entity), error))
    return NULL;
  sum_up (&reading);

  return g_steal_pointer (&self);
}

void
qd_closing_free (QdClosing *self)
{
  g_free (self->title);
  g_free (self->refusal);
  g_ptr_array_unref (self->objectives);
  g_free (self);
}

/**
 * qd_closing_find_card:
 * @self: what was read
 * @card: a key result
 *
 * Returns: (transfer none) (nullable): what there is of it
 */
const QdClosingCard *
qd_closing_find_card (const QdClosing *self,
                      QdId             card)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->objectives->len; i++)
    {
      const QdClosingObjective *objective = self->objectives->pdata[i];

      for (guint j = 0; j < objective->cards->len; j++)
        if (((const QdClosingCard *) objective->cards->pdata[j])->id == card)
          return objective->cards->pdata[j];
    }

  return NULL;
}

/**
 * qd_closing_find_next:
 * @store: a store
 * @board: a board
 * @error: return location
 *
 * Returns: the first board that continues it and was not put away, or %QD_ID_NONE
 */
QdId
qd_closing_find_next (QdStore  *store,
                      QdId      board,
                      GError  **error)
{
  g_autoptr (GArray) boards = NULL;

  g_return_val_if_fail (QD_IS_STORE (store), QD_ID_NONE);

  boards = qd_db_list_ids (qd_store_get_db (store),
                           "SELECT id FROM board WHERE continues=?1"
                           " AND coalesce(archived,0)=0 AND coalesce(deleted,0)=0"
                           " ORDER BY id LIMIT 1", board, error);

  return boards != NULL && boards->len > 0 ? g_array_index (boards, QdId, 0) : QD_ID_NONE;
}

/**
 * qd_closing_dup_refusal:
 * @n_ungraded: key results without a grade
 * @n_undecided: key results of which nobody decided what becomes of them
 *
 * Returns: (transfer full) (nullable): why a board cannot be closed yet, as a translated
 *   sentence; %NULL where it can
 */
char *
qd_closing_dup_refusal (guint n_ungraded,
                        guint n_undecided)
{
  if (n_ungraded > 0)
    return g_strdup_printf (ngettext ("%u key result is not graded yet.",
                                      "%u key results are not graded yet.", n_ungraded),
                            n_ungraded);
  if (n_undecided > 0)
    return g_strdup_printf (ngettext ("Nobody has decided yet what becomes of %u key result.",
                                      "Nobody has decided yet what becomes of %u key results.",
                                      n_undecided), n_undecided);

  return NULL;
}
