/* How the cards of a board spread over its columns, as a strip and in words.
 *
 * What it counts is known of every board, loaded or not.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/qd-column.h"

#include "qd-board-spread.h"
#include "qd-palette.h"

/**
 * qd_board_spread_show:
 * @board: a board
 * @strip: a strip
 *
 * Lets the strip show the columns of the board, in the colours of their roles.
 *
 * Returns: how many cards the board has
 */
guint
qd_board_spread_show (QdBoard        *board,
                      QdDistribution *strip)
{
  g_autofree QdSegment *segments = NULL;
  QdOrderedList *columns;
  guint n_cards = 0;
  guint n_columns;

  g_return_val_if_fail (QD_IS_BOARD (board), 0);
  g_return_val_if_fail (QD_IS_DISTRIBUTION (strip), 0);

  columns = qd_board_get_columns (board);
  n_columns = qd_ordered_list_get_length (columns);
  segments = g_new (QdSegment, n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      QdColumn *column = qd_ordered_list_peek (columns, i);
      const guint n = qd_column_get_n_cards (column);

      segments[i].share = n;
      segments[i].css_class = qd_palette_get_role_class (qd_column_get_role (column));
      n_cards += n;
    }
  qd_distribution_set_segments (strip, segments, n_columns);

  return n_cards;
}

/**
 * qd_board_spread_describe:
 * @board: a board
 *
 * Returns: (transfer full): "Not Started 2, In Progress 5"
 */
char *
qd_board_spread_describe (QdBoard *board)
{
  QdOrderedList *columns;
  GString *spread;

  g_return_val_if_fail (QD_IS_BOARD (board), NULL);

  columns = qd_board_get_columns (board);
  spread = g_string_new (NULL);
  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdColumn *column = qd_ordered_list_peek (columns, i);

      if (i > 0)
        g_string_append (spread, C_("enumeration", ", "));
      /* Translators: a column, and how many cards it has. */
      g_string_append_printf (spread, C_("column", "%s %u"),
                              qd_entity_get_title (QD_ENTITY (column)),
                              qd_column_get_n_cards (column));
    }

  return g_string_free (spread, FALSE);
}
