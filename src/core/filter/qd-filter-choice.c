/* The cards of boards that a filter wants, chosen once: for paper and for reports. */

#include "config.h"

#include "qd-line-text.h"

#include "qd-filter-choice.h"
#include "qd-filter-match.h"
#include "qd-filter-tokens.h"

/* More characters of a filter than anybody reads in a head. */
#define MAX_LENGTH 240

static void
choose_of (QdChosenCards        *chosen,
           const QdFilterWanted *wanted,
           QdStore              *store,
           QdDay                 today,
           QdBoard              *board)
{
  QdOrderedList *columns = qd_board_get_columns (board);

  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdOrderedList *cards = qd_column_get_cards (qd_ordered_list_peek (columns, i));

      for (guint j = 0; j < qd_ordered_list_get_length (cards); j++)
        {
          QdCard *card = qd_ordered_list_peek (cards, j);

          if (qd_filter_match (wanted, store, today, card))
            qd_chosen_cards_add (chosen, card);
        }
    }
}

/**
 * qd_filter_choose:
 * @store: the file that the boards are in
 * @boards: (element-type QdBoard): boards that are loaded
 * @tokens: (nullable) (array zero-terminated=1): as for qd_filter_wanted_new()
 * @today: the day for which cards are looked at
 *
 * Returns: (transfer full) (nullable): their cards that are all that is asked for;
 *   %NULL where nothing is
 */
QdChosenCards *
qd_filter_choose (QdStore            *store,
                  GPtrArray          *boards,
                  const char * const *tokens,
                  QdDay               today)
{
  g_autoptr (QdFilterWanted) wanted = NULL;
  g_autofree char *words = NULL;
  g_autofree char *line = NULL;
  QdChosenCards *chosen;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (boards != NULL, NULL);

  wanted = qd_filter_wanted_new (tokens);
  if (wanted->kinds == 0)
    return NULL;

  words = qd_filter_wanted_describe (wanted, store);
  line = qd_line_text (words, MAX_LENGTH);
  chosen = qd_chosen_cards_new (line);
  for (guint i = 0; i < boards->len; i++)
    choose_of (chosen, wanted, store, today, g_ptr_array_index (boards, i));

  return chosen;
}
