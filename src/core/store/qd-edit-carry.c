/* What goes on from the board of one cycle on that of the next, as parts of a
 * transaction: the columns and the rhythm of a board, objectives, key results and their
 * milestones.
 *
 * New things are made, which name those that they carry on; nothing is taken from the
 * board of before. What was checked in, said and waited for stays there.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "method/qd-progress.h"
#include "method/qd-title-baseline.h"
#include "qd-edit-carry.h"
#include "qd-edit-label.h"
#include "qd-edit-plan.h"
#include "qd-edit-require.h"
#include "qd-projection.h"
#include "qd-shelf-private.h"
#include "qd-store-private.h"
#include "qd-transaction-private.h"

#define ALIVE(row) "coalesce(" row ".archived,0)=0 AND coalesce(" row ".deleted,0)=0"

/* Where key results begin on a board: the first column that is Not Started, if any is. */
#define START_OF_BOARD \
  "SELECT id FROM \"column\" AS k WHERE parent=?1 AND " ALIVE ("k") \
  " ORDER BY role IS NOT 1, rank, id LIMIT 1"

static const QdField board_fields[] = {
  QD_FIELD_BOARD_TITLE, QD_FIELD_BOARD_KIND, QD_FIELD_BOARD_TEAM, QD_FIELD_BOARD_DESCRIPTION,
  QD_FIELD_BOARD_CADENCE, QD_FIELD_BOARD_WEEKDAY,
};

static const QdField column_fields[] = {
  QD_FIELD_COLUMN_TITLE, QD_FIELD_COLUMN_ROLE, QD_FIELD_COLUMN_LIMIT,
};

static const QdField objective_fields[] = {
  QD_FIELD_OBJECTIVE_TITLE, QD_FIELD_OBJECTIVE_WHY, QD_FIELD_OBJECTIVE_COLOUR,
  QD_FIELD_OBJECTIVE_COMMITMENT, QD_FIELD_OBJECTIVE_WEIGHT,
};

/* Title, baseline and target are looked at before. */
static const QdField card_fields[] = {
  QD_FIELD_CARD_KIND, QD_FIELD_CARD_DESCRIPTION, QD_FIELD_CARD_OWNER, QD_FIELD_CARD_METRIC,
  QD_FIELD_CARD_UNIT, QD_FIELD_CARD_MEASUREMENT, QD_FIELD_CARD_WEIGHT, QD_FIELD_CARD_UPPER,
  QD_FIELD_CARD_RESULT,
};

static gboolean
copy_fields (QdCarry        *self,
             QdId            from,
             QdId            to,
             const QdField  *fields,
             gsize           n,
             GError        **error)
{
  for (gsize i = 0; i < n; i++)
    {
      g_auto (QdCell) cell = { 0 };

      if (!qd_projection_winner (qd_store_get_db (self->store), from, (int) fields[i],
                                 QD_STAMP_MAX, &cell, error))
        return FALSE;
      if (cell.value.type != QD_VALUE_NULL)
        qd_transaction_set_value (self->transaction, to, (int) fields[i], &cell.value);
    }

  return TRUE;
}

static void
note_objective (QdCarry *self,
                QdId     from,
                QdId     to)
{
  g_hash_table_insert (self->objectives, g_memdup2 (&from, sizeof from),
                       g_memdup2 (&to, sizeof to));
}

/* The first of them in a query of one parameter, or none. */
static gboolean
find_first (QdCarry     *self,
            const char  *sql,
            QdId         id,
            QdId        *found,
            GError     **error)
{
  *found = QD_ID_NONE;

  return qd_db_get_integer (qd_store_get_db (self->store), error, found, sql, "i", id);
}

static QdId
lookup_objective (QdCarry *self,
                  QdId     from)
{
  const QdId *there = g_hash_table_lookup (self->objectives, &from);

  return there != NULL ? *there : QD_ID_NONE;
}

static gboolean
carry_columns (QdCarry  *self,
               QdId      board,
               GError  **error)
{
  g_autoptr (GArray) columns = NULL;
  QdId start;

  if (!find_first (self, START_OF_BOARD, board, &start, error))
    return FALSE;
  columns = qd_db_list_ids (qd_store_get_db (self->store), "SELECT id FROM \"column\" AS k WHERE parent=?1 AND "
                                           ALIVE ("k") " ORDER BY rank, id", board, error);
  for (guint i = 0; columns != NULL && i < columns->len; i++)
    {
      const QdId column = g_array_index (columns, QdId, i);
      const QdId made = qd_transaction_create (self->transaction, QD_ENTITY_COLUMN);

      if (!copy_fields (self, column, made, column_fields, G_N_ELEMENTS (column_fields), error))
        return FALSE;
      qd_transaction_place (self->transaction, QD_ENTITY_COLUMN, made, self->board,
                            QD_SIDE_LAST, QD_ID_NONE);
      if (column == start)
        self->column = made;
    }

  return columns != NULL;
}

/* By the target it is still on its way to. Where it is there already, the next target is
 * for people to choose, and none is a reminder; a baseline that is the target would let
 * nothing be seen to move. */
static gboolean
has_arrived (double baseline,
             double target,
             double current)
{
  const double progress = qd_progress_of_change (baseline, target, current);

  return isnan (progress) ? current == target : qd_progress_reaches (progress, 1.0);
}

static double
column_real (sqlite3_stmt *row,
             int           column)
{
  return sqlite3_column_type (row, column) != SQLITE_NULL ? sqlite3_column_double (row, column)
                                                          : NAN;
}

static void
move_baseline (char   **title,
               double   from,
               double   target,
               double   to)
{
  char *moved = *title != NULL ? qd_title_with_baseline (*title, from, target, to) : NULL;

  if (moved == NULL)
    return;
  g_free (*title);
  *title = moved;
}

/* It goes on where it came to, and its title says so where it says where it began. Limits
 * stay as they were, and what is counted or answered begins anew by itself. */
static gboolean
carry_figures (QdCarry  *self,
               QdId      card,
               QdId      made,
               GError  **error)
{
  QdDb *db = qd_store_get_db (self->store);
  double baseline = NAN, target = NAN, current = NAN;
  g_autofree char *title = NULL;
  gboolean changes = FALSE;
  GError *failed = NULL;
  sqlite3_stmt *row;

  row = qd_db_query (db, error, "SELECT baseline, target, current, metric, title FROM card"
                     " WHERE id=?1", "i", card);
  if (row == NULL)
    return FALSE;
  if (qd_db_next (db, row, &failed))
    {
      baseline = column_real (row, 0);
      target = column_real (row, 1);
      current = column_real (row, 2);
      changes = sqlite3_column_int (row, 3) == QD_METRIC_CHANGE;
      title = g_strdup ((const char *) sqlite3_column_text (row, 4));
      sqlite3_reset (row);
    }
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return FALSE;
    }

  if (changes && !isnan (current))
    {
      if (has_arrived (baseline, target, current))
        target = NAN;
      else
        move_baseline (&title, baseline, target, current);
      baseline = current;
    }
  if (title != NULL)
    qd_transaction_set_text (self->transaction, made, QD_FIELD_CARD_TITLE, title);
  qd_transaction_set_real (self->transaction, made, QD_FIELD_CARD_BASELINE, baseline);
  qd_transaction_set_real (self->transaction, made, QD_FIELD_CARD_TARGET, target);

  return TRUE;
}

/* Not one of them is ticked, nor has a day: that was one of the cycle before. */
static gboolean
carry_milestones (QdCarry  *self,
                  QdId      card,
                  QdId      made,
                  GError  **error)
{
  static const QdField fields[] = { QD_FIELD_MILESTONE_TITLE };
  g_autoptr (GArray) milestones =
    qd_db_list_ids (qd_store_get_db (self->store), "SELECT id FROM milestone AS m WHERE parent=?1 AND "
                                   ALIVE ("m") " ORDER BY rank, id", card, error);

  for (guint i = 0; milestones != NULL && i < milestones->len; i++)
    {
      const QdId milestone = qd_transaction_create (self->transaction, QD_ENTITY_MILESTONE);

      qd_transaction_place (self->transaction, QD_ENTITY_MILESTONE, milestone, made,
                            QD_SIDE_LAST, QD_ID_NONE);
      if (!copy_fields (self, g_array_index (milestones, QdId, i), milestone, fields,
                        G_N_ELEMENTS (fields), error))
        return FALSE;
    }

  return milestones != NULL;
}

/* The objective that a key result has there: the one that it has here, which goes on
 * with it if that is in sight. */
static gboolean
carry_label (QdCarry  *self,
             QdId      card,
             QdId     *objective,
             GError  **error)
{
  QdId label, living;

  if (!find_first (self, "SELECT o.id FROM card AS c JOIN \"column\" AS k ON k.id=c.parent"
                         " JOIN objective AS o ON o.id=c.objective AND o.parent=k.parent"
                         " WHERE c.id=?1", card, &label, error) ||
      !find_first (self, "SELECT id FROM objective AS o WHERE id=?1 AND " ALIVE ("o"), label,
                   &living, error))
    return FALSE;

  *objective = lookup_objective (self, label);

  return *objective != QD_ID_NONE || living == QD_ID_NONE ||
         qd_edit_carry_objective (self, living, objective, error);
}

/* The parent that an objective had, or what goes on from that in this cycle; nothing
 * where neither is in sight. */
static gboolean
find_parent (QdCarry  *self,
             QdId      objective,
             QdId     *parent,
             GError  **error)
{
  QdId before, now;

  if (!find_first (self, "SELECT coalesce(aligned_to, 0) FROM objective WHERE id=?1", objective,
                   &before, error))
    return FALSE;
  *parent = lookup_objective (self, before);
  if (*parent != QD_ID_NONE || before == QD_ID_NONE)
    return TRUE;

  *parent = QD_ID_NONE;
  if (!qd_db_get_integer (qd_store_get_db (self->store), error, parent,
                          "SELECT o.id FROM objective AS o JOIN board AS b ON b.id=o.parent"
                          " WHERE o.continues=?1 AND b.parent=?2 AND " ALIVE ("o") " AND "
                          ALIVE ("b") " ORDER BY o.created, o.id LIMIT 1", "ii", before,
                          self->cycle) ||
      !find_first (self, "SELECT o.id FROM objective AS o JOIN board AS b ON b.id=o.parent"
                         " WHERE o.id=?1 AND " ALIVE ("o") " AND " ALIVE ("b"), before, &now,
                   error))
    return FALSE;
  if (*parent == QD_ID_NONE)
    *parent = now;

  return TRUE;
}

/* Among those of the board where it goes on: the one that goes on there from its own, or
 * the nearest by title and family. */
static gboolean
label_anew (QdCarry  *self,
            QdId      card,
            GError  **error)
{
  QdId objective;

  if (self->is_new)
    {
      if (!carry_label (self, card, &objective, error))
        return FALSE;
    }
  else
    {
      if (!find_first (self, "SELECT coalesce(objective, 0) FROM card WHERE id=?1", card,
                       &objective, error))
        return FALSE;
      objective = lookup_objective (self, objective);
    }
  if (objective == QD_ID_NONE)
    return qd_edit_plan_label (self->store, self->transaction, card, self->column, error);
  qd_transaction_set_id (self->transaction, card, QD_FIELD_CARD_OBJECTIVE, objective);

  return TRUE;
}

static void
put_in_sight (QdCarry      *self,
              QdEntityKind  kind,
              QdId          id)
{
  qd_transaction_clear (self->transaction, id, qd_field_of (kind, QD_FIELD_ARCHIVED));
  qd_transaction_clear (self->transaction, id,
                        kind == QD_ENTITY_CARD ? QD_FIELD_CARD_SHELF_REASON
                                               : QD_FIELD_OBJECTIVE_SHELF_REASON);
}

/* A key result from the shelf of a board that is open: back to its place while that is
 * there, else to where key results begin. */
static gboolean
take_card (QdCarry  *self,
           QdId      card,
           gboolean  keeps_label,
           GError  **error)
{
  QdId home;

  if (!find_first (self, "SELECT k.parent FROM card AS c JOIN \"column\" AS k ON k.id=c.parent"
                         " WHERE c.id=?1 AND " ALIVE ("k"), card, &home, error))
    return FALSE;

  put_in_sight (self, QD_ENTITY_CARD, card);
  if (home == self->board)
    return TRUE;
  qd_transaction_place (self->transaction, QD_ENTITY_CARD, card, self->column, QD_SIDE_LAST,
                        QD_ID_NONE);

  return keeps_label || label_anew (self, card, error);
}

/* With the key results that wait with it. */
static gboolean
take_objective (QdCarry          *self,
                const QdWaiting  *waiting,
                QdId             *there,
                GError          **error)
{
  g_autoptr (GArray) cards = qd_shelf_list_with (self->store, waiting->id, error);
  QdId other;

  if (cards == NULL)
    return FALSE;

  *there = waiting->id;
  if (waiting->closed && !qd_edit_carry_objective (self, waiting->id, there, error))
    return FALSE;
  if (!waiting->closed)
    {
      put_in_sight (self, QD_ENTITY_OBJECTIVE, waiting->id);
      if (waiting->board != self->board)
        qd_transaction_place (self->transaction, QD_ENTITY_OBJECTIVE, waiting->id, self->board,
                              QD_SIDE_LAST, QD_ID_NONE);
    }
  for (guint i = 0; i < cards->len; i++)
    {
      const QdId card = g_array_index (cards, QdId, i);

      if (!(waiting->closed ? qd_edit_carry_card (self, card, &other, error)
                            : take_card (self, card, TRUE, error)))
        return FALSE;
    }

  return TRUE;
}

void
qd_edit_carry_init (QdCarry       *self,
                    QdStore       *store,
                    QdTransaction *transaction)
{
  *self = (QdCarry) { .store = store, .transaction = transaction };
  self->objectives = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->made = g_array_new (FALSE, FALSE, sizeof (QdId));
}

void
qd_edit_carry_clear (QdCarry *self)
{
  g_clear_pointer (&self->objectives, g_hash_table_unref);
  g_clear_pointer (&self->made, g_array_unref);
}

static gboolean
refuse_no_column (GError **error)
{
  return qd_edit_refuse (error, _("The board has no column. Add one first."));
}

/**
 * qd_edit_carry_onto:
 * @self: a carry
 * @board: a board in sight
 * @error: return location; %QD_ERROR_INVALID where it has no column
 *
 * Lets things go on there: key results begin in the column Not Started, or in the first
 * one where there is none. Objectives there that carry on others already are those that
 * key results come to.
 *
 * Returns: whether that can be
 */
gboolean
qd_edit_carry_onto (QdCarry  *self,
                    QdId      board,
                    GError  **error)
{
  QdDb *db = qd_store_get_db (self->store);
  GError *failed = NULL;
  sqlite3_stmt *row;

  if (!qd_edit_require (self->store, self->transaction, QD_ENTITY_BOARD, board, error) ||
      !find_first (self, "SELECT coalesce(parent, 0) FROM board WHERE id=?1", board,
                   &self->cycle, error) ||
      !find_first (self, START_OF_BOARD, board, &self->column, error))
    return FALSE;
  self->board = board;
  if (self->column == QD_ID_NONE)
    return refuse_no_column (error);

  row = qd_db_query (db, error, "SELECT continues, id FROM objective AS o WHERE parent=?1"
                                " AND continues IS NOT NULL AND " ALIVE ("o"), "i", board);
  while (row != NULL && qd_db_next (db, row, &failed))
    note_objective (self, sqlite3_column_int64 (row, 0), sqlite3_column_int64 (row, 1));
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL;
}

/**
 * qd_edit_carry_board:
 * @self: a carry
 * @board: a board
 * @cycle: another cycle
 * @error: return location
 *
 * Makes the board that goes on from another one: of the same team, with the same
 * columns and rhythm, and empty.
 *
 * Returns: whether there is a column to begin in; what waits would be nowhere else
 */
gboolean
qd_edit_carry_board (QdCarry  *self,
                     QdId      board,
                     QdId      cycle,
                     GError  **error)
{
  self->board = qd_transaction_create (self->transaction, QD_ENTITY_BOARD);
  self->cycle = cycle;
  self->is_new = TRUE;
  if (!copy_fields (self, board, self->board, board_fields, G_N_ELEMENTS (board_fields), error))
    return FALSE;
  qd_transaction_set_id (self->transaction, self->board, QD_FIELD_BOARD_CONTINUES, board);
  qd_transaction_place (self->transaction, QD_ENTITY_BOARD, self->board, cycle, QD_SIDE_LAST,
                        QD_ID_NONE);

  if (!carry_columns (self, board, error))
    return FALSE;

  return self->column != QD_ID_NONE || refuse_no_column (error);
}

/**
 * qd_edit_carry_objective:
 * @self: a carry
 * @objective: an objective
 * @there: (out): what it is there, made if need be
 * @error: return location
 *
 * Lets an objective go on, without its key results. Call qd_edit_carry_alignment() when
 * all have come.
 *
 * Returns: whether the file could be read
 */
gboolean
qd_edit_carry_objective (QdCarry  *self,
                         QdId      objective,
                         QdId     *there,
                         GError  **error)
{
  *there = lookup_objective (self, objective);
  if (*there != QD_ID_NONE)
    return TRUE;

  *there = qd_transaction_create (self->transaction, QD_ENTITY_OBJECTIVE);
  note_objective (self, objective, *there);
  g_array_append_val (self->made, objective);
  if (!copy_fields (self, objective, *there, objective_fields, G_N_ELEMENTS (objective_fields),
                    error))
    return FALSE;
  qd_transaction_set_id (self->transaction, *there, QD_FIELD_OBJECTIVE_CONTINUES, objective);
  qd_transaction_place (self->transaction, QD_ENTITY_OBJECTIVE, *there, self->board,
                        QD_SIDE_LAST, QD_ID_NONE);

  return TRUE;
}

/**
 * qd_edit_carry_card:
 * @self: a carry
 * @card: a key result
 * @there: (out): what it is there
 * @error: return location
 *
 * Lets a key result go on, and its objective with it where that is in sight. Its
 * baseline is its last value; it has no check-ins, comments, phased targets,
 * dependencies and grade yet.
 *
 * Returns: whether the file could be read
 */
gboolean
qd_edit_carry_card (QdCarry  *self,
                    QdId      card,
                    QdId     *there,
                    GError  **error)
{
  QdId objective;

  if (!carry_label (self, card, &objective, error))
    return FALSE;

  *there = qd_transaction_create (self->transaction, QD_ENTITY_CARD);
  if (!copy_fields (self, card, *there, card_fields, G_N_ELEMENTS (card_fields), error) ||
      !carry_figures (self, card, *there, error))
    return FALSE;
  qd_transaction_set_id (self->transaction, *there, QD_FIELD_CARD_OBJECTIVE, objective);
  qd_transaction_set_id (self->transaction, *there, QD_FIELD_CARD_CONTINUES, card);
  qd_transaction_place (self->transaction, QD_ENTITY_CARD, *there, self->column, QD_SIDE_LAST,
                        QD_ID_NONE);

  return carry_milestones (self, card, *there, error);
}

/**
 * qd_edit_carry_alignment:
 * @self: a carry
 * @error: return location
 *
 * Aligns the objectives that were made to what those contributed to from which they go
 * on: to what goes on from that in the same cycle, else to itself while it is in sight.
 *
 * Returns: whether the file could be read
 */
gboolean
qd_edit_carry_alignment (QdCarry  *self,
                         GError  **error)
{
  for (guint i = 0; i < self->made->len; i++)
    {
      const QdId objective = g_array_index (self->made, QdId, i);
      QdId parent;

      if (!find_parent (self, objective, &parent, error))
        return FALSE;
      qd_transaction_set_id (self->transaction, lookup_objective (self, objective),
                             QD_FIELD_OBJECTIVE_PARENT, parent);
    }

  return TRUE;
}

/**
 * qd_edit_carry_from_shelf:
 * @self: a carry
 * @id: an objective or a key result
 * @there: (out): what it is there
 * @error: return location; %QD_ERROR_NOT_FOUND where it does not wait any more
 *
 * Lets something go on that waited: it comes itself, and an objective with the key
 * results that wait with it. From a closed board nothing is taken away: what waited there
 * is carried over.
 *
 * Returns: whether it goes on
 */
gboolean
qd_edit_carry_from_shelf (QdCarry  *self,
                          QdId      id,
                          QdId     *there,
                          GError  **error)
{
  QdWaiting waiting;

  if (!qd_shelf_find (self->store, id, &waiting, error))
    return FALSE;
  if (waiting.kind == QD_ENTITY_OBJECTIVE)
    return take_objective (self, &waiting, there, error);
  if (waiting.closed)
    return qd_edit_carry_card (self, id, there, error);

  *there = id;

  return take_card (self, id, FALSE, error);
}
