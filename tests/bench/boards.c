/* A file of boards as in the middle of a quarter, however many and however large. */

#include "config.h"

#include "boards.h"

static const char * const objective_titles[] = {
  "Remote teams choose us first", "Nobody waits for a page", "Support that people praise",
};

/* The cards are spread over columns and objectives. */
static void
plan_board (QdTransaction *transaction,
            const char    *title,
            guint          n_cards)
{
  QdId objectives[G_N_ELEMENTS (objective_titles)];
  QdBoardPlan plan;

  qd_edit_plan_board (transaction, title, QD_ID_NONE, &plan);
  for (guint i = 0; i < G_N_ELEMENTS (objective_titles); i++)
    objectives[i] = qd_edit_plan_objective (transaction, plan.board, objective_titles[i],
                                            NULL, i);
  for (guint i = 0; i < n_cards; i++)
    {
      g_autofree char *card_title = NULL;
      QdColumnRole role = (QdColumnRole) (QD_COLUMN_NOT_STARTED + i % 4);
      QdId card;

      card_title = g_strdup_printf ("Raise weekly active workspaces of group %u from %u to %u",
                                    i, i * 3, i * 5 + 1);
      card = qd_edit_plan_card (transaction, plan.columns[role], card_title,
                                objectives[i % G_N_ELEMENTS (objectives)]);
      qd_transaction_set_integer (transaction, card, QD_FIELD_CARD_METRIC, QD_METRIC_CHANGE);
      qd_transaction_set_real (transaction, card, QD_FIELD_CARD_BASELINE, i * 3);
      qd_transaction_set_real (transaction, card, QD_FIELD_CARD_TARGET, i * 5 + 1);
    }
}

/**
 * boards_make_file:
 * @path: of a new file
 * @n_boards: how many boards
 * @n_cards: how many cards each of them has
 */
void
boards_make_file (const char *path,
                  guint       n_boards,
                  guint       n_cards)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdStore) store = qd_store_open (path, QD_OPEN_WITHOUT_MODELS, &error);
  g_autoptr (QdTransaction) transaction = NULL;

  g_assert_no_error (error);
  transaction = qd_transaction_new (store, QD_TRANSACTION_IMPORT);
  for (guint i = 0; i < n_boards; i++)
    {
      g_autofree char *title = i == 0 ? g_strdup ("Growth") : g_strdup_printf ("Team %u", i);

      plan_board (transaction, title, n_cards);
    }
  qd_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}
