/* What was learned, in a whole window: read in a thread, searched, and the way to the
 * card that it comes from.
 */

#include "config.h"

#include "learning/qd-learning-page.h"
#include "qd-window-private.h"
#include "store/qd-edit-card.h"
#include "window-fixture.h"

/* Closes the first board, with a sentence for its first card. */
static void
close_board (WindowFixture *fixture)
{
  QdBoard *board = fixture->file.growth;
  g_autoptr (GError) error = NULL;
  QdColumn *first;

  qd_store_load_board (fixture->file.store, board, &error);
  g_assert_no_error (error);
  first = qd_ordered_list_peek (qd_board_get_columns (board), 0);
  qd_edit_set_text (fixture->file.store,
                    qd_entity_get_id (qd_ordered_list_peek (qd_column_get_cards (first), 0)),
                    QD_FIELD_CARD_LEARNING, "Ask users before building", FALSE, &error);
  g_assert_no_error (error);
  ui_close_board (fixture->file.store, board, QD_DECISION_DROP);
}

static GtkWidget *
show_page (WindowFixture *fixture)
{
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.learning", NULL);
  page = gtk_stack_get_visible_child (fixture->window->pages);
  g_assert_true (QD_IS_LEARNING_PAGE (page));

  return page;
}

/* Until the thread has answered. */
static void
wait_for (GtkWidget  *page,
          const char *name)
{
  GtkStack *stack = GTK_STACK (ui_find (page, GTK_TYPE_STACK));

  while (g_strcmp0 (gtk_stack_get_visible_child_name (stack), name) != 0)
    g_main_context_iteration (NULL, TRUE);
  ui_settle ();
}

static void
search (GtkWidget  *page,
        const char *words)
{
  GtkWidget *entry = ui_find (page, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
  ui_settle ();
}

static void
test_empty (WindowFixture *fixture,
            gconstpointer  unused)
{
  GtkWidget *page = show_page (fixture);

  wait_for (page, "empty");
  g_signal_emit_by_name (ui_find (page, GTK_TYPE_SEARCH_ENTRY), "stop-search");
  g_assert_cmpstr (qd_window_get_mode (fixture->window), ==, "board");
}

/* Whoever types before the thread has answered is told nothing that is not known. */
static void
test_early (WindowFixture *fixture,
            gconstpointer  unused)
{
  GtkWidget *page;
  GtkStack *stack;

  close_board (fixture);
  page = show_page (fixture);
  stack = GTK_STACK (ui_find (page, GTK_TYPE_STACK));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "reading");
  g_signal_emit_by_name (ui_find (page, GTK_TYPE_SEARCH_ENTRY), "search-changed");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "reading");
  wait_for (page, "list");
}

static void
test_search (WindowFixture *fixture,
             gconstpointer  unused)
{
  GtkWidget *page;

  close_board (fixture);
  page = show_page (fixture);
  wait_for (page, "list");
  search (page, "ASK bui");
  wait_for (page, "list");
  search (page, "nobody said this");
  wait_for (page, "nothing");
  g_signal_emit_by_name (ui_find (page, GTK_TYPE_SEARCH_ENTRY), "stop-search");
  g_signal_emit_by_name (ui_find (page, GTK_TYPE_SEARCH_ENTRY), "search-changed");
  wait_for (page, "list");
  g_assert_cmpstr (qd_window_get_mode (fixture->window), ==, "learning");
}

static void
test_activate (WindowFixture *fixture,
               gconstpointer  unused)
{
  GtkWidget *page;

  close_board (fixture);
  page = show_page (fixture);
  wait_for (page, "list");
  g_signal_emit_by_name (ui_find (page, GTK_TYPE_LIST_VIEW), "activate", 0);
  ui_settle ();
  g_assert_cmpstr (qd_window_get_mode (fixture->window), ==, "board");
  g_assert_true (qd_window_get_board (fixture->window) == fixture->file.growth);
}

/* A small window shows a part of it, and nothing is cut off at its sides. */
static void
test_small (WindowFixture *fixture,
            gconstpointer  unused)
{
  GtkWidget *page;
  int minimum;

  close_board (fixture);
  page = show_page (fixture);
  wait_for (page, "list");
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, 300, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

/* Return goes to the first of what was looked for, and nowhere before. */
static void
test_enter (WindowFixture *fixture,
            gconstpointer  unused)
{
  GtkWidget *page, *entry;

  close_board (fixture);
  page = show_page (fixture);
  wait_for (page, "list");
  entry = ui_find (page, GTK_TYPE_SEARCH_ENTRY);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (qd_window_get_mode (fixture->window), ==, "learning");
  gtk_editable_set_text (GTK_EDITABLE (entry), "nobody said this");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (qd_window_get_mode (fixture->window), ==, "learning");
  gtk_editable_set_text (GTK_EDITABLE (entry), "ask users");
  g_signal_emit_by_name (entry, "activate");
  ui_settle ();
  g_assert_cmpstr (qd_window_get_mode (fixture->window), ==, "board");
  g_assert_true (qd_window_get_board (fixture->window) == fixture->file.growth);
}

static gboolean
is_selected (WindowFixture *fixture,
             const char    *row)
{
  GtkWidget *list = ui_find (GTK_WIDGET (fixture->window->sidebar), GTK_TYPE_LIST_BOX);
  g_autoptr (GList) rows = gtk_list_box_get_selected_rows (GTK_LIST_BOX (list));

  g_assert_cmpuint (g_list_length (rows), ==, 1);

  return g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (rows->data)), row) == 0;
}

/* It has no row in the sidebar, which tells of the board instead. */
static void
test_from_archive (WindowFixture *fixture,
                   gconstpointer  unused)
{
  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.archive", NULL);
      ui_settle ();
      g_assert_cmpstr (qd_window_get_mode (fixture->window), ==, "archive");
      g_assert_true (is_selected (fixture, "archive_row"));
      show_page (fixture);
      ui_settle ();
      g_assert_false (is_selected (fixture, "archive_row"));
    }
}

/* The answer comes when the window is gone. */
static void
test_close (WindowFixture *fixture,
            gconstpointer  unused)
{
  show_page (fixture);
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
  g_test_add ("/learning/" path, WindowFixture, application, window_fixture_set_up, function, \
              window_fixture_tear_down)
  ADD ("activate", test_activate);
  ADD ("close", test_close);
  ADD ("early", test_early);
  ADD ("empty", test_empty);
  ADD ("enter", test_enter);
  ADD ("from-archive", test_from_archive);
  ADD ("search", test_search);
  ADD ("small", test_small);
#undef ADD

  return g_test_run ();
}
