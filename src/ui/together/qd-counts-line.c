/* A line of the table of boards: how many cards a board has in each role of its
 * columns, and what the rules say about it. A line without a board is the sum of
 * others.
 *
 * It counts when it is told to, and tells when it has. Nothing is loaded here: of a
 * board that is not, there is only how many cards it has.
 */

#include "config.h"

#include <math.h>

#include "widgets/qd-objective-spread.h"

#include "qd-counts-line.h"

struct _QdCountsLine
{
  GObject parent_instance;

  QdBoard *board; /* (nullable) */
  gboolean stale;
  QdCountsCell cells[QD_COUNTS_N_ROLES];
  QdBoardStanding standing;
};

enum
{
  COUNTED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (QdCountsLine, qd_counts_line, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

G_STATIC_ASSERT (QD_COLUMN_OTHER < QD_COUNTS_N_ROLES);

static void
clear (QdCountsLine *self)
{
  for (guint i = 0; i < QD_COUNTS_N_ROLES; i++)
    {
      g_free (self->cells[i].segments);
      self->cells[i] = (QdCountsCell) { .known = TRUE };
    }
  self->standing = (QdBoardStanding) { .progress = NAN, .expected = NAN };
}

/* All columns of the board in a role; how many cards match is known only where the
 * board is loaded. */
static QdObjectiveSpread *
count_role (QdCountsLine *self,
            QdColumnRole  role,
            GtkFilter    *filter,
            QdCountsCell *cell)
{
  QdOrderedList *columns = qd_board_get_columns (self->board);
  QdObjectiveSpread *spread = qd_objective_spread_new (self->board);
  const gboolean loaded = qd_board_get_loaded (self->board);

  *cell = (QdCountsCell) { .known = loaded };
  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdColumn *column = qd_ordered_list_peek (columns, i);

      if (qd_column_get_role (column) != role)
        continue;

      cell->there = TRUE;
      cell->n_cards += qd_column_get_n_cards (column);
      if (loaded)
        cell->n_shown += qd_objective_spread_add (spread, column, filter);
    }

  return spread;
}

static void
add_cell (QdCountsCell       *sum,
          const QdCountsCell *cell)
{
  sum->there |= cell->there;
  sum->known &= cell->known;
  sum->n_cards += cell->n_cards;
  sum->n_shown += cell->n_shown;
}

static void
qd_counts_line_dispose (GObject *object)
{
  QdCountsLine *self = QD_COUNTS_LINE (object);

  clear (self);
  g_clear_object (&self->board);

  G_OBJECT_CLASS (qd_counts_line_parent_class)->dispose (object);
}

static void
qd_counts_line_class_init (QdCountsLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_counts_line_dispose;

  /**
   * QdCountsLine::counted:
   * @self: the line
   *
   * It has counted anew.
   */
  signals[COUNTED] =
    g_signal_new ("counted",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
qd_counts_line_init (QdCountsLine *self)
{
  self->stale = TRUE;
  clear (self);
}

/**
 * qd_counts_line_new:
 * @board: (nullable): a board, or %NULL for a sum
 *
 * Returns: (transfer full): a line that has counted nothing yet
 */
QdCountsLine *
qd_counts_line_new (QdBoard *board)
{
  QdCountsLine *self;

  g_return_val_if_fail (board == NULL || QD_IS_BOARD (board), NULL);

  self = g_object_new (QD_TYPE_COUNTS_LINE, NULL);
  g_set_object (&self->board, board);

  return self;
}

/**
 * qd_counts_line_get_board:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): its board; %NULL where it is a sum
 */
QdBoard *
qd_counts_line_get_board (QdCountsLine *self)
{
  g_return_val_if_fail (QD_IS_COUNTS_LINE (self), NULL);

  return self->board;
}

/**
 * qd_counts_line_get_cell:
 * @self: a line
 * @role: a role of columns
 *
 * Returns: (transfer none): what it counted
 */
const QdCountsCell *
qd_counts_line_get_cell (QdCountsLine *self,
                         QdColumnRole  role)
{
  g_return_val_if_fail (QD_IS_COUNTS_LINE (self), NULL);
  g_return_val_if_fail (role < QD_COUNTS_N_ROLES, NULL);

  return &self->cells[role];
}

/**
 * qd_counts_line_get_standing:
 * @self: a line
 *
 * Returns: (transfer none): what the rules say about its board; of a sum only how
 *   many check-ins are due
 */
const QdBoardStanding *
qd_counts_line_get_standing (QdCountsLine *self)
{
  g_return_val_if_fail (QD_IS_COUNTS_LINE (self), NULL);

  return &self->standing;
}

/**
 * qd_counts_line_peek_column:
 * @self: a line
 * @role: a role of columns
 *
 * Returns: (transfer none) (nullable): the first column of its board in that role
 */
QdColumn *
qd_counts_line_peek_column (QdCountsLine *self,
                            QdColumnRole  role)
{
  QdOrderedList *columns;

  g_return_val_if_fail (QD_IS_COUNTS_LINE (self), NULL);

  if (self->board == NULL)
    return NULL;

  columns = qd_board_get_columns (self->board);
  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdColumn *column = qd_ordered_list_peek (columns, i);

      if (qd_column_get_role (column) == role)
        return column;
    }

  return NULL;
}

/**
 * qd_counts_line_dup_split:
 * @self: a line
 * @role: a role of columns
 * @filter: which cards count
 *
 * Returns: (transfer full): how the cards of its board in that role divide among the
 *   objectives, in words; "" for a sum
 */
char *
qd_counts_line_dup_split (QdCountsLine  *self,
                          QdColumnRole   role,
                          QdBoardFilter *filter)
{
  g_autoptr (QdObjectiveSpread) spread = NULL;
  QdCountsCell cell;

  g_return_val_if_fail (QD_IS_COUNTS_LINE (self), NULL);

  if (self->board == NULL)
    return g_strdup ("");

  spread = count_role (self, role, GTK_FILTER (filter), &cell);

  return qd_objective_spread_describe (spread);
}

/**
 * qd_counts_line_get_stale:
 * @self: the line of a board
 *
 * Returns: whether it has not counted since it was called stale
 */
gboolean
qd_counts_line_get_stale (QdCountsLine *self)
{
  g_return_val_if_fail (QD_IS_COUNTS_LINE (self), FALSE);

  return self->stale;
}

/**
 * qd_counts_line_set_stale:
 * @self: the line of a board
 *
 * Something changed: it has to count anew.
 */
void
qd_counts_line_set_stale (QdCountsLine *self)
{
  g_return_if_fail (QD_IS_COUNTS_LINE (self));

  self->stale = TRUE;
}

/**
 * qd_counts_line_count:
 * @self: the line of a board
 * @filter: which cards count
 * @today: a day
 *
 * Counts anew, and emits #QdCountsLine::counted.
 */
void
qd_counts_line_count (QdCountsLine  *self,
                      QdBoardFilter *filter,
                      QdDay          today)
{
  g_return_if_fail (QD_IS_COUNTS_LINE (self));
  g_return_if_fail (self->board != NULL);

  self->stale = FALSE;
  clear (self);
  for (guint role = 0; role < QD_COUNTS_N_ROLES; role++)
    {
      QdCountsCell *cell = &self->cells[role];
      g_autoptr (QdObjectiveSpread) spread = NULL;

      spread = count_role (self, (QdColumnRole) role, GTK_FILTER (filter), cell);
      if (cell->n_shown > 0)
        cell->segments = qd_objective_spread_segments (spread, &cell->n_segments);
    }
  if (qd_board_get_loaded (self->board))
    qd_board_standing_of (self->board, today, &self->standing);

  g_signal_emit (self, signals[COUNTED], 0);
}

/**
 * qd_counts_line_sum_up:
 * @self: a line without a board
 * @lines: (element-type QdCountsLine): lines that have counted
 *
 * Adds these up, and emits #QdCountsLine::counted.
 */
void
qd_counts_line_sum_up (QdCountsLine *self,
                       GListModel   *lines)
{
  g_return_if_fail (QD_IS_COUNTS_LINE (self));
  g_return_if_fail (self->board == NULL);
  g_return_if_fail (G_IS_LIST_MODEL (lines));

  clear (self);
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (QdCountsLine) line = g_list_model_get_item (lines, i);

      for (guint role = 0; role < QD_COUNTS_N_ROLES; role++)
        add_cell (&self->cells[role], &line->cells[role]);
      self->standing.n_due += line->standing.n_due;
      self->standing.n_outdated += line->standing.n_outdated;
    }

  g_signal_emit (self, signals[COUNTED], 0);
}
