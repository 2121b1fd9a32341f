/* Which columns of several boards belong together, and how many cards are in them. */

#include "config.h"

#include "qd-board-text.h"
#include "qd-column-slots.h"

/* More of the title of a column than anybody reads in a table. */
#define MAX_TITLE 80

static void
slot_free (gpointer data)
{
  QdColumnSlot *self = data;

  g_free (self->title);
  g_free (self);
}

static gboolean
is_same_title (const char *a,
               const char *b)
{
  g_autofree char *one = g_utf8_casefold (a, -1);
  g_autofree char *other = g_utf8_casefold (b, -1);

  return g_str_equal (one, other);
}

static gboolean
slot_has (const QdColumnSlot *self,
          QdColumn           *column)
{
  g_autofree char *title = NULL;

  if (self->role != qd_column_get_role (column))
    return FALSE;
  if (self->role != QD_COLUMN_OTHER)
    return TRUE;

  title = qd_board_text_title (column, MAX_TITLE);

  return is_same_title (self->title, title);
}

static gboolean
find_slot (GPtrArray *slots,
           QdColumn  *column,
           guint     *position)
{
  for (guint i = 0; i < slots->len; i++)
    if (slot_has (g_ptr_array_index (slots, i), column))
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

/* A column that is new stands behind its neighbour. */
static void
add_columns (GPtrArray *slots,
             QdBoard   *board)
{
  QdOrderedList *columns = qd_board_get_columns (board);
  guint next = 0;

  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdColumn *column = qd_ordered_list_peek (columns, i);
      guint position;

      if (!find_slot (slots, column, &position))
        {
          QdColumnSlot *slot = g_new0 (QdColumnSlot, 1);

          slot->role = qd_column_get_role (column);
          slot->title = qd_board_text_title (column, MAX_TITLE);
          g_ptr_array_insert (slots, (int) next, slot);
          position = next;
        }
      next = position + 1;
    }
}

/**
 * qd_column_slots_of:
 * @boards: (element-type QdBoard): boards
 *
 * Returns: (transfer full) (element-type QdColumnSlot): the columns of a table of
 *   them, in the order of theirs
 */
GPtrArray *
qd_column_slots_of (GPtrArray *boards)
{
  GPtrArray *slots = g_ptr_array_new_with_free_func (slot_free);

  g_return_val_if_fail (boards != NULL, slots);

  for (guint i = 0; i < boards->len; i++)
    add_columns (slots, g_ptr_array_index (boards, i));

  return slots;
}

/* Of all objectives where @any. */
static guint
count (const QdColumnSlot  *self,
       QdBoard             *board,
       gboolean             any,
       QdObjective         *objective,
       const QdChosenCards *chosen)
{
  QdOrderedList *columns = qd_board_get_columns (board);
  guint n = 0;

  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdColumn *column = qd_ordered_list_peek (columns, i);
      QdOrderedList *cards = qd_column_get_cards (column);

      if (!slot_has (self, column))
        continue;

      for (guint j = 0; j < qd_ordered_list_get_length (cards); j++)
        {
          QdCard *card = qd_ordered_list_peek (cards, j);

          n += (any || qd_card_get_objective (card) == objective) &&
               qd_chosen_cards_contain (chosen, card);
        }
    }

  return n;
}

/**
 * qd_column_slot_count:
 * @self: a column of a table
 * @board: a board that is loaded
 * @chosen: (nullable): which cards count; %NULL for all
 *
 * Returns: how many cards of the board belong there
 */
guint
qd_column_slot_count (const QdColumnSlot  *self,
                      QdBoard             *board,
                      const QdChosenCards *chosen)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (QD_IS_BOARD (board), 0);

  return count (self, board, TRUE, NULL, chosen);
}

/**
 * qd_column_slot_count_of:
 * @self: a column of a table
 * @board: a board that is loaded
 * @objective: (nullable): one of its objectives, or %NULL for cards that have none
 * @chosen: (nullable): which cards count; %NULL for all
 *
 * Returns: how many of its cards belong there
 */
guint
qd_column_slot_count_of (const QdColumnSlot  *self,
                         QdBoard             *board,
                         QdObjective         *objective,
                         const QdChosenCards *chosen)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (QD_IS_BOARD (board), 0);

  return count (self, board, FALSE, objective, chosen);
}

/**
 * qd_column_slot_dup_count:
 * @self: a column of a table
 * @board: a board that is loaded
 * @chosen: (nullable): which cards are told of; %NULL for all
 *
 * Returns: (transfer full): how many cards of the board belong there: "7", or "2 of 7"
 *   where some are not told of
 */
char *
qd_column_slot_dup_count (const QdColumnSlot  *self,
                          QdBoard             *board,
                          const QdChosenCards *chosen)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (QD_IS_BOARD (board), NULL);

  return qd_chosen_cards_text_count (chosen, qd_column_slot_count (self, board, chosen),
                                     qd_column_slot_count (self, board, NULL));
}
