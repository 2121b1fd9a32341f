/* Four boards with one filter over them. */

#include "config.h"

#include "many-fixture.h"
#include "store/qd-edit-align.h"
#include "store/qd-edit.h"
#include "store/qd-undo.h"

static QdId
get_id (gpointer entity)
{
  return qd_entity_get_id (QD_ENTITY (entity));
}

static void
on_changed (QdStore     *store,
            guint        changes,
            ManyFixture *fixture)
{
  qd_board_filter_follow (fixture->filter, changes);
}

/* All columns of all boards, as one list of cards. */
static GListModel *
flatten (ManyFixture *fixture)
{
  GListStore *columns = g_list_store_new (QD_TYPE_COLUMN);

  for (guint i = 0; i < MANY_N_BOARDS; i++)
    {
      g_autoptr (QdBoard) board = g_list_model_get_item (G_LIST_MODEL (fixture->boards), i);
      QdOrderedList *list = qd_board_get_columns (board);

      for (guint j = 0; j < qd_ordered_list_get_length (list); j++)
        g_list_store_append (columns, qd_ordered_list_peek (list, j));
    }

  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (columns)));
}

void
many_fixture_set_up (ManyFixture   *fixture,
                     gconstpointer  unused)
{
  QdCycle *cycle;

  ui_fixture_set_up (&fixture->file, NULL);
  cycle = qd_board_get_cycle (fixture->file.growth);
  fixture->boards = g_list_store_new (QD_TYPE_BOARD);
  for (guint i = 0; i < MANY_N_BOARDS; i++)
    {
      g_autofree char *team = g_strdup_printf ("Team %u", i);
      QdBoard *board = ui_add_board (fixture->file.store, team, cycle);
      g_autoptr (GError) error = NULL;

      qd_store_load_board (fixture->file.store, board, &error);
      g_assert_no_error (error);
      g_list_store_append (fixture->boards, board);
    }

  fixture->filter = qd_board_filter_new ();
  qd_board_filter_set_store (fixture->filter, fixture->file.store);
  fixture->shown = gtk_filter_list_model_new (flatten (fixture),
                                              GTK_FILTER (g_object_ref (fixture->filter)));
  g_signal_connect (fixture->file.store, "changed", G_CALLBACK (on_changed), fixture);
}

void
many_fixture_tear_down (ManyFixture   *fixture,
                        gconstpointer  unused)
{
  g_assert_finalize_object (fixture->shown);
  g_assert_finalize_object (fixture->filter);
  g_assert_finalize_object (fixture->boards);
  ui_fixture_tear_down (&fixture->file, NULL);
}

QdBoard *
many_peek_board (ManyFixture *fixture,
                 guint        nth)
{
  g_autoptr (QdBoard) board = g_list_model_get_item (G_LIST_MODEL (fixture->boards), nth);

  return board;
}

/* An objective with a card of its name. */
QdId
many_add (ManyFixture *fixture,
          guint        nth,
          const char  *title,
          guint        colour,
          QdId         parent)
{
  QdBoard *board = many_peek_board (fixture, nth);
  gpointer column = qd_ordered_list_peek (qd_board_get_columns (board), 0);
  g_autoptr (GError) error = NULL;
  QdId objective;

  objective = qd_edit_new_objective (fixture->file.store, get_id (board), title, NULL, colour,
                                     QD_ID_NONE, &error);
  g_assert_no_error (error);
  qd_edit_new_card (fixture->file.store, get_id (column), title, objective, NULL, &error);
  g_assert_no_error (error);
  if (parent != QD_ID_NONE)
    qd_edit_align (fixture->file.store, objective, parent, &error);
  g_assert_no_error (error);

  return objective;
}

void
many_undo (ManyFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (qd_undo_undo (fixture->file.store, NULL, &error));
  g_assert_no_error (error);
}

/* Without asking whether it makes sense, as a merge does it. */
void
many_point (ManyFixture *fixture,
            QdId         objective,
            QdId         parent)
{
  g_autoptr (QdTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;

  transaction = qd_transaction_new (fixture->file.store, QD_TRANSACTION_EDIT);
  qd_transaction_set_id (transaction, objective, QD_FIELD_OBJECTIVE_PARENT, parent);
  qd_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

QdCard *
many_peek_card (ManyFixture *fixture,
                const char  *title)
{
  GListModel *cards = gtk_filter_list_model_get_model (fixture->shown);

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (QdCard) card = g_list_model_get_item (cards, i);

      if (g_str_equal (qd_entity_get_title (QD_ENTITY (card)), title))
        return card;
    }
  g_assert_not_reached ();
}

void
many_move_card (ManyFixture *fixture,
                QdCard      *card,
                QdId         column)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (qd_edit_move (fixture->file.store, QD_ENTITY_CARD, get_id (card), column,
                               QD_SIDE_LAST, QD_ID_NONE, &error));
  g_assert_no_error (error);
}

/* Of the board of a card. */
QdId
many_find_column (QdCard       *card,
                  QdColumnRole  role)
{
  QdOrderedList *columns = qd_board_get_columns (qd_column_get_board (qd_card_get_column (card)));

  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      if (qd_column_get_role (qd_ordered_list_peek (columns, i)) == role)
        return get_id (qd_ordered_list_peek (columns, i));
    }
  g_assert_not_reached ();
}

char *
many_family (QdId objective)
{
  return g_strdup_printf ("family:%" G_GINT64_FORMAT, objective);
}

/* Tokens are divided by vertical bars. */
void
many_set (ManyFixture *fixture,
          const char  *tokens)
{
  g_auto (GStrv) strv = g_strsplit (tokens, "|", -1);

  qd_board_filter_set (fixture->filter, (const char * const *) strv);
}

void
many_set_family (ManyFixture *fixture,
                 QdId         objective)
{
  g_autofree char *token = many_family (objective);

  many_set (fixture, token);
}

void
many_assert_filter (ManyFixture *fixture,
                    const char  *expected)
{
  g_auto (GStrv) tokens = qd_board_filter_dup (fixture->filter);
  g_autofree char *joined = g_strjoinv ("|", tokens);

  g_assert_cmpstr (joined, ==, expected);
}

void
many_assert_shown (ManyFixture *fixture,
                   const char  *expected)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->shown)); i++)
    {
      g_autoptr (QdEntity) card = g_list_model_get_item (G_LIST_MODEL (fixture->shown), i);

      g_string_append_printf (titles, "%s%s", titles->len > 0 ? ", " : "",
                              qd_entity_get_title (card));
    }

  g_assert_cmpstr (titles->str, ==, expected);
}
