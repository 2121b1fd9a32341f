/* Tells how a board stood at the end of days that are over, as the models of a store of
 * the past show it.
 *
 *   show-past FILE BOARD DAY…
 *
 * BOARD is an id. One line a thing, its fields divided by tabs, in the order of the board;
 * what is missing is empty:
 *
 *   day DAY
 *   objective TITLE
 *   column TITLE
 *   card TITLE OBJECTIVE OWNER METRIC BASELINE TARGET UNIT VALUE READINGS CHECKED
 *        CONFIDENCE BLOCKED DONE MILESTONES
 *
 * It knows stores and models, and nothing of what happened on the board.
 */

#include "config.h"

#include <math.h>
#include <stdio.h>

#include "method/qd-confidence.h"
#include "model/qd-key-result.h"
#include "store/qd-past-store.h"

static void
print_text (const char *text)
{
  printf ("\t%s", text != NULL ? text : "");
}

static void
print_title (gpointer entity)
{
  print_text (entity != NULL ? qd_entity_get_title (entity) : NULL);
}

static void
print_number (double number)
{
  if (isnan (number))
    print_text (NULL);
  else
    printf ("\t%.17g", number);
}

static void
print_card (QdCard *card)
{
  QdKeyResult *key_result = QD_KEY_RESULT (card);
  const QdSummary *summary = qd_key_result_get_summary (key_result);
  g_autofree char *checked = NULL;

  if (summary->checked != QD_DAY_NONE)
    checked = qd_day_to_iso (summary->checked);

  printf ("card");
  print_title (card);
  print_title (qd_card_get_objective (card));
  print_title (qd_card_get_owner (card));
  printf ("\t%d", (int) qd_key_result_get_metric (key_result));
  print_number (qd_key_result_get_baseline (key_result));
  print_number (qd_key_result_get_target (key_result));
  print_text (qd_key_result_get_unit (key_result));
  print_number (summary->current);
  printf ("\t%zu", (size_t) summary->n_readings);
  print_text (checked);
  print_number (summary->confidence != QD_CONFIDENCE_NONE ? summary->confidence : NAN);
  printf ("\t%d\t%u\t%u\n", summary->blocked, summary->n_done, summary->n_milestones);
}

static void
print_board (QdBoard *board)
{
  QdOrderedList *objectives = qd_board_get_objectives (board);
  QdOrderedList *columns = qd_board_get_columns (board);

  for (guint i = 0; i < qd_ordered_list_get_length (objectives); i++)
    printf ("objective\t%s\n", qd_entity_get_title (qd_ordered_list_peek (objectives, i)));

  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdColumn *column = qd_ordered_list_peek (columns, i);
      QdOrderedList *cards = qd_column_get_cards (column);

      printf ("column\t%s\n", qd_entity_get_title (QD_ENTITY (column)));
      for (guint j = 0; j < qd_ordered_list_get_length (cards); j++)
        print_card (qd_ordered_list_peek (cards, j));
    }
}

static gboolean
print_day (QdStore     *past,
           QdId         id,
           const char  *day,
           GError     **error)
{
  QdPastState *state;
  QdEntity *board;

  state = qd_past_state_read (qd_store_get_path (past), &id, 1,
                              qd_past_end_of_day (qd_day_parse (day)), NULL, error);
  if (state == NULL || !qd_past_store_show (past, state, error))
    return FALSE;

  printf ("day\t%s\n", day);
  board = qd_store_lookup (past, id);
  if (!QD_IS_BOARD (board) || !qd_entity_get_alive (board))
    return TRUE;
  if (!qd_store_load_board (past, QD_BOARD (board), error))
    return FALSE;
  print_board (QD_BOARD (board));

  return TRUE;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdStore) store = NULL;
  g_autoptr (QdStore) past = NULL;

  if (argc < 4)
    {
      g_printerr ("Usage: show-past FILE BOARD DAY…\n");
      return 2;
    }

  store = qd_store_open (argv[1], QD_OPEN_EXISTING, &error);
  if (store != NULL)
    past = qd_past_store_new (store);
  for (int i = 3; past != NULL && error == NULL && i < argc; i++)
    print_day (past, g_ascii_strtoll (argv[2], NULL, 10), argv[i], &error);
  if (store != NULL)
    qd_store_close (store);
  if (error != NULL)
    g_printerr ("show-past: %s\n", error->message);

  return error == NULL ? 0 : 1;
}
