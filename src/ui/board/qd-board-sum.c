/* What the rules say about a board as a whole, kept up to date.
 *
 * It sums up when nothing else is to be done, once for all that changed: on a large
 * board that takes a while. A board that is not loaded is no sum yet, and nothing
 * is loaded here.
 */

#include "config.h"

#include <math.h>

#include "qd-board-sum.h"

struct _QdBoardSum
{
  GObject parent_instance;

  QdBoard *board;
  QdBoardStanding standing;
  guint idle_id;
};

enum
{
  SUMMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QdBoardSum, qd_board_sum, G_TYPE_OBJECT)

static gboolean
on_idle (gpointer user_data)
{
  QdBoardSum *self = user_data;

  g_assert (QD_IS_BOARD_SUM (self));

  self->idle_id = 0;
  if (!qd_board_get_loaded (self->board))
    return G_SOURCE_REMOVE;

  qd_board_standing_of (self->board, qd_board_get_today (self->board), &self->standing);
  g_signal_emit (self, signals[SUMMED], 0);

  return G_SOURCE_REMOVE;
}

static void
on_changed (QdBoardSum *self)
{
  g_assert (QD_IS_BOARD_SUM (self));

  qd_board_sum_refresh (self);
}

static void
qd_board_sum_dispose (GObject *object)
{
  QdBoardSum *self = QD_BOARD_SUM (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_object (&self->board);

  G_OBJECT_CLASS (qd_board_sum_parent_class)->dispose (object);
}

static void
qd_board_sum_class_init (QdBoardSumClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_board_sum_dispose;

  /**
   * QdBoardSum::summed:
   * @self: the sum
   *
   * The board was loaded and has been summed up.
   */
  signals[SUMMED] =
    g_signal_new ("summed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
qd_board_sum_init (QdBoardSum *self)
{
  self->standing = (QdBoardStanding) { .progress = NAN, .expected = NAN };
}

/**
 * qd_board_sum_new:
 * @store: the file that the board is in
 * @board: a board, loaded or not
 *
 * Returns: (transfer full): a sum that will be there soon
 */
QdBoardSum *
qd_board_sum_new (QdStore *store,
                  QdBoard *board)
{
  QdBoardSum *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (QD_IS_BOARD (board), NULL);

  self = g_object_new (QD_TYPE_BOARD_SUM, NULL);
  self->board = g_object_ref (board);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "notify::loaded", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  qd_board_sum_refresh (self);

  return self;
}

/**
 * qd_board_sum_get_standing:
 * @self: a sum
 *
 * Returns: (transfer none): what the rules said when the board was summed up last;
 *   nothing at all before
 */
const QdBoardStanding *
qd_board_sum_get_standing (QdBoardSum *self)
{
  g_return_val_if_fail (QD_IS_BOARD_SUM (self), NULL);

  return &self->standing;
}

/**
 * qd_board_sum_get_pending:
 * @self: a sum
 *
 * Returns: whether something changed since the board was summed up
 */
gboolean
qd_board_sum_get_pending (QdBoardSum *self)
{
  g_return_val_if_fail (QD_IS_BOARD_SUM (self), FALSE);

  return self->idle_id != 0;
}

/**
 * qd_board_sum_refresh:
 * @self: a sum
 *
 * Sums the board up anew, soon. That another day began it does not hear by itself.
 */
void
qd_board_sum_refresh (QdBoardSum *self)
{
  g_return_if_fail (QD_IS_BOARD_SUM (self));

  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}
