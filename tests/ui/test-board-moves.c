/* Cards, focus and keys on a board, and the order of the cards in the file. */

#include "config.h"

#include "board-fixture.h"
#include "dialogs/qd-move-dialog.h"
#include "store/qd-edit.h"

static void
test_columns (BoardFixture  *fixture,
              gconstpointer  unused)
{
  board_assert_rows (fixture, 0, "Raise NPS, Lower churn");
  board_assert_rows (fixture, 1, "Win ten teams");
  board_assert_rows (fixture, 2, "");
  board_assert_label (board_get_list_view (fixture, 0), "Not Started, 2 cards");
  board_assert_label (board_get_list_view (fixture, 1), "In Progress, 1 card");
  board_assert_label (board_get_list_view (fixture, 2), "At Risk, 0 cards");

  board_focus (fixture, 0, 1);
  board_assert_label (board_get_focus (fixture), "Lower churn, key result, Not Started, 2 of 2,"
                      " Outdated, Stuck");
}

static void
test_move_within (BoardFixture  *fixture,
                  gconstpointer  unused)
{
  QdCardView *view;

  board_focus (fixture, 0, 0);
  view = board_get_focus (fixture);

  board_activate (fixture, "card.move-down");
  board_assert_cards (fixture, 0, "Lower churn, Raise NPS");
  board_assert_rows (fixture, 0, "Lower churn, Raise NPS");

  /* Even the widget is the same: the row followed its card. */
  g_assert_true (board_get_focus (fixture) == view);
  board_assert_label (view, "Raise NPS, key result, Not Started, 2 of 2, Outdated, Stuck");

  /* At the end, nothing happens and nothing is written. */
  board_activate (fixture, "card.move-down");
  board_assert_cards (fixture, 0, "Lower churn, Raise NPS");

  board_activate (fixture, "card.move-up");
  board_activate (fixture, "card.move-up");
  board_assert_cards (fixture, 0, "Raise NPS, Lower churn");
  board_assert_focus (fixture, "Raise NPS");

  /* Two steps were written, two are undone. */
  board_undo (fixture);
  board_assert_cards (fixture, 0, "Lower churn, Raise NPS");
  board_undo (fixture);
  board_assert_cards (fixture, 0, "Raise NPS, Lower churn");
}

static void
test_move_across (BoardFixture  *fixture,
                  gconstpointer  unused)
{
  board_lay_out (fixture);
  board_focus (fixture, 0, 0);

  board_activate (fixture, "card.move-right");
  board_assert_cards (fixture, 0, "Lower churn");
  board_assert_cards (fixture, 1, "Raise NPS, Win ten teams");
  board_assert_focus (fixture, "Raise NPS");
  board_assert_label (board_get_focus (fixture), "Raise NPS, key result, In Progress, 1 of 2,"
                      " Outdated");
  board_assert_label (board_get_list_view (fixture, 1), "In Progress, 2 cards");

  board_lay_out (fixture);
  board_activate (fixture, "card.move-right");
  board_lay_out (fixture);
  board_activate (fixture, "card.move-right");
  board_lay_out (fixture);
  board_activate (fixture, "card.move-right");
  board_assert_cards (fixture, 3, "Raise NPS");
  board_assert_focus (fixture, "Raise NPS");

  board_lay_out (fixture);
  board_activate (fixture, "card.move-left");
  board_assert_cards (fixture, 2, "Raise NPS");
}

static void
test_rtl (BoardFixture  *fixture,
          gconstpointer  unused)
{
  gtk_widget_set_direction (GTK_WIDGET (fixture->view), GTK_TEXT_DIR_RTL);
  board_lay_out (fixture);
  board_focus (fixture, 0, 0);

  board_activate (fixture, "card.move-right");
  board_assert_cards (fixture, 0, "Raise NPS, Lower churn");
  board_activate (fixture, "card.move-left");
  board_assert_cards (fixture, 1, "Raise NPS, Win ten teams");

  board_activate (fixture, "board.go-right");
  board_assert_focus (fixture, "Lower churn");
}

static void
test_send (BoardFixture  *fixture,
           gconstpointer  unused)
{
  GtkWidget *widget = GTK_WIDGET (fixture->view);

  board_focus (fixture, 0, 0);
  g_assert_true (gtk_widget_activate_action (widget, "card.send", "i", 1));
  board_assert_cards (fixture, 1, "Win ten teams, Raise NPS");
  board_assert_focus (fixture, "Raise NPS");

  /* To where it is, and to where no column is. */
  g_assert_true (gtk_widget_activate_action (widget, "card.send", "i", 1));
  g_assert_true (gtk_widget_activate_action (widget, "card.send", "i", 8));
  board_assert_cards (fixture, 1, "Win ten teams, Raise NPS");
}

static void
test_go (BoardFixture  *fixture,
         gconstpointer  unused)
{
  board_lay_out (fixture);
  board_focus (fixture, 0, 1);

  board_activate (fixture, "board.go-right");
  board_assert_focus (fixture, "Win ten teams");

  /* An empty column takes the focus itself. */
  board_activate (fixture, "board.go-right");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 board_get_list_view (fixture, 2));

  board_activate (fixture, "board.go-left");
  board_assert_focus (fixture, "Win ten teams");
  board_activate (fixture, "board.go-left");
  board_activate (fixture, "board.go-left");
  board_assert_focus (fixture, "Raise NPS");
}

/* One card is selected on the whole board. */
static void
test_selection (BoardFixture  *fixture,
                gconstpointer  unused)
{
  GtkSelectionModel *first, *second;

  first = gtk_list_view_get_model (GTK_LIST_VIEW (board_get_list_view (fixture, 0)));
  second = gtk_list_view_get_model (GTK_LIST_VIEW (board_get_list_view (fixture, 1)));
  g_assert_false (gtk_selection_model_is_selected (second, 0));

  board_focus (fixture, 0, 0);
  g_assert_true (gtk_selection_model_is_selected (first, 0));

  board_focus (fixture, 1, 0);
  g_assert_false (gtk_selection_model_is_selected (first, 0));
  g_assert_true (gtk_selection_model_is_selected (second, 0));
}

static void
test_tab (BoardFixture  *fixture,
          gconstpointer  unused)
{
  board_focus (fixture, 0, 1);

  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  board_assert_focus (fixture, "Win ten teams");
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD);
  board_assert_focus (fixture, "Lower churn");
}

static void
test_archive (BoardFixture  *fixture,
              gconstpointer  unused)
{
  board_focus (fixture, 0, 0);
  board_activate (fixture, "card.archive");
  board_assert_cards (fixture, 0, "Lower churn");
  board_assert_focus (fixture, "Lower churn");

  board_activate (fixture, "card.archive");
  board_assert_cards (fixture, 0, "");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 board_get_list_view (fixture, 0));

  /* Without a card that has the focus there is nothing to archive. */
  board_activate (fixture, "card.archive");
  board_assert_cards (fixture, 1, "Win ten teams");

  board_undo (fixture);
  board_undo (fixture);
  board_assert_rows (fixture, 0, "Raise NPS, Lower churn");
}

/* A card that goes by itself leaves the focus where it was. */
static void
test_card_goes (BoardFixture  *fixture,
                gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  ui_add_card (fixture->file.store, fixture->file.growth, 0, "Third");
  board_lay_out (fixture);
  board_focus (fixture, 0, 1);
  g_assert_true (qd_edit_archive (fixture->file.store, QD_ENTITY_CARD,
                                  qd_entity_get_id (QD_ENTITY (board_get_card (fixture, 0, 1))),
                                  TRUE, &error));
  board_lay_out (fixture);
  board_assert_focus (fixture, "Third");

  g_assert_true (qd_edit_move (fixture->file.store, QD_ENTITY_CARD,
                               qd_entity_get_id (QD_ENTITY (board_get_card (fixture, 0, 1))),
                               qd_entity_get_id (QD_ENTITY (board_get_column (fixture, 3))),
                               QD_SIDE_LAST, QD_ID_NONE, &error));
  board_lay_out (fixture);
  board_assert_focus (fixture, "Raise NPS");
}

/* Moves are relative to what shows; what is hidden keeps its neighbours. */
static void
test_filtered_move (BoardFixture  *fixture,
                    gconstpointer  unused)
{
  QdId objective = board_add_objective (fixture, "Reliability");

  ui_add_card (fixture->file.store, fixture->file.growth, 0, "Hidden");
  ui_add_card (fixture->file.store, fixture->file.growth, 0, "Third");
  board_label_card (fixture, board_get_card (fixture, 0, 0), objective);
  board_label_card (fixture, board_get_card (fixture, 0, 1), objective);
  board_label_card (fixture, board_get_card (fixture, 0, 3), objective);
  board_set_filter (fixture, objective);
  board_assert_rows (fixture, 0, "Raise NPS, Lower churn, Third");

  board_focus (fixture, 0, 3);
  board_activate (fixture, "card.move-up");
  board_assert_cards (fixture, 0, "Raise NPS, Third, Lower churn, Hidden");
  board_activate (fixture, "card.move-up");
  board_assert_cards (fixture, 0, "Third, Raise NPS, Lower churn, Hidden");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view),
                                             "card.send", "i", 1));
  board_assert_cards (fixture, 1, "Win ten teams, Third");
  board_assert_focus (fixture, "Third");
}

static void
test_slots (BoardFixture  *fixture,
            gconstpointer  unused)
{
  QdCardList *list = board_get_list (fixture, 0);
  QdColumnView *column = board_get_column_view (fixture, 0);
  graphene_rect_t first, second;
  QdCardView *view;

  board_lay_out (fixture);
  view = qd_card_list_peek_card_view (list, board_get_card (fixture, 0, 1));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (view), GTK_WIDGET (list), &second));
  view = qd_card_list_peek_card_view (list, board_get_card (fixture, 0, 0));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (view), GTK_WIDGET (list), &first));

  g_assert_cmpuint (qd_card_list_get_slot (list, -100), ==, 0);
  g_assert_cmpuint (qd_card_list_get_slot (list, first.origin.y + 2), ==, 0);
  g_assert_cmpuint (qd_card_list_get_slot (list, first.origin.y + first.size.height - 2), ==, 1);
  g_assert_cmpuint (qd_card_list_get_slot (list, second.origin.y + 2), ==, 1);
  g_assert_cmpuint (qd_card_list_get_slot (list, second.origin.y + second.size.height - 2), ==, 2);
  g_assert_cmpuint (qd_card_list_get_slot (list, 10000), ==, 2);

  /* Anywhere in a column counts: its head, and below its last card. */
  g_assert_cmpuint (qd_column_view_get_slot (column, 1), ==, 0);
  g_assert_cmpuint (qd_column_view_get_slot (column, 590), ==, 2);
  g_assert_cmpuint (qd_column_view_get_slot (board_get_column_view (fixture, 3), 300), ==, 0);

  /* A gap that opens at a slot does not lead out of it. */
  qd_card_view_set_gap (view, 80, 0, FALSE);
  board_lay_out (fixture);
  g_assert_cmpuint (qd_card_list_get_slot (list, first.origin.y + 2), ==, 0);
  g_assert_cmpuint (qd_card_list_get_slot (list, first.origin.y + first.size.height - 2), ==, 0);
  qd_card_view_set_gap (view, 0, 0, FALSE);
}

static void
test_drop (BoardFixture  *fixture,
           gconstpointer  unused)
{
  QdCard *card = board_get_card (fixture, 0, 0);

  g_assert_true (qd_column_view_move_here (board_get_column_view (fixture, 2), card, 0));
  board_assert_cards (fixture, 2, "Raise NPS");
  board_assert_focus (fixture, "Raise NPS");

  /* The same slot is no move. */
  g_assert_false (qd_column_view_move_here (board_get_column_view (fixture, 2), card, 0));
  g_assert_false (qd_column_view_move_here (board_get_column_view (fixture, 2), card, 1));
  board_undo (fixture);
  board_assert_cards (fixture, 0, "Raise NPS, Lower churn");
}

typedef struct
{
  BoardFixture *fixture;
  QdCard *card;
  graphene_rect_t bounds; /* of the card, in the window */
  gboolean seen;
} Frame;

static gboolean
get_card_bounds (Frame *frame)
{
  QdCardView *view = qd_card_list_peek_card_view (board_get_list (frame->fixture, 1),
                                                  frame->card);

  return view != NULL && gtk_widget_get_mapped (GTK_WIDGET (view)) &&
         gtk_widget_compute_bounds (GTK_WIDGET (view), frame->fixture->window, &frame->bounds);
}

static void
on_after_paint (GdkFrameClock *clock,
                Frame         *frame)
{
  g_signal_handlers_disconnect_by_func (clock, on_after_paint, frame);
  frame->seen = get_card_bounds (frame);
  frame->card = NULL;
}

/* A card that was dropped is in place in the very next frame: it neither blinks
 * nor flies, and the gap that was open for it is closed. */
static void
test_next_frame (BoardFixture  *fixture,
                 gconstpointer  unused)
{
  QdCard *card = board_get_card (fixture, 0, 0);
  QdCardView *above = qd_card_list_peek_card_view (board_get_list (fixture, 1),
                                                   board_get_card (fixture, 1, 0));
  Frame next = { .fixture = fixture, .card = card };
  Frame settled = { .fixture = fixture, .card = card };

  qd_card_view_set_gap (above, 0, 60, FALSE);
  board_lay_out (fixture);

  qd_card_view_set_gap (above, 0, 0, FALSE);
  g_assert_true (qd_column_view_move_here (board_get_column_view (fixture, 1), card, 1));
  g_signal_connect (gtk_widget_get_frame_clock (fixture->window), "after-paint",
                    G_CALLBACK (on_after_paint), &next);
  while (next.card != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (next.seen);

  board_lay_out (fixture);
  g_assert_true (get_card_bounds (&settled));
  g_assert_true (graphene_rect_equal (&next.bounds, &settled.bounds));
  g_assert_cmpfloat (next.bounds.size.height, >, 0);
}

static void
test_long_column (BoardFixture  *fixture,
                  gconstpointer  unused)
{
  QdCardList *list = board_get_list (fixture, 2);
  GtkSelectionModel *rows;
  g_autoptr (GError) error = NULL;
  g_autoptr (QdTransaction) transaction = NULL;

  transaction = qd_transaction_new (fixture->file.store, QD_TRANSACTION_EDIT);
  for (guint i = 0; i < 250; i++)
    {
      g_autofree char *title = g_strdup_printf ("Card %u", i);
      QdId id = qd_transaction_create (transaction, QD_ENTITY_CARD);

      qd_transaction_set_text (transaction, id, QD_FIELD_CARD_TITLE, title);
      qd_transaction_place (transaction, QD_ENTITY_CARD, id,
                            qd_entity_get_id (QD_ENTITY (board_get_column (fixture, 2))),
                            QD_SIDE_LAST, QD_ID_NONE);
    }
  g_assert_true (qd_transaction_commit (transaction, &error));
  board_lay_out (fixture);

  /* Few rows, but all the numbers. */
  rows = gtk_list_view_get_model (GTK_LIST_VIEW (board_get_list_view (fixture, 2)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), <, 100);
  g_assert_cmpuint (g_list_model_get_n_items (qd_card_list_get_cards (list)), ==, 250);
  g_assert_cmpuint (qd_card_list_get_n_hidden (list), ==, 50);
  board_assert_label (board_get_list_view (fixture, 2), "At Risk, 250 cards");
  g_assert_nonnull (ui_find_button (GTK_WIDGET (board_get_column_view (fixture, 2)),
                                    "Show 50 More"));

  /* What is asked for by name shows. */
  board_focus (fixture, 2, 249);
  board_assert_focus (fixture, "Card 249");
  board_assert_label (board_get_focus (fixture), "Card 249, key result, At Risk, 250 of 250,"
                      " No blocker");
  g_assert_cmpuint (qd_card_list_get_n_hidden (list), ==, 0);

  /* The end is the end of the column, not of what shows. */
  board_focus (fixture, 1, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view),
                                             "card.send", "i", 2));
  board_assert_focus (fixture, "Win ten teams");
  board_assert_label (board_get_focus (fixture), "Win ten teams, key result, At Risk, 251 of 251,"
                      " Outdated, No blocker");
}

static void
test_move_dialog (BoardFixture  *fixture,
                  gconstpointer  unused)
{
  GtkWidget *dialog;
  GtkDropDown *columns;

  dialog = GTK_WIDGET (qd_move_dialog_present (fixture->window, fixture->file.store,
                                               board_get_card (fixture, 0, 0)));
  ui_settle ();

  /* Moving to where it is writes nothing; position 2 is behind the other. */
  columns = GTK_DROP_DOWN (ui_find (ui_find (dialog, GTK_TYPE_GRID), GTK_TYPE_DROP_DOWN));
  g_assert_cmpstr (qd_entity_get_title (gtk_drop_down_get_selected_item (columns)), ==, "Growth");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (ui_find (dialog, GTK_TYPE_SPIN_BUTTON)), 2);
  g_signal_emit_by_name (ui_find_button (dialog, "Move"), "clicked");
  board_assert_cards (fixture, 0, "Lower churn, Raise NPS");

  /* To the other board. */
  dialog = GTK_WIDGET (qd_move_dialog_present (fixture->window, fixture->file.store,
                                               board_get_card (fixture, 0, 0)));
  columns = GTK_DROP_DOWN (ui_find (ui_find (dialog, GTK_TYPE_GRID), GTK_TYPE_DROP_DOWN));
  gtk_drop_down_set_selected (columns, 1 - gtk_drop_down_get_selected (columns));
  g_signal_emit_by_name (ui_find_button (dialog, "Move"), "clicked");
  board_assert_cards (fixture, 0, "Raise NPS");
  qd_board_view_set_board (fixture->view, fixture->file.sales);
  board_assert_cards (fixture, 0, "Lower churn");
  ui_settle ();
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/board-moves/" name, BoardFixture, NULL, \
              board_fixture_set_up, function, board_fixture_tear_down)

  ADD ("columns", test_columns);
  ADD ("move-within", test_move_within);
  ADD ("move-across", test_move_across);
  ADD ("rtl", test_rtl);
  ADD ("send", test_send);
  ADD ("go", test_go);
  ADD ("selection", test_selection);
  ADD ("tab", test_tab);
  ADD ("archive", test_archive);
  ADD ("card-goes", test_card_goes);
  ADD ("filtered-move", test_filtered_move);
  ADD ("slots", test_slots);
  ADD ("drop", test_drop);
  ADD ("next-frame", test_next_frame);
  ADD ("long-column", test_long_column);
  ADD ("move-dialog", test_move_dialog);

  return g_test_run ();
}
