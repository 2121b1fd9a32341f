/* Planning in a window: from the page to the new board with notes beside it, and back to
 * the same board when somebody plans on.
 */

#include "config.h"

#include "planning/qd-planning-page.h"
#include "planning/qd-planning-pane.h"
#include "store/qd-closing.h"
#include "store/qd-edit-shelf.h"
#include "store/qd-undo.h"
#include "window-fixture.h"

static GtkWidget *
get_page (WindowFixture *fixture)
{
  return gtk_stack_get_visible_child (fixture->window->pages);
}

static gboolean
has_notes (WindowFixture *fixture)
{
  GtkWidget *pane = ui_find (GTK_WIDGET (fixture->window), QD_TYPE_PLANNING_PANE);

  return pane != NULL && gtk_widget_get_mapped (pane);
}

static void
plan_after (WindowFixture *fixture,
            QdBoard       *board)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.plan-next", "x",
                                             board != NULL
                                               ? qd_entity_get_id (QD_ENTITY (board))
                                               : QD_ID_NONE));
  ui_settle ();
}

static void
make (WindowFixture *fixture)
{
  g_assert_true (QD_IS_PLANNING_PAGE (get_page (fixture)));
  g_assert_true (gtk_widget_activate_action (get_page (fixture), "planning.make", NULL));
  ui_settle ();
}

static void
test_make (WindowFixture *fixture,
           gconstpointer  unused)
{
  QdBoard *before = qd_window_get_board (fixture->window);
  QdBoard *next;

  plan_after (fixture, NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==,
                   "Planning a Cycle");
  make (fixture);

  next = qd_window_get_board (fixture->window);
  g_assert_true (next != before);
  g_assert_cmpstr (qd_window_get_mode (fixture->window), ==, "board");
  g_assert_cmpint (qd_closing_find_next (fixture->file.store,
                                         qd_entity_get_id (QD_ENTITY (before)), NULL), ==,
                   qd_entity_get_id (QD_ENTITY (next)));
  g_assert_true (has_notes (fixture));

  /* They go with the board, and come back where one plans on. */
  qd_window_set_board (fixture->window, before);
  ui_settle ();
  g_assert_false (has_notes (fixture));
  plan_after (fixture, before);
  g_assert_true (qd_window_get_board (fixture->window) == next);
  g_assert_true (has_notes (fixture));

  /* On a board that is still to come, too. */
  gtk_widget_activate_action (ui_find (GTK_WIDGET (fixture->window), QD_TYPE_PLANNING_PANE),
                              "planning.done", NULL);
  ui_settle ();
  g_assert_false (has_notes (fixture));
  plan_after (fixture, NULL);
  g_assert_true (qd_window_get_board (fixture->window) == next);
  g_assert_true (has_notes (fixture));
}

/* The board goes, and the notes with it; the one that it was made from shows again. */
static void
test_undo (WindowFixture *fixture,
           gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;
  QdBoard *before = fixture->file.sales;

  qd_window_set_board (fixture->window, before);
  ui_settle ();
  plan_after (fixture, before);
  make (fixture);
  g_assert_true (has_notes (fixture));

  qd_undo_undo (fixture->file.store, &report, &error);
  g_assert_no_error (error);
  ui_settle ();
  g_assert_false (has_notes (fixture));
  g_assert_true (qd_window_get_board (fixture->window) == before);
  g_assert_cmpint (qd_closing_find_next (fixture->file.store,
                                         qd_entity_get_id (QD_ENTITY (before)), NULL), ==,
                   QD_ID_NONE);
}

/* The details of a card and the notes share the pane; each goes for itself. */
static void
test_details (WindowFixture *fixture,
              gconstpointer  unused)
{
  QdBoard *board;
  QdCard *card;

  plan_after (fixture, NULL);
  make (fixture);
  board = qd_window_get_board (fixture->window);
  ui_add_card (fixture->file.store, board, 0, "Raise it from 1 to 2");
  ui_settle ();
  card = qd_ordered_list_peek (
    qd_column_get_cards (qd_ordered_list_peek (qd_board_get_columns (board), 0)), 0);

  qd_board_page_open_card (fixture->window->board_page, card);
  ui_settle ();
  g_assert_true (qd_board_page_get_card (fixture->window->board_page) == card);
  g_assert_true (has_notes (fixture));
  qd_board_page_close_card (fixture->window->board_page);
  ui_settle ();
  g_assert_null (qd_board_page_get_card (fixture->window->board_page));
  g_assert_true (has_notes (fixture));

  qd_board_page_open_card (fixture->window->board_page, card);
  qd_board_page_set_planning (fixture->window->board_page, FALSE);
  ui_settle ();
  g_assert_false (has_notes (fixture));
  g_assert_true (qd_board_page_get_card (fixture->window->board_page) == card);
}

/* The sidebar counts what waits, and leads there. */
static void
test_shelf (WindowFixture *fixture,
            gconstpointer  unused)
{
  QdBoard *board = qd_window_get_board (fixture->window);
  QdEntity *card = qd_ordered_list_peek (
    qd_column_get_cards (qd_ordered_list_peek (qd_board_get_columns (board), 0)), 0);
  g_autoptr (GError) error = NULL;

  qd_edit_shelve (fixture->file.store, QD_ENTITY_CARD, qd_entity_get_id (card), "", &error);
  g_assert_no_error (error);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.shelf", NULL));
  ui_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->pages), ==, "shelf");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Shelf");

  qd_window_set_board (fixture->window, board);
  qd_sidebar_select_page (fixture->window->sidebar, "shelf");
  ui_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->pages), ==, "shelf");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GtkApplication) application = NULL;

  gtk_test_init (&argc, &argv, NULL);
  application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);

#define ADD(path, function) \
  g_test_add (path, WindowFixture, application, window_fixture_set_up, function, \
              window_fixture_tear_down)
  ADD ("/plan-next/make", test_make);
  ADD ("/plan-next/undo", test_undo);
  ADD ("/plan-next/details", test_details);
  ADD ("/plan-next/shelf", test_shelf);
#undef ADD

  return g_test_run ();
}
